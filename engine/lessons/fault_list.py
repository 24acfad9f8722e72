"""The faults of one file, collected while it is read: reading goes on after each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from engine.errors import EngineError
from engine.lessons.faults import Fault
from engine.lessons.wordings import CHOICES, PLACES
from engine.quoting import LONGEST_SENTENCE, clip, listed, quote

# So many are told of one file; who has mended these finds the others.
MOST_FAULTS = 200


class FaultList:
    """What is wrong in a file."""

    def __init__(self, file: str) -> None:
        """Begin without faults.

        Args:
            file: The file's name in the lesson's folder.
        """
        self.file = file
        self._faults: dict[tuple[int, str], Fault] = {}

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults in order of their lines."""
        return tuple(sorted(self._faults.values(), key=lambda fault: fault.line))

    @property
    def is_full(self) -> bool:
        """Whether no further fault is told, so that nobody need look for its words."""
        return len(self._faults) >= MOST_FAULTS

    def near(self, name: str, known: Sequence[str]) -> str:
        """Return the name that was probably meant, or an empty text; also when nothing is told."""
        # Who has a hundred thousand wrong names would wait for each to be compared with all.
        return "" if self.is_full else nearest(name, known)

    def has(self, code: str, line: int) -> bool:
        """Tell whether a line has a fault of a kind already."""
        return any((fault.code, fault.line) == (code, line) for fault in self._faults.values())

    def refuse(
        self, code: str, sentence: str, *, at: int, is_warning: bool = False, **details: object
    ) -> None:
        """Note a fault.

        Args:
            code: What it is, for translation.
            sentence: What is wrong, and what would be right, in English.
            at: The line; 0 for the file as a whole.
            is_warning: Whether the lesson can be played all the same.
            details: What the sentence names.
        """
        if not self.is_full:
            sentence = clip(sentence, LONGEST_SENTENCE)
            fault = Fault(self.file, at, code, sentence, details, is_warning)
            self._faults.setdefault((at, sentence), fault)

    def pass_on(self, error: EngineError, at: int, *, is_warning: bool = False) -> None:
        """Note what another part of the engine says against something in the file."""
        # A detail of an error may be called as an argument is.
        if not self.is_full:
            fault = Fault(self.file, at, error.code, error.sentence, error.details, is_warning)
            self._faults.setdefault((at, error.sentence), fault)

    def add(self, faults: Iterable[Fault]) -> None:
        """Note faults that another reader has found."""
        for fault in faults:
            if not self.is_full:
                self._faults.setdefault((fault.line, fault.sentence), fault)

    def unknown(self, name: str, known: Sequence[str], *, at: int, place: str) -> None:
        """Note a key that nobody reads, with the one that was meant or all that there are.

        Args:
            name: The key.
            known: The keys that there may be.
            at: The line.
            place: What it stands in, one of `PLACES`.
        """
        title, choices, near = PLACES[place].title, listed(known), self.near(name, known)
        if near:
            self.refuse(
                "lesson_unknown_near",
                f"“{quote(name)}” is no part of {title}; did you mean “{quote(near)}”?",
                at=at,
                name=name,
                title=title,
                near=near,
            )
        else:
            self.refuse(
                "lesson_unknown",
                f"“{quote(name)}” is no part of {title}; there are: {choices}.",
                at=at,
                name=name,
                title=title,
                choices=choices,
            )

    def unlisted(self, name: str, known: Sequence[str], *, at: int, among: str) -> None:
        """Note a name that is none of those that there are, with the one that was meant or all.

        Args:
            name: The name.
            known: Those that there are.
            at: The line.
            among: What they are, one of `CHOICES`.
        """
        title, choices, near = CHOICES[among].title, listed(known), self.near(name, known)
        if near:
            self.refuse(
                "lesson_none_of_near",
                f"“{quote(name)}” is none of {title}; did you mean “{quote(near)}”?",
                at=at,
                name=name,
                title=title,
                near=near,
            )
        else:
            self.refuse(
                "lesson_none_of",
                f"“{quote(name)}” is none of {title}: {choices}.",
                at=at,
                name=name,
                title=title,
                choices=choices,
            )


def nearest(name: str, known: Sequence[str]) -> str:
    """Return the name that was probably meant, or an empty text.

    Example:
        >>> nearest("shows", ["show", "hide"]), nearest("colour", ["show", "hide"])
        ('show', '')
    """
    # Looking for likeness takes the product of both lengths.
    found = get_close_matches(name[:60], known, n=1, cutoff=0.6)
    return found[0] if found else ""
