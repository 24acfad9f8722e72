"""What was done in a lesson is kept, whatever the lesson is called and whoever else plays it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.lessons.panel import LessonPanel
from desktop.lessons.playing import lesson_numbers as numbers_module
from desktop.lessons.playing.player import Player
from desktop.shell.application import Application
from engine.errors import EngineError
from engine.lessons.draws import drawing_facts
from engine.lessons.progress import LessonProgress
from engine.lessons.sitting import Phase
from tests.desktop.lessons.hands import answer, button, go_on
from tests.desktop.lessons.playing.test_playing import graph_page, set_value
from tests.support.lesson_playing import open_panel, press, wait_for_step


def play(program: Application, folder: Path, qtbot: QtBot) -> LessonPanel:
    """Open a lesson in a program's window."""
    panel = open_panel(program.window, qtbot)
    panel.show_file(folder)
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    return panel


def player_of(panel: LessonPanel) -> Player:
    assert panel.player is not None
    return panel.player


def kept(panel: LessonPanel) -> LessonProgress:
    """Return what stands in the files once all is written."""
    panel.store.flush()
    return next(progress for _, progress in panel.store.load_all())


def test_two_windows_side_by_side_lose_neither_one_s_answers(
    launch: Callable[[], Application], folder: Path, qtbot: QtBot
) -> None:
    one = play(launch(), folder, qtbot)
    go_on(one, qtbot)
    kept(one)
    other = play(launch(), folder, qtbot)
    answer(one, "15")
    kept(one)
    answer(other, "7")
    other.leave()
    (sitting,) = kept(other).sittings
    assert [given.answer for given in sitting.record_of("guess").given] == ["15", "7"]
    assert sitting.record_of("guess").phase is Phase.DONE
    one.leave()
    (sitting,) = kept(one).sittings
    assert [given.answer for given in sitting.record_of("guess").given] == ["15", "7"]


def test_of_two_windows_in_one_lesson_the_first_keeps_the_place_and_the_other_is_told(
    launch: Callable[[], Application], folder: Path, qtbot: QtBot
) -> None:
    one = play(launch(), folder, qtbot)
    go_on(one, qtbot)
    other = play(launch(), folder, qtbot)
    notice = "Another window is in this lesson too"
    assert notice in other.play_view.step.notice
    assert notice not in one.play_view.step.notice
    press(button(other, "back"))
    wait_for_step(other, qtbot)
    for panel in (other, one):
        panel.leave()
        panel.store.flush()
    key = one.library.open(folder).key
    place = one.store.load_kept(key)
    assert place is not None
    assert place.step == "guess"
    # Once the first window has left the lesson, the place is that of the other.
    assert other.store.claim(key)
    assert not one.store.claim(key)


def test_a_sitting_that_was_begun_in_another_window_stays(
    launch: Callable[[], Application], folder: Path, qtbot: QtBot
) -> None:
    one, other = play(launch(), folder, qtbot), play(launch(), folder, qtbot)
    go_on(one, qtbot)
    other.play_view.begun_anew.emit()
    qtbot.waitUntil(lambda: other.player is not None)
    wait_for_step(other, qtbot)
    kept(other)
    answer(one, "15")
    sittings = kept(one).sittings
    assert len(sittings) == 2
    assert "15" in [given.answer for each in sittings for given in each.record_of("guess").given]


@pytest.mark.parametrize("name", ["n" * 250, "걸" * 80, "small.place", "small?"])
def test_a_lesson_of_any_name_is_played_and_kept(
    program: Application, folder: Path, qtbot: QtBot, name: str
) -> None:
    panel = play(program, folder.rename(folder.with_name(name)), qtbot)
    go_on(panel, qtbot)
    answer(panel, "15")
    (sitting,) = kept(panel).sittings
    assert sitting.record_of("guess").phase is Phase.DONE
    panel.leave()
    again = play(program, folder.with_name(name), qtbot)
    assert player_of(again).step.id == "guess"


def test_own_work_that_cannot_be_put_aside_stays_and_every_step_says_so(
    program: Application, folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    page = graph_page(program)
    set_value(page, "x", 77.0)
    own = page.own_work()
    in_the_way = tmp_path / "recovery" / "aside"
    in_the_way.parent.mkdir(parents=True, exist_ok=True)
    in_the_way.touch()
    panel = open_panel(program.window, qtbot)
    panel.show_file(folder)
    qtbot.waitUntil(lambda: panel.player is not None and bool(panel.player.fault))
    for step in ("guess", "raise"):
        player_of(panel).go_to(step)
        qtbot.waitUntil(lambda: "your own work could not be put aside" in player_of(panel).fault)
        assert page.own_work() == own
        assert not page.is_borrowed
    in_the_way.unlink()
    player_of(panel).go_to("guess")
    wait_for_step(panel, qtbot)
    assert not player_of(panel).fault
    assert page.is_borrowed
    panel.leave()
    assert page.own_work() == own


def with_fresh_step(folder: Path) -> Path:
    """Let a step of the lesson draw numbers of its own."""
    structure = folder / "lesson.toml"
    text = structure.read_text(encoding="utf-8")
    structure.write_text(text.replace('id = "guess"', 'id = "guess"\nfresh = true'), "utf-8")
    return folder


def begin_step_anew(panel: LessonPanel) -> None:
    """Choose it in the lesson's menu."""
    panel.play_view.menu_actions[0].trigger()


def test_a_step_that_is_begun_anew_has_other_numbers_drawn_beside_the_interface(
    program: Application, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = play(program, with_fresh_step(folder), qtbot)
    go_on(panel, qtbot)
    answer(panel, "7")
    threads = []

    def draw(*arguments: object, **named: object) -> object:
        threads.append(threading.current_thread())
        return drawing_facts(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(numbers_module, "drawing_facts", draw)
    begin_step_anew(panel)
    qtbot.waitUntil(lambda: player_of(panel).sitting.record.round == 1)
    wait_for_step(panel, qtbot)
    assert threads
    assert threading.main_thread() not in threads
    assert player_of(panel).phase is Phase.ASKED
    assert [given.answer for given in player_of(panel).sitting.record.past] == ["7"]


def test_numbers_that_cannot_be_drawn_are_told_and_the_step_stays(
    program: Application, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = play(program, with_fresh_step(folder), qtbot)
    go_on(panel, qtbot)
    answer(panel, "7")

    def refuse(*_arguments: object, **_named: object) -> object:
        raise EngineError("lesson_no_draw", "No numbers were found.")

    monkeypatch.setattr(numbers_module, "drawing_facts", refuse)
    begin_step_anew(panel)
    qtbot.waitUntil(lambda: bool(player_of(panel).fault))
    assert player_of(panel).sitting.record.round == 0
    assert player_of(panel).sitting.record.tries[0].answer == "7"
