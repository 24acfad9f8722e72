"""The elements of a vector or a matrix as a list that is written only where it is looked at."""

from __future__ import annotations

from math import prod

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engine.arrays import Shape
from engine.explanation.symbols import subscript

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ROOT = QModelIndex()


class ElementList(QAbstractListModel):
    """Names such as W₁₂, in reading order; a matrix may have millions, of which ten are seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._shape: Shape = ()

    def show_elements(self, name: str, shape: Shape) -> None:
        """List the elements of another array; a scalar has none to choose."""
        if (name, shape) != (self._name, self._shape):
            self.beginResetModel()
            self._name, self._shape = name, shape
            self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Count the elements."""
        return 0 if parent.isValid() or not self._shape else prod(self._shape)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> str | None:
        """Name one element."""
        if role != _DISPLAY or not index.isValid():
            return None
        place = np.unravel_index(index.row(), self._shape)
        return self._name + subscript(tuple(int(number) for number in place))
