"""A training as versioned JSON text, read with suspicion: it may be damaged or newer.

The text holds how to train and not what came of it: the runs with the steps from which on they
were in force, weights that were put in, and how many steps were made. The same run takes the same
steps, so that whoever trains again has the same network, bit for bit.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, TypeVar

import numpy as np

from engine.arrays import Array, as_array
from engine.entries import Entry, parse
from engine.errors import EngineError, FileFormatError
from engine.graph.text_limits import LONGEST_NAME
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.quoting import quote
from engine.training.network.layers import MOST_LAYERS
from engine.training.run.record_table import RecordTable
from engine.training.run.run import TrainingRun
from engine.training.run.samples_record import (
    HeldSamples,
    read_held_samples,
    read_standardize,
    samples_record,
)
from engine.training.run.setup import Stopping, TrainingSetup

FORMAT, VERSION = "wiregrad-training", 2
LARGEST_TRAINING_BYTES = 200_000_000
MOST_STEPS = 1_000_000_000
MOST_EDITS = 200
_MOST_RUNS, _MOST_RULES, _MOST_VIEWS = 20_000, 20, 20
# What undo would need beyond so many numbers is left out, the oldest first.
_MOST_EDIT_NUMBERS = 2_000_000
_NUMBERS = ("test_share", "l1", "l2", "dropout")
_WORDS = ("data", "activation", "output", "initializer", "loss", "optimizer", "variant")

Edited = TrainingSetup | Array

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Edit:
    """A step that can be undone.

    Attributes:
        before: The setup before it, or the weights.
        after: The setup after it, or the weights.
        merge_key: The gesture that it belongs to; None for none.
    """

    before: Edited
    after: Edited
    merge_key: str | None = None


@dataclass(frozen=True, eq=False)
class Edits:
    """What can be undone and made again.

    Attributes:
        made: The steps, undone ones too.
        index: How many of them are done.
    """

    made: tuple[Edit, ...] = ()
    index: int = 0


@dataclass(frozen=True, eq=False)
class Part:
    """A part of a training in which nothing was changed from outside.

    Attributes:
        step: The step from which on it goes.
        run: What is in force.
        parameters: Weights that were put in at that step, or None.
    """

    step: int
    run: TrainingRun
    parameters: Array | None = None


@dataclass(frozen=True, eq=False)
class TrainingRecord:
    """A training, and how far it is.

    Attributes:
        parts: Its parts, the first of which begins at step 0; each knows its run and the weights
            that were put in.
        stopping: When it is to stop.
        steps: How many steps were made.
        position: The step that is shown, at most `steps`.
        views: What is looked at, by the page's own names, such as ``{"picture": "boundary"}``.
        edits: What can be undone.
    """

    parts: tuple[Part, ...]
    stopping: Stopping = field(default_factory=Stopping)
    steps: int = 0
    position: int = 0
    views: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    edits: Edits = field(default_factory=Edits)

    @staticmethod
    def of(setup: TrainingSetup, steps: int = 0, parameters: Array | None = None) -> TrainingRecord:
        """Return a training that goes through at once, from drawn weights or from others."""
        parts = (Part(0, setup.run, parameters),)
        return TrainingRecord(parts, setup.stopping, steps, steps)

    @property
    def run(self) -> TrainingRun:
        """The run in force at the step shown."""
        return next(item.run for item in reversed(self.parts) if item.step <= self.position)

    @property
    def setup(self) -> TrainingSetup:
        """What is set at the step shown."""
        return TrainingSetup(self.run, self.stopping)


def to_json(content: TrainingRecord) -> str:
    """Return a training as JSON text that ``read_training`` reads back."""
    tables = _Tables()
    record: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "stopping": _stopping_record(content.stopping),
        "steps": content.steps,
        "position": content.position,
        "views": [[name, shown] for name, shown in content.views.items()],
        "parts": [_part_record(part, tables) for part in content.parts],
        "edits": _edits_record(content.edits, tables),
    }
    record["samples"], record["runs"] = tables.samples.records, tables.runs.records
    record["weights"] = tables.weights.records
    return json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n"


def read_training(text: str) -> Iterator[TrainingRecord | None]:
    """Read a file's text; only the last record is the content, the others let it be given up.

    Raises:
        FileFormatError: The text is not JSON, no training, made by a newer version, or something in
            it cannot be; the sentence says what, and where it stands.
    """
    record = _parse(text)
    try:
        samples = [read_held_samples(item) for item in record["samples"].items(_MOST_RUNS)]
        yield None
        runs = []
        for item in record["runs"].items(_MOST_RUNS):
            runs.append(_run(item, samples))
            yield None
        weights = [_weights(item) for item in record["weights"].items(2 * MOST_EDITS + _MOST_RUNS)]
        content = _content(record, _Known(tuple(runs), tuple(weights)))
    except EngineError as error:
        raise _damaged(error) from error
    yield content


def setup_of_json(text: str) -> TrainingSetup:
    """Return what a training's text has set at the step that it shows.

    Raises:
        FileFormatError: As ``read_training``.
    """
    *_, content = read_training(text)
    assert content is not None, "a reader's last record is the content"
    return content.setup


# Writing ------------------------------------------------------------------------------------------


class _Tables:
    def __init__(self) -> None:
        self.samples = RecordTable(samples_record)
        self.runs = RecordTable(lambda run: _run_record(run, self.samples))
        self.weights = RecordTable(lambda array: array.tolist())


def _run_record(run: TrainingRun, samples: RecordTable) -> dict[str, Any]:
    record: dict[str, Any] = {name: getattr(run, name) for name in (*_WORDS, *_NUMBERS)}
    record |= {
        "data_settings": dict(run.data_settings),
        "data_seed": run.data_seed,
        "samples": None if run.samples is None else samples.number(run.samples),
        "standardize": run.standardize,
        "layers": list(run.layers),
        "activations": list(run.activations),
        "seed": run.seed,
        "optimizer_settings": dict(run.optimizer_settings),
        "schedules": [[item.schedule.name, dict(item.settings)] for item in run.schedules],
        "treatments": [[item.treatment.name, dict(item.settings)] for item in run.treatments],
        "batch_size": run.batch_size,
    }
    return record


def _stopping_record(stopping: Stopping) -> dict[str, Any]:
    return {
        "when_solved": stopping.when_solved,
        "loss": stopping.loss,
        "accuracy": stopping.accuracy,
        "epochs": stopping.epochs,
    }


def _part_record(part: Part, tables: _Tables) -> dict[str, Any]:
    record: dict[str, Any] = {"step": part.step, "run": tables.runs.number(part.run)}
    if part.parameters is not None:
        record["weights"] = tables.weights.number(part.parameters)
    return record


def _edits_record(edits: Edits, tables: _Tables) -> dict[str, Any]:
    left_out = _left_out(edits)
    made = [
        {
            "before": _edited_record(edit.before, tables),
            "after": _edited_record(edit.after, tables),
            "merge_key": edit.merge_key,
        }
        for edit in edits.made[left_out:]
    ]
    return {"made": made, "index": max(0, edits.index - left_out)}


def _left_out(edits: Edits) -> int:
    """Return how many of the oldest steps are left out: what is too many, or needs too much."""
    numbers, seen = 0, set[int]()
    for count, edit in enumerate(reversed(edits.made)):
        for array in _arrays(edit):
            # Steps that share their data or weights write them once.
            if id(array) not in seen:
                seen.add(id(array))
                numbers += array.size
        place = len(edits.made) - count
        # What was undone can be made again only from where it was undone.
        if place <= edits.index and (count >= MOST_EDITS or numbers > _MOST_EDIT_NUMBERS):
            return place
    return 0


def _arrays(edit: Edit) -> Iterator[Array]:
    """Yield the arrays that a step needs beyond its choices."""
    for end in (edit.before, edit.after):
        if isinstance(end, np.ndarray):
            yield end
        elif end.run.samples is not None:
            yield end.run.samples.inputs
            yield end.run.samples.targets


def _edited_record(value: Edited, tables: _Tables) -> dict[str, Any]:
    if isinstance(value, TrainingSetup):
        run = tables.runs.number(value.run)
        return {"run": run, "stopping": _stopping_record(value.stopping)}
    return {"weights": tables.weights.number(value)}


# Reading ------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Known:
    runs: tuple[TrainingRun, ...]
    weights: tuple[Array, ...]

    def run(self, item: Entry) -> TrainingRun:
        return _numbered(item, self.runs)

    def weights_of(self, item: Entry, run: TrainingRun | None) -> Array:
        """Return weights, of as many numbers as a run's network has."""
        found = _numbered(item, self.weights)
        if run is not None and len(found) != len(run.network.start):
            raise FileFormatError(
                "training_weights",
                f"{item.place} names {len(found)} weights and biases, and the network has "
                f"{len(run.network.start)}.",
                place=item.place,
                found=len(found),
                count=len(run.network.start),
            )
        return found


