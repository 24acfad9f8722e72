"""Functions of any length: the interface stays free while they are read and computed."""

from __future__ import annotations

import threading
from collections import Counter

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.activations.page import ActivationsPage
from desktop.desk.settling import has_settled
from desktop.tasks.worker import computing_count
from engine.arrays import Array
from engine.autodiff.codegen.program import Program, Slots
from engine.operations.sampled_activation import PIECE
from tests.desktop.activations.hands import enter, type_in
from tests.support.settling import settle

LEFT = Qt.MouseButton.LeftButton


def terms(count: int) -> str:
    return " + ".join(f"{(n % 7) / 10 + 0.1}*sin({n + 1}*x)" for n in range(count))


class Evaluations:
    """Counts the passes through formulas, by thread, with the most numbers that one was of."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.by_program: Counter[Program] = Counter()
        self.on_interface = 0
        self.most_numbers = 0
        passed = Program.forward

        def forward(program: Program, *changed: Array) -> Slots:
            self.by_program[program] += 1
            self.on_interface += threading.current_thread() is threading.main_thread()
            self.most_numbers = max(self.most_numbers, *(np.size(given) for given in changed))
            return passed(program, *changed)

        monkeypatch.setattr(Program, "forward", forward)

    def clear(self) -> None:
        self.by_program.clear()
        self.on_interface = self.most_numbers = 0


@pytest.fixture
def evaluations(monkeypatch: pytest.MonkeyPatch) -> Evaluations:
    return Evaluations(monkeypatch)


def test_the_facts_of_40_terms_are_computed_beside_the_interface(
    qtbot: QtBot, page: ActivationsPage, evaluations: Evaluations
) -> None:
    shares: list[float | None] = []
    page.desk.learnt.connect(lambda name: shares.append(page.desk.awaited(name)))
    enter(page, terms(40))
    qtbot.waitUntil(lambda: page.desk.selected == "own_1")
    assert page.facts.fact("slope") == "…"
    assert page.facts.waiting.startswith("Computing the facts … ")
    assert page.facts.is_old("slope")
    evaluations.clear()
    settle(qtbot, page)
    assert evaluations.on_interface == 0
    assert 0 < evaluations.most_numbers <= 2001
    # It was told how far it was, between turns of the event loop, and that all is known at last.
    assert len(shares) > 1
    assert shares[-1] is None
    assert page.facts.waiting == ""
    assert not page.facts.is_old("slope")
    assert page.facts.fact("slope").endswith("at x = 0")
    assert "own_1" in page.curves.values.keys


def test_300_terms_end_and_what_is_not_written_out_is_counted(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    type_in(qtbot, page, terms(300))
    assert page.facts.fact("centred") == "yes (mean output 0)"
    for formula in (page.facts.formula, page.facts.derivative):
        assert len(formula.lines) <= 9
        shown = " ".join(formula.lines[:-1]).count(" + ")
        left_out = int(formula.rest.split()[2])
        assert shown < left_out < 300
        for view in formula.views:
            assert view.is_drawn


def test_a_formula_in_the_place_of_another_ends_what_is_computed_for_the_old(
    qtbot: QtBot, page: ActivationsPage, evaluations: Evaluations
) -> None:
    enter(page, terms(300))
    qtbot.waitUntil(lambda: page.desk.selected == "own_1")
    qtbot.waitUntil(lambda: bool(evaluations.by_program))
    (old,) = evaluations.by_program
    page.desk.change_own("own_1", "3*x")
    asked = evaluations.by_program[old]
    settle(qtbot, page)
    # The piece that was under way: a value and a slope.
    assert evaluations.by_program[old] <= asked + 3
    assert page.facts.fact("slope") == "3 for every x"


def test_closing_ends_what_is_computed(qtbot: QtBot, page: ActivationsPage) -> None:
    enter(page, terms(300))
    qtbot.waitUntil(lambda: page.desk.selected == "own_1")
    page.shutdown()
    assert page.is_settled()
    assert computing_count() == 0


def test_old_facts_stay_and_are_marked_until_the_new_are_there(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    type_in(qtbot, page, "x**2")
    assert page.facts.fact("range") == "[0, ∞)"
    page.desk.change_own("own_1", "x**2 + 1")
    assert page.facts.fact("range") == "[0, ∞)"
    assert page.facts.is_old("range")
    assert page.facts.waiting
    assert not page.facts.is_old("point")
    assert "1" in page.facts.fact("point")
    settle(qtbot, page)
    assert page.facts.fact("range") == "[1, ∞)"
    assert not page.facts.is_old("range")


def test_a_threshold_that_is_dragged_shades_from_what_is_known(
    qtbot: QtBot, page: ActivationsPage, evaluations: Evaluations
) -> None:
    type_in(qtbot, page, terms(40))
    evaluations.clear()
    shaded = [page.curves.values.bands("flat")]
    for threshold in (0.1, 0.3, 0.9):
        page.desk.set_threshold(threshold)
        shaded.append(page.curves.values.bands("flat"))
        assert page.facts.is_old("saturated")
    widths = [
        sum(max(0.0, min(high, 20.0) - max(low, -20.0)) for low, high in bands) for bands in shaded
    ]
    assert widths == sorted(widths)
    assert len(set(widths)) == 4
    settle(qtbot, page)
    assert evaluations.on_interface == 0
    # Only the ends of the newest ranges were looked for: the samples are known.
    assert evaluations.most_numbers < PIECE
    assert page.facts.fact("saturated").endswith("(slope < 0.9)")


def test_a_point_that_is_dragged_asks_for_single_numbers(
    qtbot: QtBot, page: ActivationsPage, evaluations: Evaluations
) -> None:
    type_in(qtbot, page, terms(40))
    evaluations.clear()
    page.desk.set_x(0.5)
    assert not evaluations.by_program
    assert "0.5" in page.facts.table.accessibleName() or page.desk.x == 0.5


def test_a_long_text_is_read_beside_the_interface_and_its_fault_marked(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    text = terms(60) + " + y"
    enter(page, text)
    assert page.functions.own.waiting == "Reading the formula …"
    settle(qtbot, page)
    assert page.functions.own.waiting == ""
    assert page.functions.own.edit.fault == (len(text) - 1, 1)
    assert page.functions.own.problem.startswith("This is to be a function of x")
    assert page.desk.own == {}


def test_what_was_typed_meanwhile_stays(qtbot: QtBot, page: ActivationsPage) -> None:
    enter(page, terms(60))
    QTest.keyClicks(page.functions.own.edit, "+1")
    settle(qtbot, page)
    assert page.desk.own == {"own_1": terms(60)}
    assert page.functions.own.edit.text() == terms(60) + "+1"


@pytest.mark.parametrize(
    "text",
    [
        "(" * 1000 + "x" + ")" * 1000,
        "sin(" * 30 + "x" + ")" * 30,
        "x**x**x**x**x",
        "1/(1+" * 12 + "x" + ")" * 12,
        "x*" * 400 + "x",
        "abs(" * 20 + "x" + ")" * 20,
    ],
    ids=["brackets", "sines", "powers", "fractions", "product", "bars"],
)
def test_deep_and_long_formulas_are_shown(qtbot: QtBot, page: ActivationsPage, text: str) -> None:
    type_in(qtbot, page, text)
    assert page.facts.title == "Your function f₁"
    assert page.facts.fact("range") != "…"
    assert not page.grab().isNull()


def test_a_text_longer_than_anybody_reads_is_refused(qtbot: QtBot, page: ActivationsPage) -> None:
    page.functions.own.edit.setText("x+" * 5000 + "x")
    QTest.keyClick(page.functions.own.edit, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert page.functions.own.problem == (
        "This formula has 10,001 characters; a function may have 10,000."
    )
    assert page.functions.own.edit.fault == (10_000, 1)


def test_several_long_functions_are_computed_one_after_the_other(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    for count in (20, 21, 22):
        enter(page, terms(count))
        qtbot.waitUntil(lambda: has_settled(page.functions.own))
    settle(qtbot, page)
    assert {"own_1", "own_2", "own_3"} <= set(page.curves.values.keys)
    QTest.mouseClick(page.facts.tab("own_1"), LEFT)
    settle(qtbot, page)
    assert page.facts.fact("slope") != "…"
