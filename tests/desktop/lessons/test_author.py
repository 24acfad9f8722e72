"""What an author has: a lesson that reloads on save and stays at the step, faults, recording."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.app import make_spaces
from desktop.foundation.settings import LANGUAGE, THEME, Settings
from desktop.foundation.theme import apply_theme
from desktop.foundation.translation import install
from desktop.graph_editor.page import GraphPage
from desktop.lessons.author.author_panel import AuthorPanel
from desktop.lessons.author.recorded import recorded_commands
from desktop.shell.application import Application
from desktop.widgets.panels.page_hooks import HookCommand
from engine.arrays import as_array
from engine.lessons.lesson import Command
from tests.support.lesson_playing import press, wait_for_step


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, folder: Path
) -> Iterator[Application]:
    settings = Settings(str(tmp_path / "settings.ini"))
    settings.set(LANGUAGE, "en")
    settings.set(THEME, "light")
    made = Application(
        qapp, settings, make_spaces, lambda stage, kept: AuthorPanel(stage, kept, folder)
    )
    window = made.open_window("graph")
    window.resize(1440, 900)
    qtbot.waitExposed(window)
    yield made
    window.close()
    window.deleteLater()
    made.deleteLater()
    install(qapp, "en")
    apply_theme(qapp, "light", 1.0)


@pytest.fixture
def panel(program: Application, folder: Path, qtbot: QtBot) -> AuthorPanel:
    panel = program.window.companion.open()
    assert isinstance(panel, AuthorPanel)
    panel.show_file(folder)
    wait_for_step(panel, qtbot)
    return panel


def go_to(panel: AuthorPanel, step: str, qtbot: QtBot) -> None:
    assert panel.player is not None
    panel.player.go_to(step)
    wait_for_step(panel, qtbot)


def page_of(program: Application) -> GraphPage:
    page = program.window.stack.page("graph")
    assert isinstance(page, GraphPage)
    return page


def step_of(folder: Path, name: str) -> dict[str, Any]:
    steps = tomllib.loads((folder / "lesson.toml").read_text())["step"]
    return next(step for step in steps if step["id"] == name)


def wait_for_reload(panel: AuthorPanel, old: object, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel.player is not None and panel.player is not old)
    wait_for_step(panel, qtbot)


def test_saving_shows_the_new_words_at_the_same_step(
    panel: AuthorPanel, folder: Path, qtbot: QtBot
) -> None:
    go_to(panel, "guess", qtbot)
    old, words = panel.player, folder / "en.md"
    words.write_text(words.read_text().replace("Multiply.", "Multiply both."), encoding="utf-8")
    wait_for_reload(panel, old, qtbot)
    assert panel.player is not None
    assert panel.player.step.id == "guess"
    assert panel.play_view.step.body.spoken == "Multiply both."


def test_a_fault_is_listed_by_line_and_a_click_copies_it(
    panel: AuthorPanel, folder: Path, qtbot: QtBot
) -> None:
    structure = folder / "lesson.toml"
    structure.write_text(structure.read_text().replace('to = "small"', 'to = "smal"'))
    qtbot.waitUntil(lambda: panel.faults.count() > 0)
    item = panel.faults.item(0)
    assert item.text().startswith("lesson.toml:")
    place = panel.faults.visualItemRect(item).center()
    QTest.mouseClick(panel.faults.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert QApplication.clipboard().text() == item.text()
    structure.write_text(structure.read_text().replace('to = "smal"', 'to = "small"'))
    qtbot.waitUntil(lambda: panel.faults.count() == 0)


def test_a_check_that_takes_long_is_stopped(
    panel: AuthorPanel, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop = panel.buttons["stop"]
    qtbot.waitUntil(lambda: panel.told.text() == "No faults.")
    assert stop.isHidden()
    monkeypatch.setattr(
        "desktop.lessons.author.author_panel.checking_lesson", lambda *_: repeat(None)
    )
    panel.reload()
    qtbot.waitUntil(stop.isVisible)
    press(stop)
    qtbot.waitUntil(stop.isHidden)
    assert panel.told.text() == "The check was stopped."


def test_what_the_page_shows_is_recorded_as_what_the_step_opens(
    panel: AuthorPanel, program: Application, folder: Path, qtbot: QtBot
) -> None:
    go_to(panel, "guess", qtbot)
    page, old = page_of(program), panel.player
    node = page.document.graph.named("x")
    assert node is not None
    page.document.set_value(node, as_array(8.0))
    qtbot.waitUntil(page.is_settled)
    press(panel.buttons["state"])
    opened = step_of(folder, "guess")["open"]
    assert opened["space"] == "graph"
    assert opened["values"]["x"] == 8.0
    wait_for_reload(panel, old, qtbot)
    assert panel.player is not None
    assert panel.player.step.id == "guess"
    assert panel.player.facts["value_x"] == 8.0


def test_what_was_done_is_recorded_as_the_solution(
    panel: AuthorPanel, program: Application, folder: Path, qtbot: QtBot
) -> None:
    go_to(panel, "raise", qtbot)
    page = page_of(program)
    node = page.document.graph.named("x")
    assert node is not None
    page.document.set_value(node, as_array(4.0))
    qtbot.waitUntil(page.is_settled)
    press(panel.buttons["solution"])
    assert step_of(folder, "raise")["solution"]["do"] == [["set", "x", "4"]]


def test_the_numbers_of_the_next_seed_are_played_at_the_same_step(
    panel: AuthorPanel, qtbot: QtBot
) -> None:
    go_to(panel, "guess", qtbot)
    old = panel.player
    assert old is not None
    before = old.facts["x"], old.facts["y"]
    press(panel.buttons["seed"])
    wait_for_reload(panel, old, qtbot)
    assert panel.player is not None
    assert panel.player.step.id == "guess"
    assert (panel.player.facts["x"], panel.player.facts["y"]) != before


def test_a_wrong_answer_is_foreseen_with_its_sentence(
    panel: AuthorPanel, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_to(panel, "guess", qtbot)
    old = panel.player
    view = panel.play_view.step.question_view
    assert view is not None
    line = view.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "99")
    QTest.keyClick(line, Qt.Key.Key_Return)
    monkeypatch.setattr(
        "PySide6.QtWidgets.QInputDialog.getMultiLineText",
        lambda *_: ("Far too much.", True),
    )
    press(panel.buttons["slip"])
    assert step_of(folder, "guess")["slip"][-1] == {"name": "far-too-much", "gives": "99"}
    assert "### slip far-too-much\nFar too much." in (folder / "en.md").read_text()
    wait_for_reload(panel, old, qtbot)


def test_commands_are_found_between_two_states() -> None:
    known = {
        "set": HookCommand(print, ("word", "value")),
        "layers": HookCommand(print, ("word",)),
        "start": HookCommand(print, ("value", "value")),
        "picture": HookCommand(print, ("word",)),
    }
    before = {"values": {"x": 1.0, "y": 2.0}, "layers": [2, 1], "picture": "boundary", "z": 1}
    after = {
        "values": {"x": 1.0, "y": 2.5}, "layers": [2, 4, 1], "picture": "hidden",
        "start": [1.0, -2.0], "z": 2,
    }  # fmt: skip
    assert recorded_commands(before, after, known) == (
        Command("set", ("y", "2.5")),
        Command("layers", ("2-4-1",)),
        Command("picture", ("hidden",)),
        Command("start", ("1", "-2")),
    )
    assert recorded_commands(after, after, known) == ()


def test_the_languages_of_the_lesson_are_gone_through(
    panel: AuthorPanel, folder: Path, qtbot: QtBot
) -> None:
    old = panel.player
    german = "# Klein\nKlein.\n\n## read: Lies dies\nHier.\n"
    (folder / "de.md").write_text(german, encoding="utf-8")
    wait_for_reload(panel, old, qtbot)
    # In English, German and Korean: German is the one before English.
    (folder / "ko.md").unlink()
    old = panel.player
    wait_for_reload(panel, old, qtbot)
    press(panel.buttons["language"])
    assert panel.play_view.step.title.spoken == "Lies dies"
    assert "Deutsch" in panel.told.text()
    press(panel.buttons["language"])
    assert panel.play_view.step.title.spoken == "Read this"
