"""A graph that somebody has built something else in the place of is told, and shown again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.lessons.panel import LessonPanel
from desktop.shell.application import Application
from tests.desktop.lessons.hands import answer, go_on, player_of
from tests.desktop.lessons.playing.test_playing import graph_page
from tests.support.lesson_playing import press, wait_for_step


def test_a_graph_that_was_built_over_is_told_and_shown_again(
    panel: LessonPanel, program: Application, qtbot: QtBot
) -> None:
    """A number typed and given in the formula's field instead of the answer's builds a graph."""
    view = panel.play_view
    go_on(panel, qtbot)
    answer(panel, "7")
    page = graph_page(program)
    assert not view.open_again.isVisible()
    player_of(panel).pages.command("formula", "g = 1")
    qtbot.waitUntil(view.open_again.isVisible)
    assert view.away_text == "The graph of this step has been changed."
    # It is told at the next step too, which goes on in the same graph.
    player_of(panel).go_to("raise")
    wait_for_step(panel, qtbot)
    assert view.open_again.isVisible()
    player_of(panel).go_to("guess")
    wait_for_step(panel, qtbot)
    # Nor is it forgotten when the lesson is left and gone on with.
    panel.leave()
    panel.show_lesson(panel.library.own()[0])
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    press(view.open_again)
    wait_for_step(panel, qtbot)
    assert not view.open_again.isVisible()
    assert page.document.graph.named("f") is not None
    assert [given.answer for given in player_of(panel).sitting.record.given] == ["7"]
    # What a step asks to be changed may be changed.
    player_of(panel).go_to("raise")
    wait_for_step(panel, qtbot)
    answer(panel, "5")
    assert player_of(panel).is_waiting
    player_of(panel).pages.command("formula", "g = 1")
    qtbot.waitUntil(lambda: has_settled(panel))
    assert not view.open_again.isVisible()
