"""Counts the work of a plan's gates, so that a bound on it needs no clock."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from engine.autodiff.passes.plan import Plan


class Tally:
    """How many numbers the gates of a plan have been given or have returned."""

    def __init__(self) -> None:
        self.total = 0
        self.largest = 0

    def counted(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that is counted each time it is called."""

        def call(*arrays: Any, **settings: float) -> Any:
            result = function(*arrays, **settings)
            work = sum(np.size(array) for array in (*arrays, result))
            self.total += work
            self.largest = max(self.largest, work)
            return result

        return call

    def between(self, records: Iterable[object]) -> Iterator[int]:
        """Iterate, and yield how much was done for each record."""
        before = self.total
        for _record in records:
            yield self.total - before
            before = self.total
        yield self.total - before


def counting(plan: Plan) -> tuple[Plan, Tally]:
    """Return a plan whose gates tell a tally what they do."""
    tally = Tally()
    instructions = tuple(
        replace(
            item,
            operation=replace(
                item.operation,
                forward=tally.counted(item.operation.forward),
                vjps=tuple(tally.counted(vjp) for vjp in item.operation.vjps),
                jvps=tuple(tally.counted(jvp) for jvp in item.operation.jvps),
            ),
        )
        for item in plan.instructions
    )
    return replace(plan, instructions=instructions), tally
