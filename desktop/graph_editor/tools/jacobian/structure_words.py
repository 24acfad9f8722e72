"""What the structures of Jacobians are called, and what each means for the gradient."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from engine.autodiff.jacobian import Structure

_TITLES = {
    Structure.ZERO: QT_TRANSLATE_NOOP("JacobianPanel", "Zero"),
    Structure.IDENTITY: QT_TRANSLATE_NOOP("JacobianPanel", "Identity"),
    Structure.SCALED_IDENTITY: QT_TRANSLATE_NOOP("JacobianPanel", "Scaled identity"),
    Structure.DIAGONAL: QT_TRANSLATE_NOOP("JacobianPanel", "Diagonal"),
    Structure.ONE_HOT_ROWS: QT_TRANSLATE_NOOP("JacobianPanel", "One-hot rows"),
    Structure.ONE_ENTRY_ROWS: QT_TRANSLATE_NOOP("JacobianPanel", "One entry in each row"),
    Structure.DENSE: QT_TRANSLATE_NOOP("JacobianPanel", "Dense"),
}
_MEANINGS = {
    Structure.ZERO: QT_TRANSLATE_NOOP(
        "JacobianPanel", "The output does not change with this input, so nothing goes back."
    ),
    Structure.IDENTITY: QT_TRANSLATE_NOOP(
        "JacobianPanel", "Each number is handed on as it is, and so is its gradient."
    ),
    Structure.SCALED_IDENTITY: QT_TRANSLATE_NOOP(
        "JacobianPanel", "Each number is multiplied by the same factor, and so is its gradient."
    ),
    Structure.DIAGONAL: QT_TRANSLATE_NOOP(
        "JacobianPanel",
        "Each number depends on its own input alone: one product for each, no matrix.",
    ),
    Structure.ONE_HOT_ROWS: QT_TRANSLATE_NOOP(
        "JacobianPanel",
        "Each output is one of the inputs, or none: the gradient is only sent to its place.",
    ),
    Structure.ONE_ENTRY_ROWS: QT_TRANSLATE_NOOP(
        "JacobianPanel",
        "The input was repeated to fit: every copy sends its share back, and they are added up.",
    ),
    Structure.DENSE: QT_TRANSLATE_NOOP(
        "JacobianPanel", "Every output may depend on every input: the numbers mix."
    ),
}


def structure_title(structure: Structure) -> str:
    """Return the name of a structure."""
    return QCoreApplication.translate("JacobianPanel", str(_TITLES[structure]))


def structure_meaning(structure: Structure) -> str:
    """Return what a structure says, in a sentence."""
    return QCoreApplication.translate("JacobianPanel", str(_MEANINGS[structure]))
