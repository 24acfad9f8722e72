"""What a collected formula is: its text, its numbers, and what whoever wrote it means.

A meaning is a Python function of numbers and lists, written without looking at the engine. It gets
its functions from ``m``: mpmath's at fifty digits, or PyTorch's, whose own gradients are stored.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Numbers = Any
Meaning = Callable[..., Any]


@dataclass(frozen=True)
class Reading:
    """One thing that a formula may mean.

    Attributes:
        at: The names that it has as inputs, with a number, a list or a list of lists for each.
        means: What it is worth, of ``m`` and the values in the order of ``at``.
    """

    at: dict[str, Numbers]
    means: Meaning


@dataclass(frozen=True)
class Entry:
    """A formula as somebody wrote it.

    Attributes:
        text: What is typed or pasted.
        whence: Who writes so: a book, a kind of program, a keyboard.
        readings: One where it is understood; several where it is to be asked which is meant; none
            where it is refused.
        asks: Whether a question is right.
        refused_at: How the text goes on where it is refused; None where it is not.
        says: What stands in the sentence of the refusal or of the question.
        known: Names that the graph has already.
        names: Names that are to be read as such.
        fixed: Whether there are no other names, as in an answer or a function of x and y.
    """

    text: str
    whence: str
    readings: tuple[Reading, ...] = ()
    asks: bool = False
    refused_at: str | None = None
    says: str = ""
    known: tuple[str, ...] = field(default=())
    names: frozenset[str] = field(default=frozenset())
    fixed: bool = False


def reading(at: str, means: Meaning) -> Reading:
    """Return what a formula means at ``"x=2 v=[1,2]"``."""
    pairs = (pair.partition("=") for pair in at.split())
    return Reading({name: json.loads(value) for name, _, value in pairs}, means)


class Shelf:
    """Collects the formulas of one origin."""

    def __init__(self, whence: str) -> None:
        self.whence = whence
        self.entries: list[Entry] = []

    def says(self, text: str, at: str, means: Meaning, **more: Any) -> None:
        """Collect one that has one meaning."""
        self.entries.append(Entry(text, self.whence, (reading(at, means),), **more))

    def asks(self, text: str, *readings: Reading, **more: Any) -> None:
        """Collect one that may mean several things, or one that is to be confirmed."""
        self.entries.append(Entry(text, self.whence, readings, asks=True, **more))

    def refuses(self, text: str, at: str, says: str = "", **more: Any) -> None:
        """Collect one that nobody can understand here, with where and why."""
        self.entries.append(Entry(text, self.whence, refused_at=at, says=says, **more))
