"""Functions that are typed in: shown at once, marked where they are wrong, kept and changed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.activations.page import ActivationsPage
from desktop.foundation.settings import Settings
from engine.activations.activation_setup import SIGNALS
from tests.desktop.activations.hands import type_in
from tests.support.cases import case
from tests.support.settling import settle

LEFT = Qt.MouseButton.LeftButton


def test_enter_shows_a_formula_with_its_slope_and_facts(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    type_in(qtbot, page, "x*sigmoid(2*x)")
    assert page.desk.selected == "own_1"
    x, y = page.curves.values.curve_data("own_1")
    assert y == pytest.approx(x / (1 + np.exp(-2 * x)))
    assert page.facts.title == "Your function f₁"
    assert page.facts.formula.latex == r"f(x) = x \cdot \sigma(2 \cdot x)"
    assert page.facts.derivative.latex.startswith(r"f'(x) = \sigma(2 \cdot x) + x")
    assert page.facts.fact("slope") == "1.1 at x = 1.2"
    assert page.functions.own.edit.text() == ""
    assert "own_1" in page.chain.plot.keys


def test_the_signals_of_a_typed_function_are_shown_as_those_of_a_gate(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    type_in(qtbot, page, "tanh(x)")
    page.views.actions_by_name[SIGNALS].trigger()
    panel = page.signals_panel
    qtbot.waitUntil(lambda: page.is_settled() and page.signals.result is not None)
    assert panel.activation.currentText() == "f₁ = tanh(x)"
    assert page.signals.verdict.startswith("f₁ with Xavier")
    typed = page.signals_table.table.rows
    panel.activation.setFocus()
    while panel.activation.name != "tanh":
        QTest.keyClick(panel.activation, Qt.Key.Key_Up)
    assert (panel.setup.activation, panel.setup.formula) == ("tanh", "")
    settle(qtbot, page)
    assert not page.signals.verdict.startswith("f₁")
    assert page.signals_table.table.rows == typed
    QTest.keyClick(panel.activation, Qt.Key.Key_End)
    assert page.signals_panel.setup.formula == "tanh(x)"
    page.desk.change_own("own_1", "x")
    settle(qtbot, page)
    assert panel.activation.currentText() == "f₁ = x"
    assert page.signals_table.table.rows != typed
    kept = page.snapshot()
    page.desk.remove_own("own_1")
    assert panel.setup.activation == "tanh"
    assert "own_1" not in panel.activation.names
    page.restore(kept)
    assert panel.activation.currentText() == "f₁ = x"
    settle(qtbot, page)


@pytest.mark.parametrize("text", ["log(x)", "exp(exp(x))", "2", "1/x", "x**9"])
def test_signals_that_leave_the_numbers_are_drawn_as_far_as_they_go(
    qtbot: QtBot, page: ActivationsPage, text: str
) -> None:
    type_in(qtbot, page, text)
    page.views.actions_by_name[SIGNALS].trigger()
    qtbot.waitUntil(lambda: page.is_settled() and page.signals.result is not None)
    assert page.signals_panel.setup.formula == text
    assert not page.grab().isNull()
    assert page.signals.verdict.startswith("f₁ with Xavier")
    assert len(page.signals_table.table.rows) == 10


def test_a_head_before_the_formula_says_nothing(qtbot: QtBot, page: ActivationsPage) -> None:
    type_in(qtbot, page, "f(x) = x**2")
    assert page.desk.operation("own_1").local_latex == ("2 x",)


WRONG = (
    ("x +* 3", (3, 1), "Expected a number, a name or “(” after “+”, but “*” stands there."),
    ("x*sgmoid(x)", (2, 6), "“sgmoid” is not a function known here; did you mean “sigmoid”?"),
    ("2*y", (2, 1), "This is to be a function of x, and “y” is something else."),
    ("  2*y", (4, 1), "This is to be a function of x, and “y” is something else."),
    ("f(x) = 2*y", (9, 1), "This is to be a function of x, and “y” is something else."),
    ("sum(x)", (0, 3), "A function of one number cannot contain “sum”"),
    ("log(-x**2-1)", (0, 12), "This formula is no number for any x between −20 and 20."),
    ("1e999", (0, 5), ""),
    ("", (0, 0), "The formula is empty"),
)


def test_what_is_wrong_is_marked_at_its_place_and_told(qtbot: QtBot, page: ActivationsPage) -> None:
    before = page.desk.chosen
    for text, fault, problem in WRONG:
        with case(text):
            type_in(qtbot, page, text)
            assert page.functions.own.edit.fault == fault
            assert page.functions.own.problem.startswith(problem)
            assert page.functions.own.problem
            assert page.functions.own.edit.text() == text
            assert page.desk.chosen == before
            QTest.keyClicks(page.functions.own.edit, "1")
            assert page.functions.own.problem == ""
            assert page.functions.own.edit.fault is None


def test_several_can_be_shown_hidden_changed_and_thrown_away(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    for text in ("x**2", "abs(x)", "x**2"):
        type_in(qtbot, page, text)
    own = page.functions.own
    assert page.desk.own == {"own_1": "x**2", "own_2": "abs(x)"}
    assert page.desk.selected == "own_1"
    QTest.mouseClick(own.chip("own_2"), LEFT)
    assert "own_2" not in page.desk.chosen
    QTest.mouseClick(own.change_button("own_2"), LEFT)
    assert own.edit.text() == "abs(x)"
    own.edit.selectAll()
    QTest.keyClicks(own.edit, "abs(x) + 1")
    QTest.keyClick(own.edit, Qt.Key.Key_Return)
    QTest.mouseClick(own.chip("own_2"), LEFT)
    settle(qtbot, page)
    assert page.curves.values.curve_data("own_2")[1].min() == 1.0
    QTest.mouseClick(own.remove_button("own_1"), LEFT)
    assert list(page.desk.own) == ["own_2"]
    assert "own_1" not in page.curves.values.keys
    type_in(qtbot, page, "-x")
    assert page.desk.selected == "own_1"


def test_escape_gives_up_a_change(qtbot: QtBot, page: ActivationsPage) -> None:
    type_in(qtbot, page, "x**2")
    QTest.mouseClick(page.functions.own.change_button("own_1"), LEFT)
    QTest.keyClick(page.functions.own.edit, Qt.Key.Key_Escape)
    type_in(qtbot, page, "x**3")
    assert page.desk.own == {"own_1": "x**2", "own_2": "x**3"}


def test_a_wrong_change_keeps_the_old_formula(qtbot: QtBot, page: ActivationsPage) -> None:
    type_in(qtbot, page, "x**2")
    QTest.mouseClick(page.functions.own.change_button("own_1"), LEFT)
    QTest.keyClick(page.functions.own.edit, Qt.Key.Key_End)
    QTest.keyClicks(page.functions.own.edit, " +")
    QTest.keyClick(page.functions.own.edit, Qt.Key.Key_Return)
    assert page.functions.own.problem
    assert page.desk.own == {"own_1": "x**2"}


def test_where_a_formula_is_not_defined_is_said_and_nothing_breaks(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    type_in(qtbot, page, "log(x)")
    assert page.facts.fact("undefined") == "x < 0"
    assert page.facts.fact("centred") == "no mean: not defined for every x"
    assert page.facts.fact("slope") == "grows without end"
    page.desk.set_x(-2.0)
    assert "undefined" in page.facts.fact("point")
    assert "point" not in page.curves.values.keys
    page.grab()
    page.desk.set_x(2.0)
    assert page.curves.values.handle_place("point")[1] == pytest.approx(np.log(2.0))
    type_in(qtbot, page, "1/x")
    assert page.facts.fact("undefined") == "x = 0"
    type_in(qtbot, page, "sin(30*x)")
    assert page.facts.fact("saturated").endswith("… (slope < 0.05)")
    type_in(qtbot, page, "exp(exp(x))")
    page.grab()
    QTest.mouseClick(page.facts.tab("relu"), LEFT)
    assert page.facts.fact("undefined") == ""


def test_the_slope_used_at_a_kink_is_told(qtbot: QtBot, page: ActivationsPage) -> None:
    QTest.mouseClick(page.facts.tab("relu"), LEFT)
    assert page.facts.fact("derivative") == "except at x = 0; used there: 0"
    type_in(qtbot, page, "exp(x) + abs(x - 1)")
    assert page.facts.fact("derivative") == "except at x = 1; used there: 2.718"


def test_typed_functions_survive_a_page_made_anew(
    qtbot: QtBot, page: ActivationsPage, tmp_path: Path
) -> None:
    type_in(qtbot, page, "x**2")
    other = ActivationsPage(Settings(str(tmp_path / "other.ini")))
    qtbot.addWidget(other)
    other.restore(page.snapshot())
    assert other.desk.own == {"own_1": "x**2"}
    assert other.facts.title == "Your function f₁"
    assert other.functions.own.chip("own_1").isChecked()
    other.shutdown()


def test_a_slope_is_not_drawn_where_the_function_is_not_defined(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    type_in(qtbot, page, "log(x)")
    x, y = page.curves.slopes.curve_data("own_1")
    assert np.isnan(y[x < 0.0]).all()
    assert np.isfinite(y[x > 0.1]).all()


def test_a_slope_near_the_largest_number_draws_what_it_can(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    type_in(qtbot, page, "1e308*x")
    assert page.facts.title
    assert not page.curves.values.grab().isNull()


def test_facts_that_are_rounded_give_all_digits_on_pointing(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    type_in(qtbot, page, "1/(1 + x**2)")
    told = {name: page.facts.tip(name) for name in ("point", "range", "slope", "centred")}
    assert "f = 0.5, f′ = −0.5" in told["point"]
    assert "(0, 1]" in told["range"]
    assert "0.649519052838329" in told["slope"]
    assert "0.65567954" in told["centred"]
    assert page.facts.scaling == (
        "10 layers scale a gradient by at most 0.6495¹⁰ ≈ 0.0134 (weights 1)."
    )


@pytest.mark.parametrize(
    ("formula", "name", "words"),
    [
        (
            "sin(x)",
            "saturated",
            "−4.76 < x < −4.66, −1.62 < x < −1.52, 1.52 < x < 1.62, … (slope < 0.05)",
        ),
        ("exp(-(x - 15.0007)**2*1e6)", "saturated", "x < 14.997, x > 15.004 (slope < 0.05)"),
        (
            "abs(sin(x))",
            "derivative",
            "except at x = −9.425, −6.283, −3.142, 0, 3.142, 6.283, …",
        ),
        ("log(1 + exp(50*x))/50", "range", "(0, 14.19) where it can be computed"),
        ("log(x**2)", "centred", "no mean: not defined for every x"),
    ],
)
def test_the_words_for_a_fact_say_no_more_than_is_known(
    qtbot: QtBot, page: ActivationsPage, formula: str, name: str, words: str
) -> None:
    type_in(qtbot, page, formula)
    assert page.facts.fact(name) == words
