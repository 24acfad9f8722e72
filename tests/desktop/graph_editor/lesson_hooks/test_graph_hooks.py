"""What a lesson knows of the graph space, opens there and does there."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.lesson_hooks.graph_opening import KEYS
from desktop.graph_editor.page import GraphPage
from engine.drawing.serialization import to_json
from engine.errors import EngineError
from engine.lessons.vocabulary.facts import find_fact
from engine.lessons.vocabulary.spaces import SPACES
from engine.operations.catalog import OPERATIONS
from tests.desktop.graph_editor.lesson_hooks.conftest import TextFiles
from tests.support.settling import settle

CHAIN = {"formula": "q = x + y; f = q*z", "values": {"x": -2.0, "y": 5.0, "z": -4.0}}


def opened(page: GraphPage, state: dict[str, Any], files: TextFiles | None = None) -> None:
    page.hooks().open_state(state, files or TextFiles())


def do(page: GraphPage, name: str, *arguments: object) -> None:
    page.hooks().commands()[name].run(*arguments)


def fact(page: GraphPage, name: str) -> Any:
    return page.hooks().facts()[name]


def test_a_formula_with_values_is_opened_and_known_by_name(page: GraphPage) -> None:
    opened(page, CHAIN)
    wanted = {
        "value_x": -2.0, "value_q": 3.0, "value_f": -12.0, "result": -12.0,
        "grad_z": 3.0, "grad_x": -4.0, "grad_f": 1.0,
        "gates": 2.0, "gates_add": 1.0, "gates_multiply": 1.0, "gates_max": 0.0, "wires": 4.0,
        "groups": 0.0, "walk": 5.0, "walk_last": 5.0, "walk_forward": 2.0, "phase": "all",
        "tool": "inspector", "mode": "reverse", "selected": (),
        "paths": None, "exercise_right": None, "exercise_total": None, "moving": None,
    }  # fmt: skip
    facts = page.hooks().facts()
    assert {name: facts[name] for name in wanted} == wanted
    assert fact(page, "formula") == "q = x + y; f = q*z"
    # What a lesson opens is no step to undo and no unsaved work of a file.
    assert not page.document.history.steps.made
    assert page.document.path is None


def test_every_operation_is_counted_by_its_name(page: GraphPage) -> None:
    facts = page.hooks().facts()
    assert {f"gates_{name}" for name in OPERATIONS} <= set(facts)


def test_facts_that_are_arrays_keep_their_shape(page: GraphPage) -> None:
    opened(page, {"formula": "y = W@x", "values": {"W": [[1, 2], [3, 4]], "x": [5, 6]}})
    assert np.array_equal(fact(page, "value_y"), [17, 39])
    assert fact(page, "value_W").shape == (2, 2)


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ({"formula": "f = x +"}, None),
        ({"formula": 3}, "lesson_text"),
        ({**CHAIN, "values": {"w": 1.0}}, "no_node_named"),
        ({**CHAIN, "values": {"q": 1.0}}, "value_of_gate"),
        ({**CHAIN, "values": {"x": "2"}}, "lesson_value"),
        ({**CHAIN, "values": {"x": [[1, 2], [3]]}}, "lesson_value"),
        ({**CHAIN, "values": {"x": float("nan")}}, "lesson_value"),
        ({**CHAIN, "values": {"x": True}}, "lesson_value"),
        ({**CHAIN, "values": [1]}, "lesson_table"),
        ({"formula": "y = W@x", "values": {"W": [[1, 2]], "x": [1, 2, 3]}}, None),
        ({"example": "a77"}, "choice_name"),
        ({"file": "none.json"}, "file_missing"),
        ({"file": "../a.json"}, "lesson_path"),
        ({"drawing": "{}"}, "file_foreign"),
        ({**CHAIN, "tool": "hammer"}, "choice_name"),
        ({**CHAIN, "mode": "sideways"}, "choice_name"),
        ({**CHAIN, "walk": "home"}, "choice_name"),
        ({**CHAIN, "speed": 3}, "lesson_key"),
    ],
)
def test_what_is_wrong_with_a_state_is_said(
    page: GraphPage, state: dict[str, Any], code: str | None
) -> None:
    before = page.document.drawing
    with pytest.raises(EngineError) as caught:
        opened(page, state)
    assert code is None or caught.value.code == code
    assert caught.value.sentence.endswith(".")
    assert page.document.drawing is before


def test_what_a_state_does_not_name_is_as_at_first(page: GraphPage) -> None:
    opened(page, {**CHAIN, "tool": "paths", "walk": "start"})
    do(page, "select", "x", "f")
    page.formula_bar.restore_draft("f = x +")
    assert fact(page, "tool") == "paths"
    assert fact(page, "phase") == "start"
    opened(page, {})
    assert fact(page, "tool") == "inspector"
    assert fact(page, "phase") == "all"
    assert fact(page, "selected") == ()
    assert page.document.drawing.title
    assert page.formula_bar.draft() is None


def test_an_example_and_a_file_are_opened(page: GraphPage) -> None:
    opened(page, {"example": "a5"})
    assert fact(page, "formula").startswith("c = a + b")
    text = to_json(page.document.drawing)
    opened(page, {})
    opened(page, {"file": "own.json", "values": {"a": 7.0}}, TextFiles(own_json=text))
    assert fact(page, "value_a") == 7.0
    assert json.loads(text)["title"] == page.document.drawing.title


@pytest.mark.parametrize(
    "state",
    [
        CHAIN,
        {**CHAIN, "tool": "paths", "walk": "3"},
        {**CHAIN, "tool": "modes", "mode": "forward"},
        {"formula": "y = W@x", "values": {"W": [[1.0, 2.0]], "x": [3.0, 4.0]}},
        {"example": "a2"},
        {"example": "a10"},
    ],
)
def test_a_state_that_is_written_down_opens_the_same(
    page: GraphPage, state: dict[str, Any]
) -> None:
    opened(page, state)
    graph, written = page.document.graph, page.hooks().state()
    opened(page, {})
    opened(page, written)
    names = list(graph.names.values())
    assert list(page.document.graph.names.values()) == names
    assert page.hooks().state() == written
    assert set(written) >= set(state) - {"example"}


def test_groups_are_written_down_with_the_drawing(page: GraphPage) -> None:
    opened(page, {"formula": "a = x + y; b = exp(a); c = b*2", "values": {"x": 1.0}})
    do(page, "group", "a", "b")
    written = page.hooks().state()
    opened(page, {})
    opened(page, {"file": "own.json"}, TextFiles(own_json=written["drawing"]))
    assert (fact(page, "groups"), fact(page, "value_x")) == (1.0, 1.0)


def test_commands_do_what_a_learner_does_and_are_undone(page: GraphPage) -> None:
    opened(page, CHAIN)
    count = 0

    def step(name: str, *arguments: object) -> None:
        nonlocal count
        do(page, name, *arguments)
        count += 1
        assert len(page.document.history.steps.made) == count, name

    step("set", "x", 3.0)
    assert fact(page, "value_q") == 8.0
    step("set", "z", np.array([1.0, 2.0]))
    assert np.array_equal(fact(page, "grad_z"), [8.0, 8.0])
    step("formula", "f = leaky_relu(x)*y")
    step("setting", "q", "slope", 0.5)
    step("formula", "a = x + y; b = exp(a); c = b*2")
    step("group", "a", "b")
    assert fact(page, "groups") == 1.0
    step("ungroup")
    assert fact(page, "groups") == 0.0
    for _ in range(count):
        page.document.history.undo()
    assert fact(page, "formula") == CHAIN["formula"]


def test_gates_are_added_and_wired_by_name(page: GraphPage) -> None:
    opened(page, {"formula": "f = x + 1", "values": {"x": 5.0}})
    do(page, "add", "input", "y")
    do(page, "set", "y", 2.0)
    do(page, "add", "subtract", "d")
    do(page, "connect", "x", "d")
    assert fact(page, "value_d") is None
    do(page, "connect", "y", "d")
    assert fact(page, "value_d") == 3.0
    do(page, "connect", "x", "d", 2)
    assert fact(page, "value_d") == 0.0
    with pytest.raises(EngineError, match="2 inputs and none of number 3"):
        do(page, "connect", "x", "d", 3.0)
    with pytest.raises(EngineError) as caught:
        do(page, "connect", "d", "w")
    assert caught.value.code == "no_node_named"
    with pytest.raises(EngineError):
        do(page, "add", "hammer")
    with pytest.raises(EngineError):
        do(page, "set", "d", 1.0)


def test_walking_and_tools(page: GraphPage, qtbot: QtBot) -> None:
    opened(page, CHAIN)
    do(page, "walk", "start")
    assert (fact(page, "walk"), fact(page, "phase")) == (0.0, "start")
    do(page, "walk", "next")
    assert fact(page, "phase") == "forward"
    do(page, "walk", "forward_end")
    assert fact(page, "walk") == fact(page, "walk_forward")
    do(page, "walk", "next")
    assert fact(page, "phase") == "backward"
    do(page, "walk", "back")
    do(page, "walk", "4")
    assert fact(page, "walk") == 4.0
    do(page, "walk", "end")
    do(page, "tool", "paths")
    do(page, "select", "x", "f")
    settle(qtbot, page)
    assert fact(page, "paths") == 1.0
    do(page, "mode", "forward")
    assert (fact(page, "mode"), fact(page, "moving")) == ("forward", "x")
    do(page, "mode", "numerical")
    assert fact(page, "h") > 0
    do(page, "nudge", "y", 0.25)
    settle(qtbot, page)
    panel = page.dock.panel("nudge")
    assert panel is not None
    assert fact(page, "tool") == "nudge"
    with pytest.raises(EngineError, match="no input"):
        do(page, "nudge", "q", 0.25)


def test_stored_gradients_are_those_that_count(page: GraphPage) -> None:
    opened(page, {"formula": "f = 2*w", "values": {"w": 3.0}, "tool": "accumulate"})
    assert fact(page, "grad_w") is None
    panel = page.dock.panel("accumulate")
    assert panel is not None
    for _ in range(21):
        panel.backward_button.click()  # type: ignore[attr-defined]
    assert (fact(page, "grad_w"), fact(page, "passes")) == (42.0, 21.0)
    do(page, "tool", "inspector")
    assert fact(page, "grad_w") == 2.0


def test_the_exercise_is_begun_answered_and_revealed(page: GraphPage, qtbot: QtBot) -> None:
    opened(page, CHAIN)
    do(page, "exercise", "gradients")
    assert (fact(page, "exercise_right"), fact(page, "exercise_total")) == (0.0, 4.0)
    with qtbot.waitSignal(page.hooks().facts_changed):
        QTest.keyClicks(page.view.viewport().focusProxy() or page.view, "")
        do(page, "reveal", "z")
    do(page, "reveal", "all")
    assert fact(page, "exercise_right") == 0.0
    with pytest.raises(EngineError) as caught:
        do(page, "reveal", "f")
    assert caught.value.code == "not_asked"
    # Another state knows nothing of it.
    opened(page, CHAIN)
    assert fact(page, "exercise_total") is None
    assert fact(page, "tool") == "inspector"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("set", ("x", 4.0)),
        ("select", ("x",)),
        ("walk", ("start",)),
        ("tool", ("paths",)),
        ("mode", ("forward",)),
        ("formula", ("f = x",)),
    ],
)
def test_a_change_of_facts_is_told(
    page: GraphPage, qtbot: QtBot, name: str, arguments: tuple[object, ...]
) -> None:
    opened(page, CHAIN)
    with qtbot.waitSignal(page.hooks().facts_changed):
        do(page, name, *arguments)


def test_parts_are_hidden_and_shown_again(page: GraphPage, qtbot: QtBot) -> None:
    hooks = page.hooks()
    assert {"palette", "tools", "formula", "walk", "canvas"} <= set(hooks.parts())
    seen = {name: part.isVisible() for name, part in hooks.parts().items()}
    hooks.set_hidden(frozenset({"palette", "tools", "formula", "walk", "nonsense"}))
    for name in ("palette", "tools", "formula", "walk"):
        assert not hooks.parts()[name].isVisible(), name
    hooks.set_hidden(frozenset())
    settle(qtbot, page)
    assert {name: part.isVisible() for name, part in hooks.parts().items()} == seen


def test_every_fact_command_and_key_has_a_place_in_the_vocabulary(page: GraphPage) -> None:
    words, hooks = SPACES["graph"], page.hooks()
    for name in hooks.facts():
        found = find_fact(name)
        assert found is not None, name
        assert not found[0].spaces or "graph" in found[0].spaces, name
    assert set(hooks.parts()) == set(words.parts)
    assert set(hooks.veils()) == set(words.veils)
    assert set(hooks.commands()) == set(words.commands)
    for name, (least, most) in words.commands.items():
        kinds = hooks.commands()[name].kinds
        assert len(kinds) == most, name
        assert sum(not kind.endswith("?") for kind in kinds) == least, name
    assert set(words.opens) == {*KEYS} - {"drawing"}
