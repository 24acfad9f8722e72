"""Segments side by side, one of which is pressed: views that take turns, or a short choice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.page_action import page_action
from desktop.foundation.theme import theme, theme_notifier

# What the style sheet puts at both sides of a text, and a little more.
_ROOM_PX, _LARGE_ROOM_PX = 34, 42


class Segment(NamedTuple):
    """A choice.

    Attributes:
        name: Its name in the program.
        label: What stands on it, translated.
        tip: What it does or shows, translated.
        text: What menus and those who hear it call it; its label where it is empty.
        key: Its shortcut in portable spelling, or nothing.
    """

    name: str
    label: str
    tip: str
    text: str = ""
    key: str = ""


class SegmentedSwitch(QFrame):
    """Buttons that are actions, too, so that menus and keys choose as well.

    Signals:
        chosen(name: str): Another segment was chosen.
    """

    chosen = Signal(str)

    def __init__(
        self,
        title: str,
        segments: Sequence[Segment],
        parent: QWidget | None = None,
        *,
        is_large: bool = False,
    ) -> None:
        """Offer segments, the first of which is chosen.

        Args:
            title: What is chosen, for those who hear it; translated.
            segments: The choices, in order.
            parent: The widget that holds it.
            is_large: Whether it heads a whole page instead of a part of one.
        """
        super().__init__(parent)
        self.setProperty("kind", "segmented")
        self.setProperty("large", is_large)
        self.setAccessibleName(title)
        self._room_px = _LARGE_ROOM_PX if is_large else _ROOM_PX
        self.actions_by_name: dict[str, QAction] = {}
        self._buttons: dict[str, QPushButton] = {}
        actions, self._group = QActionGroup(self), QButtonGroup(self)
        row = QHBoxLayout(self)
        margin = 3 if is_large else 2
        row.setContentsMargins(margin, margin, margin, margin)
        row.setSpacing(2 if is_large else 0)
        for segment in segments:
            action = self._make_action(segment)
            actions.addAction(action)
            # Its key works wherever the switch is seen.
            self.addAction(action)
            row.addWidget(self._make_button(segment, action))
        self.set_name(segments[0].name)
        theme_notifier().follow(self._fit)
        self._fit()

    @property
    def name(self) -> str:
        """The name of the segment that is chosen."""
        return next(name for name, action in self.actions_by_name.items() if action.isChecked())

    @property
    def segment_actions(self) -> list[QAction]:
        """The choices, for a menu."""
        return list(self.actions_by_name.values())

    def button(self, name: str) -> QPushButton:
        """Return the button of a segment."""
        return self._buttons[name]

    def choose(self, name: str) -> None:
        """Choose a segment as the user does; an unknown name changes nothing."""
        if name in self.actions_by_name:
            self.actions_by_name[name].setChecked(True)

    def set_name(self, name: str) -> None:
        """Press another segment without emitting ``chosen``."""
        with QSignalBlocker(self):
            self.actions_by_name[name].setChecked(True)

    def set_offered(self, name: str, is_offered: bool) -> None:
        """Offer a segment, or leave it out where it means nothing; one that is chosen stays."""
        self.actions_by_name[name].setEnabled(is_offered)
        self.actions_by_name[name].setVisible(is_offered)
        self._buttons[name].setVisible(is_offered)

    def set_label(self, name: str, label: str) -> None:
        """Call a segment by another name."""
        if self._buttons[name].text() != label:
            self.actions_by_name[name].setText(label)
            self.actions_by_name[name].setIconText(label)
            self._buttons[name].setText(label)
            self._buttons[name].setAccessibleName(label)
            self._fit()

    def _make_action(self, segment: Segment) -> QAction:
        action = page_action(self, segment.text or segment.label, segment.tip, key=segment.key)
        action.setIconText(segment.label)
        action.setCheckable(True)
        action.toggled.connect(partial(self._on_toggled, segment.name))
        self.actions_by_name[segment.name] = action
        return action

    def _make_button(self, segment: Segment, action: QAction) -> QPushButton:
        button = QPushButton(segment.label, self)
        button.setCheckable(True)
        # A choice made by mouse leaves the keys to the page, where Space plays or trains.
        key = action.shortcut().toString()
        tip = f"{segment.tip} ({key})" if key else segment.tip
        explain(button, action.text(), tip, more=segment.tip, by_tab=True)
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _=False: self.choose(segment.name))
        action.enabledChanged.connect(button.setEnabled)
        self._group.addButton(button)
        self._buttons[segment.name] = button
        return button

    def _fit(self) -> None:
        """Leave each button room for its text in bold, which it shows while it is pressed."""
        metrics = QFontMetrics(theme().font("label"))
        for button in self._buttons.values():
            width = metrics.horizontalAdvance(button.text())
            button.setMinimumWidth(width + theme().px(self._room_px))

    def _on_toggled(self, name: str, is_chosen: bool) -> None:
        if is_chosen:
            self._buttons[name].setChecked(True)
            self.chosen.emit(name)
