"""The tool *Exercise*: numbers are hidden, and the learner types them where they belong."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from desktop.graph_editor.tools.tool import Tool, ToolContext, ToolPanel


def _make(context: ToolContext, parent: QWidget) -> ToolPanel:
    from desktop.graph_editor.tools.exercise.exercise_panel import ExercisePanel

    return ExercisePanel(context, parent)


RECORDS = (
    Tool(
        "exercise",
        str(QT_TRANSLATE_NOOP("Tools", "Exercise")),
        str(
            QT_TRANSLATE_NOOP(
                "Tools",
                "Hides values or gradients: type them on the wires, and each is marked and every "
                "slip named",
            )
        ),
        "list-checks",
        "Ctrl+Shift+X",
        _make,
        keeps_secrets=True,
    ),
)
