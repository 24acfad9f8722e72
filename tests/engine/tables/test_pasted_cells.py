"""What is pasted or typed as a table is taken apart as programs and people write it."""

from __future__ import annotations

import pytest

from engine.tables.pasted_cells import pasted_rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("1\t2\n3\t4", [["1", "2"], ["3", "4"]]),
        ("1;2\n\n3;4\n", [["1", "2"], ["3", "4"]]),
        (" 1,5 ;\t2", [["1,5 ;", "2"]]),
        ("0,5 1,5\n2 3", [["0,5", "1,5"], ["2", "3"]]),
        ("1, 2, 3", [["1", "2", "3"]]),
        ("1 , 2", [["1", "2"]]),
        ("1,2,3", [["1", "2", "3"]]),
        ("0,5", [["0,5"]]),
        ("a,b", [["a", "b"]]),
        ("1\N{NO-BREAK SPACE}2", [["1", "2"]]),
        ("1\n2 3", [["1"], ["2", "3"]]),
        (" , ,", [[""]]),
        (" \n", []),
    ],
)
def test_cells_stand_between_tabs_semicolons_spaces_or_commas(
    text: str, rows: list[list[str]]
) -> None:
    assert pasted_rows(text) == rows


def test_a_comma_divides_where_no_row_is_a_single_number() -> None:
    assert pasted_rows("1,2\n3,4", commas_divide=True) == [["1", "2"], ["3", "4"]]
    assert pasted_rows("0,5 1,5", commas_divide=True) == [["0,5", "1,5"]]
    # Where something else stands between the cells, the comma is the decimal mark everywhere.
    assert pasted_rows("1,5\t2\n2,5", commas_divide=True) == [["1,5", "2"], ["2,5"]]
