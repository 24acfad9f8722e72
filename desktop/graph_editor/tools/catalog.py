"""The table of tools; a module in this package with ``RECORDS`` adds to it."""

from __future__ import annotations

from desktop.graph_editor.tools.tool import Tool
from engine.registry import Registry

TOOLS = Registry.discover("desktop.graph_editor.tools", Tool)
