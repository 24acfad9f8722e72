"""Whether two formulas are one function: the same value and slopes wherever one is defined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from engine.arrays import Array, as_array
from engine.autodiff.passes.plan import Plan, compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.errors import EngineError
from engine.graph.model import Graph, NodeId

POINTS = 12
_MOST_TRIED = 600
_SEED = 12
# Around 0, and beside that among the positive numbers, where roots and logarithms are defined.
_RANGES = ((-2.5, 2.5), (0.2, 2.5))
# Two ways of writing one function differ by rounding, and functions that differ do so by more.
_SAME = 1e-9
_NEXT_TO_NOTHING = 1e-12

Point = Mapping[str, float]


@dataclass(frozen=True)
class SampledFunction:
    """A formula as a function of variables.

    Attributes:
        graph: The formula.
        variables: The names that vary.
        known: The numbers of all other names.
        node: The node whose value it is; None for the graph's result.
    """

    graph: Graph
    variables: tuple[str, ...]
    known: Mapping[str, Array]
    node: NodeId | None = None

    __hash__ = None  # type: ignore[assignment]  # its arrays cannot be hashed

    @cached_property
    def _plan(self) -> Plan:
        return compile_plan(self.graph)

    def at(self, point: Point) -> Array | None:
        """Return value and gradient at a point; None where they are no finite numbers.

        Returns:
            Shape (1 + variables,).
        """
        result = self.graph.result if self.node is None else self.node
        named = {name: self.graph.named(name) for name in (*self.variables, *self.known)}
        given = {**self.known, **{name: as_array(number) for name, number in point.items()}}
        values = forward_pass(
            self._plan, {node: given[name] for name, node in named.items() if node is not None}
        )
        if result is None or result not in values or values[result].ndim:
            return None
        slopes = backward_pass(self._plan, values, result).nodes
        numbers = [values[result]]
        for name in self.variables:
            node = named[name]
            numbers.append(slopes.get(node, np.zeros(())) if node is not None else np.zeros(()))
        array = np.asarray(numbers, dtype=np.float64)
        return array if np.isfinite(array).all() else None


def _points(function: SampledFunction) -> Iterator[tuple[Point, Array]]:
    """Yield points where a function is defined, with its value and gradient there."""
    generator = np.random.default_rng(_SEED)
    found = 0
    for turn in range(_MOST_TRIED):
        low, high = _RANGES[turn % 2]
        drawn = generator.uniform(low, high, size=len(function.variables))
        point = dict(zip(function.variables, map(float, drawn), strict=True))
        numbers = function.at(point)
        if numbers is not None:
            yield point, numbers
            found += 1
            if found == POINTS:
                return


def is_same_function(right: SampledFunction, typed: SampledFunction) -> bool:
    """Tell whether two functions agree wherever the first is defined.

    Raises:
        EngineError: The first is defined nowhere (code ``formula_nowhere``).
    """
    pairs = [(numbers, typed.at(point)) for point, numbers in _points(right)]
    if not pairs:
        raise EngineError("formula_nowhere", "The right formula is defined nowhere.")
    if any(found is None for _, found in pairs):
        return False
    wanted = np.asarray([numbers for numbers, _ in pairs])
    found = np.asarray([numbers for _, numbers in pairs])
    # By what each of value and slopes reaches anywhere: beside a root rounding is all there is.
    allowed = _SAME * np.abs(wanted).max(axis=0) + _NEXT_TO_NOTHING
    return bool((np.abs(found - wanted) <= allowed).all())
