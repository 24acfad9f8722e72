"""The tool *Nudge*: move an input a little, and compare prediction and truth."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from desktop.graph_editor.tools.tool import Tool, ToolContext, ToolPanel


def _make(context: ToolContext, parent: QWidget) -> ToolPanel:
    from desktop.graph_editor.tools.nudge.panel import NudgePanel

    return NudgePanel(context, parent)


RECORDS = (
    Tool(
        "nudge",
        str(QT_TRANSLATE_NOOP("Tools", "Nudge")),
        str(QT_TRANSLATE_NOOP("Tools", "Move an input a little: predicted against true change")),
        "move-horizontal",
        "Ctrl+U",
        _make,
    ),
)
