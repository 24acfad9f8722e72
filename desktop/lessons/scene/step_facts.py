"""The facts of one step: the lesson's numbers, those of the page, and what they were before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import numpy as np

from engine.lessons.facts import Fact, Facts
from engine.lessons.lesson import Condition, Lesson, Step
from engine.lessons.vocabulary.facts import AT_START, TRIED

_OVER_TIME = re.compile(rf"\b({AT_START}|{TRIED})([^\W\d]\w*)")
# More different values than anybody tries, each of which is kept to be told from the next.
_MOST_TRIED = 1000


class StepFacts(Mapping[str, Fact]):
    """Looks a name up where it is known: among the drawn numbers, on the page, in the past.

    A page is asked when a name is looked up, so the facts are always those of now.
    """

    def __init__(self, names_over_time: frozenset[str] = frozenset()) -> None:
        """Know nothing yet.

        Args:
            names_over_time: The facts whose past is asked for.
        """
        self._watched = names_over_time
        # What stands for the past of a watched fact that has had no value so far.
        self._unknown: dict[str, Fact] = {AT_START + name: None for name in names_over_time}
        self._unknown |= {TRIED + name: 0.0 for name in names_over_time}
        self._drawn: Mapping[str, Fact] = {}
        self._page: Facts = {}
        self._own: Mapping[str, Fact] = {}
        self.past = Past()

    def look_at(self, drawn: Mapping[str, Fact], page: Facts, own: Mapping[str, Fact]) -> None:
        """Take other facts.

        Args:
            drawn: The numbers of the lesson.
            page: Those of the page that is shown.
            own: Those that belong to no page: the space, the language, the last answer.
        """
        self._drawn, self._page, self._own = drawn, page, own

    def note(self) -> None:
        """Remember the watched facts as they are now; the first time they are those at the start.

        To be called whenever the page has settled.
        """
        for name in self._watched:
            self.past.note(name, self._page.get(name))

    @property
    def has_start(self) -> bool:
        """Whether every watched fact is known as it was when the step began."""
        return self._watched <= self.past.start.keys()

    def __getitem__(self, name: str) -> Fact:
        """Return a fact; a watched one of whose past nothing is known yet has no value.

        Raises:
            KeyError: There is none of this name.
        """
        for known in (self._drawn, self._own, self._page, self.past, self._unknown):
            if name in known:
                return known[name]
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        """Tell whether there is such a fact, without computing it."""
        places = (self._drawn, self._own, self._page, self.past, self._unknown)
        return any(name in known for known in places)

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        names = (*self._drawn, *self._own, *self._page, *self.past, *self._unknown)
        yield from dict.fromkeys(names)

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(1 for _ in self)


class Past(Mapping[str, Fact]):
    """What some facts were when a step began, and how many values they have had since."""

    def __init__(
        self,
        start: Mapping[str, Fact] | None = None,
        tried: Mapping[str, list[Fact]] | None = None,
    ) -> None:
        """Begin, or go on with what was remembered before."""
        self.start: dict[str, Fact] = dict(start or {})
        self.tried: dict[str, list[Fact]] = {
            name: list(some) for name, some in (tried or {}).items()
        }

    def note(self, name: str, value: Fact) -> None:
        """Remember what a fact is now."""
        if name not in self.start:
            if value is None:
                return
            self.start[name] = value
        seen = self.tried.setdefault(name, [])
        is_new = value is not None and not any(_is_same(value, other) for other in seen)
        if is_new and len(seen) < _MOST_TRIED:
            seen.append(value)

    def __getitem__(self, name: str) -> Fact:
        """Return what ``start_X`` or ``tried_X`` is worth."""
        if name.startswith(AT_START):
            return self.start[name.removeprefix(AT_START)]
        if name.startswith(TRIED):
            return float(len(self.tried[name.removeprefix(TRIED)]))
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        yield from (AT_START + name for name in self.start)
        yield from (TRIED + name for name in self.tried)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.start) + len(self.tried)


def watched_names(lesson: Lesson, step: Step) -> frozenset[str]:
    """Return the facts of whose past a step speaks: in conditions, formulas, or words."""
    texts = [repr(step.ask), repr(step.slips), repr(step.solution)]
    names: set[str] = set()
    if step.wait is not None:
        texts.append(repr(step.wait))
        names |= _changed(step.wait)
    texts += [repr(words.steps.get(step.id)) for words in lesson.words.values()]
    found = {match[2] for text in texts for match in _OVER_TIME.finditer(text)}
    return frozenset(names | found)


def _changed(condition: Condition) -> set[str]:
    """Return the facts that are to be others than at the start, in a condition and its parts."""
    names = {str(condition.arguments["changed"])} if condition.kind == "changed" else set()
    return names.union(*(_changed(part) for part in condition.parts))


def _is_same(one: Fact, other: Fact) -> bool:
    if isinstance(one, str | tuple) or isinstance(other, str | tuple):
        return type(one) is type(other) and one == other
    if one is None or other is None:
        return one is other
    return bool(np.array_equal(one, other))
