"""The canvas's commands as actions with keys, for menus, context menus and the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop.foundation.plain_text import plain
from desktop.foundation.translation import filled
from desktop.graph_editor.canvas.canvas_view import CanvasView
from desktop.graph_editor.commands.catalog import COMMANDS
from desktop.graph_editor.commands.command import Command


class CanvasActions(QObject):
    """Makes the actions of one view and keeps them enabled when they can do something."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self.by_name: dict[str, QAction] = {}
        for command in COMMANDS.values():
            self._add(command)
        view.document.history.changed.connect(self._on_history_changed)
        view.graph_scene.node_selected.connect(self._on_node_selected)
        view.document.changed.connect(self._on_document_changed)
        self._on_history_changed()
        self._enable()

    def _add(self, command: Command) -> None:
        text = command.shown_text
        if command.shown_key:
            # Behind a tab stands what a menu shows as the key.
            keys = QKeySequence(command.shown_key)
            text += "\t" + keys.toString(QKeySequence.SequenceFormat.NativeText)
        tip = command.shown_summary
        action = QAction(text, self._view)
        action.setObjectName(command.name)
        action.setShortcuts(_sequences(command))
        # Letters and Delete belong to the canvas only while it has the focus.
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if command.is_everywhere
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        action.setToolTip(plain(tip))
        action.setStatusTip(plain(tip))
        action.setWhatsThis(plain(tip))
        action.setCheckable(command.is_checked is not None)
        action.triggered.connect(lambda _=False: self._run(command))
        self._view.addAction(action)
        self.by_name[command.name] = action

    def _run(self, command: Command) -> None:
        # A command in the middle of a drag ends the drag, which then was none; copies that follow
        # the pointer are put down.
        self._view.settle_gesture()
        command.run(self._view)
        # One that is switched may have been refused, and its tick has come or gone already.
        if command.is_checked is not None:
            self.by_name[command.name].setChecked(command.is_checked(self._view))

    def _on_history_changed(self) -> None:
        history = self._view.document.history
        for name, step in (("undo", history.undo_text), ("redo", history.redo_text)):
            text = COMMANDS[name].shown_text
            self.by_name[name].setText(filled(text, step).strip())
            self.by_name[name].setEnabled(COMMANDS[name].can_run(self._view))

    def _on_node_selected(self, _ids: object) -> None:
        self._enable()

    def _on_document_changed(self, _change: object) -> None:
        self._enable()

    def _enable(self) -> None:
        for command in COMMANDS.values():
            action = self.by_name[command.name]
            action.setEnabled(command.can_run(self._view))
            if command.is_checked is not None:
                action.setChecked(command.is_checked(self._view))


def _sequences(command: Command) -> list[QKeySequence]:
    # The first binding alone of a standard key: some platforms also cut by Shift+Del, which
    # deletes and reconnects here.
    return list(dict.fromkeys(QKeySequence(keys) for keys in command.keys))
