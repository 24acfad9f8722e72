"""In forward mode the walk is one pass, in which each gate gets its value and its tangent."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.document.document import Document
from desktop.graph_editor.items.label_item import Meaning
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.passes.walk import Walk
from desktop.widgets.formulas.formula_picture import formula_picture
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.forward_mode import push_forward, unit_tangent
from engine.drawing.drawing import Drawing
from engine.drawing.passes import Seed
from engine.explanation.number_latex import Ink
from engine.explanation.tangent_arithmetic import TangentArithmetic, moving_symbol
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph, InputPort
from engine.operations.catalog import OPERATIONS
from tests.support.graph_hands import make_page, numbers_at_end, numbers_on_wire
from tests.support.graphs import node, product_of_sum, sum_over_paths

INK = Ink("#00aa00", "#cc0000", 2, "#6a3fb5")
KEY = Qt.Key


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    document = Document()
    document.load(Drawing(product_of_sum()), None)
    return document


@pytest.fixture
def page(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> GraphPage:
    return make_page(qtbot, tmp_path_factory.mktemp("page"))


def test_every_gate_is_one_stop_and_there_is_no_way_back(document: Document) -> None:
    walk = Walk(document)
    walk.set_seed(Seed(node(document.graph, "x")))
    assert [stop.direction for stop in walk.stops] == ["tangent", "tangent"]
    assert (walk.forward_count, walk.backward_count, walk.last) == (2, 0, 3)
    walk.set_seed(None)
    assert (walk.forward_count, walk.backward_count) == (2, 2)


def test_values_and_tangents_arrive_gate_by_gate(document: Document) -> None:
    walk = Walk(document)
    x, q, f = (node(document.graph, name) for name in "xqf")
    walk.set_seed(Seed(x))
    seen = []
    for position in range(walk.last):
        walk.go(position)
        view = walk.view()
        assert view is not None
        assert view.tangents is not None
        assert view.gradients.nodes == {}
        seen.append({key: float(value) for key, value in view.tangents.nodes.items()})
    assert seen == [{x: 1.0}, {x: 1.0, q: 1.0}, {x: 1.0, q: 1.0, f: -4.0}]


def test_another_value_keeps_the_position_and_another_shape_the_mode_ends(
    document: Document,
) -> None:
    walk = Walk(document)
    x, z = node(document.graph, "x"), node(document.graph, "z")
    walk.set_seed(Seed(x))
    walk.go(2)
    document.set_value(z, np.array(7.0))
    view = walk.view()
    assert walk.position == 2
    assert view is not None
    assert view.tangents is not None
    assert float(view.tangents.nodes[node(document.graph, "f")]) == 7
    document.set_value(x, np.array([1.0, 2.0]))
    assert walk.seed is None
    walk.set_seed(Seed(x, (1,)))
    document.remove([x])
    assert walk.seed is None


def test_the_canvas_shows_tangents_in_the_place_of_gradients_and_says_so(page: GraphPage) -> None:
    graph = page.document.graph
    page.walk.set_seed(Seed(node(graph, "x")))
    f = node(graph, "f")
    assert numbers_on_wire(page, InputPort(f, 0)) == ["3", "→ 1"]
    assert numbers_on_wire(page, InputPort(f, 1)) == ["−4", ""]
    assert numbers_at_end(page, f) == ["−12", "→ −4"]
    label = page.scene.labels.wires[InputPort(f, 0)].labels[1]
    assert label.meaning is Meaning.TANGENT
    assert page.mode_legend.isVisible()
    assert "Forward mode from x" in page.mode_legend.text()
    page.walk.set_seed(None)
    assert numbers_on_wire(page, InputPort(f, 0)) == ["3", "−4"]
    assert not page.mode_legend.isVisible()


def test_the_same_keys_step_through_it(page: GraphPage) -> None:
    page.walk.set_seed(Seed(node(page.document.graph, "x")))
    page.view.setFocus()
    positions = []
    for key in (KEY.Key_Home, KEY.Key_Right, KEY.Key_Right, KEY.Key_Left, KEY.Key_End):
        QTest.keyClick(page.view, key)
        positions.append(page.walk.position)
    assert positions == [0, 1, 2, 1, page.walk.last]
    QTest.keyClick(page.view, KEY.Key_Space)
    assert page.controls.bar.is_playing
    assert page.walk.position == 0


def test_the_card_writes_local_times_moved_with_symbols_and_numbers(page: GraphPage) -> None:
    page.walk.set_seed(Seed(node(page.document.graph, "x")))
    page.walk.go(2)
    assert "value and tangent" in page.step_card.heading
    forward, _, letters, numbers = page.step_card.formulas
    assert forward.startswith("f = ")
    assert letters == (r"\frac{\partial f}{\partial x} = z \cdot \frac{\partial q}{\partial x}")
    assert "-4" in numbers
    assert page.step_card.role.startswith("Forward mode")


def test_a_gate_that_is_not_reached_says_so(page: GraphPage) -> None:
    page.document.load(Drawing(sum_over_paths()), None)
    page.walk.set_seed(Seed(node(page.document.graph, "a")))
    stops = [stop.node for stop in page.walk.stops]
    page.walk.go(stops.index(node(page.document.graph, "d")) + 1)
    assert "does not reach" in page.step_card.role
    assert len(page.step_card.formulas) == 2


def arithmetic(graph: Graph, gate: str, source: str, index: tuple[int, ...] = ()) -> list[str]:
    result = evaluate(graph)
    start = node(graph, source)
    direction = unit_tangent(result.plan.sources[start], index)
    tangents = push_forward(result.plan, result.values, start, direction)
    key = next(key for key, item in graph.nodes.items() if item.operation == gate)
    letter = moving_symbol(graph, start, index)
    return TangentArithmetic(graph, key, result.values, tangents, letter, INK).lines()


def test_both_branches_are_added() -> None:
    letters, numbers = arithmetic(sum_over_paths(), "multiply", "b")
    assert letters.count(r"\cdot") == 2
    assert " + " in letters
    assert numbers.endswith(r"\textcolor{#6a3fb5}{5}")


def test_a_matrix_moves_a_tangent_as_it_moves_a_value() -> None:
    graph = parse_formula("sum(W @ x)")
    graph = set_value(graph, node(graph, "W"), np.array([[1.0, 2.0], [3.0, 4.0]]))
    graph = set_value(graph, node(graph, "x"), np.array([5.0, 6.0]))
    letters, numbers = arithmetic(graph, "matmul", "x", (1,))
    assert r"\frac{\partial q}{\partial {x}_{2}} = W \frac{\partial x}{\partial {x}_{2}}" in letters
    assert r"\begin{matrix} 2 \\ 4 \end{matrix}" in numbers
    assert moving_symbol(graph, node(graph, "W"), (0, 11)) == "{W}_{1,12}"


def _fitting(operation: str) -> Graph | None:
    """Return a graph of one gate over inputs that it takes."""
    names = [f"v{index}" for index in range(OPERATIONS[operation].arity)]
    for value in (np.array(0.3), np.array([0.3, 0.6]), np.array([[0.3, 0.6], [0.2, 0.4]])):
        graph = parse_formula(f"{operation}({', '.join(names)})") if names else None
        if graph is None:
            return None
        for name in names:
            graph = set_value(graph, node(graph, name), value)
        if graph.result in evaluate(graph).values:
            return graph
    return None


@pytest.mark.parametrize("operation", [key for key, item in OPERATIONS.items() if item.arity])
def test_every_gate_can_be_written_out(qapp: object, operation: str) -> None:
    graph = _fitting(operation)
    if graph is None:
        pytest.skip("takes other shapes")
    value = evaluate(graph).plan.sources[node(graph, "v0")]
    for line in arithmetic(graph, operation, "v0", (0,) * value.ndim):
        assert "$" not in line
        assert formula_picture(line, "#000000", 15.0) is not None, line


def test_a_single_result_sums_its_partial_derivatives_times_what_moves() -> None:
    graph = parse_formula("mse(p, t)")
    graph = set_value(graph, node(graph, "p"), np.array([27.0, 40.0]))
    graph = set_value(graph, node(graph, "t"), np.array([25.0, 50.0]))
    letters, numbers = arithmetic(graph, "mean_squared_error", "p", (1,))
    assert r"\sum \left(" in letters
    assert numbers.endswith(r"\textcolor{#6a3fb5}{-10}")


def test_beside_what_moves_a_joined_input_is_zero() -> None:
    graph = parse_formula("concatenate(a, b)")
    graph = set_value(graph, node(graph, "a"), np.array([3.0]))
    graph = set_value(graph, node(graph, "b"), np.array([4.0]))
    letters, numbers = arithmetic(graph, "concatenate", "a", (0,))
    assert letters.endswith("0]")
    assert "4" not in numbers.replace("#6a3fb5", "")


def test_a_softmax_moves_as_it_pulls() -> None:
    graph = parse_formula("softmax(x)")
    graph = set_value(graph, node(graph, "x"), np.array([1.0, 2.0]))
    letters, numbers = arithmetic(graph, "softmax", "x", (0,))
    assert r"f \odot (\frac{\partial x}{\partial {x}_{1}} - \sum_j {f}_j \cdot " in letters
    assert r"\begin{matrix} 0.20 \\ -0.20 \end{matrix}" in numbers


def test_a_click_on_a_tangent_writes_out_how_it_comes_about(page: GraphPage) -> None:
    graph = page.document.graph
    page.walk.set_seed(Seed(node(graph, "x")))
    f = node(graph, "f")
    end = page.scene.labels.ends[f]
    place = page.view.mapFromScene(end.scene_boxes()[1].center())
    QTest.mouseClick(
        page.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    card = page.view.number_card
    assert card.is_open
    assert card.title == "Tangent ∂f/∂x"
    assert card.lines[0].startswith(r"\frac{\partial f}{\partial x} = z")
    assert "−4" in card.exact
    unreached = page.scene.labels.wires[InputPort(f, 1)].scene_boxes()[1].center()
    QTest.mouseClick(
        page.view.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        page.view.mapFromScene(unreached),
    )
    assert card.exact.startswith("Not computed: x does not reach")


def test_a_group_is_one_stop_with_the_tangent_of_the_whole_graph(page: GraphPage) -> None:
    page.document.load(Drawing(parse_formula("f = sin(2*x)*w")), None)
    x = node(page.document.graph, "x")
    page.walk.set_seed(Seed(x))
    before = numbers_at_end(page, node(page.document.graph, "f"))
    gates = [key for key, item in page.document.graph.nodes.items() if item.operation != "input"]
    page.document.group([key for key in gates if key != node(page.document.graph, "f")])
    assert page.walk.seed == Seed(x)
    assert len(page.walk.stops) == 2
    assert numbers_at_end(page, node(page.document.graph, "f")) == before
