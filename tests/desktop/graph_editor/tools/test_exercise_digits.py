"""Answers are marked by the digits typed: two are needed, and those on the screen play no part."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.graph_editor.tools.exercise.answer_box import BoxLook
from engine.drawing.edits import with_graph
from engine.formula.parser import parse_formula
from engine.graph.model import Graph
from tests.support.exercise_hands import KEY, LEFT, Learner
from tests.support.graph_hands import make_page


@pytest.fixture
def learner(qtbot: QtBot, tmp_path: Path) -> Learner:
    return Learner(make_page(qtbot, tmp_path), qtbot)


def show(learner: Learner, graph: Graph) -> None:
    """Put another graph on the canvas."""
    document = learner.page.document
    document.push("other graph", with_graph(document.drawing, graph))


@pytest.mark.parametrize(("change", "times"), [("fewer_digits", 2), ("more_digits", 4), ("", 0)])
def test_marks_do_not_depend_on_the_digits_shown(learner: Learner, change: str, times: int) -> None:
    for _ in range(times):
        learner.page.canvas_actions[change].trigger()
    show(learner, parse_formula("f = sigmoid(x - 7)"))
    learner.start()
    # σ(−6)·σ(6) is 0.0024665.
    slope = learner.questions()[0]
    for text in ("0", "0.002"):
        learner.type(text)
        assert learner.panel.typing.editor.isVisible()
        assert "two digits" in learner.panel.typing.balloon.text()
        assert learner.panel.layer.boxes[slope].look is BoxLook.OPEN
        assert learner.panel.score.text().startswith("0 of")
        assert "wrong" not in learner.panel.score.text()
    learner.type("0.0024")
    assert learner.panel.layer.boxes[slope].look is BoxLook.WRONG
    learner.click(slope)
    learner.type("0.0025")
    assert learner.panel.layer.boxes[slope].look is BoxLook.RIGHT


def test_a_wrong_sign_is_named_though_one_digit_is_typed(learner: Learner) -> None:
    show(learner, parse_formula("f = sigmoid(x - 7)"))
    learner.start()
    learner.type("-0.002")
    assert "Wrong sign" in learner.panel.card.mark


def test_the_panel_says_how_many_digits_are_asked_before_and_during(learner: Learner) -> None:
    assert learner.panel.rule.isVisible()
    assert "Two digits are enough" in learner.panel.rule.text()
    learner.start()
    assert learner.panel.rule.isVisible()


def test_an_answer_is_opened_again_with_the_digits_that_were_typed(learner: Learner) -> None:
    learner.start("gradients", "end")
    learner.type("-4.00")
    first = learner.questions()[0]
    assert learner.panel.layer.boxes[first].text == "−4.00"
    assert learner.panel.table.rows[0][1] == "−4.00"
    learner.click(first)
    assert learner.panel.typing.editor.text() == "-4.00"


def test_too_short_an_answer_waits_for_more_when_all_are_marked_at_the_end(
    learner: Learner,
) -> None:
    show(learner, parse_formula("f = sigmoid(x)"))
    learner.start("values", "end")
    (question,) = learner.questions()
    learner.type("0.7")
    assert not learner.panel.typing.editor.isVisible()
    QTest.mouseClick(learner.panel.check_button, LEFT)
    assert learner.panel.layer.boxes[question].look is BoxLook.ANSWERED
    assert "two digits" in learner.panel.card.mark
    assert learner.panel.table.rows[0][2] == "… too short"
    assert learner.panel.score.text() == "0 of 1"
    learner.click(question)
    learner.type("0.73")
    QTest.mouseClick(learner.panel.check_button, LEFT)
    assert learner.panel.layer.boxes[question].look is BoxLook.RIGHT
    # It was no try.
    assert "first try" in learner.panel.state_text


def test_the_cells_of_a_table_keep_the_digits_typed(qtbot: QtBot, tmp_path: Path) -> None:
    learner = Learner(make_page(qtbot, tmp_path), qtbot, "a4")
    learner.start()
    typing = learner.panel.typing
    learner.type("[0.44 0.52]")

    def fill(rows: list[list[str]]) -> None:
        QTest.keyClick(typing.editor, KEY.Key_T, Qt.KeyboardModifier.ControlModifier)
        assert typing.table.dialog is not None
        typing.table.dialog.show_rows(rows)
        typing.table.dialog.accept()

    fill([["0.088", "0.2"], ["0.10", "0.21"]])
    dialog = typing.table.dialog
    assert dialog is not None
    assert "two digits" in dialog.problem.text()
    dialog.show_rows([["0.088", "0.18"], ["0.10", "0.20"]])
    dialog.accept()
    assert learner.looks()[1] is BoxLook.WRONG
    learner.click(learner.questions()[1])
    QTest.keyClick(typing.editor, KEY.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert typing.table.dialog is not None
    assert typing.table.dialog.table.texts == [["0.088", "0.18"], ["0.10", "0.20"]]
    typing.table.dialog.show_rows([["0.088", "0.18"], ["0,10", "0.21"]])
    typing.table.dialog.accept()
    assert learner.looks()[1] is BoxLook.RIGHT


def test_fresh_numbers_by_which_a_slip_stays_right_are_told(learner: Learner) -> None:
    show(learner, parse_formula("f = 1.001*x"))
    panel, said = learner.panel, []
    panel.reported.connect(lambda text, kind: said.append((kind, text)))
    QTest.mouseClick(panel.fresh_button, LEFT)
    learner.qtbot.waitUntil(lambda: has_settled(panel))
    learner.qtbot.waitUntil(lambda: bool(said))
    assert said[0][0] == "info"
    assert "2 questions" in said[0][1]


def test_fresh_numbers_that_tell_every_slip_are_not_spoken_of(learner: Learner) -> None:
    panel, said = learner.panel, []
    panel.reported.connect(lambda text, kind: said.append(text))
    before = learner.page.document.graph
    QTest.mouseClick(panel.fresh_button, LEFT)
    learner.qtbot.waitUntil(lambda: learner.page.document.graph is not before)
    assert not said
