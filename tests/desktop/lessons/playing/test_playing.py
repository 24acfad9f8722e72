"""A lesson in the window: what is asked, waited for, hidden, shown, resumed and given back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.foundation.settings import LANGUAGE
from desktop.graph_editor.page import GraphPage
from desktop.lessons.panel import LessonPanel
from desktop.lessons.scene.spotlight import Spotlight
from desktop.lessons.views.verdict_view import VerdictView
from desktop.shell.application import Application
from engine.arrays import as_array
from engine.lessons.answer import Outcome
from engine.lessons.sitting import Phase
from tests.desktop.lessons.hands import answer, button, field, go_on, player_of
from tests.support.due_timers import make_due
from tests.support.lesson_playing import open_panel, press, wait_for_step


def graph_page(program: Application) -> GraphPage:
    page = program.window.stack.page("graph")
    assert isinstance(page, GraphPage)
    return page


def set_value(page: GraphPage, name: str, number: float) -> None:
    node = page.document.graph.named(name)
    assert node is not None
    page.document.set_value(node, as_array(number))


def test_a_step_is_read_with_its_numbers_and_the_words_of_buttons(panel: LessonPanel) -> None:
    view = panel.play_view.step
    assert view.title.spoken == "Read this"
    assert view.body.spoken == "The numbers are 3 and 5. Press Train."
    assert button(panel, "next").isEnabled()
    assert not button(panel, "back").isEnabled()


def test_what_is_hidden_stays_hidden_until_a_step_shows_it(
    panel: LessonPanel, program: Application, qtbot: QtBot
) -> None:
    page = graph_page(program)
    assert not page.palette_panel.isVisible()
    assert page.hooks().veils() >= {"values", "gradients"}
    assert player_of(panel).pages.hidden == {"palette", "values", "gradients"}
    player_of(panel).go_to("raise")
    wait_for_step(panel, qtbot)
    assert player_of(panel).pages.hidden == {"palette", "gradients"}


def test_answers_are_marked_and_the_sentence_of_a_slip_is_said(
    panel: LessonPanel, qtbot: QtBot
) -> None:
    go_on(panel, qtbot)
    assert not button(panel, "next").isEnabled()
    answer(panel, "what")
    verdict = player_of(panel).verdict
    assert verdict is not None
    assert verdict.marked.outcome is Outcome.NO_ATTEMPT
    assert player_of(panel).sitting.record.tries == ()
    answer(panel, "7")
    assert player_of(panel).phase is Phase.ASKED
    answer(panel, "15")
    verdict = player_of(panel).verdict
    assert verdict is not None
    assert verdict.why == "3 times 5 is 15."
    assert player_of(panel).phase is Phase.DONE
    assert button(panel, "next").isEnabled()


@pytest.mark.parametrize("typed", ["2*x*y*3", "$x$", "`a` _b_", "<b>x</b>", "a\\*b"])
def test_what_cannot_be_read_is_quoted_as_it_was_typed(
    panel: LessonPanel, qtbot: QtBot, typed: str
) -> None:
    go_on(panel, qtbot)
    answer(panel, typed)
    shown = panel.play_view.step.findChild(VerdictView)
    assert shown is not None
    assert shown.answer.spoken == f"You answered: {typed}"
    assert f"“{typed}” is not a number" in shown.why.spoken


def test_a_slip_leads_to_a_smaller_step_and_back(
    panel: LessonPanel, program: Application, qtbot: QtBot
) -> None:
    go_on(panel, qtbot)
    answer(panel, "8")
    verdict = player_of(panel).verdict
    assert verdict is not None
    assert verdict.why == "You added."
    go_on(panel, qtbot)
    assert player_of(panel).step.id == "small"
    assert player_of(panel).pages.hidden == frozenset()
    assert player_of(panel).missing == ("The value of “g” is 2; it is to be 4.",)
    set_value(graph_page(program), "a", 3.0)
    qtbot.waitUntil(lambda: player_of(panel).phase is Phase.DONE)
    go_on(panel, qtbot)
    assert player_of(panel).step.id == "guess"
    # What the question is about is there again, and hidden again.
    assert player_of(panel).facts["value_f"] == 15.0
    assert player_of(panel).pages.hidden == {"palette", "values", "gradients"}


def test_a_prediction_comes_first_and_is_explained_when_it_has_come_true(
    panel: LessonPanel, program: Application, qtbot: QtBot
) -> None:
    player = player_of(panel)
    player.go_to("raise")
    wait_for_step(panel, qtbot)
    page = graph_page(program)
    set_value(page, "x", 4.0)
    qtbot.waitUntil(page.is_settled)
    assert not player.phase.is_over
    set_value(page, "x", 3.0)
    answer(panel, "5")
    assert player.is_waiting
    assert player.verdict is not None
    assert player.verdict.why == ""
    set_value(page, "x", 4.0)
    qtbot.waitUntil(lambda: player.phase is Phase.DONE)
    assert player.verdict.why == "It grew by 5."


def test_a_part_is_pointed_at(panel: LessonPanel, program: Application, qtbot: QtBot) -> None:
    player_of(panel).go_to("raise")
    wait_for_step(panel, qtbot)
    page = graph_page(program)
    (light,) = page.findChildren(Spotlight)
    assert light.part is page.view
    assert light.isVisible()


def test_hints_come_one_by_one(panel: LessonPanel, qtbot: QtBot) -> None:
    go_on(panel, qtbot)
    for count in (1, 2):
        press(button(panel, "hint"))
        assert player_of(panel).sitting.record.hints == count


def test_show_me_is_offered_after_enough_wrong_answers_and_tells_the_answer(
    panel: LessonPanel, qtbot: QtBot
) -> None:
    go_on(panel, qtbot)
    for number in range(20, 24):
        assert not button(panel, "show_me").isVisible()
        answer(panel, str(number))
    press(button(panel, "show_me"))
    assert player_of(panel).phase is Phase.SHOWN
    verdict = player_of(panel).verdict
    assert verdict is not None
    assert verdict.answer == "15"


def test_show_me_does_one_thing_after_another_and_the_step_counts_as_shown(
    panel: LessonPanel, program: Application, qtbot: QtBot
) -> None:
    player = player_of(panel)
    player.go_to("train")
    wait_for_step(panel, qtbot)
    press(button(panel, "show_me"))
    assert player.phase is Phase.SHOWN

    def is_done() -> bool:
        make_due(player)
        return not player.is_demonstrating

    qtbot.waitUntil(is_done)
    qtbot.waitUntil(lambda: "3" in str(player.facts["layers"]))
    assert player.phase is Phase.SHOWN


def test_in_another_space_a_strip_leads_back(
    panel: LessonPanel, program: Application, qtbot: QtBot
) -> None:
    assert panel.play_view.away_text == ""
    program.window.show_space("optimizers")
    qtbot.waitUntil(lambda: panel.play_view.away_text == "This step is in Graph.")
    press(panel.play_view.go_there)
    qtbot.waitUntil(lambda: program.window.stack.current_id == "graph")
    qtbot.waitUntil(lambda: panel.play_view.away_text == "")


def test_back_and_skip_lead_everywhere(panel: LessonPanel, qtbot: QtBot) -> None:
    go_on(panel, qtbot)
    press(button(panel, "skip"))
    wait_for_step(panel, qtbot)
    assert player_of(panel).step.id == "raise"
    assert player_of(panel).sitting.record_of("guess").phase is Phase.SKIPPED
    press(button(panel, "back"))
    wait_for_step(panel, qtbot)
    assert player_of(panel).step.id == "guess"


def test_what_is_still_missing_is_told_by_the_key(panel: LessonPanel, qtbot: QtBot) -> None:
    player_of(panel).go_to("train")
    wait_for_step(panel, qtbot)
    press(button(panel, "missing"))
    assert len(panel.play_view.step.missing.sentences) == 1


def test_what_is_still_missing_tells_no_number_that_is_hidden(
    panel: LessonPanel, program: Application, qtbot: QtBot
) -> None:
    player = player_of(panel)
    player.go_to("small")
    wait_for_step(panel, qtbot)
    assert player.missing == ("The value of “g” is 2; it is to be 4.",)
    player.pages.hide(frozenset({"values"}))
    player.look_now()
    assert player.missing == ("The value of “g” is not yet what it is to be.",)
    # What is given is seen on the canvas all the same.
    assert player.pages.tells("value_a")
    assert player.pages.tells("start_value_a")
    assert not player.pages.tells("value_g")


def test_ones_own_work_is_back_when_the_lesson_is_left(
    program: Application, folder: Path, qtbot: QtBot
) -> None:
    page = graph_page(program)
    set_value(page, "x", 42.0)
    drawing, text = page.document.drawing, page.own_work()
    panel = open_panel(program.window, qtbot)
    panel.show_file(folder)
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    assert page.is_borrowed
    assert program.window.windowTitle().startswith("Lesson: A small lesson")
    assert page.document.drawing != drawing
    press(panel.play_view.close_button)
    assert not page.is_borrowed
    assert page.document.drawing == drawing
    assert page.own_work() == text
    assert page.palette_panel.isVisible()
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.document.drawing != drawing


def test_another_language_keeps_the_step_and_what_is_typed(
    panel: LessonPanel, program: Application, qtbot: QtBot
) -> None:
    go_on(panel, qtbot)
    QTest.keyClicks(field(panel), "1")
    program.settings.set(LANGUAGE, "ko")
    qtbot.waitUntil(lambda: not program.is_busy)
    made = program.window.companion.companion
    assert isinstance(made, LessonPanel)
    assert made is not panel
    wait_for_step(made, qtbot)
    assert player_of(made).step.id == "guess"
    assert field(made).text() == "1"
    # The page is made anew too, and what was hidden stays hidden.
    assert not graph_page(program).palette_panel.isVisible()
    assert graph_page(program).is_borrowed
    press(button(made, "back"))
    wait_for_step(made, qtbot)
    assert made.play_view.step.title.spoken == "읽기"
    press(made.play_view.close_button)
    assert not graph_page(program).is_borrowed


def test_the_very_step_is_resumed_after_a_new_start(
    launch: Callable[[], Application], folder: Path, qtbot: QtBot
) -> None:
    first = launch()
    panel = open_panel(first.window, qtbot)
    panel.show_file(folder)
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    player_of(panel).go_to("raise")
    wait_for_step(panel, qtbot)
    answer(panel, "5")
    page = graph_page(first)
    set_value(page, "y", 9.0)
    qtbot.waitUntil(page.is_settled)
    seed = player_of(panel).sitting.seed
    first.window.close()
    second = launch()
    panel = open_panel(second.window, qtbot)
    press(panel.start_page.buttons["go_on"])
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    player = player_of(panel)
    assert (player.step.id, player.phase, player.sitting.seed) == ("raise", Phase.DOING, seed)
    # What was done on the page is there again, and x is still what it was at the start.
    assert player.facts["value_y"] == 9.0
    assert player.facts["start_value_x"] == 3.0
    # The prediction is made, and nothing is asked of this graph any more.
    assert player.pages.hidden == {"palette"}


def test_the_end_is_told_and_the_next_sitting_has_other_numbers(
    panel: LessonPanel, folder: Path, qtbot: QtBot
) -> None:
    assert player_of(panel).facts["x"] == 3.0
    while panel.player is not None:
        name = "next" if button(panel, "next").isEnabled() else "skip"
        press(button(panel, name))
        if panel.player is not None:
            wait_for_step(panel, qtbot)
    assert panel.views.currentWidget() is panel.end_view
    panel.show_file(folder)
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    player = player_of(panel)
    assert player.step.id == "read"
    assert not player.sitting.is_first
    assert (player.facts["x"], player.facts["y"]) != (3.0, 5.0)


def test_a_lesson_with_faults_is_not_played_and_says_where(
    program: Application, folder: Path, qtbot: QtBot
) -> None:
    structure = folder / "lesson.toml"
    structure.write_text(structure.read_text().replace('kind = "number"', 'kind = "nomber"', 1))
    panel = open_panel(program.window, qtbot)
    panel.show_file(folder)
    qtbot.waitUntil(panel.fault_view.isVisible)
    assert "lesson.toml:21: " in " ".join(panel.fault_view.texts), panel.fault_view.texts
    panel.show_file(folder / "nothing")
    assert panel.player is None


@pytest.mark.parametrize("moment", range(6))
def test_whenever_the_program_is_killed_the_disk_knows_the_very_step(
    panel: LessonPanel, qtbot: QtBot, moment: int
) -> None:
    """A file is written whole, so what is on the disk at a moment is what a kill leaves."""
    player = player_of(panel)
    steps = ("guess", "raise", "train", "read")
    for turn in range(10):
        seen = player.step.id
        player.go_to(steps[(turn + moment) % len(steps)])
        progress = panel.store.load("own-small-lesson")
        assert progress.current is not None
        assert progress.current.step in (seen, player.step.id)
        qtbot.waitUntil(lambda: has_settled(panel.store))
        progress = panel.store.load("own-small-lesson")
        assert progress.current is not None
        assert progress.current.step == player.step.id


def test_a_right_prediction_says_at_once_what_is_still_to_be_done(
    panel: LessonPanel, qtbot: QtBot
) -> None:
    go_on(panel, qtbot)
    answer(panel, "15")
    go_on(panel, qtbot)
    answer(panel, "5")
    assert player_of(panel).phase is Phase.DOING
    assert panel.play_view.step.missing.isVisible()


def test_a_right_answer_tells_at_once_what_was_hidden_for_it(
    panel: LessonPanel, qtbot: QtBot
) -> None:
    go_on(panel, qtbot)
    pages = player_of(panel).pages
    answer(panel, "17")
    assert {"values", "gradients"} <= pages.hidden
    answer(panel, "15")
    # Gradients are hidden at the next step too, and a column that is away stays away.
    assert pages.hidden == {"palette", "gradients"}
    press(button(panel, "next"))
    press(button(panel, "back"))
    wait_for_step(panel, qtbot)
    assert pages.hidden == {"palette", "gradients"}
    player_of(panel).begin_step_anew()
    qtbot.waitUntil(lambda: "values" in pages.hidden)


def test_opening_a_file_of_ones_own_leaves_the_lesson_and_shows_it_without_a_veil(
    panel: LessonPanel,
    program: Application,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = program.window.stack.page("graph")
    assert isinstance(page, GraphPage)
    path = tmp_path / "own.json"
    monkeypatch.setattr(page.files.dialogs, "ask_save", lambda _path: path)
    assert page.files.save_as()
    go_on(panel, qtbot)
    assert player_of(panel).pages.hidden
    page.files.open_path(path)
    qtbot.waitUntil(lambda: page.files.path == path)
    assert panel.player is None
    assert not page.is_borrowed
    assert not page.document.hidden_kinds
    assert "lesson was left" in panel.start_view.notice.text()
    # What was on the page before the lesson is put aside no more, and the lesson goes on.
    panel.show_lesson(panel.library.find("first-graph") or pytest.fail("no lesson"))
    qtbot.waitUntil(lambda: panel.player is not None)
