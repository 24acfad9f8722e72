"""What a lesson sees of the training page and does on it: facts, commands, states, parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.training.experiments.experiment_list import list_experiments
from desktop.training.page import TrainingPage
from desktop.training.run.session import FASTEST
from desktop.widgets.panels.page_hooks import HookCommand
from engine.errors import EngineError
from engine.lessons.lesson import Command, Lesson, Step
from engine.lessons.reader import read_lesson
from engine.lessons.vocabulary.facts import find_fact
from engine.lessons.vocabulary.spaces import SPACES
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.recording import Recording
from tests.support.lesson_hands import GivenFiles, do, enter, missing, solve
from tests.support.settling import settle

_LESSON = Path(__file__).parent / "lessons"
FILES = GivenFiles(
    {
        "lesson.toml": (_LESSON / "xor.toml").read_text(encoding="utf-8"),
        "en.md": (_LESSON / "xor_en.md").read_text(encoding="utf-8"),
    }
)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1280, 674)
    made.show()
    settle(qtbot, made)
    yield made
    made.shutdown()


def lesson() -> Lesson:
    found = read_lesson(FILES, "xor").lesson
    assert found is not None
    return found


def opened(qtbot: QtBot, page: TrainingPage, **state: Any) -> None:
    page.hooks().open_state(state, FILES)
    settle(qtbot, page)


def fact(page: TrainingPage, name: str) -> Any:
    return page.hooks().facts()[name]


def command(qtbot: QtBot, page: TrainingPage, name: str, *arguments: Any) -> None:
    do(qtbot, page, Command(name, arguments))
    settle(qtbot, page)


@pytest.mark.long
def test_every_solution_of_the_xor_lesson_fulfils_its_wait(
    qtbot: QtBot, page: TrainingPage
) -> None:
    sent: list[str] = []
    page.sent.connect(lambda space, _: sent.append(space))
    for step in lesson().steps:
        enter(qtbot, page, step, FILES)
        page.session.set_speed(FASTEST)
        if step.wait is not None and step.id != "as-graph":
            assert missing(page, step), f"{step.id} is done before anything was"
        solve(qtbot, page, step)
        if step.wait is not None and step.id != "as-graph":
            assert not missing(page, step), step.id
        check(page, step)
    assert sent == ["graph"]


def check(page: TrainingPage, step: Step) -> None:
    """Check what the words of a step tell with its facts."""
    if step.id == "or":
        assert page.setup_panel.isHidden()
        assert page.views.bar.isHidden()
    elif step.id == "what-does-it-say":
        assert fact(page, "mean_prediction") == pytest.approx(0.5, abs=0.01)
        assert fact(page, "solved_at") is None
    elif step.id == "how-long":
        assert 1 <= fact(page, "solved_at") <= fact(page, "last_step")
    elif step.id == "fewer":
        assert fact(page, "solved_share") == fact(page, "seeds_solved") / 24


def test_every_fact_command_and_key_has_a_place_in_the_vocabulary(page: TrainingPage) -> None:
    words = SPACES["training"]
    for name in page.hooks().facts():
        found = find_fact(name)
        assert found is not None, name
        assert not found[0].spaces or "training" in found[0].spaces, name
    assert set(page.hooks().parts()) == set(words.parts)
    assert set(page.hooks().veils()) == set(words.veils)
    commands = page.hooks().commands()
    assert commands.keys() == words.commands.keys()
    for name, made in commands.items():
        assert counts(made) == words.commands[name], name


def counts(made: HookCommand) -> tuple[int, int]:
    most = len(made.kinds)
    return most - sum(kind.endswith("?") for kind in made.kinds), most


def test_experiments_know_what_their_records_name(qtbot: QtBot, page: TrainingPage) -> None:
    names = {name for item in list_experiments() for name in item.facts}
    assert {
        name: fact(page, name) for name in names if name not in {"seeds_done"}
    } == dict.fromkeys(names - {"seeds_done"})
    for item in list_experiments():
        if item.make is not None:
            view = page.views.view(item.name)
            assert set(view.facts()) == set(item.facts), item.name
            settle(qtbot, view)
            assert set(view.facts()) == set(item.facts), item.name


def test_a_state_is_trained_up_to_its_epoch_before_the_page_has_settled(
    qtbot: QtBot, page: TrainingPage
) -> None:
    reported: list[int] = []
    page.session.progressed.connect(lambda: reported.append(page.session.record.step))
    page.hooks().open_state({"data": "xor", "seed": 3, "epoch": 300}, FILES)
    assert not page.is_settled()
    settle(qtbot, page)
    # Nothing of the way there was shown.
    assert reported == []
    run = page.session.run
    expected = FastTrainer(run, accelerated=False).advance(Recording.begin(run).last, 300)
    assert page.session.record.parameters.tobytes() == expected.parameters.tobytes()
    assert fact(page, "epoch") == 300
    assert len(page.session.history.moments) > 50


@pytest.mark.parametrize(
    "state",
    [
        {"data": "circle", "data_settings": {"samples": 60}, "batch_size": 16, "epoch": 12},
        {"optimizer": "adam", "layers": [2, 3, 3, 1], "schedules": {"plateau": {}}, "epoch": 40},
        {"samples": [[0, 0, 0], [1, 0, 1], [0, 1, 1]], "weights": {"x1h1": 0.5}, "epoch": 30},
    ],
)
def test_one_state_has_one_set_of_facts(
    qtbot: QtBot, page: TrainingPage, state: dict[str, Any]
) -> None:
    found = []
    for _ in range(2):
        opened(qtbot, page, **state)
        facts = page.hooks().facts()
        found.append({name: np.asarray(facts[name]).tolist() for name in facts})
        page.session.set_speed(FASTEST)
        command(qtbot, page, "step", "7")
        command(qtbot, page, "picture", "hidden")
        page.views.show_view("perceptron")
    assert found[0] == found[1]


def test_a_state_that_was_taken_opens_the_same(qtbot: QtBot, page: TrainingPage) -> None:
    opened(qtbot, page, data="or", layers=[2, 1], picture="landscape", speed=10, epoch=25)
    state = page.hooks().state()
    assert state == {
        "data": "or", "layers": [2, 1], "picture": "landscape", "speed": 10.0, "epoch": 25,
    }  # fmt: skip
    command(qtbot, page, "weight", "x1p", "2")
    typed = page.hooks().state()
    opened(qtbot, page, **state)
    assert page.hooks().state() == state
    opened(qtbot, page, **typed)
    assert fact(page, "weight_x1p") == 2.0


def test_what_is_opened_cannot_be_undone_into_what_was_there_before(
    qtbot: QtBot, page: TrainingPage
) -> None:
    command(qtbot, page, "layers", "2-6-1")
    assert page.edits.history.undo_text
    opened(qtbot, page, data="and")
    assert not page.edits.history.undo_text
    command(qtbot, page, "layers", "2-3-1")
    page.edits.history.undo()
    settle(qtbot, page)
    assert (fact(page, "data"), fact(page, "hidden_units")) == ("and", 4.0)


def test_facts_follow_what_is_done_by_mouse_and_keys(qtbot: QtBot, page: TrainingPage) -> None:
    heard: list[None] = []
    page.hooks().facts_changed.connect(lambda: heard.append(None))
    QTest.mouseClick(page.run_bar.buttons[page.run_bar.epoch_action], Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert fact(page, "epoch") == 1
    assert heard
    heard.clear()
    QTest.mouseClick(page.stage.segments.button("hidden"), Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert fact(page, "picture") == "hidden"
    assert heard
    heard.clear()
    QTest.mouseClick(page.views.tabs.button("perceptron"), Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    before = fact(page, "perceptron_step")
    QTest.keyClick(page.views.view("perceptron"), Qt.Key.Key_Right)
    settle(qtbot, page)
    assert fact(page, "perceptron_step") == before + 1
    assert fact(page, "experiment") == "perceptron"
    assert heard


def test_a_click_into_the_plane_is_told_and_a_line_counts_what_it_parts(
    qtbot: QtBot, page: TrainingPage
) -> None:
    opened(qtbot, page, data="xor", layers=[2, 1])
    told: list[tuple[str, tuple[float, float]]] = []
    page.hooks().pointed.connect(lambda on, place: told.append((on, place)))
    plot = page.boundary_view.plot
    plot.clicked.emit(0.25, 0.75)
    assert told == [("plane", (0.25, 0.75))]
    assert fact(page, "right_of_line") is None
    page.hooks().show_points("plane", [(-0.5, 1.0), (1.0, -0.5)])
    assert fact(page, "right_of_line") == 3.0
    assert "answered line" in plot.keys
    command(qtbot, page, "line", "0", "0.5", "1", "0.5")
    assert fact(page, "right_of_line") == 2.0
    opened(qtbot, page, data="or")
    assert "answered line" not in plot.keys


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("layers", ("2-x-1",), "no layer sizes"),
        ("layers", ("2-500-1",), "1 to 64"),
        ("data", ("moon",), "“moon”"),
        ("picture", ("moon",), "none of boundary, hidden, landscape"),
        ("experiment", ("moon",), "none of train, seeds"),
        ("choose", ("depth", "3"), "none of seeds, compare"),
        ("set", ("depth", "3"), "none of rate, seed"),
        ("set", ("rate", "-1"), "takes a number from 0"),
        ("weight", ("x9h1", "1"), "none of x1h1"),
        ("epoch", ("0",), "takes a number from 1"),
        ("speed", ("7",), "none of 2, 10"),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    qtbot: QtBot, page: TrainingPage, name: str, arguments: tuple[str, ...], words: str
) -> None:
    before = page.hooks().state()
    with pytest.raises(EngineError) as caught:
        command(qtbot, page, name, *arguments)
    assert words in caught.value.sentence
    assert page.hooks().state() == before
    assert not page.edits.history.undo_text


@pytest.mark.parametrize(
    "state",
    [{"picture": "moon"}, {"experiment": "moon"}, {"speed": 7}, {"layers": [2, 99, 1]},
     {"file": "absent.json"}],
)  # fmt: skip
def test_a_state_that_cannot_be_is_refused_and_changes_nothing(
    qtbot: QtBot, page: TrainingPage, state: dict[str, Any]
) -> None:
    opened(qtbot, page, data="and", epoch=5)
    before = page.hooks().state()
    with pytest.raises(EngineError):
        page.hooks().open_state(state, FILES)
    settle(qtbot, page)
    assert page.hooks().state() == before


def test_hidden_parts_come_back_as_they_were(qtbot: QtBot, page: TrainingPage) -> None:
    width, bar = page.stage.width(), page.scrub_bar
    page.hooks().set_hidden(frozenset({"setup", "experiments", "scrub", "unknown"}))
    settle(qtbot, page)
    assert page.stage.width() > width
    for part in (page.setup_panel, page.views.bar, bar):
        assert not part.isVisible()
    page.hooks().set_hidden(frozenset({"scrub"}))
    settle(qtbot, page)
    assert page.setup_panel.isVisible()
    assert page.views.bar.isVisible()
    assert not bar.isVisible()
    page.hooks().set_hidden(frozenset())
    settle(qtbot, page)
    assert bar.isVisible()
    assert page.stage.width() == width


def test_every_part_is_there(page: TrainingPage) -> None:
    assert all(part.window() is page.window() for part in page.hooks().parts().values())


def test_the_course_fit_is_asked_about_at_its_epochs(qtbot: QtBot, page: TrainingPage) -> None:
    opened(qtbot, page, experiment="regression", regression={"fit": "D2"})
    command(qtbot, page, "choose", "step", "101")
    assert fact(page, "regression_epoch") == 100
    assert fact(page, "regression_cost_before") == pytest.approx(0.048171, abs=5e-7)
    assert fact(page, "regression_w1") == pytest.approx(1.746, abs=5e-4)
    assert fact(page, "regression_b") == pytest.approx(0.578, abs=5e-4)
    opened(qtbot, page, experiment="regression", regression={"fit": "D1", "step": 0})
    assert fact(page, "regression_predictions").tolist() == [27.0, 40.0, 53.0, 66.0]
    assert fact(page, "regression_squares").tolist() == [4.0, 100.0, 121.0, 25.0]
    assert fact(page, "regression_cost") == 62.5
    command(qtbot, page, "choose", "rate", "5")
    assert fact(page, "regression_diverged") == 1.0


def test_the_perceptron_of_the_course_and_its_rule(qtbot: QtBot, page: TrainingPage) -> None:
    start = {"w1": 1, "w2": 1, "w0": -0.5}
    opened(qtbot, page, experiment="perceptron", perceptron={"data": "or", **start})
    assert fact(page, "perceptron_sums").tolist() == [-0.5, 0.5, 0.5, 1.5]
    assert fact(page, "perceptron_outputs").tolist() == [-1.0, 1.0, 1.0, 1.0]
    assert (fact(page, "perceptron_right"), fact(page, "perceptron_converges")) == (4.0, 1.0)
    command(qtbot, page, "choose", "data", "and")
    assert fact(page, "perceptron_right") == 2.0
    command(qtbot, page, "number", "w0", "-(perceptron_w1 + 0.5)")
    assert (fact(page, "perceptron_w0"), fact(page, "perceptron_right")) == (-1.5, 4.0)
    command(qtbot, page, "choose", "data", "xor")
    assert (fact(page, "perceptron_possible"), fact(page, "perceptron_converges")) == (3.0, 0.0)


def test_the_gradient_of_ten_layers_is_asked_about(qtbot: QtBot, page: TrainingPage) -> None:
    opened(qtbot, page, experiment="gradients", gradients={"activation": "sigmoid", "depth": 10})
    sigmoid = fact(page, "gradients_ratio")
    assert fact(page, "gradients_spreads").shape == (10,)
    command(qtbot, page, "choose", "activation", "relu")
    assert fact(page, "gradients_activation") == "relu"
    assert sigmoid < 1e-3 < fact(page, "gradients_ratio")
