"""What is proposed to be learnt from a table, what can be chosen, and the samples of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from engine.errors import FileFormatError
from engine.tables.reading import read_table
from engine.tables.table import Table
from engine.training.datasets.own import MOST_CLASSES, MOST_INPUTS
from engine.training.datasets.table_data import PlannedData, make_dataset
from engine.training.datasets.table_plan import (
    Coding,
    TablePlan,
    coding_of,
    input_count,
    propose,
    with_input,
    with_targets,
)
from engine.training.network.layers import MOST_UNITS

PEOPLE = """\
town,age,sex,when,class
Seoul,20,m,2024-03-01,a
Busan,30,f,2024-03-03,b
Seoul,40,f,2024-03-05,a
Daegu,50,m,2024-03-11,b
"""


def table_of(*columns: tuple[str, Sequence[object]]) -> Table:
    names = [name for name, _ in columns]
    rows = zip(*(cells for _, cells in columns), strict=True)
    return read_table("\n".join(",".join(map(str, row)) for row in [names, *rows]))


def codes(planned: PlannedData) -> list[str]:
    return [told.code.removeprefix("table_") for told in planned.remarks]


@pytest.mark.parametrize(
    ("text", "targets", "is_regression"),
    [
        ("a,b,c\n1,2.5,0\n2,3.5,1\n3,4.5,1\n4,5,0\n", "c", False),
        ("a,b,price\n1,2.5,100\n2,3.5,200\n3,4.5,150\n4,5,250\n", "price", True),
        ("species,a,b\nx,1,2.5\ny,2,3.5\nx,3,4.5\ny,5,6\n", "species", False),
        ("kind,a,b\nx,1,2.5\ny,2,3.5\nx,3,4.5\ny,5,6\n", "kind", False),
        ("a,class,b\n1,x,2.5\n2,y,3.5\n3,x,4.5\n5,y,6\n", "class", False),
        ("town,area,price\nx,1,2.5\ny,2,3.5\nx,3,4.5\ny,5,6\n", "price", True),
        ("등급,키,몸무게\nA,1,2.5\nB,2,3.5\nA,3,4.5\nB,5,6\n", "등급", False),
        ("a,b,date\n1,2.5,2024-01-01\n2,3.5,2024-01-02\n3,4,2024-01-05\n", "b", True),
        ("x,y,id\n1,2.5,1\n2,3.5,2\n3,4.5,3\n", "y", True),
        ("a,b,y1,y2\n1,2.5,1.5,3.5\n2,3.5,2.5,1\n3,4.5,3,9\n", "y1 y2", True),
        ("score,passed,note\n1,0,first\n2,1,b\n3,1,c\n4,0,d\n5,0,e\n6,1,f\n7,1,g\n8,1,h\n",
         "passed", False),
    ],
)  # fmt: skip
def test_the_target_is_found_wherever_it_stands(
    text: str, targets: str, is_regression: bool
) -> None:
    plan = propose(read_table(text))
    assert (" ".join(plan.targets), plan.is_regression) == (targets, is_regression)


@pytest.mark.parametrize(
    ("numbers", "is_regression"),
    [
        ([0, 1, 1, 0], False),
        ([1, 2, 3, 1, 2, 3], False),
        ([10, 20, 10, 20], False),
        ([10, 9, 10, 2], True),
        ([1, 2, 3, 4], True),
        ([0.5, 1.5, 0.5, 1.5], True),
        ([*range(11), *range(11)], True),
    ],
)
def test_few_whole_numbers_that_come_back_are_classes(
    numbers: list[object], is_regression: bool
) -> None:
    table = table_of(("x", [n + 0.5 for n in range(len(numbers))]), ("t", numbers))
    assert propose(table).is_regression == is_regression


def test_words_and_dates_become_inputs_as_it_is_said() -> None:
    table = read_table(PEOPLE)
    plan = propose(table)
    assert plan.inputs == ("town", "age", "sex")
    plan = with_input(table, plan, "when", is_taken=True)
    assert [coding_of(table.column(name), plan) for name in plan.inputs] == [
        Coding.ONE_HOT, Coding.NUMBER, Coding.ZERO_ONE, Coding.DAYS,
    ]  # fmt: skip
    assert input_count(table, plan) == 6
    planned = make_dataset(table, plan)
    data = planned.required()
    assert data.input_names == (
        "town = Busan", "town = Daegu", "town = Seoul", "age", "sex = m", "when",
    )  # fmt: skip
    assert data.inputs.tolist() == [
        [0, 0, 1, 20, 1, 0], [1, 0, 0, 30, 0, 2], [0, 0, 1, 40, 0, 4], [0, 1, 0, 50, 1, 10],
    ]  # fmt: skip
    assert data.class_names == ("a", "b")
    assert [told.sentence for told in planned.remarks] == [
        "“town” is coded one-hot, an input for each word: Busan, Daegu, Seoul.",
        "“sex” is coded as 0 for f and 1 for m.",
        "“when” is read as days since the first one.",
    ]


def test_numbers_can_be_coded_as_the_names_they_are() -> None:
    table = table_of(("district", [3, 1, 2, 10]), ("a", [1, 2, 3, 5]), ("class", list("xyxy")))
    plan = replace(propose(table), as_words=("district",))
    assert make_dataset(table, plan).required().input_names == (
        "district = 1", "district = 2", "district = 3", "district = 10", "a",
    )  # fmt: skip


def test_numbers_written_in_several_ways_are_one_class() -> None:
    text = "x,class\n1,1\n2,1.0\n3,+1\n4,0\n5,0.0\n6,2\n7,2\n"
    data = make_dataset(read_table(text), propose(read_table(text))).required()
    assert data.class_names == ("0", "1", "2")
    assert data.labels.tolist() == [1, 1, 1, 0, 0, 2, 2]


def test_another_target_frees_the_one_before() -> None:
    table = read_table(PEOPLE)
    plan = with_targets(table, propose(table), ("age",))
    assert (plan.targets, plan.is_regression) == (("age",), True)
    assert plan.inputs == ("town", "sex", "class")
    assert with_targets(table, plan, ("class",)) == propose(table)


def test_several_targets_are_a_column_each() -> None:
    table = read_table("a,b,y1,y2\n1,2.5,1.5,3.5\n2,3.5,2.5,1\n3,4.5,,9\n")
    planned = make_dataset(table, propose(table))
    assert planned.target_names == ("y1", "y2")
    assert planned.required().targets.tolist() == [[1.5, 3.5], [2.5, 1]]


def test_rows_with_gaps_are_left_out_where_the_column_is_used() -> None:
    table = read_table("a,b,t,class\n1,,x,p\n2,5,NA,q\n3,6,y,\n4,7,x,q\n5,8,y,p\n")
    planned = make_dataset(table, propose(table))
    (told, _) = planned.remarks
    assert told.sentence == "3 rows of 5 left out, with gaps in: b, t, class."
    assert told.lines == (2, 3, 4)
    assert planned.lines == (5, 6)
    fewer = make_dataset(table, replace(propose(table), inputs=("a",)))
    assert len(fewer.required()) == 4


def test_more_rows_than_the_most_are_drawn_by_the_seed_or_are_the_first() -> None:
    table = table_of(("x", [n + 0.5 for n in range(50)]), ("class", ["p", "q"] * 25))
    plan = replace(propose(table), most_rows=10)
    drawn, again = (make_dataset(table, plan) for _ in range(2))
    assert drawn.lines == again.lines
    assert len(drawn.required()) == 10
    assert drawn.lines != make_dataset(table, replace(plan, seed=1)).lines
    assert drawn.lines == tuple(sorted(drawn.lines))
    first = make_dataset(table, replace(plan, takes_first=True))
    assert first.lines == tuple(range(2, 12))
    assert (codes(drawn), codes(first)) == (["random_rows"], ["first_rows"])


def test_rare_classes_can_be_taken_together() -> None:
    names = [f"c{n % 40:02d}" for n in range(200)] + ["c00", "c01"]
    table = table_of(("x", [n + 0.5 for n in range(202)]), ("class", names))
    plan = with_targets(table, propose(table), ("class",), inputs=("x",))
    refused = make_dataset(table, plan)
    assert codes(refused) == ["classes"]
    with pytest.raises(FileFormatError, match="names 40 classes; at most 30 .* most frequent"):
        refused.required()
    planned = make_dataset(table, replace(plan, kept_classes=2, other_name="기타"))
    assert planned.required().class_names == ("c00", "c01", "기타")
    assert planned.remarks[0].count == 190
    assert len(make_dataset(table, replace(plan, kept_classes=99)).required().class_names) == 30


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({"inputs": ()}, "no_inputs"),
        ({"targets": ()}, "no_target"),
        ({"targets": (), "inputs": ()}, "no_target no_inputs"),
        ({"targets": ("age",), "is_regression": True}, "target_is_input"),
        ({"is_regression": True}, "words_to_meet"),
        ({"targets": ("class", "age"), "inputs": ("sex",)}, " ".join(["many_class_targets"] * 2)),
    ],
)  # fmt: skip
def test_all_faults_of_a_plan_are_told_at_once(change: dict[str, object], faults: str) -> None:
    table = read_table(PEOPLE)
    planned = make_dataset(table, replace(propose(table), **change))  # type: ignore[arg-type]
    assert [told.code.removeprefix("table_") for told in planned.faults] == faults.split()
    assert planned.dataset is None


def test_what_rows_leave_nothing_to_learn_is_said() -> None:
    gaps = read_table("a,b,class\n1,,x\n2,,y\n,3,x\n,4,y\n")
    plan = TablePlan(("class",), ("a", "b"), is_regression=False)
    assert codes(make_dataset(gaps, plan))[0] == "only_gaps"
    same = read_table("a,class\n1,x\n2,x\n,y\n")
    plan = TablePlan(("class",), ("a",), is_regression=False)
    assert codes(make_dataset(same, plan)) == ["one_class", "rows_with_gaps"]
    empty = read_table("a,e,class\n1,,x\n2,,y\n")
    plan = TablePlan(("e",), ("a", "e"), is_regression=False)
    assert codes(make_dataset(empty, plan))[-1] == "input_empty"
    with pytest.raises(FileFormatError, match="no column “z”; the columns are: a, e, class"):
        make_dataset(empty, replace(plan, inputs=("z",)))


def test_a_network_has_room_for_the_inputs_that_are_proposed() -> None:
    assert MOST_INPUTS <= MOST_UNITS
    assert MOST_CLASSES <= MOST_UNITS
    many = table_of(*((f"c{n}", [n, 1, 2, 3]) for n in range(100)), ("class", list("xyxy")))
    plan = propose(many)
    assert len(plan.inputs) == MOST_INPUTS
    wide = replace(plan, inputs=many.names[:-1])
    assert [told.code for told in make_dataset(many, wide).faults] == ["table_many_inputs"]
