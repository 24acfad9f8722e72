"""The columns of the page: settings at the left, numbers at the right."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop.optimizers.progress.calmer_offer import CalmerOffer
from desktop.optimizers.progress.race_table import RaceTable
from desktop.optimizers.setup_panel.conditions_panel import ConditionsPanel
from desktop.optimizers.setup_panel.method_list import MethodList
from desktop.optimizers.setup_panel.method_panel import MethodPanel
from desktop.optimizers.setup_panel.run_panel import RunPanel
from desktop.optimizers.setup_panel.surface_panel import SurfacePanel
from desktop.optimizers.update.update_card import UpdateCard
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.side_panel import SidePanel

_LEFT_PX, _RIGHT_PX = 268, 436


class LeftPanels(NamedTuple):
    """What the left column consists of."""

    surface: SurfacePanel
    methods: MethodList
    method: MethodPanel
    run: RunPanel
    conditions: ConditionsPanel


def make_left_panels(parent: QWidget) -> Generator[None, None, LeftPanels]:
    """Make the panels one after the other; where it yields, events may be handled."""
    surface, methods = SurfacePanel(parent), MethodList(parent)
    yield
    method, run = MethodPanel(parent), RunPanel(parent)
    yield
    conditions = ConditionsPanel(parent)
    yield
    return LeftPanels(surface, methods, method, run, conditions)


class LeftColumn(SidePanel):
    """The surface, the methods with their settings, the run, and what holds for all methods."""

    def __init__(self, panels: LeftPanels, parent: QWidget) -> None:
        super().__init__("left", _LEFT_PX, parent)
        self.surface_panel, self.method_list = panels.surface, panels.methods
        self.method_panel, self.run_panel = panels.method, panels.run
        self.conditions_panel = panels.conditions
        self.method_section = _section("", self.method_panel, self)
        self.conditions_section = _section(self.tr("For all methods"), self.conditions_panel, self)
        self.conditions_section.set_expanded(False)
        self.surface_section = _section(self.tr("Loss surface"), self.surface_panel, self)
        self.methods_section = _section(self.tr("Methods"), self.method_list, self)
        self.run_section = _section(self.tr("Race"), self.run_panel, self)
        for part in (
            self.surface_section,
            self.methods_section,
            self.method_section,
            self.run_section,
            self.conditions_section,
        ):
            self.add(part)


class RightColumn(SidePanel):
    """The standings, and one update taken apart."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("right", _RIGHT_PX, parent)
        self.table = RaceTable(self)
        self.calmer = CalmerOffer(self)
        self.update_card = UpdateCard(self)
        self.update_section = _section("", self.update_card, self)
        self.standings = _section(self.tr("Standings"), self.table, self)
        self.standings.add(self.calmer)
        self.add(self.standings)
        self.add(self.update_section)


def _section(title: str, part: QWidget, parent: QWidget) -> Section:
    section = Section(title, parent)
    section.add(part)
    return section
