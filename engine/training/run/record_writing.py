"""A training written as versioned JSON text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.training.datasets.dataset import Source
from engine.training.run.kept_record import kept_record
from engine.training.run.record_table import RecordTable
from engine.training.run.run import TrainingRun
from engine.training.run.run_list import RunList
from engine.training.run.samples_record import samples_text
from engine.training.run.setup import Stopping, TrainingSetup
from engine.training.run.source_record import content_text
from engine.training.run.training_record import (
    FORM,
    MOST_EDITS,
    NUMBERS,
    WORDS,
    Chosen,
    Edit,
    Edited,
    Edits,
    Part,
    TrainingRecord,
)

# What undo would need beyond so many numbers is left out, the oldest first.
_MOST_EDIT_NUMBERS = 2_000_000


def to_json(content: TrainingRecord) -> str:
    """Return a training as JSON text that ``read_training`` reads back."""
    tables = _Tables()
    record: dict[str, Any] = {**FORM.head}
    record |= _training_record(content, tables)
    record["views"] = [[name, shown] for name, shown in content.views.items()]
    record["experiments"] = [_chosen_record(chosen, tables) for chosen in content.experiments]
    if content.found:
        record["found"] = [_chosen_record(chosen, tables) for chosen in content.found]
    if content.log.count:
        record["log"] = _list_record(content.log, tables)
    record["edits"] = _edits_record(content.edits, tables)
    record["runs"], record["weights"] = tables.runs.records, tables.weights.records
    text = json.dumps(record, ensure_ascii=False, allow_nan=False)
    # They are the most of it, and texts already.
    samples, files = ", ".join(tables.samples.records), ", ".join(tables.files.records)
    rest = f', "files": [{files}]' if files else ""
    return f'{text[:-1]}{rest}, "samples": [{samples}]}}\n'


class _Tables:
    def __init__(self) -> None:
        self.files = RecordTable(lambda text: text)
        self.samples = RecordTable(lambda data: samples_text(data, self._number_of))
        self.runs = RecordTable(lambda run: _run_record(run, self.samples))
        self.weights = RecordTable(lambda array: array.tolist())

    def _number_of(self, source: Source) -> int | None:
        text = content_text(source)
        return self.files.number(text) if text else None


def _run_record(run: TrainingRun, samples: RecordTable) -> dict[str, Any]:
    record: dict[str, Any] = {name: getattr(run, name) for name in (*WORDS, *NUMBERS)}
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


def _training_record(content: TrainingRecord, tables: _Tables) -> dict[str, Any]:
    """Return what a file and an edit that took a training away both tell of it."""
    record: dict[str, Any] = {
        "stopping": _stopping_record(content.stopping),
        "steps": content.steps,
        "position": content.position,
        "parts": [_part_record(part, tables) for part in content.parts],
    }
    if content.start is not None:
        record["start"] = tables.weights.number(content.start)
    kept = None if content.kept is None else kept_record(content.kept)
    if kept is not None:
        record["kept"] = kept
    return record


def _chosen_record(chosen: Chosen, tables: _Tables) -> list[Any]:
    record = [chosen.experiment, [list(item) for item in chosen.values]]
    if chosen.runs:
        record.append([[name, tables.runs.number(run)] for name, run in chosen.runs])
    return record


def _list_record(log: RunList, tables: _Tables) -> dict[str, Any]:
    entries = [
        [item.number, tables.runs.number(item.run), item.epoch, item.loss, item.accuracy]
        for item in log.entries
    ]
    return {"entries": entries, "count": log.count, "is_open": log.is_open}


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
            continue
        if isinstance(end, TrainingRecord):
            yield from (part.parameters for part in end.parts if part.parameters is not None)
        for run in _runs_of(end):
            if run.samples is not None:
                yield run.samples.inputs
                yield run.samples.targets


def _runs_of(end: TrainingSetup | Chosen | RunList | TrainingRecord) -> Iterator[TrainingRun]:
    if isinstance(end, Chosen):
        yield from (run for _, run in end.runs)
    elif isinstance(end, RunList):
        yield from (entry.run for entry in end.entries)
    else:
        yield end.run


def _edited_record(value: Edited, tables: _Tables) -> dict[str, Any]:
    if isinstance(value, TrainingSetup):
        run = tables.runs.number(value.run)
        return {"run": run, "stopping": _stopping_record(value.stopping)}
    if isinstance(value, Chosen):
        return {"chosen": _chosen_record(value, tables)}
    if isinstance(value, RunList):
        return {"log": _list_record(value, tables)}
    if isinstance(value, TrainingRecord):
        return {"training": _training_record(value, tables), "what": value.what}
    return {"weights": tables.weights.number(value)}
