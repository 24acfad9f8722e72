"""Where the keys are while a step is shown, and the key that goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def has_keys(widget: QWidget) -> bool:
    """Tell whether a widget, or something in it, has the keys."""
    # Its stubs promise a widget where there may be none.
    focused: QWidget | None = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def is_next_key(event: QEvent) -> bool:
    """Tell Ctrl+Enter from any other key."""
    return (
        isinstance(event, QKeyEvent)
        and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        == Qt.KeyboardModifier.ControlModifier
    )


def is_typed(event: QEvent) -> bool:
    """Tell a key that writes something from those that command something."""
    if not isinstance(event, QKeyEvent) or not event.text().isprintable():
        return False
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    return bool(event.text()) and held == Qt.KeyboardModifier.NoModifier


class NextKey(QObject):
    """Claims Ctrl+Enter in a window for the step that it shows: a page may have the key as well.

    It is the step's wherever the keys are once the step can go on; until then, only in the step
    itself, as a page may need the key for what the step asks. What has a use of its own for it,
    such as a note that is written, keeps it.

    Signals:
        pressed(): Ctrl+Enter was pressed and is the step's.
    """

    pressed = Signal()

    def __init__(self, step: QWidget, can_go_on: Callable[[], bool]) -> None:
        """Watch the window of a step as long as it is shown there.

        Args:
            step: What shows the step; this goes with it.
            can_go_on: Tells whether the step is done.
        """
        super().__init__(step)
        self._step, self._can_go_on = step, can_go_on
        self._window: QWidget | None = None
        self._is_claimed = False
        step.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key where it comes to the window last, and answer it on its way back."""
        if watched is self._step and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._watch(self._step.window() if event.type() == QEvent.Type.Show else None)
        if not is_next_key(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and watched is self._window:
            return self._claim(event)
        if event.type() == QEvent.Type.KeyPress and self._is_claimed:
            self._is_claimed = False
            if watched is not self._window and watched is not self._step:
                watched.removeEventFilter(self)
            self.pressed.emit()
            return True
        return False

    def _watch(self, window: QWidget | None) -> None:
        if self._window is not None and self._window not in (window, self._step):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    def _claim(self, event: QEvent) -> bool:
        # Fields and buttons would take it for Enter, so it is caught on its way to them.
        focused: QWidget | None = QApplication.focusWidget()
        if focused is None or not (has_keys(self._step) or self._can_go_on()):
            return False
        focused.installEventFilter(self)
        self._is_claimed = True
        event.accept()
        return True
