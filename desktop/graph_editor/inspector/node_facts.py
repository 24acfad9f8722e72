"""The plain facts of a node: its shape, its value and its gradient, every digit on hover."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.foundation.looks import set_look
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.opened_numbers.heat_view import HeatView
from desktop.graph_editor.passes.walk import Walk
from desktop.graph_editor.scene.node_faces import is_written_out, shape_tag
from engine.arrays import Array
from engine.explanation.number_latex import Ink
from engine.formula.values import format_number, format_value, full_precision
from engine.graph.model import NodeId

_MOST_ROWS = 4
_MOST_IN_TOOLTIP = 60


class NodeFacts(QWidget):
    """Three rows: shape, value, gradient. What is not computed says so, and why."""

    def __init__(self, document: Document, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._walk = document, walk
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        self._shape = self._row(grid, 0, self.tr("Shape"), "")
        self._value = self._row(grid, 1, self.tr("Value"), "value")
        self.value_picture = self._picture(grid, 2, self.tr("Value as a picture"))
        self._gradient = self._row(grid, 3, self.tr("Gradient"), "gradient")
        self.gradient_picture = self._picture(grid, 4, self.tr("Gradient as a picture"))

    @property
    def texts(self) -> tuple[str, str, str]:
        """Shape, value and gradient as shown."""
        return self._shape.text(), self._value.text(), self._gradient.text()

    def show_node(self, node: NodeId, ink: Ink) -> None:
        """Show the facts of a node as they stand."""
        evaluation, known = self._document.shown_evaluation, self._walk.numbers()
        value = known.values.get(node)
        gradient = known.gradients.nodes.get(node)
        is_waiting = node in evaluation.values
        missing = self.tr("not reached yet") if is_waiting else self.tr("not computed")
        if node in self._document.veil.values:
            missing = self._hidden()
        self._shape.setText(
            self._shape_text(self._document.shown_whole_evaluation.values.get(node))
        )
        self._show(self._value, value, ink, missing, "value")
        self._show(self._gradient, gradient, ink, self._why_no_gradient(node), "gradient")
        _show_picture(self.value_picture, value, ink)
        _show_picture(self.gradient_picture, gradient, ink)

    def _row(self, grid: QGridLayout, row: int, title: str, kind: str) -> QLabel:
        caption = PlainLabel(title, self)
        caption.setProperty("kind", "muted")
        fact = PlainLabel(self)
        fact.setProperty("kind", kind)
        fact.setWordWrap(True)
        fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        fact.setAccessibleName(title)
        grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(fact, row, 1)
        return fact

    def _picture(self, grid: QGridLayout, row: int, name: str) -> HeatView:
        picture = HeatView(self)
        picture.setAccessibleName(name)
        grid.addWidget(picture, row, 0, 1, 2)
        picture.hide()
        return picture

    def _shape_text(self, value: Array | None) -> str:
        if value is None:
            return "—"
        return shape_tag(value.shape) if value.ndim else self.tr("scalar")

    def _show(self, label: QLabel, array: Array | None, ink: Ink, missing: str, kind: str) -> None:
        label.setText(missing if array is None else _text(array, ink.digits))
        is_short = array is not None and array.size <= _MOST_IN_TOOLTIP
        label.setToolTip(plain(full_precision(array) if array is not None and is_short else ""))
        wanted = "muted" if array is None else kind
        set_look(label, "kind", wanted)

    def _hidden(self) -> str:
        if self._document.hidden_kinds:
            return self.tr("hidden: the lesson asks for it")
        return self.tr("hidden: the exercise asks for it")

    def _why_no_gradient(self, node: NodeId) -> str:
        graph = self._document.shown.context
        evaluation = self._document.shown_evaluation
        if node in evaluation.gradients.nodes:
            return self.tr("not reached yet")
        if node in self._document.veil.nodes:
            return self._hidden()
        if graph.nodes[node].operation == "constant":
            return self.tr("none: a constant gets no gradient")
        if node not in evaluation.values or evaluation.target not in evaluation.values:
            return self.tr("not computed")
        if node not in evaluation.plan.differentiable:
            return self.tr("none: it depends on constants alone")
        return self.tr("none: the result does not depend on it")


def _show_picture(picture: HeatView, array: Array | None, ink: Ink) -> None:
    """Magnify what a card shows as a picture; what is written out needs none."""
    if array is None or not array.size or is_written_out(array):
        picture.hide()
        return
    picture.show_array(array, ink.digits)
    picture.show()


def _text(array: Array, digits: int) -> str:
    """Return a value as lines, a small matrix row by row."""
    if array.ndim != 2 or max(array.shape) > _MOST_ROWS:
        return format_value(array, digits)
    rows = (" ".join(format_number(float(number), digits) for number in row) for row in array)
    return "\n".join(f"[{row}]" for row in rows)
