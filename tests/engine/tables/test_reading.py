"""A table is read as its text says, all its problems are told at once, and choices are obeyed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import FileFormatError
from engine.tables import reading as reading_module
from engine.tables.choices import DELIMITERS, TableChoices, answered
from engine.tables.column import ColumnKind
from engine.tables.decoding import decode
from engine.tables.reading import read_table, reading
from engine.tables.table import Table
from tests.support.table_corpus import Specimen
from tests.support.table_specimens import SPECIMENS

_SMALL = [specimen for specimen in SPECIMENS if len(specimen.data) < 100_000]


def values(table: Table, name: str) -> list[float]:
    found = table.column(name).values
    assert found is not None
    return [float(value) for value in found]


def codes(table: Table) -> list[str]:
    return [told.code.removeprefix("table_") for told in table.remarks]


@pytest.mark.parametrize(
    ("cell", "decimal", "number"),
    [
        ("1.5", ".", 1.5), ("1,5", ",", 1.5), ("1.200,5", ",", 1200.5), ("1,200.5", ".", 1200.5),
        ("3,214", ".", 3214), ("3,214", ",", 3.214), ("1.234.567", ",", 1_234_567),
        ("12,34,567", ".", 1_234_567), ("1 234,5", ",", 1234.5), ("1'234.5", ".", 1234.5),
        ("1\u202f234", ".", 1234), ("1\xa0234", ".", 1234), ("−3", ".", -3), ("+1", ".", 1),
        ("１２．５", ".", 12.5), (".5", ".", 0.5), ("5.", ".", 5), ("1e-3", ".", 0.001),
        ("7.5", ",", 7.5), ("1e400", ".", None), ("1_000", ".", None), ("0x10", ".", None),
        ("1,2,3", ".", None), ("1.2.3", ".", None), ("12:30:5x", ".", None), ("inf", ".", None),
        ("1-2", ".", None), ("", ".", None), ("٣", ".", 3),
    ],
)  # fmt: skip
def test_a_number_is_read_as_people_write_it(cell: str, decimal: str, number: float | None) -> None:
    text = f"n;w\n{cell or '-'};a\n{cell or '-'};b\n"
    column = read_table(text, TableChoices(delimiter=";", decimal=decimal)).column("n")
    if number is None:
        assert column.kind in {ColumnKind.WORD, ColumnKind.EMPTY}
    else:
        assert column.kind is ColumnKind.NUMBER
        assert column.values is not None
        assert column.values[0] == number


def test_what_can_be_read_in_two_ways_is_asked_and_the_answer_obeyed() -> None:
    text = "a\tb\n3,214\tx\n1,500\ty\n"
    table = read_table(text)
    (asked,) = table.questions
    assert asked.sentence == "Column “a”: is 3,214 the number 3214 or 3.214?"
    assert (asked.taken, asked.is_answered, asked.column) == (".", False, "a")
    assert values(table, "a") == [3214, 1500]

    again = read_table(text, answered(table.taken, asked, ","))
    (asked,) = again.questions
    assert (asked.taken, asked.is_answered) == (",", True)
    assert values(again, "a") == [3.214, 1.5]


def test_one_number_that_is_clear_answers_for_the_whole_table() -> None:
    assert not read_table("a;b\n3,214;0,5\n1,500;0,25\n").questions
    assert not read_table('a,b\n"3,214",0.5\n"1,500",0.25\n').questions
    assert not read_table("a\tb\n$3,214\t1\n$1,500\t2\n").questions
    assert not read_table("a;b\n€ 3.214;1\n€ 1.500;2\n").questions
    assert not read_table("a\tb\n3,214\t1\n1,214,500\t2\n").questions


def test_dates_that_can_be_read_in_two_ways_are_asked() -> None:
    text = "when,x\n3/4/2024,1\n5/6/2024,2\n"
    table = read_table(text)
    (asked,) = table.questions
    assert asked.sentence == "Column “when”: is 3/4/2024 the day 2024-03-04 or 2024-04-03?"
    assert table.column("when").least == "2024-03-04"
    again = read_table(text, answered(TableChoices(), asked, value=True))
    assert again.column("when").least == "2024-04-03"
    assert not read_table("when,x\n3/4/2024,1\n25/6/2024,2\n").questions


@pytest.mark.parametrize(
    "cell",
    ["2024-03-01", "2024/3/1", "2024.03.01", "2024. 3. 1.", "2024년 3월 1일", "1.3.2024",
     "3/1/2024", "2024-03-01 00:00:00", "2024-03-01T00:00Z", "1 Mar 2024", "March 1, 2024",
     "1-Mar-24", "3/1/24", "2024. 3. 1 오전 12:00:00", "3/1/2024 12:00 AM"],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(cell: str) -> None:
    column = read_table(f'when;x\n"{cell}";1\n2024-03-03;2\n').column("when")
    assert column.kind is ColumnKind.DATE
    assert (column.least, column.greatest) == ("2024-03-01", "2024-03-03")


def test_days_that_are_none_are_no_dates() -> None:
    assert read_table("when;x\n2024-13-01;1\n2024-02-30;2\n").column("when").kind is ColumnKind.WORD
    assert read_table("date;x\n20240301;1\n20240302;2\n").column("date").kind is ColumnKind.DATE
    assert read_table("n;x\n20240301;1\n20240302;2\n").column("n").kind is ColumnKind.NUMBER


def test_all_problems_are_told_at_once_with_their_counts_and_lines() -> None:
    text = "x,x,y\n1,2,a\n3,b,a\n,4,b\n5,6\n7,8,b,9\n\n,,\n1,2,a\n2,1,b\n3,1,a\n4,1,b\n"
    table = read_table(text)
    told = {remark.code: remark for remark in table.remarks}
    assert told["table_same_names"].sentence.endswith("x.")
    assert (told["table_odd_rows"].count, told["table_odd_rows"].lines) == (2, (5, 6))
    assert told["table_empty_lines"].count == 2
    odd = told["table_no_numbers"]
    assert (odd.count, odd.lines, odd.column) == (1, (3,), "x (2)")
    assert table.column("x").gaps == 1
    assert table.lines == (2, 3, 4, 9, 10, 11, 12)


def test_the_lines_of_rows_are_those_of_the_text() -> None:
    table = read_table('# made\nn,x\n\n"a\nb",1\nc,2\n')
    assert table.lines == (4, 6)
    assert table.rows(0, 2) == (("a\nb", "1"), ("c", "2"))


@pytest.mark.parametrize("mark", ["#", "%"])
def test_comments_are_passed_over_and_can_be_rows(mark: str) -> None:
    text = f"{mark} one\na,b\n1,2\n{mark} two\n3,4\n"
    table = read_table(text)
    assert (len(table), codes(table), table.taken.comment) == (2, ["comments"], mark)
    assert "comments" not in codes(read_table(text, replace(table.taken, comment="")))


def test_a_header_can_be_a_sample_and_a_sample_a_header() -> None:
    without = read_table("1,2,0\n3,4,1\n5,6,0\n")
    assert (without.names, len(without), without.taken.has_header) == (("#1", "#2", "#3"), 3, False)
    forced = read_table("1,2,0\n3,4,1\n5,6,0\n", TableChoices(has_header=True))
    assert (forced.names, len(forced)) == (("1", "2", "0"), 2)
    words = read_table("a,b\n1,2\n3,4\n", TableChoices(has_header=False))
    assert (len(words), words.column("#1").kind) == (3, ColumnKind.WORD)


def test_a_wrong_choice_of_delimiter_still_gives_a_table() -> None:
    table = read_table("a,b\n1,2\n3,4\n", TableChoices(delimiter=";"))
    assert table.names == ("a,b",)


def test_units_stand_for_all_cells_of_a_column_or_for_none() -> None:
    table = read_table("h,w,code\n170 cm,60kg,A1\n180 cm,70 kg,A2\n165 cm,55kg,B1\n")
    assert [(column.kind.value, column.unit) for column in table.columns] == [
        ("number", "cm"), ("number", "kg"), ("word", ""),
    ]  # fmt: skip
    mixed = read_table("w\n60kg\n70 cm\n55 lb\n")
    assert mixed.column("w").kind is ColumnKind.WORD


@pytest.mark.parametrize("specimen", _SMALL, ids=lambda specimen: specimen.name)
def test_a_table_read_by_what_was_taken_is_the_same(specimen: Specimen) -> None:
    text = decode(specimen.data).text
    first = read_table(text)
    again = read_table(text, first.taken)
    assert again.names == first.names
    assert again.lines == first.lines
    assert [column.kind for column in again.columns] == [column.kind for column in first.columns]


@given(
    st.lists(
        st.tuples(
            st.floats(-1e6, 1e6),
            st.floats(allow_nan=False, allow_infinity=False),
            st.sampled_from(["a", "나", "c d", 'e "f"', "g,h", "i;j", "k\nl"]),
        ),
        min_size=1,
        max_size=20,
    ),
    st.sampled_from([mark for mark in DELIMITERS if mark != " "]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_what_is_written_as_a_table_is_read_back(
    rows: list[tuple[float, float, str]], delimiter: str, end: str
) -> None:
    cells = [[repr(x), repr(y), '"' + word.replace('"', '""') + '"'] for x, y, word in rows]
    text = end.join(delimiter.join(row) for row in [["p", "q", "word"], *cells])
    table = read_table(text, TableChoices(delimiter=delimiter, decimal="."))
    assert np.array_equal(values(table, "p"), [x for x, _, _ in rows])
    assert np.array_equal(values(table, "q"), [y for _, y, _ in rows])
    assert table.column("word").cells == tuple(word for _, _, word in rows)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "table_empty"),
        (" \n\n", "table_empty"),
        (",,\n,,\n", "table_empty"),
        ("# only\n", "table_no_rows"),
        ("a,b\n", "table_no_rows"),
        ("sep=,\n", "table_empty"),
        (",".join(["1"] * 1001), "table_columns"),
    ],
)
def test_what_has_no_samples_is_refused(text: str, code: str) -> None:
    with pytest.raises(FileFormatError) as caught:
        read_table(text)
    assert caught.value.code == code


def test_a_table_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    table = read_table("n,w\n1," + "x" * 300 + "\n2,y\n")
    assert codes(table) == ["long_cells"]
    assert len(table.column("w").cells[0]) == 200
    monkeypatch.setattr(reading_module, "MOST_CELLS", 3)
    with pytest.raises(FileFormatError, match="2 rows of 2 cells; at most 3 cells"):
        read_table("a,b\n1,2\n3,4\n")
    monkeypatch.setattr(reading_module, "MOST_LINES", 4)
    with pytest.raises(FileFormatError, match="more than 4 lines"):
        read_table("1,0\n" * 5)
    monkeypatch.setattr(reading_module, "MOST_CHARACTERS", 10)
    with pytest.raises(FileFormatError, match="20 characters; at most 10 are"):
        read_table("1,0\n" * 5)


def test_a_long_table_is_read_in_pieces_that_tell_how_far_they_are() -> None:
    text = "a,b\n" + "1,2\n" * 30_000
    shares = [record.share for record in reading(text)]
    assert len(shares) > 5
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
