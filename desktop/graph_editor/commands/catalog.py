"""The table of commands; a module in this package with ``RECORDS`` adds to it."""

from __future__ import annotations

from desktop.graph_editor.commands.command import Command
from engine.registry import Registry

COMMANDS = Registry.discover("desktop.graph_editor.commands", Command)
