"""What is the case in the tools of the graph space, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.graph_editor.lesson_hooks.graph_desk import GraphDesk
from desktop.graph_editor.tools.modes.panel import ModesPanel
from desktop.graph_editor.tools.paths.panel import PathsPanel
from engine.autodiff.costs.costs import Mode
from engine.lessons.facts import Fact


def tool_facts(desk: GraphDesk) -> Mapping[str, Callable[[], Fact]]:
    """Return how the facts are found out, by name.

    ``numerical_error`` is the largest relative error in the table of the numerical check,
    ``products`` how many multiplications the shown step of the factoring takes.
    """
    return {
        "numerical_error": lambda: _numerical_error(desk),
        "products": lambda: _products(desk),
    }


def _numerical_error(desk: GraphDesk) -> Fact:
    panel = desk.dock.panel("modes")
    if not isinstance(panel, ModesPanel) or desk.dock.current != "modes":
        return None
    return panel.numerical.table.largest_error if panel.mode is Mode.NUMERICAL else None


def _products(desk: GraphDesk) -> Fact:
    panel = desk.dock.panel("paths")
    if not isinstance(panel, PathsPanel) or desk.dock.current != "paths":
        return None
    products = panel.factoring.products
    return None if products is None else float(products)
