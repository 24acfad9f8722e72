"""A training read from JSON text with suspicion: it may be damaged or newer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, TypeVar

from engine.arrays import Array, as_array
from engine.entries import Entry, damaged
from engine.errors import EngineError, FileFormatError
from engine.graph.text_limits import LONGEST_NAME
from engine.optimizers.schedules import SCHEDULES, Scheduled
from engine.optimizers.treatments import TREATMENTS, Treated
from engine.training.network.layers import MOST_LAYERS
from engine.training.run.kept_record import read_kept
from engine.training.run.loop import first_record
from engine.training.run.run import TrainingRun
from engine.training.run.run_list import MOST_ENTRIES, RunEntry, RunList
from engine.training.run.samples_record import (
    HeldSamples,
    read_held_samples,
    read_standardize,
)
from engine.training.run.setup import Stopping, TrainingSetup
from engine.training.run.source_record import read_contents
from engine.training.run.training_record import (
    FORM,
    MOST_EDITS,
    MOST_STEPS,
    NUMBERS,
    WORDS,
    Chosen,
    Edit,
    Edited,
    Edits,
    Part,
    TrainingRecord,
)

_MOST_RUNS, _MOST_RULES, _MOST_VIEWS = 20_000, 20, 20

T = TypeVar("T")


def read_training(text: str) -> Iterator[TrainingRecord | None]:
    """Read a file's text; only the last record is the content, the others let it be given up.

    Raises:
        FileFormatError: The text is not JSON, no training, made by a newer version, something in it
            cannot be, or it cannot even begin; the sentence says what, and where it stands.
    """
    record = FORM.read(text)
    try:
        files = []
        for file in read_contents(record.get("files")):
            files.append(file)
            yield None
        samples = [read_held_samples(item, files) for item in record["samples"].items(_MOST_RUNS)]
        yield None
        runs = []
        for item in record["runs"].items(_MOST_RUNS):
            runs.append(_run(item, samples))
            yield None
        weights = [_weights(item) for item in record["weights"].items(2 * MOST_EDITS + _MOST_RUNS)]
        content = _content(record, _Known(tuple(runs), tuple(weights)))
        yield None
        # Whoever shows it, or resets it, begins so: what cannot begin is no training.
        first_record(content.parts[0].run)
    except EngineError as error:
        raise damaged(error) from error
    yield content


def setup_of_json(text: str) -> TrainingSetup:
    """Return what a training's text has set at the step that it shows.

    Raises:
        FileFormatError: As ``read_training``.
    """
    *_, content = read_training(text)
    assert content is not None, "a reader's last record is the content"
    return content.setup


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


def _content(record: Entry, known: _Known) -> TrainingRecord:
    log = record.get("log")
    return replace(
        _training(record, known),
        views=dict(_view(item) for item in record["views"].items(_MOST_VIEWS)),
        experiments=_all_chosen(record.get("experiments"), known),
        found=_all_chosen(record.get("found"), known),
        log=RunList() if log is None else _list(log, known),
        edits=_edits(record["edits"], known),
    )


def _training(record: Entry, known: _Known) -> TrainingRecord:
    """Return what a file and an edit that took a training away both tell of it."""
    steps = _count(record["steps"], MOST_STEPS)
    parts = _parts(record["parts"], known, steps)
    start, kept = record.get("start"), record.get("kept")
    content = TrainingRecord(
        parts=parts,
        stopping=_stopping(record["stopping"]),
        steps=steps,
        position=_count(record["position"], steps),
        start=None if start is None else known.weights_of(start, parts[-1].run),
    )
    return content if kept is None else replace(content, kept=read_kept(kept, content))


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
    name, shown = _named(item)
    return name, shown.text(LONGEST_NAME)


def _all_chosen(record: Entry | None, known: _Known) -> tuple[Chosen, ...]:
    items = [] if record is None else record.items(_MOST_VIEWS)
    return tuple(_chosen(item, known) for item in items)


def _chosen(item: Entry, known: _Known) -> Chosen:
    parts = item.items(3)
    if len(parts) < 2:
        raise _not_chosen(item)
    values = []
    for name, entry in map(_named, parts[1].items(_MOST_VIEWS)):
        is_text = isinstance(entry.value, str)
        values.append((name, entry.text(LONGEST_NAME) if is_text else entry.number()))
    named = map(_named, parts[2].items(_MOST_VIEWS)) if len(parts) > 2 else ()
    runs = tuple((name, known.run(entry)) for name, entry in named)
    return Chosen(parts[0].text(LONGEST_NAME), tuple(values), runs)


def _named(item: Entry) -> tuple[str, Entry]:
    parts = item.items(2)
    if len(parts) != 2:
        raise _not_chosen(item)
    return parts[0].text(LONGEST_NAME), parts[1]


def _list(record: Entry, known: _Known) -> RunList:
    entries = tuple(_listed(item, known) for item in record["entries"].items(MOST_ENTRIES))
    count = record["count"].whole()
    numbers = [0, *(entry.number for entry in entries), count + 1]
    if any(one >= other for one, other in pairwise(numbers)):
        raise FileFormatError(
            "training_log",
            f"{record.place} should number its runs upwards from 1, the last at most {count}.",
            place=record.place,
            count=count,
        )
    return RunList(entries, count, record["is_open"].truth() and bool(entries))


def _listed(item: Entry, known: _Known) -> RunEntry:
    parts = item.items(5)
    if len(parts) != 5:
        raise FileFormatError(
            "training_logged",
            f"{item.place} should hold the number of a run, the run, epochs, loss and accuracy.",
            place=item.place,
        )
    number, run, epoch, loss, accuracy = parts
    share = None if accuracy.value is None else accuracy.number()
    return RunEntry(number.whole(), known.run(run), epoch.whole(), loss.number(), share)


def _not_chosen(item: Entry) -> FileFormatError:
    return FileFormatError(
        "training_view",
        f"{item.place} should hold the name of a choice and what is chosen.",
        place=item.place,
    )


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
    chosen, training = item.get("chosen"), item.get("training")
    if chosen is not None:
        return _chosen(chosen, known)
    log = item.get("log")
    if log is not None:
        return _list(log, known)
    if training is not None:
        return replace(_training(training, known), what=item["what"].text(LONGEST_NAME))
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
    given: dict[str, Any] = {name: item[name].text(LONGEST_NAME) for name in WORDS}
    given |= {name: item[name].number() for name in NUMBERS}
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
