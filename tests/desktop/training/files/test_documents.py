"""The training space keeps its work in files, and nothing is lost without a question."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.files.save_dialogs import Answer
from desktop.foundation.settings import RECENT_TRAININGS
from desktop.training.page import TrainingPage
from engine.errors import FileFormatError
from engine.export.network_tables import weights_csv, weights_npz
from engine.training.run.record_writing import to_json
from engine.training.run.setup import TrainingSetup
from engine.training.run.training_record import TrainingRecord
from tests.desktop.training.files.own_work import Answers, Make, work
from tests.support.settling import settle


def seen(page: TrainingPage) -> tuple[object, ...]:
    session = page.session
    return (
        session.record.step,
        session.record.parameters.tobytes(),
        session.history.last.step,
        session.history.last.parameters.tobytes(),
        [moment.loss for moment in session.history.moments],
        [change.text for change in session.history.changes],
        None if session.start is None else session.start.tobytes(),
        page.views.settings.present,
        page.stage.name,
        page.curves_view.look,
    )


def test_saved_and_opened_it_is_the_same_to_the_bit(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page, path = make(is_shown=False), tmp_path / "mine.wiregrad-training"
    titles: list[str] = []
    page.title_changed.connect(titles.append)
    assert not page.has_unsaved()
    work(qtbot, page)
    assert page.has_unsaved()
    page.keeping.files.dialogs = Answers(page, path)
    assert page.keeping.files.save()
    assert not page.has_unsaved()
    assert titles[-1] == "mine.wiregrad-training"
    assert page.settings is not None
    assert page.settings.get(RECENT_TRAININGS) == [str(path)]

    other = make(is_shown=False)
    other.open_file(path)
    # Everything is there at once, without training again.
    assert other.session.history.last.step == 70
    settle(qtbot, other)
    assert seen(other) == seen(page)
    assert not other.has_unsaved()
    assert not other.edits.actions.undo.isEnabled()
    other.views.show_view("perceptron")
    assert other.views.view("perceptron").settings()["rate"] == 0.25
    settle(qtbot, other)
    assert not other.has_unsaved()

    # Step by step it goes on as the one that never left, and back.
    for each in (page, other):
        each.session.go_to(70)
        settle(qtbot, each)
        each.session.advance(20)
        settle(qtbot, each)
        each.session.go_to(61)
        settle(qtbot, each)
    assert other.session.record.parameters.tobytes() == page.session.record.parameters.tobytes()
    assert other.has_unsaved()
    other.session.go_to(70)
    settle(qtbot, other)
    assert titles[-1] == "mine.wiregrad-training *"


def test_nothing_is_lost_without_a_question(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    page = make(is_shown=False)
    answers = Answers(page, tmp_path / "asked.wiregrad-training")
    page.keeping.files.dialogs = answers
    # As it is at first there is nothing to lose, however far it is trained.
    page.session.advance(20)
    settle(qtbot, page)
    page.keeping.files.new()
    assert answers.asked == []
    assert page.session.record.step == 0
    work(qtbot, page)
    before = seen(page)
    page.keeping.files.new()
    assert not page.can_close()
    assert len(answers.asked) == 2
    assert seen(page) == before
    answers.answer = Answer.SAVE
    assert page.can_close()
    assert answers.path.exists()
    assert page.can_close()
    assert len(answers.asked) == 3
    answers.answer = Answer.CANCEL
    page.keeping.files.new()
    assert page.keeping.path is None
    assert page.session.run.samples is None
    assert page.session.start is None
    assert page.views.settings.present == ()
    assert not page.edits.actions.undo.isEnabled()
    # A choice in an experiment is work too, and undoing it is none.
    page.views.show_view("perceptron")
    page.views.view("perceptron").choose({"rate": 0.5})
    settle(qtbot, page)
    assert page.has_unsaved()
    page.edits.actions.undo.trigger()
    assert not page.has_unsaved()


def test_what_a_file_displaces_unasked_is_offered(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    page, path = make(), tmp_path / "other.wiregrad-training"
    path.write_text(to_json(TrainingRecord.of(TrainingSetup(page.session.run.changed(seed=3)), 12)))
    page.edits.edit_run(seed=99)
    page.open_file(path)
    settle(qtbot, page)
    # It holds how to train alone, and was trained again beside the interface.
    assert page.session.record.step == 12
    assert page.session.run.seed == 3
    qtbot.waitUntil(page.recovery.bar.isVisible)
    assert "gave way" in page.recovery.bar.text
    QTest.mouseClick(page.recovery.bar.recover_button, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert page.session.run.seed == 99
    assert page.has_unsaved()


def test_a_long_training_without_its_outcome_can_be_given_up_and_brought_back(
    qtbot: QtBot, make: Make
) -> None:
    page = make()
    content = TrainingRecord.of(TrainingSetup(page.session.run.changed(seed=3)), 200_000)
    page.keeping.open(content)
    assert page.session.is_opening
    qtbot.waitUntil(lambda: "Training again" in page.told)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.session.is_opening
    assert page.told == ""
    assert page.session.record.step == 0
    page.edits.actions.undo.trigger()
    assert page.session.is_opening
    assert page.session.content.steps == 200_000


def test_a_damaged_file_is_refused_and_changes_nothing(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page, path = make(is_shown=False), tmp_path / "bad.wiregrad-training"
    work(qtbot, page)
    before = seen(page)
    record = json.loads(to_json(page.keeping.content()))
    record["kept"]["records"][-1]["counts"][0] += 1
    path.write_text(json.dumps(record))
    with pytest.raises(FileFormatError):
        page.open_file(path)
    assert seen(page) == before
    assert page.keeping.path is None


def test_lost_work_is_offered_with_what_can_be_undone(qtbot: QtBot, make: Make) -> None:
    page = make(is_shown=False)
    work(qtbot, page)
    before = seen(page)
    page.recovery.autosave.keep()
    settle(qtbot, page)
    # The process is gone without a word.
    page.recovery.autosave.store._locks.popitem()[1].unlock()
    later = make()
    qtbot.waitUntil(later.recovery.bar.isVisible)
    assert "Untitled training" in later.recovery.bar.text
    QTest.mouseClick(later.recovery.bar.recover_button, Qt.MouseButton.LeftButton)
    settle(qtbot, later)
    assert seen(later) == before
    assert later.has_unsaved()
    while later.edits.actions.undo.isEnabled():
        later.edits.actions.undo.trigger()
        settle(qtbot, later)
    assert later.session.run.samples is None


def test_a_training_that_cannot_begin_is_refused_and_nothing_gives_way(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page = make(is_shown=False)
    work(qtbot, page)
    here, there = page.session.content, tmp_path / "huge.wiregrad-training"
    record = json.loads(to_json(TrainingRecord.of(page.session.setup)))
    record["samples"][0]["inputs"] = [[1e308, 1e308], [1e308, -1e308], [0, 1]]
    record["runs"][0] |= {"activation": "relu", "activations": []}
    record["runs"][0] |= {"output": "identity", "loss": "squared_error"}
    there.write_text(json.dumps(record))
    with pytest.raises(FileFormatError, match="loss at the start is no finite number"):
        page.keeping.files.load(there)
    page.keeping.files.open_path(there)
    settle(qtbot, page)
    assert "loss at the start is no finite number" in page.told
    assert page.keeping.path is None
    assert page.session.content.is_same_work(here)
    assert not page.recovery.back_action.isEnabled()


@pytest.mark.parametrize("form", ["npz", "csv", "pasted", "pasted file"])
def test_exported_weights_are_read_back_and_other_shapes_refused_in_words(
    qtbot: QtBot, make: Make, tmp_path: Path, form: str
) -> None:
    page = make(is_shown=False)
    page.session.advance(40)
    settle(qtbot, page)
    network, wanted = page.session.run.network, page.session.record.parameters
    page.session.reset()
    path = tmp_path / f"weights.{'npz' if form == 'npz' else 'csv'}"
    if form == "npz":
        path.write_bytes(weights_npz(network, wanted))
    else:
        path.write_text(weights_csv(network, wanted))

    def put() -> None:
        if form.startswith("pasted"):
            copied = QMimeData()
            if form == "pasted":
                copied.setText(path.read_text())
            else:
                copied.setUrls([QUrl.fromLocalFile(str(path))])
            QGuiApplication.clipboard().setMimeData(copied)
            # The same key pastes tables of data.
            page.tables.paste_action.trigger()
        else:
            page.take_file(path, "table" if form == "csv" else "weights")
        settle(qtbot, page)

    put()
    assert page.session.record.parameters.tobytes() == wanted.tobytes()
    assert "in place" in page.told
    note = page.setup_panel.network.start_note
    assert note.isHidden()
    page.weights.start_action.trigger()
    assert not note.isHidden(), "that no seed drew these weights is not told"
    page.session.advance(3)
    settle(qtbot, page)
    page.run_bar.reset_action.trigger()
    assert page.session.record.parameters.tobytes() == wanted.tobytes()
    page.edits.edit_run(layers=(2, 3, 1))
    assert note.isHidden()
    before = page.session.record.parameters.tobytes()
    put()
    assert page.session.record.parameters.tobytes() == before
    assert "layer 1 has the shape 2 × 4 here and 2 × 3 in the network 2-3-1" in page.told


def test_another_language_goes_on_with_the_same_file_and_copy(
    qtbot: QtBot, make: Make, tmp_path: Path
) -> None:
    page, path = make(is_shown=False), tmp_path / "mine.wiregrad-training"
    work(qtbot, page)
    page.keeping.files.dialogs = Answers(page, path)
    assert page.keeping.files.save()
    page.edits.edit_run(l2=0.5)
    before = seen(page)
    other = make(is_shown=False)
    other.take_over(page)
    settle(qtbot, other)
    assert seen(other) == before
    assert other.keeping.path == path
    assert other.has_unsaved()
    other.edits.actions.undo.trigger()
    settle(qtbot, other)
    assert not other.has_unsaved()
