"""Faults of a lesson's files: a sentence, and the file and the line that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.lessons.files import STRUCTURE


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a lesson's files.

    Attributes:
        file: The file's name in the lesson's folder, such as ``"ko.md"``.
        line: The line, from 1; 0 for the file as a whole.
        code: A stable identifier of the cause, for translation.
        sentence: What is wrong, and what would be right, in one English sentence.
        details: The values that the sentence names.
        is_warning: Whether the lesson can be played all the same: a translation that lags, say.
    """

    file: str
    line: int
    code: str
    sentence: str
    details: Mapping[str, object] = field(default_factory=dict)
    is_warning: bool = False

    def __str__(self) -> str:
        """Return it as compilers write it: ``file:line: sentence``."""
        return f"{self.place}: {self.sentence}"

    @property
    def place(self) -> str:
        """The file and the line; of what concerns a file as a whole, the file."""
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def order(self) -> tuple[bool, bool, str, int]:
        """What faults are sorted by: what keeps a lesson from being played, its structure first.

        The words follow the structure, so that who mends from the top mends causes first.
        """
        return self.is_warning, self.file != STRUCTURE, self.file, self.line
