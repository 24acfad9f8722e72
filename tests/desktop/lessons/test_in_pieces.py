"""A step is entered in pieces: between them the window goes on, and nothing half shown is seen."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.lessons.panel import LessonPanel
from desktop.lessons.playing.play_view import PlayView
from desktop.lessons.views.question_pane import QuestionPane
from desktop.lessons.views.questions.question_view import Question
from desktop.shell.application import Application
from desktop.widgets.panels.page import Page
from engine.lessons.lesson import Ask, StepWords
from tests.desktop.lessons.hands import player_of
from tests.desktop.lessons.playing.test_playing import graph_page
from tests.support.lesson_playing import open_panel, wait_for_step

_BOXES = """\
format = 1
[[step]]
id = "look"
[step.open]
space = "graph"
formula = "f = x*y"
[[step]]
id = "shown"
[step.ask]
kind = "canvas"
[[step]]
id = "opened"
[step.open]
space = "graph"
formula = "g = a + b"
[step.ask]
kind = "canvas"
"""
_BOXES_WORDS = "# Boxes\nIn boxes.\n" + "".join(
    f"\n## {name}: Look\nLook at it.\n" for name in ("look", "shown", "opened")
)
ITEMS = tuple(f"item-{place}" for place in range(8))


def test_each_row_of_a_question_is_a_piece_of_its_own(qtbot: QtBot) -> None:
    """Rows take milliseconds each: eight of them at once would be longer than a frame."""
    pane = QuestionPane()
    qtbot.addWidget(pane)
    words = StepWords("", items={name: f"Words of {name}" for name in ITEMS}, ask="Which?")
    for kind, arguments in (
        ("choice", {"items": ITEMS, "right": ITEMS[0]}),
        ("choices", {"items": ITEMS, "right": ITEMS[:2]}),
        ("order", {"items": ITEMS, "right": ITEMS}),
        ("table", {"blanks": dict.fromkeys(ITEMS, "1")}),
    ):
        counts = []
        for _ in pane.showing(Question(Ask(kind, arguments), words)):
            assert pane.isHidden()
            counts.append(0 if pane.view is None else len(pane.view.children()))
        assert len(counts) >= len(ITEMS), kind
        grown = [after - before for before, after in pairwise(counts)]
        assert max(grown) <= 3, kind
        assert not pane.isHidden()


def test_the_rest_of_a_step_comes_when_the_window_has_gone_on(
    panel: LessonPanel, qtbot: QtBot
) -> None:
    view, player = panel.play_view, player_of(panel)
    player.go_to("guess")
    assert view.step.title.spoken == "Guess"
    assert not view.is_settled
    # What is typed in a step that is still to be shown whole is not lost on the way.
    view.show_draft("12")
    assert view.draft() == "12"
    wait_for_step(panel, qtbot)
    assert view.draft() == "12"


def test_a_page_is_opened_after_the_words_and_is_not_seen_half_opened(
    panel: LessonPanel, program: Application, qtbot: QtBot
) -> None:
    player = player_of(panel)
    player.go_to("train")
    wait_for_step(panel, qtbot)
    page = program.window.stack.page("training")
    assert isinstance(page, Page)
    player.go_to("read")
    wait_for_step(panel, qtbot)
    player.go_to("train")
    assert not player.is_ready
    seen = []
    player.readied.connect(lambda: seen.append(page.updatesEnabled()))
    wait_for_step(panel, qtbot)
    assert seen == [True]


def test_who_goes_on_before_a_page_is_opened_sees_what_comes_then(
    panel: LessonPanel, qtbot: QtBot
) -> None:
    """What is given up half opened is opened anew, though it is the same that was wanted before."""
    player = player_of(panel)
    player.begin_step_anew()
    player.go_to("raise")
    player.go_to("train")
    player.go_to("raise")
    wait_for_step(panel, qtbot)
    assert player.facts["formula"] == "f = x*y"
    assert not player.fault


def test_words_of_what_was_opened_leave_the_question_as_it_is(
    panel: LessonPanel, qtbot: QtBot
) -> None:
    """They come when the page has settled, and must not take away a field that has the keys."""
    player = player_of(panel)
    player.go_to("guess")
    wait_for_step(panel, qtbot)
    view: PlayView = panel.play_view
    question = view.step.question_view
    assert question is not None
    player.step_changed.emit()
    assert view.step.question_view is question


def test_what_is_asked_on_the_canvas_is_seen_at_no_moment(
    program: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    """The boxes come when the graph has settled; until then what they ask for is hidden too."""
    folder = tmp_path / "boxes"
    folder.mkdir()
    (folder / "lesson.toml").write_text(_BOXES, "utf-8")
    (folder / "en.md").write_text(_BOXES_WORDS, "utf-8")
    panel = open_panel(program.window, qtbot)
    panel.show_file(folder)
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    player, page = player_of(panel), graph_page(program)
    assert not page.document.veil
    for step in ("opened", "shown"):
        player.go_to("look")
        wait_for_step(panel, qtbot)
        seen: list[bool] = []
        player.changed.connect(lambda seen=seen: seen.append("gradients" in player.pages.hidden))
        player.go_to(step)
        assert "gradients" in player.pages.hidden
        assert not player.is_ready
        wait_for_step(panel, qtbot)
        qtbot.waitUntil(lambda: player.facts.get("exercise_total") is not None)
        assert "gradients" not in player.pages.hidden
        # It is hidden to the end of that, and then by the boxes.
        assert seen == sorted(seen, reverse=True), step
        assert page.document.veil
