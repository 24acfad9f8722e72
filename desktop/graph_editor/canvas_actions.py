"""The canvas's commands as actions with keys, for menus, context menus and the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop.graph_editor.canvas_view import CanvasView

Keys = QKeySequence | QKeySequence.StandardKey | str | None


class CanvasActions(QObject):
    """Makes the actions of one view and keeps them enabled when they can do something."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self.by_name: dict[str, QAction] = {}
        self._make_history()
        self._make_editing()
        self._make_viewing()
        view.document.history_changed.connect(self._on_history_changed)
        view.graph_scene.node_selected.connect(self._on_node_selected)
        view.document.changed.connect(self._on_document_changed)
        self._on_history_changed()
        self._enable()

    def _make_history(self) -> None:
        stack = self._view.document.undo_stack
        window = Qt.ShortcutContext.WindowShortcut
        undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
        self._add("undo", self.tr("Undo"), undo, stack.undo, self.tr("Take the last step back"))
        self._add("redo", self.tr("Redo"), redo, stack.redo, self.tr("Make the step again"))
        self.by_name["undo"].setShortcutContext(window)
        self.by_name["redo"].setShortcutContext(window)
        keys = [*self.by_name["redo"].shortcuts(), QKeySequence("Ctrl+Y")]
        self.by_name["redo"].setShortcuts(list(dict.fromkeys(keys)))

    def _make_editing(self) -> None:
        standard = QKeySequence.StandardKey
        edits, view = self._view.edits, self._view
        add = self._add
        add(
            "cut",
            self.tr("Cut"),
            standard.Cut,
            edits.cut,
            self.tr("Move the selected nodes to the clipboard"),
        )
        add(
            "copy",
            self.tr("Copy"),
            standard.Copy,
            edits.copy,
            self.tr("Copy the selected nodes as text"),
        )
        add(
            "paste",
            self.tr("Paste"),
            standard.Paste,
            view.paste,
            self.tr("Paste nodes at the pointer"),
        )
        add(
            "duplicate",
            self.tr("Duplicate"),
            "Ctrl+D",
            edits.duplicate,
            self.tr("Copy the selected nodes"),
        )
        add(
            "delete",
            self.tr("Delete"),
            "Del",
            edits.delete,
            self.tr("Delete the selected nodes and wires"),
        )
        self.by_name["delete"].setShortcuts([QKeySequence("Del"), QKeySequence("Backspace")])
        add(
            "delete_bridging",
            self.tr("Delete and reconnect"),
            "Shift+Del",
            edits.delete_bridging,
            self.tr("Delete the selected gates and lead their wires on"),
        )
        add(
            "select_all",
            self.tr("Select all"),
            standard.SelectAll,
            edits.select_all,
            self.tr("Every node"),
        )
        add(
            "select_linked",
            self.tr("Select linked"),
            "Ctrl+L",
            edits.select_linked,
            self.tr("Everything that hangs together with the selection"),
        )
        add(
            "edit_value",
            self.tr("Edit value"),
            None,
            view.edit_selected,
            self.tr("Type another value"),
        )
        add(
            "rename",
            self.tr("Rename"),
            "F2",
            view.rename_selected,
            self.tr("Give the node another name"),
        )
        add(
            "set_result",
            self.tr("Set as result"),
            "R",
            edits.set_result,
            self.tr("Ask for the gradient of this node"),
        )
        self.by_name["set_result"].setCheckable(True)
        add(
            "arrange",
            self.tr("Arrange"),
            "Ctrl+Shift+A",
            edits.arrange,
            self.tr("Lay the nodes out in layers"),
        )

    def _make_viewing(self) -> None:
        view, add = self._view, self._add
        add(
            "add",
            self.tr("Add node …"),
            None,
            view.open_search_here,
            self.tr("Search an operation (Tab)"),
        )
        add("zoom_in", self.tr("Zoom in"), "+", view.zoom_in, self.tr("Larger"))
        self.by_name["zoom_in"].setShortcuts([QKeySequence("+"), QKeySequence("=")])
        add("zoom_out", self.tr("Zoom out"), "-", view.zoom_out, self.tr("Smaller"))
        add(
            "zoom_reset",
            self.tr("Zoom to 100 %"),
            "0",
            view.zoom_reset,
            self.tr("The canvas at its own size"),
        )
        add(
            "zoom_fit",
            self.tr("Zoom to fit"),
            "F",
            view.zoom_to_fit,
            self.tr("Show the whole graph"),
        )
        self.by_name["zoom_fit"].setShortcuts([QKeySequence("F"), QKeySequence("Ctrl+Home")])

    def _add(self, name: str, text: str, keys: Keys, run: Callable[[], None], tip: str) -> QAction:
        action = QAction(text, self._view)
        action.setObjectName(name)
        if keys is not None:
            action.setShortcut(keys)
        # Letters and Delete belong to the canvas only while it has the focus.
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(tip)
        action.setStatusTip(tip)
        action.triggered.connect(lambda: self._run(run))
        self._view.addAction(action)
        self.by_name[name] = action
        return action

    def _run(self, run: Callable[[], None]) -> None:
        # A command in the middle of a drag ends the drag, which then was none.
        self._view.cancel_gesture()
        run()

    def _on_history_changed(self) -> None:
        stack = self._view.document.undo_stack
        undo, redo = self.by_name["undo"], self.by_name["redo"]
        undo.setEnabled(stack.canUndo())
        redo.setEnabled(stack.canRedo())
        undo.setText(self.tr("Undo {}").format(stack.undoText()).strip())
        redo.setText(self.tr("Redo {}").format(stack.redoText()).strip())

    def _on_node_selected(self, _ids: object) -> None:
        self._enable()

    def _on_document_changed(self, _change: object) -> None:
        self._enable()

    def _enable(self) -> None:
        scene, graph = self._view.graph_scene, self._view.document.graph
        nodes, wires = scene.selected_nodes(), scene.selected_wires()
        single = graph.nodes.get(next(iter(nodes))) if len(nodes) == 1 else None
        enabled = {
            "cut": bool(nodes),
            "copy": bool(nodes),
            "duplicate": bool(nodes),
            "delete": bool(nodes or wires),
            "delete_bridging": bool(nodes),
            "select_all": bool(graph.nodes),
            "select_linked": bool(nodes),
            "edit_value": single is not None and single.is_source,
            "rename": single is not None and single.operation != "constant",
            "set_result": single is not None,
            "arrange": bool(graph.nodes),
        }
        for name, is_enabled in enabled.items():
            self.by_name[name].setEnabled(is_enabled)
        self.by_name["set_result"].setChecked(single is not None and graph.target in nodes)
