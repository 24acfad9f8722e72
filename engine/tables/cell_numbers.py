"""Numbers as people write them in cells: decimal commas, groups of digits, percent, units."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from engine.tables.choices import COMMA, POINT

# What stands where nothing was measured, in cells among numbers and among words.
_GAP_TEXT = """
    na n/a #n/a #na nan <na> null nil missing ? - -- – — . .. ...
    #value! #div/0! #ref! #name? #null! #num! 결측 결측치 결측값 미상 해당없음
"""
_GAP_WORDS = frozenset(_GAP_TEXT.split()) | {""}
# Words that may be a class, and are none among numbers.
_GAP_WORDS_AMONG_NUMBERS = _GAP_WORDS | frozenset(
    (
        "none",
        "없음",
        "자료없음",
        "해당 없음",
        "비공개",
        "결시",
        "미응시",
        "불참",
        "미제출",
        "미실시",
    )
)
_MINUS = dict.fromkeys(map(ord, "\N{MINUS SIGN}\N{EN DASH}\N{FULLWIDTH HYPHEN-MINUS}"), "-")
_NUMBER = re.compile(
    r"(?P<sign>[+-]?)(?P<currency>[₩$€£¥]?)(?P<digits>[0-9][0-9.,' ]*|[.,][0-9]+)"
    r"(?P<exponent>[eE][+-]?[0-9]{1,4})?(?P<unit>[^0-9.,+\-]{0,12})\Z"
)
_CURRENCY_FIRST = re.compile(
    r"(?P<currency>[₩$€£¥]|￦|KRW|USD|EUR)\s*(?P<sign>[+-]?)\s*(?=[0-9.,])"
)
_GROUPED = {mark: re.compile(rf"[0-9]{{1,3}}(?:{re.escape(mark)}[0-9]{{3}})+\Z") for mark in ",.' "}
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3}\Z")
_PERCENT = ("%", "퍼센트")
_MONEY = frozenset({"₩", "원", "KRW", "¥", "円", "$", "USD", "€", "EUR", "£"})
# With these a number is a name: 3반 is a class of a school, and a shop 2호점 no more than 1호점.
_NAMING = frozenset({"반", "동", "호", "호기", "호실", "호점", "지구", "구역"})
_DAMAGED = "\N{REPLACEMENT CHARACTER}"
_LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number in a cell.

    Attributes:
        value: What it is; a percentage as its share, 5 % is 0.05.
        unit: What stands behind or before it: “%”, “kg”, “$”, or nothing.
    """

    value: float
    unit: str


def is_gap(cell: str, *, among_numbers: bool) -> bool:
    """Return whether a cell says that nothing is known, or was damaged and cannot say it."""
    if _DAMAGED in cell:
        return True
    if len(cell) > 12:
        return False
    return cell.lower() in (_GAP_WORDS_AMONG_NUMBERS if among_numbers else _GAP_WORDS)


def parse_number(cell: str, decimal: str) -> WrittenNumber | None:
    """Return the number in a cell, or None where there is none.

    Args:
        cell: The cell, without outer spaces.
        decimal: The decimal mark; the other one of “.” and “,” then groups digits.

    Example:
        >>> parse_number("1.200,5", ","), parse_number("1,200", "."), parse_number("7 %", ".")
        (WrittenNumber(value=1200.5, unit=''), WrittenNumber(value=1200.0, unit=''), \
WrittenNumber(value=0.07, unit='%'))
    """
    parts = _parts(cell)
    if parts is None:
        return None
    sign, digits, exponent, unit = parts
    plain = _plain_digits(digits, decimal)
    if plain is None:
        return None
    value = float(sign + plain + exponent)
    if not math.isfinite(value):
        return None
    if unit in _PERCENT:
        # Divided as a decimal number is: 7 % is 0.07 and not the neighbour of it.
        value, unit = float(f"{value!r}e-2") if "e" not in repr(value) else value / 100.0, "%"
    return WrittenNumber(value, unit)


def names_by_number(unit: str) -> bool:
    """Return whether numbers with such a unit are names, as those of classes of a school are."""
    return unit in _NAMING


