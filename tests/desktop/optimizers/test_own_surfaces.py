"""Surfaces of one's own: a formula, a table, a graph; and what is said when they are none."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.optimizers.page import OptimizersPage
from desktop.optimizers.setup_panel.table_panel import TablePanel
from engine.drawing.drawing import Drawing
from engine.formula.parser import parse_formula
from engine.races.own_surface import (
    FormulaSource,
    OwnKind,
    TableSource,
)
from engine.surfaces.function import SurfaceFunction
from engine.surfaces.surface import Box
from tests.desktop.optimizers.hands import choose_own, click, trail, type_formula, type_number
from tests.support.cases import case
from tests.support.settling import settle

BOX = Box(-4.0, 4.0, -4.0, 4.0)


@pytest.fixture
def typing(qtbot: QtBot, page: OptimizersPage) -> OptimizersPage:
    choose_own(qtbot, page, OwnKind.FORMULA)
    return page


def test_a_typed_formula_is_raced_on(qtbot: QtBot, typing: OptimizersPage) -> None:
    type_formula(typing, "(x - 1)**2 + 4*(y + 1)**2")
    settle(qtbot, typing)
    record = typing.model.setup.record
    assert record.formula == "(x - 1)**2 + 4*(y + 1)**2"
    assert record.minima == ((1.0, -1.0),)
    assert trail(typing, "sgd")[-1] == pytest.approx([1.0, -1.0], abs=1e-3)
    assert typing.surface_panel.own.chip(OwnKind.FORMULA).isChecked()
    assert not typing.surface_panel.chip("rosenbrock").isChecked()


WRONG_FORMULAS: tuple[tuple[str, tuple[int, int] | None, str], ...] = (
    ("x**2 + sgmoid(y)", (7, 6), "did you mean “sigmoid”"),
    ("x**2 +", None, ""),
    ("x + z", (4, 1), "“z” is neither"),
    ("", None, ""),
    ("[1, 2] @ x", None, ""),
    ("import os", None, ""),
)


def test_a_wrong_formula_is_marked_and_explained_and_nothing_is_lost(
    qtbot: QtBot, typing: OptimizersPage
) -> None:
    before = typing.model.setup
    formula = typing.surface_panel.own.formula
    for text, fault, words in WRONG_FORMULAS:
        with case(text):
            formula.edit.setText(text)
            QTest.keyClick(formula.edit, Qt.Key.Key_Return)
            settle(qtbot, typing)
            assert formula.problem
            assert words in formula.problem
            assert formula.edit.fault is not None
            if fault:
                assert formula.edit.fault == fault
            assert formula.edit.text() == text
            assert typing.model.setup == before
            QTest.keyClick(formula.edit, Qt.Key.Key_Escape)
            assert formula.edit.text() == before.record.formula
            assert formula.problem == ""


def test_a_formula_without_values_says_so(qtbot: QtBot, typing: OptimizersPage) -> None:
    before = typing.model.setup
    type_formula(typing, "log(-1 - x**2)")
    settle(qtbot, typing)
    assert "no finite value" in typing.surface_panel.own.formula.problem
    assert typing.model.setup == before


def test_the_view_can_be_edited_and_must_not_be_empty(qtbot: QtBot, typing: OptimizersPage) -> None:
    formula = typing.surface_panel.own.formula
    type_number(formula.view_field("right"), "9")
    settle(qtbot, typing)
    assert typing.model.setup.record.view == (-4.0, 9.0, -3.0, 3.0)
    (left, right), _ = typing.stage.surface_plot.view_range
    assert left <= -4.0
    assert right >= 9.0
    type_number(formula.view_field("left"), "10")
    settle(qtbot, typing)
    assert "from a smaller to a larger" in formula.problem
    assert typing.model.setup.record.view == (-4.0, 9.0, -3.0, 3.0)


def test_the_methods_and_the_noise_stay_when_the_formula_changes(
    qtbot: QtBot, typing: OptimizersPage
) -> None:
    click(typing.method_list.box("sgd"))
    typing.conditions_panel.condition("gradient_noise").box.click()
    type_formula(typing, "x**2 + y**2")
    settle(qtbot, typing)
    assert "sgd" not in typing.model.setup.racing
    assert "gradient_noise" in typing.model.setup.treatments


def test_a_typed_table_is_fitted(qtbot: QtBot, page: OptimizersPage) -> None:
    choose_own(qtbot, page, OwnKind.TABLE)
    table = page.surface_panel.own.table
    index = table.model.index(3, 1)
    table.model.setData(index, "9")
    settle(qtbot, page)
    source = page.model.setup.own
    assert source is not None
    assert source.source == TableSource(((1, 2), (2, 3), (3, 5), (4, 9)))
    weight, bias = np.polyfit([1, 2, 3, 4], [2, 3, 5, 9], 1)
    assert page.model.setup.record.minima[0] == pytest.approx((weight, bias))
    assert page.model.setup.record.variables == ("W", "b")


def test_rows_are_pasted_and_deleted(qtbot: QtBot, page: OptimizersPage) -> None:
    choose_own(qtbot, page, OwnKind.TABLE)
    table = page.surface_panel.own.table
    table.table.selectAll()
    QTest.keyClick(table.table, Qt.Key.Key_Delete)
    assert "between 2 and 300 samples" in table.problem
    QGuiApplication.clipboard().setText("x\ty\n0\t1\n1,5\t2\n1/2\t3\n")
    QTest.keyClick(table.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)
    assert table.problem == ""
    assert table.model.samples == ((0.0, 1.0), (1.5, 2.0), (0.5, 3.0))
    table.table.selectRow(1)
    QTest.keyClick(table.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "1,5\t2"
    click(table.remove_button)
    settle(qtbot, page)
    assert len(table.model.samples) == 2
    table.table.clearSelection()
    click(table.remove_button)
    assert "No row is selected" in table.problem
    QGuiApplication.clipboard().setText("")
    click(table.paste_button)
    assert "no text to paste" in table.problem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1 2\n3 abc", "Row 2: y is “abc”"),
        ("1\n2", "Row 1: y is missing"),
        ("1 2\n1 3", "two different x"),
        ("1 2", "between 2 and 300"),
    ],
)
def test_a_wrong_table_is_explained_and_kept(
    qtbot: QtBot, page: OptimizersPage, text: str, words: str
) -> None:
    choose_own(qtbot, page, OwnKind.TABLE)
    before = page.model.setup
    table = page.surface_panel.own.table
    table.model.remove(range(10))
    table.paste(text)
    settle(qtbot, page)
    assert words in table.problem
    assert table.model.rows
    assert page.model.setup == before


def test_a_graph_with_two_free_inputs_is_raced_on(qtbot: QtBot, page: OptimizersPage) -> None:
    graph = parse_formula("a**2 + 3*b**2", parse_formula("a = a0; b = b0"))
    page.receive(Drawing(graph))
    settle(qtbot, page)
    setup = page.model.setup
    assert setup.own is not None
    assert setup.own.kind is OwnKind.GRAPH
    assert setup.record.variables == ("a", "b")
    assert setup.start == (1.0, 1.0)
    assert trail(page, "adam")[-1] == pytest.approx([0.0, 0.0], abs=0.05)
    assert "a (across) and b (up)" in page.surface_panel.own.graph_note.text()
    x, y = np.array([0.5]), np.array([2.0])
    assert page.model.function.value(x, y).tolist() == [12.25]


@pytest.mark.parametrize(
    ("text", "words"),
    [("a*b*c", "depends on 3: a, b, c"), ("1 + 2", "depends on none"), ("a**2", "depends on 1: a")],
)
def test_another_graph_is_refused_in_a_sentence(
    qtbot: QtBot, page: OptimizersPage, text: str, words: str
) -> None:
    before = page.model.setup
    with qtbot.waitSignal(page.reported) as told:
        page.receive(parse_formula(text))
    assert words in told.args[0]
    assert told.args[1] == "error"
    assert page.model.setup == before


def test_a_graph_that_mixes_elements_is_a_surface_too(qtbot: QtBot, page: OptimizersPage) -> None:
    graph = parse_formula("mean((w*[1, 2] + b - [2, 3])**2)")
    nodes = dict(graph.nodes)
    page.receive(Drawing(type(graph)(nodes, graph.wires, graph.target)))
    settle(qtbot, page)
    assert page.model.setup.own is not None
    assert page.model.setup.record.minima[0] == pytest.approx((1.0, 1.0), abs=1e-4)


def test_a_value_that_is_no_graph_changes_nothing(page: OptimizersPage) -> None:
    before = page.model.setup
    page.receive("something else")
    assert page.model.setup == before


def test_a_graph_on_its_way_is_announced_until_it_is_shown(
    qtbot: QtBot, page: OptimizersPage
) -> None:
    told: list[tuple[str, str]] = []
    page.reported.connect(lambda text, severity: told.append((text, severity)))
    page.receive(parse_formula("mean((w*[1, 2] + b - [2, 3])**2)"))
    assert told == [("The loss over w and b is being prepared…", "info")]
    assert page.model.setup.surface == "rosenbrock"
    settle(qtbot, page)
    assert page.model.setup.own is not None
    assert told[1] == ("", "info")


def test_the_chip_of_the_graph_says_how_to_send_one(qtbot: QtBot, page: OptimizersPage) -> None:
    click(page.surface_panel.own.chip(OwnKind.GRAPH))
    assert page.surface_panel.own.graph_note.isVisibleTo(page)
    assert "No graph was sent" in page.surface_panel.own.graph_note.text()
    assert page.model.setup.surface == "rosenbrock"
    click(page.surface_panel.chip("rosenbrock"))
    assert not page.surface_panel.own.graph_note.isVisibleTo(page)


def test_going_back_to_a_kind_brings_its_last_surface(qtbot: QtBot, page: OptimizersPage) -> None:
    choose_own(qtbot, page, OwnKind.FORMULA)
    type_formula(page, "x**2 + y**2")
    settle(qtbot, page)
    surface = page.model.setup.surface
    click(page.surface_panel.chip("beale"))
    settle(qtbot, page)
    choose_own(qtbot, page, OwnKind.FORMULA)
    assert page.model.setup.surface == surface


def test_leaving_the_part_where_a_formula_has_values_is_told_as_such(
    qtbot: QtBot, typing: OptimizersPage
) -> None:
    told: list[str] = []
    typing.reported.connect(lambda text, _: told.append(text))
    type_formula(typing, "sqrt(x)")
    settle(qtbot, typing)
    assert "where the function has no value" in told[-1], told
    assert "too large" not in told[-1]


def test_a_step_of_nearly_nothing_has_an_arrow_without_barbs(
    qtbot: QtBot, typing: OptimizersPage
) -> None:
    type_formula(typing, "exp(exp(x*x))")
    settle(qtbot, typing)
    typing.step_bar.go_last()
    assert not typing.stage.surface_plot.grab().isNull()


def test_a_table_of_huge_numbers_is_refused(qtbot: QtBot, page: OptimizersPage) -> None:
    choose_own(qtbot, page, OwnKind.TABLE)
    table = page.surface_panel.own.findChild(TablePanel)
    assert isinstance(table, TablePanel)
    table.table.selectAll()
    click(table.remove_button)
    table.paste("1e200 1\n2 1e200")
    settle(qtbot, page)
    assert table.problem == "A fit takes numbers up to 1e+06; measure in larger units."


def long_formula(count: int) -> str:
    return " + ".join(f"{n}*cos({n}*x)*cos({n}*y)" for n in range(1, count + 1))


def test_a_long_formula_is_prepared_beside_the_interface_and_that_is_said(
    qtbot: QtBot, typing: OptimizersPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled_by: list[threading.Thread] = []
    compiled = FormulaSource.compile

    def compiling(source: FormulaSource, fence: Box | None = None) -> SurfaceFunction:
        compiled_by.append(threading.current_thread())
        return compiled(source, fence)

    monkeypatch.setattr(FormulaSource, "compile", compiling)
    told: list[str] = []
    own = typing.surface_panel.own
    own.preparing_changed.connect(told.append)
    own.formula.edit.setText(long_formula(40))
    QTest.keyClick(own.formula.edit, Qt.Key.Key_Return)
    settle(qtbot, typing)
    assert told == ["The surface is being prepared…", ""]
    assert typing.model.setup.record.formula == long_formula(40)
    assert compiled_by
    assert threading.main_thread() not in compiled_by
    shown = typing.surface_panel.formula
    assert shown.lines[0] == "f(x, y) ="
    assert shown.rest.startswith("… and ")
    assert "contours" in typing.stage.surface_plot.keys


def test_a_fault_in_a_long_formula_is_marked(qtbot: QtBot, typing: OptimizersPage) -> None:
    before = typing.model.setup
    formula = typing.surface_panel.own.formula
    text = long_formula(40) + " + sgmoid(y)"
    formula.edit.setText(text)
    QTest.keyClick(formula.edit, Qt.Key.Key_Return)
    settle(qtbot, typing)
    assert formula.edit.fault == (len(text) - 9, 6)
    assert "did you mean “sigmoid”" in formula.problem
    assert typing.model.setup == before


def test_a_formula_is_never_cut_short(qtbot: QtBot, typing: OptimizersPage) -> None:
    before = typing.model.setup
    formula = typing.surface_panel.own.formula
    formula.edit.setText("x+" * 6000 + "y")
    QTest.keyClick(formula.edit, Qt.Key.Key_Return)
    settle(qtbot, typing)
    assert formula.problem == "This formula has 12,001 characters; at most 10,000 can be drawn."
    assert formula.edit.fault == (10_000, 2001)
    assert typing.model.setup == before
