"""Numbers moved a little: which sources may be moved, and how much rounding moves the rest."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.arrays import Array, computing
from engine.autodiff.passes.evaluation import Evaluation
from engine.autodiff.passes.reverse import Gradients, backward_pass, forward_pass
from engine.exercises.known_numbers import Numbers, numbers_of
from engine.graph.model import Graph, NodeId

# Ports that take a choice, a class or a label, where any other number would mean nothing.
_KEPT_PORTS = frozenset({"target", "condition"})
# Several gates round, each by half of the last bit; so much covers a handful of them.
_LAST_BITS = 8 * float(np.finfo(np.float64).eps)
# Where a number jumps, as at a tie, rounding is not the reason.
_MOST = 1e-12
# Up or down by chance, each source: of two runs one moves the number.
_RUNS = 2


def movable(graph: Graph) -> list[NodeId]:
    """Return the sources that could hold other numbers: all but classes, labels and conditions."""
    kept = {
        source
        for port, source in graph.wires.items()
        if graph.nodes[port.node].record.inputs[port.index] in _KEPT_PORTS
    }
    return [node for node in graph.sources() if node not in kept]


def rounding_noise(graph: Graph, evaluation: Evaluation) -> Numbers:
    """Return how far rounding inside the computer may have moved each number of a graph.

    The numbers at the sources are moved in their last bits, and what moves with them is uncertain
    by as much. So 5.6e−17, left over by 0.1 + 0.2 − 0.3, is known to be any number near 0, while
    the 4e−18 of a saturated σ is known in all its digits.

    Args:
        graph: The graph with every node, which knows what its sources are for.
        evaluation: Its numbers, or those of the graph as it is drawn.

    Returns:
        For each value and gradient an uncertainty in its shape, at most 1e−12 of the largest
        number there is.
    """
    exact = numbers_of(evaluation.values, evaluation.gradients)
    most = _most(exact)
    moved = [_moved(graph, evaluation, seed) for seed in range(_RUNS)]
    with computing():
        return exact.combined(lambda number, others: _spread(number, others, most), moved)


def result_noise(graph: Graph, evaluation: Evaluation) -> Array:
    """Return what `rounding_noise` tells of the result's value, in a fraction of the time.

    Args:
        graph: A graph whose result can be computed.
        evaluation: Its numbers.
    """
    assert graph.result is not None, "what is worth a number has a result"
    moved = [_moved_values(graph, evaluation, seed)[graph.result] for seed in range(_RUNS)]
    most = _most(numbers_of(evaluation.values, evaluation.gradients))
    with computing():
        return _spread(evaluation.values[graph.result], moved, most)


def _spread(number: Array, others: list[Array], most: float) -> Array:
    # Where both are infinite, or no numbers, nothing is known to have moved.
    off = [np.fmax(np.abs(other - number), 0.0) for other in others]
    return np.asarray(np.minimum(np.max(off, axis=0), most))


def _moved(graph: Graph, evaluation: Evaluation, seed: int) -> Numbers:
    """Return the numbers after each source moved up or down by some of its last bits."""
    target, values = evaluation.target, _moved_values(graph, evaluation, seed)
    if target is None or target not in values:
        return numbers_of(values, Gradients({}, {}))
    return numbers_of(values, backward_pass(evaluation.plan, values, target))


def _moved_values(graph: Graph, evaluation: Evaluation, seed: int) -> Mapping[NodeId, Array]:
    plan, signs = evaluation.plan, np.random.default_rng(seed)
    return forward_pass(
        plan,
        {
            node: plan.sources[node]
            * (1.0 + _LAST_BITS * signs.choice((-1.0, 1.0), size=plan.shapes[node]))
            for node in movable(graph)
            if node in plan.sources
        },
    )


def _most(exact: Numbers) -> float:
    return _MOST * max((_largest(number) for number in exact.all()), default=0.0)


def _largest(number: Array) -> float:
    return float(np.max(np.abs(number), initial=0.0, where=np.isfinite(number)))
