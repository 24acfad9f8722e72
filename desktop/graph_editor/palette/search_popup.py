"""The search popup: find an operation by any of its names and put it where the pointer is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme
from desktop.foundation.translation import filled, translate_engine
from desktop.graph_editor.palette.operation_search import matching_operations, written_in_formulas
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation

Fits = Callable[[Operation], bool]
_WIDTH, _HEIGHT = 290, 330
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
ROW_HEIGHT = 34
NAME_ROLE = Qt.ItemDataRole.UserRole
OPERATION_ROLE = Qt.ItemDataRole.UserRole + 1


class SearchPopup(QFrame):
    """A field with the focus and the operations that answer to it, over the viewport.

    Signals:
        chosen(name: str): An operation was chosen; the popup is closed.
        closed(): It was closed, whether something was chosen or not.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view.viewport())
        self._view = view
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tallest = _HEIGHT
        self._fits: Fits = lambda _operation: True
        # What is offered besides the operations of the table: the gates that the user keeps.
        self.kept: Callable[[], Sequence[Operation]] = tuple
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Search operations: ×, mul, tanh …"))
        tip = self.tr("Type a name or a symbol; ↑ ↓ choose, Enter adds.")
        explain(self.field, self.tr("Search operations"), tip)
        self.list = QListWidget(self)
        self.list.setItemDelegate(OperationDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        explain(self.list, self.tr("Operations found"), self.tr("Click an operation to add it."))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self._nothing = PlainLabel(self.tr("No operation answers to that."), self)
        self._nothing.setProperty("kind", "muted")
        self._nothing.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self._nothing)
        layout.addWidget(self.list, 1)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._on_item_clicked)
        self.hide()

    def open_at(self, place: QPoint, fits: Fits | None = None) -> None:
        """Open near a place of the viewport.

        Args:
            place: The pointer.
            fits: Which operations to offer; all of them without it.
        """
        self._fits = fits if fits is not None else lambda _operation: True
        self.setStyleSheet(_style())
        self.field.clear()
        room = self._view.viewport().rect().adjusted(6, 6, -6, -6)
        size = QSize(theme().px(_WIDTH), theme().px(_HEIGHT)).boundedTo(room.size())
        self._tallest = size.height()
        area = QRect(place - QPoint(24, 20), size)
        area.moveLeft(max(room.left(), min(area.left(), room.right() - size.width() + 1)))
        area.moveTop(max(room.top(), min(area.top(), room.bottom() - size.height() + 1)))
        self.setGeometry(area)
        self._fill("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_now(self) -> None:
        """Close it without choosing."""
        if self.isHidden():
            return
        had_focus = self.field.hasFocus()
        self.hide()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def offered(self) -> list[str]:
        """Return the names of the operations on offer, the best first."""
        return [str(self.list.item(row).data(NAME_ROLE)) for row in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead the field's keys for choosing to the list."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._handle_key(event)
        elif watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.close_now()
        return False

    def _handle_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_now()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._choose(self.list.currentItem())
        elif key in _LIST_KEYS:
            self._step(key)
        else:
            return False
        return True

    def _step(self, key: int) -> None:
        count = self.list.count()
        if not count:
            return
        page = max(1, self.list.height() // theme().px(ROW_HEIGHT) - 1)
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page}
        row = self.list.currentRow() + steps.get(Qt.Key(key), page)
        # By single steps the list goes round, by pages it stops at its ends.
        is_single = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        self.list.setCurrentRow(row % count if is_single else max(0, min(count - 1, row)))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        name = str(item.data(NAME_ROLE))
        self.close_now()
        self.chosen.emit(name)

    def _fill(self, text: str) -> None:
        self.list.clear()
        for operation in matching_operations(text, self.kept()):
            if not self._fits(operation):
                continue
            item = QListWidgetItem(translate_engine(operation.title), self.list)
            item.setData(NAME_ROLE, operation.name)
            item.setData(OPERATION_ROLE, operation)
            form = written_in_formulas(operation)
            lines = [translate_engine(operation.summary)]
            if form:
                lines.append(filled(self.tr("In formulas: {0}"), form))
            item.setToolTip(plain("\n".join(lines)))
        self.list.setCurrentRow(0)
        self.list.setVisible(self.list.count() > 0)
        self._nothing.setVisible(self.list.count() == 0)
        rows = self.list.count() * theme().px(ROW_HEIGHT) + theme().px(4)
        field = self.field.sizeHint().height() + theme().px(24)
        message = 0 if self.list.count() else self._nothing.sizeHint().height() + theme().px(6)
        self.resize(self.width(), min(self._tallest, field + rows + message))

    def _on_text_changed(self, text: str) -> None:
        self._fill(text)

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self._choose(item)


def _style() -> str:
    ground = theme().color("panel").name()
    border = theme().color("border_strong").name()
    return (
        f"SearchPopup {{ background: {ground}; border: 1px solid {border}; border-radius: 8px; }}"
    )


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
