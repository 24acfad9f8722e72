"""The panel of the outline: a field to find by, and the tree of all nodes with their numbers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme
from desktop.foundation.translation import filled
from desktop.graph_editor.tools.outline.gate_matching import matching_nodes
from desktop.graph_editor.tools.outline.outline_model import (
    GRADIENT,
    NAME,
    VALUE,
    OutlineModel,
    Row,
)
from desktop.graph_editor.tools.tool import ToolContext, ToolPanel
from engine.graph.model import NodeId
from engine.graph.topology import topological_order

_STEPPING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_LOWEST_PX = 220
_SELECT = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class OutlinePanel(ToolPanel):
    """Lists the nodes in the order in which they are computed, in step with the canvas.

    What is chosen here is selected and brought into view there, and the reverse. It is what a
    screen reader reads of a graph: each row says its node in words.
    """

    def __init__(self, context: ToolContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._is_on_show = False
        self._is_following = False
        self._made_of: tuple[object, ...] = ()
        self._field = self._make_field()
        self._count = PlainLabel(self)
        self._count.setProperty("kind", "muted")
        self._count.setWordWrap(True)
        self._model = OutlineModel(context, self)
        self._tree = self._make_tree()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addWidget(self._count)
        column.addWidget(self._tree, 1)
        context.document.changed.connect(self._on_changed)
        context.walk.changed.connect(self._on_numbers_changed)
        context.scene.numbers_written.connect(self._on_numbers_changed)

    @property
    def field(self) -> QLineEdit:
        """The field to find by."""
        return self._field

    @property
    def tree(self) -> QTreeView:
        """The tree of nodes."""
        return self._tree

    @property
    def names(self) -> list[str]:
        """What the outer rows call their nodes."""
        return [self._model.name(row) for row in self._model.rows]

    def begin(self) -> None:
        """Show the graph as it stands."""
        self._is_on_show = True
        self._on_changed()
        self.select(self._context.scene.selected_nodes())

    def end(self) -> None:
        """Follow no longer."""
        self._is_on_show = False

    def take_focus(self) -> None:
        """Let a name be typed."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def select(self, nodes: frozenset[NodeId]) -> None:
        """Choose the rows of what is selected on the canvas."""
        if not self._is_on_show or nodes == self._chosen_nodes():
            return
        rows = QItemSelection()
        first = QModelIndex()
        for place, row in enumerate(self._model.rows):
            if row.gate is None and row.node in nodes:
                index = self._model.index(place, NAME)
                rows.select(index, index)
                first = first if first.isValid() else index
        self._is_following = True
        chosen = self._tree.selectionModel()
        chosen.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        clear = QItemSelectionModel.SelectionFlag.ClearAndSelect
        chosen.select(rows, clear | QItemSelectionModel.SelectionFlag.Rows)
        self._is_following = False
        if first.isValid():
            self._tree.scrollTo(first)

    def snapshot(self) -> object:
        """Return what is typed."""
        return self._field.text()

    def restore(self, snapshot: object) -> None:
        """Find by the same again."""
        if isinstance(snapshot, str):
            self._field.setText(snapshot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrows walk over the tree, and Escape and Enter lead to the canvas."""
        if watched is self._field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._field_key(event)
        elif watched is self._tree and isinstance(event, QKeyEvent):
            is_escape = event.key() == Qt.Key.Key_Escape
            if event.type() == QEvent.Type.KeyPress and is_escape:
                self._field.setFocus(Qt.FocusReason.BacktabFocusReason)
                return True
        return super().eventFilter(watched, event)

    # Inside ---------------------------------------------------------------------------------

    def _make_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Find a node"))
        tip = self.tr("Type a name or an operation; ↑ ↓ walk over what is found, Enter goes there")
        explain(field, self.tr("Find a node"), tip)
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._on_typed)
        field.installEventFilter(self)
        return field

    def _make_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setModel(self._model)
        tree.setUniformRowHeights(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        tree.setAllColumnsShowFocus(True)
        tree.setMinimumHeight(theme().px(_LOWEST_PX))
        header = tree.header()
        header.setStretchLastSection(False)
        header.setResizeContentsPrecision(0)
        # The others are as wide as what they hold when the rows are others: to measure them with
        # each number that changes would cost more than the change.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        tip = self.tr(
            "Every node in the order in which it is computed, what is in a group below its gate; "
            "Enter goes to it on the canvas"
        )
        explain(tree, self.tr("Nodes with their values and gradients"), tip)
        tree.selectionModel().selectionChanged.connect(self._on_chosen)
        tree.activated.connect(self._on_activated)
        tree.installEventFilter(self)
        return tree

    def _field_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _STEPPING:
            QApplication.sendEvent(self._tree, event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated(self._tree.currentIndex())
        elif key == Qt.Key.Key_Escape and self._field.text():
            self._field.clear()
        elif key == Qt.Key.Key_Escape:
            self._context.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def _on_typed(self, text: str) -> None:
        self._fill()
        if text.strip() and self._model.rows:
            self._tree.setCurrentIndex(self._model.index(0, NAME))
        elif not text.strip():
            self.select(self._context.scene.selected_nodes())

    def _on_changed(self, _change: object = None) -> None:
        if not self._is_on_show:
            return
        shown, whole = self._context.document.shown, self._context.document.graph
        made_of = (
            tuple(shown.graph.nodes), shown.graph.names, shown.graph.wires,
            whole.groups, whole.names, shown.place,
        )  # fmt: skip
        if made_of == self._made_of:
            return
        self._made_of = made_of
        self._fill()
        self.select(self._context.scene.selected_nodes())

    def _on_numbers_changed(self) -> None:
        if self._is_on_show:
            # Numbers may be told of before the change of the graph that they came with.
            self._on_changed()
            self._model.tell_numbers()

    def _fill(self) -> None:
        """Show all nodes as a tree, or one below the other what the field finds."""
        rows = self._all_rows()
        total = sum(1 + len(row.inside) for row in rows)
        if self._field.text().strip():
            rows = self._found(rows)
            text = self.tr("{0} of {1} nodes") if rows else self.tr("No node answers to that.")
            self._count.setText(filled(text, len(rows), total))
        else:
            self._count.setText(filled(self.tr("Nodes: {0}"), total))
        self._is_following = True
        self._model.show_rows(rows)
        self._tree.setRootIsDecorated(any(row.inside for row in rows))
        for column in (VALUE, GRADIENT):
            self._tree.resizeColumnToContents(column)
        self._is_following = False

    def _all_rows(self) -> list[Row]:
        document = self._context.document
        shown, whole = document.shown, document.graph
        place = {node: rank for rank, node in enumerate(topological_order(whole))}
        rows = []
        for node in topological_order(shown.graph):
            inside: tuple[Row, ...] = ()
            if shown.group_of(node) is not None:
                members = sorted(shown.whole_ids([node]), key=place.__getitem__)
                inside = tuple(Row(member, node) for member in members)
            rows.append(Row(node, None, inside))
        return rows

    def _found(self, rows: list[Row]) -> list[Row]:
        document, text = self._context.document, self._field.text()
        outer = {row.node: Row(row.node) for row in rows}
        inner = {row.node: row for gate in rows for row in gate.inside}
        found = matching_nodes(document.shown.graph, outer, text)
        hidden = matching_nodes(document.graph, inner, text)
        return [*(outer[node] for node in found), *(inner[node] for node in hidden)]

    def _chosen_rows(self) -> list[Row]:
        indexes = self._tree.selectionModel().selectedRows(NAME)
        return [row for index in indexes if (row := self._model.row_at(index)) is not None]

    def _chosen_nodes(self) -> frozenset[NodeId]:
        return frozenset(row.shown for row in self._chosen_rows())

    def _on_chosen(self) -> None:
        nodes = self._chosen_nodes()
        if self._is_following or not nodes:
            return
        context = self._context
        context.scene.select(nodes)
        current = self._model.row_at(self._tree.currentIndex())
        if current is not None:
            context.view.camera.show_closely(context.scene.node_rect(current.shown))

    def _on_activated(self, index: QModelIndex) -> None:
        """Go to a node on the canvas, into its group, and give the canvas the keys."""
        row = self._model.row_at(index)
        if row is None:
            return
        context, document = self._context, self._context.document
        shown = row.shown
        if row.gate is not None:
            # Groups stand in groups; the gate of one has the id of what the group hands on.
            while (gate := document.shown.shown_node(row.node)) is not None:
                group = document.shown.group_of(gate)
                if group is None:
                    break
                document.enter(group)
            shown = row.node
        context.scene.select([shown])
        if shown in document.shown.graph.nodes:
            context.view.camera.show_closely(context.scene.node_rect(shown))
        context.view.keys_lead = True
        context.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
