"""Thousands of random gestures and commands on one canvas; run as a process of its own.

A crash of Qt would end the whole test run, so `test_fuzz` starts this file as a program and reads
its exit code. ``python -m tests.desktop.graph_editor.canvas.fuzz SEED STEPS``
"""

from __future__ import annotations

import gc
import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.graph_editor.frames.frame_item import FrameItem
from desktop.graph_editor.items.label_item import LabelItem
from desktop.graph_editor.items.node_item import NodeItem
from desktop.graph_editor.items.wire_item import WireItem
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.scene.hit_testing import OutputPort
from engine.drawing.drawing import Drawing
from engine.drawing.serialization import from_json, to_json
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.topology import topological_order
from engine.operations.catalog import OPERATIONS
from tests.desktop.graph_editor.canvas.hand import ALT, CTRL, NONE, SHIFT, Hand

_MOST_NODES = 40
_COMMANDS = (
    "undo", "undo", "undo", "redo", "redo", "cut", "copy", "paste", "paste", "duplicate",
    "delete", "delete_bridging", "select_all", "select_linked", "set_result", "arrange",
    "zoom_in", "zoom_out", "zoom_fit", "disconnect", "select_wire", "snap",
    "align_left", "align_middle", "distribute_across", "distribute_down",
    "move_left", "move_down_finely",
    "frame", "frame_color", "leave_frame", "remove_frame", "mute", "mute", "reroute", "reroute",
)  # fmt: skip
_KINDS = (NodeItem, WireItem, LabelItem, FrameItem)


