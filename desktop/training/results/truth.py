"""A truth table's rows, and how many samples are right, wrong or undecided."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.figure import Figure
from engine.arrays import Array
from engine.training.datasets.dataset import Dataset
from engine.training.network.predicted_class import UNDECIDED, predicted_classes
from engine.training.network.scores import right_predictions

_DECIMALS, _MOST_DECIMALS = 3, 12


def truth_rows(predictions: Array, data: Dataset) -> tuple[list[list[str]], list[list[str | None]]]:
    """Return the rows and colours of a truth table: inputs, target, prediction and its mark."""
    is_right = right_predictions(predictions, data.targets)
    is_tie = predicted_classes(predictions) == UNDECIDED
    rows: list[list[str]] = []
    colours: list[list[str | None]] = []
    for place, (inputs, target) in enumerate(zip(data.inputs, data.targets[:, 0], strict=True)):
        numbers = [Figure(format_number(float(value)), value) for value in (*inputs, target)]
        told = float(predictions[place, 0])
        prediction = Figure(prediction_text(told, is_tie=bool(is_tie[place])), told)
        sign, colour = ("✓", "success") if is_right[place] else ("✗", "error")
        if is_tie[place]:
            sign, colour = QCoreApplication.translate("Truth", "tie"), "warning"
        rows.append([*numbers, prediction, sign])
        colours.append([None, None, None, colour, colour])
    return rows, colours


def prediction_text(prediction: float, *, is_tie: bool) -> str:
    """Write a prediction with so many decimals that one beside ½ is not read as ½."""
    texts = (f"{prediction:.{decimals}f}" for decimals in range(_DECIMALS, _MOST_DECIMALS))
    longest = f"{prediction:.{_MOST_DECIMALS}f}"
    return next((text for text in texts if is_tie or float(text) != 0.5), longest)


def verdict_text(predictions: Array, data: Dataset) -> str:
    """Say how many samples are right, and how many are in no class because of a tie."""
    right = int(np.count_nonzero(right_predictions(predictions, data.targets)))
    ties = int(np.count_nonzero(predicted_classes(predictions) == UNDECIDED))
    if right == len(data):
        return filled(QCoreApplication.translate("Truth", "All {0} are right."), right)
    text = filled(QCoreApplication.translate("Truth", "{0} of {1} are right."), right, len(data))
    if not ties:
        return text
    if data.targets.shape[1] == 1:
        tied = QCoreApplication.translate(
            "Truth", "Undecided: {0}, where the prediction is ½, which is neither class."
        )
    else:
        tied = QCoreApplication.translate(
            "Truth", "Undecided: {0}, where two classes are predicted alike."
        )
    return f"{text} {filled(tied, ties)}"
