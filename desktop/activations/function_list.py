"""The left panel: search and choose functions, set their parameters, say what to show."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop.activations.desk import ActivationDesk, default_family
from desktop.activations.function_chip import FunctionChip
from desktop.activations.own_panel import OwnPanel
from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme_notifier
from desktop.foundation.translation import translate_engine
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.settings_form import SettingsForm
from desktop.widgets.panels.chip_walk import ChipWalk
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.section import Section
from engine.activations.activation_setup import available_functions
from engine.operations.activation_analysis import Family

_MARGIN = 14


class FunctionList(QWidget):
    """Chips by kind of curve, forms for the chosen functions that have parameters, options.

    Signals:
        drag_wanted(name: str): A function's chip is being dragged away.
    """

    drag_wanted = Signal(str)

    def __init__(self, desk: ActivationDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chips: dict[str, FunctionChip] = {}
        self._groups: dict[Family, Section] = {}
        self._forms: dict[str, Section] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._layout.setSpacing(14)
        self._add_search()
        self._add_chips()
        self.own = OwnPanel(desk)
        self.own.drag_wanted.connect(self.drag_wanted)
        own_section = Section(self.tr("Yours"), self)
        own_section.add(self.own)
        self._layout.addWidget(own_section)
        self._form_place = self._layout.count()
        self._add_options()
        self._layout.addStretch(1)
        desk.chosen_changed.connect(self._show_chosen)
        desk.hidden_changed.connect(self._tell)
        theme_notifier().follow(self._show_chosen)
        self._show_chosen()

    @property
    def search(self) -> QLineEdit:
        """The search field."""
        return self._search

    def chip(self, name: str) -> FunctionChip:
        """The chip of a function."""
        return self._chips[name]

    def form(self, name: str) -> SettingsForm:
        """The parameter form of a chosen function."""
        form = self._forms[name].findChild(SettingsForm)
        if form is None:
            raise KeyError(name)
        return form

    def _add_search(self) -> None:
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Search functions"))
        tip = self.tr("Type part of a name; Enter shows the first that fits")
        explain(self._search, self.tr("Search functions"), tip)
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_search_changed)
        self._search.returnPressed.connect(self._on_search_entered)
        self._walk = ChipWalk(self._search, self._shown_chips, self)
        self._layout.addWidget(self._search)
        self._nothing = PlainLabel(self.tr("No function has that name"), self)
        self._nothing.setProperty("kind", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        self._layout.addWidget(self._nothing)

    def _shown_chips(self) -> list[FunctionChip]:
        """Return the chips that can be seen, family by family."""
        families = {family: rank for rank, family in enumerate(Family)}
        shown = [chip for chip in self._chips.values() if not chip.isHidden()]
        return sorted(
            shown, key=lambda chip: families[default_family(self._desk.operation(chip.name))]
        )

    def _family_title(self, family: Family) -> str:
        return {
            Family.STRAIGHT: self.tr("Identity and step"),
            Family.SATURATING: self.tr("Saturating"),
            Family.RECTIFIER: self.tr("Rectifiers"),
            Family.SMOOTH: self.tr("Smooth"),
        }[family]

    def _add_chips(self) -> None:
        by_family: dict[Family, list[FunctionChip]] = {family: [] for family in Family}
        for operation in available_functions():
            chip = FunctionChip(operation)
            chip.toggled.connect(lambda shown, name=operation.name: self._desk.choose(name, shown))
            chip.drag_wanted.connect(self.drag_wanted)
            self._walk.add(chip)
            self._chips[operation.name] = chip
            by_family[default_family(operation)].append(chip)
        for family, chips in by_family.items():
            if chips:
                self._add_group(family, chips)

    def _add_group(self, family: Family, chips: list[FunctionChip]) -> None:
        section = Section(self._family_title(family), self)
        holder = QWidget(section)
        flow = FlowLayout(holder)
        for chip in chips:
            flow.addWidget(chip)
        section.add(holder)
        self._groups[family] = section
        self._layout.addWidget(section)

    def _add_options(self) -> None:
        section = Section(self.tr("Show"), self)
        self._saturation = QCheckBox(self.tr("Saturation shaded"), section)
        self._saturation.setToolTip(self.tr("Shade where the selected function is almost flat"))
        self._saturation.toggled.connect(self._desk.show_saturation)
        self._tangent = QCheckBox(self.tr("Tangent at x"), section)
        self._tangent.setToolTip(self.tr("Draw the line whose steepness is the slope at x"))
        self._tangent.toggled.connect(self._desk.show_tangent)
        label = PlainLabel(self.tr("Flat means slope below"), section)
        label.setWordWrap(True)
        self._threshold = NumberField(
            self._desk.threshold, minimum=1e-6, maximum=1.0, logarithmic=True, parent=section
        )
        self._threshold.setAccessibleName(label.text())
        self._threshold.set_explanation(
            self.tr("A function is called saturated where its slope is smaller than this")
        )
        self._threshold.value_changed.connect(self._desk.set_threshold)
        label.setBuddy(self._threshold)
        for widget in (self._saturation, self._tangent, label, self._threshold):
            section.add(widget)
        self._layout.addWidget(section)

    @property
    def threshold_field(self) -> NumberField:
        """The field for the slope below which a function counts as saturated."""
        return self._threshold

    @property
    def saturation_box(self) -> QCheckBox:
        """The box that shades saturation."""
        return self._saturation

    @property
    def tangent_box(self) -> QCheckBox:
        """The box that draws the tangent."""
        return self._tangent

    def _show_chosen(self) -> None:
        chosen = self._desk.chosen
        for name, chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked(name in chosen)
            chip.blockSignals(False)
            chip.show_look(self._desk.look(name) if name in chosen else None)
        for name in [name for name in self._forms if name not in chosen]:
            section = self._forms.pop(name)
            self._layout.removeWidget(section)
            section.hide()
            section.deleteLater()
        for name in chosen:
            if name in self._forms:
                self.form(name).set_values(self._desk.settings(name))
            elif self._desk.operation(name).settings:
                self._add_form(name)
        for box, shown in (
            (self._saturation, self._desk.shows_saturation),
            (self._tangent, self._desk.shows_tangent),
        ):
            box.blockSignals(True)
            box.setChecked(shown)
            box.blockSignals(False)
        self._threshold.set_value(self._desk.threshold)

    def _tell(self) -> None:
        for chip in self._chips.values():
            chip.set_telling(not self._desk.hidden)

    def _add_form(self, name: str) -> None:
        operation = self._desk.operation(name)
        section = Section(translate_engine(operation.title), self)
        form = SettingsForm(operation.settings, section)
        form.set_values(self._desk.settings(name))
        form.changed.connect(lambda values: self._desk.set_settings(name, values))
        section.add(form)
        self._forms[name] = section
        self._layout.insertWidget(self._form_place + len(self._forms) - 1, section)

    def _on_search_changed(self, text: str) -> None:
        found = {name for name, chip in self._chips.items() if chip.matches(text)}
        for name, chip in self._chips.items():
            chip.setVisible(name in found)
        for family, section in self._groups.items():
            section.setVisible(
                any(default_family(self._desk.operation(name)) is family for name in found)
            )
        self._nothing.setVisible(not found)

    def _on_search_entered(self) -> None:
        for chip in self._chips.values():
            if chip.isVisibleTo(self):
                chip.setChecked(True)
                self._search.selectAll()
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
                return
