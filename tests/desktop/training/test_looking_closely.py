"""On the page: a sample chosen anywhere is seen everywhere, and a weight changed can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.training.network.layout import Bias, Connection, Unit
from desktop.training.network.selection import Sample
from desktop.training.page import TrainingPage
from desktop.training.pictures.stage import HIDDEN
from engine.training.datasets.dataset import Dataset, View
from engine.training.network.scores import confusion_matrix
from tests.support.settling import settle

WEIGHT = Connection(Unit(1, 0), Unit(2, 0))


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1440, 850)
    made.show()
    settle(qtbot, made)
    yield made
    made.shutdown()


def has_gone_on(page: TrainingPage, step: int) -> bool:
    return page.session.record.step > step + 2


def test_a_row_of_the_truth_table_sends_its_sample_through_the_network(
    qtbot: QtBot, page: TrainingPage
) -> None:
    table = page.results_panel.truth_table
    place = table.visualRect(table.model().index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, page)

    assert page.selection.sample == Sample(2)
    assert page.network_view.sample is not None
    prediction = page.session.record.predictions[2, 0]
    assert page.network_view.sample.outputs[-1][0] == prediction
    assert "chosen" in page.boundary_view.plot.keys
    assert f"{prediction:.4g}" in page.results_panel.arithmetic.lines[2]


def test_a_sample_chosen_on_the_plane_marks_its_row(qtbot: QtBot, page: TrainingPage) -> None:
    page.boundary_view.plot.clicked.emit(1.0, 1.0)
    settle(qtbot, page)
    rows = page.results_panel.truth_table.selectionModel().selectedRows()
    assert [index.row() for index in rows] == [3]
    page.boundary_view.plot.clicked.emit(0.5, 0.2)
    assert not page.results_panel.truth_table.selectionModel().selectedRows()


def test_the_arithmetic_follows_the_training(qtbot: QtBot, page: TrainingPage) -> None:
    page.selection.set_sample(Sample(1))
    before = page.results_panel.arithmetic.lines
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_E)
    settle(qtbot, page)
    after = page.results_panel.arithmetic.lines
    assert after[0] == before[0]
    assert after[1] != before[1]
    assert f"{page.session.record.predictions[1, 0]:.4g}" in after[2]


def test_a_dragged_weight_changes_the_network_and_is_one_step_to_undo(
    qtbot: QtBot, page: TrainingPage
) -> None:
    view = page.network_view
    before = page.session.record
    start = view.number_box(WEIGHT).center().toPoint()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for distance in (8, 24, 40):
        QTest.mouseMove(view, start + QPoint(distance, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 0))
    settle(qtbot, page)

    weights = page.session.run.network.unflatten(before.parameters)[1].weights[0, 0]
    changed = page.session.run.network.unflatten(page.session.record.parameters)[1].weights[0, 0]
    assert changed == pytest.approx(weights + 0.5)
    assert page.session.record.loss != before.loss
    assert page.selection.part == WEIGHT

    page.edits.actions.undo.trigger()
    settle(qtbot, page)
    assert np.array_equal(page.session.record.parameters, before.parameters)
    assert not page.edits.actions.undo.isEnabled()


def test_a_typed_bias_is_taken_over_and_the_training_goes_on_from_it(
    qtbot: QtBot, page: TrainingPage
) -> None:
    view = page.network_view
    view.edit(Bias(Unit(2, 0)))
    view.editor.selectAll()
    QTest.keyClicks(view.editor, "1,5")
    QTest.keyClick(view.editor, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert page.session.record.parameters[-1] == 1.5

    QTest.keyClick(page, Qt.Key.Key_Right)
    settle(qtbot, page)
    assert page.session.record.step == 1
    assert page.session.record.parameters[-1] == pytest.approx(1.5, abs=0.5)


def test_data_without_rows_get_a_confusion_matrix_for_training_and_test(
    qtbot: QtBot, page: TrainingPage
) -> None:
    assert not page.results_panel.confusion_tables
    page.edits.edit_run(data="circle", test_share=0.25)
    settle(qtbot, page)
    tables = page.results_panel.confusion_tables
    assert tables[False].isVisible()
    assert tables[True].isVisible()
    run, record = page.session.run, page.session.record
    expected = confusion_matrix(record.predictions, run.dataset.targets)
    shown = [[int(cell) for cell in row[1:]] for row in tables[False].rows]
    assert shown == expected.tolist()
    assert run.test_dataset is not None
    total = sum(int(cell) for row in tables[True].rows for cell in row[1:])
    assert total == len(run.test_dataset)
    names = [row[0] for row in page.results_panel.summary_table.rows]
    assert "test loss" in names
    assert "test accuracy" in names

    page.edits.edit_run(data="xor", test_share=0.0)
    settle(qtbot, page)
    assert not tables[False].isVisible()
    assert page.results_panel.truth_table.isVisible()


def test_a_regression_tells_how_far_it_misses(qtbot: QtBot, page: TrainingPage) -> None:
    page.edits.edit_run(data="line", layers=(1, 1), output="identity", loss="mean_squared_error")
    settle(qtbot, page)
    run, record = page.session.run, page.session.record
    errors = record.predictions - run.dataset.targets
    typical = float(np.sqrt(np.mean(errors**2)))
    text = page.results_panel.verdict.text().replace("−", "-")
    assert f"Root mean square error: {typical:.4g}" in text
    assert "R²" in text
    assert not page.results_panel.truth_table.isVisible()


def test_a_page_made_anew_shows_the_same_picture(
    qtbot: QtBot, page: TrainingPage, tmp_path: Path
) -> None:
    page.stage.segments.button(HIDDEN).click()
    settle(qtbot, page)
    other = TrainingPage(Settings(str(tmp_path / "other.ini")))
    qtbot.addWidget(other)
    other.restore(page.snapshot())
    settle(qtbot, other)
    assert other.stage.name == HIDDEN
    assert other.stage.hidden_view.picture is not None
    other.shutdown()


def test_neurons_that_do_nothing_are_named_in_the_drawing_and_in_sentences(
    qtbot: QtBot, page: TrainingPage
) -> None:
    still = page.network_view.grab().toImage()
    page.edits.edit_run(initializer="zeros")
    settle(qtbot, page)
    assert "identical" in page.results_panel.problems.text()
    assert page.network_view.grab().toImage() != still


def test_training_with_every_picture_goes_on_and_ends_at_the_newest_record(
    qtbot: QtBot, page: TrainingPage
) -> None:
    page.selection.set_sample(Sample(0))
    page.selection.set_part(WEIGHT)
    page.run_bar.train_button.click()
    for name in ("hidden", "landscape", "boundary"):
        step = page.session.record.step
        page.stage.segments.button(name).click()
        qtbot.waitUntil(partial(has_gone_on, page, step), timeout=10_000)
    page.run_bar.train_button.click()
    settle(qtbot, page)
    assert page.network_view.sample is not None
    prediction = page.session.record.predictions[0, 0]
    assert page.network_view.sample.outputs[-1][0] == pytest.approx(prediction, abs=1e-12)
    assert page.results_panel.arithmetic.lines


def test_names_that_are_too_long_for_the_columns_are_written_upwards(
    qtbot: QtBot, page: TrainingPage
) -> None:
    inputs = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    short, long = ("a", "b", "c"), ("setosa", "versicolor", "virginica")
    for names, are_upright in ((short, False), (long, True), (short, False)):
        samples = Dataset(inputs, np.eye(3), View(-1.0, 2.0, -1.0, 2.0), class_names=names)
        page.edits.edit_setup(page.session.setup.with_samples(samples))
        settle(qtbot, page)
        panel = page.results_panel
        assert panel.confusion_tables[False].isVisible() != are_upright
        if are_upright:
            assert panel.confusion_views[False].grid.isVisible()


def test_every_header_of_a_confusion_matrix_can_be_read_where_predictions_are_ties(
    qtbot: QtBot, page: TrainingPage
) -> None:
    page.edits.edit_run(data="circle", initializer="zeros")
    settle(qtbot, page)
    header = page.results_panel.confusion_tables[False].horizontalHeader()
    model = header.model()
    for column in range(header.count()):
        text = str(model.headerData(column, Qt.Orientation.Horizontal))
        needed = QFontMetrics(header.font()).horizontalAdvance(text)
        assert needed < header.sectionSize(column), text
