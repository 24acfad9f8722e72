"""The panel of the tool *Jacobian*: a gate, an input, the picture, and what is computed instead."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.desk.settling import Delay
from desktop.foundation.settings import PRECISION
from desktop.foundation.translation import error_sentence, filled
from desktop.graph_editor.opened_numbers.formula_lines import FormulaLines, current_ink
from desktop.graph_editor.opened_numbers.heat_view import HeatView
from desktop.graph_editor.scene.highlighting import Emphasis
from desktop.graph_editor.tools.jacobian.structure_words import (
    structure_meaning,
    structure_title,
)
from desktop.graph_editor.tools.tool import ToolContext, ToolPanel
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.text_label import text_label
from engine.autodiff.costs.jacobian_answer import JacobianAnswer, gates_of, jacobian_answer
from engine.errors import EngineError
from engine.explanation.chain import steps
from engine.explanation.gate_arithmetic import GateArithmetic
from engine.explanation.symbols import spoken_gate
from engine.graph.model import Graph, InputPort, NodeId

_REFRESH_MS = 90
_MEGABYTE = 1e6


@dataclass(frozen=True)
class JacobianState:
    """Which gate and which of its inputs were asked about."""

    port: InputPort | None


class JacobianPanel(ToolPanel):
    """Shows the Jacobian of one gate with respect to one of its inputs."""

    def __init__(self, context: ToolContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._is_on_show = False
        self.answer: JacobianAnswer | None = None
        self._intro = text_label(self, "muted")
        self.gate = self._make_choice(self.tr("Gate"), self.tr("The gate that is asked about"))
        self.input = self._make_choice(
            self.tr("Input"), self.tr("The input that changes; the others hold still")
        )
        self.structure = text_label(self, "heading")
        self.meaning = text_label(self, "")
        self.size_text = text_label(self, "muted")
        self.picture = HeatView(self)
        self._axes = text_label(self, "muted")
        self.product = FormulaLines(self, size_px=16.0)
        self.count_text = text_label(self, "")
        self.problem = text_label(self, "error")
        self._picture_section = Section(self.tr("The matrix"), self)
        self._product_section = Section(self.tr("What is computed instead"), self)
        self._timer = Delay(_REFRESH_MS, self._refresh, self)
        self._lay_out()
        self.gate.currentIndexChanged.connect(self._on_gate_picked)
        self.input.currentIndexChanged.connect(self._on_input_picked)
        context.document.evaluated.connect(self._on_evaluated)
        context.settings.changed.connect(self._on_evaluated)

    @property
    def port(self) -> InputPort | None:
        """The gate's input that is asked about."""
        node, index = self.gate.currentData(), self.input.currentIndex()
        return None if node is None or index < 0 else InputPort(NodeId(node), index)

    def begin(self) -> None:
        """Answer for the selected gate, or the first."""
        self._is_on_show = True
        self._fill_gates()
        self.select(self._context.scene.selected_nodes())
        self._refresh()

    def end(self) -> None:
        """Take the light off the canvas."""
        self._is_on_show = False
        self._timer.stop()
        self._context.scene.set_emphasis(None)

    def select(self, nodes: frozenset[NodeId]) -> None:
        """Ask about the selected gate."""
        if len(nodes) == 1:
            place = self.gate.findData(next(iter(nodes)))
            if place >= 0:
                self.gate.setCurrentIndex(place)

    def snapshot(self) -> object:
        """Return what was asked."""
        return JacobianState(self.port)

    def restore(self, snapshot: object) -> None:
        """Ask the same."""
        if isinstance(snapshot, JacobianState) and snapshot.port is not None:
            self._fill_gates()
            self._choose(snapshot.port)

    def shutdown(self) -> None:
        """Follow the settings no more."""
        self._context.settings.changed.disconnect(self._on_evaluated)

    # Inside ---------------------------------------------------------------------------------

    @property
    def _graph(self) -> Graph:
        return self._context.document.shown.graph

    def _make_choice(self, name: str, tooltip: str) -> QComboBox:
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        explain(box, name, tooltip)
        return box

    def _lay_out(self) -> None:
        self._intro.setText(
            self.tr(
                "How each number of the output changes with each number of the input. "
                "Backpropagation never builds this matrix; it only multiplies with it."
            )
        )
        fields = QFormLayout()
        fields.setHorizontalSpacing(12)
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for box in (self.gate, self.input):
            label = text_label(self, "muted")
            label.setWordWrap(False)
            label.setText(box.accessibleName())
            label.setBuddy(box)
            fields.addRow(label, box)
        for widget in (self.structure, self.meaning, self.picture, self._axes, self.size_text):
            self._picture_section.add(widget)
        self._product_section.add(self.product)
        self._product_section.add(self.count_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._intro)
        column.addLayout(fields)
        column.addWidget(self.problem)
        column.addWidget(self._picture_section)
        column.addWidget(self._product_section)
        column.addStretch(1)

    def _fill_gates(self) -> None:
        # What was evaluated last may be of gates that are gone since.
        evaluated = gates_of(self._context.document.shown_evaluation)
        gates = [node for node in evaluated if node in self._graph.nodes]
        known = [self.gate.itemData(place) for place in range(self.gate.count())]
        titles = [self._name(node) for node in gates]
        shown = [self.gate.itemText(place) for place in range(self.gate.count())]
        if (known, shown) == (gates, titles):
            return
        before = self.port
        self.gate.blockSignals(True)
        self.gate.clear()
        for node, title in zip(gates, titles, strict=True):
            self.gate.addItem(title, node)
        self.gate.blockSignals(False)
        self._fill_inputs()
        if before is not None:
            self._choose(before)

    def _fill_inputs(self) -> None:
        node = self.gate.currentData()
        self.input.blockSignals(True)
        self.input.clear()
        if node is not None and node in self._graph.nodes:
            names = self._graph.nodes[node].record.inputs
            ends = self._graph.inputs_of(node)
            for name, end in zip(names, ends, strict=True):
                source = "" if end is None else self._name(end)
                self.input.addItem(f"{name} = {source}" if source else name)
        self.input.blockSignals(False)

    def _choose(self, port: InputPort) -> None:
        place = self.gate.findData(port.node)
        if place >= 0:
            self.gate.setCurrentIndex(place)
            self._fill_inputs()
            self.input.setCurrentIndex(min(port.index, self.input.count() - 1))

    def _name(self, node: NodeId) -> str:
        return spoken_gate(self._graph, node)

    def _refresh(self) -> None:
        self._timer.stop()
        if not self._is_on_show:
            return
        self._fill_gates()
        port = self.port
        evaluation = self._context.document.shown_evaluation
        self.answer, sentence = None, ""
        if port is None:
            sentence = self.tr("There is no gate here that can be computed yet.")
        else:
            try:
                self.answer = jacobian_answer(evaluation, port)
            except EngineError as error:
                sentence = error_sentence(error)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self._picture_section.setVisible(self.answer is not None)
        self._product_section.setVisible(self.answer is not None)
        if self.answer is not None and port is not None:
            self._show(self.answer, port)
        self._light(port)

    def _show(self, answer: JacobianAnswer, port: InputPort) -> None:
        jacobian = answer.jacobian
        rows, columns = jacobian.rows_and_columns
        title = structure_title(jacobian.structure)
        self.structure.setText(f"{title} · {rows}×{columns}")
        self.meaning.setText(structure_meaning(jacobian))
        self.picture.setVisible(answer.squares is not None)
        digits = self._context.settings.get(PRECISION)
        if answer.squares is not None:
            self.picture.show_pattern(answer.squares, (rows, columns), jacobian.entry, digits)
            self.picture.setAccessibleName(self.structure.text())
        axes = self.tr("Down: the output's numbers; across: the input's, in reading order.")
        too_large = self.tr("It is too large to be drawn: nobody builds it.")
        self._axes.setText(axes if answer.squares is not None else too_large)
        self.size_text.setText(self._size_text(answer))
        self.product.set_lines(self._product_lines(port))
        self.count_text.setText(
            filled(
                self.tr("{0} operations, instead of {1} with the matrix built."),
                f"{answer.pull_back:,}",
                f"{answer.if_built:,}",
            )
        )

    def _size_text(self, answer: JacobianAnswer) -> str:
        rows, columns = answer.jacobian.rows_and_columns
        size = answer.jacobian.bytes_if_built
        if size >= _MEGABYTE:
            text = self.tr("Built, it would have {0} entries and take {1} MB.")
            return filled(text, f"{rows * columns:,}", f"{size / _MEGABYTE:,.0f}")
        if rows * columns == 1:
            return self.tr("Built, it would have one entry.")
        return filled(self.tr("Built, it would have {0} entries."), f"{rows * columns:,}")

    def _product_lines(self, port: InputPort) -> list[str]:
        evaluation = self._context.document.shown_evaluation
        if port not in evaluation.gradients.wires:
            return []
        ink = current_ink(self._context.settings)
        arithmetic = GateArithmetic(
            self._graph, port.node, evaluation.values, evaluation.gradients, ink
        )
        found = arithmetic.backward_of(port.index)
        return [found.symbols, *steps(found.numbers)]

    def _light(self, port: InputPort | None) -> None:
        source = None if port is None else self._graph.wires.get(port)
        if port is None or source is None:
            self._context.scene.set_emphasis(None)
            return
        lit = Emphasis(frozenset({port.node, source}), frozenset({port}))
        self._context.scene.set_emphasis(lit)

    def _on_gate_picked(self, _index: int) -> None:
        self._fill_inputs()
        self._refresh()

    def _on_input_picked(self, _index: int) -> None:
        self._refresh()

    def _on_evaluated(self) -> None:
        if self._is_on_show and not self._timer.isActive():
            self._timer.start()
