"""Times of day and durations in cells are numbers whose unit is said; what is unclear is not."""

from __future__ import annotations

import pytest

from engine.tables.column import Column, ColumnKind
from engine.tables.reading import read_table


def column(*cells: str) -> Column:
    """Return a column of cells; among rows enough that they are no names of rows."""
    rows = [f"{cell};{number}" for number, cell in enumerate(cells)]
    return read_table("\n".join(["when;n", *rows])).column("when")


@pytest.mark.parametrize(
    ("cell", "hours"),
    [
        ("09:30", 9.5), ("9:30", 9.5), ("0:15", 0.25), ("24:00", 24.0), ("23:59:30", 23.991667),
        ("9:30 PM", 21.5), ("9:30pm", 21.5), ("12:15 a.m.", 0.25), ("12 PM", 12.0), ("9 AM", 9.0),
        ("오전 9시 30분", 9.5), ("오후 2:10", 14.166667), ("오전 12시 5분", 0.083333),
        ("14시 30분", 14.5), ("9시 반", 9.5), ("저녁 7시", 19.0), ("정오", 12.0),
    ],
)  # fmt: skip
def test_a_time_of_day_is_hours_since_midnight(cell: str, hours: float) -> None:
    found = column(cell, "10:45", cell)
    assert found.kind is ColumnKind.TIME
    assert found.values is not None
    assert found.values[0] == pytest.approx(hours, abs=1e-6)
    told = [remark.sentence for remark in found.remarks]
    assert any("hours since midnight" in sentence for sentence in told)


@pytest.mark.parametrize(
    ("cells", "minutes"),
    [
        (("1시간 30분", "45분", "2시간"), 90.0),
        (("1h 30m", "20m", "2h"), 90.0),
        (("2 hours 15 min", "1 hour"), 135.0),
        (("26:10:30", "1:00:00"), 1570.5),
        (("1분 30초", "50초"), 1.5),
    ],
)
def test_a_duration_is_minutes(cells: tuple[str, ...], minutes: float) -> None:
    found = column(*cells)
    assert found.kind is ColumnKind.NUMBER
    assert found.values is not None
    assert found.values[0] == pytest.approx(minutes)
    assert [remark.code for remark in found.remarks] == ["table_durations"]


@pytest.mark.parametrize("cells", [("14시", "9시"), ("30분", "45분"), ("90 min", "45 min")])
def test_numbers_with_one_unit_stay_what_they_are(cells: tuple[str, ...]) -> None:
    found = column(*cells)
    assert [remark.code for remark in found.remarks] == ["table_unit"]


def test_clocks_beyond_a_day_stay_words_with_the_reason() -> None:
    found = column("12:05", "75:30", "31:10")
    assert found.kind is ColumnKind.WORD
    assert found.reason is not None
    assert found.reason.code == "table_column_clocks"
    assert "75:30" in found.reason.sentence


def test_the_ends_of_a_range_are_written_as_times() -> None:
    found = column("9:30 PM", "오전 8시 5분", "?", "12:00:30")
    assert (found.least, found.greatest, found.gaps) == ("08:05", "21:30", 1)


@pytest.mark.parametrize(
    "cell", ["3:2", "1:99", "25:10", "13 PM", "0 AM", "오전 오후 3시", "9:30 PM PM"]
)
def test_what_is_no_time_is_none(cell: str) -> None:
    assert column(cell, cell, "no").kind is ColumnKind.WORD
