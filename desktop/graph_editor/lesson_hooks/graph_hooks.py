"""The hooks of the graph space."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.graph_editor.lesson_hooks.graph_commands import graph_commands
from desktop.graph_editor.lesson_hooks.graph_desk import GraphDesk
from desktop.graph_editor.lesson_hooks.graph_facts import graph_facts
from desktop.graph_editor.lesson_hooks.graph_opening import graph_state, open_graph
from desktop.graph_editor.lesson_hooks.tool_commands import tool_commands
from desktop.widgets.panels.page_hooks import HookCommand, PageHooks
from desktop.widgets.panels.part_hiding import PartHiding
from engine.exercises.veil import KINDS_OF_NUMBERS
from engine.lessons.facts import Facts
from engine.lessons.files import LessonFiles
from engine.lessons.vocabulary.facts import AT_START

_VALUE_OF = "value_"


class GraphHooks(PageHooks):
    """Sees and moves what stands on the page of the graph space."""

    def __init__(self, desk: GraphDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hiding = PartHiding()
        self._parts: dict[str, QWidget] = {
            "palette": desk.palette_panel,
            "formula": desk.formula_bar,
            "groups": desk.group_bar,
            "canvas": desk.view,
            "walk": desk.controls,
            "tools": desk.dock,
            "inspector": desk.inspector,
            "card": desk.step_card,
            "minimap": desk.minimap,
        }
        for signal in (
            desk.document.changed, desk.document.evaluated, desk.walk.changed,
            desk.scene.node_selected, desk.dock.changed,
        ):  # fmt: skip
            # With no argument of the signal's.
            signal.connect(lambda *_: self.facts_changed.emit())

    def facts(self) -> Facts:
        """Return what is the case on the page by name."""
        return graph_facts(self._desk)

    def parts(self) -> Mapping[str, QWidget]:
        """Return the palette, the formula, the canvas, the walk, the tools and the inspector."""
        return self._parts

    def veils(self) -> frozenset[str]:
        """Return values and gradients."""
        return KINDS_OF_NUMBERS

    def set_hidden(self, names: frozenset[str]) -> None:
        """Hide these parts and kinds of numbers, and show all others."""
        self._hiding.show_without(self._parts, names)
        self._desk.document.hide_kinds(names & KINDS_OF_NUMBERS)
        self._desk.dock.close_telling()

    def tells(self, name: str) -> bool:
        """Tell whether a fact is told though its kind is hidden: the value of an input is."""
        graph = self._desk.document.graph
        node = graph.named(name.removeprefix(AT_START).removeprefix(_VALUE_OF))
        return _VALUE_OF in name and node is not None and graph.nodes[node].is_source

    def commands(self) -> Mapping[str, HookCommand]:
        """Return what can be done, by name."""
        return {**graph_commands(self._desk), **tool_commands(self._desk)}

    def state(self) -> dict[str, Any]:
        """Return what `open_state` needs to show the same thing."""
        return graph_state(self._desk)

    def open_state(self, state: Mapping[str, Any], files: LessonFiles) -> None:
        """Show a state; what it does not name is as at first."""
        open_graph(self._desk, state, files)
