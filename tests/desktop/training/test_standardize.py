"""The switch that standardizes: what it changes and says, and the arithmetic that undoes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.training.network.layout import Unit
from desktop.training.network.network_numbers import numbers_of
from desktop.training.network.selection import Sample
from desktop.training.page import TrainingPage
from desktop.training.pictures.plane_points import target_levels
from desktop.training.results.neuron_lines import neuron_lines
from desktop.training.sharing.graph_drawing import GraphChoice, graph_drawing
from desktop.widgets.fields.number_text import format_number, format_whole
from engine.arrays import as_array
from engine.training.analysis.fit import training_fits
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.own import view_around
from engine.training.datasets.scaling import restored
from engine.training.network.sample_pass import sample_pass
from engine.training.run.loop import first_record
from engine.training.run.record_reading import setup_of_json
from engine.training.run.record_writing import to_json
from engine.training.run.run import TrainingRun
from engine.training.run.setup import LEARNING_RATE, TrainingSetup
from engine.training.run.training_record import TrainingRecord
from tests.support.settling import settle
from tests.support.written_lines import worked_out


def houses(*targets: str) -> Dataset:
    rng = np.random.default_rng(2)
    area, city = rng.uniform(800, 4000, 12), rng.integers(0, 2, 12)
    inputs = as_array(np.column_stack([area.round(), city]))
    columns = {"price": 50_000 + 130 * area + 30_000 * city, "age": area / 90}
    values = as_array(np.column_stack([columns[name].round() for name in targets]))
    return Dataset(inputs, values, view_around(inputs), is_regression=True,
                   input_names=("area", "city = 서울"), target_names=targets)  # fmt: skip


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    settle(qtbot, made)
    yield made
    made.shutdown()


def test_the_switch_is_a_step_that_is_undone_and_kept(qtbot: QtBot, page: TrainingPage) -> None:
    field = page.setup_panel.data.standardize
    assert not field.box.isChecked()
    exports = page.exporting
    actions = (exports.npz_action, exports.weights_action, exports.numpy_action)
    plain_tips = [action.toolTip() for action in actions]
    assert not any("standardized" in tip for tip in plain_tips)
    page.setup_panel.propose_table(houses("price"))
    settle(qtbot, page)
    session = page.session
    assert field.box.isChecked()
    assert all("for standardized inputs" in action.toolTip() for action in actions)
    assert session.run.optimizer_settings[LEARNING_RATE] == 0.1
    # Why it is on is said, and by what: a line for each input and for the target.
    assert "unlike units" in field.reason.text()
    assert "the loss is measured on that scale" in field.reason.text()
    names = [line.partition(":")[0] for line in field.numbers.text().splitlines()]
    assert names == ["area", "city = 서울", "price"]
    scale = session.run.dataset.target_scales[0]
    mean, deviation = map(format_whole, scale)
    assert field.numbers.text().splitlines()[2] == f"price: μ = {mean}, σ = {deviation}"
    assert len(mean) == 6
    for _ in range(60):
        session.step()
    settle(qtbot, page)
    rows = {row[0]: row[1] for row in page.results_panel.summary_table.rows}
    fit = training_fits(session.run, session.record)[0]
    assert rows["largest error"] == format_whole(fit.largest_miss)
    assert "standardized loss" in rows
    # The curve says so as well, and what it is in the units of the price.
    plot = page.curves_view.loss_plot
    assert page.curves_view.progress_segments.button("loss").text() == "Standardized loss"
    assert "mean square error of “price”" in plot.summary
    told = plot.write_value(session.record.loss)
    assert told.endswith(f"(root mean square error {format_whole(fit.typical_miss)})")
    assert page.results_panel.loss.unit_note == "Targets and predictions stand here standardized."
    assert "R² = " in page.results_panel.verdict.text()
    QTest.mouseClick(field.box, Qt.MouseButton.LeftButton, pos=field.box.rect().center() * 0.2)
    settle(qtbot, page)
    assert not session.run.standardize
    assert [action.toolTip() for action in actions] == plain_tips
    assert session.record.step == 0
    assert not field.numbers.isVisible()
    page.edits.actions.undo.trigger()
    settle(qtbot, page)
    assert session.run.standardize
    assert field.box.isChecked()
    kept = setup_of_json(to_json(TrainingRecord.of(session.setup)))
    assert kept.run.standardize
    assert np.array_equal(kept.run.dataset.inputs, session.run.dataset.inputs)


def test_two_targets_are_told_each_and_nothing_fails(qtbot: QtBot, page: TrainingPage) -> None:
    page.setup_panel.propose_table(houses("price", "age"))
    settle(qtbot, page)
    for _ in range(5):
        page.session.step()
    for unit in (Unit(0, 1), Unit(1, 0), Unit(2, 1)):
        page.selection.set_sample(Sample(2))
        page.selection.set_part(unit)
        settle(qtbot, page)
    # The picture is painted in prices, and so are the words below it.
    prices = page.session.run.original_dataset.targets[:, 0]
    painted = page.boundary_view.map
    assert painted is not None
    assert prices.min() / 3 < np.median(painted) < 2 * prices.max()
    low, high = target_levels(page.session.run.dataset)
    assert low < prices.min() < prices.max() <= high * 1.001
    lines = page.results_panel.arithmetic.lines
    assert lines[3] == "age: ŷ₂·σ + μ"
    told = page.results_panel.verdict.text().splitlines()
    assert [line.partition(":")[0] for line in told] == ["price", "age"]
    # No error is the largest of two that have units of their own.
    assert "largest error" not in {row[0] for row in page.results_panel.summary_table.rows}
    page.views.tabs.button("seeds").click()
    settle(qtbot, page)


def test_a_single_input_is_drawn_with_its_targets_in_their_own_units(
    qtbot: QtBot, page: TrainingPage
) -> None:
    data = houses("price")
    single = replace(data, inputs=as_array(data.inputs[:, :1]), input_names=("area",))
    page.setup_panel.propose_table(replace(single, view=view_around(single.inputs)))
    settle(qtbot, page)
    for _ in range(100):
        page.session.step()
    settle(qtbot, page)
    plane, drawn = page.boundary_view.plane, page.boundary_view.map
    assert plane is not None
    assert drawn is not None
    assert plane.view.bottom < data.targets.min() < data.targets.max() < plane.view.top
    assert plane.view.left < data.inputs[:, 0].min() < 1500 < plane.view.right
    assert data.targets.min() / 2 < drawn.mean() < data.targets.max()


@pytest.mark.parametrize("targets", [("price",), ("price", "age")])
def test_the_arithmetic_leads_from_the_table_to_the_network_and_back(
    targets: tuple[str, ...],
) -> None:
    run = TrainingSetup(TrainingRun(seed=4)).with_table(houses(*targets)).run
    trainer = FastTrainer(run, accelerated=False)
    record = trainer.advance(trainer.first(), 20)
    numbers, last = numbers_of(run, record.parameters), len(run.layers) - 1
    for row in range(len(run.dataset)):
        original = run.original_dataset.inputs[row]
        found = sample_pass(run.network, record.parameters, run.dataset.inputs[row],
                            run.dataset.targets[row])  # fmt: skip
        for index, column in enumerate(run.dataset.input_names):
            symbols, terms, result = neuron_lines(numbers, found, Unit(0, index), original)
            assert symbols.endswith(f"= (x − μ)/σ, where x is {column}")
            # The number of the table stands in it, and what it leads to is what is said.
            assert format_number(float(original[index]), 4) in terms
            assert format_number(worked_out(terms[2:]), 4) == result[2:]
            assert result[2:] == format_number(float(found.outputs[0][index]), 4)
        for index, name in enumerate(targets):
            *_, symbols, told = neuron_lines(numbers, found, Unit(last, index), original)
            assert symbols.startswith(f"{name}: ŷ")
            terms, _, result = told[2:].partition(" ≈ ")
            expected = restored(found.outputs[-1], run.dataset.target_scales)[index]
            assert format_number(worked_out(terms)) == result == format_number(float(expected))


def test_an_input_is_called_by_its_column() -> None:
    run = TrainingSetup(TrainingRun()).with_table(houses("price")).run
    numbers = numbers_of(run, run.network.start)
    assert numbers.text(Unit(0, 1)) == "input x₂: city = 서울"
    # A graph of it takes what stands in the table, and says so.
    drawing = graph_drawing(run, first_record(run), GraphChoice(by_neuron=True, of_sample=True))
    assert "Inputs: x1 = area, x2 = city = 서울." in drawing.description
    assert "standardizes them itself" in drawing.description
    values = {node.name: node.value for node in drawing.graph.nodes.values()}
    assert values["x1"] == run.original_dataset.inputs[0, 0]
    assert values["t"] == run.original_dataset.targets[0, 0]
    plain = TrainingRun()
    assert numbers_of(plain, plain.network.start).text(Unit(0, 1)) == "input x₂"
