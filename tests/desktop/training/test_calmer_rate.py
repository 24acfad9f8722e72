"""A rate that is too large has another offered; a tie is undecided wherever classes are told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.training.page import TrainingPage
from desktop.training.run.session import FASTEST
from desktop.widgets.fields.number_text import format_number
from engine.training.datasets.dataset import Dataset, View
from engine.training.run.run import TrainingRun
from tests.support.settling import settle

LEFT = Qt.MouseButton.LeftButton
TOO_FAST = TrainingRun(
    data="circle",
    output="identity",
    loss="mean_squared_error",
    optimizer_settings={"learning_rate": 3.0},
)


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1280, 674)
    made.show()
    settle(qtbot, made)
    yield made
    made.shutdown()


def show(qtbot: QtBot, page: TrainingPage, run: TrainingRun) -> None:
    """Let the page train something else, as an opened run does."""
    page.edits.edit_setup(replace(page.session.setup, run=run))
    settle(qtbot, page)


def test_one_click_tries_the_rate_that_is_advised(qtbot: QtBot, page: TrainingPage) -> None:
    assert not page.results_panel.remedy.button.isVisible()
    show(qtbot, page, TOO_FAST)
    start = page.session.record.loss
    page.session.set_speed(FASTEST)
    with qtbot.waitSignal(page.session.failed, timeout=10_000):
        page.session.play()
    settle(qtbot, page)
    button = page.results_panel.remedy.button
    # The cause names no rate: the one that is told is the one that was tried.
    assert "; try a smaller one" in page.results_panel.problems.text()
    assert button.isVisible()
    assert button.text() == "Try a learning rate of 0.3"
    # It was tried, and what was seen stands beside it.
    words = page.results_panel.remedy.words.text()
    assert words.startswith("Tried for 1000 epochs: learning rate 0.3. 193 of 200 are right then")
    QTest.mouseClick(button, LEFT)
    settle(qtbot, page)
    assert page.session.run.optimizer_settings["learning_rate"] == 0.3
    assert page.session.record.step == 0
    assert page.session.record.loss == start
    assert not button.isVisible()
    page.session.step_epoch()
    settle(qtbot, page)
    assert page.session.record.loss < start
    # It is an edit like any other.
    page.edits.actions.undo.trigger()
    settle(qtbot, page)
    assert page.session.run.optimizer_settings["learning_rate"] == 3.0


def test_the_inputs_of_a_table_are_standardized_in_one_click_and_one_undo(
    qtbot: QtBot, page: TrainingPage
) -> None:
    unit = np.random.default_rng(0).uniform(-1.0, 1.0, (80, 2))
    classes = np.logical_xor(*(unit > 0).T).astype(float)[:, None]
    samples = Dataset(unit * [1.0, 1000.0], classes, View(-1.0, 1.0, -1000.0, 1000.0))
    run = TrainingRun(samples=samples, layers=(2, 8, 1), optimizer_settings={"learning_rate": 1e-4})
    show(qtbot, page, run)
    for _ in range(300):
        page.session.step()
    settle(qtbot, page)
    panel = page.results_panel
    assert "unlike scales" in panel.problems.text()
    assert panel.remedy.button.text() == "Try this"
    assert (
        "1000 epochs: inputs standardized by the training samples, learning rate 1."
        in panel.remedy.words.text()
    )
    steps = len(page.edits.history.steps.made)
    QTest.mouseClick(panel.remedy.button, LEFT)
    settle(qtbot, page)
    assert len(page.edits.history.steps.made) == steps + 1
    assert np.allclose(page.session.run.dataset.inputs.std(axis=0), 1.0)
    assert page.session.record.step == 0
    # What was done to the inputs is said where they are chosen, and where they are drawn.
    field = page.setup_panel.data.standardize
    assert field.box.isChecked()
    assert "of the 80 training samples" in field.reason.text()
    deviation = format_number(float(samples.inputs[:, 1].std()), 4)
    assert f"σ = {deviation}" in field.numbers.text().splitlines()[1]
    axis = page.stage.boundary_view.plot.canvas.getAxis("left")
    assert axis.labelText == "x₂"
    # The axis has the units of the table.
    assert axis.range[1] > 900.0
    page.edits.actions.undo.trigger()
    settle(qtbot, page)
    assert page.session.run.samples is samples
    assert not field.box.isChecked()
    assert not field.numbers.isVisible()


def test_however_much_is_to_be_changed_the_panel_keeps_its_width(
    qtbot: QtBot, page: TrainingPage
) -> None:
    deep = (2, 4, 4, 4, 4, 4, 4, 1)
    show(qtbot, page, TrainingRun(layers=deep, activation="sigmoid"))
    for _ in range(300):
        page.session.step()
    settle(qtbot, page)
    panel = page.results_panel
    assert "Hyperbolic tangent, learning rate 0.1" in panel.remedy.words.text()
    (area,) = panel.findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert area.horizontalScrollBar().maximum() == 0


def test_trying_can_be_stopped_and_then_nothing_is_offered(
    qtbot: QtBot, page: TrainingPage
) -> None:
    show(qtbot, page, TOO_FAST)
    page.session.set_speed(FASTEST)
    with qtbot.waitSignal(page.session.failed, timeout=10_000):
        page.session.play()
    # It begins a moment after the message, and no event is taken in between.
    offer = page.results_panel.remedy
    assert offer.is_trying
    assert offer.button.text() == "Stop trying"
    QTest.mouseClick(offer.button, LEFT)
    settle(qtbot, page)
    assert not offer.is_trying
    assert not offer.button.isVisible()
    assert offer.words.text() == "Nothing was tried out."


def test_a_network_that_gives_a_half_is_undecided_in_table_and_words(
    qtbot: QtBot, page: TrainingPage
) -> None:
    show(qtbot, page, TrainingRun(data="circle", initializer="zeros"))
    panel = page.results_panel
    table = panel.confusion_tables[False]
    assert [row[1:] for row in table.rows] == [["0", "0", "107"], ["0", "0", "93"]]
    assert "0 of 200 are right" in panel.verdict.text()
    assert "Undecided: 200" in panel.verdict.text()


def test_a_truth_table_marks_ties_and_writes_what_lies_beside_a_half(
    qtbot: QtBot, page: TrainingPage
) -> None:
    show(qtbot, page, TrainingRun(layers=(2, 2, 1), initializer="zeros"))
    rows = page.results_panel.truth_table.rows
    assert [row[-2:] for row in rows] == [["0.500", "tie"]] * 4
    parameters = page.session.record.parameters.copy()
    parameters[-1] = 1e-5
    page.edits.edit_weights(parameters)
    settle(qtbot, page)
    rows = page.results_panel.truth_table.rows
    assert [row[-2] for row in rows] == ["0.500002"] * 4
    assert [row[-1] for row in rows] == ["✗", "✓", "✓", "✗"]
