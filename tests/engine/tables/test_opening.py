"""A table's file is opened by choices that can be written down, read back and changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import FileFormatError
from engine.tables.choices import DELIMITERS, TableChoices
from engine.tables.encoding_table import ENCODINGS
from engine.training.datasets.table_opening import (
    OpenedTable,
    TableOpening,
    opening,
    read_opening,
    written_opening,
)
from engine.training.datasets.table_plan import TablePlan

CONTENT = "시간;출석;합격\n1,5;50;예\n2,5;60;아니오\n3,5;;예\n".encode("cp949")


def last(records: Iterator[float | OpenedTable]) -> OpenedTable:
    *before, found = records
    shares = [record for record in before if isinstance(record, float)]
    assert len(shares) == len(before)
    assert shares == sorted(shares)
    assert isinstance(found, OpenedTable)
    return found


def test_a_file_becomes_samples_that_know_it() -> None:
    chosen = TableOpening(encoding="cp949")
    found = last(opening(CONTENT, chosen))
    data = found.dataset("a.csv", CONTENT, chosen)
    assert data is not None
    assert data.inputs.tolist() == [[1.5, 50.0], [2.5, 60.0]]
    assert data.title == "a.csv"
    assert data.source is not None
    again = read_opening(data.source.choices)
    assert again == replace(chosen, plan=found.plan)
    same = last(opening(data.source.content, again)).dataset("a.csv", CONTENT, again)
    assert same is not None
    assert same.source == data.source


def test_what_is_wrong_with_the_plan_makes_no_samples() -> None:
    found = last(opening(CONTENT))
    without = found.planned_by(replace(found.plan, inputs=()))
    assert without.dataset("a.csv", CONTENT, TableOpening()) is None
    assert [told.code for told in without.planned.faults] == ["table_no_inputs"]


def test_a_plan_for_other_columns_is_made_anew() -> None:
    plan = TablePlan(("x",), ("y",), is_regression=True)
    found = last(opening(CONTENT, TableOpening(plan=plan), seed=4, other="기타"))
    assert found.plan.targets == ("합격",)
    assert (found.plan.seed, found.plan.other_name) == (4, "기타")
    kept = replace(found.plan, inputs=("시간",))
    assert last(opening(CONTENT, TableOpening(plan=kept))).plan == kept


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(FileFormatError, match="empty"):
        list(opening(b""))


names = st.lists(st.text(max_size=20), max_size=3).map(tuple)
plans = st.builds(
    TablePlan,
    names,
    names,
    is_regression=st.booleans(),
    as_words=names,
    most_rows=st.integers(1, 20_000),
    takes_first=st.booleans(),
    seed=st.integers(0, 999_999),
    kept_classes=st.sampled_from((0, 2, 9)),
    other_name=st.text(max_size=20),
)
choices = st.builds(
    TableChoices,
    st.none() | st.sampled_from(DELIMITERS),
    st.none() | st.booleans(),
    st.none() | st.sampled_from(".,"),
    st.none() | st.booleans(),
    st.none() | st.sampled_from(("", "#", "%")),
)
openings = st.builds(
    TableOpening, st.none() | st.sampled_from(sorted(ENCODINGS)), choices, st.none() | plans
)


@given(openings)
def test_choices_are_read_back_as_they_were_written(chosen: TableOpening) -> None:
    assert read_opening(written_opening(chosen)) == chosen


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"encoding": "klingon", "choices": {}}',
        written_opening(TableOpening()).replace('"delimiter": null', '"delimiter": "abc"'),
        written_opening(TableOpening()).replace('"decimal": null', '"decimal": 3'),
        written_opening(TableOpening(plan=TablePlan((), (), is_regression=True))).replace(
            '"targets": []', '"targets": [1]'
        ),
    ],
)
def test_damaged_choices_are_left_to_the_table(text: str) -> None:
    assert read_opening(text) == TableOpening()
