"""The words below the decision boundary: what the marks mean, or the prediction pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.foundation.plain_text import escaped
from desktop.foundation.theme import theme
from desktop.training.stage.plane_points import class_colour
from desktop.widgets.number_text import format_number
from engine.arrays import Array
from engine.quoting import quote
from engine.training.run import TrainingRun

_GLYPHS = "■●▲◆★▼⬟⬢＋✕"


def legend_text(run: TrainingRun, inputs: int) -> str:
    """Return what the marks of a run's data mean."""
    translate = QCoreApplication.translate
    data = run.dataset
    if inputs > 2:
        text = translate(
            "BoundaryView", "The plane shows the first two of {0} inputs; no map can be painted."
        )
        return text.format(inputs)
    if data.is_regression:
        if inputs == 1:
            return translate("BoundaryView", "Points: targets, line: predictions")
        return translate("BoundaryView", "Colour: target of a point, prediction of the ground")
    count = max(2, data.targets.shape[1])
    parts = [
        f"<span style='color:{theme().color(class_colour(label, count)).name()}'>"
        f"{_GLYPHS[label]}</span> {_class_name(run, label)}"
        for label in range(count)
    ]
    parts.append(translate("BoundaryView", "✕ not right"))
    if run.test_dataset is not None:
        parts.append(translate("BoundaryView", "hollow: test"))
    return " &nbsp; ".join(parts)


def reading_text(point: Sequence[float], there: Array) -> str:
    """Return the prediction at a point: a number, or one for each class."""
    inputs = ", ".join(format_number(value, 3) for value in point)
    outputs = ", ".join(format_number(float(value), 4) for value in there)
    pattern = QCoreApplication.translate("BoundaryView", "ŷ({0}) = {1}")
    return pattern.format(inputs, outputs)


def _class_name(run: TrainingRun, label: int) -> str:
    names = run.dataset.class_names
    if label < len(names):
        return escaped(quote(names[label]))
    if run.dataset.targets.shape[1] > 1:
        return QCoreApplication.translate("BoundaryView", "class {0}").format(label)
    return QCoreApplication.translate("BoundaryView", "target {0}").format(label)
