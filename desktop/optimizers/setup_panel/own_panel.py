"""Surfaces of one's own in the side panel: chips for the three kinds, and the editor of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.foundation.translation import error_sentence, filled
from desktop.optimizers.setup_panel.formula_panel import QUICK_SIGNS, FormulaPanel
from desktop.optimizers.setup_panel.table_panel import TablePanel
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.text_label import text_label
from engine.drawing.drawing import Drawing
from engine.errors import EngineError, EvaluationError
from engine.graph.model import Graph
from engine.races.own_surface import (
    FormulaSource,
    GraphSource,
    OwnKind,
    OwnSurface,
    Source,
    TableSource,
)
from engine.races.preparation import prepare
from engine.surfaces.free_inputs import two_free_inputs
from engine.surfaces.surface import Box

_REACH = 2.0


class OwnPanel(QWidget):
    """Turns what is typed, pasted or sent into surfaces, off this thread.

    Signals:
        ready(own: OwnSurface): A surface is ready to be raced on.
        refused(text: str): What was sent here makes no surface, and why.
        preparing_changed(text: str): That a graph that was sent, or a long formula, is being
            prepared, which may take seconds; empty when it no longer is.
        kind_wanted(kind: OwnKind): A chip was clicked.
    """

    ready = Signal(object)
    refused = Signal(str)
    preparing_changed = Signal(str)
    kind_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._is_told = False
        self._task = BackgroundTask(self)
        self._task.busy_changed.connect(self._on_busy_changed)
        self._task.done.connect(self._on_prepared)
        self._task.refused.connect(self._on_refused)
        self.formula = FormulaPanel(self)
        self.table = TablePanel(self)
        self.graph_note = text_label(self, "muted")
        self.graph_problem = text_label(self, "error")
        self._chips: dict[OwnKind, QPushButton] = {}
        # Exclusive only among themselves and the chips of the table, which `show_kind` sees to.
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        chips = QWidget(self)
        flow = FlowLayout(chips, spacing=6)
        for kind, (text, tip) in self._words().items():
            flow.addWidget(self._make_chip(kind, text, tip))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (chips, self.formula, self.table, self.graph_note, self.graph_problem):
            layout.addWidget(part)
        self.formula.wanted.connect(self._on_formula_wanted)
        self.table.wanted.connect(self._make)
        self._show_graph_note(None)
        self.show_kind(None)

    def chip(self, kind: OwnKind) -> QPushButton:
        """Return the button of a kind."""
        return self._chips[kind]

    def show_kind(self, kind: OwnKind | None) -> None:
        """Show the editor of a kind, or none."""
        for known, chip in self._chips.items():
            chip.setChecked(known is kind)
        # What is typed there and not entered stays in sight.
        self.formula.setVisible(kind is OwnKind.FORMULA or self.formula.typed() is not None)
        self.table.setVisible(kind is OwnKind.TABLE)
        self.graph_note.setVisible(kind is OwnKind.GRAPH)
        self.graph_problem.setVisible(kind is OwnKind.GRAPH and bool(self.graph_problem.text()))

    def show_own(self, own: OwnSurface | None) -> None:
        """Show the surface that is raced on in its editor."""
        self.show_kind(None if own is None else own.kind)
        if own is None:
            # What is still being prepared would replace a surface that was chosen since.
            self._source = None
            return
        source = own.source
        if isinstance(source, FormulaSource):
            self.formula.show_source(source)
        elif isinstance(source, TableSource):
            self.table.show_source(source)
        else:
            self._show_graph_note(source)

    def type_again(self, text: str) -> None:
        """Show a formula in its line that was typed and not entered before."""
        self.formula.type_again(text)
        self.formula.show()

    def receive(self, value: object) -> None:
        """Make a surface of a graph with two free inputs, or say why it is none."""
        drawing = Drawing(value) if isinstance(value, Graph) else value
        if not isinstance(drawing, Drawing):
            return
        try:
            source = graph_source(drawing)
            source.compile()
        except EngineError as error:
            sentence = filled(self.tr("The graph is no surface. {0}"), error_sentence(error))
            self.graph_problem.setText(sentence)
            self.graph_problem.setVisible(not self.graph_note.isHidden())
            self.refused.emit(sentence)
            return
        self.graph_problem.setText("")
        self._make(source)
        text = self.tr("The loss over {0} and {1} is being prepared…")
        first, second = _names(source)
        self._is_told = True
        self.preparing_changed.emit(filled(text, first, second))

    def _words(self) -> Mapping[OwnKind, tuple[str, str]]:
        return {
            OwnKind.FORMULA: (
                self.tr("f(x, y) …"),
                self.tr("A surface from a formula of x and y that you type"),
            ),
            OwnKind.TABLE: (
                self.tr("Fit a table …"),
                self.tr("The cost of y = Wx + b on a small table that you type or paste"),
            ),
            OwnKind.GRAPH: (
                self.tr("Graph …"),
                self.tr(
                    "The result of a graph over its two free inputs, sent from the Graph space by "
                    "Node ▸ Descend as a surface (Ctrl+Alt+O)"
                ),
            ),
        }

    def _make_chip(self, kind: OwnKind, text: str, tip: str) -> QPushButton:
        chip = QPushButton(text, self)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        explain(chip, text, tip, by_tab=True)
        chip.clicked.connect(partial(self._on_chip_clicked, kind))
        self._group.addButton(chip)
        self._chips[kind] = chip
        return chip

    def _on_chip_clicked(self, kind: OwnKind, _checked: bool = False) -> None:
        self.show_kind(kind)
        self.kind_wanted.emit(kind)

    def commit(self, kind: OwnKind) -> None:
        """Make the surface of what stands in a kind's editor."""
        if kind is OwnKind.FORMULA:
            self.formula.commit()
        elif kind is OwnKind.TABLE:
            self.table.commit()

    def _on_formula_wanted(self, source: FormulaSource) -> None:
        self._make(source)
        if len(source.text) > QUICK_SIGNS:
            self._is_told = True
            self.preparing_changed.emit(self.tr("The surface is being prepared…"))

    def _make(self, source: Source) -> None:
        self._source = source
        self._task.submit(partial(prepare, source))

    def _on_busy_changed(self, is_busy: bool) -> None:
        if self._is_told and not is_busy:
            self._is_told = False
            self.preparing_changed.emit("")

    def _on_prepared(self, own: object) -> None:
        if isinstance(own, OwnSurface) and own.source == self._source:
            self.ready.emit(own)

    def _on_refused(self, sentence: str, error: EngineError) -> None:
        if isinstance(self._source, FormulaSource):
            self.formula.show_error(error)
        elif isinstance(self._source, TableSource):
            self.table.show_problem(sentence)
        else:
            self.graph_problem.setText(sentence)
            self.refused.emit(sentence)

    def _show_graph_note(self, source: GraphSource | None) -> None:
        if source is None:
            text = self.tr(
                "No graph was sent here yet. In the Graph space, the command Node ▸ Descend as a "
                "surface (Ctrl+Alt+O) sends a graph with two free inputs of one number each."
            )
        else:
            first, second = _names(source)
            text = filled(
                self.tr("The result of the graph over {0} (across) and {1} (up)."), first, second
            )
        self.graph_note.setText(text)


def _names(source: GraphSource) -> tuple[str, str]:
    first, second = (source.drawing.graph.nodes[node].name for node in source.variables)
    return first, second


def graph_source(drawing: Drawing) -> GraphSource:
    """Return a drawing as a surface over its two free inputs, looked at round where they stand.

    Raises:
        EvaluationError: It has other than two, or they are too large to look round them.
    """
    variables = two_free_inputs(drawing.graph)
    edges: list[float] = []
    for node in variables:
        value = drawing.graph.nodes[node].value
        assert value is not None, "a free input holds a number"
        centre = float(value)
        reach = max(_REACH, 1.5 * abs(centre))
        edges += [centre - reach, centre + reach]
    view = Box(*edges)
    if not view.is_resolved:
        raise EvaluationError(
            "inputs_too_far",
            "The graph's free inputs lie too far from 0 to draw what is round them; "
            "give them smaller numbers.",
        )
    return GraphSource(drawing, variables, view)
