"""One operation of the palette as a chip: dragged, double-clicked, or chosen by Enter."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from desktop.foundation.plain_text import escaped, plain
from desktop.foundation.theme import theme
from desktop.foundation.translation import filled, translate_engine
from desktop.graph_editor.palette.operation_search import OPERATION_MIME, written_in_formulas
from engine.operations.operation import Operation

_NARROWEST = 38


class OperationChip(QPushButton):
    """One operation: dragged onto the canvas, or chosen by double-click or Enter.

    Signals:
        chosen(name: str): The operation's name, for adding it.
    """

    chosen = Signal(str)

    def __init__(self, operation: Operation, parent: QWidget | None = None) -> None:
        super().__init__(operation.symbol, parent)
        self.operation = operation
        self._pressed_at: QPoint | None = None
        title = translate_engine(operation.title)
        summary = translate_engine(operation.summary)
        self.setProperty("kind", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self.setAccessibleDescription(summary)
        lines = [f"<b>{escaped(title)}</b>", escaped(summary)]
        if form := written_in_formulas(operation):
            lines.append(escaped(filled(self.tr("In formulas: {0}"), form)))
        # Not within the braces, where the texts to be translated are not looked for.
        hint = self.tr("Drag it onto the canvas, or double-click.")
        lines.append(f"<i>{escaped(hint)}</i>")
        self.setToolTip("<br>".join(lines))
        self.setWhatsThis(plain(f"{title}. {summary}"))
        self.restyle()

    def restyle(self) -> None:
        """Take the fonts and sizes of the theme."""
        self.setFont(theme().font("label"))
        self.setMinimumWidth(theme().px(_NARROWEST))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag may begin."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin the drag once the mouse has left the place of the press."""
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        distance = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if distance >= QApplication.startDragDistance():
            grip = self._pressed_at
            self._pressed_at = None
            self._drag(grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Forget the press."""
        self._pressed_at = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose the operation."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = None
            self.chosen.emit(self.operation.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the operation by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.operation.name)
        else:
            super().keyPressEvent(event)

    def mime_data(self) -> QMimeData:
        """Return what a drag of this chip carries."""
        data = QMimeData()
        data.setData(OPERATION_MIME, self.operation.name.encode())
        return data

    def _drag(self, grip: QPoint) -> None:
        drag = QDrag(self)
        drag.setMimeData(self.mime_data())
        drag.setPixmap(self.grab())
        drag.setHotSpot(grip)
        drag.exec(Qt.DropAction.CopyAction)
        # The drag has swallowed the release, without which the chip would stay pressed.
        self.setDown(False)
