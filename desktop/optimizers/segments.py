"""A few segments side by side, one of which is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.foundation.plain_text import plain
from desktop.widgets.panels.page_action import page_action


class Segment(NamedTuple):
    """A choice: its name in the program, what stands on it, in menus, what it does, its key."""

    name: str
    short: str
    text: str
    explanation: str
    key: str = ""


class Segments(QFrame):
    """Buttons that are actions, too, so that menus and keys choose as well.

    Signals:
        chosen(name: str): Another segment was chosen.
    """

    chosen = Signal(str)

    def __init__(self, segments: Sequence[Segment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segmented")
        self._actions: dict[str, QAction] = {}
        group = QActionGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)
        layout.setSpacing(2)
        for segment in segments:
            action = page_action(self, segment.text, segment.explanation, key=segment.key)
            action.setIconText(segment.short)
            action.setCheckable(True)
            group.addAction(action)
            action.toggled.connect(partial(self._on_toggled, segment.name))
            self._actions[segment.name] = action
            layout.addWidget(self._button(action))
        with QSignalBlocker(self):
            next(iter(self._actions.values())).setChecked(True)

    @property
    def name(self) -> str:
        """The segment that is chosen."""
        return next(name for name, action in self._actions.items() if action.isChecked())

    @property
    def segment_actions(self) -> list[QAction]:
        """The choices, for a menu."""
        return list(self._actions.values())

    def choose(self, name: str) -> None:
        """Choose a segment; an unknown name changes nothing."""
        if name in self._actions:
            self._actions[name].setChecked(True)

    def button(self, name: str) -> QToolButton:
        """Return the button of a segment."""
        action = self._actions[name]
        return next(b for b in self.findChildren(QToolButton) if b.defaultAction() is action)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        key = action.shortcut().toString()
        button.setToolTip(plain(f"{action.toolTip()} ({key})" if key else action.toolTip()))
        button.setWhatsThis(action.whatsThis())
        button.setAccessibleName(action.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _on_toggled(self, name: str, checked: bool) -> None:
        if checked:
            self.chosen.emit(name)
