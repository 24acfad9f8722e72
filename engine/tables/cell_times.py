"""Times of day and durations as people write them in cells, as numbers that can be compared."""

from __future__ import annotations

import re
from collections.abc import Collection

_HALF = r"오전|오후|새벽|아침|낮|저녁|[AaPp]\.?\s?[Mm]\.?"
_TIME = re.compile(
    rf"(?:(?P<before>{_HALF})\s*)?(?P<hour>\d{{1,2}})"
    r"(?:(?P<clock>:)(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?"
    r"|(?P<named>\s*시)(?:\s*(?P<named_minute>\d{1,2})\s*분(?:\s*(?P<named_second>\d{1,2})\s*초)?"
    r"|\s*(?P<thirty>반))?)?"
    rf"(?:\s*(?P<after>{_HALF}))?\Z"
)
_LATE = frozenset({"오후", "낮", "저녁"})
_NAMED = {"정오": 12.0, "자정": 0.0, "noon": 12.0, "midnight": 0.0}
_AMOUNT = r"(\d+(?:\.\d+)?)\s*"
_DURATION = re.compile(
    rf"(?:{_AMOUNT}(?:시간|hours?|hrs?|h)\.?)?\s*(?:{_AMOUNT}(?:분|minutes?|mins?|m)\.?)?\s*"
    rf"(?:{_AMOUNT}(?:초|seconds?|secs?|s)\.?)?\Z",
    re.IGNORECASE,
)
_LONG_CLOCK = re.compile(r"(\d{1,4}):(\d{2}):(\d{2})(?:\.\d+)?\Z")
_CLOCK = re.compile(r"\d{1,4}:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?\Z")
_SHORT_CLOCK = re.compile(r"\d{1,4}:[0-5]\d\Z")
_LONGEST = 30
_HOURS_OF_DAY, _HOURS_OF_HALF, _MINUTES, _SECONDS = 24, 12, 60, 3600
# In seconds, from hours down.
_PARTS = (3600.0, 60.0, 1.0)
_MINUTE = 60.0
_LEAST_SHARE, _MOST_BEYOND = 0.8, 0.05


def parse_time(cell: str) -> float | None:
    """Return a time of day in hours since midnight, or None where a cell has none.

    Args:
        cell: The cell, without outer spaces.

    Example:
        >>> [parse_time(cell) for cell in ("09:30", "9:30 PM", "오전 9시 30분", "14시")]
        [9.5, 21.5, 9.5, 14.0]
    """
    if len(cell) > _LONGEST:
        return None
    found = _TIME.match(cell)
    if found is None:
        return _NAMED.get(cell.lower())
    if not (found["before"] or found["after"] or found["clock"] or found["named"]):
        return None
    hour = _hour(int(found["hour"]), found["before"], found["after"])
    minute = 30 if found["thirty"] else int(found["minute"] or found["named_minute"] or 0)
    second = int(found["second"] or found["named_second"] or 0)
    if hour is None or minute >= _MINUTES or second >= _MINUTES:
        return None
    hours = hour + minute / _MINUTES + second / _SECONDS
    return hours if hours <= _HOURS_OF_DAY else None


def _hour(hour: int, before: str | None, after: str | None) -> int | None:
    """Return the hour of the day of one in a half of it, as 21 of 9 PM; None where it is none."""
    half = (before or after or "").lower()
    if not half:
        return hour
    if (before and after) or not 1 <= hour <= _HOURS_OF_HALF:
        return None
    is_late = half[0] == "p" or half in _LATE
    return hour % _HOURS_OF_HALF + (_HOURS_OF_HALF if is_late else 0)


def time_text(hours: float) -> str:
    """Return hours since midnight as a time of day, such as ``09:30``, with seconds if it has any.

    Example:
        >>> time_text(9.5), time_text(21.508333333333333)
        ('09:30', '21:30:30')
    """
    seconds = round(hours * _SECONDS)
    minutes, rest = divmod(seconds, _MINUTES)
    clock = f"{minutes // _MINUTES:02d}:{minutes % _MINUTES:02d}"
    return f"{clock}:{rest:02d}" if rest else clock


def are_times(cells: Collection[str]) -> bool:
    """Return whether different cells that are no gaps are times of day.

    Hours alone, such as 14시, are numbers with a unit.
    """
    times = [cell for cell in cells if parse_time(cell) is not None]
    if len(times) < _LEAST_SHARE * len(cells) or not times:
        return False
    # Clocks that go on beyond a day measure something else.
    beyond = sum(1 for cell in cells if _CLOCK.match(cell) and parse_time(cell) is None)
    if beyond > _MOST_BEYOND * len(cells):
        return False
    return any(":" in cell or not cell[:-1].isdigit() for cell in times)


def parse_duration(cell: str) -> float | None:
    """Return a duration in minutes, or None where a cell has none.

    Args:
        cell: The cell, without outer spaces: hours, minutes and seconds with their units, or all
            three with colons.

    Example:
        >>> parse_duration("1시간 30분"), parse_duration("1h 30m"), parse_duration("26:10:30")
        (90.0, 90.0, 1570.5)
    """
    if not cell or len(cell) > _LONGEST:
        return None
    found = _LONG_CLOCK.match(cell) or _DURATION.match(cell)
    if found is None or not any(found.groups()):
        return None
    parts = zip(found.groups(), _PARTS, strict=True)
    return sum(float(part) * seconds for part, seconds in parts if part) / _MINUTE


def are_durations(cells: Collection[str]) -> bool:
    """Return whether different cells that are no gaps are durations, which clearly say so.

    Cells with one unit each, all the same, are numbers with a unit; and clocks are times of day
    where each could be one.
    """
    if sum(parse_duration(cell) is not None for cell in cells) < _LEAST_SHARE * len(cells):
        return False
    if any(_LONG_CLOCK.match(cell) for cell in cells):
        return not are_times(cells)
    shapes = [
        tuple(map(bool, found.groups())) for cell in cells if (found := _DURATION.match(cell))
    ]
    return len(set(shapes)) > 1 or any(sum(shape) > 1 for shape in shapes)


def is_unclear_clock(cells: Collection[str]) -> bool:
    """Return whether cells are clocks such as 75:30, of which nothing says what they count."""
    clocks = [cell for cell in cells if _SHORT_CLOCK.match(cell)]
    return bool(clocks) and len(clocks) >= _LEAST_SHARE * len(cells)
