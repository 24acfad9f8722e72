"""Which elements a numerical check looks at: all of few, and of many a sample that is spread.

Each element costs two evaluations of the graph, so that a matrix of 400 × 400 would ask for 320,000
of them. A wrong rule is wrong nearly everywhere; some hundred elements find it as well as all do.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.autodiff.passes.plan import Plan
from engine.graph.model import NodeId

Places = NDArray[np.intp]

MOST_CHECKED = 500
"""How many elements of one source are checked at most."""

_FEWEST = 2
# Evaluating that many elements of values takes some seconds.
_MOST_WORK = 1_000_000_000
# The fractional parts of its multiples fill an interval evenly, however many there are.
_GOLDEN = (5**0.5 - 1) / 2


def sample_places(
    plan: Plan, gradients: Mapping[NodeId, Array], rounds: int = 1
) -> dict[NodeId, Places]:
    """Choose the elements of each source that are checked, the same ones each time.

    Args:
        plan: The compiled graph.
        gradients: The gradient of each source that is to be checked; the elements where it is
            smallest and largest are among the chosen.
        rounds: How many times each element is checked.

    Returns:
        For each source the chosen places, counted in reading order, rising. All of them, where
        that is no more than ``MOST_CHECKED`` for each source and takes some seconds at most;
        sources without any are left out.
    """
    work = sum(plan.work) + 1
    budget = max(_MOST_WORK // (2 * rounds * work), _FEWEST)
    sizes = {source: gradient.size for source, gradient in gradients.items() if gradient.size}
    counts = _share_out(sizes, budget)
    return {
        source: _spread(gradients[source].reshape(-1), count)
        for source, count in counts.items()
        if count
    }


def _share_out(sizes: Mapping[NodeId, int], budget: int) -> dict[NodeId, int]:
    """Give each source its elements or a fair share; where there is not one for each, to some."""
    if budget < len(sizes):
        chosen = np.linspace(0, len(sizes) - 1, budget).round().astype(int).tolist()
        sources = list(sizes)
        return {sources[place]: 1 for place in dict.fromkeys(chosen)}
    counts = {}
    left = budget
    # The smallest first: what they do not need goes to the others.
    for waiting, source in zip(
        range(len(sizes), 0, -1), sorted(sizes, key=sizes.__getitem__), strict=True
    ):
        counts[source] = min(sizes[source], left // waiting, MOST_CHECKED)
        left -= counts[source]
    return {source: counts[source] for source in sizes}


def _spread(gradient: Array, count: int) -> Places:
    """Return that many places: the ends, the smallest and the largest gradient, and between."""
    size = gradient.size
    if count >= size:
        return np.arange(size, dtype=np.intp)
    extremes = (int(np.argmax(np.abs(gradient))), 0, size - 1, int(np.argmin(gradient)),
                int(np.argmax(gradient)))  # fmt: skip
    chosen = dict.fromkeys(extremes[:count])
    step = 1
    while len(chosen) < count:
        # Irregular, so that no row or column of a matrix is left out.
        chosen.setdefault(int(size * (step * _GOLDEN % 1.0)))
        step += 1
    return np.array(sorted(chosen), dtype=np.intp)
