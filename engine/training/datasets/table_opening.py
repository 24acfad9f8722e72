"""A table's file opened: from its bytes to samples, by choices that can be written down.

`opening` reads and plans in one go, as a generator that can be given up. What was chosen is a
`TableOpening`, which a data set keeps as text (`Source`), so that its table can be opened as it was
and changed from there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from engine.entries import Entry, parse
from engine.errors import EngineError
from engine.registry import Registry
from engine.tables.choices import DELIMITERS, TableChoices
from engine.tables.decoding import Decoded, decoding
from engine.tables.encoding_table import ENCODINGS
from engine.tables.limits import MOST_COLUMNS
from engine.tables.reading import reading
from engine.tables.table import Table
from engine.tables.workbook import is_workbook
from engine.training.datasets.dataset import Dataset, Source
from engine.training.datasets.own import MOST_CLASSES, MOST_POINTS
from engine.training.datasets.table_data import PlannedData, make_dataset
from engine.training.datasets.table_plan import TablePlan, propose

_LONGEST_NAME = 300
# How much is done when a text is decoded, when a workbook is unpacked, and when all is read.
_TEXT_SHARE, _PACKED_SHARE, _READ_SHARE = 0.05, 0.6, 0.95
_MARKS, _COMMENTS = (".", ","), ("", "#", "%")


@dataclass(frozen=True)
class TableOpening:
    """What was chosen about a table; whatever is None is decided by the table.

    Attributes:
        encoding: The name of the encoding.
        choices: How the text is read.
        plan: What is learnt from it.
    """

    encoding: str | None = None
    choices: TableChoices = field(default_factory=TableChoices)
    plan: TablePlan | None = None


@dataclass(frozen=True, eq=False)
class OpenedTable:
    """A table with what is learnt from it.

    Attributes:
        decoded: The text, and how it was written as bytes.
        table: The table.
        plan: What is learnt from it.
        planned: The samples, and what is to be said about them.
    """

    decoded: Decoded
    table: Table
    plan: TablePlan
    planned: PlannedData

    def planned_by(self, plan: TablePlan) -> OpenedTable:
        """Return it with another plan."""
        return replace(self, plan=plan, planned=make_dataset(self.table, plan))

    def dataset(self, title: str, content: bytes, opening: TableOpening) -> Dataset | None:
        """Return the samples with the file that they come from; None where something is wrong.

        Args:
            title: What the file is called.
            content: Its bytes.
            opening: What somebody chose about it; the plan is added.
        """
        made = self.planned.dataset
        if made is None:
            return None
        source = Source(title, content, written_opening(replace(opening, plan=self.plan)))
        return replace(made, source=source)


def opening(
    content: bytes,
    chosen: TableOpening | None = None,
    *,
    seed: int = 0,
    other: str = "other",
    unknown: str = "unknown",
) -> Iterator[float | OpenedTable]:
    """Open a table, with the share that is done now and then, and the opened table at last.

    Args:
        content: A file's bytes.
        chosen: What was chosen about it; a plan that does not fit the table's columns is made
            anew.
        seed: What random rows are drawn by, where the plan is made anew.
        other: What the class is called that rare ones are taken together as.
        unknown: What gaps are called that are a word, where nothing stands in them.

    Raises:
        FileFormatError: It is no table; the sentence says what would be.
        OperationError: The encoding is not known.
    """
    chosen = chosen or TableOpening()
    decoded: Decoded | None = None
    before = _PACKED_SHARE if is_workbook(content) else _TEXT_SHARE
    for step in decoding(content, chosen.encoding):
        if isinstance(step, Decoded):
            decoded = step
        else:
            yield before * step
    assert decoded is not None, "a decoder's last record is the text"
    yield before
    table: Table | None = None
    for progress in reading(decoded.text, chosen.choices):
        table = progress.table
        yield before + (_READ_SHARE - before) * progress.share
    assert table is not None, "a reader's last record is the table"
    plan = chosen.plan
    if plan is None or not _names_in(plan) <= set(table.names):
        plan = replace(propose(table, seed=seed), other_name=other, unknown_name=unknown)
    yield OpenedTable(decoded, table, plan, make_dataset(table, plan))


def _names_in(plan: TablePlan) -> set[str]:
    return {*plan.targets, *plan.inputs, *plan.as_words, *plan.gap_words}


def written_opening(chosen: TableOpening) -> str:
    """Return choices as JSON text that `read_opening` reads back."""
    record: dict[str, Any] = {"encoding": chosen.encoding, "choices": asdict(chosen.choices)}
    if chosen.plan is not None:
        record["plan"] = asdict(chosen.plan)
    return json.dumps(record, ensure_ascii=False, allow_nan=False)


def read_opening(text: str) -> TableOpening:
    """Return choices that were written down; what cannot be is left to be decided by the table.

    Nothing is lost by that: the samples themselves are kept beside it.
    """
    entry = parse(text)
    if entry is None:
        return TableOpening()
    try:
        encoding = entry["encoding"]
        plan = entry.get("plan")
        return TableOpening(
            None if encoding.value is None else _one_of(encoding, ENCODINGS),
            _choices(entry["choices"]),
            None if plan is None else _plan(plan),
        )
    except EngineError:
        return TableOpening()


def _choices(entry: Entry) -> TableChoices:
    return TableChoices(
        delimiter=_given(entry["delimiter"], DELIMITERS),
        has_header=_truth(entry["has_header"]),
        decimal=_given(entry["decimal"], _MARKS),
        day_first=_truth(entry["day_first"]),
        comment=_given(entry["comment"], _COMMENTS),
    )


def _plan(entry: Entry) -> TablePlan:
    # Older files have neither of the two.
    gap_words, unknown = entry.get("gap_words"), entry.get("unknown_name")
    kept = min(entry["kept_classes"].whole(), MOST_CLASSES)
    return TablePlan(
        targets=_names(entry["targets"]),
        inputs=_names(entry["inputs"]),
        is_regression=entry["is_regression"].truth(),
        as_words=_names(entry["as_words"]),
        gap_words=() if gap_words is None else _names(gap_words),
        most_rows=max(1, min(entry["most_rows"].whole(), MOST_POINTS)),
        takes_first=entry["takes_first"].truth(),
        seed=entry["seed"].whole(),
        kept_classes=0 if kept < 2 else kept,
        other_name=entry["other_name"].text(_LONGEST_NAME),
        **({} if unknown is None else {"unknown_name": unknown.text(_LONGEST_NAME)}),
    )


def _names(entry: Entry) -> tuple[str, ...]:
    return tuple(item.text(_LONGEST_NAME) for item in entry.items(MOST_COLUMNS))


def _truth(entry: Entry) -> bool | None:
    return None if entry.value is None else entry.truth()


def _given(entry: Entry, possible: tuple[str, ...]) -> str | None:
    if entry.value is None:
        return None
    text = entry.text(_LONGEST_NAME)
    if text not in possible:
        raise entry.refused("text")
    return text


def _one_of(entry: Entry, known: Registry[Any] | Mapping[str, Any]) -> str:
    name = entry.text(_LONGEST_NAME)
    if name not in known:
        raise entry.refused("text")
    return name
