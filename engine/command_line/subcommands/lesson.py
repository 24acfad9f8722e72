"""The subcommand ``lesson``: lessons are begun, checked, packed and marked without a window."""

from __future__ import annotations

from engine.command_line.lesson_parts.catalog import LESSON_PARTS
from engine.command_line.subcommand import Subcommand

# After what computes.
ORDER = 1

RECORDS = (
    Subcommand(
        "lesson",
        "Begin, check, pack or mark lessons.",
        "Work with lessons: folders of a lesson.toml and a file of words for each language.",
        parts=LESSON_PARTS,
    ),
)
