"""Data of one's own in a file: written whole, read with suspicion."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np

from engine.arrays import Array, as_array
from engine.entries import Entry
from engine.errors import FileFormatError
from engine.graph.text_limits import LONGEST_NOTE
from engine.training.datasets.dataset import Dataset, FormulaSource, Scale, Source, View
from engine.training.datasets.formula_points import (
    LONGEST_FORMULA,
    MOST_FORMULA_POINTS,
    MOST_NOISE,
)
from engine.training.datasets.own import MOST_CLASSES, MOST_POINTS
from engine.training.datasets.scaling import as_it_came
from engine.training.network.layers import MOST_UNITS
from engine.training.run.source_record import content_record, read_source, source_record

_PIECE = 500
# As long as the data sets themselves.
_TEXTS: WeakKeyDictionary[Dataset, str] = WeakKeyDictionary()


def samples_record(data: Dataset) -> dict[str, Any]:
    """Return a data set as JSON can hold it; ``read_samples`` makes an equal one of it."""
    record: dict[str, Any] = {
        "inputs": data.inputs.tolist(),
        "targets": data.targets.tolist(),
        "view": list(data.view),
        "is_regression": data.is_regression,
    }
    for key in ("input_names", "class_names", "target_names"):
        names = getattr(data, key)
        if names:
            # A cell of a table may hold a whole text.
            record[key] = [name[:LONGEST_NOTE] for name in names]
    if data.class_looks:
        record["class_looks"] = list(data.class_looks)
    if data.formula is not None:
        record["formula"] = {**asdict(data.formula), "view": list(data.formula.view)}
    if data.source is not None:
        record["source"] = source_record(data.source) | (content_record(data.source) or {})
    return record


def samples_text(data: Dataset, number_of: Callable[[Source], int | None]) -> str:
    """Return ``samples_record`` as JSON text, what is long of it made once for each data set.

    A training is written every second while it goes on. The rows are written in pieces, between
    which other threads have their turn.

    Args:
        data: The data set.
        number_of: Returns by which number the file holds what stood in a source's file; None where
            it does not.
    """
    known = _TEXTS.get(data)
    if known is None:
        few = replace(data, inputs=data.inputs[:0], targets=data.targets[:0], source=None)
        record = samples_record(few)
        del record["inputs"], record["targets"]
        rest = json.dumps(record, ensure_ascii=False, allow_nan=False)[1:]
        inputs, targets = _rows_text(data.inputs), _rows_text(data.targets)
        known = _TEXTS[data] = f'{{"inputs": {inputs}, "targets": {targets}, {rest}'
    if data.source is None:
        return known
    source, number = source_record(data.source), number_of(data.source)
    if number is not None:
        source["file"] = number
    return f'{known[:-1]}, "source": {json.dumps(source, ensure_ascii=False)}}}'


def _rows_text(rows: Array) -> str:
    pieces = (rows[first : first + _PIECE] for first in range(0, len(rows), _PIECE))
    texts = (json.dumps(piece.tolist(), allow_nan=False)[1:-1] for piece in pieces)
    return f"[{', '.join(texts)}]"


def read_samples(item: Entry, contents: Sequence[bytes] = ()) -> Dataset:
    """Return the data set that an entry holds.

    Older ones may hold it standardized, with ``scales`` that lead back.

    Args:
        item: The entry.
        contents: What stood in the files of sources, where the entry names them by their numbers.

    Raises:
        FileFormatError: Something in it cannot be; the sentence names the place.
    """
    inputs, targets = _rows(item["inputs"]), _rows(item["targets"])
    if len(inputs) != len(targets):
        raise FileFormatError(
            "samples_rows",
            f"{item.place} has {len(inputs)} rows of inputs and {len(targets)} rows of targets; "
            "there should be as many.",
            place=item.place,
            inputs=len(inputs),
            targets=len(targets),
        )
    is_regression = item["is_regression"].truth()
    if not is_regression:
        _check_classes(item["targets"], targets)
    return Dataset(
        inputs=inputs,
        targets=targets,
        view=_view(item["view"]),
        is_regression=is_regression,
        input_names=_names(item, "input_names", inputs.shape[1]),
        class_names=_names(item, "class_names", MOST_CLASSES),
        scales=_scales(item, inputs.shape[1]),
        target_names=_names(item, "target_names", targets.shape[1]),
        class_looks=_looks(item, max(2, targets.shape[1])),
        formula=_formula(item),
        source=read_source(item, contents),
    )


class HeldSamples(NamedTuple):
    """Data of one's own as they came, and whether a file of version 1 held them standardized."""

    samples: Dataset
    was_standardized: bool


