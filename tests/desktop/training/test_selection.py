"""The chosen sample and part: seen by all views, given up with the network that had them."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled, shut_down
from desktop.training.network.layout import Bias, Connection, Unit
from desktop.training.network.selection import Sample, Selection
from desktop.training.network.view import NetworkView
from engine.training.network.sample_pass import sample_pass
from engine.training.run.loop import first_record
from engine.training.run.run import TrainingRun
from tests.support.settling import settle


def test_a_chosen_sample_flows_forward_and_back(qtbot: QtBot) -> None:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(420, 380)
    run = TrainingRun()
    record = first_record(run)
    view.show_record(run, record)
    view.show()
    still = view.grab().toImage()

    view.selection.set_sample(Sample(2))
    assert not has_settled(view)
    settle(qtbot, view)

    data = run.dataset
    expected = sample_pass(run.network, record.parameters, data.inputs[2], data.targets[2])
    assert view.sample is not None
    assert np.array_equal(view.sample.outputs[1], expected.outputs[1])
    assert np.array_equal(view.sample.total_gradients[0], expected.total_gradients[0])
    assert view.grab().toImage() != still

    view.selection.set_sample(None)
    assert view.sample is None
    assert view.grab().toImage() == still


def test_a_sample_stays_with_the_numbers_of_the_newest_record(qtbot: QtBot) -> None:
    view = NetworkView()
    qtbot.addWidget(view)
    view.selection.set_sample(Sample(1))
    for seed in (1, 2):
        run = TrainingRun(seed=seed)
        view.show_record(run, first_record(run))
        assert view.sample is not None
        # All samples at once are added up in another order than one: the last bit may differ.
        expected = first_record(run).predictions[1, 0]
        assert view.sample.outputs[-1][0] == pytest.approx(expected, rel=1e-15)
    shut_down(view)


def test_what_a_smaller_network_lacks_is_given_up(qtbot: QtBot) -> None:
    selection = Selection()
    selection.set_part(Connection(Unit(0, 1), Unit(1, 3)))
    selection.set_sample(Sample(3))
    selection.fit(TrainingRun())
    assert selection.part is not None
    assert selection.sample == Sample(3)

    selection.fit(TrainingRun(layers=(2, 2, 1)))
    assert selection.part is None
    selection.set_part(Bias(Unit(2, 0)))
    selection.set_sample(Sample(0, is_test=True))
    selection.fit(TrainingRun(layers=(2, 1)))
    assert selection.part is None
    assert selection.sample is None


def test_samples_for_the_test_are_found_there() -> None:
    run = TrainingRun(data="circle", test_share=0.3)
    assert run.test_dataset is not None
    found = Sample(0, is_test=True).of(run)
    assert found is not None
    assert np.array_equal(found[0], run.test_dataset.inputs[0])
    assert Sample(10_000).of(run) is None
