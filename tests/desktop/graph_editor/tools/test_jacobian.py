"""The tool Jacobian: picture, structure and product of a gate, at once even for 4096 numbers."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.scene.arranged_drawing import arranged_drawing
from desktop.graph_editor.tools.jacobian.panel import JacobianPanel
from engine.arrays import as_array
from engine.formula.parser import parse_formula
from engine.graph import edits
from tests.support.graph_hands import make_page


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    return make_page(qtbot, tmp_path)


def show(page: GraphPage, formula: str, **values: object) -> dict[str, int]:
    graph = parse_formula(formula)
    for name, value in values.items():
        node = graph.named(name)
        assert node is not None
        graph = edits.set_value(graph, node, as_array(value))  # type: ignore[arg-type]
    page.document.load(arranged_drawing(graph), None)
    return {node.name or node.operation: key for key, node in graph.nodes.items()}


def opened(page: GraphPage) -> JacobianPanel:
    page.dock.actions_by_name["jacobian"].trigger()
    panel = page.dock.panel("jacobian")
    assert isinstance(panel, JacobianPanel)
    return panel


def test_a_relu_is_diagonal_and_its_product_is_counted(page: GraphPage, qtbot: QtBot) -> None:
    nodes = show(page, "h = relu(x); f = sum(h)", x=[1.0, -2.0, 3.0])
    page.scene.select([nodes["h"]])  # type: ignore[list-item]
    panel = opened(page)
    assert panel.structure.text() == "Diagonal · 3×3"
    qtbot.waitUntil(lambda: panel.picture.height() > 60)
    assert panel.picture.shows_numbers
    assert panel.picture.text_at(QPoint(5, 5)) == "row 1, column 1: 1"
    assert "instead of 15 with the matrix built" in panel.count_text.text()
    assert panel.product.lines[0].startswith(r"\nabla_{x} f")
    page.scene.select([nodes["f"]])  # type: ignore[list-item]
    assert panel.structure.text() == "Dense · 1×3"


def test_the_input_is_chosen_and_both_are_lit(page: GraphPage) -> None:
    nodes = show(page, "f = squared_norm(W @ x)", W=[[0.1, 0.5], [-0.3, 0.8]], x=[0.2, 0.4])
    page.scene.select([nodes["matmul"]])  # type: ignore[list-item]
    panel = opened(page)
    assert panel.structure.text() == "Sparse · 2×4"
    panel.input.setCurrentIndex(1)
    assert panel.structure.text() == "Dense · 2×2"
    assert panel.answer is not None
    assert panel.answer.squares == pytest.approx(np.array([[0.1, 0.5], [-0.3, 0.8]]))
    items = page.scene.items_shown.nodes
    assert items[nodes["x"]].opacity() == 1  # type: ignore[index]
    assert items[nodes["W"]].opacity() < 1  # type: ignore[index]
    page.dock.actions_by_name["tool_inspector".removeprefix("tool_")].trigger()
    assert items[nodes["W"]].opacity() == 1  # type: ignore[index]


@pytest.mark.parametrize(
    ("formula", "values", "structure"),
    [
        ("f = sum(-x)", {"x": [1.0, 2.0]}, "Scaled identity · 2×2"),
        ("f = sum(x + a)", {"x": [1.0, 2.0], "a": [0.0, 0.0]}, "Identity · 2×2"),
        ("f = sum(max(x, a))", {"x": [1.0, 2.0], "a": [0.0, 5.0]}, "One-hot rows · 2×2"),
        ("f = sum(k * x)", {"k": 2.0, "x": [1.0, 2.0]}, "One entry in each row · 2×1"),
    ],
)
def test_structures_are_named(
    page: GraphPage, formula: str, values: dict[str, object], structure: str
) -> None:
    nodes = show(page, formula, **values)
    inner = next(name for name in nodes if name in ("negate", "add", "max", "multiply"))
    page.scene.select([nodes[inner]])  # type: ignore[list-item]
    assert opened(page).structure.text() == structure


def test_a_relu_of_4096_numbers_builds_nothing_of_134_megabytes(page: GraphPage) -> None:
    numbers = np.random.default_rng(0).normal(size=4096)
    nodes = show(page, "h = relu(x); f = sum(h)", x=numbers)
    page.scene.select([nodes["h"]])  # type: ignore[list-item]
    panel = opened(page)
    tracemalloc.start()
    try:
        panel._refresh()
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 4_000_000
    assert panel.structure.text() == "Diagonal · 4096×4096"
    assert panel.answer is not None
    assert panel.answer.squares is not None
    assert panel.answer.squares.size <= 128 * 128
    assert "16,777,216 entries and take 134 MB" in panel.size_text.text()
    area = panel.picture._area()
    tip = panel.picture.text_at(area.center().toPoint())
    assert tip.startswith("row 20")


def test_a_large_dense_one_is_not_drawn_and_says_so(page: GraphPage) -> None:
    nodes = show(page, "f = sum(W @ x)", W=np.ones((300, 300)), x=np.ones(300))
    page.scene.select([nodes["matmul"]])  # type: ignore[list-item]
    panel = opened(page)
    assert panel.answer is not None
    assert panel.answer.squares is None
    assert not panel.picture.isVisibleTo(panel)


def test_it_follows_edits_and_an_empty_canvas(page: GraphPage, qtbot: QtBot) -> None:
    nodes = show(page, "f = relu(x)", x=[1.0, -2.0])
    panel = opened(page)
    assert panel.structure.text() == "Diagonal · 2×2"
    page.document.set_value(nodes["x"], as_array([1.0, 2.0, 3.0]))  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: panel.structure.text() == "Diagonal · 3×3")
    page.document.load(arranged_drawing(parse_formula("x")), None)
    qtbot.waitUntil(lambda: "no gate here" in panel.problem.text())


def test_what_was_asked_comes_back_in_another_panel(page: GraphPage) -> None:
    nodes = show(page, "f = squared_norm(W @ x)", W=[[0.1, 0.5]], x=[0.2, 0.4])
    page.scene.select([nodes["matmul"]])  # type: ignore[list-item]
    panel = opened(page)
    panel.input.setCurrentIndex(1)
    asked = panel.snapshot()
    panel.gate.setCurrentIndex(panel.gate.findData(nodes["f"]))
    panel.restore(asked)
    assert panel.port is not None
    assert (panel.port.node, panel.port.index) == (nodes["matmul"], 1)


def test_a_single_number_is_one_entry(page: GraphPage) -> None:
    nodes = show(page, "f = a + b")
    page.scene.select([nodes["f"]])  # type: ignore[list-item]
    assert opened(page).size_text.text() == "Built, it would have one entry."