def read_held_samples(item: Entry, contents: Sequence[bytes] = ()) -> HeldSamples:
    """Return the data set that an entry holds, in its own units.

    Raises:
        FileFormatError: As ``read_samples``.
    """
    data = read_samples(item, contents)
    return HeldSamples(as_it_came(data), bool(data.scales))


def read_standardize(item: Entry, held: HeldSamples | None) -> bool:
    """Return whether a run's entry standardizes; in version 1 the samples alone could tell.

    Raises:
        FileFormatError: It is no truth value.
    """
    given = item.get("standardize")
    if given is not None:
        return given.truth()
    return held is not None and held.was_standardized


def _rows(item: Entry) -> Array:
    rows = item.items(MOST_POINTS)
    if not rows:
        raise FileFormatError(
            "samples_empty", f"{item.place} has no rows; one is needed.", place=item.place
        )
    width = len(rows[0].items(MOST_UNITS))
    if not width:
        raise FileFormatError(
            "samples_row_empty",
            f"{rows[0].place} has no numbers; one is needed.",
            place=rows[0].place,
        )
    return as_array([row.numbers(width) for row in rows])


def _check_classes(item: Entry, targets: Array) -> None:
    """Refuse targets that name no class: one column of 0 and 1, or several with a single 1."""
    columns = targets.shape[1]
    is_class = np.isin(targets, (0.0, 1.0)).all(axis=1)
    if columns > 1:
        is_class &= targets.sum(axis=1) == 1.0
    if columns <= MOST_CLASSES and is_class.all():
        return
    row = 1 if is_class.all() else int(np.flatnonzero(~is_class)[0]) + 1
    place = f"{item.place} › {row}"
    raise FileFormatError(
        "samples_classes",
        f"{place} names no class: it should be 0 or 1, or hold a single 1 among at "
        f"most {MOST_CLASSES} numbers.",
        place=place,
        most=MOST_CLASSES,
    )


def _view(item: Entry) -> View:
    view = View(*item.numbers(4))
    if view.left < view.right and view.bottom < view.top:
        return view
    raise FileFormatError(
        "samples_view",
        f"{item.place} is an empty rectangle; left should be less than right, and bottom less "
        "than top.",
        place=item.place,
    )


def _names(item: Entry, key: str, most: int) -> tuple[str, ...]:
    names = item.get(key)
    return () if names is None else tuple(n.text(LONGEST_NOTE) for n in names.items(most))


def _scales(item: Entry, count: int) -> tuple[Scale, ...]:
    scales = item.get("scales")
    if scales is None:
        return ()
    found = tuple(Scale(*entry.numbers(2)) for entry in scales.items(count))
    if len(found) == count and all(scale.deviation > 0 for scale in found):
        return found
    raise FileFormatError(
        "samples_scales",
        f"{scales.place} should hold a mean and a deviation above 0 for each of {count} inputs.",
        place=scales.place,
        count=count,
    )


def _looks(item: Entry, count: int) -> tuple[int, ...]:
    looks = item.get("class_looks")
    if looks is None:
        return ()
    found = tuple(entry.whole() for entry in looks.items(count))
    if len(set(found)) == count and all(0 <= look < MOST_CLASSES for look in found):
        return found
    raise FileFormatError(
        "samples_looks",
        f"{looks.place} should hold {count} different whole numbers from 0 to {MOST_CLASSES - 1}.",
        place=looks.place,
        count=count,
        most=MOST_CLASSES - 1,
    )


def _formula(item: Entry) -> FormulaSource | None:
    record = item.get("formula")
    if record is None:
        return None
    count, noise, seed = record["count"].whole(), record["noise"].number(), record["seed"].whole()
    if not (2 <= count <= MOST_FORMULA_POINTS and 0.0 <= noise <= MOST_NOISE and seed >= 0):
        raise FileFormatError(
            "samples_formula",
            f"{record.place} should hold a count from 2 to {MOST_FORMULA_POINTS}, a noise from 0 "
            f"to {MOST_NOISE:g} and a seed of 0 or more.",
            place=record.place,
            most=MOST_FORMULA_POINTS,
            noise=f"{MOST_NOISE:g}",
        )
    text = record["text"].text(LONGEST_FORMULA)
    return FormulaSource(text, _view(record["view"]), count, noise, seed)
