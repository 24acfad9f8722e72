"""The rows of the outline: every node with its numbers, those inside a group below its gate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme
from desktop.foundation.translation import filled
from desktop.graph_editor.passes.spoken_node import spoken_node
from desktop.graph_editor.tools.tool import ToolContext
from engine.arrays import Array
from engine.explanation.symbols import spoken_gate, spoken_name
from engine.formula.values import format_value
from engine.graph.model import NodeId

NAME, VALUE, GRADIENT = range(3)
_COLORS = {VALUE: "value", GRADIENT: "gradient"}
_NOT_KNOWN = "—"
_ROLES = frozenset(
    (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """A node of the outline.

    Attributes:
        node: The node; of the whole graph where it stands inside a group, else of the canvas.
        gate: The gate on the canvas that stands for its group; None where it is there itself.
        inside: The rows below it: what the group holds.
    """

    node: NodeId
    gate: NodeId | None = None
    inside: tuple[Row, ...] = ()

    @property
    def shown(self) -> NodeId:
        """The node on the canvas that stands for it."""
        return self.node if self.gate is None else self.gate


class OutlineModel(QAbstractItemModel):
    """Rows, and the rows inside of those that are groups; their texts are made when asked for."""

    def __init__(self, context: ToolContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: Sequence[Row] = ()
        # Asked once for all rows that are painted.
        self._known = context.walk.numbers()

    @property
    def rows(self) -> Sequence[Row]:
        """The outer rows."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self._known = self._context.walk.numbers()
        self.endResetModel()

    def tell_numbers(self) -> None:
        """Say that the numbers may be others; only the rows that are seen ask for them."""
        self._known = self._context.walk.numbers()
        if self._rows:
            last = self.index(len(self._rows) - 1, GRADIENT, QModelIndex())
            self.dataChanged.emit(self.index(0, VALUE, QModelIndex()), last)
            for place, row in enumerate(self._rows):
                if row.inside:
                    parent = self.index(place, NAME, QModelIndex())
                    end = self.index(len(row.inside) - 1, GRADIENT, parent)
                    self.dataChanged.emit(self.index(0, VALUE, parent), end)

    def row_at(self, index: Index) -> Row | None:
        """Return the row of an index."""
        if not index.isValid():
            return None
        outer = int(index.internalId())
        rows = self._rows if outer == 0 else self._rows[outer - 1].inside
        return rows[index.row()]

    def index_of(self, node: NodeId) -> QModelIndex:
        """Return the first cell of the outer row of a node on the canvas, or an invalid index."""
        for place, row in enumerate(self._rows):
            if row.shown == node:
                return self.index(place, NAME, QModelIndex())
        return QModelIndex()

    # What a view asks -----------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return a cell; the number kept with it is its outer row's, counted from 1."""
        if parent is None or not parent.isValid():
            count, outer = len(self._rows), 0
        else:
            count, outer = self.rowCount(parent), parent.row() + 1
        is_there = 0 <= row < count and 0 <= column <= GRADIENT
        return self.createIndex(row, column, outer) if is_there else QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the row that one stands in."""
        outer = int(index.internalId()) if index.isValid() else 0
        return self.createIndex(outer - 1, NAME, 0) if outer else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows stand in one."""
        if parent is None or not parent.isValid():
            return len(self._rows)
        is_outer = parent.internalId() == 0 and parent.column() == NAME
        return len(self._rows[parent.row()].inside) if is_outer else 0

    def columnCount(self, parent: Index | None = None) -> int:
        """Return name, value and gradient."""
        return GRADIENT + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what the columns are called."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("node"), self.tr("value"), self.tr("gradient"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, its colour, or what is said of the whole row."""
        # A view asks for a dozen roles of each cell that it paints.
        row = self.row_at(index) if role in _ROLES else None
        if row is None or not self._is_there(row):
            return None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(row) if column == NAME else self._number_text(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme().color(_COLORS[column]) if column in _COLORS else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(self.sentence(row))
        return self._said(row, column)

    def _is_there(self, row: Row) -> bool:
        """Tell whether a row's node is in the graph, which may be another before the rows are."""
        document = self._context.document
        graph = document.shown.graph
        if row.gate is None:
            return row.node in graph.nodes
        return row.gate in graph.nodes and row.node in document.graph.nodes

    def name(self, row: Row) -> str:
        """Return what a row calls its node; one inside a group says so where it stands alone."""
        document = self._context.document
        if row.gate is None:
            return spoken_gate(document.shown.graph, row.node)
        text, gate = spoken_gate(document.graph, row.node), row.gate
        if any(outer is row for outer in self._rows):
            return filled(self.tr("{0}, in {1}"), text, spoken_name(document.shown.graph, gate))
        return text

    def sentence(self, row: Row) -> str:
        """Return all that a row says in words."""
        if row.gate is None:
            document, walk = self._context.document, self._context.walk
            return spoken_node(document, walk, row.node, self._digits)
        return ", ".join(self._said(row, column) for column in (NAME, VALUE, GRADIENT))

    def _said(self, row: Row, column: int) -> str:
        if column == NAME:
            return self.sentence(row) if row.gate is None else self.name(row)
        sentence = self.tr("value {0}") if column == VALUE else self.tr("gradient {0}")
        text = self._number_text(row, column)
        return filled(sentence, self.tr("not computed") if text == _NOT_KNOWN else text)

    @property
    def _digits(self) -> int:
        return self._context.scene.items_shown.digits

    def _number_text(self, row: Row, column: int) -> str:
        number = self._number(row, column)
        return _NOT_KNOWN if number is None else format_value(number, self._digits)

    def _number(self, row: Row, column: int) -> Array | None:
        if row.gate is None:
            values, gradients = self._known.values, self._known.gradients.nodes
        elif self._context.walk.is_live:
            evaluation = self._context.document.evaluation
            values, gradients = evaluation.values, evaluation.gradients.nodes
        else:
            # The passes walk over the gates on the canvas and do not stop inside of one.
            return None
        return values.get(row.node) if column == VALUE else gradients.get(row.node)
