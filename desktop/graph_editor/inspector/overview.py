"""The inspector's view of the whole graph: expression, inputs, gradient check, problems."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import breakable
from desktop.foundation.theme import theme
from desktop.foundation.translation import error_sentence, translate_engine
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.groups.counts_table import CountsTable
from desktop.graph_editor.groups.group_counter import GroupCounter
from desktop.graph_editor.inspector.gradient_table import GradientTable
from desktop.graph_editor.opened_numbers.formula_lines import FormulaLines
from desktop.graph_editor.passes.walk import Walk
from desktop.widgets.panels.card import Card
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.figure import Figure
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.text_label import text_label
from engine.errors import GraphError
from engine.explanation.chain import Part, chain, led
from engine.explanation.number_latex import Ink, array_latex, colored
from engine.explanation.precision import is_told
from engine.explanation.symbols import result_latex, spoken_gate
from engine.formula.latex import format_latex
from engine.formula.values import format_value
from engine.graph.model import Graph, NodeId

_MOST_NODES_IN_FORMULA = 40
_LONGEST_LINE = 60
_BETWEEN = r",\quad "
_MOST_PROBLEMS = 6
_ICON_SIZE = 18


class Overview(QWidget):
    """What is to be said of a graph while no node is selected.

    Signals:
        node_chosen(node: NodeId): A row or a problem was clicked.
    """

    node_chosen = Signal(object)

    def __init__(self, document: Document, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._walk = document, walk
        self._title = text_label(self, "heading")
        self._description = text_label(self, "muted")
        self._empty = text_label(self, "muted")
        self._empty.setText(
            self.tr(
                "The canvas is empty. Drag an operation from the left, press Tab to search for "
                "one, type a formula above, or open an example from the File menu."
            )
        )
        self._expression = Card(self.tr("Expression"), self)
        self._lines = FormulaLines(self._expression)
        self._expression.add(self._lines)
        self._inputs_section = Section(self.tr("Inputs"), self)
        self._inputs = DataTable([self.tr("input"), self.tr("value"), self.tr("gradient")], self)
        tip = self.tr("Values and gradients of the inputs; click to select one")
        explain(self._inputs, self.tr("Inputs"), tip)
        self._inputs_section.add(self._inputs)
        self._check_section = Section(self.tr("Gradient check"), self)
        self._check = GradientTable(self)
        self._check_section.add(self._check)
        self._problems_section = Section(self.tr("Problems"), self)
        self._problem_buttons: list[ProblemButton] = []
        self._input_nodes: list[NodeId] = []
        self._counts: CountsTable | None = None
        self._lay_out()
        self._inputs.row_selected.connect(lambda row: self.node_chosen.emit(self._input_nodes[row]))
        self._check.node_chosen.connect(self.node_chosen)

    @property
    def formulas(self) -> list[str]:
        """The expression and its value, in LaTeX."""
        return self._lines.lines

    @property
    def input_rows(self) -> list[list[str]]:
        """The table of the inputs."""
        return self._inputs.rows

    @property
    def gradient_table(self) -> GradientTable:
        """The gradient check."""
        return self._check

    @property
    def problem_buttons(self) -> list[ProblemButton]:
        """One button for each problem; a click selects the node."""
        return list(self._problem_buttons)

    def show_graph(self, ink: Ink) -> None:
        """Show the graph as it stands."""
        graph, drawing = self._document.graph, self._document.drawing
        self._title.setText(breakable(translate_engine(drawing.title)) if drawing.title else "")
        self._title.setVisible(bool(drawing.title))
        self._description.setText(
            breakable(translate_engine(drawing.description)) if drawing.description else ""
        )
        self._description.setVisible(bool(drawing.description))
        self._empty.setVisible(not graph.nodes)
        self._lines.set_lines(self._expression_lines(self._document.shown.context, ink))
        self._expression.setVisible(bool(graph.nodes))
        self._show_inputs(graph, ink)
        # A check computes what an exercise asks for.
        may_check = self._walk.is_live and not self._document.veil
        if may_check:
            self._check.check(self._document.evaluation)
        self._check_section.setVisible(may_check and self._check.has_something)
        self._show_problems()

    def show_counts(self, counter: GroupCounter) -> None:
        """Show below the expression what the groups of the graph save."""
        self._counts = CountsTable(counter, self)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self._inputs_section), self._counts)

    @property
    def counts_table(self) -> CountsTable | None:
        """The table of counts, once there is a counter."""
        return self._counts

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (
            self._title, self._description, self._empty, self._problems_section,
            self._expression, self._inputs_section, self._check_section,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)

    def _expression_lines(self, graph: Graph, ink: Ink) -> list[str]:
        if not graph.nodes:
            return []
        lines = []
        latex = _written(graph)
        if latex:
            # Of several results the last is the one that the gradients are of.
            others, between, last = latex.rpartition(_BETWEEN)
            named = last if "=" in last else f"{result_latex(graph)} = {last}"
            shown = f"{others}{between}{named}"
            # In one line many statements would shrink until nobody could read them.
            lines += shown.split(_BETWEEN) if len(shown) > _LONGEST_LINE else [shown]
        target, values = self._document.evaluation.target, self._walk.numbers().values
        if target is not None and target in values:
            value = colored(array_latex(values[target], ink.digits), ink.value)
            end = Part(value, is_exact=is_told(values[target], ink.digits))
            lines.append(f"{result_latex(graph)} {led(chain([end]))}")
        return lines

    def _show_inputs(self, graph: Graph, ink: Ink) -> None:
        gradients = self._walk.numbers().gradients.nodes
        self._input_nodes = [
            node for node in graph.sources() if graph.nodes[node].operation != "constant"
        ]
        rows, colors = [], []
        for node in self._input_nodes:
            gradient, value = gradients.get(node), graph.nodes[node].value
            rows.append(
                [
                    graph.nodes[node].name,
                    "" if value is None else Figure(format_value(value, ink.digits), value),
                    "—"
                    if gradient is None
                    else Figure(format_value(gradient, ink.digits), gradient),
                ]
            )
            colors.append([None, "value", "text_muted" if gradient is None else "gradient"])
        self._inputs.set_rows(rows, colours=colors)
        self._inputs_section.setVisible(bool(rows))

    def _show_problems(self) -> None:
        problems = list(self._document.shown_evaluation.problems.items())[:_MOST_PROBLEMS]
        for button in self._problem_buttons:
            self._problems_section.body.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._problem_buttons = []
        for node, error in problems:
            self._add_problem(node, error_sentence(error))
        self._problems_section.setVisible(bool(problems))

    def _add_problem(self, node: NodeId, sentence: str) -> None:
        name = spoken_gate(self._document.shown.context, node)
        button = ProblemButton(f"{name}: {sentence}", self)
        button.setToolTip(self.tr("Select the node"))
        button.clicked.connect(lambda: self.node_chosen.emit(node))
        self._problems_section.add(button)
        self._problem_buttons.append(button)


def _written(graph: Graph) -> str:
    """Return a graph's formula in LaTeX; nothing where nobody could read it."""
    if len(graph.nodes) > _MOST_NODES_IN_FORMULA:
        return ""
    try:
        return format_latex(graph)
    except GraphError:
        return ""


class ProblemButton(QPushButton):
    """A flat button whose text wraps, which Qt's own never does."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "flat")
        self.setAccessibleName(sentence)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        icon = PlainLabel(self)
        size = theme().px(_ICON_SIZE)
        icon.setPixmap(theme().icon("triangle-alert", "warning").pixmap(size, size))
        self._text = PlainLabel(sentence, self)
        self._text.setProperty("kind", "warning")
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 5, 6, 5)
        row.setSpacing(8)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        for label in (icon, self._text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def sentence(self) -> str:
        """The problem."""
        return self._text.text()

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrower button is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return the size of the content, which Qt would not ask."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the content."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()
