"""Exercises: numbers are hidden, typed on the canvas, marked, and shown again at the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.canvas_tooltips import CanvasTooltips
from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.tools.exercise.answer_box import BoxLook
from desktop.graph_editor.tools.exercise.exercise_panel import ExercisePanel
from engine.arrays import as_array
from engine.exercises.question import Question
from engine.graph.model import InputPort
from tests.support.graph_hands import make_page
from tests.support.graphs import node

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class Learner:
    """Hands for an exercise: presses its buttons and types into its boxes."""

    def __init__(self, page: GraphPage, qtbot: QtBot, example: str = "a1") -> None:
        self.page, self.qtbot = page, qtbot
        page.files.show_example(example)
        page.dock.actions_by_name["exercise"].trigger()
        panel = page.dock.panel("exercise")
        assert isinstance(panel, ExercisePanel)
        self.panel = panel

    def start(self, kind: str = "gradients", mark: str = "once") -> None:
        QTest.mouseClick(self.panel.kind.button(kind), LEFT)
        QTest.mouseClick(self.panel.marking.button(mark), LEFT)
        QTest.mouseClick(self.panel.start_button, LEFT)

    def type(self, text: str, key: Qt.Key = KEY.Key_Return) -> None:
        """Type an answer into the box that is open, or into the one that Tab opens."""
        editor = self.panel.typing.editor
        if not editor.isVisible():
            QTest.keyClick(self.page.view, KEY.Key_Tab)
        assert editor.isVisible()
        editor.selectAll()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, key)

    def click(self, question: Question) -> None:
        """Click the box of a question."""
        rect = self.panel.layer.rect(question)
        assert rect is not None
        place = self.page.view.mapFromScene(rect.center())
        QTest.mouseClick(self.page.view.viewport(), LEFT, pos=place)

    def looks(self) -> list[BoxLook]:
        return [box.look for box in self.panel.layer.boxes.values()]

    def questions(self) -> tuple[Question, ...]:
        return self.panel.run.exercise.questions


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


def test_hidden_numbers_leak_nowhere(learner: Learner) -> None:
    page = learner.page
    learner.start("both")
    document = page.document
    f, q = node(document.graph, "f"), node(document.graph, "q")
    assert f not in document.evaluation.values
    assert not document.evaluation.gradients.wires
    tooltips = CanvasTooltips(document, page.scene.hits, page.scene.labels)
    for port in document.graph.wires:
        place = page.scene.items_shown.input_point(port) - QPointF(40, 0)
        for number in ("-12", "−12", "3.0"):
            assert number not in tooltips.text_at(place)
    page.dock.actions_by_name["inspector"].trigger()
    page.inspector.refresh()
    assert not page.inspector.overview.gradient_table.isVisible()
    assert all("12" not in line for line in page.inspector.overview.formulas)
    assert all(row[2] == "—" for row in page.inspector.overview.input_rows)
    for wanted in (q, f):
        page.scene.select([wanted])
        page.inspector.refresh()
        _, value, _ = page.inspector.node_panel.facts.texts
        assert "exercise" in value
        assert all("12" not in line for line in page.inspector.node_panel.formulas)
    for position in range(page.walk.last + 1):
        page.walk.go(position)
        shown = page.walk.numbers()
        assert f not in shown.values
        assert not shown.gradients.wires
        assert all("12" not in line for line in page.step_card.formulas)
    for item in page.scene.labels.all_items():
        assert all(label.text not in ("−12", "3") for label in item.labels)


def test_other_tools_stay_closed_and_the_inspector_keeps_the_boxes(learner: Learner) -> None:
    learner.start()
    actions = learner.page.dock.actions_by_name
    enabled = {name for name, action in actions.items() if action.isEnabled()}
    assert enabled == {"inspector", "exercise"}
    actions["inspector"].trigger()
    learner.click(learner.questions()[0])
    learner.type("-4")
    assert learner.looks()[0] is BoxLook.RIGHT
    actions["exercise"].trigger()
    learner.panel.finish_button.click()
    assert all(action.isEnabled() for action in actions.values())


def test_finishing_shows_every_number_again(learner: Learner) -> None:
    learner.start("both")
    learner.panel.finish_button.click()
    document = learner.page.document
    assert document.evaluation is document.whole_evaluation
    assert not learner.panel.layer.boxes
    texts = {label.text for item in learner.page.scene.labels.all_items() for label in item.labels}
    assert {"−12", "3", "−4"} <= texts


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


def test_fresh_numbers_are_one_undo_step_and_old_answers_come_back_with_it(
    learner: Learner,
) -> None:
    learner.start()
    learner.type("-4")
    before = learner.page.document.graph
    count = learner.page.document.undo_stack.count()
    with learner.qtbot.waitSignal(learner.page.document.changed):
        learner.panel.fresh_button.click()
    assert learner.page.document.undo_stack.count() == count + 1
    assert learner.page.document.graph != before
    assert learner.looks() == [BoxLook.OPEN] * 4
    learner.page.document.undo_stack.undo()
    assert learner.looks() == [BoxLook.RIGHT, BoxLook.OPEN, BoxLook.OPEN, BoxLook.OPEN]
    assert learner.panel.score.text() == "1 of 4"
    learner.page.document.undo_stack.redo()
    assert learner.looks() == [BoxLook.OPEN] * 4


def test_an_edit_suspends_the_exercise_and_undo_brings_the_answers_back(
    learner: Learner,
) -> None:
    learner.start()
    learner.type("-4")
    document = learner.page.document
    x = node(document.graph, "x")
    document.rename(x, "a")
    assert learner.looks()[0] is BoxLook.RIGHT
    document.set_value(x, as_array(7.0))
    assert not learner.panel.layer.boxes
    assert "Undo brings" in learner.panel.state_text
    assert not document.evaluation.gradients.wires
    document.undo_stack.undo()
    assert learner.looks()[0] is BoxLook.RIGHT
    assert not learner.panel.state_text
    document.undo_stack.redo()
    QTest.mouseClick(learner.panel.start_button, LEFT)
    assert learner.looks() == [BoxLook.OPEN] * 4
    document.remove(document.graph.nodes)
    assert "Undo brings" in learner.panel.state_text


def test_opening_another_graph_ends_it(learner: Learner) -> None:
    learner.start()
    with learner.qtbot.waitSignal(learner.panel.reported) as told:
        learner.page.files.show_example("a5")
    assert told.args is not None
    assert "ended" in told.args[0]
    assert not learner.panel.run.is_running
    document = learner.page.document
    assert document.evaluation is document.whole_evaluation


def test_an_empty_canvas_has_nothing_to_ask(learner: Learner) -> None:
    learner.page.document.new()
    with learner.qtbot.waitSignal(learner.panel.reported) as told:
        QTest.mouseClick(learner.panel.start_button, LEFT)
    assert told.args is not None
    assert "nothing to ask" in told.args[0]
    with learner.qtbot.waitSignal(learner.panel.reported) as told:
        learner.panel.fresh_button.click()
    assert told.args is not None
    assert "No other numbers" in told.args[0]


def test_another_page_goes_on_where_this_one_stood(
    learner: Learner, qtbot: QtBot, tmp_path: Path
) -> None:
    learner.start("gradients", "end")
    learner.type("-4")
    learner.panel.hint_button.click()
    state = learner.page.snapshot()
    other = make_page(qtbot, tmp_path)
    other.restore(state)
    panel = other.dock.panel("exercise")
    assert isinstance(panel, ExercisePanel)
    assert next(box.look for box in panel.layer.boxes.values()) is BoxLook.ANSWERED
    assert panel.score.text() == "0 of 4, 1 hint"
    assert panel.marking.name == "end"
    assert not other.document.evaluation.gradients.wires
    assert not other.dock.actions_by_name["paths"].isEnabled()


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
