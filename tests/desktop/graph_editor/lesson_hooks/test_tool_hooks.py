"""What a lesson knows of the tools of the graph space, and does with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.tools.accumulate.panel import AccumulatePanel
from desktop.graph_editor.tools.modes.numerical_part import STEP
from desktop.graph_editor.tools.modes.panel import ModesPanel
from desktop.graph_editor.tools.paths.panel import PathsPanel
from engine.errors import EngineError
from engine.lessons.vocabulary.facts import find_fact
from engine.lessons.vocabulary.spaces import SPACES
from tests.desktop.graph_editor.lesson_hooks.conftest import TextFiles
from tests.support.settling import settle

NEURON = {"example": "a2"}
NINE_PATHS = {"example": "a5b"}
DOUBLE = {"example": "a9"}


def opened(page: GraphPage, state: dict[str, Any]) -> None:
    page.hooks().open_state(state, TextFiles())


def do(qtbot: QtBot, page: GraphPage, name: str, *arguments: object) -> None:
    page.hooks().commands()[name].run(*arguments)
    settle(qtbot, page)


def fact(page: GraphPage, name: str) -> Any:
    return page.hooks().facts()[name]


def heard_of(page: GraphPage, act: Callable[[], object]) -> bool:
    """Tell whether the hooks say that some fact changes while something is done."""
    heard: list[bool] = []
    page.hooks().facts_changed.connect(lambda: heard.append(True))
    act()
    return bool(heard)


def test_forward_mode_begins_with_each_input_in_turn(qtbot: QtBot, page: GraphPage) -> None:
    opened(page, NEURON)
    for name in ("w1", "x0"):
        do(qtbot, page, "moving", name)
        assert (fact(page, "tool"), fact(page, "mode")) == ("modes", "forward")
        assert fact(page, "moving") == name


def test_a_smaller_step_shrinks_the_numerical_error_until_round_off(
    qtbot: QtBot, page: GraphPage
) -> None:
    opened(page, NEURON)
    assert fact(page, "numerical_error") is None
    errors = {}
    for step in (1e-1, 1e-5, 1e-12):
        do(qtbot, page, "h", step)
        assert fact(page, "h") == pytest.approx(step)
        errors[step] = fact(page, "numerical_error")
    assert errors[1e-5] < 1e-9 < errors[1e-12]
    assert errors[1e-5] < 1e-9 < errors[1e-1]


def test_a_step_that_a_hand_moves_is_told(qtbot: QtBot, page: GraphPage) -> None:
    opened(page, NEURON)
    do(qtbot, page, "h", 1e-3)
    panel = page.dock.panel("modes")
    assert isinstance(panel, ModesPanel)
    slider = panel.numerical.form.slider(STEP)
    assert heard_of(page, lambda: QTest.keyClick(slider, Qt.Key.Key_Right))


def test_backward_passes_add_up_until_they_are_cleared(qtbot: QtBot, page: GraphPage) -> None:
    opened(page, DOUBLE)
    do(qtbot, page, "backward", 21.0)
    assert (fact(page, "passes"), fact(page, "grad_w")) == (21.0, 42.0)
    do(qtbot, page, "clear")
    assert (fact(page, "passes"), fact(page, "grad_w")) == (0.0, None)
    panel = page.dock.panel("accumulate")
    assert isinstance(panel, AccumulatePanel)
    assert heard_of(
        page, lambda: QTest.mouseClick(panel.backward_button, Qt.MouseButton.LeftButton)
    )
    assert (fact(page, "passes"), fact(page, "grad_w")) == (1.0, 2.0)


def test_nine_paths_factor_into_one_product(qtbot: QtBot, page: GraphPage) -> None:
    opened(page, NINE_PATHS)
    assert fact(page, "products") is None
    do(qtbot, page, "tool", "paths")
    assert (fact(page, "paths"), fact(page, "products")) == (9.0, 9.0)
    do(qtbot, page, "factor")
    assert fact(page, "products") == 1.0
    do(qtbot, page, "factor", 0.0)
    panel = page.dock.panel("paths")
    assert isinstance(panel, PathsPanel)
    forward = panel.factoring.buttons[2]
    assert heard_of(page, lambda: QTest.mouseClick(forward, Qt.MouseButton.LeftButton))
    assert 1.0 <= fact(page, "products") < 9.0


@pytest.mark.parametrize(
    ("command", "argument", "code"),
    [
        ("moving", "nobody", "no_node_named"),
        ("moving", "f", "nothing_to_push"),
        ("h", 1.0, "no_such_h"),
        ("backward", 1e9, "too_many_passes"),
        ("backward", 0.5, ""),
        ("factor", 0.5, ""),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(
    qtbot: QtBot, page: GraphPage, command: str, argument: object, code: str
) -> None:
    opened(page, NEURON)
    with pytest.raises(EngineError) as refused:
        do(qtbot, page, command, argument)
    assert refused.value.sentence
    if code:
        assert refused.value.code == code


def test_hidden_gradients_keep_the_tools_closed(qtbot: QtBot, page: GraphPage) -> None:
    opened(page, DOUBLE)
    page.hooks().set_hidden(frozenset({"gradients"}))
    settle(qtbot, page)
    for command in ("backward", "moving"):
        with pytest.raises(EngineError) as refused:
            do(qtbot, page, command, "w" if command == "moving" else 1.0)
        assert refused.value.code == "tool_closed"


def test_the_engine_knows_every_fact_and_command_of_the_page(page: GraphPage) -> None:
    opened(page, NEURON)
    assert set(page.hooks().commands()) <= set(SPACES["graph"].commands)
    unknown = [name for name in page.hooks().facts() if find_fact(name) is None]
    assert unknown == []
