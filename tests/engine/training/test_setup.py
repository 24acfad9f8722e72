"""The setup of a training: what follows from a choice, when it stops, and a step's few numbers."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from engine.errors import EngineError
from engine.training.datasets.catalog import ALL_DATA
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.own import drawn_points
from engine.training.run.loop import train
from engine.training.run.moment import epochs_of, moment_of, rate_of
from engine.training.run.run import TrainingRun, usual_rate
from engine.training.run.setup import LEARNING_RATE, Stopping, TrainingSetup

SETUP = TrainingSetup(TrainingRun())


def samples(inputs: int, classes: int, count: int = 12) -> Dataset:
    """Return random points whose classes come in turn."""
    points = np.random.default_rng(1).normal(size=(count, inputs))
    return drawn_points(points, [row % classes for row in range(count)])


@pytest.mark.parametrize("first", list(ALL_DATA))
def test_from_any_data_one_comes_to_any_other(first: str) -> None:
    setup = SETUP.with_data(first)
    for second in ALL_DATA:
        run = setup.with_data(second).run
        data = run.dataset
        assert (run.layers[0], run.layers[-1]) == (data.inputs.shape[1], data.targets.shape[1])
        assert run.output == ("identity" if data.is_regression else "sigmoid")
        assert run.optimizer_settings[LEARNING_RATE] == usual_rate(run.recipe, run.optimizer)


def test_logic_is_trained_whole_and_without_a_test() -> None:
    points = SETUP.with_data("circle").changed(batch_size=4, test_share=0.3)
    logic = points.with_data("and").run
    assert (logic.batch_size, logic.test_share) == (None, 0.0)
    assert points.with_data("moons").run.batch_size == 4


def test_a_line_needs_no_hidden_layer_and_classes_get_one_back() -> None:
    one_input = next(
        name
        for name in ALL_DATA
        if (made := ALL_DATA[name].make(np.random.default_rng(0), {})).is_regression
        and made.inputs.shape[1] == 1
    )
    line = SETUP.with_data(one_input)
    assert line.run.layers == (1, 1)
    assert line.run.loss == "mean_squared_error"
    assert line.with_data("xor").run.layers == (2, 4, 1)


def test_own_points_fit_the_ends_of_the_network_and_its_loss() -> None:
    three = SETUP.with_samples(samples(2, 3))
    assert three.run.layers == (2, 4, 3)
    assert (three.run.output, three.run.loss) == ("softmax", "softmax_cross_entropy")
    # Other points of the same kind keep the rate that was chosen since.
    chosen = three.changed(optimizer_settings={LEARNING_RATE: 0.3}, test_share=0.5)
    again = chosen.with_samples(samples(2, 3, 15))
    assert again.run.optimizer_settings[LEARNING_RATE] == 0.3
    assert again.run.test_share == 0.5
    # So few that none would be left for the test have none.
    assert chosen.changed(test_share=0.1).with_samples(samples(2, 3, 3)).run.test_share == 0
    wide = SETUP.changed(activations=("relu",)).with_samples(samples(5, 2))
    assert wide.run.layers == (5, 4, 1)
    assert wide.run.activations == ("relu",)


def test_another_rule_begins_at_its_usual_rate_and_a_variant_keeps_it() -> None:
    adam = SETUP.with_optimizer("momentum")
    assert adam.run.optimizer_settings[LEARNING_RATE] == usual_rate(adam.run.recipe, "momentum")
    chosen = adam.changed(optimizer_settings={LEARNING_RATE: 0.02})
    name = chosen.run.rule.variants[0].name
    variant = chosen.with_variant(name).run
    assert variant.variant == name
    assert variant.optimizer_settings[LEARNING_RATE] == 0.02


def test_one_schedule_is_chosen_and_constant_is_none() -> None:
    falling = SETUP.with_schedule("exponential", {"factor": 0.5})
    (scheduled,) = falling.run.schedules
    assert scheduled.settings["factor"] == 0.5
    assert not falling.with_schedule("constant").run.schedules


def test_treatments_stand_in_the_order_of_their_table() -> None:
    both = SETUP.with_treatment("clip_norm", {}).with_treatment("clip_value", {})
    other = SETUP.with_treatment("clip_value", {}).with_treatment("clip_norm", {})
    assert both.run.treatments == other.run.treatments
    assert len(both.run.treatments) == 2
    assert len(both.with_treatment("clip_value", None).run.treatments) == 1
    assert SETUP.with_treatment("clip_value", None) == SETUP


def test_layers_come_and_go_and_those_that_stay_keep_their_activation() -> None:
    two = SETUP.with_layers((2, 3, 5, 1))
    assert two.run.layers == (2, 3, 5, 1)
    assert two.run.hidden_activations == ("tanh", "tanh")
    mixed = two.with_activation(0, "relu")
    assert mixed.run.hidden_activations == ("relu", "tanh")
    assert mixed.with_layer(2, 7).run.hidden_activations == ("relu", "relu", "tanh")
    assert mixed.with_layer(1, 7).run.hidden_activations == ("relu", "relu", "tanh")
    assert mixed.without_layer(1).run.hidden_activations == ("tanh",)
    assert mixed.with_layers((2, 3, 5, 6, 1)).run.hidden_activations == ("relu", "tanh", "tanh")
    assert mixed.with_layers((2, 3, 1)).run.hidden_activations == ("relu",)
    assert mixed.with_units(2, 9).run.layers == (2, 3, 9, 1)
    # When all have one again, it is the network's.
    assert mixed.with_activation(1, "relu").run.activations == ()
    assert mixed.with_activation(None, "sigmoid").run.hidden_activations == ("sigmoid",) * 2
    assert two.with_layer(1, 7).run.activations == ()
    assert two.without_layer(1).run.activations == ()
    # From no hidden layer on, a new one has the network's.
    bare = mixed.with_layers((2, 1))
    assert bare.with_layers((2, 4, 1)).run.hidden_activations == ("tanh",)


def test_what_does_not_go_together_is_refused() -> None:
    with pytest.raises(EngineError):
        SETUP.changed(layers=(3, 4, 1))
    assert SETUP.with_stopping(loss=0.1).stopping == Stopping(loss=0.1)


def test_only_a_condition_that_begins_to_hold_stops() -> None:
    start = moment_of(SETUP.run, next(train(SETUP.run)))
    numbers = [(0.9, 0.5, 0.9), (0.4, 0.75, 0.5), (0.2, 1.0, 0.3), (0.1, 1.0, 0.05)]
    moments = [
        replace(start, loss=loss, accuracy=accuracy, largest_error=error, epochs=float(place))
        for place, (loss, accuracy, error) in enumerate(numbers)
    ]
    stopping = Stopping(loss=0.5, accuracy=1.0, epochs=3)
    assert stopping.reasons(moments[0], is_regression=False) == frozenset()
    assert stopping.reasons(moments[3], is_regression=False) == {
        "solved", "loss", "accuracy", "epochs"
    }  # fmt: skip
    # A regression has no classes to tell apart.
    assert "solved" not in stopping.reasons(moments[3], is_regression=True)
    assert stopping.met_in(moments, is_regression=False) == ("loss", 0)
    # What held at the start is no news.
    assert stopping.met_in(moments[1:], is_regression=False) == ("accuracy", 0)
    assert stopping.met_in(moments[2:], is_regression=False) == ("solved", 0)
    assert Stopping(when_solved=False).met_in(moments, is_regression=False) == ("", 0)


def test_a_moment_has_the_numbers_of_its_step() -> None:
    run = TrainingRun(data="circle", data_settings={"samples": 30}, batch_size=10)
    start, first, second = islice(train(run), 3)
    moment = moment_of(run, second, first.parameters)
    assert (moment.step, moment.loss, moment.accuracy) == (2, second.loss, second.accuracy)
    assert moment.epochs == epochs_of(run, second) == pytest.approx(2 / 3)
    assert moment.update_norm == pytest.approx(np.linalg.norm(second.parameters - first.parameters))
    assert math.isnan(moment.test_loss)
    assert math.isnan(moment_of(run, start).update_norm)
    tested = run.changed(test_share=0.3)
    judged = moment_of(tested, next(train(tested)))
    assert judged.test_loss > 0
    assert 0 <= judged.test_accuracy <= 1


def test_the_rate_of_the_next_step_counts_the_steps_of_its_own_rule() -> None:
    run = TrainingSetup(TrainingRun()).with_schedule("exponential", {"factor": 0.5}).run
    *_, third = islice(train(run), 4)
    falling = [rate_of(run, record) for record in islice(train(run), 4)]
    assert falling == sorted(falling, reverse=True)
    assert falling[-1] < falling[0]
    # Another rule begins at its first step.
    other = run.changed(optimizer="momentum", optimizer_settings=run.optimizer_settings)
    assert rate_of(other, third) == falling[0]
