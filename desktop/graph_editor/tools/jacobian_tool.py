"""The tool *Jacobian*: how each number of a gate changes with each number of an input."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from desktop.graph_editor.tools.tool import Tool, ToolContext, ToolPanel


def _make(context: ToolContext, parent: QWidget) -> ToolPanel:
    from desktop.graph_editor.tools.jacobian.panel import JacobianPanel

    return JacobianPanel(context, parent)


RECORDS = (
    Tool(
        "jacobian",
        str(QT_TRANSLATE_NOOP("Tools", "Jacobian")),
        str(
            QT_TRANSLATE_NOOP(
                "Tools",
                "How each number of a gate changes with each number of an input, as a picture "
                "beside the product that is computed instead",
            )
        ),
        "grid-3x3",
        "Ctrl+J",
        _make,
    ),
)
