"""What the structures of Jacobians are called, and what each means for the gradient."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.foundation.translation import filled
from engine.autodiff.passes.jacobian import Jacobian, Structure

_TITLES = {
    Structure.ZERO: QT_TRANSLATE_NOOP("JacobianPanel", "Zero"),
    Structure.IDENTITY: QT_TRANSLATE_NOOP("JacobianPanel", "Identity"),
    Structure.SCALED_IDENTITY: QT_TRANSLATE_NOOP("JacobianPanel", "Scaled identity"),
    Structure.DIAGONAL: QT_TRANSLATE_NOOP("JacobianPanel", "Diagonal"),
    Structure.ONE_HOT_ROWS: QT_TRANSLATE_NOOP("JacobianPanel", "One-hot rows"),
    Structure.ONE_ENTRY_ROWS: QT_TRANSLATE_NOOP("JacobianPanel", "One entry in each row"),
    Structure.SPARSE: QT_TRANSLATE_NOOP("JacobianPanel", "Sparse"),
    Structure.DENSE: QT_TRANSLATE_NOOP("JacobianPanel", "Dense"),
    Structure.MIXING: QT_TRANSLATE_NOOP("JacobianPanel", "Mixing"),
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
    Structure.SPARSE: QT_TRANSLATE_NOOP(
        "JacobianPanel",
        "Each output depends on some of the inputs only: {possible} of {all} entries can differ "
        "from 0, the others are 0 whatever the numbers are.",
    ),
    Structure.DENSE: QT_TRANSLATE_NOOP(
        "JacobianPanel", "Every output may depend on every input: the numbers mix."
    ),
    Structure.MIXING: QT_TRANSLATE_NOOP(
        "JacobianPanel",
        "Outputs depend on several inputs: the numbers mix. The matrix is too large to be looked "
        "at entry by entry.",
    ),
}


def structure_title(structure: Structure) -> str:
    """Return the name of a structure."""
    return QCoreApplication.translate("JacobianPanel", str(_TITLES[structure]))


def structure_meaning(jacobian: Jacobian) -> str:
    """Return what a Jacobian's structure says, in a sentence."""
    meaning = QCoreApplication.translate("JacobianPanel", str(_MEANINGS[jacobian.structure]))
    rows, columns = jacobian.rows_and_columns
    return filled(meaning, possible=f"{jacobian.possible or 0:,}", all=f"{rows * columns:,}")
