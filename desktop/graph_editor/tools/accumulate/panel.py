"""The panel of the tool *Accumulate*: stored gradients, another backward pass, and clearing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.looks import set_look
from desktop.foundation.settings import PRECISION
from desktop.foundation.translation import filled
from desktop.graph_editor.document.change import ChangeKind, DocumentChange
from desktop.graph_editor.items.label_item import Label, Meaning
from desktop.graph_editor.scene.number_labels import number_label
from desktop.graph_editor.tools.tool import ToolContext, ToolPanel
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.figure import Figure
from desktop.widgets.panels.text_label import text_label
from engine.arrays import Array
from engine.autodiff.passes.accumulation import AccumulatedGradients
from engine.formula.values import format_value
from engine.graph.model import NodeId

_NOTE_WIDTH = 150.0


@dataclass(frozen=True)
class AccumulateState:
    """What is stored, and whether the inputs were changed between the passes."""

    kept: AccumulatedGradients
    has_moved: bool


class AccumulatePanel(ToolPanel):
    """Adds backward passes up, as frameworks do, until the learner clears."""

    def __init__(self, context: ToolContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._kept = AccumulatedGradients()
        self._has_moved = False
        self._last_sources: dict[NodeId, Array] = {}
        self._is_on_show = False
        self._count = text_label(self, "heading")
        self.backward_button = self._button(
            self.tr("&Backward (accumulate)"),
            self.tr("Run the backward pass and add its gradients to those that are stored"),
        )
        self.backward_button.setProperty("kind", "primary")
        self.clear_button = self._button(
            self.tr("&Clear"), self.tr("Forget the stored gradients: afterwards none is computed")
        )
        self._table = DataTable([self.tr("input"), self.tr("this pass"), self.tr("stored")], self)
        tip = self.tr("The gradient of one backward pass now, and the sum that is stored")
        explain(self._table, self.tr("Stored gradients"), tip)
        self._warning = text_label(self, "")
        self._lay_out()
        self.backward_button.clicked.connect(self._on_backward)
        self.clear_button.clicked.connect(self._on_clear)
        context.document.changed.connect(self._on_changed)
        context.document.evaluated.connect(self._refresh)
        context.settings.changed.connect(self._refresh)

    @property
    def kept(self) -> AccumulatedGradients:
        """What is stored."""
        return self._kept

    @property
    def rows(self) -> list[list[str]]:
        """The table's texts."""
        return self._table.rows

    @property
    def count_text(self) -> str:
        """How many passes were added since clearing."""
        return self._count.text()

    @property
    def sentence(self) -> str:
        """What is stored, and what is wrong about it."""
        return self._warning.text()

    def begin(self) -> None:
        """Show what is stored."""
        self._is_on_show = True
        self._refresh()

    def end(self) -> None:
        """Take the stored gradients off the canvas."""
        self._is_on_show = False
        self._context.scene.set_notes({})

    def snapshot(self) -> object:
        """Return what is stored."""
        return AccumulateState(self._kept, self._has_moved)

    def restore(self, snapshot: object) -> None:
        """Store what another panel had."""
        if isinstance(snapshot, AccumulateState):
            self._kept, self._has_moved = snapshot.kept, snapshot.has_moved
            self._last_sources = dict(self._context.document.evaluation.plan.sources)
            self._refresh()

    def _button(self, text: str, tooltip: str) -> QPushButton:
        button = QPushButton(text, self)
        explain(button, text.replace("&", ""), tooltip)
        return button

    def _lay_out(self) -> None:
        intro = text_label(self, "muted")
        intro.setText(
            self.tr(
                "Frameworks add every backward pass to the gradients that are there. Run it "
                "several times, change inputs in between, and watch what is stored."
            )
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self.backward_button, 1)
        buttons.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(12)
        column.addWidget(intro)
        column.addLayout(buttons)
        column.addWidget(self._count)
        column.addWidget(self._table)
        column.addWidget(self._warning)
        column.addStretch(1)

    def _on_backward(self) -> None:
        evaluation = self._context.document.evaluation
        if self._kept.passes and not _same(self._last_sources, evaluation.plan.sources):
            self._has_moved = True
        self._last_sources = dict(evaluation.plan.sources)
        self._kept = self._kept.add(evaluation.gradients)
        self._refresh()

    def _on_clear(self) -> None:
        self._kept, self._has_moved = self._kept.clear(), False
        self._refresh()

    def _on_changed(self, change: DocumentChange) -> None:
        if change.kind is ChangeKind.LOAD:
            self._kept, self._has_moved = self._kept.clear(), False

    def _refresh(self) -> None:
        evaluation = self._context.document.evaluation
        self._kept = self._kept.fitting(evaluation.plan.shapes)
        self.backward_button.setEnabled(bool(evaluation.gradients.nodes))
        self.clear_button.setEnabled(self._kept.passes > 0)
        self._count.setText(filled(self.tr("Passes since clearing: {0}"), self._kept.passes))
        self._show_rows()
        is_wrong = self._kept.passes > 1
        self._warning.setText(self._explain())
        wanted = "warning" if is_wrong else "muted"
        set_look(self._warning, "kind", wanted)
        if self._is_on_show:
            self._context.scene.set_notes(self._notes())
        self.asked.emit()

    def _sources(self) -> list[NodeId]:
        plan = self._context.document.evaluation.plan
        return [node for node in plan.sources if node in plan.differentiable]

    def _show_rows(self) -> None:
        evaluation = self._context.document.evaluation
        rows, colors = [], []
        for node in self._sources():
            now, stored = evaluation.gradients.nodes.get(node), self._kept.nodes.get(node)
            name = evaluation.plan.graph.nodes[node].name
            rows.append([name, self._text(now), self._text(stored)])
            inks = ["text_muted" if number is None else "gradient" for number in (now, stored)]
            colors.append([None, *inks])
        self._table.set_rows(rows, colours=colors)
        self._table.setVisible(bool(rows))

    def _notes(self) -> dict[NodeId, Label]:
        """Return what is written under each input's card on the canvas."""
        digits = self._context.settings.get(PRECISION)
        notes = {}
        for node in self._sources():
            stored = self._kept.nodes.get(node)
            if stored is None:
                notes[node] = Label("", Meaning.GRADIENT)
                continue
            label = number_label(stored, Meaning.GRADIENT, digits, _NOTE_WIDTH)
            notes[node] = label._replace(text=filled(self.tr("stored {0}"), label.text))
        return notes

    def _explain(self) -> str:
        if not self._kept.passes:
            return self.tr("Nothing is stored yet. Not computed is not the same as 0.")
        if self._kept.passes == 1:
            return self.tr("One pass since clearing: what is stored is the gradient.")
        found = self._example()
        if found is None:
            return ""
        name, stored, now = found
        if self._has_moved:
            text = self.tr(
                "⚠ Not cleared: {0} has {1} stored, the sum of {2} passes at different inputs, "
                "where its gradient now is {3}. A step against it follows gradients of places "
                "left long ago. A training loop clears before every backward pass."
            )
        else:
            text = self.tr(
                "⚠ Not cleared: {0} has {1} stored, the sum of {2} passes, where its gradient is "
                "{3}. A step against it is {2} times too long. A training loop clears before "
                "every backward pass."
            )
        return filled(text, name, self._text(stored), self._kept.passes, self._text(now))

    def _example(self) -> tuple[str, Array, Array | None] | None:
        """Return an input's name, its stored gradient and its gradient now."""
        evaluation = self._context.document.evaluation
        for node in self._sources():
            stored = self._kept.nodes.get(node)
            if stored is not None:
                name = evaluation.plan.graph.nodes[node].name
                return name, stored, evaluation.gradients.nodes.get(node)
        return None

    def _text(self, number: Array | None) -> str:
        digits = self._context.settings.get(PRECISION)
        return "—" if number is None else Figure(format_value(number, digits), number)


def _same(first: dict[NodeId, Array], second: object) -> bool:
    if not isinstance(second, dict) or first.keys() != second.keys():
        return False
    return all(np.array_equal(value, second[node]) for node, value in first.items())
