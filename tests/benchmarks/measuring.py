"""Fair timing: two ways of doing the same work, taken in turns, and the medians compared."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 9
# Long enough that the clock and the call do not count, short enough to take turns.
TURN_SECONDS = 0.15


@dataclass(frozen=True)
class Result:
    """One line of the report.

    Attributes:
        name: The workload, W1 … U9, with what was measured of it.
        value: The median of the project.
        unit: Of value and baseline; ``…/s`` is better high, ``ms`` and ``MB`` better low.
        baseline: The same of the baseline, or None where there is nothing to compare with.
        ratio: How many times better than the baseline, above 1 being better, or None.
    """

    name: str
    value: float
    unit: str
    baseline: float | None
    ratio: float | None


def compare_rates(
    name: str, unit: str, ours: Callable[[int], object], theirs: Callable[[int], object]
) -> Result:
    """Measure how often a second two functions do the same work.

    The turns alternate, because a shared machine is fast in one second and slow in the next;
    only the ratio within one run means something.

    Args:
        name: The workload.
        unit: What is counted, ``steps/s``.
        ours: Does the work as many times as it is told.
        theirs: The same, by the baseline.
    """
    counts = [_calibrate(work) for work in (ours, theirs)]
    rates: list[list[float]] = [[], []]
    for _ in range(ROUNDS):
        for work, count, found in zip((ours, theirs), counts, rates, strict=True):
            found.append(count / _seconds(work, count))
    mine, other = (statistics.median(found) for found in rates)
    ratio = statistics.median(a / b for a, b in zip(*rates, strict=True))
    return Result(name, mine, unit, other, ratio)


def median_ms(name: str, work: Callable[[], object], rounds: int = ROUNDS) -> Result:
    """Measure how many milliseconds a piece of work takes."""
    times = [_seconds(lambda _: work(), 1) * 1000 for _ in range(rounds)]
    return Result(name, statistics.median(times), "ms", None, None)


def compare_ms(
    name: str,
    ours: Callable[[], object],
    theirs: Callable[[], object],
    before: Callable[[], object] = lambda: None,
) -> Result:
    """Measure in turns how many milliseconds two ways of doing the same work take.

    Args:
        name: The workload.
        ours: Does the work once.
        theirs: The same, by the baseline.
        before: Puts both back, unmeasured, before either.
    """

    def timed(work: Callable[[], object]) -> float:
        before()
        return _seconds(lambda _: work(), 1) * 1000

    return compare_times(name, lambda: timed(ours), lambda: timed(theirs))


def compare_times(
    name: str, ours: Callable[[], float], theirs: Callable[[], float], rounds: int = ROUNDS
) -> Result:
    """Compare two works that measure their own milliseconds, in turns."""
    times = [(ours(), theirs()) for _ in range(rounds)]
    mine, other = (statistics.median(found) for found in zip(*times, strict=True))
    ratio = statistics.median(b / a for a, b in times)
    return Result(name, mine, "ms", other, ratio)


def _calibrate(work: Callable[[int], object]) -> int:
    count = 1
    while (seconds := _seconds(work, count)) < TURN_SECONDS / 4:
        count *= 2
    return max(1, round(count * TURN_SECONDS / seconds))


def _seconds(work: Callable[[int], object], count: int) -> float:
    start = time.perf_counter()
    work(count)
    return time.perf_counter() - start
