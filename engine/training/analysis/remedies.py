"""Remedies: other runs that a diagnosis advises, each tried out before it is offered."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from engine.errors import DivergenceError, EngineError
from engine.optimizers.divergence import calmer_rate
from engine.training.analysis.diagnosis import diagnose
from engine.training.analysis.unscaled_inputs import unexplained
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.run.loop import TrainingStep, train
from engine.training.run.run import TrainingRun

# How long a remedy is tried: what most small networks need, and on large ones what is soon done.
_EPOCHS = 1000
_MOST_STEPS = 4000
_MOST_NUMBERS = 2_000_000_000
_LEAST_STEPS = 60
# Steps between two records of a trial, which can be given up there: at most so many, and on
# networks of so many numbers each.
_PORTION = 20
_PORTION_NUMBERS = 2_000_000
# A trial has shown enough where so little of the targets' variance is left unexplained.
_LEARNED = 0.5
_RATE = "learning_rate"


@dataclass(frozen=True, eq=False)
class Trial:
    """What a run did when it was tried from its initial weights.

    Attributes:
        run: What was tried.
        epochs: For how many epochs.
        start_loss: The loss before.
        loss: The loss behind; infinite where the run diverged.
        right: Samples in the right class behind; 0 for a regression.
        has_learned: Whether all are right, or nothing stood in the way and most was explained.
    """

    run: TrainingRun
    epochs: int
    start_loss: float
    loss: float
    right: int
    has_learned: bool

    def helps_over(self, record: TrainingStep) -> bool:
        """Return whether this led further than a record of the run that needed help."""
        if self.has_learned:
            return True
        is_lower = self.loss < min(self.start_loss, record.loss)
        if self.run.dataset.is_regression:
            return is_lower
        right = round(record.accuracy * len(self.run.dataset))
        return is_lower and self.right >= right


@dataclass(frozen=True, eq=False)
class TriedOut:
    """Remedies that were tried, in order.

    Attributes:
        trials: What each did.
    """

    trials: tuple[Trial, ...] = field(default=())

    def best_over(self, record: TrainingStep) -> Trial | None:
        """Return the one that led furthest, None where none led further than a record."""
        helpful = [trial for trial in self.trials if trial.helps_over(record)]
        return max(
            helpful, key=lambda item: (item.has_learned, item.right, -item.loss), default=None
        )


def try_out(run: TrainingRun, codes: Collection[str]) -> Iterator[TriedOut | None]:
    """Try the remedies for what a diagnosis found, from the initial weights, until one learns.

    Each trial takes the very steps that the run will take at full speed. Of the records only the
    last is a result; the others are None, so that a trial can be given up between them.

    Args:
        run: The run that needs help.
        codes: The codes of what was found.
    """
    trials: list[Trial] = []
    for candidate in remedies(run, codes):
        trial = yield from _tried(candidate)
        if trial is not None:
            trials.append(trial)
            if trial.has_learned:
                break
    yield TriedOut(tuple(trials))


def has_remedy(codes: Collection[str]) -> bool:
    """Return whether there is something to try against what a diagnosis found."""
    return not _ADVICE.keys().isdisjoint(codes)


def remedies(run: TrainingRun, codes: Collection[str]) -> Iterator[TrainingRun]:
    """Yield the runs that are advised where these causes were found, the most fitting first."""
    for code, advise in _ADVICE.items():
        if code in codes:
            yield from _possible(run, advise)
            # What is behind the first cause follows from it.
            return


def _possible(run: TrainingRun, advise: Advice) -> Iterator[TrainingRun]:
    for changes in advise(run):
        try:
            yield run.changed(**changes)
        except EngineError:
            # Where a change does not go with the other choices it is no remedy.
            continue


Changes = dict[str, object]
Advice = Callable[[TrainingRun], Iterator[Changes]]


def _calmer(run: TrainingRun) -> Iterator[Changes]:
    """A tenth of the rate, and tenths of that."""
    rate = float(run.optimizer_settings[_RATE])
    for _ in range(4):
        rate = calmer_rate(rate)
        yield _with_rate(run, rate)


def _with_rate(run: TrainingRun, rate: float) -> Changes:
    return {"optimizer_settings": {**run.optimizer_settings, _RATE: rate}}


def _at_rates(*changes: Changes) -> Advice:
    """Changes at the rate that there is, then at tenths of it."""

    def advise(run: TrainingRun) -> Iterator[Changes]:
        for change in changes:
            yield change
        for rate in _calmer(run):
            for change in changes:
                yield {**change, **rate}

    return advise


def _smaller_start(run: TrainingRun) -> Iterator[Changes]:
    """Smaller weights, smaller inputs, or both."""
    yield _XAVIER
    for changes in _scaled(run):
        yield changes
        yield {**changes, **_XAVIER}


def _scaled(run: TrainingRun) -> Iterator[Changes]:
    if run.standardize:
        return
    # A rate that large inputs had made tiny would now lead nowhere.
    usual = run.changed(standardize=True).usual_rate(run.optimizer)
    rate = max(usual, float(run.optimizer_settings[_RATE]))
    with_rate = run.changed(**_with_rate(run, rate))
    for changes in _at_rates({"standardize": True})(with_rate):
        yield {**_with_rate(run, rate), **changes}


def _steps_killed(run: TrainingRun) -> Iterator[Changes]:
    yield from _calmer(run)
    yield from _at_rates({"activation": "leaky_relu", "activations": ()})(run)


def _never_dead(run: TrainingRun) -> Iterator[Changes]:
    leaky: Changes = {"activation": "leaky_relu", "activations": ()}
    yield leaky
    for changes in _seeds(run):
        yield {**leaky, **changes}
    for rate in _calmer(run):
        yield {**leaky, **rate}


def _shallower(run: TrainingRun) -> Iterator[Changes]:
    yield from _at_rates({"activation": "tanh", "activations": ()})(run)
    yield {"layers": (run.layers[0], max(4, run.layers[1]), run.layers[-1]), "activations": ()}


def _wider(run: TrainingRun) -> Iterator[Changes]:
    yield from _seeds(run)
    hidden = tuple(2 * units for units in run.layers[1:-1])
    yield {"layers": (run.layers[0], *hidden, run.layers[-1])}


def _curved(run: TrainingRun) -> Iterator[Changes]:
    yield from _at_rates({"activation": "tanh", "activations": ()})(run)
    units = (4,) * (len(run.layers) - 2)
    yield {
        "layers": (run.layers[0], *units, run.layers[-1]),
        "activation": "tanh",
        "activations": (),
    }


def _seeds(run: TrainingRun) -> Iterator[Changes]:
    for seed in range(run.seed + 1, run.seed + 4):
        yield {"seed": seed}


def _bent(run: TrainingRun) -> Iterator[Changes]:
    return _at_rates({"layers": (run.layers[0], 4, run.layers[-1]), "activations": ()})(run)


def _enough_units(run: TrainingRun) -> Iterator[Changes]:
    for units in (3, 4, 8):
        if units > run.layers[1]:
            yield {"layers": (run.layers[0], units, run.layers[-1])}


_XAVIER: Changes = {"initializer": "xavier"}
_HE: Changes = {"initializer": "he"}
# In the order in which a cause brings about those behind it.
_ADVICE: dict[str, Advice] = {
    "unscaled_inputs": _scaled,
    "steep_inputs": _scaled,
    "unlike_inputs": _scaled,
    "identical_units": _at_rates(_XAVIER, _HE),
    "only_linear": _curved,
    "too_few_units": _enough_units,
    "diverged_growth": _calmer,
    "diverged_rise": _calmer,
    "diverged_beyond": _calmer,
    "loss_grew": _calmer,
    "dead_by_steps": _steps_killed,
    "dead_from_start": _never_dead,
    "saturated_from_start": _smaller_start,
    "saturated_by_steps": _calmer,
    "needs_hidden_layer": _bent,
    "only_one_line": _bent,
    "signal_lost_by_sigmoid": _shallower,
    "signal_lost_by_weights": _at_rates(_XAVIER, _HE),
    "stuck": _wider,
}


def _tried(run: TrainingRun) -> Generator[None, None, Trial | None]:
    """Train for some epochs, and return what came of it; None where there is no start."""
    per_epoch, data = run.steps_per_epoch, run.dataset
    # Not turned into machine code, which takes longer than most trials.
    trainer = FastTrainer(run, accelerated=False)
    try:
        first = record = trainer.first()
    except EngineError:
        return None
    work = max(1, len(data) // per_epoch) * max(1, len(record.parameters))
    most = max(_LEAST_STEPS, min(_MOST_STEPS, _MOST_NUMBERS // work))
    portion = max(1, min(_PORTION, _PORTION_NUMBERS // work))
    count = min(_EPOCHS * per_epoch, most)
    is_cut = False
    for begun in range(0, count, portion):
        try:
            record = trainer.advance(record, min(portion, count - begun))
        except DivergenceError:
            record, is_cut = _before_the_brink(run, record), True
            break
        yield None
        if record.is_solved and record.is_settled():
            break
    right = 0 if data.is_regression else round(record.accuracy * len(data))
    return Trial(
        run,
        record.epoch,
        first.loss,
        float("inf") if is_cut else record.loss,
        0 if is_cut else right,
        not is_cut and _has_learned(run, record),
    )


def _before_the_brink(run: TrainingRun, record: TrainingStep) -> TrainingStep:
    """Return the last record before a run diverges that does so soon after a record."""
    with suppress(DivergenceError):
        for following in train(run, record):
            record = following
    return record


def _has_learned(run: TrainingRun, record: TrainingStep) -> bool:
    if record.is_solved:
        return True
    if run.recipe.is_logic or unexplained(record, run.dataset.targets) > _LEARNED:
        return False
    return not diagnose(run, record)
