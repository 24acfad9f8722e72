"""What is pictured of a training: points that are drawn, a layer's space, the loss round it."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from engine.arrays import Array
from engine.training.analysis.hidden_axes import HiddenAxes, HiddenPicture, hidden_picture
from engine.training.analysis.landscape import Landscape, landscape_of
from engine.training.datasets.dataset import View
from engine.training.run.loop import TrainingStep, first_record, train
from engine.training.run.points import Points
from engine.training.run.run import TrainingRun

XOR = TrainingRun()
WIDE = TrainingRun(layers=(2, 4, 3, 1), data="moons", test_share=0.25)


def trained(run: TrainingRun, steps: int) -> list[TrainingStep]:
    return list(islice(train(run), steps))


def test_points_are_those_of_a_run_or_the_corners_of_xor() -> None:
    moons = Points.of(WIDE)
    assert moons.places.shape[1] == 2
    assert set(moons.labels) == {0, 1}
    lines = Points.of(TrainingRun(data="line", layers=(1, 4, 1), output="identity",
                                  loss="mean_squared_error"))  # fmt: skip
    assert lines.labels == (0, 1, 1, 0)
    assert lines.view == View(-0.5, 1.5, -0.5, 1.5)


def test_each_edit_of_points_is_another_value() -> None:
    points = Points.of(XOR)
    more = points.added(0.5, 0.4, 1)
    moved = more.moved(4, 0.6, 0.3)
    assert more.places[4].tolist() == [0.5, 0.4]
    assert moved.places[4].tolist() == [0.6, 0.3]
    assert moved.labels == (*points.labels, 1)
    assert moved.without(4).labels == points.labels
    np.testing.assert_array_equal(moved.without(4).places, points.places)
    assert moved.thinned().labels == (0, 1)
    assert len(Points.of(replace(XOR, samples=moved.dataset())).labels) == 5


def test_what_coordinates_are_called_outlives_every_edit_in_their_own_units() -> None:
    """A point is moved where it was drawn, whether or not the network takes it standardized."""
    data = Points.of(XOR).dataset()
    named = replace(data, input_names=("area", "price"))
    points = Points.of(replace(XOR, samples=named, standardize=True))
    assert points.places.tolist() == named.inputs.tolist()
    for edited in (points.added(0.5, 0.4, 1), points.moved(0, 0.1, 0.2), points.without(0)):
        made = edited.dataset()
        assert made.input_names == ("area", "price")
        assert made.scales == ()


def test_names_of_classes_go_with_points_as_long_as_they_reach() -> None:
    points = replace(Points.of(XOR), class_names=("no", "yes"))
    assert points.dataset().class_names == ("no", "yes")
    assert points.added(0.0, 0.0, 2).dataset().class_names != ("no", "yes")


def picture(run: TrainingRun, axes: HiddenAxes, before: HiddenPicture | None = None,
            steps: int = 1) -> HiddenPicture:  # fmt: skip
    return hidden_picture(run, trained(run, steps)[-1], axes, before)


def test_the_inputs_are_shown_as_they_are() -> None:
    found = picture(WIDE, HiddenAxes(0, None))
    np.testing.assert_allclose(found.train, WIDE.dataset.inputs[: len(found.train)])
    assert found.test is not None
    assert found.separator is None


def test_a_pair_of_units_is_picked_out_of_a_layer() -> None:
    found = picture(WIDE, HiddenAxes(1, (2, 0)))
    np.testing.assert_array_equal(found.train, found.image.samples[: len(found.train)][:, [2, 0]])
    alone = picture(TrainingRun(layers=(2, 1, 1)), HiddenAxes(1, None))
    assert not alone.train[:, 1].any()


def side(line: tuple[float, float, float], places: Array) -> Array:
    return np.asarray(places @ np.array(line[:2]) + line[2])


def test_the_line_of_the_output_unit_separates_its_classes() -> None:
    run = TrainingRun(layers=(2, 2, 1), activation="tanh", seed=2)
    record = trained(run, 600)[-1]
    found = hidden_picture(run, record, HiddenAxes(1, None), None)
    assert found.separator is not None
    last = run.network.unflatten(record.parameters)[-1]
    totals = found.train @ last.weights[:, 0] + last.bias[0]
    np.testing.assert_allclose(side(found.separator, found.train), totals)


def test_a_line_beyond_the_numbers_is_told_in_another_unit() -> None:
    run = TrainingRun(layers=(2, 3, 1), activation="identity")
    first = first_record(run)
    parameters = first.parameters.copy()
    where = run.network.parameter_slices
    parameters[where[0]] *= 1e155
    parameters[where[2]] = 1e200
    far = replace(first, parameters=parameters)
    found = hidden_picture(run, far, HiddenAxes(1, None), None)
    assert found.separator is not None
    assert np.isfinite(found.separator).all()


def test_a_plane_keeps_its_signs_from_one_step_to_the_next() -> None:
    run = TrainingRun(layers=(2, 4, 1), seed=4)
    axes, before = HiddenAxes(1, None), None
    for record in islice(train(run), 40):
        found = hidden_picture(run, record, axes, before)
        if before is not None:
            shown = np.sum(before.lines * found.lines, axis=(0, 1))
            assert (shown > 0).all()
        before = found
    # Another layer's picture begins anew.
    assert hidden_picture(run, record, HiddenAxes(0, None), before).axes.layer == 0


def landscape(run: TrainingRun, steps: int, seed: int | None) -> Landscape:
    records = trained(run, steps)
    *before, last = landscape_of(run, records, records[-1], seed)
    assert set(before) == {None}
    assert last is not None
    return last


def test_a_landscape_holds_the_way_through_it() -> None:
    found = landscape(XOR, 30, None)
    assert found.shares is not None
    assert found.losses.shape == (len(found.second), len(found.first))
    places = found.plane.coordinates(trained(XOR, 30)[0].parameters[None])
    assert found.first[0] < places[0, 0] < found.first[-1]
    middle = np.abs(found.first).argmin(), np.abs(found.second).argmin()
    assert found.losses[middle[1], middle[0]] == pytest.approx(trained(XOR, 30)[-1].loss, rel=0.2)


@pytest.mark.parametrize(("steps", "seed"), [(30, 5), (1, None)])
def test_random_directions_serve_who_asks_or_has_no_way_yet(steps: int, seed: int | None) -> None:
    found = landscape(XOR, steps, seed)
    assert found.shares is None
    assert found.first[0] < -1 < 1 < found.first[-1]


def test_a_large_network_s_landscape_is_coarser() -> None:
    large = TrainingRun(data="moons", data_settings={"samples": 1000}, layers=(2, 64, 64, 64, 1))
    assert len(landscape(large, 2, 1).first) < len(landscape(XOR, 2, 1).first)
