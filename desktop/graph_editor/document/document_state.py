"""What a document is: one drawing, its undo history, its file, and its values and gradients."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSignalBlocker, Signal

from desktop.foundation.file_stamp import FileStamp
from desktop.foundation.undo_stack import UndoStack
from desktop.graph_editor.document.drawing_command import ChangeKind, DrawingCommand
from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.drawing.drawing_size import check_storable
from engine.drawing.group_edits import joined
from engine.drawing.shown_drawing import Place, ShownDrawing, show
from engine.exercises.veil import NO_VEIL, Veil
from engine.graph.drawing import Drawing
from engine.graph.model import Graph, NodeId


@dataclass(frozen=True)
class DocumentChange:
    """What a change did: the drawing before and after, and how it came."""

    before: Drawing
    after: Drawing
    kind: ChangeKind = ChangeKind.EDIT

    @property
    def makes_room(self) -> bool:
        """Whether nodes went aside for one that came, or back when it went."""
        before, after = self.before, self.after
        if before.graph is after.graph or before.positions is after.positions:
            return False
        return any(
            before.positions.get(node, place) != place for node, place in after.positions.items()
        )


class DocumentState(QObject):
    """Owns the drawing and the undo stack; every change of the drawing is one undo step.

    The drawing is an immutable value, so a step holds the values before and after it (they share
    all that did not change) and undo is exact by construction. The scene follows `changed`.

    Signals:
        changed(change: DocumentChange): Another drawing is shown, by an edit, undo, redo or load.
        evaluated(): Values and gradients are new, or others of them are to be seen.
        path_changed(): The file it belongs to is another.
        clean_changed(is_clean: bool): Whether anything would be lost by closing.
        history_changed(): What can be undone or redone is something else.
        place_changed(): Another group is entered, or none.
        displaced(drawing: Drawing, path: Path | None, stamp: FileStamp | None): Another drawing
            is about to be shown in the place of this one, which is in no file and which nobody
            has agreed to lose.
    """

    changed = Signal(object)
    evaluated = Signal()
    path_changed = Signal()
    clean_changed = Signal(bool)
    history_changed = Signal()
    place_changed = Signal()
    displaced = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawing = Drawing()
        self._path: Path | None = None
        self._stamp: FileStamp | None = None
        self._evaluation = self._seen = evaluate(self._drawing.graph)
        self._is_passing = False
        self._veil = NO_VEIL
        self._place: Place = ()
        self._guests: frozenset[NodeId] = frozenset()
        self._shown = show(self._drawing)
        self._shown_of: tuple[object, ...] = ()
        self._shown_evaluations: dict[int, tuple[Evaluation, ShownDrawing, Evaluation]] = {}
        self.undo_stack = UndoStack(self)
        stack = self.undo_stack
        stack.cleanChanged.connect(self.clean_changed)
        # Through a signal of the document's own: the stack clears itself while it is destroyed,
        # and by then nothing hears the document any more.
        for signal in (stack.undoTextChanged, stack.redoTextChanged, stack.indexChanged):
            signal.connect(self.history_changed)

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
        return self._place

    @property
    def shown(self) -> ShownDrawing:
        """What is seen of the drawing: groups as single gates, or the inside of one."""
        key = (self._drawing, self._place, self._guests, self._seen if self._place else None)
        if len(self._shown_of) != len(key) or any(
            a is not b for a, b in zip(key, self._shown_of, strict=True)
        ):
            before = self._shown if self._shown.place == self._place else None
            self._shown_of = key
            self._shown = show(self._drawing, self._place, self._seen.values, self._guests, before)
        return self._shown

    @property
    def shown_evaluation(self) -> Evaluation:
        """The evaluation by the gates of what is seen, as far as it may be seen."""
        return self._over(self._seen)

    @property
    def shown_whole_evaluation(self) -> Evaluation:
        """The same with the numbers that a veil hides; not to be shown."""
        return self._over(self._evaluation)

    def go_to(self, place: Place) -> None:
        """Enter groups, or go out to those that hold this place; no step of the history."""
        place = self._reachable(place)
        if place != self._place:
            self._place, self._guests = place, frozenset()
            drawing = self._drawing
            self.changed.emit(DocumentChange(drawing, drawing, ChangeKind.PLACE))
            self.evaluated.emit()
            self.place_changed.emit()

    @property
    def veil(self) -> Veil:
        """What is hidden because an exercise asks for it; empty while there is none."""
        return self._veil

    def set_veil(self, veil: Veil) -> None:
        """Hide other numbers from everything that shows `evaluation`."""
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
        """Whether closing would lose nothing."""
        return self.undo_stack.isClean()

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
        self.undo_stack.clear()
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
        self.undo_stack.resetClean()

    def mark_saved(self, path: Path, stamp: FileStamp | None = None) -> None:
        """Note that the drawing as it stands is in this file."""
        self._set_path(path, stamp)
        self.undo_stack.setClean()

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
        if self._place and kind is ChangeKind.EDIT:
            after = joined(before, after, self._place)
        check_storable(before, after)
        self.undo_stack.push(
            DrawingCommand(text, before, after, self._show, kind=kind, merge_key=merge_key)
        )

    @contextmanager
    def passing_unseen(self) -> Iterator[None]:
        """Go through drawings that nobody sees: silently, and computing the last one's numbers."""
        self._is_passing = True
        try:
            with QSignalBlocker(self):
                yield
        finally:
            self._is_passing = False
            if self._evaluation.plan.graph is not self._drawing.graph:
                self._evaluate()

    def replace_drawing(self, text: str, drawing: Drawing) -> None:
        """Show another drawing as one undo step (the formula field)."""
        self.push(text, drawing, kind=ChangeKind.ARRANGEMENT)

    def _show(self, drawing: Drawing, kind: ChangeKind) -> None:
        before, self._drawing = self._drawing, drawing
        is_evaluated_anew = drawing.graph is not before.graph and not self._is_passing
        if is_evaluated_anew:
            self._evaluate()
        has_moved = self._follow_place(before, kind)
        self.changed.emit(DocumentChange(before, drawing, kind))
        if is_evaluated_anew:
            self.evaluated.emit()
        if has_moved:
            self.place_changed.emit()

    def _evaluate(self) -> None:
        self._evaluation = evaluate(self._drawing.graph, self._evaluation)
        self._seen = self._veil.over(self._evaluation)

    def _follow_place(self, before: Drawing, kind: ChangeKind) -> bool:
        """Go out of groups that are gone, and note what an edit inside put outside."""
        if not self._place:
            return False
        place = () if kind is ChangeKind.LOAD else self._reachable(self._place)
        has_moved = place != self._place
        nodes = self._drawing.graph.nodes
        new = () if has_moved else (node for node in nodes if node not in before.graph.nodes)
        self._place = place
        self._guests = (self._guests & nodes.keys()) | self._outside(new) if place else frozenset()
        return has_moved

    def _outside(self, nodes: Iterable[NodeId]) -> frozenset[NodeId]:
        members = self._drawing.graph.groups[self._place[-1]].members
        return frozenset(node for node in nodes if node not in members)

    def _reachable(self, place: Place) -> Place:
        groups = self._drawing.graph.groups
        found: Place = ()
        for group in place:
            if group not in groups:
                break
            if found and not groups[group].members < groups[found[-1]].members:
                break
            found = (*found, group)
        return found

    def _over(self, evaluation: Evaluation) -> Evaluation:
        shown = self.shown
        known = self._shown_evaluations.get(id(evaluation))
        if known is None or known[0] is not evaluation or known[1] is not shown:
            # Two at most are asked for: what may be seen, and everything.
            if len(self._shown_evaluations) > 1:
                self._shown_evaluations.clear()
            known = (evaluation, shown, shown.over(evaluation))
            self._shown_evaluations[id(evaluation)] = known
        return known[2]

    def _set_path(self, path: Path | None, stamp: FileStamp | None) -> None:
        self._stamp = stamp
        if path != self._path:
            self._path = path
            self.path_changed.emit()
