"""What the graph space hands to others: a surface over two inputs, and the curve of a gate."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from engine.graph.model import Node
from tests.support.graph_hands import make_page
from tests.support.graphs import node


def test_a_graph_of_two_free_inputs_goes_down_as_a_surface(qtbot: QtBot, tmp_path: Path) -> None:
    page = make_page(qtbot, tmp_path)
    action = page.canvas_actions["send_to_optimizers"]
    page.examples.show_example("a8")
    with qtbot.waitSignal(page.sent) as sent:
        action.trigger()
    assert sent.args == ["optimizers", page.document.drawing]


@pytest.mark.parametrize(
    ("example", "names"), [("a1", "depends on 3: x, y, z"), ("", "without a result")]
)
def test_another_graph_says_why_it_is_no_surface(
    qtbot: QtBot, tmp_path: Path, example: str, names: str
) -> None:
    page = make_page(qtbot, tmp_path)
    if example:
        page.examples.show_example(example)
    else:
        page.files.new()
    sent: list[str] = []
    page.sent.connect(lambda space, _: sent.append(space))
    page.activateWindow()
    page.view.setFocus()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.reported) as told:
        QTest.keyClick(
            page.view,
            Qt.Key.Key_O,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
        )
    assert names in told.args[0]
    assert told.args[1] == "warning"
    assert sent == []


def test_a_gate_shows_its_curve_from_the_inspector(qtbot: QtBot, tmp_path: Path) -> None:
    page = make_page(qtbot, tmp_path)
    page.examples.show_example("a3")
    action = page.canvas_actions["show_curve"]
    page.scene.select([node(page.document.graph, "x0")])
    assert not action.isEnabled()
    page.scene.select([node(page.document.graph, "f")])
    page.inspector.refresh()
    buttons = page.inspector.node_panel.findChildren(QToolButton)
    (button,) = (button for button in buttons if button.defaultAction() is action)
    assert button.isVisible()
    with qtbot.waitSignal(page.sent) as sent:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    space, value = sent.args
    assert space == "activations"
    assert isinstance(value, Node)
    assert value.operation == "sigmoid"
