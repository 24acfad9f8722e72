"""The document: one drawing, its history, its file, its numbers, and all edits of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.desk.history import History, Step, Steps
from desktop.files.file_stamp import FileStamp
from desktop.graph_editor.document.change import ChangeKind, DocumentChange
from desktop.graph_editor.document.clipboard import pasted_drawing
from desktop.graph_editor.document.sight import Sight
from engine.arrays import Array
from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.drawing import edits, group_edits
from engine.drawing.drawing import Drawing, Point
from engine.drawing.drawing_size import check_drawable, check_storable
from engine.drawing.shown_drawing import Place, ShownDrawing
from engine.exercises.veil import NO_VEIL, Veil, veil_over
from engine.graph import edits as graph_edits
from engine.graph import groups
from engine.graph.model import Graph, GroupId, InputPort, NodeId
from engine.graph.passing import without_dots

DUPLICATE_SHIFT: Point = (36.0, 36.0)
# A drawing, and how it comes to be shown when the history goes there.
Showing = tuple[Drawing, ChangeKind]


@dataclass(frozen=True, eq=False)
class DocumentState:
    """A document's whole state, which a page hands to the one made in its place.

    Attributes:
        drawing: The drawing as it stands.
        steps: What can be undone and redone.
        path: The document's file.
        stamp: How the file was when it was read or saved.
        place: The groups entered.
    """

    drawing: Drawing
    steps: Steps[Showing]
    path: Path | None
    stamp: FileStamp | None
    place: Place


class Document(QObject):
    """Owns a drawing and its history; every edit is one step to undo.

    Every edit raises the engine's error when the engine refuses it. The scene follows `changed`.

    Signals:
        changed(change: DocumentChange): Another drawing is shown, by an edit, undo, redo or load.
        evaluated(): Values and gradients are new, or others of them are to be seen.
        path_changed(): The file it belongs to is another.
        clean_changed(is_clean: bool): Whether anything would be lost by closing.
        place_changed(): Another group is entered, or none.
        displaced(drawing: Drawing, path: Path | None, stamp: FileStamp | None): Another drawing
            is about to be shown in the place of this one, which is in no file and which nobody
            has agreed to lose.
    """

    changed = Signal(object)
    evaluated = Signal()
    path_changed = Signal()
    clean_changed = Signal(bool)
    place_changed = Signal()
    displaced = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawing = Drawing()
        self._path: Path | None = None
        self._stamp: FileStamp | None = None
        self._evaluation = self._seen = evaluate(self._drawing.graph)
        self._asked = self._veil = NO_VEIL
        self._hidden_kinds: frozenset[str] = frozenset()
        self._is_borrowed = False
        self._sight = Sight()
        self.history: History[Showing] = History(lambda showing: self._show(*showing), self)
        self._was_clean = True
        self.history.clean_changed.connect(self._tell_clean)

    @property
    def drawing(self) -> Drawing:
        """The drawing as it stands."""
        return self._drawing

    @property
    def graph(self) -> Graph:
        """The drawing's graph."""
        return self._drawing.graph

    @property
    def evaluation(self) -> Evaluation:
        """Values, gradients and problems of the graph as it stands, as far as they may be seen."""
        return self._seen

    @property
    def whole_evaluation(self) -> Evaluation:
        """The same with the numbers that a veil hides; not to be shown."""
        return self._evaluation

    @property
    def place(self) -> Place:
        """The groups entered, the outermost first; empty on the outside."""
        return self._sight.place

    @property
    def shown(self) -> ShownDrawing:
        """What is seen of the drawing: groups as single gates, or the inside of one."""
        return self._sight.shown(self._drawing, self._seen)

    @property
    def shown_evaluation(self) -> Evaluation:
        """The evaluation by the gates of what is seen, as far as it may be seen."""
        return self._sight.over(self.shown, self._seen)

    @property
    def shown_whole_evaluation(self) -> Evaluation:
        """The same with the numbers that a veil hides; not to be shown."""
        return self._sight.over(self.shown, self._evaluation)

    def go_to(self, place: Place) -> None:
        """Enter groups, or go out to those that hold this place; no step of the history."""
        if self._sight.go_to(place, self._drawing):
            drawing = self._drawing
            self.changed.emit(DocumentChange(drawing, drawing, ChangeKind.PLACE))
            self.evaluated.emit()
            self.place_changed.emit()

    def enter(self, group: GroupId) -> None:
        """Show the inside of a group that is drawn as a gate."""
        self.go_to((*self.place, group))

    def leave(self) -> None:
        """Go out of the innermost group that is entered."""
        self.go_to(self.place[:-1])

    @property
    def veil(self) -> Veil:
        """What is hidden because an exercise or a lesson asks for it; empty while there is none."""
        return self._veil

    @property
    def hidden_kinds(self) -> frozenset[str]:
        """The kinds of numbers that a lesson hides in the whole graph."""
        return self._hidden_kinds

    def set_veil(self, veil: Veil) -> None:
        """Hide other numbers, which an exercise asks for, from all that shows `evaluation`."""
        self._asked = veil
        self._draw_veil()

    def hide_kinds(self, kinds: frozenset[str]) -> None:
        """Hide other kinds of numbers, in every graph that is shown (`veil_over`)."""
        if kinds != self._hidden_kinds:
            self._hidden_kinds = kinds
            self._draw_veil()

    def _draw_veil(self) -> None:
        veil = self._asked | veil_over(self.graph, self._hidden_kinds)
        if veil != self._veil:
            self._veil = veil
            self._seen = veil.over(self._evaluation)
            self.evaluated.emit()

    @property
    def path(self) -> Path | None:
        """The file it was read from or saved to, if any."""
        return self._path

    @property
    def stamp(self) -> FileStamp | None:
        """How its file was when it was read or saved; None if that is not known."""
        return self._stamp

    @property
    def is_clean(self) -> bool:
        """Whether closing would lose nothing; what a lesson has opened is no loss."""
        return self.history.steps.is_clean or (self._is_borrowed and self._path is None)

    def set_borrowed(self, is_borrowed: bool) -> None:
        """Take note that what is in no file is a lesson's from now on, or one's own again."""
        self._is_borrowed = is_borrowed
        self._tell_clean()

    def new(self, *, is_agreed: bool = False) -> None:
        """Begin an empty drawing, without history or file; `is_agreed` as in `load`."""
        self.load(Drawing(), None, is_agreed=is_agreed)

    def load(
        self,
        drawing: Drawing,
        path: Path | None,
        stamp: FileStamp | None = None,
        *,
        is_agreed: bool = False,
    ) -> None:
        """Show a drawing read from a file or an example; its history begins here.

        Args:
            drawing: What to show.
            path: Its file, if it has one.
            stamp: How the file was when it was read.
            is_agreed: Whether the user was asked, and what is not saved of the present drawing
                may go; else it is told of as `displaced`.
        """
        if not (self.is_clean or is_agreed):
            self.displaced.emit(self._drawing, self._path, self._stamp)
        # What was there counts as unsaved until the other is shown.
        self._show(drawing, ChangeKind.LOAD)
        self.history.take(Steps())
        self._set_path(path, stamp)

    def load_unsaved(
        self,
        drawing: Drawing,
        path: Path | None,
        stamp: FileStamp | None = None,
        *,
        is_agreed: bool = False,
    ) -> None:
        """Show a drawing that its file does not hold, such as one recovered after a crash."""
        self.load(drawing, path, stamp, is_agreed=is_agreed)
        self.history.mark_clean(False)

    def snapshot(self) -> DocumentState:
        """Return what `restore` needs."""
        return DocumentState(
            self._drawing, self.history.steps, self._path, self._stamp, self._sight.place
        )

    def restore(self, state: DocumentState, *, is_agreed: bool = False) -> None:
        """Go on where another document stood; `is_agreed` as in `load`."""
        self.load(state.drawing, state.path, state.stamp, is_agreed=is_agreed)
        self.history.take(state.steps)
        self.go_to(state.place)

    def mark_saved(self, path: Path, stamp: FileStamp | None = None) -> None:
        """Note that the drawing as it stands is in this file."""
        self._set_path(path, stamp)
        self.history.mark_clean()

    def push(
        self,
        text: str,
        after: Drawing,
        merge_key: object | None = None,
        kind: ChangeKind = ChangeKind.EDIT,
    ) -> None:
        """Make one undo step.

        Args:
            text: What the step does, for the menu.
            after: The drawing after it.
            merge_key: Steps of one gesture (a drag, a scrub) carry one key and become one step.
            kind: Whether the scene glides there.

        Raises:
            GraphError: The drawing would be too large to be opened again once it is saved.
        """
        before = self._drawing
        if after is before:
            return
        if self.place and kind is ChangeKind.EDIT:
            after = group_edits.joined(before, after, self.place)
        check_storable(before, after)
        self._show(after, kind)
        self.history.record(Step(text, (before, kind), (after, kind), merge_key))

    def replace_drawing(self, text: str, drawing: Drawing) -> None:
        """Show another drawing as one undo step (the formula field)."""
        self.push(text, drawing, kind=ChangeKind.ARRANGEMENT)

    def add_operation(
        self,
        name: str,
        position: Point,
        *,
        feed: NodeId | None = None,
        into: InputPort | None = None,
    ) -> NodeId:
        """Add a node at a place, wired to where a loose wire came from (`edits.add_operation`)."""
        after, node_id = edits.add_operation(self._drawing, name, position, feed=feed)
        if into is not None:
            ports = self.shown.ports(into)
            after = edits.with_graph(after, group_edits.connect(after.graph, node_id, ports))
        self.push(self.tr("add node"), after)
        return node_id

    # QObject has static methods of these two names, for string-based connections that nobody
    # makes from Python; the plain words belong to wires here.
    def connect(self, source: NodeId, port: InputPort) -> None:  # type: ignore[override]
        """Wire an output to an input port, in the place of the wire that ends there."""
        before = self.shown.graph.wires.get(port)
        if before == source:
            return
        text = self.tr("connect") if before is None else self.tr("replace wire")
        self._push_graph(text, group_edits.connect(self.graph, source, self.shown.ports(port)))

    def disconnect(self, port: InputPort) -> None:  # type: ignore[override]
        """Take the wire off an input port."""
        graph = group_edits.disconnect(self.graph, self.shown.ports(port))
        self._push_graph(self.tr("disconnect"), graph)

    def reconnect(self, old: InputPort, new: InputPort) -> None:
        """Plug the wire of one input port into another, in the place of that one's wire."""
        if old != new:
            source = self.shown.graph.wires[old]
            graph = group_edits.disconnect(self.graph, self.shown.ports(old))
            graph = group_edits.connect(graph, source, self.shown.ports(new))
            self._push_graph(self.tr("move wire"), graph)

    def remove(self, ids: Iterable[NodeId], ports: Iterable[InputPort] = ()) -> None:
        """Remove nodes with their wires, and the wires of these input ports."""
        shown = self.shown
        inner = [port for outer in ports for port in shown.ports(outer)]
        whole = shown.whole_ids(ids)
        # A dot is part of its wire, which goes on without it.
        led_on = edits.with_graph(self._drawing, without_dots(self.graph, whole))
        drawing = edits.remove(led_on, whole)
        graph = group_edits.disconnect(drawing.graph, inner)
        if graph.nodes != self.graph.nodes or graph.wires != self.graph.wires:
            self.push(self.tr("delete"), edits.with_graph(drawing, graph))

    def remove_bridging(self, ids: Iterable[NodeId]) -> None:
        """Remove nodes and lead single wires on to what they fed."""
        after = group_edits.remove_bridging(self.shown, ids)
        self.push(self.tr("delete and reconnect"), after)

    def move(self, positions: Mapping[NodeId, Point], merge_key: object | None = None) -> None:
        """Put nodes elsewhere."""
        moved = self.shown.moved(positions)
        self.push(self.tr("move"), edits.move(self._drawing, moved), merge_key)

    def collapse(self, ids: Iterable[NodeId], *, is_collapsed: bool) -> None:
        """Let cards show what they are called and nothing else, or all again."""
        text = self.tr("collapse card") if is_collapsed else self.tr("expand card")
        self.push(text, edits.collapse(self._drawing, ids, is_collapsed=is_collapsed))

    def set_value(self, node: NodeId, value: Array, merge_key: object | None = None) -> None:
        """Give a source another value."""
        graph = graph_edits.set_value(self.graph, node, value)
        same = graph.nodes[node] == self.graph.nodes[node]
        after = self._drawing if same else edits.with_graph(self._drawing, graph)
        self.push(self.tr("change value"), after, merge_key)

    def rename(self, node: NodeId, name: str) -> None:
        """Give a node another name; the gate of a group has the name of the group."""
        group = self.shown.group_of(node)
        if group is not None:
            self.rename_group(group, name)
        elif self.graph.nodes[node].name != name:
            self._push_graph(self.tr("rename"), graph_edits.rename(self.graph, node, name))

    def set_settings(
        self, node: NodeId, settings: Mapping[str, float], merge_key: object | None = None
    ) -> None:
        """Give a gate other settings."""
        graph = graph_edits.set_settings(self.graph, node, settings)
        after = edits.with_graph(self._drawing, graph)
        self.push(self.tr("change setting"), after, merge_key)

    def set_target(self, node: NodeId | None) -> None:
        """Choose the node whose gradient is asked."""
        if self.graph.target != node:
            self._push_graph(self.tr("set as result"), graph_edits.set_target(self.graph, node))

    def paste(self, text: str, position: Point) -> frozenset[NodeId]:
        """Add copied nodes with their centre at a place; return their ids."""
        other = check_drawable(pasted_drawing(text), beside=len(self.graph))
        x, y = edits.centre_of(other.positions.values())
        shift = (position[0] - x, position[1] - y)
        after, new_ids = edits.merge(self._drawing, other, shift)
        if new_ids:
            self.push(self.tr("paste"), after)
        return self.shown.shown_ids(new_ids.values())

    def duplicate(
        self, ids: Iterable[NodeId], shift: Point = DUPLICATE_SHIFT, merge_key: object | None = None
    ) -> frozenset[NodeId]:
        """Add copies of some nodes and the wires among them beside them; return their ids."""
        other = edits.excerpt(self._drawing, self.shown.whole_ids(ids))
        after, new_ids = edits.merge(self._drawing, other, shift)
        if new_ids:
            self.push(self.tr("duplicate"), after, merge_key)
        return self.shown.shown_ids(new_ids.values())

    def show_arranged(self, after: Drawing) -> None:
        """Take the places that a layout gave the nodes, as one step."""
        self.push(self.tr("arrange"), after, kind=ChangeKind.ARRANGEMENT)

    def insert_on_wire(
        self,
        node: NodeId | str,
        port: InputPort,
        position: Point | None = None,
        aside: Mapping[NodeId, Point] | None = None,
    ) -> NodeId:
        """Put a gate into a wire: one that stands loose, or a new one by its operation's name.

        Others go `aside` to places of their own in the same step.
        """
        drawing = edits.move(self._drawing, self.shown.moved(aside or {}))
        ports = self.shown.ports(port)
        if isinstance(node, str):
            drawing, node_id = edits.add_operation(drawing, node, position or (0.0, 0.0))
            group_edits.check_insertable(drawing.graph, node_id)
            entries: tuple[InputPort, ...] = (InputPort(node_id, 0),)
        else:
            node_id = node
            group_edits.check_insertable(self.shown.graph, node_id)
            entries = self.shown.ports(InputPort(node_id, 0))
            if position is not None:
                drawing = edits.move(drawing, self.shown.moved({node_id: position}))
        after = group_edits.insert_on_wire(drawing, node_id, entries, ports)
        self.push(self.tr("insert on wire"), after)
        return node_id

    def group(self, ids: Iterable[NodeId]) -> NodeId | None:
        """Make one gate of some gates; return it."""
        after, group = group_edits.group(self.shown, ids)
        self.push(self.tr("group"), after)
        return self.shown.shown_node(min(self.graph.groups[group].members))

    def ungroup(self, ids: Iterable[NodeId]) -> frozenset[NodeId]:
        """Take away the groups of some gates; return what was inside."""
        after, inside = group_edits.ungroup(self.shown, ids)
        self.push(self.tr("ungroup"), after)
        return self.shown.shown_ids(inside)

    def add_gate(
        self,
        gate: Drawing,
        position: Point,
        *,
        feed: NodeId | None = None,
        into: InputPort | None = None,
        onto: InputPort | None = None,
        aside: Mapping[NodeId, Point] | None = None,
    ) -> NodeId:
        """Add a kept gate, wired to where a loose wire came from, or put into a wire."""
        before = edits.move(self._drawing, self.shown.moved(aside or {}))
        after, node_id, entries = group_edits.add_gate(before, gate, position)
        first = entries[0] if entries else ()
        if onto is not None:
            after = group_edits.insert_on_wire(after, node_id, first, self.shown.ports(onto))
        graph = after.graph
        if feed is not None:
            graph = group_edits.connect(graph, feed, first)
        if into is not None:
            graph = group_edits.connect(graph, node_id, self.shown.ports(into))
        self.push(self.tr("add gate"), edits.with_graph(after, graph))
        return node_id

    def rename_group(self, group: GroupId, name: str) -> None:
        """Give a group another name."""
        if self.graph.groups[group].name != name:
            self._push_graph(self.tr("rename group"), groups.rename_group(self.graph, group, name))

    def _push_graph(self, text: str, graph: Graph) -> None:
        self.push(text, edits.with_graph(self._drawing, graph))

    def _show(self, drawing: Drawing, kind: ChangeKind) -> None:
        before, self._drawing = self._drawing, drawing
        is_evaluated_anew = drawing.graph is not before.graph
        if is_evaluated_anew:
            self._evaluation = evaluate(drawing.graph, self._evaluation)
            self._veil = self._asked | veil_over(drawing.graph, self._hidden_kinds)
            self._seen = self._veil.over(self._evaluation)
        has_moved = self._sight.follow(before, drawing, kind)
        self.changed.emit(DocumentChange(before, drawing, kind))
        if is_evaluated_anew:
            self.evaluated.emit()
        if has_moved:
            self.place_changed.emit()

    def _set_path(self, path: Path | None, stamp: FileStamp | None) -> None:
        self._stamp = stamp
        if path != self._path:
            self._path = path
            self.path_changed.emit()
            self._tell_clean()

    def _tell_clean(self) -> None:
        if self.is_clean != self._was_clean:
            self._was_clean = self.is_clean
            self.clean_changed.emit(self.is_clean)
