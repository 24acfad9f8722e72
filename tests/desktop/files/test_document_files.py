"""A page that says how its document is read and written has New, Open, Recent and Save."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled, shut_down
from desktop.files.document_files import DocumentFiles
from desktop.files.document_form import DocumentForm, DocumentWords
from desktop.files.file_document import FileDocument
from desktop.files.file_kind import FileKind
from desktop.files.file_stamp import FileStamp
from desktop.files.typed_lines import TypedLine
from desktop.files.unsaved_work import Leaving
from desktop.foundation.settings import RECENT_RACES, TYPED, Settings
from engine.errors import FileFormatError
from tests.support.dialog_hands import DialogHands, name, press
from tests.support.settling import settle

WORDS = DocumentWords(
    new="Begin a list", open="Open a list", save="Save the list", save_as="Save it elsewhere",
    ask_open="Open list", ask_save="Save list", unsaved="Save the list “{0}”?",
    not_saved="The list was not saved. {0}",
)  # fmt: skip


def read(path: Path) -> Iterator[tuple[str, ...] | None]:
    yield from read_text(path.read_text(encoding="utf-8"))


def read_text(text: str) -> Iterator[tuple[str, ...] | None]:
    yield None
    lines = text.split()
    if "broken" in lines:
        raise FileFormatError("not_json", "This is no list.")
    yield tuple(lines)


FORM = DocumentForm(
    FileKind("Lists", (".list",)),
    read,
    read_text,
    lambda content: " ".join(content).encode(),
    RECENT_RACES,
    WORDS,
)


class Notes(FileDocument[tuple[str, ...]]):
    """A list of words, of which what is not in the file would be lost."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words: tuple[str, ...] = ()

    @property
    def stem(self) -> str:
        return "notes"

    def content(self) -> tuple[str, ...]:
        return self.words

    def unsaved(self) -> Sequence[object]:
        return [word for word in self.words if word not in (self.saved or ())]

    def names_of(self, unsaved: Sequence[object]) -> Sequence[str]:
        return [str(word) for word in unsaved]

    def begin(self) -> None:
        super().begin()
        self.words = ()

    def show(
        self,
        content: tuple[str, ...],
        path: Path,
        stamp: FileStamp | None,
        *,
        is_agreed: bool,
    ) -> None:
        super().show(content, path, stamp, is_agreed=is_agreed)
        self.words = content


Files = DocumentFiles[tuple[str, ...]]


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def notes(owner: QWidget) -> Notes:
    return Notes(owner)


@pytest.fixture(params=[False, True], ids=["at once", "beside the interface"])
def files(
    request: pytest.FixtureRequest, notes: Notes, owner: QWidget, tmp_path: Path
) -> Iterator[Files]:
    settings = Settings(str(tmp_path / "settings.ini"), owner)
    made = DocumentFiles(notes, replace(FORM, is_long=request.param), settings, owner)
    yield made
    shut_down(made)


def trigger(files: Files, text: str) -> None:
    entries = files.menu_actions()
    next(entry for entry in entries if entry.text().replace("&", "").startswith(text)).trigger()


def test_what_is_saved_is_opened_again(
    qtbot: QtBot, files: Files, notes: Notes, tmp_path: Path
) -> None:
    notes.words = ("one", "two")
    assert not files.is_clean
    hands = DialogHands(name(str(tmp_path / "mine")))
    trigger(files, "Save")
    assert hands.is_done
    assert (tmp_path / "mine.list").read_text() == "one two"
    assert (files.path, files.name, files.is_clean) == (
        tmp_path / "mine.list", "mine.list", True,
    )  # fmt: skip
    trigger(files, "New")
    assert not notes.content()
    assert files.path is None
    assert files.name == "Untitled"
    with qtbot.waitSignal(files.opened):
        files.recent_actions[0].trigger()
    assert notes.words == ("one", "two")
    assert files.is_clean


def test_what_would_be_lost_is_named_before_it_is(files: Files, notes: Notes) -> None:
    notes.words = ("one", "two")
    hands = DialogHands(press("CANCEL"))
    trigger(files, "New")
    assert hands.said[0].startswith("Save the list “Untitled”?")
    assert "Not saved: one, two." in hands.said[0]
    assert notes.words == ("one", "two")
    hands = DialogHands(press("DISCARD"))
    trigger(files, "New")
    assert hands.is_done
    assert not notes.content()


def test_what_is_no_such_file_is_one_sentence(
    qtbot: QtBot, files: Files, notes: Notes, tmp_path: Path
) -> None:
    path = tmp_path / "bad.list"
    path.write_text("broken")
    told: list[tuple[str, str]] = []
    files.reported.connect(lambda text, severity: told.append((text, severity)))
    files.open_path(path)
    settle(qtbot, files)
    assert told == [("bad.list was not opened. This is no list.", "error")]
    assert files.path is None
    with pytest.raises(FileFormatError):
        files.load(path)


def test_a_file_named_on_the_command_line_is_there_when_load_returns(
    files: Files, notes: Notes, tmp_path: Path
) -> None:
    path = tmp_path / "mine.list"
    path.write_text("a b c")
    files.load(path)
    assert notes.words == ("a", "b", "c")
    assert has_settled(files)


def line_in(owner: QWidget, notes: Notes) -> QLineEdit:
    """Return a line of the page, whose text is no part of the document before Enter."""
    line = QLineEdit(owner)
    notes.typed.follow("notes/line", TypedLine(line.text, line.setText), line.textChanged)
    return line


def test_what_is_typed_and_not_entered_is_named_and_stands_there_at_the_next_start(
    files: Files, notes: Notes, owner: QWidget, tmp_path: Path
) -> None:
    line = line_in(owner, notes)
    QTest.keyClicks(line, "x*tanh(x)")
    # It stays in its line while other documents come and go.
    trigger(files, "New")
    assert line.text() == "x*tanh(x)"
    hands = DialogHands(press("CANCEL"))
    assert not files.leave(Leaving.ASK)
    assert "typed and not entered: x*tanh(x)" in hands.said[0]
    settings = Settings(str(tmp_path / "settings.ini"), owner)
    assert settings.get(TYPED) == {}
    # There is nothing else to save, and nothing is asked about files.
    hands = DialogHands(press("SAVE"))
    assert files.leave(Leaving.ASK)
    assert hands.is_done
    assert files.path is None
    # Another page has refused: nothing is asked twice.
    assert files.leave(Leaving.ASK)

    later = Notes(owner)
    other = DocumentFiles(later, FORM, Settings(str(tmp_path / "settings.ini"), owner), owner)
    empty = line_in(owner, later)
    other.bring_back_typed()
    assert empty.text() == "x*tanh(x)"
    # What was agreed to be lost does not come back.
    hands = DialogHands(press("DISCARD"))
    assert other.leave(Leaving.ASK)
    assert hands.is_done
    assert Settings(str(tmp_path / "settings.ini"), owner).get(TYPED) == {}
    shut_down(other)


def test_what_is_typed_is_named_beside_what_is_unsaved(
    files: Files, notes: Notes, owner: QWidget
) -> None:
    line = line_in(owner, notes)
    notes.words = ("one",)
    QTest.keyClicks(line, "2*")
    work = files.unsaved_work()
    assert work is not None
    assert work.parts == ("one", "typed and not entered: 2*")
    # A lesson's answer is nobody's work.
    notes.typed.rest(True)
    notes.words = ()
    assert files.unsaved_work() is None
