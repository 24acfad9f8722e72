"""The list of what may be meant by the beginning of a name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme
from desktop.foundation.translation import translate_engine
from engine.formula.completion import Proposal

_ROW_PX, _EDGE_PX, _BAR_PX = 42, 8, 14
_MOST_ROWS = 5
_PROPOSAL = Qt.ItemDataRole.UserRole


class ProposalList(QListWidget):
    """Proposals, none of them chosen at first; the keys stay with the field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_ProposalDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tip = self.tr("↑ ↓ choose, Enter or a click writes it, Escape closes the list")
        explain(self, self.tr("Names that begin so"), tip)
        self.hide()

    @property
    def proposals(self) -> list[Proposal]:
        """What is on offer, in order."""
        return [self.item(row).data(_PROPOSAL) for row in range(self.count())]

    @property
    def chosen(self) -> Proposal | None:
        """What the arrows have chosen, or None."""
        item = self.currentItem() if self.currentRow() >= 0 else None
        return None if item is None else item.data(_PROPOSAL)

    def offer(self, proposals: Sequence[Proposal], rows: int = _MOST_ROWS) -> None:
        """Show other proposals, of which so many rows are seen at once."""
        self.clear()
        for proposal in proposals:
            item = QListWidgetItem(self)
            item.setData(_PROPOSAL, proposal)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(proposal))
        self.setCurrentRow(-1)
        self.setVisible(bool(proposals))
        self.setFixedHeight(min(len(proposals), rows, _MOST_ROWS) * theme().px(_ROW_PX) + 2)

    @property
    def natural_width(self) -> int:
        """How wide it would have to be for all that is said, in pixels."""
        mono, small = (QFontMetrics(theme().font(role)) for role in ("mono", "small"))
        widths = [
            max(mono.horizontalAdvance(item.signature), small.horizontalAdvance(summary(item)))
            for item in self.proposals
        ]
        return max(widths, default=0) + 2 * theme().px(_EDGE_PX) + theme().px(_BAR_PX)

    def step(self, key: Qt.Key) -> None:
        """Choose another one, as a key says; the list goes round."""
        count = self.count()
        page = max(1, self.height() // theme().px(_ROW_PX) - 1)
        row = self.currentRow()
        if key == Qt.Key.Key_Down:
            row = (row + 1) % count
        elif key == Qt.Key.Key_Up:
            row = (max(row, 0) - 1) % count
        elif key == Qt.Key.Key_PageDown:
            row = min(count - 1, row + page)
        else:
            row = max(0, row - page)
        self.setCurrentRow(row)


def spoken(proposal: Proposal) -> str:
    """Return a proposal as it is read out."""
    return f"{proposal.signature}. {summary(proposal)}"


def summary(proposal: Proposal) -> str:
    """Return what a function does, or that a name is that of a value."""
    if proposal.operation is None:
        return QCoreApplication.translate("ProposalList", "The name of a value")
    return translate_engine(proposal.operation.summary)


class _ProposalDelegate(QStyledItemDelegate):
    """Draws how a function is called, and below it what it does."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one proposal."""
        proposal: Proposal = index.data(_PROPOSAL)
        self.initStyleOption(option, index)
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        edge = theme().px(_EDGE_PX)
        row = option.rect.adjusted(edge, edge // 2, -edge, -edge // 2)
        upper = QRect(row.left(), row.top(), row.width(), row.height() * 11 // 20)
        lower = QRect(row.left(), upper.bottom() + 1, row.width(), row.height() - upper.height())
        painter.save()
        try:
            _write(painter, "mono", "text", upper, proposal.signature)
            _write(painter, "small", "text_muted", lower, summary(proposal))
        finally:
            painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a row; the list has the width."""
        return QSize(0, theme().px(_ROW_PX))


def _write(painter: QPainter, role: str, colour: str, area: QRect, text: str) -> None:
    font = theme().font(role)
    painter.setFont(font)
    painter.setPen(theme().color(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(area, int(flags), shown)
