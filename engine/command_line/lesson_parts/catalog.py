"""The table of what can be done with lessons, read from the records of this package."""

from __future__ import annotations

from engine.command_line.subcommand import Subcommand
from engine.registry import Registry

LESSON_PARTS: Registry[Subcommand] = Registry.discover(
    "engine.command_line.lesson_parts", Subcommand
)
