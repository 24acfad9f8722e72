"""Where the keys are while a step is shown, and the key that goes on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
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
