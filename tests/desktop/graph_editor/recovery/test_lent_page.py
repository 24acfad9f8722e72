"""One's own graph gives way to a lesson's and comes back byte for byte, with history and file."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.desk.history import Step, Steps
from desktop.files.save_dialogs import Answer
from desktop.foundation.settings import Settings
from desktop.graph_editor.document.change import ChangeKind
from desktop.graph_editor.document.document import DocumentState
from desktop.graph_editor.files import own_work
from desktop.graph_editor.files.own_work import OwnGraph, from_text, to_text
from desktop.graph_editor.page import GraphPage
from engine.arrays import as_array
from engine.drawing.drawing import Drawing
from engine.drawing.edits import with_graph
from engine.errors import FileFormatError
from engine.graph.edits import set_value
from tests.desktop.graph_editor.recovery.killed_lesson import DRAFT, LESSON, work
from tests.desktop.graph_editor.recovery.test_recovery import Unsaved, copies
from tests.support.graph_hands import make_page
from tests.support.graphs import node, product_of_sum
from tests.support.settling import settle
from tests.support.sources import ROOT


def aside(folder: Path) -> list[Path]:
    return list((folder / "recovery" / "aside").glob("*.json"))


def open_lesson(page: GraphPage) -> None:
    page.document.load(Drawing(product_of_sum(), {}, LESSON), None, is_agreed=True)
    page.document.set_value(node(page.document.graph, "x"), as_array(99.0))


def test_one_s_own_graph_comes_back_as_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    page = make_page(qtbot, tmp_path)
    work(page, tmp_path)
    before, made = page.own_work(), page.document.history.steps
    page.put_aside()
    open_lesson(page)
    # What a lesson has opened is nobody's loss: no copy, no mark in the title, no question.
    settle(qtbot, page.recovery.autosave)
    assert copies(tmp_path) == []
    page.set_borrowed_title("Lesson: Chain rule")
    page._show_title()
    assert page._title == "Lesson: Chain rule"
    assert page.files.is_clean
    page.bring_back()
    assert page.own_work() == before
    assert page.document.history.steps is made
    assert page.formula_bar.draft() == DRAFT
    assert page.files.name == "mine.wiregrad"
    # What was put aside has the history too: it is the only copy until something is changed.
    settle(qtbot, page.recovery.autosave)
    assert copies(tmp_path) == []
    assert len(aside(tmp_path)) == 1
    page.document.history.redo()
    assert "α" in page.document.graph.names.values()
    page.recovery.autosave.keep()
    qtbot.waitUntil(lambda: aside(tmp_path) == [])
    assert len(copies(tmp_path)) == 1


def test_an_untouched_example_leaves_nothing_on_the_disk(qtbot: QtBot, tmp_path: Path) -> None:
    page = make_page(qtbot, tmp_path)
    example = page.document.drawing
    page.put_aside()
    open_lesson(page)
    assert aside(tmp_path) == []
    page.bring_back()
    assert page.document.drawing is example
    assert page.document.is_clean


def test_closing_asks_about_one_s_own_graph_and_saves_it(qtbot: QtBot, tmp_path: Path) -> None:
    page = make_page(qtbot, tmp_path)
    work(page, tmp_path)
    page.put_aside()
    open_lesson(page)
    lesson = page.document.drawing
    page.files.dialogs = Unsaved(page, Answer.CANCEL)
    assert not page.can_close()
    assert page.document.drawing is lesson
    assert page.is_borrowed
    page.files.dialogs = Unsaved(page, Answer.SAVE)
    assert page.can_close()
    assert "7.3159" in (tmp_path / "mine.wiregrad").read_text()
    # Another page has refused: the lesson goes on, and nothing is asked twice.
    assert page.document.drawing is lesson
    page.files.dialogs = Unsaved(page, Answer.CANCEL)
    assert page.can_close()
    page.bring_back()
    assert page.document.is_clean
    assert page.document.path == tmp_path / "mine.wiregrad"


def test_a_file_opened_during_a_lesson_is_one_s_own(qtbot: QtBot, tmp_path: Path) -> None:
    page = make_page(qtbot, tmp_path)
    page.put_aside()
    open_lesson(page)
    work(page, tmp_path)
    page.files.dialogs = Unsaved(page, Answer.CANCEL)
    assert not page.can_close()
    page.bring_back()
    # Its changes gave way, and are offered.
    qtbot.waitUntil(page.recovery_bar.isVisible)
    assert "mine" in page.recovery_bar.text


def test_a_lesson_in_another_language_goes_on(qtbot: QtBot, tmp_path: Path) -> None:
    page = GraphPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(page)
    work(page, tmp_path)
    before = page.own_work()
    page.put_aside()
    open_lesson(page)
    other = make_page(qtbot, tmp_path)
    other.take_over(page)
    page.shutdown()
    assert other.document.drawing.title == LESSON
    other.bring_back()
    assert other.own_work() == before


def moments(what: str, folder: Path, prepared: bool = False) -> Iterator[Path]:
    """Let a program die at each file that it touches; yield the settings' folder it left behind."""
    command = [sys.executable, "-m", "tests.desktop.graph_editor.recovery.killed_lesson"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def ends(what: str, home: Path, moment: int) -> bool:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"{what}\t{home}\t{moment}\n")
            process.stdin.flush()
            return process.stdout.readline() == "ended\n"

        is_over, moment = False, 0
        while not is_over:
            home = folder / f"{what}{moment}"
            home.mkdir()
            if prepared:
                assert not ends("learn", home, _IN_THE_LESSON)
                assert aside(home)
            is_over = ends(what, home, moment)
            moment += 1
            yield home
        process.stdin.close()


