"""What to learn from a table: which column is the target, which are inputs, how words are coded.

`propose` does the sensible thing; whoever shows a table changes the plan, which is a value, and
`make_dataset` (`engine/training/datasets/table_data.py`) makes the samples of it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from engine.tables.column import Column, ColumnKind
from engine.tables.column_names import names_notes, names_numbered_target, names_target
from engine.tables.left_out import has_codes
from engine.tables.table import Table
from engine.training.datasets.own import MOST_CLASSES, MOST_INPUTS, MOST_POINTS

# More different whole numbers are rather quantities than classes, as are those that come once.
_FEW_NUMBERS = 10
_FEW_FIRST_CLASSES = 12
# Fewer gaps cost few rows, and would be a word that hardly ever stands.
_FEWEST_GAPS, _LEAST_GAP_SHARE = 5, 0.1


class Coding(Enum):
    """How a column becomes inputs."""

    # Its numbers as they are.
    NUMBER = "number"
    # Of dates the days since the first one.
    DAYS = "days"
    # Of two words 0 for the one and 1 for the other.
    ZERO_ONE = "zero_one"
    # An input for each word, which is 1 where it stands.
    ONE_HOT = "one_hot"


@dataclass(frozen=True, slots=True)
class TablePlan:
    """What to make of a table.

    Attributes:
        targets: The names of the columns to be predicted: one, or several of numbers.
        inputs: The names of the columns to predict from, in the order of the table.
        is_regression: Whether the targets are numbers to be met instead of classes.
        as_words: The names of inputs whose numbers are names, such as those of districts: each
            different one is coded as a word is.
        gap_words: The names of columns of words whose gaps are one word more, instead of leaving
            their rows out.
        most_rows: So many samples at most.
        takes_first: Whether the first rows are taken where there are more, and not random ones.
        seed: What the random rows are drawn by.
        kept_classes: So many of the most frequent classes are kept, and the others are one more;
            0 keeps all.
        other_name: What that one is called.
        unknown_name: What gaps are called that are a word, where nothing stands in them.
    """

    targets: tuple[str, ...]
    inputs: tuple[str, ...]
    is_regression: bool
    as_words: tuple[str, ...] = ()
    gap_words: tuple[str, ...] = ()
    most_rows: int = MOST_POINTS
    takes_first: bool = False
    seed: int = 0
    kept_classes: int = 0
    other_name: str = "other"
    unknown_name: str = "unknown"


def propose(table: Table, *, seed: int = 0) -> TablePlan:
    """Return the sensible plan for a table.

    The target is a column that is named like one, else the last one, or the first if it has a few
    classes and all others have numbers; in a table without names the only one of words; never one
    that names or numbers rows, or is always the same. Inputs are all others with numbers or with a
    few words; numbers that are codes count as words, and so do the gaps of words where they would
    cost many rows.
    """
    targets = _find_targets(table)
    plan = replace(_coded_plan(table, targets), seed=seed)
    return with_targets(table, plan, targets, inputs=proposed_inputs(table, targets))


def with_targets(
    table: Table, plan: TablePlan, targets: Sequence[str], inputs: Collection[str] | None = None
) -> TablePlan:
    """Return a plan with other targets: what was one becomes an input if it should be one.

    Args:
        table: The table.
        plan: The plan so far.
        targets: The names of the columns to be predicted.
        inputs: The inputs; None for those of the plan and the targets so far.
    """
    if inputs is None:
        freed = set(proposed_inputs(table, targets)) & set(plan.targets)
        inputs = freed | set(plan.inputs)
    chosen = [table.column(name) for name in targets]
    return replace(
        plan,
        targets=tuple(targets),
        inputs=tuple(name for name in table.names if name in inputs and name not in targets),
        is_regression=len(chosen) > 1 or all(map(looks_like_quantities, chosen)),
        kept_classes=0,
    )


def with_input(table: Table, plan: TablePlan, name: str, *, is_taken: bool) -> TablePlan:
    """Return a plan with an input more or less."""
    names = {*plan.inputs, name} if is_taken else {*plan.inputs} - {name}
    return replace(plan, inputs=tuple(other for other in table.names if other in names))


def proposed_inputs(table: Table, targets: Collection[str]) -> tuple[str, ...]:
    """Return the names of the columns that should be inputs, as many as a network has room for."""
    plan = _coded_plan(table, targets)
    found: list[str] = []
    room = MOST_INPUTS
    for column in table.columns:
        if column.name in targets or column.reason is not None:
            continue
        room -= width_of(column, plan)
        if room >= 0:
            found.append(column.name)
    return tuple(found)


def proposed_words(table: Table) -> tuple[str, ...]:
    """Return the names of the columns whose numbers are names, wherever they are inputs."""
    return tuple(column.name for column in table.columns if has_codes(column))


def proposed_gap_words(table: Table) -> tuple[str, ...]:
    """Return the names of the columns whose gaps are a word wherever they are inputs.

    Where so many are unknown, that somebody does not say it tells something as well; and leaving
    their rows out would cost more than one input does.
    """
    return tuple(
        column.name
        for column in table.columns
        if has_word_gaps(column)
        and column.reason is None
        and column.gaps >= max(_FEWEST_GAPS, _LEAST_GAP_SHARE * len(table))
    )


def has_word_gaps(column: Column) -> bool:
    """Return whether a column has words, and gaps that could be one."""
    return column.kind is ColumnKind.WORD and column.gaps > 0


def _coded_plan(table: Table, targets: Collection[str]) -> TablePlan:
    """Return a plan without inputs, with what is proposed about all columns that may be some."""
    gaps = tuple(name for name in proposed_gap_words(table) if name not in targets)
    return TablePlan(
        tuple(targets), (), is_regression=False, as_words=proposed_words(table), gap_words=gaps
    )


def takes_gaps(column: Column, plan: TablePlan) -> bool:
    """Return whether a column's gaps are a word of their own."""
    return column.name in plan.gap_words and has_word_gaps(column)


