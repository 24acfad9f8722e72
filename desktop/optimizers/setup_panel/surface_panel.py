"""The choice of the surface: chips from the table, and the formula of the one chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.translation import translate_engine
from desktop.optimizers.setup_panel.own_panel import OwnPanel
from desktop.widgets.formulas.long_formula import LongFormula
from desktop.widgets.panels.flow_layout import FlowLayout
from engine.errors import GraphError
from engine.formula.latex import format_latex
from engine.races.own_surface import OwnKind, OwnSurface
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import SurfaceFunction
from engine.surfaces.surface import Surface

# A tooltip holds no more.
_LONGEST = 240
_FIT_LATEX = r"L(W, b) = \frac{1}{n} \sum_{i=1}^{n} {\left(W x_i + b - y_i\right)}^2"


class SurfacePanel(QWidget):
    """Chips, formula, and a sentence on what the surface teaches.

    Signals:
        chosen(surface: str): Another surface was chosen.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        chips = QWidget(self)
        flow = FlowLayout(chips, spacing=6)
        for name, surface in SURFACES.items():
            flow.addWidget(self._make_chip(name, surface))
        self.own = OwnPanel(self)
        self.formula = LongFormula(self, size_px=16.0)
        self._note = PlainLabel(self)
        self._note.setProperty("kind", "muted")
        self._note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(chips)
        layout.addWidget(self.own)
        layout.addWidget(self.formula)
        layout.addWidget(self._note)

    def chip(self, surface: str) -> QPushButton:
        """Return the button of a surface."""
        return self._chips[surface]

    def show_surface(
        self, surface: Surface, function: SurfaceFunction, own: OwnSurface | None = None
    ) -> None:
        """Mark a surface as chosen and show its formula."""
        # An exclusive group always keeps one of its own, even when the choice is none of them.
        self._group.setExclusive(own is None)
        for name, chip in self._chips.items():
            chip.setChecked(name == surface.name)
        self.own.show_own(own)
        self._note.setText(_note(surface))
        self.formula.set_latex(*_formula_latex(surface, function, own))
        self.formula.setToolTip(plain(surface.formula[:_LONGEST]))

    def _make_chip(self, name: str, surface: Surface) -> QPushButton:
        chip = QPushButton(translate_engine(surface.title), self)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        tip = translate_engine(surface.summary)
        more = translate_engine(surface.note)
        explain(chip, chip.text(), tip, more=more, by_tab=True)
        chip.clicked.connect(lambda: self._on_clicked(name))
        self._group.addButton(chip)
        self._chips[name] = chip
        return chip

    def _on_clicked(self, name: str) -> None:
        self.own.show_kind(None)
        self.chosen.emit(name)


def _note(surface: Surface) -> str:
    return " ".join(translate_engine(text) for text in (surface.summary, surface.note) if text)


def _formula_latex(
    surface: Surface, function: SurfaceFunction, own: OwnSurface | None
) -> tuple[str, str]:
    """Return the formula and what stands before it, or above it if it is long."""
    if own is not None and own.kind is OwnKind.TABLE:
        return _FIT_LATEX, ""
    if not surface.formula:
        return "", ""
    try:
        written = format_latex(function.graph)
    except GraphError:
        # A short formula may name its input so often that nobody could read it in LaTeX.
        return "", ""
    return written, f"f({', '.join(surface.variables)}) ="
