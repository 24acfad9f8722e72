"""Handing in: numbers of one's own by one's name, and a file that the lecturer's side marks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.lessons.panel import LessonPanel
from desktop.shell.application import Application
from engine.command_line.main import main
from engine.lessons.class_report import Sign, mark_result
from engine.lessons.formulas import number_value
from engine.lessons.result import read_result_file
from engine.lessons.sitting import seed_of
from tests.desktop.lessons.hands import answer, button, choose, go_on, player_of, typed
from tests.support.dialog_hands import DialogHands, escape, name
from tests.support.dialog_hands import press as press_in
from tests.support.lesson_playing import open_panel, press, wait_for_step

MINJI, JUN = "Kim Minji", "Lee Jun"
SEED = seed_of(MINJI, "small-lesson")


def say_name(panel: LessonPanel, said: str) -> None:
    hands = DialogHands(typed(said))
    press(panel.start_view.name_button)
    assert hands.is_done


def begin(panel: LessonPanel, folder: Path, qtbot: QtBot) -> None:
    panel.show_file(folder)
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)


def numbers(panel: LessonPanel) -> tuple[object, object]:
    facts = player_of(panel).facts
    return facts["x"], facts["y"]


def test_who_says_a_name_first_has_numbers_of_that_name_and_the_mark_counts_them(
    launch: Callable[[], Application], folder: Path, qtbot: QtBot, tmp_path: Path, capsys: object
) -> None:
    panel = open_panel(launch().window, qtbot)
    say_name(panel, f"  {MINJI} ")
    assert panel.start_view.name_button.text() == f"Name: {MINJI}"
    begin(panel, folder, qtbot)
    player = player_of(panel)
    assert (player.sitting.seed, player.sitting.is_first) == (SEED, False)
    mine = numbers(panel)
    assert mine != (3.0, 5.0)
    go_on(panel, qtbot)
    answer(panel, f"{number_value('x*y', player.facts):g}")
    written = tmp_path / "minji.wiregrad-result"
    hands = DialogHands(typed(MINJI), name(str(written)))
    choose(panel, "Hand in…")
    assert hands.is_done
    assert hands.said == []
    result = read_result_file(written)
    assert (result.name, result.seed, result.is_first) == (MINJI, SEED, False)
    marked = mark_result(result, player.lesson)
    assert marked.is_own_seed
    assert marked.questions[0].sign is Sign.RIGHT
    assert main(["lesson", "mark", str(written), "--lessons", str(folder)]) == 0
    # A neighbour has other numbers.
    panel.leave()
    say_name(panel, JUN)
    panel.show_lesson(panel.library.own()[0])
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    # What was begun under another name is gone on with as it is; anew it is one's own.
    assert player_of(panel).sitting.seed == SEED
    choose(panel, "Begin the lesson anew")
    qtbot.waitUntil(lambda: panel.player is not None and panel.player is not player)
    wait_for_step(panel, qtbot)
    assert player_of(panel).sitting.seed == seed_of(JUN, "small-lesson")
    assert numbers(panel) != mine


def test_who_has_the_courses_numbers_is_asked_and_may_begin_with_those_of_the_name(
    panel: LessonPanel, folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    player = player_of(panel)
    assert player.sitting.is_first
    written = tmp_path / "first.wiregrad-result"
    hands = DialogHands(typed(MINJI), press_in("HAND_IN"), name(str(written)))
    choose(panel, "Hand in…")
    assert hands.is_done
    assert hands.said[0].startswith("This lesson was played with other numbers")
    result = read_result_file(written)
    assert result.is_first
    assert not mark_result(result, player.lesson).is_own_seed
    hands = DialogHands(typed(MINJI), press_in("CANCEL"))
    choose(panel, "Hand in…")
    assert panel.player is player
    hands = DialogHands(typed(MINJI), press_in("BEGIN"))
    choose(panel, "Hand in…")
    assert hands.is_done
    qtbot.waitUntil(lambda: panel.player is not None and panel.player is not player)
    wait_for_step(panel, qtbot)
    assert player_of(panel).sitting.seed == SEED


def test_what_was_done_under_the_name_is_handed_in_also_from_a_later_sitting(
    panel: LessonPanel, folder: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    panel.leave()
    say_name(panel, MINJI)
    panel.show_file(folder)
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    choose(panel, "Begin the lesson anew")
    qtbot.waitUntil(lambda: panel.player is not None and not panel.player.sitting.is_first)
    wait_for_step(panel, qtbot)
    while panel.player is not None:
        press(button(panel, "next" if button(panel, "next").isEnabled() else "skip"))
        if panel.player is not None:
            wait_for_step(panel, qtbot)
    written = tmp_path / "end.wiregrad-result"
    hands = DialogHands(typed(MINJI), name(str(written)))
    press(panel.end_view.hand_in_button)
    assert hands.is_done
    assert read_result_file(written).seed == SEED
    # Once that is done, further sittings are for practice.
    begin(panel, folder, qtbot)
    assert player_of(panel).sitting.seed != SEED
    hands = DialogHands(typed(MINJI), name(str(tmp_path / "again.wiregrad-result")))
    choose(panel, "Hand in…")
    assert hands.is_done
    assert read_result_file(tmp_path / "again.wiregrad-result").seed == SEED


def test_without_a_name_or_a_file_nothing_is_handed_in(panel: LessonPanel, tmp_path: Path) -> None:
    before = player_of(panel)
    for steps in ((typed("  "),), (typed(MINJI), press_in("HAND_IN"), escape(QFileDialog))):
        hands = DialogHands(*steps)
        choose(panel, "Hand in…")
        assert hands.is_done
    assert list(tmp_path.glob("*.wiregrad-result")) == []
    assert panel.player is before


def test_a_step_begun_anew_has_fresh_numbers_where_no_other_goes_on_in_it(
    panel: LessonPanel, qtbot: QtBot
) -> None:
    player = player_of(panel)
    for step, is_fresh in (("train", True), ("raise", False)):
        player.go_to(step)
        wait_for_step(panel, qtbot)
        assert numbers(panel) == (3.0, 5.0)
        choose(panel, "Begin this step anew")
        qtbot.waitUntil(lambda: player.sitting.record.round == 1)
        wait_for_step(panel, qtbot)
        assert (numbers(panel) != (3.0, 5.0)) == is_fresh
    # The other steps have theirs as before, and so has this one when one comes back to it.
    player.go_to("read")
    wait_for_step(panel, qtbot)
    assert numbers(panel) == (3.0, 5.0)