# The program has put its own work aside then, and shows the lesson's.
_IN_THE_LESSON = 9


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="no process can fork there")
@pytest.mark.parametrize(("what", "prepared"), [("learn", False), ("start_again", True)])
def test_killed_at_any_moment_one_s_own_work_is_there_at_the_next_start(
    qtbot: QtBot, tmp_path: Path, what: str, prepared: bool
) -> None:
    reference = make_page(qtbot, tmp_path / "reference")
    work(reference, tmp_path / "reference")
    own = reference.own_work() or ""
    drawings = [reference.document.drawing]
    reference.document.history.redo()
    drawings.append(reference.document.drawing)
    count = 0
    for home in moments(what, tmp_path, prepared):
        expected = own.replace(str(tmp_path / "reference"), str(home))
        page = GraphPage(Settings(str(home / "settings.ini")))
        page.resize(900, 600)
        page.look_for_own_work()
        page.recovery_bar.look()
        # Whoever dies before it is put aside has a copy as always, and so has who has gone on with
        # it. In between it comes back again, with all that can be undone.
        if page.own_work() != expected:
            assert not prepared, home.name
            assert not aside(home), home.name
            offered = page.recovery_bar._waiting
            assert offered, home.name
            assert offered[0].work in drawings, home.name
            assert offered[0].path == home / "mine.wiregrad"
        assert all(work.work.title != LESSON for work in page.recovery_bar._waiting)
        assert page.document.drawing.title != LESSON
        page.shutdown()
        page.deleteLater()
        count += 1
    assert count >= (12 if what == "learn" else 4)


def deep_history(count: int) -> DocumentState:
    """Return a document whose value of x has been each number from 0 to a count, undone by one."""
    drawings = [Drawing(product_of_sum(), {}, "mine")]
    x = node(drawings[0].graph, "x")
    for value in range(count):
        graph = set_value(drawings[-1].graph, x, as_array(float(value)))
        drawings.append(with_graph(drawings[-1], graph))
    edit = ChangeKind.EDIT
    made = tuple(
        Step("change value", (drawings[i], edit), (drawings[i + 1], edit)) for i in range(count)
    )
    return DocumentState(drawings[-2], Steps(made, count - 1, 0), None, None, ())


def test_each_drawing_stands_once_and_what_lies_far_back_is_left_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = OwnGraph(deep_history(40))
    text = to_text(own)
    assert text.count('"wiregrad-graph"') == 41
    back = from_text(text)
    assert to_text(back) == text
    assert back.document.steps.index == 39
    assert back.document.steps.clean_index == 0
    assert back.document.drawing == own.document.drawing
    monkeypatch.setattr(own_work, "MOST_HISTORY", len(text) // 4)
    short = from_text(to_text(own)).document
    assert short.drawing == own.document.drawing
    assert 5 <= len(short.steps.made) < 15
    # What was saved lies farther back than what is kept.
    assert short.steps.clean_index is None
    last = short.steps.last
    assert last is not None
    assert last.after[0] is short.drawing


@pytest.mark.parametrize(
    "damage",
    [
        ("", "x"),
        ('"version": 1', '"version": 2'),
        ('"index": 39', '"index": 77'),
        ('"before": [1, "edit"]', '"before": [900, "edit"]'),
        ('"before": [1, "edit"]', '"before": [1, "leap"]'),
        ('"wiregrad-graph"', '"something"'),
        ("wiregrad-own-graph", "wiregrad-graph"),
    ],
)
def test_damaged_work_is_refused(damage: tuple[str, str]) -> None:
    old, new = damage
    text = to_text(OwnGraph(deep_history(40)))
    assert old in text
    with pytest.raises(FileFormatError):
        from_text(text.replace(old, new, 1) if old else new)
