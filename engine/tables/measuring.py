"""What the cells of a column are, taken together: numbers, dates or words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import numpy as np

from engine.arrays import Array, as_array
from engine.quoting import brief, listed, quote, written
from engine.tables.cell_dates import date_text, parse_date
from engine.tables.cell_numbers import (
    WrittenNumber,
    is_bracketed,
    is_gap,
    names_by_number,
    parse_number,
)
from engine.tables.cell_times import (
    are_durations,
    are_times,
    parse_duration,
    parse_time,
    time_text,
)
from engine.tables.choices import POINT
from engine.tables.column import Column, ColumnKind
from engine.tables.column_names import names_date
from engine.tables.remarks import Remark, Weight, lines_text, one_or_many, remark

# A column of numbers may have so many cells that are none, and is one still.
_LEAST_SHARE = 0.8
_EXAMPLES = 3
_LOOKED_AT = 200
_LARGEST_WHOLE = 1e15


def measure(
    name: str,
    is_named: bool,
    cells: tuple[str, ...],
    lines: Sequence[int],
    *,
    decimal: str,
    day_first: bool,
) -> Column:
    """Return a column of cells, with what they are; see `measuring`."""
    *_, last = measuring(name, is_named, cells, lines, decimal=decimal, day_first=day_first)
    assert last is not None
    return last


def measuring(
    name: str,
    is_named: bool,
    cells: tuple[str, ...],
    lines: Sequence[int],
    *,
    decimal: str,
    day_first: bool,
) -> Iterator[Column | None]:
    """Find out what the cells of a column are.

    Args:
        name: Its name.
        is_named: Whether the table names it.
        cells: Its cells, without outer spaces.
        lines: The number of each cell's line.
        decimal: The decimal mark.
        day_first: Whether days stand before months in dates.

    Yields:
        None now and then, where a column of half a million cells can be given up, and the column.
    """
    counts = Counter(cells)
    known = [cell for cell in counts if not is_gap(cell, among_numbers=False)]
    if not known:
        yield Column(name, is_named, ColumnKind.EMPTY, cells, None, None, len(cells), 0, 0, ())
        return
    yield None
    found = _times(counts)
    yield None
    found = found or _numbers(name, counts, decimal)
    yield None
    found = found or _dates(counts, day_first=day_first)
    yield None
    if found is None:
        yield from _words(name, is_named, cells, counts)
        return
    kind, by_cell, unit = found
    values = as_array([by_cell.get(cell, math.nan) for cell in cells])
    yield None
    gaps = sum(
        times
        for cell, times in counts.items()
        if cell not in by_cell and is_gap(cell, among_numbers=True)
    )
    unreadable = int(np.isnan(values).sum()) - gaps
    numbers = np.unique(np.fromiter(by_cell.values(), float, len(by_cell)))
    yield None
    write = _WRITTEN_ENDS.get(kind, _number_text)
    yield Column(
        name,
        is_named,
        kind,
        cells,
        values,
        None,
        gaps,
        unreadable,
        len(numbers),
        tuple(islice((cell for cell in counts if cell in by_cell), _EXAMPLES)),
        write(float(numbers[0])),
        write(float(numbers[-1])),
        unit,
        remarks=(
            *_reading_remarks(name, kind, unit, by_cell),
            *_unreadable(name, cells, values, lines, unreadable, kind),
        ),
    )


def _words(
    name: str, is_named: bool, cells: tuple[str, ...], counts: Counter[str]
) -> Iterator[Column | None]:
    """Make a column of words; those that differ in capitals alone are one, as “Yes” and “yes”."""
    gaps = {cell for cell in counts if is_gap(cell, among_numbers=False)}
    if "+" in counts:
        # Beside a plus a minus is a word as well, such as the class of what was refused.
        gaps -= {"-", "\N{EN DASH}"}
    by_sound: dict[str, list[str]] = {}
    for cell in counts:
        if cell not in gaps:
            # A letter may well be another than the capital.
            sound = " ".join(cell.split()).casefold() if len(cell) > 1 else cell
            by_sound.setdefault(sound, []).append(cell)
    yield None
    several = [alike for alike in by_sound.values() if len(alike) > 1]
    spelled = {cell: cell for cell in counts} | dict.fromkeys(gaps, "")
    for alike in several:
        spelled |= dict.fromkeys(alike, max(alike, key=counts.__getitem__))
    yield None
    words = tuple(map(spelled.__getitem__, cells))
    different = tuple(dict.fromkeys(filter(None, words)))
    yield None
    remarks: tuple[Remark, ...] = ()
    if several:
        text = listed(" = ".join(alike) for alike in several)
        remarks = (
            remark(
                "table_same_words",
                f"“{quote(name)}”: words that differ in capitals alone are one: {text}.",
                column=name,
                count=len(several),
                names=text,
            ),
        )
    yield Column(
        name,
        is_named,
        ColumnKind.WORD,
        cells,
        None,
        words,
        words.count(""),
        0,
        len(different),
        different[:_EXAMPLES],
        remarks=remarks,
    )


_Found = tuple[ColumnKind, dict[str, float], str]


def _numbers(name: str, counts: Counter[str], decimal: str) -> _Found | None:
    """Return the number of each cell that is one, if most are; all with the same unit."""
    plain = _plain_numbers(counts) if decimal == POINT else None
    found = _written_numbers(counts, decimal) if plain is None else (plain, "")
    if found is None:
        return None
    values, unit = found
    if unit:
        return (ColumnKind.PERCENT if unit == "%" else ColumnKind.NUMBER), values, unit
    return _compact_dates(name, values) or (ColumnKind.NUMBER, values, "")


def _written_numbers(counts: Counter[str], decimal: str) -> tuple[dict[str, float], str] | None:
    """Return the numbers that have the commonest unit, and it; None if they are few, or names."""
    written: dict[str, WrittenNumber] = {}
    units: Counter[str] = Counter()
    others = 0
    for cell, times in counts.items():
        number = parse_number(cell, decimal)
        if number is not None:
            written[cell] = number
            units[number.unit] += times
        elif not is_gap(cell, among_numbers=True):
            others += times
    if not units:
        return None
    unit, times = units.most_common(1)[0]
    if times < _LEAST_SHARE * (units.total() + others) or names_by_number(unit):
        return None
    # In brackets everywhere they are no amounts, of which some are negative, but marks of a list.
    if all(map(is_bracketed, written)):
        return None
    return {cell: number.value for cell, number in written.items() if number.unit == unit}, unit


def _plain_numbers(counts: Counter[str]) -> dict[str, float] | None:
    """Return the numbers of cells that Python reads all of, the usual case and a quick one."""
    try:
        values = {cell: float(cell) for cell in counts}
    except ValueError:
        return None
    # Python reads “1_000” and “inf” too, and nobody means those; “nan” is a gap.
    if any("_" in cell for cell in counts) or any(map(math.isinf, values.values())):
        return None
    return {cell: value for cell, value in values.items() if not math.isnan(value)}


def _times(counts: Counter[str]) -> _Found | None:
    """Return times of day in hours, or durations in minutes, if most cells are such."""
    some = [cell for cell in islice(counts, _LOOKED_AT) if not is_gap(cell, among_numbers=True)]
    for kind, are, parse in (
        (ColumnKind.TIME, are_times, parse_time),
        (ColumnKind.NUMBER, are_durations, parse_duration),
    ):
        if not some or not are(some):
            continue
        found = {cell: value for cell in counts if (value := parse(cell)) is not None}
        others = sum(
            times
            for cell, times in counts.items()
            if cell not in found and not is_gap(cell, among_numbers=True)
        )
        known = sum(counts[cell] for cell in found)
        if known >= _LEAST_SHARE * (known + others):
            return kind, found, ""
    return None


def _compact_dates(name: str, values: dict[str, float]) -> _Found | None:
    """Return dates such as 20240301, if the column says that it has dates."""
    if not names_date(name) or not all(len(cell) == 8 and cell.isdigit() for cell in values):
        return None
    return _dates(Counter(values.keys()), day_first=False, is_compact=True)


def _dates(counts: Counter[str], *, day_first: bool, is_compact: bool = False) -> _Found | None:
    days: dict[str, float] = {}
    known, others = 0, 0
    for cell, times in counts.items():
        written = f"{cell[:4]}-{cell[4:6]}-{cell[6:]}" if is_compact else cell
        day = parse_date(written, day_first=day_first)
        if day is not None:
            days[cell] = day
            known += times
        elif not is_gap(cell, among_numbers=True):
            others += times
            if others > len(counts) and not known:
                return None
    if not known or known < _LEAST_SHARE * (known + others):
        return None
    return ColumnKind.DATE, days, ""


def _reading_remarks(
    name: str, kind: ColumnKind, unit: str, by_cell: Mapping[str, float]
) -> Iterator[Remark]:
    """Say how cells were read that are no plain numbers, with an example."""
    text, value = next(iter(by_cell.items()))
    number, told = written(value), f"“{quote(name)}” is read "
    example = f"{brief(text)} is {number}."
    if kind is ColumnKind.TIME:
        sentence = f"{told}as hours since midnight: {example}"
        yield remark("table_times", sentence, column=name, text=text, number=number)
    elif unit == "%":
        sentence = f"{told}as shares: {example}"
        yield remark("table_percent", sentence, column=name, text=text, number=number)
    elif unit:
        sentence = f"{told}without “{brief(unit)}”: {example}"
        yield remark("table_unit", sentence, column=name, unit=unit, text=text, number=number)
    elif kind is ColumnKind.NUMBER and _is_duration(text):
        sentence = f"{told}in minutes: {example}"
        yield remark("table_durations", sentence, column=name, text=text, number=number)
    less = next(((cell, each) for cell, each in by_cell.items() if is_bracketed(cell)), None)
    if less is not None:
        cell, number = less[0], written(less[1])
        sentence = f"“{quote(name)}”: numbers in brackets are negative: {brief(cell)} is {number}."
        yield remark("table_brackets", sentence, column=name, text=cell, number=number)


def _is_duration(text: str) -> bool:
    return parse_number(text, POINT) is None and parse_duration(text) is not None


def _unreadable(
    name: str,
    cells: Sequence[str],
    values: Array,
    lines: Sequence[int],
    count: int,
    kind: ColumnKind,
) -> tuple[Remark, ...]:
    if not count:
        return ()
    places = [
        place
        for place in np.flatnonzero(np.isnan(values)).tolist()
        if not is_gap(cells[place], among_numbers=True)
    ]
    at = [lines[place] for place in places]
    text = cells[places[0]]
    where = f"Column “{quote(name)}”, line {lines_text(at, count)}"
    if kind is ColumnKind.TIME:
        told = remark(
            "table_no_times",
            f"{where}: {one_or_many(count, 'cell is no time', 'cells are no times')} of the day, "
            f"such as “{quote(text)}”.",
            weight=Weight.WARNING,
            column=name,
            count=count,
            lines=at,
            text=text,
        )
    elif kind is ColumnKind.DATE:
        told = remark(
            "table_no_dates",
            f"{where}: {one_or_many(count, 'cell is no date', 'cells are no dates')}, such as "
            f"“{quote(text)}”.",
            weight=Weight.WARNING,
            column=name,
            count=count,
            lines=at,
            text=text,
        )
    else:
        told = remark(
            "table_no_numbers",
            f"{where}: {one_or_many(count, 'cell is no number', 'cells are no numbers')} like the "
            f"others, such as “{quote(text)}”.",
            weight=Weight.WARNING,
            column=name,
            count=count,
            lines=at,
            text=text,
        )
    return (told,)


_WRITTEN_ENDS = {ColumnKind.DATE: date_text, ColumnKind.TIME: time_text}


def _number_text(value: float) -> str:
    # Student numbers and the like are told whole.
    is_whole = value.is_integer() and abs(value) < _LARGEST_WHOLE
    # Adding nothing makes zero of minus zero.
    return f"{value + 0.0:.0f}" if is_whole else f"{value:.6g}"
