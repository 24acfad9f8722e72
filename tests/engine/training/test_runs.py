"""Training runs of every kind: fits, penalties, dropout, schedules, classes, single samples."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from engine.arrays import Array
from engine.autodiff.checks.gradient_check import check_gradients
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.reverse import forward_pass
from engine.errors import EngineError
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.training.analysis.decision_boundary import class_map, predict
from engine.training.analysis.diagnosis import diagnose
from engine.training.analysis.unit_health import unit_health
from engine.training.datasets.own import drawn_points
from engine.training.many_networks.many import train_many
from engine.training.network.dropout import draw_masks
from engine.training.network.losses import losses_for
from engine.training.network.scores import confusion_matrix, score
from engine.training.run.loop import TrainingStep, train
from engine.training.run.run import TrainingRun

XOR = TrainingRun()


def records(run: TrainingRun, steps: int, start: TrainingStep | None = None) -> list[TrainingStep]:
    return list(islice(train(run, start), steps + (start is None)))


def fit(data: str, rate: float) -> TrainingRun:
    features = {"line": 1, "hours": 1, "exams": 3, "plane": 2}[data]
    return TrainingRun(
        data=data, layers=(features, 1), output="identity", loss="mean_squared_error",
        initializer="zeros", optimizer_settings={"learning_rate": rate},
    )  # fmt: skip


D2 = {0: "0.187 0.080", 100: "1.746 0.578", 500: "1.903 0.221", 1000: "1.971 0.066"}
D2_COSTS = {0: "18.666667", 100: "0.048171", 500: "0.007024", 1000: "0.000633"}
D3 = {
    0: ".294 .294 .297 .003",
    100: ".674 .661 .676 .008",
    500: ".694 .638 .678 .009",
    1000: ".718 .613 .680 .009",
}
D3_COSTS = {0: "29661.80", 100: "1.5636", 500: "1.3195", 1000: "1.0794"}


@pytest.mark.parametrize(
    ("run", "table", "costs"),
    [(fit("line", 0.01), D2, D2_COSTS), (fit("exams", 1e-5), D3, D3_COSTS)],
)
def test_the_course_fits_are_training_runs(
    run: TrainingRun, table: dict[int, str], costs: dict[int, str]
) -> None:
    history = records(run, 1001)

    for epoch, printed in table.items():
        numbers = " ".join(f"{number:.3f}" for number in history[epoch + 1].parameters)
        assert numbers.replace("0.", ".") == printed.replace("0.", ".")
        cost = costs[epoch]
        assert f"{history[epoch].loss:.{len(cost.partition('.')[2])}f}" == cost


def test_a_fit_has_no_accuracy_and_is_never_solved_or_stuck() -> None:
    run = fit("plane", 0.02)
    *_, last = records(run, 600)

    assert np.isnan(last.accuracy)
    assert not last.is_solved
    assert last.loss < 0.02
    assert diagnose(run, last) == ()
    scores = score(run.network, last.parameters, run.dataset)
    assert scores.loss == last.loss
    assert np.isnan(scores.accuracy)
    assert scores.confusion.shape == (0, 0)


@pytest.mark.parametrize(("l1", "l2"), [(0.1, 0.0), (0.0, 0.1), (0.02, 0.05)])
def test_penalties_are_gates_and_the_loss_shown_contains_them(l1: float, l2: float) -> None:
    run = replace(XOR, l1=l1, l2=l2)
    first = records(run, 0)[0]
    weights = np.concatenate(
        [layer.weights.ravel() for layer in run.network.unflatten(first.parameters)]
    )

    penalty = l1 * np.abs(weights).sum() + l2 * np.square(weights).sum()
    assert first.loss == pytest.approx(first.data_loss + penalty, rel=1e-14)
    assert first.data_loss == records(XOR, 0)[0].loss
    graph = run.network.with_parameters(np.random.default_rng(0).normal(size=17))
    for check in check_gradients(compile_plan(graph), run.network.loss):
        if check.node in run.network.parameter_nodes:
            assert check.relative_error < 1e-6


def test_without_penalties_both_losses_are_the_same() -> None:
    assert all(record.loss == record.data_loss for record in records(XOR, 5))


def test_penalties_keep_weights_small_and_l1_leaves_some_at_zero() -> None:
    run = replace(XOR, layers=(2, 8, 1), data="circle", optimizer_settings={"learning_rate": 0.1})

    def weights(**penalty: float) -> Array:
        end = records(replace(run, **penalty), 500)[-1]  # type: ignore[arg-type]
        parts = run.network.unflatten(end.parameters)
        return np.concatenate([layer.weights.ravel() for layer in parts])

    free, ridge, lasso = weights(), weights(l2=0.02), weights(l1=0.02)
    assert np.linalg.norm(ridge) < np.linalg.norm(free)
    assert np.mean(np.abs(lasso) < 0.005) > np.mean(np.abs(free) < 0.005)


def test_dropout_masks_scale_what_they_keep_and_come_from_the_seed_and_the_step() -> None:
    wide, narrow = draw_masks(3, 7, 0.25, 1000, (20, 5))

    assert wide.shape == (1000, 20)
    assert narrow.shape == (1000, 5)
    assert set(np.unique(wide)) == {0.0, 1 / 0.75}
    assert wide.mean() == pytest.approx(1.0, abs=0.02)
    assert np.array_equal(draw_masks(3, 7, 0.25, 1000, (20, 5))[0], wide)
    assert not np.array_equal(draw_masks(3, 8, 0.25, 1000, (20, 5))[0], wide)
    assert not np.array_equal(draw_masks(4, 7, 0.25, 1000, (20, 5))[0], wide)


def test_dropout_acts_while_training_and_not_in_what_is_shown() -> None:
    run = replace(XOR, layers=(2, 16, 1), dropout=0.3, optimizer_settings={"learning_rate": 0.2})
    plain = replace(run, dropout=0.0)

    start, after = records(run, 1)

    assert start.loss == records(plain, 0)[0].loss
    assert np.array_equal(
        start.predictions, predict(run.network, start.parameters, run.dataset.inputs)
    )
    assert not np.array_equal(after.parameters, records(plain, 1)[1].parameters)
    # A unit dropped for every sample keeps its outgoing weight.
    masks = draw_masks(run.seed, 0, 0.3, 4, (16,))[0]
    moved = np.diff([start.parameters[48:64], after.parameters[48:64]], axis=0)[0] != 0
    assert moved.tolist() == (masks.max(axis=0) > 0).tolist()
    assert records(run, 400)[-1].is_solved


def test_dropout_replays_exactly_from_the_middle() -> None:
    run = replace(XOR, layers=(2, 6, 1), dropout=0.5, batch_size=3)
    through = records(run, 20)

    resumed = records(run, 10, start=through[10])

    for one, other in zip(through[11:], resumed, strict=True):
        assert np.array_equal(one.parameters, other.parameters)


def test_a_graph_with_dropout_looks_at_other_samples_without_dropping() -> None:
    run = replace(XOR, dropout=0.5)
    network = run.network
    inputs, targets = np.array([[0.3, 0.4]]), np.array([[1.0]])

    values = forward_pass(compile_plan(network.with_samples(network.start, inputs, targets)))

    assert np.array_equal(values[network.prediction], predict(network, network.start, inputs))


def test_each_hidden_layer_has_its_own_activation() -> None:
    run = replace(XOR, layers=(2, 3, 4, 1), activations=("relu", "sigmoid"))

    operations = [node.operation for node in run.network.graph.nodes.values() if not node.is_source]

    assert run.network.activations == ("relu", "sigmoid")
    assert [name for name in operations if name in ("relu", "sigmoid", "tanh")] == [
        "relu", "sigmoid", "sigmoid",
    ]  # fmt: skip
    with pytest.raises(EngineError, match="2-3-4-1 has 2 hidden layers, and 1 activations"):
        replace(run, activations=("relu",))


def test_single_samples_are_batches_of_one() -> None:
    run = replace(XOR, seed=2, batch_size=1, optimizer_settings={"learning_rate": 0.3})

    history = records(run, 400)

    assert run.steps_per_epoch == 4
    assert history[8].epoch == 2
    assert history[-1].is_solved


def test_a_schedule_changes_the_rate_of_each_step() -> None:
    halving = Scheduled(SCHEDULES["step"], {"period": 1, "factor": 0.5})
    run = replace(XOR, schedules=(halving,))
    start, first, second = records(run, 2)

    plain = records(XOR, 1)
    assert np.array_equal(first.parameters, plain[1].parameters)
    assert np.linalg.norm(second.parameters - first.parameters) == pytest.approx(
        0.5 * np.hypot.reduce(first.gradient_norms)
    )
    assert run.continues(XOR)
    assert start.history == ()


def test_a_plateau_lowers_the_rate_and_replays_exactly_from_the_middle() -> None:
    plateau = Scheduled(SCHEDULES["plateau"], {"patience": 3})
    run = replace(
        XOR, data="circle", data_settings={"noise": 0.4}, schedules=(plateau,), batch_size=10,
        optimizer_settings={"learning_rate": 2.0},
    )  # fmt: skip
    through = records(run, 80)

    assert through[-1].history == tuple(record.loss for record in through)
    first = np.linalg.norm(through[1].parameters - through[0].parameters)
    last = np.linalg.norm(through[-1].parameters - through[-2].parameters)
    assert last < 0.1 * first
    resumed = records(run, 40, start=through[40])
    assert np.array_equal(resumed[-1].parameters, through[-1].parameters)
    other = records(replace(run, optimizer="momentum"), 1, start=through[40])[0]
    assert len(other.history) == 1


def test_clipping_bounds_every_step() -> None:
    clip = Treated(TREATMENTS["clip_norm"], {"limit": 0.01})
    run = replace(XOR, treatments=(clip,))

    history = records(run, 20)

    steps = np.diff([record.parameters for record in history], axis=0)
    assert np.linalg.norm(steps, axis=1).max() <= 0.01 * (1 + 1e-12)


def test_another_variant_of_the_rule_is_another_memory() -> None:
    course = XOR.with_optimizer("momentum")
    framework = replace(course, variant="pytorch")

    before = records(course, 5)[-1]
    after = records(framework, 1, start=before)[0]

    assert after.optimizer_step == 1
    assert after.optimizer != before.optimizer
    assert framework.with_optimizer("sgd").variant == ""


def test_divergence_under_a_schedule_names_the_rate_of_that_step() -> None:
    warm_up = Scheduled(SCHEDULES["warm_up"], {"length": 4})
    run = replace(fit("exams", 1.0), schedules=(warm_up,))
    with pytest.raises(EngineError, match=r"step 1: the learning rate 0\.25 is too large"):
        records(run, 10)


def three_classes() -> TrainingRun:
    rng = np.random.default_rng(0)
    labels = np.repeat([0, 1, 2], 20)
    centres = np.array([[0.0, 2.0], [2.0, -1.0], [-2.0, -1.0]])
    points = drawn_points(centres[labels] + 0.3 * rng.normal(size=(60, 2)), labels.tolist())
    return TrainingRun(
        samples=points, layers=(2, 6, 3), output="softmax", loss="softmax_cross_entropy",
        optimizer_settings={"learning_rate": 0.5}, test_share=0.25,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("output", "loss"),
    [("softmax", "softmax_cross_entropy"), ("identity", "softmax_cross_entropy"),
     ("identity", "multiclass_hinge"), ("sigmoid", "mean_squared_error")],
)  # fmt: skip
def test_three_classes_are_learnt_and_judged(output: str, loss: str) -> None:
    run = replace(three_classes(), output=output, loss=loss)

    *_, last = records(run, 300)

    assert last.accuracy > 0.95
    assert last.right_of(run.dataset).sum() == round(last.accuracy * len(run.dataset))
    assert run.test_dataset is not None
    assert (len(run.dataset), len(run.test_dataset)) == (45, 15)
    tested = score(run.network, last.parameters, run.test_dataset)
    assert tested.confusion.sum() == 15
    assert np.trace(tested.confusion) == round(tested.accuracy * 15) >= 14
    picture = class_map(run.network, last.parameters, run.dataset.view, width=30, height=20)
    assert picture.shape == (20, 30)
    assert set(np.unique(picture)) == {0, 1, 2}
    assert picture[-1, 15] == 0
    *_, together = train_many(run, [0, 5], 300)
    assert together.losses[0] == pytest.approx(last.loss, rel=1e-9)


@pytest.mark.parametrize("loss", ["hinge", "binary_cross_entropy_with_logits"])
def test_losses_of_scores_take_the_totals(loss: str) -> None:
    run = replace(XOR, loss=loss, optimizer_settings={"learning_rate": 0.5})

    *_, last = records(run, 400)

    assert last.is_solved
    inputs = run.dataset.inputs
    scores = np.log(last.predictions / (1 - last.predictions))
    assert np.allclose(predict(run.network, last.parameters, inputs), last.predictions)
    signs = 2 * run.dataset.targets - 1
    expected = {
        "hinge": np.mean(np.maximum(0, 1 - signs * scores)),
        "binary_cross_entropy_with_logits": np.mean(np.log1p(np.exp(-signs * scores))),
    }
    assert last.loss == pytest.approx(float(expected[loss]), rel=1e-9, abs=1e-12)
    *_, together = train_many(run, [run.seed], 400)
    assert together.losses[0] == pytest.approx(last.loss, rel=1e-9, abs=1e-12)


def test_scores_from_the_identity_keep_the_totals_for_the_loss() -> None:
    run = replace(XOR, output="identity", loss="hinge", optimizer_settings={"learning_rate": 0.1})
    alone = records(run, 50)[-1]

    *_, together = train_many(run, [0], 50)

    assert together.losses[0] == pytest.approx(alone.loss, rel=1e-12)


def test_the_losses_that_suit_the_data_are_listed() -> None:
    one = [record.name for record in losses_for(1)]
    assert "softmax_cross_entropy" not in one
    assert "hinge" in one
    assert "multiclass_hinge" in [record.name for record in losses_for(3)]
    numbers = [record.name for record in losses_for(1, is_regression=True)]
    assert numbers == ["mean_squared_error", "squared_error", "half_squared_error"]


def test_the_confusion_matrix_has_the_true_class_in_rows() -> None:
    predictions = np.array([[0.1, 0.7, 0.2], [0.8, 0.1, 0.1], [0.2, 0.2, 0.6]])
    targets = np.array([[1.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])

    assert confusion_matrix(predictions, targets).tolist() == [[1, 1, 0], [0, 0, 0], [0, 0, 1]]


def test_a_test_share_is_kept_out_of_the_training() -> None:
    run = replace(XOR, data="circle", test_share=0.4, data_seed=2)

    assert len(run.dataset) == 120
    assert run.test_dataset is not None
    assert len(run.test_dataset) == 80
    assert XOR.test_dataset is None
    assert run.continues(replace(run, test_share=0.2))
    assert not run.measures_as(replace(run, test_share=0.2))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"l1": -1.0}, "L1 must lie between 0 and 10"),
        ({"l2": 11.0}, "L2 must lie between 0 and 10"),
        ({"dropout": 1.0}, r"dropout must lie between 0 and 0\.95"),
        ({"test_share": 0.9}, "choose a share between 0 and 1"),
        ({"variant": "abacus"}, "SGD has no variant"),
        ({"loss": "softmax_cross_entropy"}, "needs a score for each class"),
        ({"output": "softmax", "loss": "mean_squared_error"}, "goes with a loss that takes scores"),
        ({"data": "line", "layers": (1, 1)}, "these targets are numbers"),
        ({"data": "exams"}, "must begin with 3 and end with 1, such as 3-4-1"),
    ],
)
def test_impossible_runs_are_refused_with_a_sentence(
    changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(EngineError, match=sentence):
        replace(XOR, **changes)  # type: ignore[arg-type]


def test_data_too_large_for_any_loss_are_told_at_the_start() -> None:
    far = drawn_points([[1e200, 0.0], [0.0, 1.0]], [0, 1])
    run = replace(
        XOR, samples=far, layers=(2, 1), output="identity", loss="mean_squared_error"
    )  # fmt: skip
    with pytest.raises(EngineError, match="The loss at the start is no finite number"):
        records(run, 1)


def test_the_corners_are_scored_by_the_side_of_one_half() -> None:
    *_, last = records(XOR, 400)

    scores = score(XOR.network, last.parameters, XOR.dataset)

    assert (scores.loss, scores.accuracy) == (last.loss, 1.0)
    assert scores.confusion.tolist() == [[2, 0], [0, 2]]


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid"])
def test_units_that_fail_only_on_the_first_samples_are_sound(activation: str) -> None:
    network = TrainingRun(layers=(2, 6, 3, 1), activation=activation).network
    dice = np.random.default_rng(3)
    for scale in (0.1, 3.0, 40.0):
        parameters = scale * dice.normal(size=network.start.shape)
        parameters[:2] = parameters[6]
        # Few of many samples lie far out, at the beginning or at the end.
        inputs = dice.normal(size=(300, 2))
        inputs[:60] += 30
        for points in (inputs, inputs[::-1]):
            together = unit_health(network, parameters, points)
            turned = unit_health(network, parameters, np.roll(points, 150, axis=0))
            assert together == turned
