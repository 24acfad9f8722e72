"""The footer: the dots of the passes over the step bar, their keys and their menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.foundation.page_action import page_action
from desktop.foundation.translation import filled
from desktop.graph_editor.passes.walk import Walk
from desktop.graph_editor.passes.walk_strip import WalkStrip
from desktop.widgets.bars.step_bar import StepBar

_STEPS_PER_SECOND = 1.0


class WalkControls(QFrame):
    """Moves a walk: by its dots, by the step bar, by keys and by menu."""

    def __init__(self, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "footer")
        self._walk = walk
        # A graph opens with all its values shown, and Step is how a newcomer begins the walk.
        self._bar = StepBar(self, steps_per_second=_STEPS_PER_SECOND, wraps_to=1)
        self._strip = WalkStrip(walk, self)
        self._bar.set_wording(self._wording)
        self._actions = self._make_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 14, 9)
        column.setSpacing(5)
        row = QHBoxLayout()
        row.addWidget(self._strip)
        column.addLayout(row)
        column.addWidget(self._bar)
        self._bar.position_changed.connect(walk.go)
        self._bar.playing_changed.connect(self._on_playing_changed)
        self._strip.position_chosen.connect(self.go)
        walk.changed.connect(self._on_walk_changed)
        self._on_walk_changed()

    @property
    def bar(self) -> StepBar:
        """The step bar."""
        return self._bar

    @property
    def strip(self) -> WalkStrip:
        """The dots."""
        return self._strip

    @property
    def actions_in_menu(self) -> list[QAction]:
        """Play, step, back, first, last."""
        return self._actions

    def go(self, position: int) -> None:
        """Stop playing and move to a position."""
        self._bar.pause()
        self._walk.go(position)

    def step(self) -> None:
        """Go one gate on; from the live values to the first gate."""
        self._bar.step_forward()

    def back(self) -> None:
        """Go one gate back."""
        self.go(self._walk.position - 1)

    def handle_key(self, key: int) -> bool:
        """Act on Space, ←, →, Home or End; return whether the key was one of them."""
        handlers: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Space: self._bar.toggle,
            Qt.Key.Key_Left: self.back,
            Qt.Key.Key_Right: self.step,
            Qt.Key.Key_Home: lambda: self.go(0),
            Qt.Key.Key_End: lambda: self.go(self._walk.last),
        }
        handler = handlers.get(key)
        if handler is not None and self._walk.last:
            handler()
        return handler is not None

    def _make_actions(self) -> list[QAction]:
        entries: list[tuple[str, str, str, Callable[[], None]]] = [
            (
                self.tr("Play or pause"), "Ctrl+Return",
                self.tr("Walk through all gates by itself"), self._bar.toggle,
            ),
            (
                self.tr("Next gate"), "Alt+Right",
                self.tr("Go one gate on, forward first and then backward"), self.step,
            ),
            (self.tr("Previous gate"), "Alt+Left", self.tr("Go one gate back"), self.back),
            (
                self.tr("Before the first gate"), "Alt+Shift+Left",
                self.tr("Go to where nothing is computed yet"), lambda: self.go(0),
            ),
            (
                self.tr("All values"), "Alt+Shift+Right",
                self.tr("Show every value and gradient"), lambda: self.go(self._walk.last),
            ),
        ]  # fmt: skip
        return [page_action(self, text, tip, handler, key) for text, key, tip, handler in entries]

    def _wording(self, position: int, last: int) -> str:
        if last == 0:
            return self.tr("no gate yet")
        if position == 0:
            return self.tr("start")
        if position >= last:
            return self.tr("all values")
        return filled(self.tr("step {0} of {1}"), position, last - 1)

    def _on_walk_changed(self) -> None:
        # The range first, which may clip the position, and that must not move the walk.
        self._bar.blockSignals(True)
        self._bar.set_range(self._walk.last)
        self._bar.set_position(self._walk.position)
        self._bar.blockSignals(False)
        if self._walk.is_live and self._bar.is_playing and self._walk.last == 0:
            self._bar.pause()
        for action in self._actions:
            action.setEnabled(self._walk.last > 0)

    def _on_playing_changed(self, is_playing: bool) -> None:
        if is_playing and self._walk.position >= self._walk.last:
            self._walk.go(0)
