"""A table is read from a file: shown, chosen from, explained when wrong, trained on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.training.own_data.table_dialog import TableDialog
from desktop.training.page import TrainingPage
from tests.support.settling import settle

FLOWERS = "length,width,weight,kind\n5,3,1,round\n4,2,2,round\n6,3,1,long\n7,2,9,long\n"


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    yield made
    made.shutdown()


def open_table(qtbot: QtBot, page: TrainingPage, folder: Path, text: str) -> TableDialog:
    path = folder / "flowers.csv"
    path.write_text(text, encoding="utf-8")
    page.tables.open(path)
    dialog = page.tables.dialog
    assert dialog is not None
    wait(qtbot, dialog)
    return dialog


def wait(qtbot: QtBot, dialog: TableDialog) -> None:
    settle(qtbot, dialog)


def accept(dialog: TableDialog) -> None:
    QTest.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)


def test_a_table_is_shown_and_trained_on(qtbot: QtBot, page: TrainingPage, tmp_path: Path) -> None:
    dialog = open_table(qtbot, page, tmp_path, FLOWERS)
    assert dialog.header_box.isChecked()
    assert dialog.target_box.currentText() == "kind"
    cell = dialog.table.item(0, 3)
    assert cell is not None
    assert cell.text() == "round"
    assert dialog.verdict.text() == "4 samples, 3 inputs, 2 classes: long, round."

    accept(dialog)

    assert page.session.run.layers == (3, 4, 1)
    assert page.session.run.dataset.input_names == ("length", "width", "weight")
    assert page.setup_panel.data.data_box.currentText() == "Own points"
    page.edits.actions.undo.trigger()
    assert page.session.run.data == "xor"
    assert page.session.run.samples is None


def test_columns_and_the_kind_of_target_can_be_chosen(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    dialog = open_table(qtbot, page, tmp_path, FLOWERS)
    QTest.keyClick(dialog.target_box, Qt.Key.Key_Up)
    dialog.target_box.activated.emit(dialog.target_box.currentIndex())
    wait(qtbot, dialog)
    assert "“round” is no finite number" in dialog.verdict.text()
    assert not dialog.ok_button.isEnabled()

    kind = next(box for box in dialog.input_boxes if box.accessibleName() == "kind")
    kind.click()
    wait(qtbot, dialog)
    assert dialog.verdict.text() == "4 samples, 2 inputs, 3 classes: 1, 2, 9."
    dialog.kind_box.setCurrentIndex(dialog.kind_box.findData("numbers"))
    dialog.kind_box.chosen.emit("numbers")
    wait(qtbot, dialog)
    assert dialog.verdict.text() == "4 samples, 2 inputs, numbers to be met."

    accept(dialog)
    run = page.session.run
    assert run.dataset.is_regression
    assert (run.loss, run.output) == ("mean_squared_error", "identity")


def test_without_any_input_it_says_so(qtbot: QtBot, page: TrainingPage, tmp_path: Path) -> None:
    dialog = open_table(qtbot, page, tmp_path, FLOWERS)
    for box in dialog.input_boxes:
        box.click()
    wait(qtbot, dialog)
    assert dialog.verdict.text().startswith("No column is chosen as an input")


def test_a_wrong_cell_is_named_and_shown(qtbot: QtBot, page: TrainingPage, tmp_path: Path) -> None:
    dialog = open_table(qtbot, page, tmp_path, FLOWERS.replace("6,3,1", "6,x,1"))
    assert dialog.verdict.text() == "Line 4, column “width”: “x” is no finite number."
    assert (dialog.table.currentRow(), dialog.table.currentColumn()) == (2, 1)
    assert not dialog.ok_button.isEnabled()
    dialog.reject()
    assert page.session.run.data == "xor"


def test_the_header_can_be_taken_for_a_sample(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    dialog = open_table(qtbot, page, tmp_path, "1,2,0\n3,4,1\n5,6,0\n")
    assert not dialog.header_box.isChecked()
    assert dialog.verdict.text().startswith("3 samples")
    dialog.header_box.click()
    wait(qtbot, dialog)
    assert [dialog.target_box.itemText(n) for n in range(3)] == ["1", "2", "0"]
    assert dialog.verdict.text().startswith("2 samples")


def test_what_is_no_table_is_refused_in_the_panel(page: TrainingPage, tmp_path: Path) -> None:
    path = tmp_path / "picture.csv"
    path.write_bytes(b"\xff\xfe\x00\x80")
    page.tables.open(path)
    assert page.setup_panel.data.problem == (
        "“picture.csv” is no text in UTF-8: save the table as CSV in UTF-8."
    )
    page.tables.open(tmp_path / "missing.csv")
    assert "cannot be read" in page.setup_panel.data.problem


def test_the_button_asks_for_a_file(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "flowers.csv"
    path.write_text(FLOWERS, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    QTest.mouseClick(page.setup_panel.data.file_button, Qt.MouseButton.LeftButton)
    assert page.tables.dialog is not None
    wait(qtbot, page.tables.dialog)
    # Closing the page closes it too.
