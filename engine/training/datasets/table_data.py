"""The data set that a plan makes of a table, with what is to be said about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array, as_array
from engine.quoting import brief, listed, quote
from engine.tables.column import Column, ColumnKind
from engine.tables.column_names import says_yes
from engine.tables.remarks import Remark, Weight, one_or_many, remark
from engine.tables.table import Table
from engine.tables.word_orders import known_order
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.own import MOST_CLASSES, MOST_INPUTS, class_targets, view_around
from engine.training.datasets.table_plan import (
    Coding,
    TablePlan,
    coding_of,
    input_count,
    proposed_inputs,
    takes_gaps,
)

_Rows = NDArray[np.intp]


@dataclass(frozen=True, eq=False, slots=True)
class PlannedData:
    """What came of a plan.

    Attributes:
        dataset: The samples; None where a fault among the remarks forbids it.
        target_names: What is predicted.
        lines: The number of each sample's line in the text.
        remarks: Everything to be said, with counts; faults first.
    """

    dataset: Dataset | None
    target_names: tuple[str, ...]
    lines: tuple[int, ...]
    remarks: tuple[Remark, ...]

    @property
    def faults(self) -> tuple[Remark, ...]:
        """What must be mended before anything can be learnt."""
        return tuple(told for told in self.remarks if told.weight is Weight.FAULT)

    def required(self) -> Dataset:
        """Return the data set.

        Raises:
            FileFormatError: There is none; the sentence is that of the first fault.
        """
        if self.dataset is None:
            raise self.faults[0].as_error()
        return self.dataset


def make_dataset(table: Table, plan: TablePlan) -> PlannedData:
    """Make the samples of a table by a plan.

    A row with a gap in a column that is used is left out. Words become 0 and 1 where there are
    two, and otherwise an input each; dates become days since the first one.

    Raises:
        FileFormatError: The plan names a column that the table has not.
    """
    inputs = [table.column(name) for name in plan.inputs]
    targets = [table.column(name) for name in plan.targets]
    remarks = list(_plan_faults(table, plan, inputs, targets))
    if remarks:
        return PlannedData(None, plan.targets, (), tuple(remarks))
    remarks += _room_remarks(table, plan)
    rows = _usable_rows(table, plan, [*inputs, *targets], remarks)
    if not len(rows):
        return PlannedData(None, plan.targets, (), tuple(remarks))
    names: list[str] = []
    parts: list[Array] = []
    for column in inputs:
        coded = _coded(column, plan, rows, remarks)
        names += coded.names
        parts.append(coded.values)
    values = as_array(np.hstack(parts))
    dataset = _with_targets(values, tuple(names), targets, plan, rows, remarks)
    lines = tuple(table.lines[row] for row in rows.tolist())
    remarks.sort(key=lambda told: told.weight is not Weight.FAULT)
    return PlannedData(dataset, plan.targets, lines, tuple(remarks))


def _plan_faults(
    table: Table, plan: TablePlan, inputs: Sequence[Column], targets: Sequence[Column]
) -> Iterator[Remark]:
    """Yield all that is wrong with a plan whatever stands in the rows."""
    fault = Weight.FAULT
    if not targets:
        yield remark(
            "table_no_target", "No column is chosen as the target: choose one.", weight=fault
        )
    if not inputs:
        if len(table.columns) == 1:
            yield remark(
                "table_one_column",
                "The table has one column; it needs at least one input beside the target.",
                weight=fault,
            )
        else:
            yield remark(
                "table_no_inputs",
                "No column is chosen as an input: choose at least one beside the target.",
                weight=fault,
            )
    count = input_count(table, plan)
    if count > MOST_INPUTS:
        yield remark(
            "table_many_inputs",
            f"The chosen columns make {count:,} inputs; at most {MOST_INPUTS} are possible here: "
            "choose fewer, those of many words first.",
            weight=fault,
            count=count,
            most=MOST_INPUTS,
        )
    for column in targets:
        yield from _target_faults(column, plan, is_one_of_many=len(targets) > 1)
    for column in inputs:
        if column.kind is ColumnKind.EMPTY:
            yield remark(
                "table_input_empty",
                f"Column “{quote(column.name)}” is empty and can be no input.",
                weight=fault,
                column=column.name,
            )


def _room_remarks(table: Table, plan: TablePlan) -> Iterator[Remark]:
    """Yield that not all columns are inputs that should be, where nobody chose others."""
    possible = [
        column.name
        for column in table.columns
        if column.reason is None and column.name not in plan.targets
    ]
    if plan.inputs == proposed_inputs(table, plan.targets) and len(plan.inputs) < len(possible):
        yield remark(
            "table_no_room",
            f"{len(plan.inputs)} of {len(possible):,} columns are inputs: a network has room for "
            f"{MOST_INPUTS}.",
            weight=Weight.WARNING,
            count=len(plan.inputs),
            columns=len(possible),
            most=MOST_INPUTS,
        )


def _target_faults(column: Column, plan: TablePlan, *, is_one_of_many: bool) -> Iterator[Remark]:
    fault, name = Weight.FAULT, column.name
    if name in plan.inputs:
        yield remark(
            "table_target_is_input",
            f"Column “{quote(name)}” is the target and can be no input as well.",
            weight=fault,
            column=name,
        )
    if column.kind is ColumnKind.EMPTY:
        yield remark(
            "table_target_empty",
            f"Column “{quote(name)}” is empty and can be no target.",
            weight=fault,
            column=name,
        )
    elif plan.is_regression and column.kind is ColumnKind.WORD:
        yield remark(
            "table_words_to_meet",
            f"Column “{quote(name)}” has words, such as “{quote(column.examples[0])}”: choose "
            "classes, or a target with numbers.",
            weight=fault,
            column=name,
            text=column.examples[0],
        )
    elif not plan.is_regression and is_one_of_many:
        yield remark(
            "table_many_class_targets",
            f"Column “{quote(name)}” is one of several targets, which must be numbers to be met: "
            "choose one column of classes, or numbers.",
            weight=fault,
            column=name,
        )


def _usable_rows(
    table: Table, plan: TablePlan, columns: Sequence[Column], remarks: list[Remark]
) -> _Rows:
    """Return the rows without a gap in any of the columns, as many as the plan allows."""
    gaps = {
        column.name: _gap_mask(column) for column in columns if not takes_gaps(column, plan)
    } or {"": np.zeros(len(table), bool)}
    is_left_out = np.any(list(gaps.values()), axis=0)
    count = int(is_left_out.sum())
    if count:
        named = [name for name, mask in gaps.items() if mask.any()]
        left_out = np.flatnonzero(is_left_out).tolist()
        lines = [table.lines[row] for row in left_out]
        first = next(name for name, mask in gaps.items() if mask[left_out[0]])
        remarks.append(
            remark(
                "table_rows_with_gaps",
                f"{one_or_many(count, 'row', 'rows')} of {len(table):,} left out, with gaps in: "
                f"{listed(named)}.",
                weight=Weight.WARNING,
                count=count,
                rows=len(table),
                names=listed(named),
                lines=lines,
                column=first,
            )
        )
    rows: _Rows = np.flatnonzero(~is_left_out)
    if not len(rows):
        remarks.insert(
            0,
            remark(
                "table_only_gaps",
                "Every row has a gap in one of the chosen columns: leave out those with the most.",
                weight=Weight.FAULT,
            ),
        )
        return rows
    return _some_rows(rows, plan, remarks)


def _some_rows(rows: _Rows, plan: TablePlan, remarks: list[Remark]) -> _Rows:
    if len(rows) <= plan.most_rows:
        return rows
    count = len(rows)
    if plan.takes_first:
        remarks.append(
            remark(
                "table_first_rows",
                f"The first {plan.most_rows:,} of {count:,} rows are taken.",
                count=plan.most_rows,
                rows=count,
            )
        )
        return rows[: plan.most_rows]
    remarks.append(
        remark(
            "table_random_rows",
            f"{plan.most_rows:,} of {count:,} rows are taken, drawn at random by the seed "
            f"{plan.seed}.",
            count=plan.most_rows,
            rows=count,
            seed=plan.seed,
        )
    )
    drawn = np.random.default_rng(plan.seed).choice(count, plan.most_rows, replace=False)
    return rows[np.sort(drawn)]


def _gap_mask(column: Column) -> NDArray[np.bool_]:
    if column.words is not None:
        return np.array([not word for word in column.words], dtype=np.bool_)
    return np.ones(len(column.cells), bool) if column.values is None else np.isnan(column.values)


@dataclass(frozen=True, slots=True)
class _Coded:
    """Inputs that a column became, a column each."""

    names: tuple[str, ...]
    values: Array


def _coded(column: Column, plan: TablePlan, rows: _Rows, remarks: list[Remark]) -> _Coded:
    name, coding = column.name, coding_of(column, plan)
    if column.values is not None and coding in {Coding.NUMBER, Coding.DAYS}:
        values = column.values[rows]
        if coding is Coding.DAYS:
            values = values - values.min()
            remarks.append(
                remark(
                    "table_days",
                    f"“{quote(name)}” is read as days since the first one.",
                    column=name,
                )
            )
        return _Coded((name,), as_array(values[:, None]))
    words, different = _words(column, plan, rows, remarks)
    if coding is Coding.ZERO_ONE:
        last = different[-1]
        values = np.array([[float(word == last)] for word in words])
        first = different[0]
        remarks.append(
            remark(
                "table_zero_one",
                f"“{quote(name)}” is coded as 0 for {brief(first)} and 1 for {brief(last)}.",
                column=name,
                first=first,
                last=last,
            )
        )
        return _Coded((f"{name} = {last}",), as_array(values))
    places = {word: place for place, word in enumerate(different)}
    values = np.eye(len(different))[[places[word] for word in words]]
    remarks.append(
        remark(
            "table_one_hot",
            f"“{quote(name)}” is coded one-hot, an input for each word: {listed(different)}.",
            column=name,
            count=len(different),
            names=listed(different),
        )
    )
    return _Coded(tuple(f"{name} = {word}" for word in different), as_array(values))


def _words(
    column: Column, plan: TablePlan, rows: _Rows, remarks: list[Remark]
) -> tuple[list[str], list[str]]:
    """Return a column's words in some rows, numbers as one word each, and the different ones."""
    if column.words is None:
        words = _number_words(column, rows)
        return words, sorted_words(column, words)
    words = [column.words[row] for row in rows.tolist()]
    if "" not in words:
        return words, sorted_words(column, words)
    called = _gap_name(column, plan, rows, words)
    remarks.append(
        remark(
            "table_gap_word",
            f"“{quote(column.name)}”: {one_or_many(words.count(''), 'gap is', 'gaps are')} a word "
            f"of their own, “{quote(called)}”.",
            column=column.name,
            count=words.count(""),
            name=called,
        )
    )
    different = [*sorted_words(column, [word for word in words if word]), called]
    return [word or called for word in words], different


