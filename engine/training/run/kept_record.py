"""What came of a training in a file: written to the bit, read with suspicion.

By it a long training opens at once. Numbers stand there as the bytes that they are.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import pairwise
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.entries import Entry
from engine.errors import FileFormatError
from engine.graph.text_limits import LONGEST_NAME
from engine.training.run.loop import TrainingStep, rule_key
from engine.training.run.moment import Moment
from engine.training.run.run import TrainingRun
from engine.training.run.training_record import Kept, Part, TrainingRecord

MOST_KEPT_NUMBERS = 2_000_000
"""What a file keeps of one training at most; what needs more is trained again."""

# Of the records between the first and the newest so many numbers are kept: going back to a step
# begins at the one before it.
_MOST_BETWEEN_NUMBERS = 120_000
_MOST_RECORDS, _MOST_MOMENTS, _MOST_ARRAYS = 600, 10_000, 10
_BYTES, _TYPE = 8, "<f8"
_COUNTS = ("step", "epoch", "optimizer_step", "counted_from", "epochs_before")
_LOSSES = ("loss", "data_loss", "accuracy", "largest_error", "start_loss", "lowest_loss")
_FINITE = ("loss", "data_loss", "start_loss", "lowest_loss")
# All fields of a moment but the norms, which are as many as there are layers.
_MOMENT = tuple(item.name for item in fields(Moment) if item.name != "gradient_norms")
_LARGEST_COUNT = 2**53


def kept_record(kept: Kept) -> dict[str, Any] | None:
    """Return what came of a training as JSON can hold it; None where it is too much."""
    if kept.with_few().size > MOST_KEPT_NUMBERS:
        return None
    records = _spread(kept.records)
    return {
        "records": [_step_record(item) for item in records],
        "shown": None if kept.shown is None else _step_record(kept.shown),
        "before": None if kept.before is None else _step_record(kept.before),
        "spacing": kept.spacing if len(records) == len(kept.records) else 1,
        "epochs": list(kept.epochs),
        "moments": [len(kept.moments), _packed(_rows(kept.moments))],
    }


def read_kept(item: Entry, content: TrainingRecord) -> Kept:
    """Return what an entry tells that came of a training.

    Args:
        item: The entry.
        content: The training, without what came of it.

    Raises:
        FileFormatError: Something in it cannot be, or does not belong to this training; the
            sentence names the place.
    """
    parts, steps, position = content.parts, content.steps, content.position
    records = tuple(
        _step(entry, _run_at(parts, entry)) for entry in item["records"].items(_MOST_RECORDS)
    )
    known = [record.step for record in records]
    _check(item["records"], _are_steps(known, steps))
    shown, before = item["shown"], item["before"]
    kept = Kept(
        records,
        _moments(item["moments"], parts[0].run, steps),
        tuple(item["epochs"].numbers(len(parts) - 1)),
        None if shown.value is None else _step(shown, _run_at(parts, shown)),
        None if before.value is None else _step(before, parts[max(0, len(parts) - 2)].run),
        max(1, item["spacing"].whole()),
    )
    _check(shown, kept.shown is None or kept.shown.step == position)
    found = steps if kept.before is None else kept.before.step
    _check(before, (kept.before is not None) == (0 < parts[-1].step == steps) and found == steps)
    return kept


# Writing ------------------------------------------------------------------------------------------


def _spread(records: Sequence[TrainingStep]) -> Sequence[TrainingStep]:
    """Return the first record, the newest, and as many between them as find room."""
    between = records[1:-1]
    most = min(_MOST_RECORDS - 2, _MOST_BETWEEN_NUMBERS // max(1, records[-1].size))
    if len(between) > most:
        places = np.unique(np.linspace(0, len(between) - 1, most).round().astype(int))
        between = [between[place] for place in places]
    return [*records[:1], *between, *records[1:][-1:]]


def _step_record(record: TrainingStep) -> dict[str, Any]:
    written: dict[str, Any] = {
        "counts": [getattr(record, name) for name in _COUNTS],
        "optimizer": record.optimizer,
        "losses": _packed([getattr(record, name) for name in _LOSSES]),
        "norms": _packed(record.gradient_norms),
        "parameters": _packed(record.parameters),
        "memory": [_packed(array) for array in record.optimizer_state],
        "predictions": _packed(record.predictions),
    }
    if record.history:
        written["history"] = _packed(record.history)
    return written


def _rows(moments: Sequence[Moment]) -> list[list[float]]:
    return [[*(getattr(item, name) for name in _MOMENT), *item.gradient_norms] for item in moments]


def _packed(numbers: object) -> str:
    return base64.b64encode(np.asarray(numbers, dtype=_TYPE).tobytes()).decode("ascii")


# Reading ------------------------------------------------------------------------------------------


def _step(item: Entry, run: TrainingRun) -> TrainingStep:
    size, layers = len(run.network.start), run.layers
    counts = dict(zip(_COUNTS, _counts(item["counts"]), strict=True))
    losses = dict(zip(_LOSSES, _unpacked(item["losses"], len(_LOSSES)).tolist(), strict=True))
    _check(item["losses"], all(np.isfinite(losses[name]) for name in _FINITE))
    parameters = _unpacked(item["parameters"], size)
    _check(item["parameters"], bool(np.isfinite(parameters).all()))
    optimizer = item["optimizer"].text(LONGEST_NAME)
    memory = tuple(_unpacked(entry, size) for entry in item["memory"].items(_MOST_ARRAYS))
    if optimizer == rule_key(run):
        _check(item["memory"], len(memory) == len(run.rule.start(parameters)))
    predictions = _unpacked(item["predictions"], len(run.dataset) * layers[-1])
    history = item.get("history")
    return TrainingStep(
        **counts,
        **losses,
        parameters=parameters,
        optimizer=optimizer,
        optimizer_state=memory,
        predictions=predictions.reshape(-1, layers[-1]),
        gradient_norms=tuple(_unpacked(item["norms"], len(layers) - 1).tolist()),
        history=() if history is None else tuple(_unpacked(history).tolist()),
    )


def _counts(item: Entry) -> list[int]:
    entries = item.items(len(_COUNTS))
    _check(item, len(entries) == len(_COUNTS))
    counts = [entry.whole() for entry in entries]
    _check(item, max(counts) <= _LARGEST_COUNT)
    return counts


def _run_at(parts: Sequence[Part], item: Entry) -> TrainingRun:
    """Return the run in force at the step of a record; several changes at one step are one part."""
    step = _counts(item["counts"])[0]
    return next(part.run for part in reversed(parts) if part.step <= step)


def _moments(item: Entry, run: TrainingRun, steps: int) -> tuple[Moment, ...]:
    entries = item.items(2)
    _check(item, len(entries) == 2)
    count, width = entries[0].whole(), len(_MOMENT) + len(run.layers) - 1
    _check(item, 0 < count <= _MOST_MOMENTS)
    rows = _unpacked(entries[1], count * width).reshape(count, width)
    return tuple(_each_moment(rows.tolist(), item, steps))


def _each_moment(rows: Sequence[list[float]], item: Entry, steps: int) -> Iterator[Moment]:
    fixed = len(_MOMENT)
    place = _MOMENT.index("step")
    _check(item, _are_steps([row[place] for row in rows], steps))
    for row in rows:
        named: dict[str, Any] = dict(zip(_MOMENT, row[:fixed], strict=True))
        named["step"] = int(named["step"])
        yield Moment(**named, gradient_norms=tuple(row[fixed:]))


def _are_steps(found: Sequence[float], steps: int) -> bool:
    """Tell whether numbers rise from step 0 to the newest one, and are whole."""
    rises = all(one < other for one, other in pairwise(found))
    is_whole = all(float(number).is_integer() for number in found)
    return bool(found) and found[0] == 0 and found[-1] == steps and rises and is_whole


def _unpacked(item: Entry, count: int | None = None) -> Array:
    """Return the numbers that an entry holds as bytes: so many, or any."""
    longest = MOST_KEPT_NUMBERS if count is None else count
    try:
        content = base64.b64decode(item.text(2 * _BYTES * longest + 4), validate=True)
    except (binascii.Error, ValueError):
        content = b"?"
    _check(item, len(content) % _BYTES == 0)
    _check(item, count is None or len(content) == _BYTES * count)
    return np.frombuffer(content, dtype=_TYPE).astype(np.float64, copy=False)


def _check(item: Entry, is_right: bool) -> None:
    if not is_right:
        raise FileFormatError(
            "training_kept",
            f"{item.place} does not belong to this training: it has other steps, or other numbers "
            "than the network.",
            place=item.place,
        )