class Fuzz:
    """A hand that does anything at all, and checks after every step that all is well."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.random = random.Random(seed)
        self.page = GraphPage(Settings(str(folder / "settings.ini")))
        self.page.resize(1460, 820)
        self.page.show()
        QApplication.processEvents()
        self.page.document.new()
        self.hand = Hand(folder / "settings.ini", self.page)

    def run(self, steps: int) -> None:
        """Act, check, and at last undo and redo everything."""
        actions: list[Callable[[], None]] = [
            self.draw_wire, self.draw_wire, self.draw_wire, self.pull_wire, self.drag_node,
            self.drag_node, self.scrub, self.band, self.drop, self.drop, self.command,
            self.command, self.search, self.key, self.abandon, self.type_value, self.group,
            self.group, self.walk, self.use_tool, self.reopen,
        ]  # fmt: skip
        for step in range(steps):
            self.random.choice(actions)()
            if step % 25 == 0:
                gc.collect()
                QApplication.processEvents()
                self.hand.view.grab()
            self.check()
        self.undo_and_redo_everything()

    def check(self) -> None:
        """The scene shows exactly the document, which is a graph without circles."""
        graph, scene = self.graph, self.hand.scene
        whole = self.hand.document.drawing
        assert set(scene.items_shown.nodes) == set(graph.nodes)
        assert set(scene.items_shown.wires) == set(graph.wires) == set(scene.labels.wires)
        assert set(whole.positions) == set(whole.graph.nodes)
        assert len(topological_order(whole.graph)) == len(whole.graph.nodes)
        assert scene.selected_nodes() <= set(graph.nodes)
        kinds = [type(item) for item in scene.items()]
        assert kinds.count(NodeItem) == len(graph.nodes)
        assert kinds.count(WireItem) == len(graph.wires) + len(scene.labels._stubs)
        assert kinds.count(LabelItem) == len(scene.labels.all_items())
        assert len(kinds) == sum(kinds.count(kind) for kind in _KINDS) + 1

    def undo_and_redo_everything(self) -> None:
        """The whole history leads to the empty drawing and back to the same one."""
        document = self.hand.document
        document.go_to(())
        while document.history.steps.next is not None:
            document.history.redo()
        last = document.drawing
        while document.history.steps.last is not None:
            document.history.undo()
        assert document.drawing == Drawing()
        self.check()
        while document.history.steps.next is not None:
            document.history.redo()
        assert document.drawing is last
        self.check()
        self.page.shutdown()

    # Steps

    def draw_wire(self) -> None:
        source, port = self.any_node(), self.any_port()
        if source is None or port is None:
            return
        ends = [self.hand.output(source), self.hand.port(port)]
        if self.random.random() < 0.3:
            ends.reverse()
        self.hand.drag(ends[0], ends[1] if self.random.random() < 0.8 else self.anywhere())
        self.answer_search()

    def pull_wire(self) -> None:
        wires = list(self.graph.wires)
        if wires:
            port = self.any_port() if self.random.random() < 0.5 else None
            end = self.hand.port(port) if port is not None else self.anywhere()
            self.hand.drag(self.hand.port(self.random.choice(wires)), end)
            self.answer_search()

    def drag_node(self) -> None:
        node = self.any_node()
        if node is None:
            return
        is_full = len(self.graph.nodes) >= _MOST_NODES
        modifiers = self.random.choice([NONE, NONE, NONE, SHIFT, CTRL, NONE if is_full else ALT])
        self.hand.drag(self.hand.node(node), self.anywhere(), modifiers)

    def scrub(self) -> None:
        sources = list(self.graph.sources())
        if sources:
            start = self.hand.value(self.random.choice(sources))
            self.hand.drag(start, start + QPoint(self.random.randint(-60, 60), 0))
            self.hand.view.editor.close_now()

    def type_value(self) -> None:
        sources = list(self.graph.sources())
        if sources:
            text = self.random.choice(["1", "-2.5", "[1, 2]", "[[1, 2], [3, 4]]", "x", "1e-3"])
            self.hand.type_value(self.random.choice(sources), text)
            self.hand.view.editor.close_now()

    def group(self) -> None:
        """Group what stands together, enter a group, go out, or take a group away."""
        document, scene = self.hand.document, self.hand.scene
        name = self.random.choice(["group", "group", "ungroup", "enter_group", "leave_group"])
        gates = [key for key, node in self.graph.nodes.items() if not node.is_source]
        if name == "group" and gates:
            gate = self.random.choice(gates)
            near = {source for source in self.graph.inputs_of(gate) if source is not None}
            scene.select({gate, *near})
        elif gates:
            scene.select({self.random.choice(gates)})
        self.trigger(name)
        assert document.drawing.graph.groups.keys() >= set(document.place)

    def walk(self) -> None:
        walk = self.page.walk
        walk.go(self.random.choice([0, walk.position + 1, walk.position - 1, walk.last]))

    def use_tool(self) -> None:
        self.page.dock.show_tool(self.random.choice(list(self.page.dock.actions_by_name)))

    def reopen(self) -> None:
        """What is saved is read back as it was."""
        drawing = self.hand.document.drawing
        assert from_json(to_json(drawing)) == drawing

    def band(self) -> None:
        modifiers = self.random.choice([NONE, SHIFT, CTRL, CTRL, CTRL | SHIFT])
        self.hand.drag(self.anywhere(), self.anywhere(), modifiers)
        self.answer_search()
        self.hand.view.editor.close_now()

    def drop(self) -> None:
        if len(self.graph.nodes) < _MOST_NODES:
            self.hand.drop(self.random.choice(list(OPERATIONS)), self.anywhere())

    def command(self) -> None:
        name = self.random.choice(_COMMANDS)
        if name in {"paste", "duplicate"} and (len(self.graph.nodes) >= _MOST_NODES):
            return
        self.trigger(name)

    def trigger(self, name: str) -> None:
        action = self.hand.actions[name]
        if action.isEnabled():
            action.trigger()
        self.hand.view.frame_editor.leave()

    def search(self) -> None:
        self.hand.double_click(self.anywhere())
        self.answer_search()
        self.hand.view.editor.close_now()

    def key(self) -> None:
        keys = [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Escape]
        self.hand.key(self.random.choice(keys), self.random.choice([NONE, SHIFT]))

    def abandon(self) -> None:
        node = self.any_node()
        start = self.hand.node(node) if node is not None else self.anywhere()
        self.hand.press(start, self.random.choice([NONE, ALT]))
        self.hand.move(self.anywhere())
        self.command()
        self.hand.move(self.anywhere())
        self.hand.key(Qt.Key.Key_Escape)
        self.hand.release(self.anywhere())

    def answer_search(self) -> None:
        popup = self.hand.view.search
        if popup.isHidden():
            return
        is_full = len(self.graph.nodes) >= _MOST_NODES
        if is_full or self.random.random() < 0.3 or not popup.offered():
            self.hand.key(Qt.Key.Key_Escape, on=popup.field)
        else:
            self.hand.search(self.random.choice(popup.offered()))
            popup.close_now()

    # Choices

    @property
    def graph(self) -> Graph:
        """The graph that is seen."""
        return self.hand.document.shown.graph

    def any_node(self) -> NodeId | None:
        nodes = list(self.graph.nodes)
        return self.random.choice(nodes) if nodes else None

    def any_port(self) -> InputPort | None:
        graph = self.graph
        ports = [
            InputPort(node_id, index)
            for node_id, node in graph.nodes.items()
            for index in range(node.record.arity)
        ]
        return self.random.choice(ports) if ports else None

    def anywhere(self) -> QPoint:
        node = self.any_node()
        if node is not None and self.random.random() < 0.3:
            return self.hand.port(OutputPort(node)) + QPoint(self.random.randint(-40, 40), 5)
        return QPoint(self.random.randint(10, 890), self.random.randint(10, 630))


def _fail(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    is_bad = kind in {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}
    if is_bad and "This plugin does not support" not in message:
        sys.stderr.write(f"Qt: {message}\n")
        os._exit(3)


def _fail_on_exception(kind: type[BaseException], error: BaseException, trace: object) -> None:
    sys.__excepthook__(kind, error, error.__traceback__)
    sys.stderr.flush()
    os._exit(4)


def main(seed: int, steps: int) -> None:
    """Run one fuzz; any exception, in a slot or a handler too, ends it with a failure."""
    app = QApplication([])
    apply_theme(app, "light", 1.0)
    qInstallMessageHandler(_fail)
    sys.excepthook = _fail_on_exception
    with tempfile.TemporaryDirectory() as folder:
        fuzz = Fuzz(seed, Path(folder))
        # Modules and classes stay: no collection need look at them again.
        gc.freeze()
        fuzz.run(steps)
        done = len(fuzz.hand.document.history.steps.made)
        sys.stdout.write(f"seed {seed}: {steps} gestures, {done} steps of history\n")
        del fuzz
    gc.collect()
    app.processEvents()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
