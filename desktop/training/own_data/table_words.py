"""What a table is, in words: its columns, its remarks and questions, what is made of it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.foundation.translation import coded_sentence, filled, percent
from desktop.training.own_data.table_columns import INPUT, OUT, TARGET, ColumnRow
from desktop.widgets.fields.number_text import format_number
from engine.quoting import brief, listed
from engine.tables.column import Column, ColumnKind
from engine.tables.remarks import Question, Remark
from engine.training.datasets.dataset import Dataset
from engine.training.datasets.table_opening import OpenedTable
from engine.training.datasets.table_plan import (
    Coding,
    coding_of,
    has_word_gaps,
    takes_gaps,
    width_of,
)
from engine.training.run.batches import suited_batch

_KINDS = {
    ColumnKind.NUMBER: QT_TRANSLATE_NOOP("TableWords", "numbers"),
    ColumnKind.PERCENT: QT_TRANSLATE_NOOP("TableWords", "percentages"),
    ColumnKind.TIME: QT_TRANSLATE_NOOP("TableWords", "times of day"),
    ColumnKind.DATE: QT_TRANSLATE_NOOP("TableWords", "dates"),
    ColumnKind.WORD: QT_TRANSLATE_NOOP("TableWords", "words"),
    ColumnKind.EMPTY: QT_TRANSLATE_NOOP("TableWords", "nothing"),
}

# What is longer is told in full by a tip.
_MOST_CLASSES_NAMED, _FEW_NAMED = 10, 8
_UNITS_READ = ("table_percent", "table_unit", "table_times", "table_durations", "table_brackets")
# What stands beside its column: how an input is coded, and what was read of its cells.
TOLD_OF_COLUMNS = ("table_days", "table_one_hot", "table_zero_one", *_UNITS_READ)
# One of them, and several.
_COUNTED = {
    "rows": (
        QT_TRANSLATE_NOOP("TableWords", "{0} row"),
        QT_TRANSLATE_NOOP("TableWords", "{0} rows"),
    ),
    "inputs": (
        QT_TRANSLATE_NOOP("TableWords", "{0} input"),
        QT_TRANSLATE_NOOP("TableWords", "{0} inputs"),
    ),
    "classes": (
        QT_TRANSLATE_NOOP("TableWords", "{0} class"),
        QT_TRANSLATE_NOOP("TableWords", "{0} classes"),
    ),
    "numbers": (
        QT_TRANSLATE_NOOP("TableWords", "{0} number"),
        QT_TRANSLATE_NOOP("TableWords", "{0} numbers"),
    ),
}


def remark_sentence(told: Remark | Question) -> str:
    """Return a remark or a question in the user's language."""
    return coded_sentence(f"error:{told.code}", told.sentence, told.details)


def column_rows(opened: OpenedTable) -> list[ColumnRow]:
    """Return what is shown of every column."""
    return [_column_row(column, opened) for column in opened.table.columns]


def use_text(data: Dataset | None) -> str:
    """Return what the button says that takes the samples."""
    if data is None:
        return QCoreApplication.translate("TableWords", "Use this table")
    targets = data.targets.shape[1] if data.is_regression else len(data.class_names)
    return filled(
        QCoreApplication.translate("TableWords", "Use {0}: {1} → {2}"),
        _counted("rows", len(data)),
        _counted("inputs", data.inputs.shape[1]),
        _counted("numbers" if data.is_regression else "classes", targets),
    )


def outcome_text(opened: OpenedTable, *, all_classes: bool = False) -> str:
    """Return which rows are used, and the classes with how often each stands.

    Args:
        opened: The table.
        all_classes: Whether all of many are named, or the first few.
    """
    data, all_rows = opened.planned.dataset, len(opened.table)
    if data is None:
        return filled(
            QCoreApplication.translate(
                "TableWords", "The table has {0} rows; nothing can be learnt from them yet."
            ),
            all_rows,
        )
    parts = []
    if len(data) == all_rows:
        parts.append(
            filled(
                QCoreApplication.translate("TableWords", "All {0} rows are used."), f"{all_rows:,}"
            )
        )
    else:
        text = QCoreApplication.translate("TableWords", "{0} of {1} rows are used; left out: {2}.")
        numbers = len(data), all_rows, all_rows - len(data)
        parts.append(filled(text, *(f"{number:,}" for number in numbers)))
    batch = suited_batch(len(data))
    if batch is not None:
        text = QCoreApplication.translate("TableWords", "A step sees {0} rows at a time.")
        parts.append(filled(text, batch))
    if not data.is_regression:
        counts = np.bincount(data.labels, minlength=len(data.class_names)).tolist()
        names = [
            f"{brief(name)} ({count:,})"
            for name, count in zip(data.class_names, counts, strict=True)
        ]
        more = 0 if all_classes or len(names) <= _MOST_CLASSES_NAMED else len(names) - _FEW_NAMED
        if more:
            text = QCoreApplication.translate("TableWords", "{0} classes: {1} and {2} more.")
            parts.append(filled(text, len(names), ", ".join(names[:_FEW_NAMED]), more))
        else:
            text = QCoreApplication.translate("TableWords", "Classes: {0}.")
            parts.append(filled(text, ", ".join(names)))
    return " ".join(parts)


