"""The tool *Modes*: reverse, forward and numerical gradients, side by side."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from desktop.graph_editor.tools.tool import Tool, ToolContext, ToolPanel


def _make(context: ToolContext, parent: QWidget) -> ToolPanel:
    from desktop.graph_editor.tools.modes.panel import ModesPanel

    return ModesPanel(context, parent)


RECORDS = (
    Tool(
        "modes",
        str(QT_TRANSLATE_NOOP("Tools", "Modes")),
        str(
            QT_TRANSLATE_NOOP(
                "Tools", "Reverse, forward and numerical gradients, and what each costs"
            )
        ),
        "arrow-right-left",
        "Ctrl+M",
        _make,
    ),
)