def _gap_name(column: Column, plan: TablePlan, rows: _Rows, words: Sequence[str]) -> str:
    """Return what the gaps of a column are called: what mostly stands in them, if anything does."""
    gaps = (row for row, word in zip(rows.tolist(), words, strict=True) if not word)
    called = Counter(column.cells[row] for row in gaps).most_common(1)[0][0] or plan.unknown_name
    while called in words:
        called += "*"
    return called


def _number_words(column: Column, rows: _Rows) -> list[str]:
    """Return numbers in some rows as words, each spelled in one way however it is written."""
    assert column.values is not None, "an empty column is no input and no target"
    spelled: dict[float, str] = {}
    for row in rows.tolist():
        value, cell = float(column.values[row]), column.cells[row]
        known = spelled.get(value)
        if known is None or (len(cell), cell) < (len(known), known):
            spelled[value] = cell
    return [spelled[float(value)] for value in column.values[rows]]


def sorted_words(column: Column, words: Sequence[str]) -> list[str]:
    """Return the different words of a column: numbers by size, months and the like in their order.

    All others are in that of the alphabet.

    Of two words one of which says yes, that one is the last: it is coded as 1.
    """
    different = set(words)
    if column.values is not None:
        values = dict(zip(column.cells, column.values.tolist(), strict=True))
        return sorted(different, key=values.__getitem__)
    found = known_order(different) or sorted(different)
    if len(found) == 2 and says_yes(found[0]) and not says_yes(found[1]):
        found.reverse()
    return found


