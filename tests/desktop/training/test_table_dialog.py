"""A table is opened: understood, asked about, changed, used, opened again; errors stay in it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.training.own_data import table_dialog
from desktop.training.own_data.table_dialog import TableDialog
from desktop.training.page import TrainingPage
from engine.training.datasets.table_opening import opening
from engine.training.run.record_reading import setup_of_json
from engine.training.run.record_writing import to_json
from engine.training.run.training_record import TrainingRecord
from tests.support.due_timers import make_due
from tests.support.settling import settle

LEFT = Qt.MouseButton.LeftButton
FLOWERS = "length,width,weight,kind\n5,3,1,round\n4,2,2,round\n6,3,1,long\n7,2,9,long\n"
# Row numbers without a name, a column of words, a gap, a number that is none, and a comment.
MESSY = """# exported
,시간,지역,점수,합격
1,"1,5",서울,50,예
2,"2,5",부산,결석,아니오
3,"3,5",대구,,예
4,"4,5",서울,80,아니오
5,"1,0",부산,90,예
6,"2,0",서울,70,아니오
7,"3,0",대구,60,예
8,"4,0",서울,55,아니오
9,"5,0",부산,65,예
"""


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    yield made
    made.shutdown()


def open_table(
    qtbot: QtBot, page: TrainingPage, folder: Path, content: str | bytes, name: str = "flowers.csv"
) -> TableDialog:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    page.tables.open(path)
    return opened(qtbot, page)


def opened(qtbot: QtBot, page: TrainingPage) -> TableDialog:
    dialog = page.tables.dialog
    assert dialog is not None
    settle(qtbot, dialog)
    return dialog


def tick(qtbot: QtBot, dialog: TableDialog, name: str, role: str) -> None:
    """Click the box of a column that stands for a role."""
    view = dialog.columns
    place = [row.name for row in view.columns.rows].index(name)
    click_cell(view, view.tick_place(place, role))
    settle(qtbot, dialog)


def click_cell(view: QAbstractItemView, index: QModelIndex) -> None:
    view.scrollTo(index)
    rect = view.visualRect(index)
    QTest.mouseClick(view.viewport(), LEFT, pos=rect.topLeft() + QPoint(14, rect.height() // 2))


def roles(dialog: TableDialog) -> dict[str, str]:
    return {row.name: row.role for row in dialog.columns.columns.rows}


def notes(dialog: TableDialog) -> dict[str, str]:
    return {row.name: row.note for row in dialog.columns.columns.rows}


def told(dialog: TableDialog) -> list[str]:
    return [dialog.remarks.item(row).text() for row in range(dialog.remarks.count())]


def use(qtbot: QtBot, page: TrainingPage, dialog: TableDialog) -> None:
    QTest.mouseClick(dialog.use_button, LEFT)
    settle(qtbot, page)


def test_a_table_is_understood_used_and_called_by_its_file(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    dialog = open_table(qtbot, page, tmp_path, FLOWERS)
    assert dialog.understood.header_box.isChecked()
    assert dialog.understood.delimiter_box.currentText().startswith("comma")
    assert roles(dialog) == {
        "length": "input", "width": "input", "weight": "input", "kind": "target",
    }  # fmt: skip
    assert dialog.sheet.model().index(0, 3).data() == "round"
    assert dialog.outcome.text() == "All 4 rows are used. Classes: long (2), round (2)."
    assert dialog.use_button.text() == "Use 4 rows: 3 inputs → 2 classes"
    assert not dialog.remarks.isVisible()

    # The button has the keys, so that Enter alone takes what is sensible.
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    settle(qtbot, page)

    run = page.session.run
    assert (run.layers[0], run.layers[-1]) == (3, 1)
    assert run.dataset.input_names == ("length", "width", "weight")
    data = page.setup_panel.data
    assert (data.data_box.currentText(), data.title) == ("flowers.csv", "Data: flowers.csv")
    assert "flowers.csv" in page.edits.actions.undo.text()
    page.edits.actions.undo.trigger()
    assert page.session.run.samples is None
    assert (data.title, data.change_button.isHidden()) == ("Data", True)


def test_all_that_is_wrong_with_a_messy_table_is_told_at_once_and_leads_there(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    dialog = open_table(qtbot, page, tmp_path, MESSY.encode("cp949"))
    assert dialog.understood.encoding_box.currentText() == "Korean (CP949, EUC-KR)"
    assert dialog.understood.comment_box.isChecked()
    found = roles(dialog)
    assert (found["#1"], found["지역"], found["합격"]) == ("out", "input", "target")
    assert notes(dialog)["#1"] == "Column 1, which has no name, numbers the rows."
    assert notes(dialog)["지역"] == "one-hot: 3 inputs, a 1 for each word"
    gaps = {row.name: row.gaps for row in dialog.columns.columns.rows}
    assert gaps["점수"] == "2"
    assert [text for text in told(dialog) if "2 rows of 9 left out" in text]
    not_a_number = next(text for text in told(dialog) if "“결석”" in text)
    assert dialog.use_button.text() == "Use 7 rows: 5 inputs → 2 classes"

    item = dialog.remarks.item(told(dialog).index(not_a_number))
    place = dialog.remarks.visualItemRect(item).center()
    QTest.mouseClick(dialog.remarks.viewport(), LEFT, pos=place)
    assert dialog.sheet.currentIndex().data() == "결석"

    # Neither the words nor the comments are what somebody else would take them for.
    dialog.understood.comment_box.click()
    settle(qtbot, dialog)
    assert "exported" in str(dialog.sheet.model().headerData(0, Qt.Orientation.Horizontal)) or [
        text for text in told(dialog) if "exported" in text
    ]
    assert dialog.understood.comment_box.isVisible()
    dialog.understood.comment_box.click()
    settle(qtbot, dialog)
    assert roles(dialog) == found


def test_what_can_be_read_in_two_ways_is_asked_with_both(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    text = 'price;day;kind\n"1,250";3/4/2024;a\n"3,750";5/6/2024;b\n"2,125";7/8/2024;a\n'
    dialog = open_table(qtbot, page, tmp_path, text)
    asked = [switch.accessibleName() for switch in dialog.questions.switches]
    assert len(asked) == 2
    price, day = dialog.questions.switches
    assert {price.button(name).text() for name in ("0", "1")} == {"1250", "1.250"}
    assert {day.button(name).text() for name in ("0", "1")} == {"2024-03-04", "2024-04-03"}
    ranges = {row.name: row.range for row in dialog.columns.columns.rows}
    assert ranges["price"] == "1.25 … 3.75"

    QTest.mouseClick(price.button("0"), LEFT)
    settle(qtbot, dialog)
    QTest.mouseClick(dialog.questions.switches[1].button("1"), LEFT)
    settle(qtbot, dialog)
    ranges = {row.name: row.range for row in dialog.columns.columns.rows}
    assert ranges == {
        "price": "1250 … 3750", "day": "2024-04-03 … 2024-08-07", "kind": "2 different: a, b",
    }  # fmt: skip
    assert dialog.understood.decimal_box.name == "."
    # An answer stays where it can be taken back.
    assert [switch.name for switch in dialog.questions.switches] == ["0", "1"]


def test_columns_are_ticked_by_mouse_and_keys(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    dialog = open_table(qtbot, page, tmp_path, FLOWERS)
    tick(qtbot, dialog, "width", "input")
    assert dialog.use_button.text() == "Use 4 rows: 2 inputs → 2 classes"

    # The class may stand in any column; the target so far becomes an input, coded as it says.
    tick(qtbot, dialog, "weight", "target")
    assert roles(dialog)["kind"] == "input"
    assert notes(dialog)["kind"] == "0 for long, 1 for round"
    assert dialog.target_bar.target_box.currentText() == "weight"
    QTest.mouseClick(dialog.target_bar.kind_switch.button("classes"), LEFT)
    settle(qtbot, dialog)
    assert dialog.use_button.text() == "Use 4 rows: 2 inputs → 3 classes"

    # Numbers may be several.
    QTest.mouseClick(dialog.target_bar.kind_switch.button("numbers"), LEFT)
    settle(qtbot, dialog)
    tick(qtbot, dialog, "length", "target")
    assert dialog.use_button.text() == "Use 4 rows: 1 input → 2 numbers"
    assert dialog.target_bar.target_box.currentText() == "length, weight"
    tick(qtbot, dialog, "kind", "input")
    assert told(dialog) == [
        "No column is chosen as an input: choose at least one beside the target."
    ]
    assert not dialog.use_button.isEnabled()

    view = dialog.columns
    view.setFocus()
    view.setCurrentIndex(view.tick_place(1, "input"))
    QTest.keyClick(view, Qt.Key.Key_Space)
    settle(qtbot, dialog)
    assert roles(dialog) == {
        "length": "target", "width": "input", "weight": "target", "kind": "out",
    }  # fmt: skip
    use(qtbot, page, dialog)
    run = page.session.run
    assert run.dataset.is_regression
    assert (run.layers[0], run.layers[-1]) == (1, 2)
    assert (run.loss, run.output) == ("mean_squared_error", "identity")


def test_gaps_among_words_lead_to_their_cell_and_may_be_a_word(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    rows = "".join(f"{n},{'bc?'[n % 3]},{('yes', 'no')[n % 2]}\n" for n in range(30))
    dialog = open_table(qtbot, page, tmp_path, f"x,root,kind\n{rows}")
    assert dialog.use_button.text() == "Use 30 rows: 4 inputs → 2 classes"
    assert notes(dialog)["root"] == "one-hot: 3 inputs, a 1 for each word"

    view = dialog.columns
    view.setFocus()
    view.setCurrentIndex(view.kind_place(1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.isChecked() for action in menu.actions()] == [False, True]
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle(qtbot, dialog)
    assert dialog.use_button.text() == "Use 20 rows: 2 inputs → 2 classes"
    left_out = told(dialog).index("10 rows of 30 left out, with gaps in: root.")
    place = dialog.remarks.visualItemRect(dialog.remarks.item(left_out)).center()
    QTest.mouseClick(dialog.remarks.viewport(), LEFT, pos=place)
    assert dialog.sheet.currentIndex().data() == "?"


def test_numbers_that_are_names_get_an_input_each(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    rows = "".join(f"{n % 4},{n},{'ab'[n % 2]}\n" for n in range(12))
    dialog = open_table(qtbot, page, tmp_path, f"district,size,kind\n{rows}")
    assert dialog.use_button.text() == "Use 12 rows: 2 inputs → 2 classes"
    view = dialog.columns
    click_cell(view, view.kind_place(0))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = next(action for action in menu.actions() if action.text() == "words")
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(names).center())
    settle(qtbot, dialog)
    assert notes(dialog)["district"] == "one-hot: 4 inputs, a 1 for each word"
    assert dialog.use_button.text() == "Use 12 rows: 5 inputs → 2 classes"
    dialog.reject()

    # What is called so has them without being asked; its words are those of the samples.
    rows = "".join(
        f"{('1', '2', '1.0')[n % 3]},-{n} $,${n},{n}만,{'ab'[n % 2]}\n" for n in range(12)
    )
    dialog = open_table(qtbot, page, tmp_path, f"shop_id,lost,won,rent,kind\n{rows}")
    assert notes(dialog)["shop_id"] == "0 for 1, 1 for 2"
    shown = {row.name: (row.kind, row.range) for row in dialog.columns.columns.rows}
    assert shown["shop_id"] == ("words", "1 … 2")
    assert [shown[name][1] for name in ("lost", "won", "rent")] == [
        "−11 $ … 0 $", "$0 … $11", "0만 … 11만",
    ]  # fmt: skip


def test_the_header_can_be_taken_for_a_sample_and_the_separator_changed(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    dialog = open_table(qtbot, page, tmp_path, "1,2,0\n3,4,1\n5,6,0\n")
    assert not dialog.understood.header_box.isChecked()
    assert dialog.outcome.text().startswith("All 3 rows")
    dialog.understood.header_box.click()
    settle(qtbot, dialog)
    assert list(roles(dialog)) == ["1", "2", "0"]

    box = dialog.understood.delimiter_box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    settle(qtbot, dialog)
    assert box.name == ";"
    assert list(roles(dialog)) == ["1,2,0"]
    assert "one column" in told(dialog)[0]
    assert not dialog.use_button.isEnabled()


def test_of_too_many_rows_some_are_taken_and_of_too_many_classes_the_frequent_ones(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    rows = "".join(f"{n},k{n % 40}\n" for n in range(20_040))
    dialog = open_table(qtbot, page, tmp_path, f"a,kind\n{rows}")
    bar = dialog.target_bar
    tick(qtbot, dialog, "kind", "target")
    assert bar.kept_box.isVisible()
    assert not dialog.use_button.isEnabled()
    assert "40 classes" in told(dialog)[0]
    bar.kept_box.click()
    settle(qtbot, dialog)
    assert dialog.use_button.text() == "Use 20,000 rows: 1 input → 10 classes"
    assert "left out: 40." in dialog.outcome.text()
    assert bar.seed_field.isVisible()
    drawn = dialog.dataset
    assert drawn is not None

    QTest.mouseClick(bar.rows_switch.button("first"), LEFT)
    settle(qtbot, dialog)
    assert not bar.seed_field.isVisible()
    data = dialog.dataset
    assert data is not None
    assert data.inputs[-1, 0] == 19_999
    assert not np.array_equal(data.inputs, drawn.inputs)
    # As many as there are, and only those that are seen are asked for.
    assert dialog.sheet.model().rowCount() == 20_040
    QTest.mouseClick(dialog.cancel_button, LEFT)
    assert page.session.run.samples is None


def test_what_cannot_be_read_is_told_in_the_dialog_and_nowhere_else(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The section that was used last is where other refusals stand.
    page.setup_panel.network.seed_field.set_value(3)
    page.setup_panel.network.seed_field.value_changed.emit(3)
    dialog = open_table(qtbot, page, tmp_path, b"PK\x03\x04opendocument.x", "marks.ods")
    assert "save the sheet as CSV" in told(dialog)[0]
    assert not dialog.use_button.isEnabled()
    assert not dialog.columns.isVisible()
    dialog.reject()

    page.tables.open(tmp_path / "missing.csv")
    dialog = opened(qtbot, page)
    assert told(dialog) == ["“missing.csv” cannot be read: no such file or directory."]
    assert [section.problem for section in page.setup_panel.sections] == [""] * 5

    path = tmp_path / "flowers.csv"
    path.write_text(FLOWERS, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    QTest.mouseClick(dialog.other_button, LEFT)
    dialog = opened(qtbot, page)
    assert dialog.use_button.text() == "Use 4 rows: 3 inputs → 2 classes"


def test_a_table_comes_by_button_paste_and_from_the_window(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "flowers.csv"
    path.write_text(FLOWERS, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    QTest.mouseClick(page.setup_panel.data.file_button, LEFT)
    opened(qtbot, page).reject()

    QGuiApplication.clipboard().setText(FLOWERS.replace(",", "\t"))
    assert page.tables.paste_action.shortcut().toString() == "Ctrl+V"
    page.tables.paste_action.trigger()
    dialog = opened(qtbot, page)
    assert dialog.understood.delimiter_box.name == "\t"
    assert not dialog.understood.encoding_box.isVisible()
    use(qtbot, page, dialog)
    assert page.setup_panel.data.title == "Data: Pasted table"

    reported: list[str] = []
    page.reported.connect(lambda text, _: reported.append(text))
    QGuiApplication.clipboard().setText("word")
    page.tables.paste_action.trigger()
    assert page.tables.dialog is None
    assert reported[-1].startswith("There is no table to paste")

    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(copied)
    page.tables.paste_action.trigger()
    assert opened(qtbot, page).understood.encoding_box.isVisible()
    page.tables.close()
    page.take_file(path, "table")
    assert opened(qtbot, page).use_button.text() == "Use 4 rows: 3 inputs → 2 classes"


def test_pasting_from_an_empty_clipboard_is_told_of(page: TrainingPage) -> None:
    reported: list[str] = []
    page.reported.connect(lambda text, _: reported.append(text))
    QGuiApplication.clipboard().clear()
    page.tables.paste_action.trigger()
    assert page.tables.dialog is None
    assert reported[-1].startswith("There is no table to paste")


def test_a_table_that_was_used_is_opened_as_it_was(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    dialog = open_table(qtbot, page, tmp_path, MESSY.encode("cp949"))
    dialog.understood.header_box.click()
    settle(qtbot, dialog)
    dialog.understood.header_box.click()
    settle(qtbot, dialog)
    tick(qtbot, dialog, "지역", "input")
    use(qtbot, page, dialog)
    used = page.session.run.samples
    assert used is not None

    # Through the training's file, and without the table's.
    (tmp_path / "flowers.csv").unlink()
    text = to_json(TrainingRecord.of(page.session.setup))
    page.edits.edit_setup(setup_of_json(text))
    QTest.mouseClick(page.setup_panel.data.change_button, LEFT)
    dialog = opened(qtbot, page)
    assert dialog.understood.encoding_box.name == "cp949"
    assert roles(dialog)["지역"] == "out"
    again = dialog.dataset
    assert again is not None
    assert np.array_equal(again.inputs, used.inputs)
    assert again.source == used.source

    tick(qtbot, dialog, "지역", "input")
    use(qtbot, page, dialog)
    assert page.session.run.layers[0] == 5


def test_reading_that_takes_long_shows_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_table(qtbot, page, tmp_path, FLOWERS)
    go_on, real = threading.Event(), opening

    def slow(*args: object, **kwargs: object) -> Iterator[object]:
        while not go_on.is_set():
            yield 0.25
        yield from real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(table_dialog, "opening", slow)
    dialog.understood.header_box.click()
    assert not dialog.use_button.isEnabled()
    make_due(dialog)
    qtbot.waitUntil(lambda: dialog.progress.value() == 250)
    assert dialog.progress.isVisible()
    QTest.mouseClick(dialog.stop_button, LEFT)
    settle(qtbot, dialog)
    assert not dialog.progress.isVisible()
    assert dialog.understood.header_box.isChecked()
    assert dialog.use_button.text() == "Use 4 rows: 3 inputs → 2 classes"
    assert dialog.use_button.isEnabled()

    # While it is read anew it is not used as it was.
    dialog.understood.header_box.click()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert page.tables.dialog is dialog
    go_on.set()
    settle(qtbot, dialog)
    assert dialog.sheet.model().rowCount() == 5
