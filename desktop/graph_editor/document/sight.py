"""What is seen of a drawing: the groups entered, and the part and the numbers shown of them."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.graph_editor.document.change import ChangeKind
from engine.autodiff.passes.evaluation import Evaluation
from engine.drawing.drawing import Drawing
from engine.drawing.shown_drawing import Place, ShownDrawing, show
from engine.graph.model import NodeId


class Sight:
    """Keeps what it has shown until something of it is another.

    Attributes:
        place: The groups entered, the outermost first; empty on the outside.
    """

    def __init__(self) -> None:
        self.place: Place = ()
        # What was put outside the group that is entered, and is shown inside all the same.
        self._guests: frozenset[NodeId] = frozenset()
        self._shown: ShownDrawing | None = None
        self._shown_of: tuple[object, ...] = ()
        self._evaluations: dict[int, tuple[Evaluation, ShownDrawing, Evaluation]] = {}

    def shown(self, drawing: Drawing, seen: Evaluation) -> ShownDrawing:
        """Return groups as single gates, or the inside of one, with the values that are seen."""
        key = (drawing, self.place, self._guests, seen if self.place else None)
        is_known = len(self._shown_of) == len(key) and all(
            a is b for a, b in zip(key, self._shown_of, strict=True)
        )
        if self._shown is None or not is_known:
            before = self._shown
            if before is not None and before.place != self.place:
                before = None
            self._shown_of = key
            self._shown = show(drawing, self.place, seen.values, self._guests, before)
        return self._shown

    def over(self, shown: ShownDrawing, evaluation: Evaluation) -> Evaluation:
        """Return an evaluation of the whole drawing by the gates of what is shown."""
        known = self._evaluations.get(id(evaluation))
        if known is None or known[0] is not evaluation or known[1] is not shown:
            # Two at most are asked for: what may be seen, and everything.
            if len(self._evaluations) > 1:
                self._evaluations.clear()
            known = (evaluation, shown, shown.over(evaluation))
            self._evaluations[id(evaluation)] = known
        return known[2]

    def go_to(self, place: Place, drawing: Drawing) -> bool:
        """Enter groups as far as the drawing has them; tell whether that is another place."""
        place = _reachable(place, drawing)
        if place == self.place:
            return False
        self.place, self._guests = place, frozenset()
        return True

    def follow(self, before: Drawing, after: Drawing, kind: ChangeKind) -> bool:
        """Note what an edit inside put outside, and go out of groups that are gone.

        Returns:
            Whether that is another place.
        """
        if not self.place:
            return False
        place = () if kind is ChangeKind.LOAD else _reachable(self.place, after)
        has_moved = place != self.place
        nodes = after.graph.nodes
        new = () if has_moved else (node for node in nodes if node not in before.graph.nodes)
        self.place = place
        guests = (self._guests & nodes.keys()) | self._outside(new, after) if place else ()
        self._guests = frozenset(guests)
        return has_moved

    def _outside(self, nodes: Iterable[NodeId], drawing: Drawing) -> frozenset[NodeId]:
        members = drawing.graph.groups[self.place[-1]].members
        return frozenset(node for node in nodes if node not in members)


def _reachable(place: Place, drawing: Drawing) -> Place:
    groups = drawing.graph.groups
    found: Place = ()
    for group in place:
        if group not in groups:
            break
        if found and not groups[group].members < groups[found[-1]].members:
            break
        found = (*found, group)
    return found
