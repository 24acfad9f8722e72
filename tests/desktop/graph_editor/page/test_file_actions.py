"""Opening and saving ask where something would be lost, and tell what went wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.files.document_dialogs import DocumentDialogs
from desktop.files.document_files import DocumentFiles
from desktop.files.file_stamp import Obstacle
from desktop.files.save_dialogs import Answer, Overwrite
from desktop.foundation.settings import Settings
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.files.drawing_document import DrawingDocument, drawing_form
from desktop.graph_editor.files.drawing_files import read_drawing, write_drawing
from desktop.graph_editor.files.examples_menu import ExamplesMenu
from engine.drawing.drawing import Drawing
from engine.errors import FileFormatError
from tests.support.dialog_hands import DialogHands, press
from tests.support.graphs import node, product_of_sum

Files = DocumentFiles[Drawing]


class Answers(DocumentDialogs):
    """Answers without a window, and counts the questions."""

    def __init__(self) -> None:
        self.opening: Path | None = None
        self.saving: Path | None = None
        self.unsaved = Answer.CANCEL
        self.asked = 0
        self.overwrite = Overwrite.CANCEL
        self.obstacles: list[Obstacle] = []

    def ask_open(self, folder: Path) -> Path | None:
        return self.opening

    def ask_save(self, suggestion: Path) -> Path | None:
        return self.saving

    def ask_overwrite(self, path: Path, obstacle: Obstacle) -> Overwrite:
        self.obstacles.append(obstacle)
        return self.overwrite

    def ask_unsaved(self, name: str, parts: Sequence[str] = ()) -> Answer:
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
def files(document: Document, answers: Answers, owner: QWidget, tmp_path: Path) -> Files:
    settings = Settings(str(tmp_path / "settings.ini"), owner)
    actions = DocumentFiles(DrawingDocument(document), drawing_form(), settings, owner)
    actions.dialogs = answers
    return actions


def edit(document: Document) -> None:
    document.set_value(node(document.graph, "x"), np.array(7.0))


def test_saving_asks_for_a_file_once(
    files: Files, document: Document, answers: Answers, tmp_path: Path
) -> None:
    edit(document)
    answers.saving = tmp_path / "mine.wiregrad"
    assert files.save()
    path = tmp_path / "mine.wiregrad"
    assert document.path == path
    assert document.is_clean
    answers.saving = None
    edit(document)
    document.rename(node(document.graph, "x"), "speed")
    assert files.save()
    assert read_drawing(path) == document.drawing


def test_cancelling_the_question_saves_nothing(files: Files, document: Document) -> None:
    edit(document)
    assert not files.save()
    assert document.path is None


def test_a_save_that_fails_keeps_the_document_unsaved(
    files: Files,
    document: Document,
    answers: Answers,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    edit(document)
    answers.saving = tmp_path / "no folder" / "mine.wiregrad"
    with qtbot.waitSignal(files.reported) as told:
        assert not files.save()
    assert "was not saved" in told.args[0]
    assert told.args[1] == "error"
    assert not document.is_clean


def test_opening_shows_the_file_and_remembers_it(
    files: Files, document: Document, answers: Answers, tmp_path: Path
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
    files: Files,
    document: Document,
    answers: Answers,
    tmp_path: Path,
    qtbot: QtBot,
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
    files: Files, document: Document, tmp_path: Path, qtbot: QtBot
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
    files: Files,
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
    files: Files, document: Document, answers: Answers
) -> None:
    edit(document)
    document.history.undo()
    files.new()
    assert answers.asked == 0
    assert document.drawing == Drawing()


def test_saving_that_is_cancelled_on_the_way_out_stays(
    files: Files, document: Document, answers: Answers
) -> None:
    edit(document)
    answers.unsaved = Answer.SAVE
    assert not files.may_leave()


def test_examples_open_without_a_file(files: Files, document: Document, owner: QWidget) -> None:
    examples = ExamplesMenu(document, owner)
    assert len(examples.actions()) >= 8
    examples.actions()[4].trigger()
    assert document.graph.named("e") is not None
    assert document.path is None
    assert document.is_clean
    assert files.name == document.drawing.title


def changed(path: Path) -> None:
    path.write_text("theirs", encoding="utf-8")


def gone(path: Path) -> None:
    path.unlink()


def locked(path: Path) -> None:
    path.chmod(0o444)


OBSTACLES = [(changed, Obstacle.CHANGED), (gone, Obstacle.GONE), (locked, Obstacle.READ_ONLY)]


@pytest.mark.parametrize("comes_from", ["opened", "saved"])
@pytest.mark.parametrize(("what", "obstacle"), OBSTACLES)
@pytest.mark.parametrize("answer", list(Overwrite))
def test_what_is_in_the_way_of_a_save_is_asked_about(
    files: Files,
    document: Document,
    answers: Answers,
    tmp_path: Path,
    comes_from: str,
    what: Callable[[Path], None],
    obstacle: Obstacle,
    answer: Overwrite,
) -> None:
    path, other = tmp_path / "mine.wiregrad", tmp_path / "other.wiregrad"
    if comes_from == "opened":
        write_drawing(path, document.drawing)
        files.load(path)
    else:
        answers.saving = path
        assert files.save_as()
    edit(document)
    what(path)
    before = path.read_bytes() if path.exists() else None
    answers.overwrite, answers.saving = answer, other
    assert files.save() is (answer is not Overwrite.CANCEL)
    assert answers.obstacles == [obstacle]
    assert document.is_clean is (answer is not Overwrite.CANCEL)
    if answer is Overwrite.REPLACE:
        assert read_drawing(path) == document.drawing
    else:
        assert (path.read_bytes() if path.exists() else None) == before
    assert other.exists() is (answer is Overwrite.ANOTHER)
    # Once it is settled nothing is asked again, but for a file that stays read-only.
    answers.obstacles.clear()
    edit(document)
    document.rename(node(document.graph, "x"), "speed")
    files.save()
    is_still_there = answer is Overwrite.CANCEL or (path.exists() and not other.exists())
    still = is_still_there and (answer is Overwrite.CANCEL or obstacle is Obstacle.READ_ONLY)
    assert answers.obstacles == ([obstacle] if still else [])


def test_a_save_into_a_folder_that_is_gone_loses_nothing(
    files: Files,
    document: Document,
    answers: Answers,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    answers.saving = folder / "mine.wiregrad"
    assert files.save_as()
    edit(document)
    shutil.rmtree(folder)
    with qtbot.waitSignal(files.reported) as told:
        assert not files.save()
    assert "“mine.wiregrad” cannot be written: its folder is not there." in told.args[0]
    assert not document.is_clean


@pytest.mark.parametrize(
    ("obstacle", "words"),
    [
        (Obstacle.CHANGED, "“mine.wiregrad” was changed by another program"),
        (Obstacle.GONE, "“mine.wiregrad” is no longer there"),
        (Obstacle.READ_ONLY, "“mine.wiregrad” is read-only."),
    ],
)
@pytest.mark.parametrize("answer", list(Overwrite))
def test_the_dialog_names_the_file_and_what_is_the_matter(
    owner: QWidget, tmp_path: Path, obstacle: Obstacle, words: str, answer: Overwrite
) -> None:
    owner.show()
    hands = DialogHands(press(answer.name))
    assert (
        DocumentDialogs(owner, drawing_form()).ask_overwrite(tmp_path / "mine.wiregrad", obstacle)
        is answer
    )
    assert words in hands.said[0]


@pytest.mark.parametrize("answer", list(Answer))
def test_the_question_about_unsaved_changes_says_whose(owner: QWidget, answer: Answer) -> None:
    owner.show()
    hands = DialogHands(press(answer.name))
    assert DocumentDialogs(owner, drawing_form()).ask_unsaved("mine.wiregrad") is answer
    assert hands.said[0].startswith("Save the changes to the graph “mine.wiregrad”?")
