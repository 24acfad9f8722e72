"""The table of subcommands, read from the records of ``subcommands``."""

from __future__ import annotations

from engine.command_line.subcommand import Subcommand
from engine.registry import Registry

SUBCOMMANDS: Registry[Subcommand] = Registry.discover("engine.command_line.subcommands", Subcommand)
