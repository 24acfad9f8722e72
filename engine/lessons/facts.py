"""Facts: what is known by name when a step is checked or a question marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from engine.arrays import Array

# A number, an array of numbers, a text, or several texts. None is known by name and has no value
# yet, such as the epoch in which a training is solved while it is not.
Fact = float | Array | str | tuple[str, ...] | None

Facts = Mapping[str, Fact]


class LazyFacts(Mapping[str, Fact]):
    """Facts that are computed when they are asked for, and then once.

    Example:
        >>> facts = LazyFacts({"loss": lambda: 0.25})
        >>> facts["loss"]
        0.25
    """

    def __init__(self, sources: Mapping[str, Callable[[], Fact]]) -> None:
        """Take a function for each name; none is called yet."""
        self._sources = sources
        self._known: dict[str, Fact] = {}

    def __getitem__(self, name: str) -> Fact:
        """Return a fact, computed now if it was not yet.

        Raises:
            KeyError: There is none of this name.
        """
        if name not in self._known:
            self._known[name] = self._sources[name]()
        return self._known[name]

    def __contains__(self, name: object) -> bool:
        """Tell whether there is such a fact, without computing it."""
        return name in self._sources

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(self._sources)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._sources)


class JoinedFacts(Mapping[str, Fact]):
    """Facts with further ones before them; none is computed before it is asked for.

    Example:
        >>> facts = JoinedFacts({"answer": 3.0}, {"answer": 1.0, "loss": 0.25})
        >>> facts["answer"], facts["loss"]
        (3.0, 0.25)
    """

    def __init__(self, first: Facts, then: Facts) -> None:
        """Take both; of a name that both have the first one's fact is meant."""
        self._first, self._then = first, then

    def __getitem__(self, name: str) -> Fact:
        """Return a fact.

        Raises:
            KeyError: There is none of this name.
        """
        return self._first[name] if name in self._first else self._then[name]

    def __contains__(self, name: object) -> bool:
        """Tell whether there is such a fact, without computing it."""
        return name in self._first or name in self._then

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        yield from self._first
        yield from (name for name in self._then if name not in self._first)

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(1 for _ in self)
