"""Data of one's own: drawn points, tables as text, and what is kept for the test."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import table_text
from engine.errors import EngineError, FileFormatError, SettingError
from engine.training.datasets import own
from engine.training.datasets.catalog import DATASETS
from engine.training.datasets.csv_data import preview_csv, read_csv
from engine.training.datasets.own import drawn_points, view_around
from engine.training.datasets.split import split_dataset
from engine.training.run.loop import train
from engine.training.run.run import TrainingRun


def test_drawn_points_are_a_data_set_with_a_view_around_them() -> None:
    data = drawn_points([[0, 0], [4, 2]], [0, 1], class_names=("no", "yes"))

    assert data.targets.tolist() == [[0], [1]]
    assert data.labels.tolist() == [0, 1]
    left, right, bottom, top = data.view
    assert (left < 0, right > 4, bottom < 0, top > 2) == (True,) * 4
    assert data.class_names == ("no", "yes")


def test_three_classes_have_a_column_each() -> None:
    data = drawn_points([[0, 0], [1, 0], [0, 1], [1, 1]], [2, 0, 1, 1])

    assert data.targets.tolist() == [[0, 0, 1], [1, 0, 0], [0, 1, 0], [0, 1, 0]]
    assert data.labels.tolist() == [2, 0, 1, 1]


def test_a_view_has_width_even_around_one_point_or_one_feature() -> None:
    assert view_around(np.array([[3.0, 5.0]])) == (2, 4, 4, 6)
    assert view_around(np.array([[0.0], [10.0]])) == (-1.5, 11.5, 0.0, 1.0)


@pytest.mark.parametrize(
    ("points", "labels", "sentence"),
    [
        ([], [], "at least one point"),
        ([[0, 0]], [0, 1], "a class for each row"),
        ([[0, np.nan], [0, 0]], [0, 1], "Point 1 has a coordinate"),
        ([[0, 0]], [-1], "Classes are whole numbers from 0 to 29, and -1 is none"),
        ([[0, 0]], [0.5], "and 0.5 is none"),
        ([[0, 0]], [30], "and 30 is none"),
    ],
)
def test_points_without_sense_are_refused(
    points: list[list[float]], labels: list[int], sentence: str
) -> None:
    with pytest.raises(SettingError, match=sentence):
        drawn_points(points, labels)


def test_too_many_points_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own, "MOST_POINTS", 3)
    with pytest.raises(SettingError, match="There are 4 points; at most 3"):
        drawn_points(np.zeros((4, 2)), [0, 1, 0, 1])


def test_a_network_learns_drawn_points() -> None:
    points = drawn_points([[-1, -1], [1, 1], [-1, 1], [1, -1]], [0, 0, 1, 1])
    run = replace(TrainingRun(), samples=points)

    *_, last = islice(train(run), 400)

    assert run.recipe.title == "Own data"
    assert np.array_equal(run.recipe.make(np.random.default_rng(0)).inputs, points.inputs)
    assert last.is_solved
    assert run.continues(replace(run, optimizer_settings={"learning_rate": 0.1}))
    assert not run.continues(TrainingRun())


COMMAS = "hours,sleep,passed\n1.5,8,no\n4,6,yes\n\n5,7.5,yes\n"
SEMICOLONS = "\ufeffhours;sleep;passed\r\n1,5;8;no\r\n4;6;yes\r\n5;7,5;yes\r\n"
TABS = 'hours\tsleep\tpassed\n1.5\t 8 \tno\n4\t6\t"yes"\n5\t7,5\tyes'


@pytest.mark.parametrize("text", [COMMAS, SEMICOLONS, TABS])
def test_a_table_is_read_with_either_delimiter_and_decimal_mark(text: str) -> None:
    data = read_csv(text)

    assert data.inputs.tolist() == [[1.5, 8], [4, 6], [5, 7.5]]
    assert data.targets.tolist() == [[0], [1], [1]]
    assert data.input_names == ("hours", "sleep")
    assert data.class_names == ("no", "yes")
    assert not data.is_regression


def test_a_table_without_a_header_has_numbered_columns() -> None:
    assert read_csv("1,2,0\n3,4,1\n5,6,1").input_names == ("1", "2")
    assert read_csv("1,2,cat\n3,4,dog").class_names == ("cat", "dog")


def test_the_target_can_stand_in_any_column() -> None:
    data = read_csv("y,a\n1,10\n0,20\n1,30", target="y")

    assert data.inputs.tolist() == [[10], [20], [30]]
    assert data.labels.tolist() == [1, 0, 1]


def test_quantities_are_a_regression_and_few_whole_numbers_are_classes() -> None:
    assert read_csv("x,y\n1,2\n2,4\n3,6").is_regression
    assert read_csv("x,y\n1,2.5\n2,2.5\n3,0.5").is_regression
    classes = read_csv("x,y\n1,10\n2,9\n3,10\n4,2")
    assert classes.class_names == ("2", "9", "10")
    assert classes.targets.shape == (4, 3)
    assert read_csv("x,y\n1,0\n2,1\n3,1", is_regression=True).targets.tolist() == [[0], [1], [1]]
    assert not read_csv("x,y\n1,2.5\n2,1.5", is_regression=False).is_regression


def test_quotes_hold_delimiters_and_doubled_quotes() -> None:
    data = read_csv('"a, first","b ""two"""\n1,"x, y"\n2,z')

    assert data.input_names == ("a, first",)
    assert data.class_names == ("x, y", "z")


