"""A forward pass in small portions of work, between which whoever waits can stop it."""

from __future__ import annotations

from collections.abc import Generator, Mapping

from engine.arrays import Array
from engine.autodiff.checks.check_sample import work_of
from engine.autodiff.passes.plan import Plan
from engine.autodiff.passes.reverse import Values, forward_steps
from engine.graph.model import NodeId

# About a millisecond's work: what lies between two places where a check can be stopped.
PORTION = 1_000_000


def values_in_portions(
    plan: Plan, replaced: Mapping[NodeId, Array]
) -> Generator[None, None, Values]:
    """Evaluate the graph, and pause each time that a portion of the work is done.

    Args:
        plan: The compiled graph.
        replaced: Other values for some sources, of the same shapes.

    Returns:
        The value of each node.
    """
    done = 0
    values: Values = {**plan.sources, **replaced}
    for item, computed in zip(plan.instructions, forward_steps(plan, replaced), strict=True):
        values[computed.node] = computed.output
        done += work_of(plan, item)
        if done >= PORTION:
            done = 0
            yield
    return values
