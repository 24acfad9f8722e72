"""One of the things to put in order: its place, its words, and a handle to drag it by."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.foundation.looks import set_look
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme
from desktop.widgets.rich_text.rich_text_view import PictureSource, RichTextView

_GRIP_PX, _DOT_PX, _GAP_PX = 14, 3, 8


class OrderRow(QFrame):
    """A row that is moved by the mouse, and by Alt with ↑ or ↓ when it has the keys.

    Signals:
        dragged(y: int): It is held, and the mouse is so far down the list.
        moved(by: int): It is to go so many places further down.
        entered(): Enter was pressed in it.
    """

    dragged = Signal(int)
    moved = Signal(int)
    entered = Signal()

    def __init__(
        self, name: str, words: str, parent: QWidget, pictures: PictureSource | None
    ) -> None:
        """Make the row.

        Args:
            name: The name of the item.
            words: What it says, in Markdown.
            parent: The list.
            pictures: Where the pictures of the words come from.
        """
        super().__init__(parent)
        self.name = name
        self.setProperty("kind", "order-row")
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self._place = PlainLabel(self)
        self._place.setProperty("kind", "muted")
        self._words = RichTextView(self)
        self._words.viewport().installEventFilter(self)
        self._words.written.connect(self._on_written)
        self._is_held = False
        self._place_text = ""
        layout = QHBoxLayout(self)
        margin = theme().px(_GAP_PX)
        layout.setContentsMargins(theme().px(_GRIP_PX) + margin, margin // 2, margin, margin // 2)
        layout.setSpacing(margin)
        layout.addWidget(self._place)
        layout.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._words.show_markdown(words, pictures)

    @property
    def spoken(self) -> str:
        """What it says, formulas in words."""
        return self._words.spoken

    def set_place(self, number: int, text: str) -> None:
        """Stand at a place, from 1; the text tells it in words."""
        self._place.setText(f"{number}")
        self._place_text = text
        self._name_it()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow; Enter answers."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hold the row."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._hold(is_held=True)
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the row along."""
        if self._is_held:
            self.dragged.emit(self.mapToParent(event.position().toPoint()).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the row where it is."""
        self._hold(is_held=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be held by the words as well, which would select themselves otherwise."""
        kinds = (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseMove,
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseButtonDblClick,
        )
        if event.type() not in kinds or not isinstance(event, QMouseEvent):
            return False
        viewport = self._words.viewport()
        there = QMouseEvent(
            event.type(),
            viewport.mapTo(self, event.position().toPoint()).toPointF(),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )
        match event.type():
            case QEvent.Type.MouseMove:
                self.mouseMoveEvent(there)
            case QEvent.Type.MouseButtonRelease:
                self.mouseReleaseEvent(there)
            case _:
                self.mousePressEvent(there)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row, and the dots by which it is held."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("text" if self._is_held else "text_muted"))
        dot, left = theme().px(_DOT_PX), theme().px(_GAP_PX)
        top = self.height() // 2 - 3 * dot
        for row in range(3):
            for column in range(2):
                painter.drawEllipse(
                    left + 2 * column * dot, top + 2 * row * dot + dot // 2, dot, dot
                )
        painter.end()

    def _hold(self, *, is_held: bool) -> None:
        self._is_held = is_held
        set_look(self, "held", is_held)
        self.update()

    def _on_written(self) -> None:
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._words.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
        self._name_it()

    def _name_it(self) -> None:
        self.setAccessibleName(f"{self._place_text}: {self._words.spoken}")
