"""The panel of paths: two ends, the paths between them, their sum, and how it is factored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.foundation.settings import PRECISION, Key
from desktop.foundation.theme import theme_notifier
from desktop.foundation.translation import error_sentence, filled
from desktop.graph_editor.document.change import ChangeKind, DocumentChange
from desktop.graph_editor.opened_numbers.formula_lines import FormulaLines, current_ink
from desktop.graph_editor.scene.highlighting import Emphasis
from desktop.graph_editor.tools.paths.end_pickers import EndPickers
from desktop.graph_editor.tools.paths.factoring_view import FactoringView
from desktop.graph_editor.tools.paths.path_list import PathList
from desktop.graph_editor.tools.tool import ToolContext, ToolPanel
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.text_label import text_label
from engine.explanation.paths.path_answer import PathAnswer, PathRow, find_paths
from engine.explanation.paths.path_sum import product_lines, sum_lines
from engine.explanation.paths.path_words import PathWords
from engine.graph.model import NodeId
from engine.graph.topology import ancestors


@dataclass(frozen=True)
class PathsState:
    """What was asked: the ends, the chosen path, the step of the factoring."""

    ends: tuple[NodeId, NodeId] | None
    chosen: int
    step: int


class PathsPanel(ToolPanel):
    """Lists the paths between two nodes and lights the one that is pointed at."""

    def __init__(self, context: ToolContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._scene = context.document, context.scene
        self._settings = context.settings
        self._is_shown = False
        self._answer: PathAnswer | None = None
        self._wanted: PathsState | None = None
        self._task = BackgroundTask(self)
        self.pickers = EndPickers(self)
        self._notice = text_label(self, "muted")
        self._sum = FormulaLines(self, size_px=16.0)
        self.list = PathList(self)
        self._more = text_label(self, "muted")
        self._product = FormulaLines(self, size_px=16.0)
        self.factoring = FactoringView(self)
        self._factoring_notice = text_label(self, "muted")
        self._lay_out()
        self._connect()

    # What the dock asks ---------------------------------------------------------------------

    def begin(self) -> None:
        """List the paths as the document stands, and light them all."""
        self._is_shown = True
        self._refresh()

    def end(self) -> None:
        """Take the light off the canvas."""
        self._is_shown = False
        self._scene.set_emphasis(None)

    def select(self, nodes: frozenset[NodeId]) -> None:
        """Take two selected nodes as the ends, and a single one as the source."""
        graph = self._document.shown.context
        self.pickers.set_graph(graph)
        chosen = [node for node in nodes if node in graph.nodes]
        ends = self.pickers.ends
        if len(chosen) == 2:
            first, second = chosen
            if first in ancestors(graph, second):
                self.pickers.pick(first, second)
            else:
                self.pickers.pick(second, first)
        elif len(chosen) == 1 and ends is not None and chosen[0] != ends[1]:
            self.pickers.pick(chosen[0], ends[1])
        if self._is_shown and self.pickers.ends != ends:
            self._refresh()

    def snapshot(self) -> object:
        """Return the ends, the chosen path and the step."""
        return PathsState(self.pickers.ends, self.list.chosen, self.factoring.step)

    def restore(self, snapshot: object) -> None:
        """Ask the same again."""
        if isinstance(snapshot, PathsState) and snapshot.ends is not None:
            self.pickers.set_graph(self._document.shown.context)
            self.pickers.pick(*snapshot.ends)
            self._wanted = snapshot
            if self._is_shown:
                self._refresh()

    def shutdown(self) -> None:
        """Follow nothing any more."""
        self._is_shown = False
        theme_notifier().unfollow(self._show_formulas)
        self._settings.changed.disconnect(self._on_setting_changed)
        self._document.evaluated.disconnect(self._on_evaluated)
        self._document.changed.disconnect(self._on_document_changed)

    # What is shown --------------------------------------------------------------------------

    @property
    def answer(self) -> PathAnswer | None:
        """What is shown; None before the first answer."""
        return self._answer

    @property
    def sum_lines(self) -> list[str]:
        """The LaTeX of the sum over paths."""
        return self._sum.lines

    @property
    def product_lines(self) -> list[str]:
        """The LaTeX of the product along the path that is pointed at."""
        return self._product.lines

    @property
    def notice(self) -> str:
        """How many paths there are, or why there is no gradient."""
        return self._notice.text()

    # Inside ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for formulas in (self._sum, self._product):
            formulas.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 16)
        column.setSpacing(10)
        for widget in (
            self.pickers, self._notice, self._sum, self.list, self._more, self._product,
        ):  # fmt: skip
            column.addWidget(widget)
        self._section = Section(self.tr("Factoring"), self)
        self._section.add(self.factoring)
        self._section.add(self._factoring_notice)
        column.addWidget(self._section)
        column.addStretch(1)
        self.setFocusProxy(self.list)
        self._notice.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)

    def _connect(self) -> None:
        self.pickers.picked.connect(self._on_picked)
        self.pickers.pointed.connect(self._on_node_pointed)
        self.list.pointed.connect(self._on_pointed)
        self.factoring.moved.connect(self.asked)
        self._task.done.connect(self._on_done)
        self._task.refused.connect(lambda text: self._show(None, text))
        self._document.evaluated.connect(self._on_evaluated)
        self._document.changed.connect(self._on_document_changed)
        self._settings.changed.connect(self._on_setting_changed)
        theme_notifier().follow(self._show_formulas)

    def _refresh(self) -> None:
        graph = self._document.shown.context
        self.pickers.set_graph(graph)
        ends = self.pickers.ends
        self.pickers.setEnabled(ends is not None)
        if ends is None:
            self._show(None, self.tr("Add an input and a gate to see the paths between them."))
        elif not self._document.veil:
            digits = self._settings.get(PRECISION)
            self._task.submit(partial(find_paths, graph, *ends, digits))
        else:
            # The tool is closed then, and no number of it is to be found.
            self._show(None, self.tr("The numbers are hidden while an exercise is on."))

    def _show(self, answer: PathAnswer | None, notice: str) -> None:
        self._answer = answer
        self._notice.setText(notice)
        self._notice.setVisible(bool(notice))
        self.list.set_rows(() if answer is None else answer.rows)
        self._show_more()
        self._show_factoring()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.list.choose(wanted.chosen)
            self.factoring.go(wanted.step)
        self._show_formulas()
        self._light()
        self.asked.emit()

    def _show_more(self) -> None:
        answer = self._answer
        is_cut = answer is not None and bool(answer.rows) and not answer.is_complete
        if answer is not None and is_cut:
            text = self.tr("Listed are the first {0} of {1} paths.")
            self._more.setText(filled(text, len(answer.rows), f"{answer.count:,}"))
        self._more.setVisible(is_cut)

    def _show_factoring(self) -> None:
        answer = self._answer
        steps = () if answer is None else answer.steps
        problem = None if answer is None else answer.factoring_problem
        has_branches = answer is not None and answer.count > 1 and bool(answer.rows)
        self._section.setVisible(has_branches and bool(steps or problem))
        if answer is not None:
            self.factoring.set_steps(steps, PathWords(answer.graph))
        text = "" if problem is None else error_sentence(problem)
        if len(steps) == 1:
            text = self.tr("These products share no factor: there is nothing to take out.")
        self._factoring_notice.setText(text)
        self._factoring_notice.setVisible(bool(text))

    def _show_formulas(self) -> None:
        answer = self._answer
        self._sum.set_lines(
            [] if answer is None else sum_lines(answer, current_ink(self._settings))
        )
        row = self._pointed_row()
        lines = [] if row is None else product_lines(row, current_ink(self._settings))
        self._product.set_lines(lines)

    def _pointed_row(self) -> PathRow | None:
        row = self.list.row
        return self.list.rows[row] if 0 <= row < len(self.list.rows) else None

    def _light(self) -> None:
        if not self._is_shown:
            return
        row, answer = self._pointed_row(), self._answer
        if row is not None:
            nodes, wires = frozenset(row.nodes), frozenset(row.wires)
        elif answer is not None:
            nodes, wires = answer.nodes, answer.wires
        else:
            self._scene.set_emphasis(None)
            return
        # The answer may be about a graph that an edit has just replaced.
        if nodes <= self._document.shown.context.nodes.keys():
            self._scene.set_emphasis(Emphasis(nodes, wires))

    def _on_done(self, last: object) -> None:
        if isinstance(last, PathAnswer) and self._is_shown:
            self._show(last, self._words_for(last))

    def _words_for(self, answer: PathAnswer) -> str:
        if answer.source == answer.target:
            return self.tr("Both ends are the same node: its gradient for itself is 1.")
        words = PathWords(answer.graph)
        source, target = words.node(answer.source), words.node(answer.target)
        if answer.count == 0:
            text = self.tr("No path leads from {0} to {1}: {1} does not depend on {0}.")
        elif answer.problem is not None:
            return error_sentence(answer.problem)
        elif answer.count == 1:
            text = self.tr("One path leads from {0} to {1}.")
        else:
            text = self.tr("{2} paths lead from {0} to {1}; their products add up.")
        return filled(text, source, target, f"{answer.count:,}")

    def _on_pointed(self, _row: int) -> None:
        self._show_formulas()
        self._light()

    def _on_node_pointed(self, node: NodeId) -> None:
        if self._is_shown:
            self._scene.set_emphasis(Emphasis(frozenset({node}), frozenset()))

    def _on_picked(self) -> None:
        self.list.choose(-1)
        self._refresh()

    def _on_evaluated(self) -> None:
        if self._is_shown:
            self._refresh()

    def _on_document_changed(self, change: DocumentChange) -> None:
        # Another graph, or a group entered or left: the same numbers, but other gates.
        is_other = change.kind is ChangeKind.LOAD
        if is_other:
            self.pickers.forget()
        if self._is_shown and (is_other or change.kind is ChangeKind.PLACE):
            self._refresh()

    def _on_setting_changed(self, key: Key[object]) -> None:
        if key == PRECISION and self._is_shown:
            self._refresh()
