"""The columns at both sides of the race: what is set at the left, the numbers at the right."""

from __future__ import annotations

from collections.abc import Generator
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop.optimizers.calmer_offer import CalmerOffer
from desktop.optimizers.conditions_panel import ConditionsPanel
from desktop.optimizers.method_list import MethodList
from desktop.optimizers.method_panel import MethodPanel
from desktop.optimizers.race_table import RaceTable
from desktop.optimizers.run_panel import RunPanel
from desktop.optimizers.surface_panel import SurfacePanel
from desktop.optimizers.update_card import UpdateCard
from desktop.widgets.section import Section
from desktop.widgets.side_panel import SidePanel

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
        for part in (
            _section(self.tr("Loss surface"), self.surface_panel, self),
            _section(self.tr("Methods"), self.method_list, self),
            self.method_section,
            _section(self.tr("Race"), self.run_panel, self),
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
        standings = _section(self.tr("Standings"), self.table, self)
        standings.add(self.calmer)
        self.add(standings)
        self.add(self.update_section)


def _section(title: str, part: QWidget, parent: QWidget) -> Section:
    section = Section(title, parent)
    section.add(part)
    return section
