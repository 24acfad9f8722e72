"""What a lesson knows of the Activations space, opens and does there; what it hides; own work."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.activations.activation_state import KEYS
from desktop.activations.page import ActivationsPage
from desktop.foundation.settings import Settings
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.formulas.formula_view import FormulaView
from engine.errors import EngineError
from engine.lessons.files import FolderFiles
from engine.lessons.vocabulary.facts import find_fact
from engine.lessons.vocabulary.spaces import SPACES
from tests.support.settling import settle
from tests.support.shown_texts import painted_texts, shown_texts

FILES = FolderFiles(Path("nowhere"))
OWN = "x**2/(1 + x**2)"


def opened(page: ActivationsPage, **state: Any) -> None:
    page.hooks().open_state(state, FILES)


def do(page: ActivationsPage, name: str, *arguments: object) -> None:
    page.hooks().commands()[name].run(*arguments)


def fact(page: ActivationsPage, name: str) -> Any:
    return page.hooks().facts()[name]


def test_functions_are_opened_and_known(page: ActivationsPage) -> None:
    opened(page, chosen=["tanh", "leaky_relu"], selected="leaky_relu", x=-2.0, layers=3,
           settings={"leaky_relu": {"slope": 0.25}})  # fmt: skip
    wanted = {
        "chosen": ("tanh", "leaky_relu"), "selected": "leaky_relu", "x": -2.0, "layers": 3.0,
        "view": "curves", "value": -0.5, "slope": 0.25, "largest_slope": 1.0,
        "gradient_left": 0.25**3, "gradient_ratio": None, "own": (),
    }  # fmt: skip
    assert {name: fact(page, name) for name in wanted} == wanted
    opened(page)
    assert fact(page, "chosen") == ("sigmoid", "tanh", "relu")
    assert (fact(page, "x"), fact(page, "layers")) == (1.0, 10.0)
    assert fact(page, "largest_slope") == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ({"chosen": ["hammer"]}, "choice_name"),
        ({"chosen": 3}, "lesson_text"),
        ({"chosen": ["tanh"], "selected": "relu"}, "choice_name"),
        ({"x": "here"}, "choice_number"),
        ({"x": 77.0}, "choice_number"),
        ({"x": [1.0, 2.0]}, "choice_number"),
        ({"layers": 2.5}, "lesson_whole"),
        ({"layers": 0}, "choice_number"),
        ({"view": "side"}, "choice_name"),
        ({"settings": {"leaky_relu": {"colour": 1.0}}}, None),
        ({"settings": {"leaky_relu": 3}}, "lesson_table"),
        ({"settings": {"leaky_relu": {"slope": float("inf")}}}, "lesson_value"),
        ({"own": ["x +"]}, None),
        ({"own": [3]}, "lesson_text"),
        ({"speed": 1}, "lesson_key"),
    ],
)
def test_what_is_wrong_with_a_state_is_said(
    page: ActivationsPage, state: dict[str, Any], code: str | None
) -> None:
    before = page.snapshot()
    with pytest.raises(EngineError) as caught:
        opened(page, **state)
    assert code is None or caught.value.code == code
    assert page.snapshot() == before


def test_commands_do_what_a_learner_does(page: ActivationsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.hooks().facts_changed):
        do(page, "choose", "elu", "relu")
    assert set(fact(page, "chosen")) == {"relu", "elu"}
    do(page, "select", "relu")
    do(page, "x", 0.5)
    do(page, "layers", 4.0)
    do(page, "setting", "elu", "alpha", 0.5)
    assert (fact(page, "selected"), fact(page, "x"), fact(page, "layers")) == ("relu", 0.5, 4.0)
    assert page.desk.settings("elu") == {"alpha": 0.5}
    do(page, "own", OWN)
    settle(qtbot, page)
    assert fact(page, "selected") == "own_1"
    assert fact(page, "value") == pytest.approx(0.2)
    assert fact(page, "largest_slope") == pytest.approx(0.6495, abs=1e-3)
    do(page, "view", "signals")
    settle(qtbot, page)
    assert fact(page, "view") == "signals"
    assert fact(page, "gradient_ratio") > 0
    with pytest.raises(EngineError):
        do(page, "select", "tanh")
    with pytest.raises(EngineError):
        do(page, "x", "here")


def test_a_state_that_is_written_down_opens_the_same(page: ActivationsPage) -> None:
    opened(page, chosen=["elu", "own_1"], own=[OWN], selected="own_1", x=2.5, layers=7,
           settings={"elu": {"alpha": 0.5}}, view="linear")  # fmt: skip
    written, before = page.hooks().state(), page.desk.setup
    opened(page)
    opened(page, **written)
    assert page.hooks().state() == written
    assert page.desk.setup == before
    json.dumps(written)


# Own work ---------------------------------------------------------------------------------------


def aside(folder: Path) -> list[Path]:
    return list((folder / "recovery" / "aside").glob("activations-*.json"))


def test_own_functions_come_back_after_a_lesson(
    page: ActivationsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    assert page.own_work() is None
    page.desk.add_own(OWN)
    page.desk.set_x(-1.5)
    page.show_view("signals")
    settle(qtbot, page)
    before, undo = page.snapshot().setup, page.keeping.history.undo_text
    assert undo
    page.put_aside()
    assert len(aside(tmp_path)) == 1
    opened(page, chosen=["relu"], own=["x*x"], x=3.0)
    assert page.keeping.history.undo_text == ""
    page.bring_back()
    assert page.snapshot().setup == before
    assert page.keeping.history.undo_text == undo
    # It is the only copy with all that can be undone, until something is changed.
    settle(qtbot, page)
    assert len(aside(tmp_path)) == 1
    page.desk.set_x(2.0)
    settle(qtbot, page)
    page.keeping.recovery.autosave.keep()
    qtbot.waitUntil(lambda: aside(tmp_path) == [])


def test_own_functions_are_back_after_a_kill(
    page: ActivationsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.desk.add_own(OWN)
    before = page.own_work()
    page.put_aside()
    opened(page)
    # The system frees the lock with the process.
    assert page._aside is not None
    page._aside.release()
    second = ActivationsPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(second, before_close_func=ActivationsPage.shutdown)
    second.show()
    qtbot.waitUntil(lambda: second.own_work() == before)
    settle(qtbot, second)


def test_what_is_no_own_work_is_refused_at_once(page: ActivationsPage) -> None:
    page.desk.add_own(OWN)
    before = page.desk.setup
    for text in ("", "[]", '{"format": "other", "version": 1}'):
        with pytest.raises(EngineError):
            page.show_own_work(text)
    assert page.desk.setup is before


# Veils ------------------------------------------------------------------------------------------


def told(page: ActivationsPage) -> set[str]:
    with painted_texts() as painted:
        page.window().repaint()
        QApplication.processEvents()
    formulas = {view.latex for view in page.findChildren(FormulaView)}
    return {*painted, *shown_texts(), *formulas}


def spellings(number: float) -> set[str]:
    return {format_number(number, digits) for digits in (3, 4, 17)} | {f"{number:.3g}"}


def numbers(page: ActivationsPage) -> tuple[set[str], set[str]]:
    """Return how the numbers of f and those of f′ would be written, whatever view tells them."""
    desk = page.desk
    values, slopes = set(), set()
    for name in desk.chosen:
        desk.select(name)
        values |= spellings(fact(page, "value"))
        slopes |= spellings(fact(page, "slope")) | spellings(fact(page, "gradient_left"))
        if math.isfinite(fact(page, "largest_slope") or math.inf):
            slopes |= spellings(fact(page, "largest_slope"))
    result = page.signals.result
    for layer in () if result is None else result.layers:
        values |= {format_number(layer.outputs.deviation, 2)}
        slopes |= {format_number(layer.gradients.deviation, 2)}
    # What is too short stands in other words too, as in a number of layers.
    long = [{text for text in texts if len(text) > 3} for texts in (values, slopes)]
    return long[0], long[1]


@pytest.mark.parametrize("kind", ["values", "slopes"])
def test_no_hidden_number_is_told_in_any_view(
    page: ActivationsPage, qtbot: QtBot, kind: str
) -> None:
    opened(page, chosen=["sigmoid", "tanh", "own_1"], own=[OWN], x=1.3707, layers=7)
    settle(qtbot, page)
    page.show_view("signals")
    settle(qtbot, page)
    values, slopes = numbers(page)
    hidden = values if kind == "values" else slopes - values
    page.hooks().set_hidden(frozenset({kind}))
    for view in ("curves", "signals"):
        page.show_view(view)
        for name in page.desk.chosen:
            page.desk.select(name)
            settle(qtbot, page)
            texts = told(page)
            leaked = {text for text in texts if any(number in text for number in hidden)}
            assert leaked == set(), (view, name)
    assert not any(action.isEnabled() for action in page.gate.actions)
    page.hooks().set_hidden(frozenset())
    page.show_view("curves")
    settle(qtbot, page)
    texts = told(page)
    assert any(number in text for text in texts for number in hidden)


def test_curves_are_hidden_and_drawn_again(page: ActivationsPage, qtbot: QtBot) -> None:
    opened(page, chosen=["sigmoid", "tanh"])
    drawn = [set(plot.keys) for plot in (page.curves.values, page.curves.slopes, page.chain.plot)]
    page.hooks().set_hidden(frozenset({"curves"}))
    settle(qtbot, page)
    for plot in (page.curves.values, page.curves.slopes, page.chain.plot):
        assert not {"sigmoid", "tanh", "point", "number", "tangent"} & set(plot.keys)
    page.hooks().set_hidden(frozenset({"slopes"}))
    assert "sigmoid" in page.curves.values.keys
    assert "sigmoid" not in page.curves.slopes.keys
    assert "tangent" not in page.curves.values.keys
    page.desk.set_x(0.3)
    page.desk.choose("relu", True)
    settle(qtbot, page)
    assert not {"relu", "at relu", "point"} & set(page.curves.slopes.keys)
    page.desk.choose("relu", False)
    page.hooks().set_hidden(frozenset())
    shown = (page.curves.values, page.curves.slopes, page.chain.plot)
    assert [set(plot.keys) for plot in shown] == drawn


@pytest.mark.parametrize("name", ["values", "slopes"])
def test_a_place_that_is_clicked_is_told_and_what_was_answered_is_shown(
    page: ActivationsPage, qtbot: QtBot, name: str
) -> None:
    plot = {"values": page.curves.values, "slopes": page.curves.slopes}[name]
    page.hooks().set_hidden(frozenset({"curves"}))
    settle(qtbot, page)
    with qtbot.waitSignal(page.hooks().pointed) as told:
        QTest.mouseClick(
            plot.canvas.viewport(),
            Qt.MouseButton.LeftButton,
            pos=plot.canvas.viewport().rect().center(),
        )
    on, (x, y) = told.args
    (left, right), (low, high) = plot.view_range
    assert on == name
    assert left < x < right
    assert low < y < high
    page.hooks().show_points(name, [(1.0, 0.5), (x, y), (-3.0, 0.25)])
    assert {"answered points", "answered line"} <= set(plot.keys)
    page.hooks().show_points(name, [(x, y)])
    assert "answered line" not in plot.keys
    page.desk.set_x(0.25)
    assert "answered points" in plot.keys
    opened(page)
    assert "answered points" not in plot.keys
    page.hooks().show_points("plane", [(x, y)])


def test_parts_are_hidden(page: ActivationsPage, qtbot: QtBot) -> None:
    parts = page.hooks().parts()
    page.hooks().set_hidden(frozenset({"functions", "facts", "chain"}))
    assert not any(parts[name].isVisible() for name in ("functions", "facts", "chain"))
    page.hooks().set_hidden(frozenset())
    settle(qtbot, page)
    assert all(parts[name].isVisible() for name in ("functions", "facts", "chain"))


def test_every_fact_command_and_key_has_a_place_in_the_vocabulary(page: ActivationsPage) -> None:
    words, hooks = SPACES["activations"], page.hooks()
    for name in hooks.facts():
        found = find_fact(name)
        assert found is not None, name
        assert not found[0].spaces or "activations" in found[0].spaces, name
    assert set(hooks.parts()) == set(words.parts)
    assert set(hooks.veils()) == set(words.veils)
    assert set(hooks.commands()) == set(words.commands)
    for name, (least, most) in words.commands.items():
        kinds = hooks.commands()[name].kinds
        assert len(kinds) == most, name
        assert sum(not kind.endswith("?") for kind in kinds) == least, name
    assert set(words.opens) == {*KEYS}