def _with_targets(
    inputs: Array,
    names: tuple[str, ...],
    targets: Sequence[Column],
    plan: TablePlan,
    rows: _Rows,
    remarks: list[Remark],
) -> Dataset | None:
    view = view_around(inputs)
    if plan.is_regression:
        measured = [column.values[rows] for column in targets if column.values is not None]
        values = as_array(np.stack(measured, axis=1))
        return Dataset(
            inputs,
            values,
            view,
            is_regression=True,
            input_names=names,
            target_names=tuple(column.name for column in targets),
        )
    words, classes = _classes(targets[0], plan, rows, remarks)
    if not 2 <= len(classes) <= MOST_CLASSES:
        remarks.append(_class_fault(targets[0], len(classes)))
        return None
    places = {word: place for place, word in enumerate(classes)}
    numbers = class_targets([places[word] for word in words])
    return Dataset(inputs, numbers, view, input_names=names, class_names=tuple(classes))


def _classes(
    column: Column, plan: TablePlan, rows: _Rows, remarks: list[Remark]
) -> tuple[list[str], list[str]]:
    words, classes = _words(column, plan, rows, remarks)
    most = min(plan.kept_classes, MOST_CLASSES - 1)
    if not most or len(classes) <= most:
        return words, classes
    kept = {word for word, _ in Counter(words).most_common(most)}
    other = plan.other_name
    while other in kept:
        other += "*"
    count = sum(word not in kept for word in words)
    remarks.append(
        remark(
            "table_other_class",
            f"“{quote(column.name)}”: the {most} most frequent classes are kept, and "
            f"{one_or_many(count, 'row', 'rows')} of {len(classes) - most:,} others are "
            f"“{quote(other)}”.",
            column=column.name,
            most=most,
            count=count,
            others=len(classes) - most,
            name=other,
        )
    )
    merged = [word if word in kept else other for word in words]
    return merged, [*(word for word in classes if word in kept), other]


def _class_fault(column: Column, count: int) -> Remark:
    if count < 2:
        return remark(
            "table_one_class",
            f"Column “{quote(column.name)}” is the same in every row that is left: a target needs "
            "two classes or more.",
            weight=Weight.FAULT,
            column=column.name,
        )
    return remark(
        "table_classes",
        f"Column “{quote(column.name)}” names {count:,} classes; at most {MOST_CLASSES} are "
        "possible here. Keep the most frequent ones and take the rest as one, learn numbers, or "
        "choose another target.",
        weight=Weight.FAULT,
        column=column.name,
        count=count,
        most=MOST_CLASSES,
    )
