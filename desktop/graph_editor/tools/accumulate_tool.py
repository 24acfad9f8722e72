"""The tool *Accumulate*: backward passes add up until the gradients are cleared."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from desktop.graph_editor.tools.tool import Tool, ToolContext, ToolPanel


def _make(context: ToolContext, parent: QWidget) -> ToolPanel:
    from desktop.graph_editor.tools.accumulate.panel import AccumulatePanel

    return AccumulatePanel(context, parent)


RECORDS = (
    Tool(
        "accumulate",
        str(QT_TRANSLATE_NOOP("Tools", "Accumulate")),
        str(QT_TRANSLATE_NOOP("Tools", "Backward passes add up until the gradients are cleared")),
        "layers",
        "Ctrl+B",
        _make,
    ),
)
