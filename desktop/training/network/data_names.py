"""What inputs, targets and classes are called, each at most a line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled
from engine.explanation.symbols import subscript
from engine.quoting import quote
from engine.training.datasets.dataset import Dataset


def input_name(data: Dataset, place: int) -> str:
    """Return what an input is called."""
    if place < len(data.input_names):
        return quote(data.input_names[place])
    return f"x{subscript((place,))}"


def target_name(data: Dataset, place: int) -> str:
    """Return what a target of a regression is called."""
    if place < len(data.target_names):
        return quote(data.target_names[place])
    return filled(QCoreApplication.translate("DataNames", "target {0}"), place + 1)


def class_name(data: Dataset, label: int) -> str:
    """Return what a class is called."""
    if label < len(data.class_names):
        return quote(data.class_names[label])
    if data.targets.shape[1] > 1:
        return filled(QCoreApplication.translate("DataNames", "class {0}"), label)
    return filled(QCoreApplication.translate("DataNames", "target {0}"), label)
