"""Segments side by side, one of which is pressed: views that take turns, or a short choice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.foundation.page_action import page_action
from desktop.foundation.theme import theme, theme_notifier

# What the style sheet puts at both sides of a text, and a little more.
_ROOM_PX, _LARGE_ROOM_PX = 34, 42
# The same where there is little room, and for the button that opens a menu, with its arrow.
_TIGHT_ROOM_PX, _CHOOSER_ROOM_PX = 16, 50
_WIDE, _TIGHT, _COMPACT = "wide", "tight", "compact"


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

    Where there is no room for them side by side, one button names the choice and opens a menu.

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
        self.setProperty("form", _WIDE)
        self.setAccessibleName(title)
        # Before it is laid out it shows all.
        self._has_size = False
        self._is_choosing = False
        self._room_px = _LARGE_ROOM_PX if is_large else _ROOM_PX
        self.actions_by_name: dict[str, QAction] = {}
        self._buttons: dict[str, QPushButton] = {}
        # The widths of the buttons by their names, in each form that shows them.
        self._widths: dict[str, dict[str, int]] = {}
        actions, self._group = QActionGroup(self), QButtonGroup(self)
        row = self._row = QHBoxLayout(self)
        margin = 3 if is_large else 2
        row.setContentsMargins(margin, margin, margin, margin)
        row.setSpacing(2 if is_large else 0)
        for segment in segments:
            action = self._make_action(segment)
            actions.addAction(action)
            # Its key works wherever the switch is seen.
            self.addAction(action)
            row.addWidget(self._make_button(segment, action))
        self._chooser = self._make_chooser(title)
        row.addWidget(self._chooser, 0, Qt.AlignmentFlag.AlignLeft)
        self.set_name(segments[0].name)
        self._show_chosen()
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

    @property
    def chooser(self) -> QPushButton:
        """The button that stands for all of them where there is no room for them."""
        return self._chooser

    @property
    def is_compact(self) -> bool:
        """Whether one button stands for all of them."""
        return not self._chooser.isHidden()

    def sizeHint(self) -> QSize:
        """Return the size of all buttons side by side."""
        return QSize(self._width_of_all(_WIDE), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the size of the one button that can stand for them."""
        return QSize(self._chooser.minimumWidth() + self._edges().width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show all buttons where they have room, and the one that stands for them elsewhere."""
        super().resizeEvent(event)
        self._has_size = True
        self._choose_form()

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
        words = {
            name: metrics.horizontalAdvance(button.text()) for name, button in self._buttons.items()
        }
        self._widths = {
            form: {name: width + theme().px(room_px) for name, width in words.items()}
            for form, room_px in ((_WIDE, self._room_px), (_TIGHT, _TIGHT_ROOM_PX))
        }
        if self.property("form") == _WIDE:
            # Without the style sheet a button is wider than its words.
            hints = {name: button.sizeHint().width() for name, button in self._buttons.items()}
            wide = self._widths[_WIDE]
            self._widths[_WIDE] = {name: max(width, hints[name]) for name, width in wide.items()}
        self._set_widths()
        self._chooser.setMinimumWidth(max(words.values()) + theme().px(_CHOOSER_ROOM_PX))
        self.updateGeometry()
        if self._has_size:
            self._choose_form()

    def _set_widths(self) -> None:
        widths = self._widths[_WIDE if self.property("form") == _WIDE else _TIGHT]
        for name, button in self._buttons.items():
            button.setMinimumWidth(widths[name])

    def _height(self) -> int:
        heights = [button.sizeHint().height() for button in self._buttons.values()]
        return max(heights) + self._edges().height()

    def _edges(self) -> QSize:
        margins = self._row.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _choose_form(self) -> None:
        # Showing and hiding buttons may lay the switch out at once, which asks again.
        if self._is_choosing:
            return
        self._is_choosing = True
        while (form := self._fitting_form()) != self.property("form"):
            self._take_form(form)
        self._is_choosing = False

    def _fitting_form(self) -> str:
        if self.width() >= self._width_of_all(_WIDE):
            return _WIDE
        return _TIGHT if self.width() >= self._width_of_all(_TIGHT) else _COMPACT

    def _take_form(self, form: str) -> None:
        self.setProperty("form", form)
        for button in self._buttons.values():
            button.setVisible(form != _COMPACT)
        self._set_widths()
        self._chooser.setVisible(form == _COMPACT)
        # The style sheet says how much room is round the words.
        for part in (self, *self._buttons.values()):
            part.style().unpolish(part)
            part.style().polish(part)

    def _width_of_all(self, form: str) -> int:
        gaps = self._row.spacing() * (len(self._buttons) - 1) + self._edges().width()
        return sum(self._widths[form].values()) + gaps

    def _make_chooser(self, title: str) -> QPushButton:
        chooser = QPushButton(self)
        chooser.setProperty("kind", "chooser")
        menu = QMenu(chooser)
        menu.addActions(self.segment_actions)
        chooser.setMenu(menu)
        chooser.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        explain(chooser, title, title, by_tab=True)
        chooser.hide()
        return chooser

    def _show_chosen(self) -> None:
        chosen = self._buttons[self.name]
        self._chooser.setText(chosen.text())
        self._chooser.setAccessibleName(f"{self.accessibleName()}: {chosen.text()}")

    def _on_toggled(self, name: str, is_chosen: bool) -> None:
        if is_chosen:
            self._buttons[name].setChecked(True)
            self._show_chosen()
            self.chosen.emit(name)
