"""Forward mode: from which input the tangent is pushed, and that it says what reverse mode says."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.foundation.settings import Settings
from desktop.foundation.translation import filled
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.opened_numbers.formula_lines import FormulaLines, current_ink
from desktop.graph_editor.tools.pickers.source_picker import SourcePicker
from desktop.widgets.panels.card import Card
from desktop.widgets.panels.text_label import text_label
from engine.arrays import Array
from engine.autodiff.passes.evaluation import Evaluation
from engine.autodiff.passes.forward_mode import push_forward, unit_tangent
from engine.drawing.passes import Seed
from engine.explanation.chain import sign_for
from engine.explanation.number_latex import array_latex, colored
from engine.explanation.precision import is_told
from engine.explanation.symbols import result_latex
from engine.explanation.tangent_arithmetic import moving_symbol


class ForwardPart(QWidget):
    """Chooses what moves, and shows the tangent of the result beside the reverse gradient.

    Signals:
        picked(): Another input or element moves.
    """

    picked = Signal()

    def __init__(
        self, document: Document, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self.picker = SourcePicker(
            self.tr("From"), self.tr("The input whose derivative is pushed forward"), self
        )
        self._note = text_label(self, "muted")
        self._tangent = FormulaLines(self)
        self._gradient = FormulaLines(self)
        self._card = Card("", self)
        for title, lines in (
            (self.tr("Forward: the tangent of the result"), self._tangent),
            (self.tr("Reverse: the gradient of the input, the same number"), self._gradient),
        ):
            caption = text_label(self, "muted")
            caption.setText(title)
            self._card.add(caption)
            self._card.add(lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.picker, self._note, self._card):
            column.addWidget(part)
        self.picker.picked.connect(self.picked)

    @property
    def seed(self) -> Seed | None:
        """What moves; None where there is no input."""
        source = self.picker.source
        return None if source is None else Seed(source, self.picker.index)

    @property
    def lines(self) -> list[str]:
        """The formulas shown, in LaTeX."""
        return [*self._tangent.lines, *self._gradient.lines]

    @property
    def note(self) -> str:
        """What the numbers on the canvas are."""
        return self._note.text()

    def show_graph(self, evaluation: Evaluation) -> None:
        """Offer the inputs of a graph and show the derivative with respect to the chosen one."""
        self.picker.show_sources(evaluation)
        seed = self.seed
        if seed is None:
            self._note.setText(self.tr("There is no input that a tangent could start from."))
        else:
            text = self.tr(
                "{0} moves by 1 per unit. Under each wire stands → how fast the number on it "
                "moves: its tangent ∂·/∂{0}, in the place of the gradient. Step through with "
                "Space, ← and →."
            )
            self._note.setText(filled(text, self.picker.name))
        tangent, gradient = ("", "") if seed is None else self._compared(evaluation, seed)
        self._tangent.set_lines([tangent])
        self._gradient.set_lines([gradient])
        self._card.setVisible(bool(tangent))

    def _compared(self, evaluation: Evaluation, seed: Seed) -> tuple[str, str]:
        plan, target = evaluation.plan, evaluation.target
        gradient = evaluation.gradients.nodes.get(seed.source)
        if target is None or gradient is None:
            return "", ""
        start = unit_tangent(plan.sources[seed.source], seed.index)
        moved = push_forward(plan, evaluation.values, seed.source, start)[target]
        ink = current_ink(self._settings)
        graph = self._document.graph
        letter = moving_symbol(graph, seed.source, seed.index)
        result = result_latex(graph)
        if moved.ndim:
            # The gradient of a vector is that of the sum of its elements.
            result = rf"\sum {result}"
        left = rf"\frac{{\partial {result}}}{{\partial {letter}}}"

        def line(number: Array, color: str) -> str:
            sign = sign_for(is_exact=is_told(number, ink.digits))
            return f"{left} {sign} {colored(array_latex(number, ink.digits), color)}"

        total = np.asarray(np.sum(moved))
        return line(total, ink.tangent), line(np.asarray(gradient[seed.index]), ink.gradient)
