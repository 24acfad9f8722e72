"""The walk through a graph: forward gate by gate, then backward gate by gate."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.graph_editor.document.document import Document
from engine.autodiff.passes.evaluation import Evaluation
from engine.drawing.passes import Passes, PassView, Seed, Stop
from engine.explanation.symbols import spoken_name


class Walk(QObject):
    """Where one stands in the two passes over a document's graph.

    Position 0 is before the first gate, position n shows what the first n gates have computed,
    and the last position, one after the last gate, is *all*: the live values. An edit keeps the
    position as long as the gates are the same ones, and returns to *all* otherwise.

    With a seed it is a walk in forward mode: one pass, in which each gate computes its value and
    its tangent. The seed is forgotten when its source is gone or takes another shape.

    Signals:
        changed(): Another position, or other numbers or gates at it.
    """

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._passes = Passes(document.shown, document.shown_whole_evaluation, ())
        self._position = 0
        self._asked: tuple[Evaluation, Seed | None, bool] | None = None
        self._seed: Seed | None = None
        self._view: tuple[tuple[object, ...], PassView | None] | None = None
        document.changed.connect(self._find_stops)
        document.evaluated.connect(self._on_evaluated)
        self._on_evaluated()

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All gates in the order of the walk, forward ones first."""
        return self._passes.stops

    @property
    def forward_count(self) -> int:
        """How many of the stops are on the forward pass."""
        return self._passes.forward_count

    @property
    def backward_count(self) -> int:
        """How many of the stops are on the backward pass."""
        return len(self.stops) - self.forward_count

    @property
    def seed(self) -> Seed | None:
        """What moves in forward mode; None in reverse mode."""
        return self._seed

    def set_seed(self, seed: Seed | None) -> None:
        """Walk in forward mode from a source, or in reverse mode again for None."""
        if seed != self._seed:
            self._seed = seed
            self._on_evaluated()

    @property
    def last(self) -> int:
        """The position *all*; 0 where there is no gate to walk through."""
        return self._passes.last

    @property
    def position(self) -> int:
        """Where the walk stands."""
        return self._position

    @property
    def is_live(self) -> bool:
        """Whether it stands at *all*, where nothing is hidden."""
        return self._position >= self.last

    @property
    def stop(self) -> Stop | None:
        """The gate at which it stands; None before the first and at *all*."""
        return self.stop_at(self._position)

    @property
    def next_position(self) -> int:
        """Where one step on leads: from *all* to the first gate."""
        return min(1, self.last) if self.is_live else self._position + 1

    def stop_at(self, position: int) -> Stop | None:
        """Return the gate of a position; None before the first and at *all*."""
        return self._passes.stop_at(position)

    def title(self, stop: Stop) -> str:
        """Return what a stop's gate is called: its symbol and its name."""
        context = self._document.shown.context
        return f"{context.nodes[stop.node].record.symbol} ({spoken_name(context, stop.node)})"

    def go(self, position: int) -> None:
        """Move to a position; the nearest there is."""
        position = min(max(position, 0), self.last)
        if position != self._position:
            self._position = position
            self.changed.emit()

    def numbers(self) -> PassView:
        """Return the numbers known at this position; at *all* every one."""
        evaluation = self._document.shown_evaluation
        everything = PassView(evaluation.values, evaluation.gradients, None, "forward")
        return self.view() or everything

    def view(self) -> PassView | None:
        """Return what the canvas shows at this position; None for the live values and gradients.

        As long as nothing is another it is the very same object, so that who has shown it knows.
        """
        document = self._document
        made_of = (document.evaluation, document.whole_evaluation, document.shown, self._passes)
        known = self._view
        if (
            known is None
            or known[0][-1] != self._position
            or any(a is not b for a, b in zip(known[0], made_of, strict=False))
        ):
            self._view = known = ((*made_of, self._position), self.view_at(self._position))
        return known[1]

    def view_at(self, position: int) -> PassView | None:
        """Return what the canvas shows at a position; None for the live values and gradients."""
        if self._seed is None and position >= self.last:
            return None
        view = self._passes.view(position, self._document.shown_evaluation.values)
        # What is hidden goes into the sums all the same, and is left out at the end.
        return replace(view, gradients=self._document.veil.over_gradients(view.gradients))

    def _on_evaluated(self) -> None:
        self._find_stops()
        self.changed.emit()

    def _find_stops(self) -> None:
        """Find the gates of the passes as soon as the graph is another.

        Who hears of the change before its evaluation is told may ask for numbers at once.
        """
        # The gates are the same ones, whatever is hidden.
        evaluation = self._document.shown_whole_evaluation
        asked = (evaluation, self._seed, bool(self._document.veil))
        known = self._asked
        if known is not None and asked[1:] == known[1:] and evaluation is known[0]:
            return
        was_live, before = self.is_live, self.stops
        whole = self._document.whole_evaluation
        # The tangent at the result is a gradient, which an exercise may ask for.
        if self._seed is not None and (self._document.veil or not self._seed.is_in(whole)):
            self._seed = None
        self._passes = Passes.over(self._document.shown, evaluation, whole, self._seed)
        if was_live or self.stops != before:
            self._position = self.last
        self._asked = (evaluation, self._seed, bool(self._document.veil))