def _parse(text: str) -> Entry:
    entry = parse(text)
    if entry is None:
        raise FileFormatError(
            "training_not_json", "This is no training of Wiregrad: the file is not JSON text."
        )
    record = entry.value
    if not isinstance(record, dict) or record.get("format") != FORMAT:
        raise FileFormatError(
            "training_foreign",
            f"This is no training of Wiregrad: its format should be “{quote(FORMAT)}”.",
            format=FORMAT,
        )
    version = record.get("version")
    if type(version) is not int or version < 1:
        raise _damaged(FileFormatError("no_version", "it has no version."))
    if version > VERSION:
        raise FileFormatError(
            "training_newer",
            f"This training was made by a newer Wiregrad (format {quote(str(version))}; this one "
            f"reads up to {VERSION}). Update Wiregrad to open it.",
            version=quote(str(version)),
            known=VERSION,
        )
    return entry


def _damaged(cause: EngineError) -> FileFormatError:
    return FileFormatError(
        "training_damaged", f"This training file is damaged: {cause.sentence}", cause=cause
    )


def _content(record: Entry, known: _Known) -> TrainingRecord:
    steps = _count(record["steps"], MOST_STEPS)
    return TrainingRecord(
        parts=_parts(record["parts"], known, steps),
        stopping=_stopping(record["stopping"]),
        steps=steps,
        position=_count(record["position"], steps),
        views=dict(_view(item) for item in record["views"].items(_MOST_VIEWS)),
        edits=_edits(record["edits"], known),
    )


