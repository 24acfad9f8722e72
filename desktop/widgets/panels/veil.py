"""Kinds of numbers that a page keeps to itself until a learner has said what they will be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain


@dataclass(eq=False)
class _Cover:
    part: QWidget
    is_wanted: Callable[[], bool]
    note: PlainLabel | None = None
    is_on: bool = False


@dataclass(eq=False)
class _Closed:
    action: QAction | QWidget
    kinds: tuple[str, ...]
    tip: str = ""
    is_on: bool = False


class Veil(QObject):
    """Hides whole parts and closes actions; who mixes kinds in one part asks `hides`.

    A part that is hidden is seen nowhere: it has no tips, cannot be reached by keys, is read to
    nobody, and is in no picture of the page.

    Signals:
        changed(): Other kinds are hidden.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kinds: frozenset[str] = frozenset()
        self._covers: list[_Cover] = []
        self._closed: list[_Closed] = []

    @property
    def kinds(self) -> frozenset[str]:
        """What is hidden."""
        return self._kinds

    def hides(self, *kinds: str) -> bool:
        """Tell whether any of some kinds is hidden."""
        return not self._kinds.isdisjoint(kinds)

    def set_hidden(self, kinds: frozenset[str]) -> None:
        """Hide these kinds, and tell all others again."""
        if kinds != self._kinds:
            self._kinds = kinds
            self.refresh()
            self.changed.emit()

    def cover(self, part: QWidget, *kinds: str) -> None:
        """Hide a part, and say so in its place, while any of some kinds is hidden."""
        self.cover_when(part, lambda: self.hides(*kinds))

    def cover_when(self, part: QWidget, is_wanted: Callable[[], bool]) -> None:
        """Hide a part, and say so in its place, while a condition holds; see `refresh`."""
        self._covers.append(_Cover(part, is_wanted))

    def forget(self, root: QWidget) -> None:
        """Hide nothing any more that stands in a part which is about to go."""
        self._covers = [
            cover
            for cover in self._covers
            if cover.part is not root and not root.isAncestorOf(cover.part)
        ]

    def close(self, action: QAction, *kinds: str) -> None:
        """Let nothing be done that would tell any of some kinds while it is hidden."""
        self._closed.append(_Closed(action, kinds))

    def close_button(self, button: QWidget, *kinds: str) -> None:
        """Close what has no action in the same way."""
        self._closed.append(_Closed(button, kinds))

    def refresh(self) -> None:
        """Hide and show what the conditions say now."""
        for cover in self._covers:
            if cover.is_wanted() != cover.is_on:
                self._turn(cover)
        for closed in self._closed:
            if self.hides(*closed.kinds) != closed.is_on:
                self._turn_action(closed)

    def _turn(self, cover: _Cover) -> None:
        cover.is_on = not cover.is_on
        part = cover.part
        if cover.note is None:
            cover.note = self._note(part)
        layout = _layout_of(part)
        first, second = (part, cover.note) if cover.is_on else (cover.note, part)
        if layout is not None:
            layout.replaceWidget(first, second, Qt.FindChildOption.FindChildrenRecursively)
        first.hide()
        second.setVisible(cover.is_on is False or layout is not None)

    def _note(self, part: QWidget) -> PlainLabel:
        note = PlainLabel(self.tr("Hidden until you have answered."), part.parentWidget())
        note.setProperty("kind", "muted")
        note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        note.setWordWrap(True)
        note.setSizePolicy(QSizePolicy.Policy.Ignored, part.sizePolicy().verticalPolicy())
        note.hide()
        return note

    def _turn_action(self, closed: _Closed) -> None:
        closed.is_on = not closed.is_on
        closed.action.setEnabled(not closed.is_on)
        if closed.is_on:
            closed.tip = closed.action.toolTip()
        # A tip with markup of its own stays as it is: it would not come back as it was.
        if Qt.mightBeRichText(closed.tip):
            return
        why = self.tr("It would tell what is hidden until you have answered.")
        closed.action.setToolTip(plain(why if closed.is_on else closed.tip))


def _layout_of(part: QWidget) -> QLayout | None:
    """Return the layout of what a part stands in; None where it cannot take a note's place."""
    parent = part.parentWidget()
    return None if parent is None else parent.layout()
