"""What is said below the boundary: what the marks mean, and the prediction pointed at."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled
from desktop.training.network.data_names import class_name, target_name
from desktop.training.pictures.class_legend import LegendEntry
from desktop.training.pictures.plane_points import is_crowded, target_levels
from desktop.widgets.fields.number_text import format_number, format_whole
from engine.arrays import Array
from engine.quoting import quote
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.titles import data_title
from engine.training.run.run import TrainingRun

# Of many classes the likeliest are told.
_MOST_TOLD = 3


def legend_entries(run: TrainingRun, target: int = 0) -> list[LegendEntry]:
    """Return what the marks of a run's data mean."""
    translate = QCoreApplication.translate
    data = run.dataset
    inputs = data.inputs.shape[1]
    if data.is_regression:
        entries = [LegendEntry(words) for words in _regression_words(data, target)]
    else:
        count = max(2, data.targets.shape[1])
        entries = [LegendEntry(class_name(data, label), data.look(label)) for label in range(count)]
        if not is_crowded(data):
            entries.append(LegendEntry(translate("BoundaryView", "✕ not right")))
    if run.test_dataset is not None and not data.is_regression:
        entries.append(LegendEntry(translate("BoundaryView", "hollow: test")))
    title = data_title(data)
    if title:
        entries.insert(0, LegendEntry(f"{quote(title)}:"))
    if inputs > 2:
        entries.append(LegendEntry(translate("BoundaryView", "pale: far from this plane")))
    return entries


def _regression_words(data: Dataset, target: int) -> list[str]:
    translate = QCoreApplication.translate
    is_one = data.targets.shape[1] == 1
    name = target_name(data, target)
    if data.inputs.shape[1] == 1:
        if is_one:
            return [translate("BoundaryView", "Points: targets, line: predictions")]
        pattern = translate("BoundaryView", "Points: {0}, line: its prediction")
        return [filled(pattern, name)]
    low, high = (format_whole(level, 3) for level in target_levels(data, target))
    if is_one:
        words = translate("BoundaryView", "Colour: target of a point, prediction of the ground")
    else:
        pattern = translate("BoundaryView", "Colour: {0} of a point, its prediction of the ground")
        words = filled(pattern, name)
    return [words, filled(translate("BoundaryView", "from {0} (orange) to {1} (blue)"), low, high)]


def reading_text(data: Dataset, point: Sequence[float], there: Array) -> str:
    """Return the prediction at a point: a number, or one for each class or target."""
    inputs = ", ".join(format_whole(value, 3) for value in point)
    pattern = QCoreApplication.translate("BoundaryView", "ŷ({0}) = {1}")
    if len(there) == 1:
        return filled(pattern, inputs, format_whole(float(there[0])))
    if data.is_regression:
        outputs = [
            f"{target_name(data, place)} {format_whole(float(value))}"
            for place, value in enumerate(there)
        ]
        return filled(pattern, inputs, ", ".join(outputs))
    likeliest = np.argsort(-there, kind="stable")[:_MOST_TOLD].tolist()
    outputs = [
        f"{class_name(data, label)} {format_number(float(there[label]), 3)}" for label in likeliest
    ]
    outputs += ["…"] if len(there) > _MOST_TOLD else []
    return filled(pattern, inputs, ", ".join(outputs))