def _parts(record: Entry, known: _Known, steps: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    for item in record.items(_MOST_RUNS):
        step, run, weights = item["step"].whole(), known.run(item["run"]), item.get("weights")
        if (step <= parts[-1].step or step > steps) if parts else step != 0:
            raise FileFormatError(
                "training_part_step",
                f"{item['step'].place} is no step that follows: the first part begins at step 0, "
                f"and each later one after the one before, at most at step {steps}.",
                place=item["step"].place,
                steps=steps,
            )
        if parts and not run.continues(parts[-1].run):
            raise FileFormatError(
                "training_part_run",
                f"{item['run'].place} is a run of another network, which cannot go on from the "
                "one before.",
                place=item["run"].place,
            )
        parameters = None if weights is None else known.weights_of(weights, run)
        parts.append(Part(step, run, parameters))
    if not parts:
        raise FileFormatError("training_empty", "it has no parts.")
    return tuple(parts)


def _view(item: Entry) -> tuple[str, str]:
    parts = item.items(2)
    if len(parts) != 2:
        raise FileFormatError(
            "training_view",
            f"{item.place} should hold the name of a choice and what is chosen.",
            place=item.place,
        )
    return parts[0].text(LONGEST_NAME), parts[1].text(LONGEST_NAME)


def _edits(record: Entry, known: _Known) -> Edits:
    made = tuple(
        Edit(
            _edited(item["before"], known),
            _edited(item["after"], known),
            None if item["merge_key"].value is None else item["merge_key"].text(LONGEST_NAME),
        )
        for item in record["made"].items()
    )
    return Edits(made, _count(record["index"], len(made)))


def _edited(item: Entry, known: _Known) -> Edited:
    weights = item.get("weights")
    if weights is not None:
        return known.weights_of(weights, None)
    return TrainingSetup(known.run(item["run"]), _stopping(item["stopping"]))


def _stopping(item: Entry) -> Stopping:
    loss, accuracy, epochs = item["loss"], item["accuracy"], item["epochs"]
    return Stopping(
        when_solved=item["when_solved"].truth(),
        loss=None if loss.value is None else loss.number(),
        accuracy=None if accuracy.value is None else accuracy.number(),
        epochs=None if epochs.value is None else epochs.whole(),
    )


def _run(item: Entry, samples: Sequence[HeldSamples]) -> TrainingRun:
    given: dict[str, Any] = {name: item[name].text(LONGEST_NAME) for name in _WORDS}
    given |= {name: item[name].number() for name in _NUMBERS}
    own, batch = item["samples"], item["batch_size"]
    data = None if own.value is None else _numbered(own, samples)
    given |= {
        "data_settings": _settings(item["data_settings"]),
        "data_seed": item["data_seed"].whole(),
        "samples": None if data is None else data.samples,
        "standardize": read_standardize(item, data),
        "layers": tuple(size.whole() for size in item["layers"].items(MOST_LAYERS)),
        "activations": tuple(
            name.text(LONGEST_NAME) for name in item["activations"].items(MOST_LAYERS)
        ),
        "seed": item["seed"].whole(),
        "optimizer_settings": _settings(item["optimizer_settings"]),
        "batch_size": None if batch.value is None else batch.whole(),
    }
    try:
        return TrainingRun(
            **given,
            schedules=tuple(
                Scheduled(SCHEDULES.require(name), settings)
                for name, settings in _rules(item["schedules"])
            ),
            treatments=tuple(
                Treated(TREATMENTS.require(name), settings)
                for name, settings in _rules(item["treatments"])
            ),
        )
    except FileFormatError:
        raise
    except EngineError as error:
        raise FileFormatError(
            "entry_refused", f"at {item.place}: {error.sentence}", place=item.place, cause=error
        ) from error


def _rules(item: Entry) -> Iterator[tuple[str, dict[str, float]]]:
    for rule in item.items(_MOST_RULES):
        parts = rule.items(2)
        if len(parts) != 2:
            raise FileFormatError(
                "training_rule",
                f"{rule.place} should hold a name and its settings.",
                place=rule.place,
            )
        yield parts[0].text(LONGEST_NAME), _settings(parts[1])


def _settings(item: Entry) -> dict[str, float]:
    return {name: value.number() for name, value in item.named()}


def _weights(item: Entry) -> Array:
    return as_array([number.number() for number in item.items()])


def _numbered(item: Entry, values: Sequence[T]) -> T:
    number = item.whole()
    if not 1 <= number <= len(values):
        raise _out_of_range(item, len(values), least=1)
    return values[number - 1]


def _count(item: Entry, most: int) -> int:
    found = item.whole()
    if found > most:
        raise _out_of_range(item, most)
    return found


def _out_of_range(item: Entry, most: int, *, least: int = 0) -> FileFormatError:
    return FileFormatError(
        "entry_range",
        f"{item.place} should be a whole number from {least} to {most}.",
        place=item.place,
        least=least,
        most=most,
    )
