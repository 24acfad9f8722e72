"""Whoever opens something of their own in mid-lesson has left the lesson, in every space."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from desktop.lessons.panel import LessonPanel
from desktop.shell.application import Application
from desktop.widgets.panels.page import Page
from engine.drawing.drawing import Drawing
from engine.lessons.vocabulary.spaces import SPACES
from tests.desktop.lessons.playing.test_playing import set_value
from tests.support.graphs import product_of_sum
from tests.support.lesson_playing import open_panel, wait_for_step

_STEP = """
[[step]]
id = "{0}"
[step.open]
space = "{0}"
"""
_WORDS = """
## {0}: Look
Look at it.
"""


def _lesson_in(space: str, folder: Path) -> Path:
    lesson = folder / f"look-at-{space}"
    lesson.mkdir()
    (lesson / "lesson.toml").write_text("format = 1\n" + _STEP.format(space))
    (lesson / "en.md").write_text("# Look\nIt is all there.\n" + _WORDS.format(space))
    return lesson


def _make_own(page: Page, path: Path) -> None:
    """Open something of one's own, in each space in another of the ways that there are."""
    files = page.document_files
    assert files is not None
    if isinstance(page, GraphPage):
        page.examples.actions()[1].trigger()
    elif page.space_id == "activations":
        files.open_path(path)
    else:
        new = next(action for action in files.menu_actions() if action.text() == "&New")
        new.trigger()


def test_something_of_ones_own_leaves_the_lesson_in_every_space_and_says_so(
    program: Application, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = open_panel(program.window, qtbot)
    for space in SPACES:
        program.window.show_space(space)
        page = program.window.stack.page(space)
        files = page.document_files
        assert files is not None
        path = tmp_path / f"{space}.json"
        monkeypatch.setattr(files.dialogs, "ask_save", lambda _path, path=path: path)
        assert files.save_as()
        panel.show_file(_lesson_in(space, tmp_path))
        qtbot.waitUntil(lambda: panel.player is not None)
        wait_for_step(panel, qtbot)
        assert page.is_borrowed
        _make_own(page, path)
        qtbot.waitUntil(lambda: panel.player is None)
        assert not page.is_borrowed
        assert "lesson was left" in panel.start_view.notice.text()


def test_back_to_ones_own_work_in_mid_lesson_leaves_it_and_loses_neither_work(
    panel: LessonPanel, program: Application, qtbot: QtBot
) -> None:
    """What gave way before the lesson comes back; what stood there when it began gives way."""
    panel.leave()
    graph = program.window.stack.page("graph")
    assert isinstance(graph, GraphPage)
    set_value(graph, "x", 7.0)
    mine = graph.document.drawing
    graph.receive(Drawing(product_of_sum(), {}, "sent"))
    set_value(graph, "x", 9.0)
    sent, back = graph.document.drawing, graph.recovery.back_action
    qtbot.waitUntil(back.isEnabled)
    panel.show_lesson(panel.library.own()[0])
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    assert graph.document.drawing not in (mine, sent)
    back.trigger()
    assert panel.player is None
    assert not graph.is_borrowed
    assert graph.document.drawing == mine
    assert "lesson was left" in panel.start_view.notice.text()
    qtbot.waitUntil(back.isEnabled)
    back.trigger()
    assert graph.document.drawing == sent
