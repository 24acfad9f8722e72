"""Dates as people write them in cells, as days that can be counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_TIME = (
    r"(?:[T ]+(?:(?P<half>오전|오후)\s*)?(?P<hour>\d{1,2}):(?P<minute>\d{2})"
    r"(?::(?P<second>\d{2})(?:\.\d+)?)?\s*"
    r"(?P<noon>[AaPp][Mm]|오전|오후)?\s*(?:Z|(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?)?)?\Z"
)
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})\s*(?:[-/.]|년)\s*(?P<month>\d{1,2})\s*"
    r"(?:(?:[-/.]|월)\s*(?P<day>\d{1,2})\s*(?:일|\.)?|월?)" + _TIME
)
_BASIC = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})T(?P<half>)(?P<hour>\d{2})(?P<minute>\d{2})"
    r"(?P<second>\d{2})?(?P<noon>)Z?\Z"
)
_YEAR_LAST = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[-/.])\s?(?P<two>\d{1,2})(?P=mark)\s?(?P<year>\d{4}|\d{2})" + _TIME
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(
    r"(?:(?P<day1>\d{1,2})[ -](?P<name1>[A-Za-z]{3,9})\.?[ ,-]+"
    r"|(?P<name2>[A-Za-z]{3,9})\.? (?P<day2>\d{1,2}),? )(?P<year>\d{4}|\d{2})" + _TIME
)
_LONGEST_DATE = 40
_SECONDS_OF_DAY = 86_400
# Two digits mean this century up to here, as most programs have it.
_LAST_OF_THIS_CENTURY = 69


def parse_date(cell: str, *, day_first: bool) -> float | None:
    """Return a date as days since the first of January of the year 1, with the time of the day.

    Args:
        cell: The cell, without outer spaces.
        day_first: Whether 3/4/2024 is the third of April and not the fourth of March.

    Example:
        >>> parse_date("2024-03-02", day_first=False) - parse_date("1/3/2024", day_first=True)
        1.0
    """
    if not 6 <= len(cell) <= _LONGEST_DATE:
        return None
    found = _YEAR_FIRST.match(cell) or _BASIC.match(cell)
    if found is not None:
        year, month, day = int(found["year"]), int(found["month"]), int(found["day"] or 1)
        return _days(year, month, day, found)
    found = _YEAR_LAST.match(cell)
    if found is not None:
        one, two = int(found["one"]), int(found["two"])
        is_day_first = found["mark"] == "." or (day_first if max(one, two) <= 12 else one > 12)
        month, day = (two, one) if is_day_first else (one, two)
        return _days(_whole_year(found["year"]), month, day, found)
    found = _NAMED.match(cell)
    if found is not None:
        name = (found["name1"] or found["name2"]).lower()[:3]
        if name in _MONTHS:
            day = int(found["day1"] or found["day2"])
            return _days(_whole_year(found["year"]), _MONTHS.index(name) + 1, day, found)
    return None


def day_first_evidence(cells: Iterable[str]) -> tuple[bool | None, str]:
    """Return whether days stand before months, and the first date that leaves it open.

    Returns:
        True or False, or None where no date decides; and a date such as “3/4/2024”, or nothing.
    """
    open_cell = ""
    for cell in cells:
        found = _YEAR_LAST.match(cell) if len(cell) <= _LONGEST_DATE else None
        if found is None or found["mark"] == ".":
            continue
        one, two = int(found["one"]), int(found["two"])
        if one > 12 >= two:
            return True, open_cell
        if two > 12 >= one:
            return False, open_cell
        if one != two and not open_cell:
            open_cell = cell
    return None, open_cell


def date_text(days: float) -> str:
    """Return days since the first of January of the year 1 as a date, such as ``2024-03-01``."""
    return date.fromordinal(max(1, min(int(days), date.max.toordinal()))).isoformat()


def written_date(cell: str, *, day_first: bool) -> str:
    """Return a date in a cell as ISO 8601 writes it, or nothing where it is none."""
    days = parse_date(cell, day_first=day_first)
    return "" if days is None else date_text(days)


def _whole_year(text: str) -> int:
    year = int(text)
    if len(text) == 4:
        return year
    return year + (2000 if year <= _LAST_OF_THIS_CENTURY else 1900)


def _days(year: int, month: int, day: int, found: re.Match[str]) -> float | None:
    try:
        days = date(year, month, day).toordinal()
    except ValueError:
        return None
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    half = (found["half"] or found["noon"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half in {"오후", "pm"} else 0)
    if hour > 24 or minute > 59 or second > 60:
        return None
    return days + (hour * 3600 + minute * 60 + second) / _SECONDS_OF_DAY
