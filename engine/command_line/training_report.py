"""What came of a training, in lines: how good it is on both parts of the data, and where not."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.command_line.tables import short_number, table
from engine.quoting import brief
from engine.training.analysis.decision_boundary import predict
from engine.training.analysis.fit import fits_of
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.scaling import restored
from engine.training.datasets.titles import input_titles, target_titles
from engine.training.network.layers import format_layers
from engine.training.network.scores import confusion_matrix, right_predictions, undecided_counts
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import Moment, moment_of
from engine.training.run.run import TrainingRun


def setup_lines(run: TrainingRun) -> list[str]:
    """Say what is trained on what: inputs, targets, how many samples, network and rule."""
    data, test = run.original_dataset, run.test_dataset
    rate = run.optimizer_settings.get("learning_rate")
    kept = "" if test is None else f", {_count(len(test))} kept for the test"
    ending = "" if rate is None else f" at rate {rate:g}"
    kind = "targets" if data.is_regression else "classes"
    lines = [
        f"inputs: {', '.join(map(brief, input_titles(data)))}",
        f"{kind}: {', '.join(map(brief, _answers(data)))}",
        f"{_count(len(data))} to train on{kept}",
        f"network {format_layers(run.layers)}, {run.rule.title}{ending}",
    ]
    if run.standardize:
        what = "inputs and targets" if run.dataset.target_scales else "inputs"
        lines.append(f"{what} standardized by the samples to train on: (x - mean) / deviation")
    return lines


def result_lines(run: TrainingRun, record: TrainingStep) -> list[str]:
    """Say how good a network is on the samples to train on and on those kept for the test."""
    lines: list[str] = []
    for title, data, predictions in _parts(run, record):
        loss = _losses(run, record)[title]
        unit = " (of standardized targets)" if data.target_scales else ""
        head = f"{title}: loss {short_number(loss)}{unit}"
        if data.is_regression:
            lines.append(head)
            lines += list(_fit_lines(predictions, data))
            continue
        right = int(np.count_nonzero(right_predictions(predictions, data.targets)))
        lines.append(f"{head}, {right:,} of {len(data):,} right ({right / len(data):.1%})")
        lines += _confusion_lines(predictions, data)
    return lines


def result_record(run: TrainingRun, record: TrainingStep) -> dict[str, Any]:
    """Return the same as a record for JSON."""
    found: dict[str, Any] = {}
    for title, data, predictions in _parts(run, record):
        part: dict[str, Any] = {"samples": len(data), "loss": _losses(run, record)[title]}
        if data.is_regression:
            part["targets"] = [
                {
                    "name": name,
                    "r2": fit.explained,
                    "rmse": fit.typical_miss,
                    "largest_error": fit.largest_miss,
                }
                for name, fit in zip(target_titles(data), fits_of(predictions, data), strict=True)
            ]
        else:
            part["accuracy"] = float(np.mean(right_predictions(predictions, data.targets)))
            part["classes"] = _answers(data)
            part["confusion"] = confusion_matrix(predictions, data.targets).tolist()
        part["predictions"] = restored(predictions, data.target_scales)
        found[title] = part
    return found


def _parts(run: TrainingRun, record: TrainingStep) -> Iterator[tuple[str, Dataset, Array]]:
    yield "training", run.dataset, record.predictions
    test = run.test_dataset
    if test is not None:
        yield "test", test, predict(run.network, record.parameters, test.inputs)


def _losses(run: TrainingRun, record: TrainingStep) -> Mapping[str, float]:
    moment: Moment = moment_of(run, record)
    return {"training": moment.data_loss, "test": moment.test_loss}


def _answers(data: Dataset) -> list[str]:
    """Return what is predicted: the targets of a regression, or the classes."""
    if data.is_regression:
        return list(target_titles(data))
    count = max(2, data.targets.shape[1])
    return [*data.class_names[:count], *map(str, range(len(data.class_names), count))]


def _fit_lines(predictions: Array, data: Dataset) -> Iterator[str]:
    for name, fit in zip(target_titles(data), fits_of(predictions, data), strict=True):
        explained = "" if math.isnan(fit.explained) else f"R² {fit.explained:.4f}, "
        yield (
            f"  {brief(name)}: {explained}root mean square error "
            f"{short_number(fit.typical_miss)}, largest error {short_number(fit.largest_miss)}"
        )


def _confusion_lines(predictions: Array, data: Dataset) -> list[str]:
    """Return a row for each true class and a column for each predicted one."""
    names = [brief(name) for name in _answers(data)]
    counts = confusion_matrix(predictions, data.targets).tolist()
    ties = undecided_counts(predictions, data.targets).tolist()
    has_ties = any(ties)
    rows: list[Sequence[str]] = [
        ["true \\ predicted", *names, *(["undecided"] if has_ties else [])]
    ]
    for name, row, tie in zip(names, counts, ties, strict=True):
        rows.append([name, *map(str, row), *([str(tie)] if has_ties else [])])
    return table(rows)


def _count(samples: int) -> str:
    return f"{samples:,} sample" if samples == 1 else f"{samples:,} samples"
