"""A function on its way to the graph space and back."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.activations.gate import OPERATION_MIME, function_drawing, function_mime
from desktop.activations.page import ActivationsPage
from desktop.graph_editor.document.clipboard import pasted_drawing
from desktop.graph_editor.palette import operation_search
from desktop.shell.space_button import SpaceButton
from engine.activations.activation_setup import CURVES, SIGNALS
from engine.autodiff.passes.evaluation import evaluate
from engine.drawing.drawing import Drawing
from engine.graph.model import Node
from tests.support.settling import settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sent(page: ActivationsPage) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    page.sent.connect(lambda space, value: found.append((space, value)))
    return found


def computed(drawing: Drawing) -> float:
    found = evaluate(drawing.graph)
    assert found.target is not None
    return float(found.values[found.target])


def test_the_button_sends_the_selected_function_as_a_gate_with_its_settings(
    page: ActivationsPage, sent: list[tuple[str, object]]
) -> None:
    QTest.mouseClick(page.functions.chip("elu"), LEFT)
    page.desk.set_settings("elu", {"alpha": 2.0})
    page.desk.set_x(-1.5)
    QTest.mouseClick(page.facts.gate_buttons[0], LEFT)
    ((space, drawing),) = sent
    assert space == "graph"
    assert isinstance(drawing, Drawing)
    names = [node.operation for node in drawing.graph.nodes.values()]
    assert names == ["input", "elu"]
    assert computed(drawing) == pytest.approx(2 * (np.exp(-1.5) - 1))


def test_a_typed_function_is_sent_as_its_graph(
    page: ActivationsPage, sent: list[tuple[str, object]]
) -> None:
    page.desk.add_own("c = x + 1; c*c")
    page.desk.set_x(2.0)
    page.gate.open_action.trigger()
    drawing = sent[0][1]
    assert isinstance(drawing, Drawing)
    assert computed(drawing) == 9.0
    page.desk.add_own("4")
    assert computed(function_drawing(page.desk, page.desk.selected)) == 4.0


def test_ctrl_c_copies_what_the_graph_space_can_paste(qtbot: QtBot, page: ActivationsPage) -> None:
    with qtbot.waitSignal(page.reported) as told:
        page.gate.copy_action.trigger()
    assert told.args[0] == "Copied; in the graph space, Ctrl+V puts it on the canvas."
    pasted = pasted_drawing(QGuiApplication.clipboard().text())
    assert [node.operation for node in pasted.graph.nodes.values()] == ["input", "sigmoid"]
    QGuiApplication.clipboard().clear()


def test_a_drag_carries_what_the_canvas_takes(page: ActivationsPage) -> None:
    assert OPERATION_MIME == operation_search.OPERATION_MIME
    assert function_mime(page.desk, "tanh").data(OPERATION_MIME).data() == b"tanh"
    name = page.desk.add_own("x**2")
    assert not function_mime(page.desk, name).hasFormat(OPERATION_MIME)
    assert len(pasted_drawing(function_mime(page.desk, name).text()).graph.nodes) == 2


def test_a_chip_pulled_away_is_dragged_and_not_clicked(
    page: ActivationsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[str] = []
    page.functions.drag_wanted.disconnect(page.gate.drag)
    page.functions.drag_wanted.connect(dragged.append)
    chip = page.functions.chip("gelu")
    start = chip.rect().center()
    QTest.mousePress(chip, LEFT, pos=start)
    QTest.mouseMove(chip, start + QPoint(2, 0))
    assert dragged == []
    QTest.mouseMove(chip, start + QPoint(QApplication.startDragDistance() + 4, 0))
    QTest.mouseRelease(chip, LEFT, pos=start + QPoint(30, 0))
    assert dragged == ["gelu"]
    assert "gelu" not in page.desk.chosen


def test_nothing_selected_nothing_to_send(page: ActivationsPage) -> None:
    for name in page.desk.chosen:
        page.desk.choose(name, False)
    assert not page.gate.open_action.isEnabled()
    page.desk.choose("tanh", True)
    assert page.gate.open_action.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_2)
    assert not page.gate.copy_action.isEnabled()


def test_a_gates_function_is_shown_with_the_gates_settings(page: ActivationsPage) -> None:
    page.views.choose(SIGNALS)
    page.receive(Node("leaky_relu", settings={"slope": 0.3}))
    assert page.views.name == CURVES
    assert page.desk.selected == "leaky_relu"
    assert page.desk.settings("leaky_relu") == {"slope": 0.3}
    assert page.functions.form("leaky_relu").values() == {"slope": 0.3}
    page.receive(Node("tanh"))
    assert page.desk.selected == "tanh"


def test_a_gate_with_one_input_that_is_no_activation_becomes_a_formula(
    qtbot: QtBot,
    page: ActivationsPage,
) -> None:
    page.receive(Node("sqrt"))
    assert page.desk.own == {"own_1": "sqrt(x)"}
    page.receive(Node("clip", settings={"low": -2.0, "high": 0.5}))
    settle(qtbot, page)
    x, y = page.curves.values.curve_data(page.desk.selected)
    assert y == pytest.approx(np.clip(x, -2.0, 0.5))


def test_a_gate_that_is_no_function_of_one_number_is_refused(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    before = page.desk.chosen
    with qtbot.waitSignal(page.reported) as told:
        page.receive(Node("matmul"))
    assert told.args[0] == "“matmul” is no function of one number, so it has no curve."
    page.receive("something else")
    assert page.desk.chosen == before


def entering(content: QMimeData) -> QDragEnterEvent:
    no_keys = Qt.KeyboardModifier.NoModifier
    return QDragEnterEvent(QPoint(4, 4), Qt.DropAction.CopyAction, content, LEFT, no_keys)


def dropping(content: QMimeData) -> QDropEvent:
    no_keys = Qt.KeyboardModifier.NoModifier
    return QDropEvent(QPointF(4, 4), Qt.DropAction.CopyAction, content, LEFT, no_keys)


def test_a_space_opens_while_something_is_held_over_its_button(
    qtbot: QtBot, page: ActivationsPage
) -> None:
    content = function_mime(page.desk, "tanh")
    button = SpaceButton()
    qtbot.addWidget(button)
    action = page.gate.copy_action
    button.setDefaultAction(action)
    button.show()
    with qtbot.waitSignal(action.triggered):
        QApplication.sendEvent(button, entering(content))
    QApplication.sendEvent(button, entering(content))
    with qtbot.assertNotEmitted(action.triggered, wait=0):
        QApplication.sendEvent(button, QDragLeaveEvent())
    QApplication.sendEvent(button, entering(content))
    with qtbot.waitSignal(action.triggered, timeout=200):
        QApplication.sendEvent(button, dropping(content))
    QGuiApplication.clipboard().clear()
