"""What the inputs and targets of a data set are called, where somebody named them or nobody did."""

from __future__ import annotations

from engine.explanation.symbols import subscript
from engine.training.datasets.dataset import Dataset


def data_title(data: Dataset) -> str:
    """Return what data of one's own are called: by their file or their formula; '' by neither."""
    return data.title or ("" if data.formula is None else data.formula.text)


def input_titles(data: Dataset) -> tuple[str, ...]:
    """Return what each input is called: its column's name, or x₁, x₂ and so on.

    Example:
        >>> import numpy as np
        >>> from engine.training.datasets.dataset import View
        >>> rows, view = np.zeros((1, 2)), View(0.0, 1.0, 0.0, 1.0)
        >>> input_titles(Dataset(rows, rows, view, input_names=("hours", "sex=male")))
        ('hours', 'sex=male')
        >>> input_titles(Dataset(rows, rows, view))
        ('x₁', 'x₂')
    """
    count = data.inputs.shape[1]
    known = data.input_names[:count]
    return (*known, *(f"x{subscript((place,))}" for place in range(len(known), count)))


def target_titles(data: Dataset) -> tuple[str, ...]:
    """Return what each target of a regression is called: its column's name, or y, or y₁, y₂."""
    count = data.targets.shape[1]
    known = data.target_names[:count]
    if not known and count == 1:
        return ("y",)
    return (*known, *(f"y{subscript((place,))}" for place in range(len(known), count)))
