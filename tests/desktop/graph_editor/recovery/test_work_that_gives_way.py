"""Unsaved work keeps its copy until it is saved, or until somebody agreed to lose it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import make_companion, make_spaces
from desktop.files.document_dialogs import DocumentDialogs
from desktop.files.part_files import part_file
from desktop.files.recovery_store import RecoveryStore
from desktop.files.save_dialogs import Answer
from desktop.foundation.settings import LANGUAGE, THEME, Settings
from desktop.foundation.theme import apply_theme
from desktop.foundation.translation import install
from desktop.graph_editor.files.drawing_document import recovery_form
from desktop.graph_editor.files.drawing_files import write_drawing
from desktop.graph_editor.page import GraphPage
from desktop.shell.application import Application
from engine.arrays import as_array
from engine.drawing.drawing import Drawing
from engine.drawing.serialization import from_json
from engine.errors import FileFormatError
from tests.support.graphs import node, product_of_sum
from tests.support.settling import settle

LEFT = Qt.MouseButton.LeftButton
WRITER = "desktop.files.recovery_store.write_whole"


class Discards(DocumentDialogs):
    """Agrees to lose what is not saved."""

    def __init__(self) -> None:
        self.asked = 0

    def ask_unsaved(self, name: str, parts: object = ()) -> Answer:
        self.asked += 1
        return Answer.DISCARD


@pytest.fixture
def application(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    settings = Settings(str(tmp_path / "settings.ini"))
    settings.set(LANGUAGE, "en")
    settings.set(THEME, "light")
    application = Application(qapp, settings, make_spaces, make_companion)
    application.open_window("graph")
    qtbot.waitExposed(application.window)
    yield application
    page(application).files.dialogs = Discards()
    application.window.close()
    application.window.deleteLater()
    application.deleteLater()
    install(qapp, "en")
    apply_theme(qapp, "light", 1.0)


def page(application: Application) -> GraphPage:
    found = application.window.stack.page("graph")
    assert isinstance(found, GraphPage)
    return found


def change_x(graph: GraphPage, value: float) -> None:
    graph.document.set_value(node(graph.document.graph, "x"), as_array(value))


def copies(folder: Path) -> list[Path]:
    return sorted((folder / "recovery").glob("*.recovery.json"))


def kept(folder: Path) -> list[Drawing]:
    return [from_json(json.loads(path.read_text())["drawing"]) for path in copies(folder)]


def refuse(path: Path, content: bytes, called: str) -> None:
    raise FileFormatError("file_unwritable", "“x” cannot be written: no space left.", name="x")


@pytest.mark.parametrize("is_kept_before", [True, False])
@pytest.mark.parametrize("way", ["file", "example"])
def test_what_gives_way_without_a_question_is_kept_and_offered(
    qtbot: QtBot, application: Application, tmp_path: Path, way: str, is_kept_before: bool
) -> None:
    graph = page(application)
    write_drawing(tmp_path / "other.wiregrad", Drawing(product_of_sum(), {}, "other"))
    change_x(graph, 7.0)
    work, undo = graph.document.drawing, graph.document.history.undo_text
    assert undo
    if is_kept_before:
        graph.recovery.autosave.keep()
        settle(qtbot, graph.recovery.autosave)
    if way == "file":
        graph.open_file(tmp_path / "other.wiregrad")
    else:
        graph.examples.show_example("a2")
    assert graph.document.drawing != work
    qtbot.waitUntil(graph.recovery_bar.isVisible)
    assert "gave way" in graph.recovery_bar.text
    assert kept(tmp_path) == [work]
    QTest.mouseClick(graph.recovery_bar.recover_button, LEFT)
    assert graph.document.drawing == work
    assert not graph.document.is_clean
    # It is back with what can be undone. Until something is changed, that copy is the only one.
    assert graph.document.history.undo_text == undo
    settle(qtbot, graph.recovery.autosave)
    assert kept(tmp_path) == [work]
    assert not graph.recovery_bar.isVisible()
    assert not graph.recovery.back_action.isEnabled()
    change_x(graph, 8.0)
    graph.recovery.autosave.keep()
    qtbot.waitUntil(lambda: copies(tmp_path) == [graph.recovery.autosave.store.copy])
    assert kept(tmp_path) == [graph.document.drawing]


def test_what_is_sent_and_what_it_displaces_take_turns(
    qtbot: QtBot, application: Application, tmp_path: Path
) -> None:
    graph = page(application)
    answers = Discards()
    graph.files.dialogs = answers
    file = tmp_path / "mine.wiregrad"
    write_drawing(file, Drawing(product_of_sum(), {}, "mine"))
    graph.files.open_path(file)
    change_x(graph, 7.0)
    mine, back = graph.document.drawing, graph.recovery.back_action
    graph.receive(Drawing(product_of_sum(), {}, "sent"))
    qtbot.waitUntil(back.isEnabled)
    assert back.text() == "Back to “mine.wiregrad”"
    # Who has no time for it now finds it in the menu.
    QTest.mouseClick(graph.recovery_bar.later_button, LEFT)
    assert not graph.recovery_bar.isVisible()
    assert back.isEnabled()
    assert graph.document.path is None
    change_x(graph, 3.0)
    sent = graph.document.drawing
    # What is shown gives way in its turn, as often as one likes, and nothing is asked.
    for shown, other in ((mine, "sent"), (sent, "mine.wiregrad"), (mine, "sent")):
        back.trigger()
        assert graph.document.drawing == shown
        assert graph.document.path == (file if shown is mine else None)
        assert graph.document.history.undo_text
        qtbot.waitUntil(lambda other=other: other in back.text())  # type: ignore[misc]
        qtbot.waitUntil(lambda: len(copies(tmp_path)) == 2)
    assert answers.asked == 0


def test_what_gave_way_is_offered_at_the_next_start(
    qtbot: QtBot, application: Application, tmp_path: Path
) -> None:
    graph = page(application)
    change_x(graph, 7.0)
    work = graph.document.drawing
    graph.examples.show_example("a2")
    qtbot.waitUntil(graph.recovery_bar.isVisible)
    # While this program runs it is not another's to take.
    another = RecoveryStore(tmp_path / "recovery", recovery_form())
    assert another.lost_work() == []
    application.window.close()
    (found,) = another.lost_work()
    assert found.work == work
    assert found.is_aside
    assert found.history is not None


def test_a_file_that_does_not_open_takes_nothing_away(
    qtbot: QtBot, application: Application, tmp_path: Path
) -> None:
    graph = page(application)
    change_x(graph, 7.0)
    graph.recovery.autosave.keep()
    settle(qtbot, graph.recovery.autosave)
    before = copies(tmp_path)
    (tmp_path / "broken.wiregrad").write_text("{")
    graph.files.dialogs = Discards()
    graph.files.open_path(tmp_path / "broken.wiregrad")
    with pytest.raises(FileFormatError):
        graph.open_file(tmp_path / "broken.wiregrad")
    assert copies(tmp_path) == before
    assert not graph.document.is_clean


def test_what_the_user_lets_go_goes_when_the_other_is_shown(
    qtbot: QtBot, application: Application, tmp_path: Path
) -> None:
    graph = page(application)
    change_x(graph, 7.0)
    graph.recovery.autosave.keep()
    settle(qtbot, graph.recovery.autosave)
    at_change: list[int] = []
    graph.document.changed.connect(lambda _: at_change.append(len(copies(tmp_path))))
    dialogs = graph.files.dialogs = Discards()
    graph.files.new()
    assert dialogs.asked == 1
    assert at_change == [1]
    assert copies(tmp_path) == []
    assert not graph.recovery_bar.isVisible()


def test_a_change_of_language_never_leaves_the_work_without_a_copy(
    qtbot: QtBot,
    application: Application,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graph = page(application)
    change_x(graph, 7.0)
    graph.recovery.autosave.keep()
    settle(qtbot, graph.recovery.autosave)
    (copy,) = copies(tmp_path)
    change_x(graph, 8.0)
    work = graph.document.drawing
    seen: list[bool] = []
    unlink = Path.unlink

    def watched(path: Path, missing_ok: bool = False) -> None:
        seen.append(path == copy)
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", watched)
    application._settings.set(LANGUAGE, "ko")
    qtbot.waitUntil(lambda: not application.is_busy)
    assert True not in seen
    assert copies(tmp_path) == [copy]
    other = page(application)
    settle(qtbot, other.recovery.autosave)
    assert kept(tmp_path) == [work]
    # It is the new page's now: undone to what was opened, nothing is left to keep.
    while other.document.history.steps.last is not None:
        other.document.history.undo()
    assert copies(tmp_path) == []


def test_what_gave_way_stays_this_programs_after_a_change_of_language(
    qtbot: QtBot, application: Application, tmp_path: Path
) -> None:
    graph = page(application)
    change_x(graph, 7.0)
    work = graph.document.drawing
    graph.examples.show_example("a2")
    qtbot.waitUntil(graph.recovery_bar.isVisible)
    application._settings.set(LANGUAGE, "ko")
    qtbot.waitUntil(lambda: not application.is_busy)
    qtbot.waitUntil(page(application).recovery_bar.isVisible)
    # Nobody else is offered it while this program runs.
    assert RecoveryStore(tmp_path / "recovery", recovery_form()).lost_work() == []
    QTest.mouseClick(page(application).recovery_bar.recover_button, LEFT)
    assert page(application).document.drawing == work


def test_a_page_that_nobody_takes_over_leaves_its_copy(qtbot: QtBot, tmp_path: Path) -> None:
    graph = GraphPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(graph)
    change_x(graph, 7.0)
    graph.recovery.autosave.keep()
    settle(qtbot, graph.recovery.autosave)
    graph.shutdown()
    assert kept(tmp_path) == [graph.document.drawing]


def test_that_work_is_not_kept_is_told_in_every_space_for_as_long_as_it_is_so(
    qtbot: QtBot, application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph, window = page(application), application.window
    with monkeypatch.context() as patch:
        patch.setattr(WRITER, refuse)
        change_x(graph, 7.0)
        graph.recovery.autosave.keep()
        qtbot.waitUntil(window.warning_bar.isVisible)
        assert "not kept in case of a crash" in window.warning_bar.text
        for space in ("training", "activations", "graph"):
            window.show_space(space)
            assert window.warning_bar.isVisible()
        window.show_message("Something else.", "info")
        assert window.warning_bar.isVisible()
        application._settings.set(LANGUAGE, "ko")
        qtbot.waitUntil(lambda: not application.is_busy)
        qtbot.waitUntil(window.warning_bar.isVisible)
    # Without another change it is tried again.
    qtbot.waitUntil(lambda: not window.warning_bar.isVisible(), timeout=15_000)


@pytest.mark.parametrize("end", ["saved", "undone"])
def test_the_warning_goes_when_nothing_is_left_to_keep(
    qtbot: QtBot,
    application: Application,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    end: str,
) -> None:
    graph, window = page(application), application.window
    monkeypatch.setattr(WRITER, refuse)
    change_x(graph, 7.0)
    graph.recovery.autosave.keep()
    qtbot.waitUntil(window.warning_bar.isVisible)
    if end == "saved":
        graph.document.mark_saved(tmp_path / "kept.wiregrad")
    else:
        graph.document.history.undo()
    assert not window.warning_bar.isVisible()


def test_two_windows_side_by_side_lose_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    pages: list[GraphPage] = []
    for value in (5.0, 6.0):
        graph = GraphPage(Settings(str(tmp_path / "settings.ini")))
        qtbot.addWidget(graph, before_close_func=lambda graph: graph.shutdown())
        graph.show()
        change_x(graph, value)
        graph.recovery.autosave.keep()
        pages.append(graph)
        settle(qtbot, pages[-1].recovery.autosave)
    for graph in pages:
        graph.recovery_bar.look()
        assert graph.recovery_bar.isHidden()
    assert len(copies(tmp_path)) == 2
    pages[0].document.mark_saved(tmp_path / "first.wiregrad")
    assert kept(tmp_path) == [pages[1].document.drawing]


def test_what_killed_autosaves_left_half_written_goes_at_the_next_start(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "recovery"
    folder.mkdir()
    (folder / ".wiregrad-0123456789abcdef.part").write_text("half")
    (folder / ".0123.recovery.json.x7k2.part").write_text("half, by an earlier version")
    graph = GraphPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(graph, before_close_func=lambda graph: graph.shutdown())
    with part_file(folder, 0o600) as running:
        graph.show()
        qtbot.waitUntil(lambda: graph._has_been_shown)
        qtbot.waitUntil(lambda: list(folder.iterdir()) == [running.path])
