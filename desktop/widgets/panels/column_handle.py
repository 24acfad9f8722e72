"""The strip between a column and the main view: a click folds the column, a drag widens it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.widgets.panels.column_plan import COLUMN_KEYS, Side

_WIDTH_PX, _ICON_PX = 14, 12


class ColumnHandle(QAbstractButton):
    """Points where the column goes when it is clicked.

    Signals:
        moved(by: int): It is being dragged and would lie so many pixels further right.
    """

    moved = Signal(int)

    def __init__(self, side: Side, parent: QWidget) -> None:
        super().__init__(parent)
        self._side = side
        self._is_open = True
        self._pressed_at: QPoint | None = None
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        theme_notifier().follow(self.update)
        self.show_open(is_open=True)

    def show_open(self, *, is_open: bool) -> None:
        """Say what a click does: fold the column, or show it."""
        self._is_open = is_open
        texts = {
            ("left", True): self.tr("Fold the left column"),
            ("left", False): self.tr("Show the left column"),
            ("right", True): self.tr("Fold the right column"),
            ("right", False): self.tr("Show the right column"),
        }
        text = texts[self._side, is_open]
        more = self.tr("{0} ({1}); drag to make it wider or narrower")
        key = COLUMN_KEYS[self._side]
        tip = filled(more, text, key) if is_open else f"{text} ({key})"
        explain(self, text, tip)
        shape = Qt.CursorShape.SplitHCursor if is_open else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a width that is easy to hit and takes little."""
        return QSize(theme().px(_WIDTH_PX), theme().px(40))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
            self._is_dragged = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the edge of a column that is shown."""
        if self._pressed_at is not None and self._is_open:
            by = event.position().toPoint().x() - self._pressed_at.x()
            if self._is_dragged or abs(by) >= QApplication.startDragDistance():
                self._is_dragged = True
                self.moved.emit(by)
                return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag without a click, or click."""
        was_dragged, self._is_dragged, self._pressed_at = self._is_dragged, False, None
        if was_dragged:
            self.setDown(False)
        else:
            super().mouseReleaseEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Become quiet again."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the line at the column's edge, and an arrow in the middle."""
        painter = QPainter(self)
        is_lit = self.underMouse() or self.hasFocus()
        painter.fillRect(self.rect(), theme().color("control_hover" if is_lit else "canvas"))
        edge = 0 if self._side == "left" else self.width() - 1
        painter.fillRect(QRect(edge, 0, 1, self.height()), theme().color("border"))
        points_left = self._is_open == (self._side == "left")
        icon = theme().px(_ICON_PX)
        square = QRect((self.width() - icon) // 2, (self.height() - icon) // 2, icon, icon)
        name = "chevron-left" if points_left else "chevron-right"
        theme().icon(name, "text" if is_lit else "text_muted").paint(painter, square)
        painter.end()
