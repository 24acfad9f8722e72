"""Exercises: boxes on the canvas are filled in by mouse and keys, and each is marked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.tools.exercise.answer_box import BoxLook
from engine.graph.model import InputPort
from tests.support.exercise_hands import KEY, LEFT, Learner
from tests.support.graph_hands import make_page


@pytest.fixture
def learner(qtbot: QtBot, tmp_path: Path) -> Learner:
    return Learner(make_page(qtbot, tmp_path), qtbot)


def test_boxes_stand_where_the_hidden_numbers_would(learner: Learner) -> None:
    learner.start()
    page, boxes = learner.page, learner.panel.layer.boxes
    assert learner.looks() == [BoxLook.OPEN] * 4
    for question, box in boxes.items():
        assert question.port is not None
        end = page.scene.items_shown.input_point(question.port)
        assert box.rect.top() >= end.y()
        assert box.rect.right() <= end.x()
        assert end.x() - box.rect.right() < 40
    # They go where their gates go.
    port = learner.questions()[0].port
    assert port is not None
    before = boxes[learner.questions()[0]].pos()
    x, y = page.document.drawing.positions[port.node]
    page.document.move({port.node: (x + 50, y + 30)})
    learner.qtbot.waitUntil(lambda: boxes[learner.questions()[0]].pos() == before + QPointF(50, 30))


def test_an_exercise_is_done_by_the_keyboard_alone(learner: Learner) -> None:
    learner.panel.start_button.setFocus()
    QTest.keyClick(learner.panel.start_button, KEY.Key_Space)
    for text in ("-4", "3", "-8/2", "-4,0"):
        learner.type(text)
    assert learner.looks() == [BoxLook.RIGHT] * 4
    assert learner.panel.score.text() == "4 of 4"
    assert "first try" in learner.panel.state_text
    assert not learner.panel.typing.editor.isVisible()
    assert learner.page.view.hasFocus()


def test_a_wrong_answer_is_crossed_and_its_slip_named_in_panel_and_balloon(
    learner: Learner,
) -> None:
    learner.start()
    to_z = learner.questions()[1]
    learner.click(to_z)
    learner.type("-4")
    box = learner.panel.layer.boxes[to_z]
    assert (box.look, box.text) == (BoxLook.WRONG, "−4")
    assert "Swapped the inputs" in learner.panel.card.mark
    assert "Swapped the inputs" in learner.panel.typing.balloon.text()
    assert learner.panel.typing.balloon.isVisible()
    assert learner.panel.table.rows[1][1:] == ["−4", "✗ Swapped the inputs"]
    assert learner.panel.score.text() == "0 of 4, 1 wrong"
    # Enter on the canvas tries again.
    QTest.keyClick(learner.page.view, KEY.Key_Return)
    learner.type("3")
    assert box.look is BoxLook.RIGHT
    assert not learner.panel.typing.balloon.isVisible()


def test_tab_leads_on_past_a_wrong_answer_and_shift_tab_back(learner: Learner) -> None:
    learner.start()
    learner.type("7")
    assert learner.panel.run.current == learner.questions()[0]
    QTest.keyClick(learner.page.view, KEY.Key_Tab)
    assert learner.panel.run.current == learner.questions()[1]
    QTest.keyClick(learner.panel.typing.editor, KEY.Key_Tab)
    assert learner.panel.run.current == learner.questions()[2]
    QTest.keyClick(learner.panel.typing.editor, KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert learner.panel.run.current == learner.questions()[1]
    QTest.keyClick(learner.panel.typing.editor, KEY.Key_Escape)
    assert not learner.panel.typing.editor.isVisible()
    assert learner.page.view.hasFocus()
    QTest.keyClick(learner.page.view, KEY.Key_Tab)
    assert learner.panel.run.current == learner.questions()[1]
    assert learner.panel.typing.editor.isVisible()


def test_a_text_that_is_no_number_stays_open_with_the_reason(learner: Learner) -> None:
    learner.start()
    learner.type("four")
    assert learner.panel.typing.editor.isVisible()
    assert learner.panel.typing.balloon.isVisible()
    learner.type("[1, 2]")
    assert learner.panel.typing.editor.isVisible()
    assert learner.looks() == [BoxLook.OPEN] * 4


def test_what_follows_from_an_earlier_slip_is_right_with_that_number(learner: Learner) -> None:
    learner.start()
    learner.type("3")
    learner.click(learner.questions()[2])
    learner.type("3")
    assert learner.looks()[2] is BoxLook.FOLLOWS
    learner.click(learner.questions()[2])
    assert "earlier number" in learner.panel.card.mark
    # It would give the first answer away.
    evaluation = learner.page.document.evaluation
    assert learner.questions()[2].port not in evaluation.gradients.wires


def test_answers_are_marked_together_at_the_end(learner: Learner) -> None:
    learner.start("gradients", "end")
    for text in ("-4", "-4", "-4", "4"):
        learner.type(text)
    assert learner.looks() == [BoxLook.ANSWERED] * 4
    assert learner.panel.score.text() == "0 of 4"
    assert not learner.page.document.evaluation.gradients.wires
    QTest.mouseClick(learner.panel.check_button, LEFT)
    assert learner.looks() == [BoxLook.RIGHT, BoxLook.WRONG, BoxLook.RIGHT, BoxLook.WRONG]
    assert "Swapped" in learner.panel.card.mark
    assert [row[2] for row in learner.panel.table.rows][3] == "✗ Wrong sign"
    assert learner.panel.score.text() == "2 of 4, 2 wrong"


def test_hints_go_from_the_rule_to_the_numbers_and_count(learner: Learner) -> None:
    learner.start()
    panel = learner.panel
    panel.hint_button.click()
    assert panel.card.hint.startswith("Switcher")
    assert panel.card.formulas == []
    panel.hint_button.click()
    assert "partial" in "".join(panel.card.formulas)
    panel.hint_button.click()
    assert not panel.hint_button.isEnabled()
    assert "-4" in panel.card.formulas[-1].replace("−", "-")
    assert panel.score.text() == "0 of 4, 3 hints"
    # A hint that needs an unanswered number leads there instead of telling it.
    learner.click(learner.questions()[2])
    for _ in range(3):
        panel.hint_button.click()
    assert "Gradient of q" in panel.card.hint


def test_hints_for_values_and_sums(qtbot: QtBot, tmp_path: Path) -> None:
    learner = Learner(make_page(qtbot, tmp_path), qtbot, "a5")
    learner.start("both")
    learner.panel.hint_button.click()
    assert learner.panel.card.hint
    for _ in range(2):
        learner.panel.hint_button.click()
    assert learner.panel.card.formulas[-1].count("=") <= 1
    total = learner.questions()[-1]
    learner.panel.run.choose(total)
    for _ in range(2):
        learner.panel.hint_button.click()
    assert "adds up" in learner.panel.card.hint
    assert "5" not in "".join(learner.panel.card.formulas)


def test_revealing_shows_the_number_and_does_not_count_as_found(learner: Learner) -> None:
    learner.start()
    QTest.keyClick(learner.panel.typing.editor, KEY.Key_F7)
    # A button pressed by its key stays down for a moment.
    learner.qtbot.waitUntil(lambda: learner.looks()[0] is BoxLook.REVEALED)
    assert learner.panel.run.current == learner.questions()[1]
    assert learner.panel.score.text() == "0 of 4, 1 revealed"
    QTest.mouseClick(learner.panel.reveal_all_button, LEFT)
    assert learner.looks() == [BoxLook.REVEALED] * 4
    assert learner.panel.score.text() == "0 of 4, 4 revealed"
    assert "Nothing is left" in learner.panel.state_text


def test_a_sum_over_branches_is_asked_under_its_node(qtbot: QtBot, tmp_path: Path) -> None:
    learner = Learner(make_page(qtbot, tmp_path), qtbot, "a5")
    learner.start()
    total = learner.questions()[-1]
    for text in ("2", "3", "3", "2", "2", "3"):
        learner.type(text)
    assert "Missed a branch" in learner.panel.card.mark
    learner.click(total)
    learner.type("5")
    assert learner.looks() == [BoxLook.RIGHT] * 6
    (label,) = learner.page.scene.labels.sums[total.node].labels
    assert label.text.endswith("= 5")


def test_matrices_are_typed_in_brackets(qtbot: QtBot, tmp_path: Path) -> None:
    learner = Learner(make_page(qtbot, tmp_path), qtbot, "a4")
    learner.start()
    assert learner.panel.typing.editor.placeholderText() == "[a, b]"
    learner.type("[0.44 0.52]")
    assert learner.panel.typing.editor.placeholderText() == "[[a, b], [c, d]]"
    learner.type("[[0.088, 0.104], [0.176, 0.208]]")
    assert "Transposed" in learner.panel.card.mark
    learner.click(learner.questions()[1])
    learner.type("[[0.088, 0.176], [0.104, 0.208]]")
    assert learner.looks()[:2] == [BoxLook.RIGHT, BoxLook.RIGHT]


def test_matrices_are_typed_as_a_table_too(qtbot: QtBot, tmp_path: Path) -> None:
    learner = Learner(make_page(qtbot, tmp_path), qtbot, "a4")
    learner.start()
    typing = learner.panel.typing
    learner.type("[0.44 0.52]")
    QTest.keyClick(typing.editor, KEY.Key_T, Qt.KeyboardModifier.ControlModifier)
    dialog = typing.table.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert "W" in dialog.windowTitle()
    assert dialog.table.texts == [["", ""], ["", ""]]
    # What is left empty is no 0 and no answer.
    dialog.accept()
    assert typing.table.dialog is dialog
    assert dialog.problem.isVisible()
    dialog.show_rows([["0.088", "0.176"], ["0.104", "0.208"]])
    dialog.accept()
    assert typing.table.dialog is None
    assert learner.looks()[:2] == [BoxLook.RIGHT, BoxLook.RIGHT]
    # The next box is open, as after Enter.
    assert typing.editor.isVisible()
    assert learner.panel.run.current == learner.questions()[2]


def test_a_number_has_no_table(learner: Learner) -> None:
    learner.start()
    typing = learner.panel.typing
    assert typing.editor.isVisible()
    QTest.keyClick(typing.editor, KEY.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert typing.table.dialog is None


def test_f5_starts_without_leaving_the_canvas(learner: Learner) -> None:
    learner.page.view.setFocus()
    QTest.keyClick(learner.page.view, KEY.Key_F5)
    learner.qtbot.waitUntil(lambda: learner.looks() == [BoxLook.OPEN] * 4)
    assert learner.panel.typing.editor.isVisible()


def test_values_stand_above_their_wires_and_at_the_result(learner: Learner) -> None:
    learner.start("values")
    to_q, to_f = learner.questions()
    port = InputPort(to_f.node, 0)
    end = learner.page.scene.items_shown.input_point(port)
    rect = learner.panel.layer.rect(to_q)
    assert rect is not None
    assert rect.bottom() <= end.y()
    result = learner.panel.layer.rect(to_f)
    assert result is not None
    assert result.left() >= learner.page.scene.items_shown.output_point(to_f.node).x()
    learner.type("3")
    learner.type("-12")
    assert learner.looks() == [BoxLook.RIGHT] * 2
    document = learner.page.document
    assert document.evaluation.gradients.wires == document.whole_evaluation.gradients.wires


def test_marking_can_change_in_the_middle(learner: Learner) -> None:
    learner.start("gradients", "end")
    learner.type("-4")
    QTest.mouseClick(learner.panel.marking.button("once"), LEFT)
    assert learner.looks()[0] is BoxLook.RIGHT
    assert not learner.panel.check_button.isVisible()


def test_a_row_of_the_table_turns_to_its_box(learner: Learner) -> None:
    learner.start()
    learner.panel.table.chosen.emit(learner.questions()[2])
    assert learner.panel.run.current == learner.questions()[2]
    assert learner.panel.typing.editor.isVisible()


def test_a_number_typed_on_the_canvas_corrects_a_wrong_answer(learner: Learner) -> None:
    learner.start()
    learner.type("3")
    view = learner.page.view
    zoom = view.transform().m11()
    # Minus alone would zoom.
    QTest.keyClick(view, KEY.Key_Minus)
    editor = learner.panel.typing.editor
    assert editor.isVisible()
    assert view.transform().m11() == zoom
    QTest.keyClicks(editor, "4")
    QTest.keyClick(editor, KEY.Key_Return)
    assert learner.looks()[0] is BoxLook.RIGHT


def test_a_number_typed_on_the_canvas_begins_the_current_box(learner: Learner) -> None:
    learner.start()
    view, editor = learner.page.view, learner.panel.typing.editor
    QTest.keyClick(editor, KEY.Key_Escape)
    assert not editor.isVisible()
    zoom = view.transform().m11()
    QTest.keyClick(view, KEY.Key_Minus)
    QTest.keyClicks(editor, "4")
    QTest.keyClick(editor, KEY.Key_Return)
    assert view.transform().m11() == zoom
    assert learner.looks()[0] is BoxLook.RIGHT


def test_the_balloon_leaves_with_the_question_that_it_speaks_of(learner: Learner) -> None:
    learner.start()
    learner.type("3")
    balloon = learner.panel.typing.balloon
    assert balloon.isVisible()
    QTest.mouseClick(learner.panel.reveal_button, LEFT)
    assert learner.looks()[0] is BoxLook.REVEALED
    assert not balloon.isVisible()


def test_the_score_outlives_the_exercise_until_the_next(learner: Learner) -> None:
    learner.start()
    learner.type("-4")
    learner.type("-4")
    QTest.mouseClick(learner.panel.finish_button, LEFT)
    assert learner.panel.score.isVisible()
    assert learner.panel.score.text() == "Finished: 1 of 4, 1 wrong"
    learner.start()
    assert learner.panel.score.text() == "0 of 4"


def test_hints_leave_the_buttons_under_the_pointer(learner: Learner) -> None:
    learner.start()
    panel = learner.panel
    place = panel.hint_button.pos()
    for _ in range(3):
        QTest.mouseClick(panel.hint_button, LEFT)
        layout = panel.layout()
        assert layout is not None
        layout.activate()
    assert panel.card.formulas
    assert panel.hint_button.pos() == place


@pytest.mark.parametrize("example", ["a2", "a5", "a5b"])
def test_no_two_rows_ask_for_the_same(qtbot: QtBot, tmp_path: Path, example: str) -> None:
    page = make_page(qtbot, tmp_path)
    learner = Learner(page, qtbot, example)
    learner.start()
    rows = [row[0] for row in learner.panel.table.rows]
    assert len(set(rows)) == len(rows)
    names = page.document.graph.names.values()
    # What a row calls a gate is what its card on the canvas says.
    assert all(row.removeprefix("∂").split(" ")[0] in names for row in rows)