def coding_of(column: Column, plan: TablePlan) -> Coding:
    """Return how a column becomes inputs."""
    if column.kind is ColumnKind.DATE:
        return Coding.DAYS
    if column.kind.is_measured and column.name not in plan.as_words:
        return Coding.NUMBER
    return Coding.ZERO_ONE if _word_count(column, plan) <= 2 else Coding.ONE_HOT


def width_of(column: Column, plan: TablePlan) -> int:
    """Return how many inputs a column becomes."""
    return max(_word_count(column, plan), 1) if coding_of(column, plan) is Coding.ONE_HOT else 1


def _word_count(column: Column, plan: TablePlan) -> int:
    return column.distinct + takes_gaps(column, plan)


def input_count(table: Table, plan: TablePlan) -> int:
    """Return how many inputs the network of a plan gets."""
    columns = [table.column(name) for name in plan.inputs]
    return sum(width_of(column, plan) for column in columns)


def looks_like_quantities(column: Column) -> bool:
    """Return whether targets are quantities: numbers, and not a few whole ones that come back."""
    if column.values is None or column.kind is ColumnKind.DATE:
        return column.kind.is_measured
    known = column.values[~np.isnan(column.values)]
    if np.any(np.mod(known, 1.0) != 0.0) or column.distinct > _FEW_NUMBERS:
        return True
    are_digits = bool(np.all((known >= 0.0) & (known < _FEW_NUMBERS)))
    comes_back = column.distinct < len(known) if are_digits else 2 * column.distinct <= len(known)
    return not comes_back


def can_be_target(column: Column) -> bool:
    """Return whether a column can be proposed as the target."""
    if column.kind is ColumnKind.WORD and column.distinct > 1 and not names_notes(column.name):
        known = len(column.cells) - column.gaps
        return column.distinct <= MOST_CLASSES and (2 * column.distinct <= known or known < 8)
    return column.reason is None


def _find_targets(table: Table) -> tuple[str, ...]:
    possible = [column for column in table.columns if can_be_target(column)]
    if not possible:
        return table.names[-1:]
    numbered = [
        column.name
        for column in possible
        if names_numbered_target(column.name) and column.kind.is_measured
    ]
    if len(numbered) > 1 and numbered[-1] == possible[-1].name:
        return tuple(numbered)
    last = possible[-1]
    named = [column for column in possible if names_target(column.name)]
    if named:
        return ((last if last in named else named[0]).name,)
    words = [column for column in possible if column.kind is ColumnKind.WORD]
    if len(words) == 1 and not any(column.is_named for column in table.columns):
        return (words[0].name,)
    return ((possible[0] if _stands_first(possible) else last).name,)


def _stands_first(columns: Sequence[Column]) -> bool:
    """Return whether the class stands before the measurements: a few classes, and numbers only."""
    first, *others = columns
    are_numbers = all(column.kind.is_measured for column in others)
    if not others or not are_numbers or first.distinct > _FEW_FIRST_CLASSES:
        return False
    if first.kind is ColumnKind.WORD:
        return True
    is_class = not looks_like_quantities(first)
    return is_class and not first.is_named and all(map(looks_like_quantities, others))
