"""A lesson's language is its own: one that the interface has not is shown as any other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from desktop.lessons.panel import LessonPanel
from desktop.lessons.playing.language_menu import LanguageMenu
from desktop.shell.application import Application
from tests.support.lesson_playing import open_panel, wait_for_step

GERMAN = """\
# Multiplizieren
Was ein Produkt tut.

## read: Ein Produkt
Hier ist {x}.
"""


def open_german(program: Application, folder: Path, qtbot: QtBot) -> LessonPanel:
    (folder / "de.md").write_text(GERMAN, encoding="utf-8")
    panel = open_panel(program.window, qtbot)
    panel.show_file(folder)
    wait_for_step(panel, qtbot)
    return panel


def offered(panel: LessonPanel) -> dict[str, QAction]:
    """Return the languages that the lesson's menu offers, by their titles."""
    menus = [action.menu() for action in panel.play_view.menu_actions]
    (menu,) = (menu for menu in menus if isinstance(menu, LanguageMenu))
    return {action.text(): action for action in menu.actions()}


def test_a_lesson_speaks_a_language_that_the_interface_has_not(
    program: Application, folder: Path, qtbot: QtBot
) -> None:
    panel = open_german(program, folder, qtbot)
    step = panel.play_view.step
    assert list(offered(panel)) == ["Deutsch", "English, as the interface", "한국어"]
    assert offered(panel)["English, as the interface"].isChecked()
    offered(panel)["Deutsch"].trigger()
    assert (step.title.spoken, step.language_note) == ("Ein Produkt", "")
    assert offered(panel)["Deutsch"].isChecked()
    # The next step has no German words: English ones, and a note that says so.
    assert panel.player is not None
    panel.player.go_to("guess")
    wait_for_step(panel, qtbot)
    assert step.title.spoken == "Guess"
    assert step.language_note == "Not translated yet; shown in this language: English"
    offered(panel)["English, as the interface"].trigger()
    assert step.language_note == ""
    offered(panel)["한국어"].trigger()
    panel.player.go_to("read")
    wait_for_step(panel, qtbot)
    assert step.title.spoken == "읽기"


def test_what_is_typed_stays_when_the_language_is_another(
    program: Application, folder: Path, qtbot: QtBot
) -> None:
    panel = open_german(program, folder, qtbot)
    assert panel.player is not None
    panel.player.go_to("guess")
    wait_for_step(panel, qtbot)
    panel.play_view.show_draft("12")
    offered(panel)["Deutsch"].trigger()
    assert panel.play_view.draft() == "12"


def test_the_chosen_language_is_that_of_the_next_lesson_too(
    program: Application, folder: Path, qtbot: QtBot
) -> None:
    panel = open_german(program, folder, qtbot)
    offered(panel)["Deutsch"].trigger()
    panel.leave()
    panel.show_file(folder)
    wait_for_step(panel, qtbot)
    assert panel.play_view.step.title.spoken == "Ein Produkt"
