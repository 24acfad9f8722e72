"""The panel of the tool *Nudge*: an input, a Δ, and the predicted beside the true change."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.foundation.settings import PRECISION
from desktop.foundation.translation import filled, translate_engine
from desktop.graph_editor.items.label_item import Label, Meaning
from desktop.graph_editor.opened_numbers.formula_lines import FormulaLines, current_ink
from desktop.graph_editor.scene.highlighting import Emphasis
from desktop.graph_editor.tools.nudge.nudge_plot import NudgePlot
from desktop.graph_editor.tools.pickers.source_picker import SourcePicker
from desktop.graph_editor.tools.tool import ToolContext, ToolPanel
from desktop.widgets.fields.settings_form import SettingsForm
from desktop.widgets.panels.card import Card
from desktop.widgets.panels.text_label import text_label
from engine.autodiff.paths.nudge import NudgeAnswer, answer_nudge, moved_numbers
from engine.autodiff.paths.paths import leading_wires
from engine.explanation.nudge_lines import (
    error_line,
    prediction_lines,
    truth_lines,
)
from engine.formula.values import format_number
from engine.graph.model import NodeId
from engine.settings import Setting

CHANGE = "change"
_DEFAULT_CHANGE = 0.1
_WIDEST_CHANGE = 2.0


@dataclass(frozen=True)
class NudgeState:
    """What was asked: the input, its element, and Δ."""

    source: NodeId | None
    index: tuple[int, ...]
    change: float


class NudgePanel(ToolPanel):
    """Moves an input in thought: the document keeps its value."""

    def __init__(self, context: ToolContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._answer: NudgeAnswer | None = None
        self._is_on_show = False
        self._task = BackgroundTask(self)
        self.picker = SourcePicker(
            self.tr("Input"), self.tr("The input that is nudged; selecting it chooses it too"), self
        )
        self.form = SettingsForm((_change_setting(),), self)
        self.form.field(CHANGE).set_range(-math.inf, math.inf)
        self.halve_button = QPushButton(self.tr("&Halve Δ"), self)
        tip = self.tr("Nudge half as far: the error falls to about a quarter")
        explain(self.halve_button, self.tr("Halve Δ"), tip)
        self._predicted, self._predicted_lines = self._card(self.tr("Predicted: gradient · Δ"))
        self._true, self._true_lines = self._card(self.tr("True change"))
        self._error, self._error_lines = self._card(self.tr("Error: true − predicted"))
        self._sentence = text_label(self, "")
        self.plot = NudgePlot(self)
        self._lay_out()
        self.picker.picked.connect(self._ask)
        self.form.changed.connect(self._ask)
        self.halve_button.clicked.connect(self._on_halve)
        self._task.done.connect(self._on_answered)
        self._task.refused.connect(self._show_nothing)
        context.document.evaluated.connect(self._on_evaluated)

    @property
    def answer(self) -> NudgeAnswer | None:
        """Predicted and true change; None while there is no answer."""
        return self._answer

    @property
    def lines(self) -> list[str]:
        """The formulas shown, in LaTeX."""
        columns = (self._predicted_lines, self._true_lines, self._error_lines)
        return [line for column in columns for line in column.lines]

    @property
    def sentence(self) -> str:
        """How good the prediction is, and why; or why there is none."""
        return self._sentence.text()

    @property
    def change(self) -> float:
        """How far the input is nudged, Δ."""
        return self.form.values()[CHANGE]

    def begin(self) -> None:
        """Ask for the graph as it stands."""
        self._is_on_show = True
        self._on_evaluated()

    def end(self) -> None:
        """Let the path go."""
        self._is_on_show = False
        self._context.scene.set_emphasis(None)
        self._context.scene.set_notes({})

    def select(self, nodes: frozenset[NodeId]) -> None:
        """Nudge the selected input."""
        self.picker.follow(nodes)

    def snapshot(self) -> object:
        """Return what was asked."""
        return NudgeState(self.picker.source, self.picker.index, self.change)

    def restore(self, snapshot: object) -> None:
        """Ask the same."""
        if isinstance(snapshot, NudgeState):
            self.picker.show_sources(self._context.document.evaluation)
            if snapshot.source is not None:
                self.picker.choose(snapshot.source, snapshot.index)
            self.set_change(snapshot.change)

    def set_change(self, change: float) -> None:
        """Nudge by another Δ."""
        self.form.set_values({CHANGE: change})
        self._ask()

    # Inside ---------------------------------------------------------------------------------

    def _card(self, title: str) -> tuple[Card, FormulaLines]:
        card = Card(title, self)
        lines = FormulaLines(card)
        card.add(lines)
        return card, lines

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(10)
        parts = (
            self.picker, self.form, self.halve_button, self._predicted, self._true, self._error,
            self._sentence, self.plot,
        )  # fmt: skip
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)

    def _on_evaluated(self) -> None:
        if self._is_on_show:
            self.picker.show_sources(self._context.document.evaluation)
            self._ask()

    def _on_halve(self) -> None:
        self.set_change(self.change / 2)

    def _ask(self, _values: object = None) -> None:
        if not self._is_on_show:
            return
        evaluation = self._context.document.evaluation
        source, target, index = self.picker.source, evaluation.target, self.picker.index
        self._light(source, target)
        if source is None:
            self._show_nothing(self.tr("There is no input to nudge."))
            return
        if target is None or target not in evaluation.values:
            self._show_nothing(self.tr("There is nothing to watch while the result is missing."))
            return
        if source not in evaluation.gradients.nodes:
            text = self.tr("The result does not depend on {0}, so no nudge of it is felt.")
            self._show_nothing(filled(text, self.picker.name))
            return
        change = self.change

        def make() -> Iterator[NudgeAnswer]:
            return answer_nudge(evaluation, target, source, index, change)

        self._task.submit(make)

    def _light(self, source: NodeId | None, target: NodeId | None) -> None:
        """Light the wires on which the nudge goes to the result."""
        graph = self._context.document.graph
        if source not in graph.nodes or target not in graph.nodes:
            self._context.scene.set_emphasis(None)
            return
        assert source is not None
        assert target is not None
        wires = leading_wires(graph, source, target)
        if not wires:
            self._context.scene.set_emphasis(None)
            return
        lit = frozenset(port for ports in wires.values() for port in ports)
        self._context.scene.set_emphasis(Emphasis(frozenset({*wires, target}), lit))

    def _on_answered(self, answer: object) -> None:
        if not self._is_on_show or not isinstance(answer, NudgeAnswer):
            return
        graph = self._context.document.graph
        if answer.nudge.source not in graph.nodes:
            return
        self._answer = answer
        ink = current_ink(self._context.settings)
        self._predicted_lines.set_lines(prediction_lines(graph, answer, ink))
        self._true_lines.set_lines(truth_lines(graph, answer, ink))
        self._error_lines.set_lines([error_line(answer, ink)])
        for card in (self._predicted, self._true, self._error):
            card.show()
        self._sentence.setText(self._judge(answer))
        result = graph.nodes[graph.result].name if graph.result is not None else ""
        self.plot.show_answer(answer, self.picker.name, result or "f")
        digits = self._context.settings.get(PRECISION)
        moved = moved_numbers(self._context.document.evaluation, answer)
        notes = {node: _moved_note(way, digits) for node, way in moved.items()}
        self._context.scene.set_notes(notes)

    def _show_nothing(self, sentence: str) -> None:
        self._answer = None
        self._task.cancel()
        for card, lines in (
            (self._predicted, self._predicted_lines),
            (self._true, self._true_lines),
            (self._error, self._error_lines),
        ):
            lines.set_lines([])
            card.hide()
        self._sentence.setText(sentence)
        self.plot.show_answer(None, "", "")
        self._context.scene.set_notes({})

    def _judge(self, answer: NudgeAnswer) -> str:
        if not answer.is_finite:
            return self.tr("The nudged result is not finite, so there is nothing to compare.")
        if not answer.nudge.change:
            return self.tr("Δ is 0: nothing moves.")
        if answer.is_exact:
            text = self.tr("Along {0} the result is a straight line: the prediction is exact.")
            return filled(text, self.picker.name)
        share = abs(answer.nudge.error) / max(abs(answer.nudge.actual), 1e-300)
        text = self.tr(
            "The prediction is off by {0} % of the true change, because the result bends. At half "
            "the Δ the error is about a quarter."
        )
        return filled(text, format_number(100 * share, 1))


def _moved_note(way: float, digits: int) -> Label:
    """Return how far a number moved, for under its card."""
    moved = format_number(way, max(digits, 2))
    sign = "" if moved.startswith("−") else "+"
    return Label(f"Δ {sign}{moved}", Meaning.VALUE)


def _change_setting() -> Setting:
    return Setting(
        name=CHANGE,
        title=translate_engine("Nudge Δ"),
        symbol=r"\Delta",
        default=_DEFAULT_CHANGE,
        minimum=-_WIDEST_CHANGE,
        maximum=_WIDEST_CHANGE,
        summary=translate_engine("How far the input is moved, up or down"),
    )
