"""The confusion matrix as rows of a table, and how far a regression misses."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled
from desktop.training.results.confusion_grid import Counts
from desktop.widgets.fields.number_text import format_number, format_whole
from engine.arrays import Array
from engine.quoting import quote
from engine.training.analysis.fit import Fit
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


def confusion_counts(predictions: Array, data: Dataset) -> tuple[Counts, tuple[str, ...]]:
    """Return the counts of many classes, a last column for ties if there are any, and the names."""
    counts = confusion_matrix(predictions, data.targets)
    names = tuple(
        data.class_names[label] if label < len(data.class_names) else str(label)
        for label in range(len(counts))
    )
    ties = undecided_counts(predictions, data.targets)
    return (np.column_stack([counts, ties]) if ties.any() else counts), names


def misses_text(fits: Sequence[Fit], titles: Sequence[str]) -> str:
    """Tell a regression's typical miss and the share of the targets' spread that it explains.

    Args:
        fits: How well each target is met, in its own units.
        titles: What each target is called; told where there are several.
    """
    if len(fits) == 1:
        return _miss_text(fits[0])
    return "\n".join(f"{title}: {_miss_text(fit)}" for title, fit in zip(titles, fits, strict=True))


def _miss_text(fit: Fit) -> str:
    typical = format_whole(fit.typical_miss)
    if math.isnan(fit.explained):
        text = QCoreApplication.translate("Confusion", "Root mean square error: {0}")
        return filled(text, typical)
    explained = format_number(fit.explained, 4)
    text = QCoreApplication.translate("Confusion", "Root mean square error: {0}, R² = {1}")
    return filled(text, typical, explained)


def _colour(is_right: bool, count: int) -> str | None:
    if not count:
        return "text_disabled"
    return "success" if is_right else "error"


def _class_name(data: Dataset, label: int) -> str:
    return quote(data.class_names[label]) if label < len(data.class_names) else str(label)