def is_bracketed(cell: str) -> bool:
    """Return whether a number is written as accounts write negative ones: (1,200)."""
    return cell[:1] in {"(", "\N{FULLWIDTH LEFT PARENTHESIS}"}


def unit_of(cell: str) -> str:
    """Return what stands behind or before the number in a cell; nothing where there is none."""
    parts = _parts(cell)
    return "" if parts is None else parts[3]


def looks_like_number(cell: str) -> bool:
    """Return whether a cell is a number with the one decimal mark or the other."""
    return _parts(cell) is not None


def _parts(cell: str) -> tuple[str, str, str, str] | None:
    """Return sign, digits, exponent and unit as they are written."""
    if len(cell) > _LONGEST_NUMBER or not cell:
        return None
    if not cell.isascii():
        # Full-width digits and signs, and the many spaces, become the usual ones.
        cell = unicodedata.normalize("NFKC", cell.translate(_MINUS)).replace("’", "'").strip()
    minus = ""
    if cell[:1] == "(" and cell[-1:] == ")":
        # As accounts write what is less than nothing.
        minus, cell = "-", cell[1:-1].strip()
    first = _CURRENCY_FIRST.match(cell)
    currency = ""
    if first is not None:
        currency, cell = first["currency"], first["sign"] + cell[first.end() :]
    found = _NUMBER.match(cell)
    if found is None or (minus and found["sign"]):
        return None
    unit = found["unit"].strip() or found["currency"] or currency
    return minus or found["sign"], found["digits"].rstrip(), found["exponent"] or "", unit


def _plain_digits(digits: str, decimal: str) -> str | None:
    """Return digits as Python reads them: a point for the decimal mark, and nothing between."""
    grouping = COMMA if decimal == POINT else POINT
    whole, mark, fraction = digits.partition(decimal)
    if mark and not fraction.isdigit() and fraction:
        # With a decimal comma 1.5 is no group of digits: the point is one decimal mark more.
        return None
    for sign in (grouping, "'", " "):
        if sign not in whole:
            continue
        is_grouped = _GROUPED[sign].match(whole) or (sign == COMMA and _INDIAN.match(whole))
        if is_grouped:
            whole = whole.replace(sign, "")
        elif sign == POINT and not mark and whole.count(POINT) == 1:
            return whole if whole.replace(POINT, "").isdigit() else None
        else:
            return None
    return f"{whole}.{fraction}" if mark else whole


def decimal_evidence(cells: Iterable[str]) -> tuple[str | None, str]:
    """Return which decimal mark numbers are written with, and the first that leaves it open.

    Returns:
        The mark, or None where no cell decides; and a number such as “3,214”, which is either,
        or nothing.
    """
    open_cell, votes = "", {POINT: 0, COMMA: 0}
    for cell in cells:
        if COMMA not in cell and POINT not in cell:
            continue
        parts = _parts(cell)
        if parts is None:
            continue
        mark = _mark_of(parts[1])
        if mark is None and parts[3] in _MONEY:
            # Nobody pays a thousandth: what parts three digits of money groups them.
            mark = POINT if COMMA in parts[1] else COMMA
        if mark is not None:
            votes[mark] += 1
        elif not open_cell:
            open_cell = parts[0] + parts[1]
    if votes[POINT] == votes[COMMA]:
        return None, open_cell
    return (POINT if votes[POINT] > votes[COMMA] else COMMA), open_cell


def _mark_of(digits: str) -> str | None:
    """Return the decimal mark that digits can only be written with, or None."""
    places = {mark: digits.rfind(mark) for mark in (POINT, COMMA)}
    if min(places.values()) >= 0:
        return max(places, key=places.__getitem__)
    mark = POINT if places[POINT] >= 0 else COMMA
    other = COMMA if mark == POINT else POINT
    if digits.count(mark) > 1:
        return other
    whole, fraction = digits.split(mark)
    is_open = (
        len(fraction) == 3
        and 1 <= len(whole) <= 3
        and whole != "0" * len(whole)
        and whole[0] != "0"
    )
    return None if is_open else mark
