"""Cases that share a page: making one takes longer than most of what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


@contextmanager
def case(name: object) -> Iterator[None]:
    """Name the case in which something failed."""
    try:
        yield
    except Exception as error:
        error.add_note(f"in the case of {name}")
        raise


def shares(cases: Sequence[T], count: int) -> list[Sequence[T]]:
    """Deal cases out to so many tests, each of which takes its share on one page."""
    return [cases[place::count] for place in range(count)]
