"""What a lesson sees of the optimizers page and does on it, and one's own races meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.files.save_dialogs import Answer
from desktop.foundation.settings import Settings
from desktop.optimizers.page import OptimizersPage
from engine.errors import EngineError, FileFormatError
from engine.lessons.lesson import Command
from engine.lessons.vocabulary.facts import find_fact
from engine.lessons.vocabulary.spaces import SPACES
from engine.races.own_surface import FormulaSource, OwnSurface
from engine.races.preparation import prepare
from engine.surfaces.surface import Box
from tests.support.lesson_hands import GivenFiles, do
from tests.support.seen_texts import leaks, seen_texts
from tests.support.settling import settle

FILES = GivenFiles({})
NO_KEYS = Qt.KeyboardModifier.NoModifier
OWN = {"formula": "x**2 + y**2/2", "view": [-1.0, 1.0, -2.0, 2.0]}
Make = Callable[[], OptimizersPage]


@pytest.fixture
def make(qtbot: QtBot, settings: Settings) -> Iterator[Make]:
    pages: list[OptimizersPage] = []

    def made() -> OptimizersPage:
        page = OptimizersPage(settings)
        qtbot.addWidget(page)
        page.resize(1280, 660)
        page.show()
        settle(qtbot, page)
        pages.append(page)
        return page

    yield made
    for page in pages:
        page.shutdown()


def opened(qtbot: QtBot, page: OptimizersPage, **state: Any) -> None:
    page.hooks().open_state(state, FILES)
    settle(qtbot, page)


def fact(page: OptimizersPage, name: str) -> Any:
    return page.hooks().facts()[name]


def command(qtbot: QtBot, page: OptimizersPage, name: str, *arguments: Any) -> None:
    do(qtbot, page, Command(name, arguments))
    settle(qtbot, page)


def test_every_fact_command_and_key_has_a_place_in_the_vocabulary(page: OptimizersPage) -> None:
    words = SPACES["optimizers"]
    for name in page.hooks().facts():
        found = find_fact(name)
        assert found is not None, name
        assert not found[0].spaces or "optimizers" in found[0].spaces, name
    assert set(page.hooks().parts()) == set(words.parts)
    assert set(page.hooks().veils()) == set(words.veils)
    commands = page.hooks().commands()
    assert commands.keys() == words.commands.keys()
    for name, made in commands.items():
        most = len(made.kinds)
        fewest = most - sum(kind.endswith("?") for kind in made.kinds)
        assert (fewest, most) == words.commands[name], name


def test_a_rate_that_diverges_is_found_and_taken_back(qtbot: QtBot, page: OptimizersPage) -> None:
    opened(qtbot, page, surface="beale", racing=["sgd"], steps=50)
    assert fact(page, "diverged_sgd") == 0.0
    command(qtbot, page, "rate", "sgd", "10")
    assert (fact(page, "rate_sgd"), fact(page, "diverged_sgd")) == (10.0, 1.0)
    page.keeping.history.undo()
    settle(qtbot, page)
    assert fact(page, "diverged_sgd") == 0.0


def test_facts_follow_keys_and_mouse(qtbot: QtBot, page: OptimizersPage) -> None:
    opened(qtbot, page, surface="beale", start=[0.5, 0.25], steps=100)
    heard: list[None] = []
    page.hooks().facts_changed.connect(lambda: heard.append(None))
    assert (fact(page, "position"), fact(page, "x_adam")) == (0.0, 0.5)
    QTest.keyClick(page, Qt.Key.Key_Right)
    settle(qtbot, page)
    assert fact(page, "position") == 1.0
    assert fact(page, "x_adam") != 0.5
    assert heard
    heard.clear()
    QTest.mouseClick(page.centre.switch.button("sweep"), Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert fact(page, "view") == "sweep"
    assert heard


def test_one_state_has_one_set_of_facts(qtbot: QtBot, page: OptimizersPage) -> None:
    for state in (
        {"surface": "beale", "position": 30, "rates": {"adam": 0.2}, "racing": ["adam", "nag"]},
        {**OWN, "start": [1, 1], "position": 12, "schedules": {"cosine": {"length": 40}}},
    ):
        found = []
        for _ in range(2):
            opened(qtbot, page, **state)
            facts = page.hooks().facts()
            found.append({name: np.asarray(facts[name]).tolist() for name in facts})
            command(qtbot, page, "start", "0.5", "0.25")
            command(qtbot, page, "surface", "himmelblau")
            command(qtbot, page, "view", "basins")
        assert found[0] == found[1]
        assert found[0]["position"] == state["position"]


def test_a_state_that_was_taken_opens_the_same(qtbot: QtBot, page: OptimizersPage) -> None:
    state = {"surface": "beale", "racing": ["nag", "sgd"], "steps": 80, "position": 7}
    opened(qtbot, page, **state)
    assert page.hooks().state() == state
    opened(qtbot, page, **OWN, start=[0.5, 0.5])
    taken = page.hooks().state()
    opened(qtbot, page, surface="beale")
    opened(qtbot, page, **taken)
    assert page.hooks().state() == taken
    assert (fact(page, "surface"), fact(page, "start_x")) == ("own", 0.5)


def test_playing_comes_to_the_end(qtbot: QtBot, page: OptimizersPage) -> None:
    opened(qtbot, page, surface="beale", steps=10)
    command(qtbot, page, "race")
    do(qtbot, page, Command("until", ("position", "at_least", "10")))
    command(qtbot, page, "race", "adam", "sgd")
    assert fact(page, "racing") == ("sgd", "adam")
    assert fact(page, "steps_to_goal_nag") is None


@pytest.mark.parametrize(
    ("name", "arguments", "words"),
    [
        ("surface", ("moon",), "“moon” is none of"),
        ("rate", ("newton", "1"), "“newton” is none of"),
        ("rate", ("fast",), "“fast” is none"),
        ("rate", ("sgd", "1e9"), "must lie between"),
        ("race", ("newton",), "“newton” is none of"),
        ("position", ("1e9",), "takes a number from 0"),
        ("steps", ("0",), "takes a number from 1"),
        ("view", ("moon",), "none of race, basins, sweep"),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    qtbot: QtBot, page: OptimizersPage, name: str, arguments: tuple[str, ...], words: str
) -> None:
    before = page.hooks().state()
    with pytest.raises(EngineError) as caught:
        command(qtbot, page, name, *arguments)
    assert words in caught.value.sentence
    assert page.hooks().state() == before


@pytest.mark.parametrize(
    "state", [{"surface": "moon"}, {"formula": "x +"}, {"file": "absent"}, {"steps": 0}]
)
def test_a_state_that_cannot_be_is_refused_and_changes_nothing(
    qtbot: QtBot, page: OptimizersPage, state: dict[str, Any]
) -> None:
    opened(qtbot, page, surface="beale", steps=33)
    before = page.hooks().state()
    with pytest.raises(EngineError):
        page.hooks().open_state(state, FILES)
    settle(qtbot, page)
    assert page.hooks().state() == before


def test_hidden_parts_come_back(qtbot: QtBot, page: OptimizersPage) -> None:
    page.hooks().set_hidden(frozenset({"setup", "standings", "curves"}))
    settle(qtbot, page)
    assert not page._left.isVisible()
    assert not page.table.isVisible()
    assert not page.stage.progress.isVisible()
    page.hooks().set_hidden(frozenset())
    settle(qtbot, page)
    assert page._left.isVisible()
    assert page.table.isVisible()
    assert page.stage.progress.isVisible()


def work(qtbot: QtBot, page: OptimizersPage, path: Path) -> None:
    """Do what a learner may have done before a lesson begins."""
    command(qtbot, page, "surface", "beale")
    command(qtbot, page, "start", "0.5", "0.25")
    page.keeping.files.dialogs.ask_save = lambda _: path  # type: ignore[assignment,method-assign]
    assert page.keeping.files.save()
    page.surface_panel.own.ready.emit(own_surface())
    settle(qtbot, page)
    command(qtbot, page, "rate", "sgd", "0.125")
    command(qtbot, page, "steps", "60")
    page.keeping.history.undo()
    command(qtbot, page, "position", "12")
    command(qtbot, page, "method", "sgd")


def own_surface() -> OwnSurface:
    *_, made = prepare(FormulaSource("x**2 + y**2/2", Box(-1.0, 1.0, -2.0, 2.0)))
    assert made is not None
    return made


def looks(page: OptimizersPage) -> tuple[object, ...]:
    kept = page.keeping
    return (
        page.own_work(),
        page.model.setup,
        page.model.snapshot(),
        page.step_bar.position,
        kept.path,
        kept.stamp,
        kept.saved,
        kept.unsaved(),
        kept.history.steps.index,
        len(kept.history.steps.made),
    )


def test_nothing_is_missed_of_a_page_as_it_is_at_first(qtbot: QtBot, make: Make) -> None:
    page = make()
    assert page.own_work() is None
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert page.own_work() is None
    command(qtbot, page, "start", "0.5", "0.5")
    assert page.own_work() is not None


def test_after_a_lesson_everything_is_as_it_was(
    qtbot: QtBot, page: OptimizersPage, tmp_path: Path
) -> None:
    titles: list[str] = []
    work(qtbot, page, tmp_path / "mine.wiregrad-race")
    before = looks(page)
    page.title_changed.connect(titles.append)
    page.put_aside()
    page.set_borrowed_title("Lesson: Learning rate")
    opened(qtbot, page, surface="himmelblau", position=5)
    command(qtbot, page, "rate", "sgd", "0.001")
    assert titles[-1] == "Lesson: Learning rate"
    # What a lesson shows has no file: it is never saved over one's own.
    assert page.keeping.path is None
    assert not page.keeping.unsaved()
    page.bring_back()
    settle(qtbot, page)
    assert looks(page) == before
    assert titles[-1] == "mine.wiregrad-race *"
    while page.keeping.history.steps.last is not None:
        page.keeping.history.undo()
    settle(qtbot, page)
    assert page.model.setup.own is None


def test_closing_asks_about_ones_own_races_alone(
    qtbot: QtBot, page: OptimizersPage, tmp_path: Path
) -> None:
    work(qtbot, page, tmp_path / "mine.wiregrad-race")
    asked: list[tuple[str, ...]] = []

    def ask(name: str, names: Any) -> Answer:
        asked.append((name, *names))
        return Answer.CANCEL

    page.keeping.files.dialogs.ask_unsaved = ask  # type: ignore[assignment,method-assign]
    page.put_aside()
    opened(qtbot, page, surface="himmelblau")
    lent = page.model.setup
    assert not page.can_close()
    settle(qtbot, page)
    assert [name for name, *_ in asked] == ["mine.wiregrad-race"]
    assert page.model.setup == lent
    assert page.is_borrowed


def test_another_program_shows_it_byte_for_byte(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    page = make()
    work(qtbot, page, tmp_path / "mine.wiregrad-race")
    before = looks(page)
    page.put_aside()
    opened(qtbot, page, surface="himmelblau")
    assert page._aside is not None
    page._aside.release()

    later = make()
    qtbot.waitUntil(lambda: later.told != "")
    assert "during a lesson" in later.told
    settle(qtbot, later)
    assert looks(later) == before


def test_what_is_still_being_read_is_put_aside_whole(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page = make()
    work(qtbot, page, tmp_path / "mine.wiregrad-race")
    text = page.own_work()
    assert text is not None
    later = make()
    later.show_own_work(text)
    assert later.own_work() == text
    later.put_aside()
    opened(qtbot, later, surface="himmelblau")
    later.bring_back()
    settle(qtbot, later)
    assert later.own_work() == text


def test_damaged_work_is_refused(qtbot: QtBot, page: OptimizersPage) -> None:
    with pytest.raises(FileFormatError):
        page.show_own_work('{"format": "wiregrad-race"}')


def results_of(page: OptimizersPage) -> list[float]:
    result, step = page.model.result, page.step_bar.position
    assert result is not None
    found: list[float] = []
    for path in result.race.trajectories:
        place = min(step, path.steps)
        found += [float(path.losses[place]), *map(float, path.points[place])]
    return found


@pytest.mark.parametrize("kind", ["paths", "numbers"])
def test_what_is_hidden_is_told_nowhere(qtbot: QtBot, page: OptimizersPage, kind: str) -> None:
    opened(qtbot, page, surface="beale", rates={"sgd": 10.0}, position=30, method="momentum")
    hidden = results_of(page)
    before = leaks(seen_texts(page), hidden)
    assert before
    assert page.stage.surface_plot.keys
    page.hooks().set_hidden(frozenset({kind}))
    settle(qtbot, page)
    for view in ("race", "sweep", "basins"):
        page.centre.switch.button(view).click()
        settle(qtbot, page)
        assert page.centre.switch.name == "race"
        assert leaks(seen_texts(page), hidden) == {}
    page.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, NO_KEYS))
    settle(qtbot, page)
    assert leaks(seen_texts(page), results_of(page)) == {}
    assert page.told == ""
    assert not page.table.copy_action.isEnabled()
    drawn = [key for key in page.stage.surface_plot.keys if key.startswith("trail:")]
    assert bool(drawn) == (kind == "numbers")
    page.hooks().set_hidden(frozenset())
    settle(qtbot, page)
    assert "too large" in page.told
    assert page.table.copy_action.isEnabled()
    command(qtbot, page, "position", "30")
    assert leaks(seen_texts(page), hidden).keys() == before.keys()
    assert [key for key in page.stage.surface_plot.keys if key.startswith("trail:")]
