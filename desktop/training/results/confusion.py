"""The confusion matrix as rows of a table, and how far a regression misses."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled
from desktop.training.network.data_names import target_name
from desktop.widgets.fields.number_text import format_number
from engine.arrays import Array
from engine.quoting import quote
from engine.training.datasets.dataset import Dataset
from engine.training.network.scores import confusion_matrix, undecided_counts


def confusion_rows(
    predictions: Array, data: Dataset, *, is_test: bool
) -> tuple[list[str], list[list[str]], list[list[str | None]]]:
    """Return headers, rows and colours: a row for each true class, a column for each predicted.

    Where predictions tie, a last column counts them.
    """
    translate = QCoreApplication.translate
    counts = confusion_matrix(predictions, data.targets)
    names = [_class_name(data, label) for label in range(len(counts))]
    corner = translate("Confusion", "test") if is_test else translate("Confusion", "training")
    headers = [corner, *(f"→ {name}" for name in names)]
    rows = [[name, *map(str, row)] for name, row in zip(names, counts.tolist(), strict=True)]
    colours: list[list[str | None]] = [
        [None, *(_colour(row == column, count) for column, count in enumerate(counts[row]))]
        for row in range(len(counts))
    ]
    ties = undecided_counts(predictions, data.targets).tolist()
    if any(ties):
        headers.append(translate("Confusion", "undecided"))
        for row, shades, count in zip(rows, colours, ties, strict=True):
            row.append(str(count))
            shades.append("warning" if count else "text_disabled")
    return headers, rows, colours


def misses_text(predictions: Array, data: Dataset) -> str:
    """Tell a regression's typical miss and the share of the targets' spread that it explains.

    Of several targets each has a line. The coefficient of determination is
    1 − Σ(t − y)²/Σ(t − mean)² (Draper and Smith, Applied Regression Analysis, 1998, section 1.3).
    """
    columns = range(data.targets.shape[1])
    lines = [_misses(predictions[:, column], data.targets[:, column]) for column in columns]
    if len(lines) == 1:
        return lines[0]
    return "\n".join(
        f"{target_name(data, column)}: {line}" for column, line in zip(columns, lines, strict=True)
    )


def _misses(predictions: Array, targets: Array) -> str:
    errors = predictions - targets
    typical = format_number(float(np.sqrt(np.mean(errors**2))), 4)
    spread = float(np.sum((targets - targets.mean()) ** 2))
    if not spread:
        text = QCoreApplication.translate("Confusion", "Root mean square error: {0}")
        return filled(text, typical)
    explained = format_number(1 - float(np.sum(errors**2)) / spread, 4)
    text = QCoreApplication.translate("Confusion", "Root mean square error: {0}, R² = {1}")
    return filled(text, typical, explained)


def _colour(is_right: bool, count: int) -> str | None:
    if not count:
        return "text_disabled"
    return "success" if is_right else "error"


def _class_name(data: Dataset, label: int) -> str:
    return quote(data.class_names[label]) if label < len(data.class_names) else str(label)
