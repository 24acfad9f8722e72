"""What says that nothing is known costs its row, leads to its cell, or is a word of its own."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.tables.reading import read_table
from engine.tables.table import Table
from engine.training.datasets.table_data import make_dataset
from engine.training.datasets.table_opening import TableOpening, read_opening, written_opening
from engine.training.datasets.table_plan import propose

SPELLINGS = (
    "", "?", "-", "NA", "n/a", "nan", "NULL", "nil", "--", ".", "#N/A", "#DIV/0!", "결측", "미상",
)  # fmt: skip
OF_NUMBERS = ("none", "없음", "결시", "미응시")


def table_with(gap: str, *, among_words: bool, count: int = 1) -> Table:
    rows = []
    for number in range(1, 31):
        is_gap = number > 30 - count
        word = gap if among_words and is_gap else ("red", "blue", "green")[number % 3]
        size = gap if not among_words and is_gap else str(number * 7 % 10)
        rows.append(f"{word},{size},{number % 4},{('yes', 'no')[number % 2]}")
    return read_table("\n".join(["colour,size,n,passed", *rows]))


@pytest.mark.parametrize("among_words", [False, True])
def test_every_spelling_of_a_gap_is_counted_and_leads_to_its_cell(among_words: bool) -> None:
    for gap in (*SPELLINGS, *(() if among_words else OF_NUMBERS)):
        table = table_with(gap, among_words=among_words)
        name = "colour" if among_words else "size"
        column = table.column(name)
        planned = make_dataset(table, propose(table))
        told = next(each for each in planned.remarks if each.code == "table_rows_with_gaps")
        assert planned.dataset is not None, gap
        assert (column.gaps, column.unreadable, len(planned.dataset)) == (1, 0, 29), gap
        assert (told.count, told.column) == (1, name), gap
        assert column.cells[table.lines.index(told.lines[0])] == gap


@pytest.mark.parametrize(("gap", "called"), [("?", "?"), ("NA", "NA"), ("", "unknown")])
def test_many_gaps_among_words_are_a_word_of_their_own(gap: str, called: str) -> None:
    table = table_with(gap, among_words=True, count=10)
    plan = propose(table)
    assert plan.gap_words == ("colour",)
    planned = make_dataset(table, plan)
    data = planned.dataset
    assert data is not None
    assert len(data) == 30
    place = data.input_names.index(f"colour = {called}")
    assert np.count_nonzero(data.inputs[:, place]) == 10
    without = make_dataset(table, replace(plan, gap_words=())).dataset
    assert without is not None
    assert len(without) == 20
    assert len(without.input_names) == len(data.input_names) - 1


def test_gaps_in_the_target_can_be_a_class_but_are_none_by_themselves() -> None:
    rows = [f"{n},{n % 7},{('a', 'b', '?')[n % 3]}" for n in range(30)]
    table = read_table("\n".join(["x,y,class", *rows]))
    plan = propose(table)
    planned = make_dataset(table, plan)
    assert planned.dataset is not None
    assert planned.dataset.class_names == ("a", "b")
    chosen = make_dataset(table, replace(plan, gap_words=("class",))).dataset
    assert chosen is not None
    assert chosen.class_names == ("a", "b", "?")
    assert len(chosen) == 30


def test_the_choice_is_written_down_and_read_back() -> None:
    table = table_with("?", among_words=True, count=10)
    plan = replace(propose(table), unknown_name="모름")
    assert read_opening(written_opening(TableOpening(plan=plan))).plan == plan


def test_beside_a_plus_a_minus_is_a_word() -> None:
    rows = [f"{n},{n * 3 % 7},{'+-'[n % 2]}" for n in range(20)]
    planned = make_dataset(table := read_table("\n".join(["x,y,class", *rows])), propose(table))
    assert planned.dataset is not None
    assert set(planned.dataset.class_names) == {"+", "-"}
    assert len(planned.dataset) == 20
