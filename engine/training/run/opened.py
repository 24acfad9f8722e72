"""A training as a lesson writes it down: by name what differs from the one there is at first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

import numpy as np

from engine.arrays import Array, as_array
from engine.entries import Entry
from engine.errors import SettingError
from engine.graph.text_limits import LONGEST_NAME
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.settings import not_among
from engine.training.datasets.own import drawn_points
from engine.training.network.layers import MOST_LAYERS
from engine.training.network.neuron_graph import parameter_names
from engine.training.run.record_reading import read_training
from engine.training.run.record_writing import to_json
from engine.training.run.run import TrainingRun
from engine.training.run.samples_record import HeldSamples, read_held_samples, samples_record
from engine.training.run.setup import LEARNING_RATE, Stopping, TrainingSetup
from engine.training.run.training_record import (
    LARGEST_TRAINING_BYTES,
    MOST_STEPS,
    Edits,
    TrainingRecord,
)

_FIELDS = frozenset(item.name for item in fields(TrainingRun))
KEYS = _FIELDS | {"file", "record", "rate", "weights", "stopping", "epoch", "step"}


def opened_training(
    state: Mapping[str, Any], read: Callable[[str], str], first: TrainingSetup
) -> TrainingRecord:
    """Return the training that a state names; what it does not name is as in the first one.

    Args:
        state: ``file`` names a training that was saved, or there is any field of a run, where
            ``schedules`` and ``treatments`` give the settings of each by its name, with ``rate``
            for the learning rate; then ``weights`` to begin with by their names, ``stopping``, and
            the ``epoch`` or the ``step`` that it is trained up to. Other keys are passed over.
        read: Returns the text of a file by its name.
        first: What there is at first.

    Raises:
        EngineError: A value is none that can be; the sentence names the key.
    """
    entry = Entry({"": {key: _plain(value) for key, value in state.items() if key in KEYS}})[""]
    named = {name: _Named(item) for name, item in entry.named()}
    for key in ("file", "record"):
        if key in named:
            text = named[key].text(LARGEST_TRAINING_BYTES)
            *_, content = read_training(read(text) if key == "file" else text)
            assert content is not None, "a reader's last record is the content"
            return replace(content, edits=Edits())
    setup = _setup(named, first)
    if "stopping" in named:
        setup = setup.with_stopping(**_stopping(named["stopping"]))
    parameters = _weights(named["weights"], setup.run) if "weights" in named else None
    return TrainingRecord.of(setup, _steps(named, setup.run), parameters)


def state_of(content: TrainingRecord, first: TrainingSetup) -> dict[str, Any]:
    """Return a state of which ``opened_training`` makes the same training.

    One that was changed on the way, or went on from weights that were typed, is held as text.

    Args:
        content: The training.
        first: What there is at first.
    """
    part, setup = content.parts[0], content.setup
    is_plain = len(content.parts) == 1 and part.parameters is None
    if not is_plain or content.position != content.steps:
        return {"record": to_json(replace(content, edits=Edits()))}
    run, base = setup.run, first
    state: dict[str, Any] = {}
    if run.samples is not None:
        state["samples"] = samples_record(run.samples)
        base = base.with_samples(run.samples)
    elif run.data != base.run.data:
        state["data"] = run.data
        base = base.with_data(run.data)
    for name in sorted(_FIELDS - {"data", "samples"}):
        value = getattr(run, name)
        if value != getattr(base.run, name):
            state[name] = _written(name, value)
    if setup.stopping != first.stopping:
        differing = {item.name: getattr(setup.stopping, item.name) for item in fields(Stopping)}
        # What is None is none of TOML's values, and never stops at first.
        state["stopping"] = {name: value for name, value in differing.items() if value is not None}
    epochs, rest = divmod(content.steps, run.steps_per_epoch)
    if content.steps:
        state |= {"step": content.steps} if rest else {"epoch": epochs}
    return state


class _Named:
    """A value of a state, which says its key where it cannot be."""

    def __init__(self, entry: Entry) -> None:
        self.entry = Entry(entry.value, entry.key, Entry({}))

    def text(self, longest: int = LONGEST_NAME) -> str:
        return self.entry.text(longest)

    def settings(self) -> dict[str, float]:
        return {name: value.number() for name, value in self.entry.named()}


def _plain(value: Any) -> Any:
    """Return a value as a file would hold it: formulas have made numbers with decimals."""
    if isinstance(value, np.ndarray):
        return _plain(value.tolist())
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, np.generic):
        return _plain(value.item())
    # A whole number has no −0.
    is_whole = isinstance(value, float) and value.is_integer() and str(value) != "-0.0"
    return int(value) if is_whole else value


def _setup(named: Mapping[str, _Named], first: TrainingSetup) -> TrainingSetup:
    setup = first
    if "data" in named:
        setup = setup.with_data(named["data"].text())
    if "samples" in named:
        held = _samples(named["samples"].entry)
        setup = setup.with_samples(held.samples).changed(standardize=held.was_standardized)
    if "optimizer" in named:
        setup = setup.with_optimizer(named["optimizer"].text())
    changes = {name: _READERS[name](item) for name, item in named.items() if name in _READERS}
    if "rate" in named:
        given = changes.get("optimizer_settings", setup.run.optimizer_settings)
        changes["optimizer_settings"] = {**given, LEARNING_RATE: named["rate"].entry.number()}
    layers = changes.get("layers")
    if layers is not None and "activations" not in changes:
        # Layers that are there already keep their activation.
        changes["activations"] = ()
    return setup.changed(**changes)


def _schedules(item: _Named) -> tuple[Scheduled, ...]:
    return tuple(
        Scheduled(SCHEDULES.require(name), _Named(entry).settings())
        for name, entry in item.entry.named()
    )


def _treatments(item: _Named) -> tuple[Treated, ...]:
    return tuple(
        Treated(TREATMENTS.require(name), _Named(entry).settings())
        for name, entry in item.entry.named()
    )


_READERS: Mapping[str, Callable[[_Named], Any]] = {
    **dict.fromkeys(("activation", "output", "initializer", "loss", "variant"), _Named.text),
    **dict.fromkeys(("test_share", "l1", "l2", "dropout"), lambda item: item.entry.number()),
    **dict.fromkeys(("data_seed", "seed"), lambda item: item.entry.whole()),
    **dict.fromkeys(("data_settings", "optimizer_settings"), _Named.settings),
    # TOML has no None: all samples at once are a batch of 0.
    "batch_size": lambda item: item.entry.whole() or None,
    "standardize": lambda item: item.entry.truth(),
    "layers": lambda item: tuple(size.whole() for size in item.entry.items(MOST_LAYERS)),
    "activations": lambda item: tuple(
        text.text(LONGEST_NAME) for text in item.entry.items(MOST_LAYERS)
    ),
    "schedules": _schedules,
    "treatments": _treatments,
}


def _samples(entry: Entry) -> HeldSamples:
    """Return data of one's own: as a file holds it, or points with their classes in rows."""
    if not isinstance(entry.value, list):
        return read_held_samples(entry)
    rows = [row.numbers(3) for row in entry.items()]
    drawn = drawn_points([row[:2] for row in rows], [int(row[2]) for row in rows])
    return HeldSamples(drawn, was_standardized=False)


