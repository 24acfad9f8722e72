"""The right panel: the selected function's formula, derivative, numbers, facts and note."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from desktop.activations.desk import SLOPES, VALUES, ActivationDesk
from desktop.activations.fact_grid import HIDDEN, FactGrid
from desktop.activations.function_chip import FunctionChip
from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme_notifier
from desktop.foundation.translation import filled, translate_engine
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.formulas.formula_view import FormulaView
from desktop.widgets.formulas.long_formula import LongFormula
from desktop.widgets.panels.card import Card
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.figure import Figure
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.text_label import text_label
from desktop.widgets.plots.plot_style import resolve
from engine.formula.own_functions import is_own
from engine.operations.activation_analysis import ActivationFacts
from engine.operations.activation_definitions import definition_latex, derivative_latex
from engine.operations.sampled_activation import slope_of, value_of

_MARGIN = 16
_DIGITS, _ALL_DIGITS = 4, 17
# The facts that tell numbers of f, and those that tell what its slope is or where.
_FACTS_OF = {
    VALUES: ("range", "centred"),
    SLOPES: ("slope", "saturated", "derivative", "direction"),
}


class FactSheet(QWidget):
    """Describes the selected function, every number computed for its present settings."""

    def __init__(self, desk: ActivationDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._layout.setSpacing(14)
        self._tabs = QWidget(self)
        self._tab_flow = FlowLayout(self._tabs)
        self._tab_group = QButtonGroup(self)
        self._layout.addWidget(self._tabs)
        self._empty = PlainLabel(self.tr("Choose a function on the left to see its facts."), self)
        self._empty.setProperty("kind", "muted")
        self._empty.setWordWrap(True)
        self._layout.addWidget(self._empty)
        self._section = Section("", self, collapsible=False)
        self._add_formulas()
        self._facts = FactGrid(self._section)
        self._section.add(self._facts)
        self._sampled = text_label(self._section, "muted")
        self._sampled.setText(
            self.tr(
                "Sampled on −20 … 20 in steps of 0.002, with limits towards its ends: what is "
                "narrower may be missed."
            )
        )
        self._section.add(self._sampled)
        self._layout.addWidget(self._section)
        self._gates = QWidget(self._section)
        self._gate_flow = FlowLayout(self._gates)
        self._section.add(self._gates)
        self._note_section = Section(self.tr("Note"), self, collapsible=False)
        self._add_note()
        self._all_section = Section(self.tr("All at x"), self)
        self._table = DataTable([self.tr("function"), "f(x)", "f′(x)"])
        tip = self.tr("Every chosen function at x; choose a row to describe it")
        explain(self._table, self.tr("Every chosen function at x"), tip)
        self._table.row_selected.connect(self._on_row_selected)
        self._all_section.add(self._table)
        self._layout.addWidget(self._all_section)
        self._layout.addStretch(1)
        desk.chosen_changed.connect(self._show_all)
        desk.settings_changed.connect(lambda _name: self._show_numbers())
        desk.x_changed.connect(self._show_numbers)
        desk.options_changed.connect(self._show_numbers)
        desk.learnt.connect(self._on_learnt)
        desk.hidden_changed.connect(self._show_all)
        theme_notifier().follow(self._show_all)
        self._show_all()

    def set_gate_actions(self, actions: Sequence[QAction]) -> None:
        """Offer what sends the selected function to the graph space, as buttons."""
        for action in actions:
            button = QToolButton(self._gates)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setAccessibleName(action.text())
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._gate_flow.addWidget(button)

    @property
    def gate_buttons(self) -> list[QToolButton]:
        """The buttons that send the selected function to the graph space."""
        return self._gates.findChildren(QToolButton)

    @property
    def title(self) -> str:
        """The title of the function described."""
        return self._section.title

    @property
    def table(self) -> DataTable:
        """The table of all chosen functions at x."""
        return self._table

    @property
    def formula(self) -> LongFormula:
        """The formula of f."""
        return self._formula

    @property
    def derivative(self) -> LongFormula:
        """The formula of f′."""
        return self._derivative

    @property
    def waiting(self) -> str:
        """The sentence that says how far the facts are computed, or ''."""
        return self._facts.waiting

    def fact(self, name: str) -> str:
        """The text of a fact: point, range, slope, saturated, centred or derivative."""
        return self._facts.text(name)

    def tip(self, name: str) -> str:
        """What is told of a fact on pointing at it."""
        return self._facts.tip(name)

    @property
    def scaling(self) -> str:
        """What many layers make of a gradient at most."""
        return self._scaling.text()

    def is_old(self, name: str) -> bool:
        """Whether a fact is marked as one that is computed anew."""
        return self._facts.is_old(name)

    def tab(self, name: str) -> FunctionChip:
        """The button that selects a chosen function."""
        for button in self._tab_group.buttons():
            if isinstance(button, FunctionChip) and button.name == name:
                return button
        raise KeyError(name)

    def _add_formulas(self) -> None:
        card = Card("", self._section)
        self._formula = LongFormula(card)
        self._derivative = LongFormula(card)
        self._unwritten = text_label(card, "muted")
        self._unwritten.setText(
            self.tr("The formula of the slope would fill many pages; its numbers are all computed.")
        )
        self._where = FormulaView(parent=card)
        self._parameters = PlainLabel(card)
        self._parameters.setProperty("kind", "muted")
        self._parameters.setWordWrap(True)
        for widget in (
            self._formula, self._derivative, self._unwritten, self._where, self._parameters,
        ):  # fmt: skip
            card.add(widget)
        card.body.setSpacing(12)
        self._section.add(card)

    def _add_note(self) -> None:
        card = Card("", self._note_section)
        self._note = PlainLabel(card)
        self._scaling = PlainLabel(card)
        self._source = PlainLabel(card)
        self._source.setProperty("kind", "muted")
        for label in (self._note, self._scaling, self._source):
            label.setWordWrap(True)
            card.add(label)
        self._note_section.add(card)
        self._layout.addWidget(self._note_section)

    def _show_all(self) -> None:
        self._show_tabs()
        name = self._desk.selected
        for widget in (self._section, self._note_section, self._all_section):
            widget.setVisible(bool(name))
        self._empty.setVisible(not name)
        if name:
            operation = self._desk.operation(name)
            title = (
                filled(self.tr("Your function {0}"), operation.symbol)
                if is_own(name)
                else translate_engine(operation.title)
            )
            self._section.set_title(title)
            self._formula.set_latex(definition_latex(operation))
            self._sampled.setVisible(is_own(name))
            derivative, *where = derivative_latex(operation)
            is_told = SLOPES not in self._desk.hidden
            is_written = bool(operation.local_latex[0]) and is_told
            self._derivative.set_latex(derivative if is_written else "")
            self._derivative.setVisible(is_written)
            self._unwritten.setVisible(is_told and not is_written)
            self._where.set_latex(where[0] if where and is_told else "")
            self._where.setVisible(bool(where) and is_told)
            # What is said of a function says numbers of it.
            self._note_section.setVisible(not self._desk.hidden)
            note = translate_engine(operation.summary)
            if self._desk.hidden:
                note = ""
            elif is_own(name):
                note = self.tr("A function that was typed in.")
            self._note.setText(note)
            self._source.setText(operation.reference)
            self._source.setVisible(bool(operation.reference))
        self._show_numbers()

    def _show_tabs(self) -> None:
        for button in self._tab_group.buttons():
            self._tab_group.removeButton(button)
            self._tab_flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        for name in self._desk.chosen:
            tab = FunctionChip(self._desk.operation(name), self._tabs)
            tab.set_telling(not self._desk.hidden)
            tab.setToolTip(plain(filled(self.tr("Describe {0}"), tab.accessibleName())))
            tab.show_look(self._desk.look(name))
            tab.setChecked(name == self._desk.selected)
            tab.clicked.connect(lambda _=False, name=name: self._desk.select(name))
            self._tab_group.addButton(tab)
            self._tab_flow.addWidget(tab)
            tab.show()
        self._tabs.setVisible(len(self._desk.chosen) > 1)

    def _show_numbers(self) -> None:
        name = self._desk.selected
        if not name:
            return
        facts = self._desk.facts(name)
        x = self._desk.x
        value, slope = self._numbers_at(name, x)
        hidden = self._desk.hidden
        self._facts.show_point(
            x, None if VALUES in hidden else value, None if SLOPES in hidden else slope
        )
        self._facts.show_facts(facts, self._desk.awaited(name))
        for kind, keys in _FACTS_OF.items():
            if kind in hidden:
                self._facts.hide_facts(keys)
        self._show_parameters(name)
        self._show_scaling(name, facts)
        self._show_table(x)

    def _numbers_at(self, name: str, x: float) -> tuple[float, float]:
        operation, settings = self._desk.operation(name), self._desk.settings(name)
        place = np.array(x)
        return (
            float(value_of(operation, place, settings)),
            float(slope_of(operation, place, settings)),
        )

    def _show_parameters(self, name: str) -> None:
        settings = self._desk.settings(name)
        titles = {item.name: translate_engine(item.title) for item in
                  self._desk.operation(name).settings}  # fmt: skip
        self._parameters.setText(
            ", ".join(f"{titles[key]} = {format_number(value)}" for key, value in settings.items())
        )
        self._parameters.setVisible(bool(settings))

    def _show_scaling(self, name: str, facts: ActivationFacts | None) -> None:
        # A bound that is not known of this formula is not told.
        is_told = facts is not None and SLOPES not in self._desk.hidden
        is_bounded = facts is not None and is_told and math.isfinite(facts.largest_slope)
        self._scaling.setVisible(is_bounded and self._desk.knows(name))
        if facts is None or not is_bounded:
            self._scaling.clear()
            self._scaling.setToolTip("")
            return
        layers, largest = self._desk.layers, facts.largest_slope
        if largest > 1 and layers * math.log(largest) > math.log(sys.float_info.max):
            pattern = self.tr(
                "{0} layers scale a gradient by at most {1}{2}, which is beyond 1.8e308 "
                "(weights 1)."
            )
            shown = format_number(largest, _DIGITS)
            self._scaling.setText(filled(pattern, layers, shown, _raised(layers)))
            return
        shown, power = format_number(largest, _DIGITS), largest**layers
        told = format_number(power, 3)
        # The power is that of the number before it was rounded.
        is_whole = float(f"{power:.3g}") == power and float(f"{largest:.{_DIGITS}g}") == largest
        pattern = (
            self.tr("{0} layers scale a gradient by at most {1}{2} = {3} (weights 1).")
            if is_whole
            else self.tr("{0} layers scale a gradient by at most {1}{2} ≈ {3} (weights 1).")
        )
        self._scaling.setText(filled(pattern, layers, shown, _raised(layers), told))
        self._scaling.setToolTip(plain(format_number(power, _ALL_DIGITS)))

    def _show_table(self, x: float) -> None:
        rows, swatches = [], []
        for name in self._desk.chosen:
            value, slope = self._numbers_at(name, x)
            symbol = self._desk.operation(name).symbol
            rows.append([symbol, self._figure(VALUES, value), self._figure(SLOPES, slope)])
            swatches.append(resolve(self._desk.look(name).colour))
        colours = [(None, "value", "gradient")] * len(rows)
        self._table.set_rows(rows, colours=colours, swatches=swatches)

    def _figure(self, kind: str, number: float) -> str:
        if kind in self._desk.hidden:
            return HIDDEN
        return Figure(format_number(number, _DIGITS), number)

    def _on_learnt(self, name: str) -> None:
        if name == self._desk.selected:
            self._show_numbers()

    def _on_row_selected(self, row: int) -> None:
        self._desk.select(self._desk.chosen[row])


def _raised(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))
