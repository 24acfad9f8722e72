"""A row of the search popup: the gate's symbol, its title and its group."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.foundation.theme import theme
from desktop.foundation.translation import translate_engine
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation

ROW_HEIGHT = 34
NAME_ROLE = Qt.ItemDataRole.UserRole
OPERATION_ROLE = Qt.ItemDataRole.UserRole + 1


class OperationDelegate(QStyledItemDelegate):
    """Draws the gate's symbol, its title and its group in one row."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one operation."""
        operation: Operation = index.data(OPERATION_ROLE)
        self.initStyleOption(option, index)
        title, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        row = option.rect.adjusted(4, 0, -8, 0)
        symbol = QRect(row.left(), row.top(), theme().px(54), row.height())
        painter.save()
        try:
            self._text(painter, "gate", "text", symbol, operation.symbol, 16)
            rest = row.adjusted(symbol.width() + 4, 0, 0, 0)
            self._text(painter, "body", "text", rest, title)
            group = translate_engine(operation.category.value)
            if operation.name not in OPERATIONS:
                group = QCoreApplication.translate("OperationDelegate", "My gates")
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            self._text(painter, "small", "text_muted", rest, group, 12, right)
        finally:
            painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row; the list has the width."""
        return QSize(0, theme().px(ROW_HEIGHT))

    @staticmethod
    def _text(
        painter: QPainter,
        role: str,
        color: str,
        area: QRect,
        text: str,
        pixels: int | None = None,
        flags: Qt.AlignmentFlag | None = None,
    ) -> None:
        font = theme().font(role)
        if pixels is not None:
            font.setPixelSize(theme().px(pixels))
        painter.setFont(font)
        painter.setPen(theme().color(color))
        centre = Qt.AlignmentFlag.AlignCenter
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        default = centre if role == "gate" else left
        painter.drawText(area, flags if flags is not None else default, text)
