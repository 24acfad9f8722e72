"""Unsaved work is kept within two seconds, survives a kill, and goes when it is saved."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.files.autosave import DELAY_MS
from desktop.files.document_dialogs import DocumentDialogs
from desktop.files.recovery_store import RecoveryStore
from desktop.files.save_dialogs import Answer
from desktop.foundation.settings import Settings
from desktop.graph_editor.files.drawing_document import drawing_form, recovery_form
from desktop.graph_editor.page import GraphPage
from engine.arrays import as_array
from engine.drawing.drawing import Drawing
from engine.drawing.serialization import from_json
from engine.errors import FileFormatError
from tests.support.graph_hands import make_page
from tests.support.graphs import node, product_of_sum
from tests.support.settling import settle
from tests.support.sources import ROOT

LEFT = Qt.MouseButton.LeftButton


class Unsaved(DocumentDialogs):
    """Gives one answer to what becomes of unsaved changes."""

    def __init__(self, page: GraphPage, answer: Answer) -> None:
        super().__init__(page, drawing_form())
        self.answer = answer

    def ask_unsaved(self, name: str, parts: Sequence[str] = ()) -> Answer:
        return self.answer


def change_x(page: GraphPage, value: float) -> None:
    page.document.set_value(node(page.document.graph, "x"), as_array(value))


def copies(folder: Path) -> list[Path]:
    return list((folder / "recovery").glob("*.json"))


def leave_behind(folder: Path, drawing: Drawing, path: Path | None = None) -> None:
    """Leave what a program that was killed leaves: a copy whose lock nobody holds."""
    store = RecoveryStore(folder / "recovery", recovery_form())
    store.keep(drawing, path)
    for lock in store._locks.values():
        lock.unlock()


def second_page(qtbot: QtBot, folder: Path) -> GraphPage:
    page = GraphPage(Settings(str(folder / "settings.ini")))
    qtbot.addWidget(page, before_close_func=lambda page: page.shutdown())
    page.resize(1200, 760)
    page.show()
    return page


def test_a_killed_program_loses_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.desktop.graph_editor.recovery.killed_program"]
    with subprocess.Popen(
        [*command, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        expected = from_json(process.stdout.readline())
        process.kill()
    # Two seconds are promised: one wait, and the time to write a file.
    assert DELAY_MS <= 1000
    page = second_page(qtbot, tmp_path)
    qtbot.waitUntil(page.recovery_bar.isVisible)
    assert "A1" in page.recovery_bar.text
    QTest.mouseClick(page.recovery_bar.recover_button, LEFT)
    assert page.document.drawing == expected
    assert not page.document.is_clean
    assert not page.recovery_bar.isVisible()
    # What was recovered is unsaved work of this program now.
    settle(qtbot, page.recovery.autosave)
    assert copies(tmp_path) == [page.recovery.autosave._store.copy]


def test_what_is_saved_or_undone_needs_no_copy(qtbot: QtBot, tmp_path: Path) -> None:
    page = make_page(qtbot, tmp_path)
    change_x(page, 3.0)
    page.recovery.autosave.keep()
    settle(qtbot, page.recovery.autosave)
    assert len(copies(tmp_path)) == 1
    page.document.history.undo()
    assert copies(tmp_path) == []
    change_x(page, 4.0)
    page.recovery.autosave.keep()
    settle(qtbot, page.recovery.autosave)
    page.document.mark_saved(tmp_path / "kept.wiregrad")
    assert copies(tmp_path) == []


def test_changes_without_a_pause_are_kept_too(qtbot: QtBot, tmp_path: Path) -> None:
    page = make_page(qtbot, tmp_path)
    for step in range(100):
        change_x(page, float(step))
        if copies(tmp_path):
            break
        qtbot.waitUntil(lambda: True)
    qtbot.waitUntil(lambda: bool(copies(tmp_path)), timeout=2000)


def test_closing_removes_the_copy(qtbot: QtBot, tmp_path: Path) -> None:
    page = GraphPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(page)
    change_x(page, 3.0)
    page.recovery.autosave.keep()
    qtbot.waitUntil(lambda: bool(copies(tmp_path)))
    page.files.dialogs = Unsaved(page, Answer.DISCARD)
    assert page.can_close()
    # Another page may still refuse, so the work stays for as long as the window does.
    assert len(copies(tmp_path)) == 1
    page.shutdown()
    assert copies(tmp_path) == []


def test_what_a_running_program_keeps_is_not_offered(qtbot: QtBot, tmp_path: Path) -> None:
    running = RecoveryStore(tmp_path / "recovery", recovery_form())
    running.keep(Drawing(product_of_sum(), {}, "theirs"), None)
    page = second_page(qtbot, tmp_path)
    qtbot.waitUntil(lambda: page._has_been_shown)
    page.recovery_bar.look()
    assert page.recovery_bar.isHidden()
    running.close()


def test_several_are_offered_one_after_another(qtbot: QtBot, tmp_path: Path) -> None:
    leave_behind(tmp_path, Drawing(product_of_sum(), {}, "one"))
    leave_behind(tmp_path, Drawing(product_of_sum(), {}, "two"), tmp_path / "two.wiregrad")
    page = second_page(qtbot, tmp_path)
    qtbot.waitUntil(page.recovery_bar.isVisible)
    first = page.recovery_bar.text
    QTest.mouseClick(page.recovery_bar.discard_button, LEFT)
    assert page.recovery_bar.isVisible()
    assert page.recovery_bar.text != first
    QTest.mouseClick(page.recovery_bar.discard_button, LEFT)
    assert not page.recovery_bar.isVisible()
    assert copies(tmp_path) == []


def test_among_too_many_copies_the_newest_are_looked_at(tmp_path: Path) -> None:
    leave_behind(tmp_path, Drawing(product_of_sum(), {}, "lately"))
    for number in range(60):
        old = tmp_path / "recovery" / f"0{number}.recovery.json"
        old.write_text("{")
        os.utime(old, (1.0, 1.0))
    store = RecoveryStore(tmp_path / "recovery", recovery_form())
    assert [lost.work.title for lost in store.lost_work()] == ["lately"]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"format": "wiregrad-recovery"}', "[" * 50_000,
     json.dumps({"format": "wiregrad-recovery", "version": 2, "path": None, "drawing": "{}"}),
     json.dumps({"format": "wiregrad-recovery", "version": 1, "path": 3, "drawing": "{}"}),
     json.dumps({"format": "wiregrad-recovery", "version": 1, "path": None, "drawing": "{}"})],
)  # fmt: skip
def test_a_damaged_copy_is_left_alone_and_not_offered(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "recovery"
    folder.mkdir()
    damaged = folder / "0.recovery.json"
    damaged.write_text(text)
    assert RecoveryStore(folder, recovery_form()).lost_work() == []
    assert damaged.read_text() == text


def test_a_copy_that_cannot_be_written_is_told_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes, called: str) -> None:
        raise FileFormatError("file_unwritable", "“x” cannot be written: no space left.", name="x")

    monkeypatch.setattr("desktop.files.recovery_store.write_whole", refuse)
    page = make_page(qtbot, tmp_path)
    told: list[str] = []
    page.warned.connect(told.append)
    for value in (3.0, 4.0):
        change_x(page, value)
        page.recovery.autosave.keep()
        settle(qtbot, page.recovery.autosave)
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert "not kept in case of a crash" in told[0]


def test_that_nothing_can_be_kept_names_the_folder_of_all_spaces(tmp_path: Path) -> None:
    folder = tmp_path / "recovery"
    folder.write_text("in the way")
    for space in ("", "training", "activations"):
        store = RecoveryStore(folder / space, recovery_form())
        with pytest.raises(FileFormatError) as caught:
            store.keep(Drawing(), None)
        assert f"{folder.name}” cannot be written" in caught.value.sentence


def test_a_copy_goes_only_when_another_holds_what_was_recovered(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_behind(tmp_path, Drawing(product_of_sum(), {}, "lost"))
    (old,) = copies(tmp_path)

    def refuse(path: Path, content: bytes, called: str) -> None:
        raise FileFormatError("file_unwritable", "“x” cannot be written: no space left.", name="x")

    page = second_page(qtbot, tmp_path)
    qtbot.waitUntil(page.recovery_bar.isVisible)
    with monkeypatch.context() as patch:
        patch.setattr("desktop.files.recovery_store.write_whole", refuse)
        QTest.mouseClick(page.recovery_bar.recover_button, LEFT)
        settle(qtbot, page.recovery.autosave)
        assert page.document.drawing.title == "lost"
        assert page.recovery_bar.isHidden()
        assert copies(tmp_path) == [old]
    page.recovery.autosave.keep()
    settle(qtbot, page.recovery.autosave)
    assert copies(tmp_path) == [page.recovery.autosave._store.copy]
    page.document.mark_saved(tmp_path / "found.wiregrad")
    assert copies(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_told_and_hinders_nothing(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "recovery").write_text("in the way")
    page = make_page(qtbot, tmp_path)
    with qtbot.waitSignal(page.warned) as told:
        change_x(page, 3.0)
        page.recovery.autosave.keep()
    assert told.args is not None
    assert told.args[0].endswith("recovery” cannot be written: file exists.")
    page.document.mark_saved(tmp_path / "kept.wiregrad")
    assert page.document.is_clean
