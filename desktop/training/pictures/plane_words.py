"""How a plane of the inputs is spoken of: its axes, and where the other inputs are held."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled
from desktop.training.network.data_names import input_name
from desktop.widgets.fields.number_text import format_number
from engine.training.analysis.input_plane import InputPlane, PlaneChoice
from engine.training.datasets.dataset import Dataset

# So many of the inputs that are held are named on the picture.
_MOST_LINES = 3
_DIGITS = 4


def held_text(data: Dataset, plane: InputPlane, choice: PlaneChoice, place: int) -> str:
    """Say where an input is held, such as "petal_length at 3.8 (mean)"."""
    number = format_number(float(plane.base[place]), _DIGITS)
    if choice.value(place) is None:
        pattern = QCoreApplication.translate("PlaneWords", "{0} at {1} (mean)")
    else:
        pattern = QCoreApplication.translate("PlaneWords", "{0} at {1}")
    return filled(pattern, input_name(data, place), number)


def held_lines(data: Dataset, plane: InputPlane, choice: PlaneChoice) -> list[str]:
    """Say on the picture where the inputs are held that are not drawn, the moved ones first."""
    held = sorted(plane.held, key=lambda place: choice.value(place) is None)
    named = held if len(held) <= _MOST_LINES else held[: _MOST_LINES - 1]
    lines = [held_text(data, plane, choice, place) for place in named]
    rest = held[len(named) :]
    if not rest:
        return lines
    if all(choice.value(place) is None for place in rest):
        pattern = QCoreApplication.translate("PlaneWords", "{0} more inputs at their means")
    else:
        pattern = QCoreApplication.translate(
            "PlaneWords", "{0} more inputs, some not at their means"
        )
    return [*lines, filled(pattern, len(rest))]
