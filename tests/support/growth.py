"""How the work of a computation grows with its input: counted calls and memory, and no clock."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable
from types import FrameType
from typing import NamedTuple


class Work(NamedTuple):
    """What a call took: calls of functions and steps of generators, and bytes at its peak."""

    calls: int
    peak: int


def work_of_call(function: Callable[[], object]) -> Work:
    """Call a function and count."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        result = function()
    finally:
        sys.setprofile(before)
    del result
    tracemalloc.start()
    try:
        result = function()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    del result
    return Work(calls, peak)


def check_linear(
    make: Callable[[int], Callable[[], object]], size: int, slack: float = 2.4
) -> None:
    """Check that an input of twice the size takes about twice the work.

    Args:
        make: Returns what is to be called, for an input of a size.
        size: The smaller size; large enough that what every call costs does not matter.
        slack: How much more the larger one may take; quadratic work takes 4 times as much.
    """
    make(8)()
    small, large = work_of_call(make(size)), work_of_call(make(2 * size))
    assert large.calls <= slack * small.calls + 100
    assert large.peak <= slack * small.peak + 100_000
