"""The tool *Outline*: every node with its value and gradient, and where it is."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from desktop.graph_editor.tools.tool import Tool, ToolContext, ToolPanel


def _make(context: ToolContext, parent: QWidget) -> ToolPanel:
    from desktop.graph_editor.tools.outline.panel import OutlinePanel

    return OutlinePanel(context, parent)


RECORDS = (
    Tool(
        "outline",
        str(QT_TRANSLATE_NOOP("Tools", "Outline")),
        str(
            QT_TRANSLATE_NOOP(
                "Tools", "Find a node by its name; every node with its value and its gradient"
            )
        ),
        "search",
        "Ctrl+F",
        _make,
        keeps_secrets=True,
    ),
)