def _written(name: str, value: Any) -> Any:
    if name == "schedules":
        return {item.schedule.name: dict(item.settings) for item in value}
    if name == "treatments":
        return {item.treatment.name: dict(item.settings) for item in value}
    if name == "batch_size":
        return value or 0
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value


def _stopping(item: _Named) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, entry in item.entry.named():
        if name == "when_solved":
            found[name] = entry.truth()
        elif name == "epochs":
            found[name] = entry.whole()
        elif name in ("loss", "accuracy"):
            found[name] = entry.number()
        else:
            raise not_among(name, [field.name for field in fields(Stopping)])
    return found


def _weights(item: _Named, run: TrainingRun) -> Array:
    """Return the drawn weights with some others in their places, ``{x1h1 = 1, b_h1 = 0}``."""
    names = [name.removeprefix("w_") for name in parameter_names(run.layers)]
    made = run.network.start.copy()
    for name, entry in item.entry.named():
        if name not in names:
            raise not_among(name, names)
        made[names.index(name)] = entry.number()
    return as_array(made)


def _steps(named: Mapping[str, _Named], run: TrainingRun) -> int:
    steps = 0
    if "epoch" in named:
        steps = named["epoch"].entry.whole() * run.steps_per_epoch
    if "step" in named:
        steps = named["step"].entry.whole()
    if steps > MOST_STEPS:
        raise SettingError(
            "opened_steps",
            f"At most {MOST_STEPS} steps can be trained up to, and {steps} are more.",
            most=MOST_STEPS,
            steps=steps,
        )
    return steps
