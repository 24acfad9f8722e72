"""How many gates and operations a graph has as drawn and in full, counted on a thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.desk.background_task import BackgroundTask
from desktop.desk.settling import Delay
from desktop.graph_editor.document.document import Document
from engine.autodiff.costs.costs import reverse_mode_cost
from engine.autodiff.costs.counting import Count
from engine.autodiff.passes.plan import compile_plan
from engine.errors import EngineError
from engine.graph.folding import fold
from engine.graph.model import Graph

# A dragged value changes no count, but is an edit all the same.
_WAIT_MS = 60


@dataclass(frozen=True, slots=True)
class GraphCount:
    """What one way to draw a graph counts.

    Attributes:
        gates: How many gates there are.
        operations: What one forward and one backward pass do; None where they cannot be run.
    """

    gates: int
    operations: Count | None


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """A graph with groups: as it is drawn, each group being one gate, and with all its gates."""

    drawn: GraphCount
    full: GraphCount


class GroupCounter(QObject):
    """Keeps the counts of a document's graph up to date while it has groups.

    Signals:
        changed(): The counts are others; None while there is no group.
    """

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._counts: GroupCounts | None = None
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_done)
        self._timer = Delay(_WAIT_MS, self._on_timeout, self)
        document.evaluated.connect(self._on_evaluated)

    @property
    def counts(self) -> GroupCounts | None:
        """The counts, or None while there is no group."""
        return self._counts

    def _on_evaluated(self) -> None:
        if self._document.graph.groups:
            self._timer.start()
        elif self._counts is not None:
            self._timer.stop()
            self._set(None)

    def _on_timeout(self) -> None:
        graph = self._document.graph
        self._task.submit(lambda: _count(graph))

    def _on_done(self, last: object) -> None:
        if isinstance(last, GroupCounts) and self._document.graph.groups:
            self._set(last)

    def _set(self, counts: GroupCounts | None) -> None:
        if counts != self._counts:
            self._counts = counts
            self.changed.emit()


def _count(graph: Graph) -> Iterator[GroupCounts]:
    yield GroupCounts(_count_of(fold(graph).graph), _count_of(graph))


def _count_of(graph: Graph) -> GraphCount:
    operations = None
    target = graph.result
    if target is not None:
        try:
            cost = reverse_mode_cost(compile_plan(graph), target)
            operations = cost.values + cost.derivatives
        except EngineError:
            # An unfinished graph has gates all the same.
            operations = None
    return GraphCount(len(list(graph.gates())), operations)