def kind_text(kind: ColumnKind) -> str:
    """Return what the cells of a column are."""
    return QCoreApplication.translate("TableWords", str(_KINDS[kind]))


def _column_row(column: Column, opened: OpenedTable) -> ColumnRow:
    plan = opened.plan
    role = INPUT if column.name in plan.inputs else TARGET if column.name in plan.targets else OUT
    is_empty = column.kind is ColumnKind.EMPTY
    is_as_words = column.name in plan.as_words and role == INPUT
    return ColumnRow(
        column.name,
        role,
        kind_text(ColumnKind.WORD if is_as_words else column.kind),
        _range_text(column),
        f"{column.gaps + column.unreadable:,}" if column.gaps + column.unreadable else "",
        _note(column, opened, role),
        frozenset({OUT} if is_empty else {INPUT, TARGET, OUT}),
        has_kinds=_has_kinds(column, role),
    )


def _has_kinds(column: Column, role: str) -> bool:
    """Return whether a column can be taken for another kind: numbers as names, gaps as a word."""
    if has_word_gaps(column):
        return role != OUT
    kinds = {ColumnKind.NUMBER, ColumnKind.PERCENT, ColumnKind.TIME}
    return role == INPUT and column.kind in kinds


def _range_text(column: Column) -> str:
    if column.kind.is_measured:
        ends = dict.fromkeys((_end_text(column, column.least), _end_text(column, column.greatest)))
        return " … ".join(ends)
    if column.kind is ColumnKind.EMPTY:
        return ""
    words = listed([brief(word) for word in column.examples])
    if column.distinct > len(column.examples):
        words = f"{words}, …"
    return filled(
        QCoreApplication.translate("TableWords", "{0} different: {1}"),
        f"{column.distinct:,}",
        words,
    )


def _end_text(column: Column, end: str) -> str:
    """Return an end of a range, with the unit where the column's cells have it."""
    if column.kind is ColumnKind.PERCENT:
        return percent(format_number(100 * float(end)))
    if column.kind in {ColumnKind.DATE, ColumnKind.TIME}:
        return end
    number = end.replace("-", "\N{MINUS SIGN}")
    if not column.examples[0].endswith(column.unit):
        return f"{column.unit}{number}"
    is_apart = column.examples[0].endswith(f" {column.unit}")
    return f"{number} {column.unit}" if is_apart else f"{number}{column.unit}"


def _note(column: Column, opened: OpenedTable, role: str) -> str:
    if role == TARGET:
        if opened.plan.is_regression:
            return QCoreApplication.translate("TableWords", "to be predicted as a number")
        text = QCoreApplication.translate("TableWords", "to be predicted as one of {0} classes")
        return filled(text, column.distinct + takes_gaps(column, opened.plan))
    if role == OUT:
        if column.reason is None:
            return QCoreApplication.translate("TableWords", "left out")
        return remark_sentence(column.reason)
    return _coding_text(column, opened)


def _coding_text(column: Column, opened: OpenedTable) -> str:
    """Return how an input is written as numbers; nothing where it is one."""
    coding = coding_of(column, opened.plan)
    if coding is Coding.DAYS:
        return QCoreApplication.translate("TableWords", "days since the first one")
    if coding is Coding.ONE_HOT:
        text = QCoreApplication.translate("TableWords", "one-hot: {0} inputs, a 1 for each word")
        return filled(text, width_of(column, opened.plan))
    if coding is Coding.NUMBER:
        return " ".join(
            remark_sentence(told) for told in column.remarks if told.code in _UNITS_READ
        )
    for told in opened.planned.remarks:
        if told.code == "table_zero_one" and told.column == column.name:
            text = QCoreApplication.translate("TableWords", "0 for {0}, 1 for {1}")
            words = told.details["first"], told.details["last"]
            return filled(text, *(brief(str(word)) for word in words))
    return QCoreApplication.translate("TableWords", "0 or 1")


def _counted(name: str, count: int) -> str:
    text = QCoreApplication.translate("TableWords", str(_COUNTED[name][count != 1]))
    return filled(text, f"{count:,}")
