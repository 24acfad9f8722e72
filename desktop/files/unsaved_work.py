"""What closing would lose on a page, and what is to become of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


@dataclass(frozen=True)
class UnsavedWork:
    """One document that is not in its file.

    Attributes:
        name: What it is called: its file, its title, or untitled.
        parts: What of it is not saved, in the user's words; empty for all of it.
    """

    name: str
    parts: tuple[str, ...] = ()


class Leaving(Enum):
    """What becomes of unsaved work when a page closes."""

    ASK = auto()
    SAVE = auto()
    LOSE = auto()
