"""The Graph page with numbers from the smallest to the largest, and what is none."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.export.forms import SOURCES
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.scene.arranged_drawing import arranged_drawing
from engine.arrays import as_array
from engine.errors import EngineError
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph
from engine.ranges import LARGEST, SMALLEST
from tests.support.extremes import paint, paint_whole, sound
from tests.support.graph_hands import make_page

NUMBERS = (LARGEST, -1e308, 1e155, SMALLEST, -1e-310, -0.0, 1.0, math.inf, math.nan)
FORMULAS = ("x*y", "x/y", "exp(x)*y", "log(x) + y", "x**y", "tanh(x)*y", "sqrt(x) - y")
ARRAYS = ("sum(W@v)", "softmax(v)@v", "sum(W*W)", "mean(v)")


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    return make_page(qtbot, tmp_path)


def look(qtbot: QtBot, page: GraphPage, graph: Graph) -> None:
    """Paint the graph, each node selected, along both passes, and write its programs."""
    page.document.load(arranged_drawing(graph), None)
    qtbot.waitUntil(page.is_settled, timeout=30_000)
    paint(page)
    for node in graph.nodes:
        page.scene.select({node})
    paint(page)
    for position in range(page.walk.last + 1):
        page.walk.go(position)
    paint_whole(page)
    for form in SOURCES:
        try:
            form.text(page.document.graph)
        except EngineError:
            # What cannot be written says so.
            continue


@pytest.mark.parametrize("text", FORMULAS)
def test_numbers_of_every_size_are_drawn_and_explained(
    qtbot: QtBot, page: GraphPage, text: str
) -> None:
    graph = parse_formula(text)
    for place, x in enumerate(NUMBERS):
        # Every number meets some others, and over all formulas nearly every other.
        for y in NUMBERS[(place + FORMULAS.index(text)) % 4 :: 4]:
            with sound(qtbot, f"{text} for x = {x}, y = {y}"):
                shown = graph
                for name, value in (("x", x), ("y", y)):
                    node = shown.named(name)
                    assert node is not None
                    shown = set_value(shown, node, as_array(value))
                look(qtbot, page, shown)


@pytest.mark.parametrize("part", range(3))
@pytest.mark.parametrize("text", ARRAYS)
def test_arrays_of_every_size_are_drawn(
    qtbot: QtBot, page: GraphPage, text: str, part: int
) -> None:
    graph = parse_formula(text)
    dice = np.random.default_rng(0)
    for number in NUMBERS[part::3]:
        with sound(qtbot, f"{text} of {number}"):
            shown = graph
            for name, shape in (("W", (3, 3)), ("v", (3,))):
                node = shown.named(name)
                if node is not None:
                    value = np.where(dice.random(shape) < 0.5, number, 1.0)
                    shown = set_value(shown, node, as_array(value))
            look(qtbot, page, shown)


@pytest.mark.parametrize("tool", ["nudge", "modes", "jacobian", "paths", "accumulate"])
def test_the_tools_answer_for_numbers_of_every_size(
    qtbot: QtBot, page: GraphPage, tool: str
) -> None:
    page.dock.actions_by_name[tool].trigger()
    for text in ("x*y", "exp(x)*y"):
        for x, y in ((LARGEST, LARGEST), (SMALLEST, 1e308), (1e155, -1e155), (math.inf, 1.0)):
            with sound(qtbot, f"{tool} of {text} for x = {x}, y = {y}"):
                graph = parse_formula(text)
                for name, value in (("x", x), ("y", y)):
                    node = graph.named(name)
                    assert node is not None
                    graph = set_value(graph, node, as_array(value))
                page.document.load(arranged_drawing(graph), None)
                qtbot.waitUntil(page.is_settled, timeout=30_000)
                paint(page)
