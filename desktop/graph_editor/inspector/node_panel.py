"""The inspector's view of one node: its arithmetic, its facts, and what can be set on it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import error_sentence, filled, translate_engine
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.inspector.commit_field import CommitField
from desktop.graph_editor.inspector.node_facts import NodeFacts
from desktop.graph_editor.opened_numbers.formula_lines import FormulaLines
from desktop.graph_editor.opened_numbers.grid_edits import GridEdits
from desktop.graph_editor.passes.walk import Walk
from desktop.graph_editor.scene.node_faces import shape_tag
from desktop.widgets.fields.settings_form import SettingsForm
from desktop.widgets.panels.card import Card
from engine.explanation.node_lines import node_lines
from engine.explanation.number_latex import Ink
from engine.formula.values import full_precision, parse_value
from engine.graph.group_operation import GroupNode
from engine.graph.model import Node, NodeId
from engine.graph.text_limits import LONGEST_NAME
from engine.settings import complete

_LONGEST_LINE = 200


class NodePanel(QWidget):
    """Shows one node of a document and edits it, each edit one undo step."""

    def __init__(self, document: Document, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._walk = document, walk
        self._node: NodeId | None = None
        self._drags = 0
        self._form: SettingsForm | None = None
        self._role = self._label("muted")
        self._problem = self._label("error")
        self._name = CommitField(self._commit_name, self)
        self._name.edit.setMaxLength(LONGEST_NAME)
        self._value = CommitField(self._commit_value, self)
        self.tables = GridEdits(document, self, self._problem.setText)
        self.table_button = QPushButton(self.tr("Edit as table …"), self)
        self._result_button = QPushButton(self.tr("Use as result"), self)
        self._facts = NodeFacts(document, walk, self)
        self._forward, self._forward_lines = self._card(self.tr("Forward"))
        self._local, self._local_lines = self._card(self.tr("Local gradient"))
        self._chain, self._chain_lines = self._card(self.tr("Chain rule: local × upstream"))
        self._sum, self._sum_lines = self._card(self.tr("Sum over the branches it feeds"))
        self._fields = QFormLayout()
        self._settings_place = QVBoxLayout()
        self._describe()
        self._lay_out()

    @property
    def node(self) -> NodeId | None:
        """The node that is shown."""
        return self._node

    @property
    def name_field(self) -> CommitField:
        """The field of its name."""
        return self._name

    @property
    def value_field(self) -> CommitField:
        """The field of a source's value."""
        return self._value

    @property
    def settings_form(self) -> SettingsForm | None:
        """The form of the gate's settings, where it has any."""
        return self._form

    @property
    def result_button(self) -> QPushButton:
        """The button that makes the node the result."""
        return self._result_button

    @property
    def facts(self) -> NodeFacts:
        """Shape, value and gradient."""
        return self._facts

    @property
    def problem(self) -> str:
        """Why the node cannot be computed, or an empty text."""
        return self._problem.text()

    @property
    def formulas(self) -> list[str]:
        """Every formula shown, from top to bottom, in LaTeX."""
        columns = (self._forward_lines, self._local_lines, self._chain_lines, self._sum_lines)
        return [line for column in columns for line in column.lines]

    def show_node(self, node_id: NodeId, ink: Ink) -> None:
        """Show a node as it stands."""
        is_another = node_id != self._node
        self._node = node_id
        node = self._document.shown.context.nodes[node_id]
        self._show_fields(node, is_another=is_another)
        self._show_settings(node)
        error = self._document.shown_evaluation.problems.get(node_id)
        self._problem.setText("" if error is None else error_sentence(error))
        self._problem.setVisible(error is not None)
        self._facts.show_node(node_id, ink)
        self._show_arithmetic(node_id, ink)

    def forget(self) -> None:
        """Show no node: what was typed and not taken was meant for one that is gone."""
        self._node = None
        self._name.restore()
        self._value.restore()

    def offer(self, action: QAction) -> None:
        """Offer a command under the facts, while it can do something with the node."""
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setVisible(action.isEnabled())
        action.enabledChanged.connect(button.setVisible)
        self._column.insertWidget(self._column.count() - 1, button)

    def _label(self, kind: str) -> QLabel:
        label = PlainLabel(self)
        label.setProperty("kind", kind)
        label.setWordWrap(True)
        return label

    def _card(self, title: str) -> tuple[Card, FormulaLines]:
        card = Card(title, self)
        lines = FormulaLines(card)
        card.add(lines)
        return card, lines

    def _describe(self) -> None:
        self._name.describe(
            self.tr("Name"), self.tr("Its name in formulas; letters, digits and _ are allowed")
        )
        self._name.edit.setPlaceholderText(self.tr("without a name"))
        self._value.describe(
            self.tr("Value"),
            self.tr(
                "A number such as 0.5, 1/2 or 1e-3, a vector [1, 2] or a matrix [[1, 2], [3, 4]]"
            ),
        )
        tip = self.tr("Type the value as rows and columns, or give it another shape")
        explain(self.table_button, self.table_button.text(), tip)
        self.table_button.clicked.connect(self._on_table_clicked)
        tooltip = self.tr(
            "Make this node the output whose gradients are taken; by default it is the last one"
        )
        self._result_button.setCheckable(True)
        explain(self._result_button, self._result_button.text(), tooltip)
        self._result_button.clicked.connect(self._on_result_clicked)

    def _lay_out(self) -> None:
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setHorizontalSpacing(12)
        self._fields.setVerticalSpacing(8)
        self._fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._fields.addRow(self._caption(self.tr("Name")), self._name)
        self._fields.addRow(self._caption(self.tr("Value")), self._value)
        self._fields.addRow("", self.table_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._role)
        column.addWidget(self._problem)
        column.addLayout(self._fields)
        column.addLayout(self._settings_place)
        for card in (self._forward, self._local, self._chain, self._sum):
            column.addWidget(card)
        facts = Card("", self)
        facts.add(self._facts)
        column.addWidget(facts)
        column.addWidget(self._result_button)
        self._column = column
        column.addStretch(1)

    def _caption(self, text: str) -> QLabel:
        label = self._label("muted")
        label.setWordWrap(False)
        label.setText(text)
        return label

    def _show_fields(self, node: Node, *, is_another: bool) -> None:
        role = node.record.role
        self._role.setText(translate_engine(role.sentence))
        if isinstance(node, GroupNode):
            text = self.tr("A group of {} gates; a double-click shows them.")
            self._role.setText(filled(text, len(node.body.gates)))
        self._name.show_text(self._shown_name(node), force=is_another)
        is_source = node.value is not None
        self._fields.setRowVisible(self._value, is_source)
        self._fields.setRowVisible(self.table_button, is_source)
        if node.value is not None:
            # A line of hundreds of numbers is read by nobody, and the table is beside it.
            is_line = node.value.size <= _LONGEST_LINE
            text = full_precision(node.value) if is_line else shape_tag(node.value.shape)
            self._value.edit.setReadOnly(not is_line)
            self._value.show_text(text, force=is_another)
        is_target = self._document.graph.target == self._node
        self._result_button.setChecked(is_target)
        is_implied = not is_target and self._document.graph.result == self._node
        self._result_button.setText(
            self.tr("Use as result (it is the last one now)")
            if is_implied
            else self.tr("This is the result")
            if is_target
            else self.tr("Use as result")
        )

    def _shown_name(self, node: Node) -> str:
        # A group's gate is renamed as the group; the name of its output stays inside.
        shown = self._document.shown
        is_group = self._node is not None and shown.group_of(self._node) is not None
        return node.operation if is_group else node.name

    def _show_settings(self, node: Node) -> None:
        settings = node.record.settings
        if self._form is not None and self._form.settings != settings:
            self._settings_place.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
            self._form = None
        if not settings:
            return
        if self._form is None:
            self._form = SettingsForm(settings, self)
            self._form.changed.connect(self._on_settings_changed)
            for slider in self._form.sliders:
                slider.sliderReleased.connect(self._on_drag_finished)
            for setting in settings:
                self._form.field(setting.name).drag_finished.connect(self._on_drag_finished)
            self._settings_place.addWidget(self._form)
        self._form.set_values(complete(settings, node.settings))

    def _show_arithmetic(self, node_id: NodeId, ink: Ink) -> None:
        context, known = self._document.shown.context, self._walk.numbers()
        shown = node_lines(context, node_id, known.values, known.gradients, ink)
        self._fill(self._forward, self._forward_lines, shown.forward)
        self._fill(self._local, self._local_lines, shown.local)
        self._fill(self._chain, self._chain_lines, shown.chain)
        self._fill(self._sum, self._sum_lines, shown.total)

    def _fill(self, card: Card, lines: FormulaLines, shown: list[str]) -> None:
        lines.set_lines(shown)
        card.setVisible(any(shown))

    @property
    def _living(self) -> NodeId | None:
        """The node that is shown, unless an edit has removed it and the panel is not told yet."""
        return self._node if self._node in self._document.graph.nodes else None

    def _commit_name(self, text: str) -> None:
        if (node := self._living) is not None:
            self._document.rename(node, text.strip())

    def _on_table_clicked(self) -> None:
        if (node := self._living) is not None:
            self.tables.open(node)

    def _commit_value(self, text: str) -> None:
        if (node := self._living) is not None:
            self._document.set_value(node, parse_value(text))

    def _on_settings_changed(self, values: dict[str, float]) -> None:
        if (node := self._living) is not None:
            # A slide sends many values, which become one undo step.
            key = ("settings", node, self._drags)
            self._document.set_settings(node, values, merge_key=key)

    def _on_drag_finished(self) -> None:
        self._drags += 1

    def _on_result_clicked(self, is_checked: bool) -> None:
        if (node := self._living) is not None:
            self._document.set_target(node if is_checked else None)
