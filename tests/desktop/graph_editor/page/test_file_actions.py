"""Opening and saving ask where something would be lost, and tell what went wrong."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.graph_editor.document import Document
from desktop.graph_editor.file_actions import FileActions
from desktop.graph_editor.file_dialogs import Answer, FileDialogs
from desktop.graph_editor.files import read_drawing, write_drawing
from engine.errors import FileFormatError
from engine.graph.drawing import Drawing
from tests.support.graphs import node, product_of_sum


class Answers(FileDialogs):
    """Answers without a window, and counts the questions."""

    def __init__(self) -> None:
        self.opening: Path | None = None
        self.saving: Path | None = None
        self.unsaved = Answer.CANCEL
        self.asked = 0

    def ask_open(self, folder: Path) -> Path | None:
        return self.opening

    def ask_save(self, suggestion: Path) -> Path | None:
        return self.saving

    def ask_unsaved(self, name: str) -> Answer:
        self.asked += 1
        return self.unsaved


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    document = Document()
    document.load(Drawing(product_of_sum(), {}, "A1"), None)
    return document


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def files(document: Document, answers: Answers, owner: QWidget, tmp_path: Path) -> FileActions:
    actions = FileActions(document, Settings(str(tmp_path / "settings.ini"), owner), owner)
    actions.dialogs = answers
    return actions


def edit(document: Document) -> None:
    document.set_value(node(document.graph, "x"), np.array(7.0))


def test_saving_asks_for_a_file_once(
    files: FileActions, document: Document, answers: Answers, tmp_path: Path
) -> None:
    edit(document)
    answers.saving = tmp_path / "mine"
    assert files.save()
    path = tmp_path / "mine.wiregrad"
    assert document.path == path
    assert document.is_clean
    answers.saving = None
    edit(document)
    document.rename(node(document.graph, "x"), "speed")
    assert files.save()
    assert read_drawing(path) == document.drawing


def test_cancelling_the_question_saves_nothing(files: FileActions, document: Document) -> None:
    edit(document)
    assert not files.save()
    assert document.path is None


def test_a_save_that_fails_keeps_the_document_unsaved(
    files: FileActions, document: Document, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    edit(document)
    answers.saving = tmp_path / "no folder" / "mine.wiregrad"
    with qtbot.waitSignal(files.reported) as told:
        assert not files.save()
    assert "was not saved" in told.args[0]
    assert told.args[1] == "error"
    assert not document.is_clean


def test_opening_shows_the_file_and_remembers_it(
    files: FileActions, document: Document, answers: Answers, tmp_path: Path
) -> None:
    other = Drawing(product_of_sum(), {}, "other")
    write_drawing(tmp_path / "other.wiregrad", other)
    answers.opening = tmp_path / "other.wiregrad"
    files.open()
    assert document.drawing == other
    assert [action.text() for action in files.recent_actions] == ["other.wiregrad"]
    assert files.name == "other.wiregrad"
    document.load(Drawing(), None)
    files.recent_actions[0].trigger()
    assert document.drawing == other


def test_a_broken_file_is_one_sentence_and_loses_nothing(
    files: FileActions, document: Document, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    before = document.drawing
    answers.opening = tmp_path / "broken.wiregrad"
    answers.opening.write_text("{", encoding="utf-8")
    with qtbot.waitSignal(files.reported) as told:
        files.open()
    assert told.args[0].startswith("broken.wiregrad was not opened. This is not a Wiregrad graph")
    assert document.drawing is before
    with pytest.raises(FileFormatError):
        files.load(answers.opening)


def test_a_recent_file_that_is_gone_leaves_the_menu(
    files: FileActions, document: Document, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "gone.wiregrad"
    write_drawing(path, document.drawing)
    files.load(path)
    path.unlink()
    with qtbot.waitSignal(files.reported) as told:
        files.recent_actions[0].trigger()
    assert "cannot be read" in told.args[0]
    assert files.recent_actions == []


@pytest.mark.parametrize(
    ("answer", "goes"), [(Answer.CANCEL, False), (Answer.DISCARD, True), (Answer.SAVE, True)]
)
def test_unsaved_changes_are_asked_about(
    files: FileActions,
    document: Document,
    answers: Answers,
    tmp_path: Path,
    answer: Answer,
    goes: bool,
) -> None:
    edit(document)
    answers.unsaved, answers.saving = answer, tmp_path / "kept.wiregrad"
    files.new()
    assert (document.drawing == Drawing()) is goes
    assert (tmp_path / "kept.wiregrad").exists() is (answer is Answer.SAVE)


def test_nothing_is_asked_where_nothing_would_be_lost(
    files: FileActions, document: Document, answers: Answers
) -> None:
    edit(document)
    document.undo_stack.undo()
    files.new()
    assert answers.asked == 0
    assert document.drawing == Drawing()


def test_saving_that_is_cancelled_on_the_way_out_stays(
    files: FileActions, document: Document, answers: Answers
) -> None:
    edit(document)
    answers.unsaved = Answer.SAVE
    assert not files.may_leave()


def test_examples_open_without_a_file(files: FileActions, document: Document) -> None:
    assert len(files.example_actions) >= 8
    files.example_actions[4].trigger()
    assert document.graph.named("e") is not None
    assert document.path is None
    assert document.is_clean
    assert files.name == document.drawing.title
