"""The right panel of the view of linear layers: the matrices of the stack, and their product."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme_notifier
from desktop.widgets.fields.number_text import format_short
from desktop.widgets.formulas.formula_view import FormulaView
from desktop.widgets.panels.card import Card
from desktop.widgets.panels.section import Section
from engine.arrays import Array
from engine.training.analysis.linear_setup import LinearResult
from engine.training.network.mlp import LayerParameters

_MARGIN = 16
_FORMULA_PX = 15.0


class LinearSheet(QWidget):
    """One formula for each layer, then W = W₁·W₂·… and b beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: LinearResult | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(14)
        product = Section(self.tr("The one layer"), self, collapsible=False)
        self._product_card = Card("", product)
        self._product_card.body.setSpacing(12)
        product.add(self._product_card)
        self._meaning = PlainLabel(
            self.tr("x·W + b, samples in rows: the same totals as the whole stack."), product
        )
        self._meaning.setProperty("kind", "muted")
        self._meaning.setWordWrap(True)
        product.add(self._meaning)
        stack = Section(self.tr("The stack"), self)
        self._stack_card = Card("", stack)
        self._stack_card.body.setSpacing(12)
        stack.add(self._stack_card)
        layout.addWidget(product)
        layout.addWidget(stack)
        layout.addStretch(1)
        self._views: list[FormulaView] = []
        theme_notifier().follow(self._show)

    @property
    def formulas(self) -> list[str]:
        """The LaTeX of every formula shown."""
        return [view.latex for view in self._views]

    def show_result(self, result: LinearResult) -> None:
        """Show other matrices."""
        self._result = result
        self._show()

    def _show(self) -> None:
        if self._result is None:
            return
        for view in self._views:
            view.hide()
            view.deleteLater()
        self._views = []
        count = len(self._result.linear.weights)
        letters = " ".join(f"W_{{{number}}}" for number in range(1, count + 1))
        product = letters if count > 1 else "W_{1}"
        self._add(self._product_card, f"W = {product} = {_matrix(self._result.product.weights)}")
        self._add(self._product_card, f"b = {_matrix(self._result.product.bias[None, :])}")
        for number, layer in enumerate(self._result.linear.weights, start=1):
            self._add_layer(number, layer)

    def _add_layer(self, number: int, layer: LayerParameters) -> None:
        self._add(self._stack_card, f"W_{{{number}}} = {_matrix(layer.weights)}")
        self._add(self._stack_card, f"b_{{{number}}} = {_matrix(layer.bias[None, :])}")

    def _add(self, card: Card, latex: str) -> None:
        view = FormulaView(latex, card, size_px=_FORMULA_PX)
        card.add(view)
        self._views.append(view)


def _matrix(values: Array) -> str:
    rows = (" & ".join(_number(value) for value in row) for row in values.tolist())
    return r"\begin{bmatrix} " + r" \\ ".join(rows) + r" \end{bmatrix}"


def _number(value: float) -> str:
    return format_short(value).replace("\N{MINUS SIGN}", "-")
