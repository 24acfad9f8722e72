"""The line edit of a number field: a drag scrubs, a click types, arrow keys step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

PIXELS_PER_STEP = 4
_STEP_KEYS = {
    Qt.Key.Key_Up: 1.0,
    Qt.Key.Key_Down: -1.0,
    Qt.Key.Key_PageUp: 10.0,
    Qt.Key.Key_PageDown: -10.0,
}


def modifier_factor(modifiers: Qt.KeyboardModifier) -> float:
    """How much finer (Shift) or coarser (Ctrl) a step becomes."""
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return 0.1
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return 10.0
    return 1.0


class ScrubEdit(QLineEdit):
    """A line edit that reports gestures and leaves their meaning to its owner.

    Signals:
        scrub_started(): a horizontal drag began.
        scrubbed(steps, factor): the drag stands ``steps`` whole steps from its start.
        scrub_finished(): the drag ended.
        stepped(steps, factor): a key asked for so many steps.
        committed(): Enter was pressed, or the focus left.
        restored(): Escape was pressed.
    """

    scrub_started = Signal()
    scrubbed = Signal(int, float)
    scrub_finished = Signal()
    stepped = Signal(float, float)
    committed = Signal()
    restored = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A press must not focus at once: only its end tells a click from a scrub.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self._press: QPointF | None = None
        self._scrubbing = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if self.hasFocus() or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._press = event.globalPosition()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a drag."""
        if self._press is None:
            super().mouseMoveEvent(event)
            return
        distance = event.globalPosition().x() - self._press.x()
        if not self._scrubbing and abs(distance) >= QApplication.startDragDistance() / 2:
            self._scrubbing = True
            self.scrub_started.emit()
        if self._scrubbing:
            factor = modifier_factor(event.modifiers())
            self.scrubbed.emit(round(distance / PIXELS_PER_STEP), factor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        if self._press is None:
            super().mouseReleaseEvent(event)
            return
        self._press = None
        if self._scrubbing:
            self._scrubbing = False
            self.scrub_finished.emit()
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Let other handlers know which keys are taken."""
        # While something typed can be restored, Escape is ours before it is a shortcut.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.isModified()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys described above and pass on all others."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.committed.emit()
        elif key == Qt.Key.Key_Escape and self.isModified():
            self.restored.emit()
        elif key in _STEP_KEYS:
            self.stepped.emit(_STEP_KEYS[key], modifier_factor(event.modifiers()))
        elif key == Qt.Key.Key_Space and not self.isModified():
            # No number begins with it, and it would replace one that is selected: it is the page's,
            # which plays.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Look ready for typing."""
        self.setCursor(Qt.CursorShape.IBeamCursor)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Finish the typing."""
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.committed.emit()
