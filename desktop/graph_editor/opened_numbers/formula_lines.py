"""Formulas one below the other, of which there may be another number each time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.foundation.settings import PRECISION, Settings
from desktop.foundation.theme import theme
from desktop.widgets.formulas.formula_view import FormulaView
from engine.explanation.number_latex import Ink

ALL_DIGITS = 17


def current_ink(settings: Settings, *, all_digits: bool = False) -> Ink:
    """Return how numbers are written now: in the theme's colours, as precisely as is set."""
    digits = ALL_DIGITS if all_digits else settings.get(PRECISION)
    value, gradient, tangent = (
        theme().color(name).name() for name in ("value", "gradient", "tangent")
    )
    return Ink(value, gradient, digits, tangent)


class FormulaLines(QWidget):
    """A column of formulas; the views are kept and filled anew, so that nothing flickers."""

    def __init__(self, parent: QWidget | None = None, *, size_px: float = 15.0) -> None:
        super().__init__(parent)
        self._size_px = size_px
        self._views: list[FormulaView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    @property
    def lines(self) -> list[str]:
        """The LaTeX shown, line by line."""
        return [view.latex for view in self._views if not view.isHidden()]

    def set_size(self, size_px: float) -> None:
        """Write the formulas larger or smaller from now on."""
        self._size_px = size_px
        for view in self._views:
            view.set_size(size_px)

    def set_lines(self, lines: Sequence[str]) -> None:
        """Show other formulas; empty ones are left out."""
        shown = [line for line in lines if line]
        while len(self._views) < len(shown):
            view = FormulaView("", self, size_px=self._size_px)
            self._views.append(view)
            self._column.addWidget(view)
        for index, view in enumerate(self._views):
            view.set_latex(shown[index] if index < len(shown) else "")
            view.setVisible(index < len(shown))
        self.setVisible(bool(shown))
