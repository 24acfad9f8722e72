"""Fresh numbers: other values for a graph's inputs, with which one can compute in one's head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array, Shape, as_array
from engine.autodiff.passes.plan import Plan, compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.errors import EvaluationError
from engine.exercises.moved_numbers import movable
from engine.exercises.passing_slips import PassingSlips
from engine.exercises.unfriendliness import DEGENERATE, unfriendliness
from engine.graph.edits import set_value
from engine.graph.model import Graph, NodeId

_MOST_DRAWS = 120
_FEWEST_DRAWS = 12
# Passes times gates that a choice may take: about a tenth of a second.
_BUDGET = 6000
# How much longer than the shortest the numbers may be.
_TOLERANCE = 1.2
# Candidates that are looked through for slips.
_MOST_CHECKS = 40


Values = Mapping[NodeId, Array]


@dataclass(frozen=True)
class _Style:
    """Where numbers are drawn from, and whether their signs are drawn too."""

    choices: tuple[float, ...]
    signed: bool

    def draw(self, generator: np.random.Generator, shape: Shape) -> Array:
        sizes = generator.choice(self.choices, size=shape)
        signs = generator.choice((-1.0, 1.0), size=shape) if self.signed else 1.0
        return as_array(sizes * signs)


_STYLES = (
    _Style((2, 2, 3, 3, 4, 5), signed=True),
    _Style((1, 2, 3, 4, 5, 6), signed=True),
    _Style((2, 3, 4, 5), signed=False),
    _Style((0.5, 1, 1.5, 2, 3), signed=True),
    _Style((0.1, 0.2, 0.3, 0.4, 0.5, 0.8), signed=True),
    _Style((1, 4, 9, 16), signed=False),
    _Style((0.2, 0.25, 0.4, 0.5, 0.8), signed=False),
)


@dataclass(frozen=True)
class FreshNumbers:
    """What was found.

    Attributes:
        graph: The graph with its other numbers.
        passing: At how many of its questions a slip could still lead to the right answer.
    """

    graph: Graph
    passing: int


def fresh_numbers(graph: Graph, seed: int) -> Graph:
    """Return the same graph with other values for its inputs and parameters.

    Of many drawn candidates it takes one of those whose values and gradients are short to write:
    small integers where the operations allow, terminating decimals otherwise, and for σ, exp and
    tanh numbers of a middling size. No value or gradient is 0 but what a router sends to the loser,
    and no maximum is tied, where that can be had at all. Constants, labels and conditions stay.

    No slip leads to an answer that would be marked right, as swapping the inputs of × does where
    both are 3: such a candidate is dropped and the next one looked at, forty at most. If none is
    without, the one with the fewest such questions is taken, which ``fresh_number_steps`` tells.
    What leads to the right number whatever the numbers are, such as the other input's gradient
    at +, is no slip there.

    Args:
        graph: A graph that can be computed.
        seed: The same seed gives the same numbers.

    Raises:
        EvaluationError: There is no input to change, or none of the candidates can be computed
            (code ``no_fresh_numbers``).

    Example:
        >>> from engine.formula.parser import parse_formula
        >>> graph = fresh_numbers(parse_formula("(x + y) * z"), seed=1)
        >>> all(float(graph.nodes[node].value) != 0 for node in graph.sources())
        True
    """
    *_, found = fresh_number_steps(graph, seed)
    assert found is not None
    return found.graph


def fresh_number_steps(graph: Graph, seed: int) -> Iterator[FreshNumbers | None]:
    """Search as ``fresh_numbers`` does; the arguments and errors are the same.

    Yields:
        None after each candidate, which takes a few passes; at last what was found.
    """
    plan = compile_plan(graph)
    changing = [node for node in movable(graph) if graph.nodes[node].operation != "constant"]
    target = graph.result
    generator = np.random.default_rng(seed)
    found: list[tuple[float, Values]] = []
    if target in plan.shapes and changing:
        assert target is not None
        for values in _candidates(graph, plan, changing, generator):
            found.append((_cost(plan, target, values), values))
            yield None
    found = [(cost, values) for cost, values in found if np.isfinite(cost)]
    if not found:
        raise EvaluationError(
            "no_fresh_numbers",
            "No other numbers were found for this graph: give it inputs, and let it be computable.",
        )
    passing = PassingSlips(changing)
    best: FreshNumbers | None = None
    for candidate in _in_turn(found, len(plan.instructions), generator):
        fresh = _with_values(graph, candidate)
        count = len(passing.questions(fresh))
        if best is None or count < best.passing:
            best = FreshNumbers(fresh, count)
        if count == 0:
            break
        yield None
    yield best


def _in_turn(
    found: list[tuple[float, Values]], gates: int, generator: np.random.Generator
) -> list[Values]:
    """Return the candidates in the order in which they are looked at: the short ones by lot."""
    lowest = min(cost for cost, _ in found)
    # The very shortest would be the same few ones again and again.
    limit = _TOLERANCE * lowest + gates / 2
    good = [values for cost, values in found if cost <= limit]
    rest = [item for item in found if limit < item[0] < lowest + DEGENERATE]
    rest.sort(key=lambda item: item[0])
    order = [good[place] for place in generator.permutation(len(good))]
    return [*order, *(values for _, values in rest)][:_MOST_CHECKS]


def _with_values(graph: Graph, values: Values) -> Graph:
    for node, value in values.items():
        graph = set_value(graph, node, value)
    return graph


def _candidates(
    graph: Graph, plan: Plan, changing: list[NodeId], generator: np.random.Generator
) -> Iterator[dict[NodeId, Array]]:
    count = min(_MOST_DRAWS, max(_FEWEST_DRAWS, _BUDGET // (len(plan.instructions) + 1)))
    for index in range(count):
        style = _STYLES[index % len(_STYLES)]
        values = {node: style.draw(generator, plan.shapes[node]) for node in changing}
        if any(not np.array_equal(values[node], plan.sources[node]) for node in changing):
            yield values


def _cost(plan: Plan, target: NodeId, replaced: Mapping[NodeId, Array]) -> float:
    values = forward_pass(plan, replaced)
    gradients = backward_pass(plan, values, target)
    return unfriendliness(plan, values, gradients, replaced)
