"""What the cells of a workbook mean: a number's format makes a date or a percentage of it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal
from enum import Enum

_PERCENTS = frozenset({9, 10})
_DATES = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_TIMES = frozenset({*range(18, 22), 45, 46, 47})
# What a format writes as it stands: in quotes, behind a backslash, and in brackets.
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
# Spreadsheets count the days from here, as if 1900 had been a leap year.
_FIRST_DAY, _FIRST_DAY_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LAST_DAY = 2_958_465
_LONGEST_FORMAT = 255
_WHOLE = 1e15


class Format(Enum):
    """How a number in a cell is shown."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"


def format_of(number: int, code: str | None) -> Format:
    """Return what a number's format makes of it.

    Args:
        number: The number of the format; those below 164 are the same in every workbook.
        code: How a format of its own is written, or None.
    """
    if code is None:
        kinds = ((Format.PERCENT, _PERCENTS), (Format.DATE, _DATES), (Format.TIME, _TIMES))
        return next((kind for kind, numbers in kinds if number in numbers), Format.NUMBER)
    signs = set(_LITERAL.sub("", code[:_LONGEST_FORMAT]).split(";")[0].lower())
    if signs <= set("general"):
        return Format.NUMBER
    if signs & set("yd") or ("m" in signs and not signs & set("hs")):
        return Format.DATE
    if signs & set("hs"):
        return Format.TIME
    return Format.PERCENT if "%" in signs else Format.NUMBER


def number_text(text: str, shown_as: Format, *, since_1904: bool) -> str:
    """Return a cell's number as a table has it as text: a date in ISO 8601, a percentage with %.

    Args:
        text: The number as the workbook writes it.
        shown_as: What its format makes of it.
        since_1904: Whether days are counted from 1904.
    """
    try:
        # So many digits a spreadsheet keeps and shows; the last bit of a sum is none of them.
        value = float(f"{float(text):.15g}")
    except ValueError:
        return text
    if shown_as is Format.PERCENT and abs(value) < _WHOLE:
        return f"{(Decimal(repr(value)) * 100).normalize():f}%"
    if shown_as in {Format.DATE, Format.TIME} and 0 <= value <= _LAST_DAY:
        return _day_text(value, shown_as, since_1904=since_1904)
    is_whole = abs(value) < _WHOLE and value == int(value)
    return str(int(value)) if is_whole else repr(value)


def _day_text(value: float, shown_as: Format, *, since_1904: bool) -> str:
    first = _FIRST_DAY_1904 if since_1904 else _FIRST_DAY
    try:
        moment = first + timedelta(seconds=round(value * 86_400))
    except OverflowError:
        return repr(value)
    if shown_as is Format.TIME and value < 1:
        return moment.strftime("%H:%M:%S")
    has_time = value != int(value)
    return moment.isoformat(" ", "seconds") if has_time else moment.date().isoformat()
