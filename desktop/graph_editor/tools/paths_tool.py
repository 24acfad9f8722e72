"""The tool *Paths*: the gradient between two nodes as a sum over the ways between them."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from desktop.graph_editor.tools.tool import Tool, ToolContext, ToolPanel


def _make(context: ToolContext, parent: QWidget) -> ToolPanel:
    from desktop.graph_editor.tools.paths.panel import PathsPanel

    return PathsPanel(context, parent)


RECORDS = (
    Tool(
        "paths",
        str(QT_TRANSLATE_NOOP("Tools", "Paths")),
        str(
            QT_TRANSLATE_NOOP(
                "Tools",
                "All paths between two nodes, the product along each, and their sum: the gradient",
            )
        ),
        "route",
        "Ctrl+Shift+P",
        _make,
    ),
)
