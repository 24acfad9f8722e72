"""A file to be written: its suffix comes before the question, and the name can be changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from desktop.files.file_kind import FileKind
from desktop.files.save_dialogs import SaveDialogs
from tests.support.dialog_hands import (
    DialogHands,
    ScriptedChooser,
    Step,
    escape,
    name,
    press,
    typed_name,
)

KIND = FileKind("Graphs", (".wiregrad", ".json"))


@pytest.fixture
def dialogs(qtbot: QtBot) -> Iterator[SaveDialogs]:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    yield SaveDialogs(owner)
    assert QApplication.activeModalWidget() is None


def ask(dialogs: SaveDialogs, folder: Path, *steps: Step) -> tuple[Path | None, list[str]]:
    hands = DialogHands(*steps)
    path = dialogs.ask_file("Save graph", folder / "Untitled.wiregrad", KIND)
    assert hands.is_done
    return path, hands.said


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("lecture", "lecture.wiregrad"),
        ("week 1.2", "week 1.2.wiregrad"),
        ("lecture.wiregrad", "lecture.wiregrad"),
        ("lecture.WIREGRAD", "lecture.WIREGRAD"),
        ("lecture.json", "lecture.json"),
        ("lecture.png", "lecture.png.wiregrad"),
        ("x.wiregrad.bak", "x.wiregrad.bak.wiregrad"),
        ("역전파 2.5주차", "역전파 2.5주차.wiregrad"),
        (".wiregrad", ".wiregrad.wiregrad"),
        ("가" * 82, "가" * 82 + ".wiregrad"),
    ],
)
def test_only_a_known_ending_is_a_suffix(
    dialogs: SaveDialogs, tmp_path: Path, typed: str, written: str
) -> None:
    path, said = ask(dialogs, tmp_path, name(typed))
    assert path == tmp_path / written
    assert said == []


def test_a_file_that_is_there_is_asked_about_by_its_whole_name(
    dialogs: SaveDialogs, tmp_path: Path
) -> None:
    (tmp_path / "lecture.wiregrad").write_text("mine")
    path, said = ask(dialogs, tmp_path, name("lecture"), press("REPLACE"))
    assert path == tmp_path / "lecture.wiregrad"
    assert said == ["“lecture.wiregrad” is already there. Replace it?"]
    path, _ = ask(dialogs, tmp_path, name("lecture"), press("CANCEL"))
    assert path is None


def test_another_name_leads_back_to_what_was_typed(dialogs: SaveDialogs, tmp_path: Path) -> None:
    (tmp_path / "lecture.wiregrad").write_text("mine")
    kept: list[str] = []
    path, _ = ask(dialogs, tmp_path, name("lecture"), press("ANOTHER"), typed_name(kept))
    assert path is None
    assert kept == ["lecture"]
    path, _ = ask(dialogs, tmp_path, name("lecture"), press("ANOTHER"), name("lecture 2"))
    assert path == tmp_path / "lecture 2.wiregrad"


def test_escape_writes_nothing(dialogs: SaveDialogs, tmp_path: Path) -> None:
    (tmp_path / "lecture.wiregrad").write_text("mine")
    assert ask(dialogs, tmp_path, escape(QFileDialog))[0] is None
    assert ask(dialogs, tmp_path, name("lecture"), escape(QMessageBox))[0] is None


def test_a_read_only_file_is_said_to_be_one(dialogs: SaveDialogs, tmp_path: Path) -> None:
    path = tmp_path / "lecture.wiregrad"
    path.write_text("mine")
    path.chmod(0o444)
    _, said = ask(dialogs, tmp_path, name("lecture"), press("CANCEL"))
    assert said == ["“lecture.wiregrad” is already there. Replace it? It is read-only."]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("가" * 83, "with its ending “.wiregrad” it takes 258 bytes, and 255 are the most"),
        ("a" * 300, "with its ending “.wiregrad” it takes 309 bytes, and 255 are the most"),
        ("nowhere/lecture", "There is no folder “nowhere”."),
        ("folder", "“folder.wiregrad” is a folder."),
        ("pipe.wiregrad", "“pipe.wiregrad” is no ordinary file but a pipe or a device."),
    ],
)
def test_a_name_that_no_file_can_have_is_explained_and_can_be_changed(
    dialogs: SaveDialogs, tmp_path: Path, typed: str, words: str
) -> None:
    (tmp_path / "folder.wiregrad").mkdir()
    os.mkfifo(tmp_path / "pipe.wiregrad")
    path, said = ask(dialogs, tmp_path, name(typed), press("Ok"), name("short"))
    assert path == tmp_path / "short.wiregrad"
    assert len(said) == 1
    assert words in said[0]


def test_a_native_dialog_is_asked_again_too(
    dialogs: SaveDialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lecture.wiregrad").write_text("mine")
    ScriptedChooser.answers = [tmp_path / "lecture", tmp_path / "week 1.2", None]
    monkeypatch.setattr(SaveDialogs, "make_chooser", ScriptedChooser)
    path, said = ask(dialogs, tmp_path, press("ANOTHER"))
    assert path == tmp_path / "week 1.2.wiregrad"
    assert len(said) == 1
    assert ask(dialogs, tmp_path)[0] is None


def test_names_are_never_taken_for_html(dialogs: SaveDialogs, tmp_path: Path) -> None:
    shown: list[bool] = []
    (tmp_path / "<b>bold<b>.wiregrad").write_text("mine")

    def look(box: QDialog) -> None:
        assert isinstance(box, QMessageBox)
        shown.append(box.textFormat() == Qt.TextFormat.PlainText)
        press("CANCEL").act(box)

    _, said = ask(dialogs, tmp_path, name("<b>bold<b>"), Step(QMessageBox, look))
    assert shown == [True]
    assert "<b>bold<b>.wiregrad" in said[0]
