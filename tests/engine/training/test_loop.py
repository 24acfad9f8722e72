"""The training loop: it learns XOR, repeats itself exactly, and names its failures."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from engine.errors import DivergenceError, EngineError, OperationError
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.training.analysis.diagnosis import diagnose
from engine.training.datasets.catalog import ALL_DATA
from engine.training.datasets.dataset import Dataset, View
from engine.training.run.loop import TrainingStep, first_record, train
from engine.training.run.run import TrainingRun, usual_rate

XOR = TrainingRun()


def records(run: TrainingRun, steps: int, start: TrainingStep | None = None) -> list[TrainingStep]:
    return list(islice(train(run, start), steps + (start is None)))


def solves(run: TrainingRun, epochs: int = 2000) -> bool:
    return any(record.is_solved for record in islice(train(run), epochs + 1))


def test_the_default_network_solves_xor_from_every_one_of_forty_seeds() -> None:
    assert all(solves(replace(XOR, seed=seed)) for seed in range(40))


def test_two_hidden_units_get_stuck_from_some_seeds() -> None:
    solved = sum(solves(replace(XOR, layers=(2, 2, 1), seed=seed), 500) for seed in range(20))

    assert 8 <= solved <= 18


def test_without_a_hidden_layer_xor_stays_at_three_of_four_at_best_and_says_why() -> None:
    run = replace(XOR, layers=(2, 1))
    *_, last = records(run, 400)

    assert last.accuracy <= 0.75
    codes = [problem.code for problem in diagnose(run, last)]
    assert codes == ["needs_hidden_layer"]


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizer_solves_xor_at_its_usual_rate(name: str) -> None:
    assert solves(XOR.with_optimizer(name))


@pytest.mark.parametrize("name", ["noisy_xor", "circle", "gaussian"])
def test_the_usual_rate_suits_the_points_in_the_plane(name: str) -> None:
    run = replace(XOR, data=name, data_settings={"noise": 0.0}).with_optimizer("sgd")
    *_, last = records(run, 600)

    assert last.accuracy > 0.9


def test_the_same_run_repeats_itself_bit_for_bit() -> None:
    run = replace(XOR, data="circle", batch_size=30, seed=8).with_optimizer("adam")

    once, again = records(run, 50), records(replace(run), 50)

    for one, other in zip(once, again, strict=True):
        assert np.array_equal(one.parameters, other.parameters)
        assert one.loss == other.loss
        assert one.gradient_norms == other.gradient_norms


@pytest.mark.parametrize("batch_size", [None, 3])
@pytest.mark.parametrize("name", ["sgd", "nag", "adam"])
def test_going_on_from_a_record_is_the_same_as_never_having_stopped(
    name: str, batch_size: int | None
) -> None:
    run = replace(XOR, batch_size=batch_size).with_optimizer(name)
    through = records(run, 30)

    resumed = records(run, 20, start=through[10])

    assert [record.step for record in resumed] == list(range(11, 31))
    for one, other in zip(through[11:], resumed, strict=True):
        assert np.array_equal(one.parameters, other.parameters)
        assert one.loss == other.loss


def test_a_record_describes_the_network_at_its_own_parameters() -> None:
    start, after = records(XOR, 1)

    assert (start.step, start.epoch, after.step, after.epoch) == (0, 0, 1, 1)
    assert np.array_equal(start.parameters, XOR.network.start)
    moved = start.parameters - after.parameters
    assert np.linalg.norm(moved) == pytest.approx(np.hypot.reduce(start.gradient_norms))
    assert not after.parameters.flags.writeable
    targets = XOR.dataset.targets
    p = start.predictions
    cross_entropy = -np.mean(targets * np.log(p) + (1 - targets) * np.log(1 - p))
    assert start.loss == pytest.approx(float(cross_entropy), rel=1e-14)
    assert start.largest_error == np.abs(p - targets).max()
    assert after.start_loss == start.loss


def test_an_epoch_of_batches_sees_every_sample_once() -> None:
    run = replace(XOR, data="circle", data_settings={"samples": 25}, batch_size=10)

    epochs = [record.epoch for record in records(run, 7)]

    assert run.steps_per_epoch == 3
    assert epochs == [0, 0, 0, 1, 1, 1, 2, 2]


def test_batches_of_a_whole_epoch_without_steps_between_add_up_to_the_full_gradient() -> None:
    tiny = {"learning_rate": 1e-6}
    data = {"samples": 20.0}
    full = replace(XOR, data="circle", data_settings=data, optimizer_settings=tiny)
    batched = replace(full, batch_size=5)

    one_epoch = records(batched, 4)[-1].parameters - full.network.start
    four_steps = records(full, 4)[-1].parameters - full.network.start

    assert np.allclose(one_epoch, four_steps, rtol=1e-4, atol=1e-12)


def test_another_optimizer_goes_on_from_the_same_weights_with_a_fresh_memory() -> None:
    before = records(XOR.with_optimizer("momentum"), 20)[-1]
    adam = XOR.with_optimizer("adam")
    assert adam.continues(XOR)
    assert not replace(XOR, layers=(2, 3, 1)).continues(XOR)

    after = records(adam, 1, start=before)[0]

    assert (after.step, after.optimizer_step) == (21, 1)
    assert len(after.optimizer_state) == 2
    # Adam's first step is the learning rate long in every coordinate, whatever the gradient.
    steps = np.abs(after.parameters - before.parameters)
    assert np.allclose(steps, adam.optimizer_settings["learning_rate"], rtol=1e-4)


def test_divergence_names_the_step_the_rate_and_the_growth() -> None:
    run = replace(
        XOR,
        data="circle",
        output="identity",
        loss="mean_squared_error",
        optimizer_settings={"learning_rate": 3.0},
    )
    done: list[TrainingStep] = []

    with pytest.raises(DivergenceError) as caught:
        done.extend(islice(train(run), 2000))

    # `extend` keeps what came before the error.
    assert all(np.isfinite(record.loss) for record in done)
    assert caught.value.details["step"] == len(done)
    sentence = f"step {len(done)}: the learning rate 3 is too large, the loss grew "
    assert caught.value.sentence.startswith(sentence)
    assert caught.value.sentence.endswith("×; try a smaller one")


def test_a_loss_that_grows_from_nothing_has_no_factor_but_two_ends() -> None:
    samples = Dataset(
        np.array([[0.0], [1.0]]), np.zeros((2, 1)), View(0.0, 1.0, 0.0, 1.0), is_regression=True
    )
    noise = Treated(TREATMENTS["gradient_noise"], {"variance": 10.0})
    run = TrainingRun(
        samples=samples, layers=(1, 1), output="identity", loss="mean_squared_error",
        initializer="zeros", treatments=(noise,), optimizer_settings={"learning_rate": 10.0},
    )  # fmt: skip

    with pytest.raises(DivergenceError, match="the loss rose from 0 to ") as caught:
        records(run, 50)

    assert caught.value.code == "diverged_rise"
    assert caught.value.details["before"] == "0"


def test_a_loss_beyond_all_numbers_is_told_as_such() -> None:
    run = replace(
        XOR,
        output="identity",
        loss="mean_squared_error",
        optimizer_settings={"learning_rate": 3.0},
    )
    start = first_record(run)
    far = np.full_like(start.parameters, 1e200)

    with pytest.raises(DivergenceError, match="the loss grew beyond 1.8·10³⁰⁸, the largest number"):
        next(train(run, replace(start, parameters=far)))


def test_a_loss_that_grew_without_exploding_is_told() -> None:
    run = replace(XOR, layers=(2, 8, 1), optimizer_settings={"learning_rate": 10.0})
    start = first_record(run)
    worse = replace(start, step=5, loss=30 * start.loss, accuracy=0.5)

    problems = {problem.code: problem for problem in diagnose(run, worse)}

    assert problems["loss_grew"].sentence == (
        "The loss is 30 times what it was at the start: the learning rate 10 is too large. "
        "Try a smaller one."
    )


def test_small_numbers_in_what_goes_wrong_are_written_as_everywhere() -> None:
    run = replace(XOR, optimizer_settings={"learning_rate": 1e-5})
    start = first_record(run)
    still = replace(start, step=5, loss=4e6 * start.loss, accuracy=0.5, gradient_norms=(1e-5, 0.0))

    problems = {problem.code: problem for problem in diagnose(run, still)}

    assert "is 4e6 times" in problems["loss_grew"].sentence
    assert "rate 1e−5 is" in problems["loss_grew"].sentence
    assert "length is 1e−5, so" in problems["stuck"].sentence
    assert problems["stuck"].details["length"] == "1e−5"


def test_two_units_of_several_that_give_the_same_are_named() -> None:
    run = TrainingRun()
    record = first_record(run)
    first = run.network.unflatten(record.parameters)[0]
    twins = record.parameters.copy()
    weights = first.weights.copy()
    weights[:, 2] = weights[:, 0]
    twins[:8] = weights.ravel()

    problems = diagnose(run, replace(record, parameters=twins))

    assert problems[0].code == "twin_units"
    assert "Units 1, 3 of hidden layer 1 give the same" in problems[0].sentence


def test_zero_weights_keep_all_hidden_units_identical_and_that_is_told() -> None:
    run = replace(XOR, initializer="zeros")
    *_, last = records(run, 50)

    problem = diagnose(run, last)[0]
    assert problem.code == "identical_units"
    assert "All 4 units of hidden layer 1 are identical" in problem.sentence


def test_dead_relus_are_counted() -> None:
    run = replace(XOR, activation="relu")
    start = first_record(run)
    parameters = start.parameters.copy()
    parameters[8:10] = -50.0  # two biases far below zero

    assert diagnose(run, start) == ()
    problems = diagnose(run, replace(start, parameters=parameters, accuracy=0.5))

    assert [problem.code for problem in problems] == ["dead_units"]
    assert "2 of 4 ReLUs in hidden layer 1 never fire" in problems[0].sentence


def test_saturated_units_are_counted() -> None:
    start = first_record(XOR)
    parameters = start.parameters.copy()
    parameters[8:11] = 50.0  # three biases far out on the flat side

    problems = diagnose(XOR, replace(start, parameters=parameters, accuracy=0.5))

    assert [problem.code for problem in problems] == ["saturated_units"]
    assert "3 of 4 units in hidden layer 1 are saturated" in problems[0].sentence


def test_a_stuck_run_says_how_many_samples_are_right() -> None:
    runs = (replace(XOR, layers=(2, 2, 1), seed=seed) for seed in range(40))
    run = next(run for run in runs if not solves(run, 500))
    *_, last = records(run, 2000)

    problem = diagnose(run, last)[-1]

    assert problem.code == "stuck"
    assert "Stuck at 3 of 4" in problem.sentence or "Stuck at 2 of 4" in problem.sentence


def test_a_run_settles_later_than_it_is_solved() -> None:
    history = records(XOR, 1000)

    solved = next(record.step for record in history if record.is_solved)
    settled = next(record.step for record in history if record.is_settled())
    assert 0 < solved < settled
    assert history[settled].largest_error <= 0.1 < history[solved].largest_error


def test_a_solved_run_and_a_fresh_one_have_nothing_wrong() -> None:
    assert diagnose(XOR, first_record(XOR)) == ()
    assert diagnose(XOR, records(XOR, 400)[-1]) == ()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"layers": (2, 0, 1)}, "Layer 2 of 2-0-1 has 0 units"),
        ({"layers": (3, 4, 1)}, "must begin with 2 and end with 1, such as 2-4-1"),
        ({"layers": (2, 2)}, "must begin with 2 and end with 1"),
        ({"layers": (2,)}, "at least an input and an output layer"),
        ({"optimizer_settings": {"learning_rate": -0.1}}, "learning rate must lie between"),
        ({"optimizer_settings": {"rate": 0.1}}, "There is no setting “rate” here"),
        ({"data_settings": {"noise": 0.1}}, "There is no setting “noise” here"),
        ({"output": "tanh"}, "Binary cross-entropy needs predictions between 0 and 1"),
        ({"batch_size": 0}, "A batch needs at least 1 sample"),
        ({"seed": -1}, "seed of the weights must be 0 or more"),
        ({"data_seed": -1}, "seed of the data must be 0 or more"),
    ],
)
def test_impossible_runs_are_refused_with_a_sentence(
    changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(EngineError) as caught:
        replace(XOR, **changes)  # type: ignore[arg-type]
    assert sentence in caught.value.sentence


@pytest.mark.parametrize("name", ["data", "activation", "initializer", "loss", "optimizer"])
def test_unknown_names_are_refused(name: str) -> None:
    changes: dict[str, object] = {name: "nonsense"}
    with pytest.raises(OperationError, match="“nonsense” is not known here"):
        replace(XOR, **changes)  # type: ignore[arg-type]


def test_the_usual_rate_is_smaller_for_wide_inputs() -> None:
    assert usual_rate(ALL_DATA["xor"], "sgd") == 1.0
    assert usual_rate(ALL_DATA["circle"], "sgd") == 0.3
    assert usual_rate(ALL_DATA["exams"], "sgd") == 1e-5


@pytest.mark.parametrize("optimizer", ["adagrad", "adadelta", "rmsprop", "adam", "nadam", "adamw"])
def test_rules_that_level_the_gradient_get_somewhere_on_large_numbers(optimizer: str) -> None:
    run = TrainingRun(
        data="exams", layers=(3, 1), output="identity", loss="mean_squared_error",
        optimizer=optimizer,
        optimizer_settings={"learning_rate": usual_rate(ALL_DATA["exams"], optimizer)},
    )  # fmt: skip
    first, *_, last = records(run, 2000)

    assert last.loss < first.loss / 1000


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_the_usual_rate_is_always_one_that_the_rule_takes(optimizer: str) -> None:
    setting = OPTIMIZERS[optimizer].settings[0]
    for recipe in ALL_DATA.values():
        assert setting.minimum <= usual_rate(recipe, optimizer) <= setting.maximum


def test_a_record_says_which_samples_are_on_the_right_side() -> None:
    record = first_record(XOR)
    right = record.right_of(XOR.dataset)
    assert right.shape == (4,)
    assert right.mean() == record.accuracy
