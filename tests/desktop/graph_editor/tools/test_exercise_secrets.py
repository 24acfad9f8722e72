"""While an exercise runs its numbers leak nowhere, and no edit costs an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.graph_editor.canvas.tooltips import CanvasTooltips
from desktop.graph_editor.tools.exercise.answer_box import BoxLook
from desktop.graph_editor.tools.exercise.exercise_panel import ExercisePanel
from engine.arrays import as_array
from engine.drawing.edits import with_graph
from engine.graph.groups import group_nodes
from tests.support.exercise_hands import LEFT, Learner
from tests.support.graph_hands import make_page
from tests.support.graphs import node


@pytest.fixture
def learner(qtbot: QtBot, tmp_path: Path) -> Learner:
    return Learner(make_page(qtbot, tmp_path), qtbot)


def test_hidden_numbers_leak_nowhere(learner: Learner) -> None:
    page = learner.page
    document = page.document
    f, q = node(document.graph, "f"), node(document.graph, "q")
    page.scene.select([f])
    learner.start("both")
    assert "12" not in page.view.accessibleDescription()
    page.scene.select([])
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


def test_fresh_numbers_are_one_undo_step_and_old_answers_come_back_with_it(
    learner: Learner,
) -> None:
    learner.start()
    learner.type("-4")
    before = learner.page.document.graph
    count = len(learner.page.document.history.steps.made)
    with learner.qtbot.waitSignal(learner.page.document.changed):
        learner.panel.fresh_button.click()
    assert len(learner.page.document.history.steps.made) == count + 1
    assert learner.page.document.graph != before
    assert learner.looks() == [BoxLook.OPEN] * 4
    learner.page.document.history.undo()
    assert learner.looks() == [BoxLook.RIGHT, BoxLook.OPEN, BoxLook.OPEN, BoxLook.OPEN]
    assert learner.panel.score.text() == "1 of 4"
    learner.page.document.history.redo()
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
    document.history.undo()
    assert learner.looks()[0] is BoxLook.RIGHT
    assert not learner.panel.state_text
    document.history.redo()
    QTest.mouseClick(learner.panel.start_button, LEFT)
    assert learner.looks() == [BoxLook.OPEN] * 4
    document.remove(document.graph.nodes)
    assert "Undo brings" in learner.panel.state_text


def test_opening_another_graph_ends_it(learner: Learner) -> None:
    learner.start()
    with learner.qtbot.waitSignal(learner.panel.reported) as told:
        learner.page.examples.show_example("a5")
    assert told.args is not None
    assert "ended" in told.args[0]
    assert not learner.panel.run.is_running
    document = learner.page.document
    assert document.evaluation is document.whole_evaluation


def test_an_empty_canvas_has_nothing_to_ask(learner: Learner) -> None:
    learner.page.document.new()
    assert not learner.panel.start_button.isEnabled()
    assert not learner.panel.fresh_button.isEnabled()
    assert "nothing to ask yet" in learner.panel.state_text


def test_a_gate_without_wires_has_nothing_to_ask_either(learner: Learner) -> None:
    learner.page.document.new()
    learner.page.document.add_operation("exp", (0.0, 0.0))
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


def test_the_inside_of_a_group_is_hidden_too(qtbot: QtBot, tmp_path: Path) -> None:
    learner = Learner(make_page(qtbot, tmp_path), qtbot, "a2")
    page, graph = learner.page, learner.page.document.graph
    tail = [key for key in graph.gates() if graph.nodes[key].operation in ("negate", "exp")]
    grouped, group = group_nodes(graph, tail, "tail")
    page.document.push("group", with_graph(page.document.drawing, grouped))
    learner.start("both")
    outside = sum(box.isVisible() for box in learner.panel.layer.boxes.values())
    assert outside == len(learner.questions())
    page.document.go_to((group,))
    assert sum(box.isVisible() for box in learner.panel.layer.boxes.values()) < outside
    sources = set(graph.sources())
    assert page.document.shown_evaluation.values.keys() <= sources
    assert not page.document.shown_evaluation.gradients.wires
    page.document.go_to(())
    assert sum(box.isVisible() for box in learner.panel.layer.boxes.values()) == outside


def test_what_is_copied_and_exported_tells_no_hidden_number(learner: Learner) -> None:
    page, qtbot = learner.page, learner.qtbot
    clipboard = QGuiApplication.clipboard()

    def copied(name: str) -> str:
        page.exports.actions_by_name[f"copy_{name}"].trigger()
        qtbot.waitUntil(lambda: has_settled(page.exports))
        return clipboard.text()

    with_numbers = "n3 -> n5 [label="
    assert with_numbers in copied("dot")
    learner.start("both")
    for name in ("dot", "numpy", "pytorch", "latex"):
        text = copied(name)
        assert "12" not in text
        assert with_numbers not in text
        assert "n3 -> n5" in text or name != "dot"
    page.exports.actions_by_name["copy_picture"].trigger()
    qtbot.waitUntil(lambda: has_settled(page.exports))
    svg = bytes(clipboard.mimeData().data("image/svg+xml").data()).decode()
    assert 'aria-label="−12"' not in svg
    learner.panel.finish_button.click()
    assert with_numbers in copied("dot")


def test_muting_a_gate_suspends_the_exercise(learner: Learner) -> None:
    learner.start()
    page = learner.page
    page.scene.select([node(page.document.graph, "q")])
    page.canvas_actions["mute"].trigger()
    assert "Undo brings" in learner.panel.state_text
    page.document.history.undo()
    assert not learner.panel.state_text