@given(
    st.lists(
        st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6), st.sampled_from(["a", "b"])),
        min_size=2, max_size=20,
    ),
    st.sampled_from([(",", "."), (";", "."), (";", ","), ("\t", ",")]),
)  # fmt: skip
def test_numbers_survive_the_text(
    rows: list[tuple[float, float, str]], style: tuple[str, str]
) -> None:
    delimiter, mark = style
    rows = [(1.0, 2.0, "a"), (1.0, 2.0, "b"), *rows]
    cells = [[repr(x).replace(".", mark), repr(y).replace(".", mark), c] for x, y, c in rows]
    text = "\n".join(delimiter.join(row) for row in [["p", "q", "class"], *cells])

    assert read_csv(text).inputs.tolist() == [[x, y] for x, y, _ in rows]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The table is empty"),
        (" \n\n", "The table is empty"),
        ("a,b\n", "a header and no row below it"),
        ("a\n1\n2", "at least one input beside the target"),
        ("a,b\n1,2\n3", "Line 3 has 1 cells, and the first has 2"),
        ("a,b\n1,2\n3,4,5", "Line 3 has 3 cells"),
        ("a,b,c\n1,,0\n2,3,1", "Line 2, column “b”: the cell is empty, and a number"),
        ("a,b,c\n1,2,0\n2,x,1", "Line 3, column “b”: “x” is no finite number"),
        ("a,b,c\n1,2,0\n2,nan,1", "Line 3, column “b”: “nan” is no finite number"),
        ("a,b,c\n1,2,0\n2,1e999,1", "“1e999” is no finite number"),
        ("a,b,c\n1,2,0\n2,1_000,1", "“1_000” is no finite number"),
        ("a,b\n1,x\n2,\n3,y", "Line 3, column “b”: the cell is empty, and a class"),
        ("a,b\n1,x\n2,x", "names 1 class; 2 to 30"),
        ("a,b\n" + "\n".join(f"1,c{n}" for n in range(31)), "names 31 classes; 2 to 30"),
        ('a,b\n1,"x\n2,y', "Line 2 has a quotation mark that is never closed"),
        (",".join("abc" * 30) + "\n", "The table has 90 columns; at most 65 are"),
    ],
)
def test_a_table_that_cannot_be_read_is_answered_by_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(FileFormatError, match=sentence):
        read_csv(text)


def test_an_unknown_target_and_words_as_quantities_are_named() -> None:
    with pytest.raises(
        FileFormatError, match="no column “z”; the columns are: hours, sleep, passed"
    ):
        read_csv(COMMAS, target="z")
    with pytest.raises(FileFormatError, match="column “passed”: “no” is no finite number"):
        read_csv(COMMAS, is_regression=True)


def test_a_table_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_text, "MOST_ROWS", 3)
    with pytest.raises(FileFormatError, match="more than 3 rows"):
        read_csv("1,0\n" * 5)
    with pytest.raises(FileFormatError, match="Line 2 has a cell of 300 characters; at most 200"):
        read_csv("1,0\n" + "1" * 300 + ",0\n")
    monkeypatch.setattr(table_text, "MOST_CHARACTERS", 10)
    with pytest.raises(FileFormatError, match="20 characters; at most 10 are"):
        read_csv("1,0\n" * 5)


def test_a_split_keeps_every_sample_once_and_the_seed_fixes_it() -> None:
    data = DATASETS["circle"].make(np.random.default_rng(0))

    train_part, test_part = split_dataset(data, 0.25, seed=3)

    assert (len(train_part), len(test_part)) == (150, 50)
    together = {tuple(row) for part in (train_part, test_part) for row in part.inputs.tolist()}
    assert together == {tuple(row) for row in data.inputs.tolist()}
    assert np.array_equal(split_dataset(data, 0.25, seed=3)[1].inputs, test_part.inputs)
    assert not np.array_equal(split_dataset(data, 0.25, seed=4)[1].inputs, test_part.inputs)
    assert test_part.view == data.view


@pytest.mark.parametrize("share", [0.01, 0.99, -0.5, 1.5, float("nan")])
def test_a_split_that_leaves_a_part_empty_is_refused(share: float) -> None:
    data = DATASETS["xor"].make(np.random.default_rng(0))
    with pytest.raises(EngineError, match="choose a share between 0 and 1"):
        split_dataset(data, share)


def test_a_table_is_previewed_and_its_columns_are_chosen() -> None:
    text = "a,b,c,kind\n1,2,3,yes\n4,5,6,no\n"
    preview = preview_csv(text)
    assert preview.names == ("a", "b", "c", "kind")
    assert preview.lines == (2, 3)
    assert preview.rows == (("1", "2", "3", "yes"), ("4", "5", "6", "no"))
    assert preview.has_header

    data = read_csv(text, inputs=("a", "c"))
    assert data.input_names == ("a", "c")
    assert data.inputs.tolist() == [[1, 3], [4, 6]]
    with pytest.raises(FileFormatError, match="No column is chosen as an input"):
        read_csv(text, inputs=("kind",))


def test_the_first_row_can_be_called_a_header_or_a_sample() -> None:
    text = "1,2,0\n3,4,1\n5,6,0\n"
    assert not preview_csv(text).has_header
    assert preview_csv(text, has_header=True).names == ("1", "2", "0")
    assert len(read_csv(text)) == 3
    assert len(read_csv(text, has_header=True)) == 2
