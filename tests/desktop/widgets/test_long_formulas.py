"""Formulas of any length and depth: what they cost is known, and the interface never waits."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.tasks.worker import computing_count
from desktop.widgets.formulas import formula_picture, typesetter
from desktop.widgets.formulas.formula_cost import flattened, typesetting_cost
from desktop.widgets.formulas.formula_picture import QUICK_COST, can_be_drawn, is_quick
from desktop.widgets.formulas.formula_view import FormulaView
from desktop.widgets.formulas.formula_warmer import FormulaWarmer
from desktop.widgets.formulas.line_breaking import first_lines
from desktop.widgets.formulas.long_formula import MOST_LINES, LongFormula


def nested(pattern: str, depth: int) -> str:
    text = "x"
    for _ in range(depth):
        text = pattern.replace("#", text)
    return text


SINES, FRACTIONS, POWERS = r"\sin\left(#\right)", r"\frac{1}{1 + #}", "x^{#}"
TALL = r"\left(# + 1\right)^{2}"
LONG = " + ".join(rf"{n} \cdot \sin\left({n} \cdot x\right)" for n in range(1, 301))


@pytest.fixture
def drawn_by(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """Which thread drew each formula."""
    threads: list[threading.Thread] = []
    draw: Callable[[str, str], str | None] = formula_picture._svg

    def drawn(latex: str, colour: str) -> str | None:
        threads.append(threading.current_thread())
        return draw(latex, colour)

    monkeypatch.setattr(formula_picture, "_svg", drawn)
    return threads


@pytest.mark.parametrize(
    "latex",
    [
        nested(SINES, 4), nested(FRACTIONS, 4), nested(FRACTIONS, 7),
        nested(FRACTIONS, 20), nested(POWERS, 5), nested(POWERS, 8), nested(POWERS, 20),
        nested(TALL, 12), r"\left(x^2\right) + 1",
        r"\left[\begin{matrix} 1 & 0.25 \\ 3 & 4 \end{matrix}\right]",
        r"\textcolor{#cc0000}{\left[\begin{matrix} -0.75 \\ 2 \end{matrix}\right]} = \mathrm{loss}",
    ],
)  # fmt: skip
def test_the_cost_is_what_the_typesetter_does(monkeypatch: pytest.MonkeyPatch, latex: str) -> None:
    formula_picture._svg("x", "#000000")
    from ziamath.nodes import Mnode

    made: list[object] = []
    make = Mnode.__init__

    def counted(node: Mnode, *arguments: Any, **settings: Any) -> None:
        made.append(node)
        make(node, *arguments, **settings)

    monkeypatch.setattr(Mnode, "__init__", counted)
    monkeypatch.setattr(typesetter, "_heights", {})
    formula_picture._svg(latex, "#000000")
    # A sign is made of some nodes, by no formula of many more or fewer than by another.
    assert 2.8 < len(made) / typesetting_cost(flattened(latex)) < 7.0


def test_brackets_that_need_not_grow_cost_nothing() -> None:
    assert flattened(nested(SINES, 30)) == r"\sin(" * 30 + "x" + ")" * 30
    assert can_be_drawn(nested(SINES, 30))
    tall = r"\left(\frac{a}{b}\right) + \left[\left(c\right)^{2}\right]"
    assert flattened(tall) == r"\left(\frac{a}{b}\right) + \left[(c)^{2}\right]"
    assert flattened(r"\left|\left(x\right)\right|") == r"\left|(x)\right|"
    assert flattened(r"a \leftarrow b \rightarrow c \left(x\right)") == (
        r"a \leftarrow b \rightarrow c (x)"
    )


@pytest.mark.parametrize("pattern", [FRACTIONS, TALL])
def test_what_would_take_ages_is_shown_as_its_text(
    qtbot: QtBot, drawn_by: list[threading.Thread], pattern: str
) -> None:
    view = FormulaView(nested(pattern, 40))
    qtbot.addWidget(view)
    view.show()
    view.grab()
    assert has_settled(view)
    assert not view.is_drawn
    assert drawn_by == []
    assert len(view.accessibleName()) <= 201


def test_a_slow_formula_is_drawn_by_another_thread_and_kept(
    qtbot: QtBot, drawn_by: list[threading.Thread]
) -> None:
    latex = " + ".join(["\\frac{a}{b}"] * 19)
    assert not is_quick(latex)
    view = FormulaView(latex)
    qtbot.addWidget(view)
    view.show()
    before = view.sizeHint()
    qtbot.waitUntil(lambda: has_settled(view))
    assert view.is_drawn
    assert view.sizeHint() != before
    assert threading.main_thread() not in drawn_by
    again = FormulaView(latex)
    qtbot.addWidget(again)
    assert again.is_drawn
    assert len(drawn_by) == 1


def test_the_newest_formula_of_a_view_counts(qtbot: QtBot) -> None:
    view = FormulaView()
    qtbot.addWidget(view)
    view.set_patient(True)
    for number in range(5):
        view.set_latex(rf"\frac{{a + {number}}}{{b}}")
        view.sizeHint()
    qtbot.waitUntil(lambda: has_settled(view))
    assert view.is_drawn
    view.set_latex("")
    assert view.sizeHint().width() == 2


def test_a_view_that_goes_away_ends_its_drawing(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    for number in range(6):
        view = FormulaView(rf"\frac{{a + {number}}}{{b^2}}", holder, patient=True)
        view.sizeHint()
    holder.deleteLater()
    with qtbot.waitSignal(holder.destroyed):
        pass
    assert computing_count() == 0


def test_two_threads_draw_what_one_does(qtbot: QtBot) -> None:
    latexes = [rf"\frac{{{n} + x}}{{\sin\left({n} x\right)}}" for n in range(12)]
    alone = [formula_picture._svg(latex, "#123456") for latex in latexes]
    beside: list[str | None] = []
    thread = threading.Thread(
        target=lambda: beside.extend(formula_picture._svg(latex, "#123456") for latex in latexes)
    )
    thread.start()
    here = [formula_picture._svg(latex, "#123456") for latex in reversed(latexes)]
    thread.join()
    assert beside == alone
    assert here[::-1] == alone


def test_a_warmer_leaves_slow_formulas_to_their_views(
    qtbot: QtBot, drawn_by: list[threading.Thread]
) -> None:
    warmer = FormulaWarmer(delay_ms=0)
    warmer.warm(lambda: ["x + 7", nested(FRACTIONS, 12)])
    qtbot.waitUntil(lambda: not warmer.is_waiting)
    assert len(drawn_by) == 1


def test_a_long_formula_is_shown_in_lines_and_the_rest_counted(
    qtbot: QtBot, drawn_by: list[threading.Thread]
) -> None:
    formula = LongFormula()
    qtbot.addWidget(formula)
    formula.show()
    formula.set_latex(LONG, "f(x) =")
    qtbot.waitUntil(lambda: has_settled(formula))
    head, *lines = formula.lines
    assert head == "f(x) ="
    assert len(lines) == MOST_LINES
    assert lines[-1].endswith(r"\cdots")
    shown = sum(line.count(r"\sin") for line in lines)
    assert formula.rest == f"… and {300 - shown} more terms"
    assert all(view.is_drawn for view in formula.views)
    assert all(typesetting_cost(flattened(line)) <= QUICK_COST for line in lines)
    assert threading.main_thread() not in drawn_by
    formula.set_latex("x^2", "f(x) =")
    assert formula.lines == ["f(x) = x^2"]
    assert formula.rest == ""
    formula.set_latex("")
    assert formula.lines == []


def test_what_is_left_out_is_counted_outside_of_brackets() -> None:
    inside = " + ".join(["10"] * 30)
    lines, left_out = first_lines(rf"a + \left({inside}\right) - b + c", 1)
    assert len(lines) == 1
    assert left_out == 3
    assert first_lines("a + b", 1) == (["a + b"], 0)
