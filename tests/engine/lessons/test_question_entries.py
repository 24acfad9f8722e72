"""What stands in a question's table: what is read, and what is named as wrong."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.lessons.questions.catalog import QUESTIONS
from tests.engine.lessons.asking import read


@pytest.mark.parametrize(
    ("kind", "table", "codes"),
    [
        ("number", {"answer": "x", "kind": "number"}, []),
        ("number", {"answer": 3}, []),
        ("number", {}, ["ask_missing_key"]),
        ("number", {"answer": "x", "wihtin": "1"}, ["ask_unknown_key"]),
        ("number", {"answer": "x +"}, ["ask_formula"]),
        ("number", {"answer": True}, ["ask_wanted"]),
        ("number", {"answer": float("inf")}, ["ask_wanted"]),
        ("number", {"answer": "x", "digits": 0}, ["ask_wanted"]),
        ("number", {"answer": "x", "digits": 2, "within": "1"}, ["ask_not_both"]),
        (
            "number",
            {"wihtin": 1, "digits": "2"},
            ["ask_unknown_key", "ask_wanted", "ask_missing_key"],
        ),
        ("matrix", {"answer": "W", "shape": "hidden"}, ["ask_wanted"]),
        ("choice", {"items": [], "right": "a"}, ["ask_wanted"]),
        ("choice", {"items": ["a b"], "right": "a"}, ["ask_wanted"]),
        ("choice", {"items": ["a", "a"], "right": "a"}, ["ask_twice"]),
        ("choice", {"items": ["a", "b"], "right": "c"}, ["ask_no_item"]),
        ("choices", {"items": ["a", "b"], "right": ["a", "c"]}, ["ask_no_item"]),
        ("order", {"items": ["a", "b"]}, ["ask_one_of"]),
        ("order", {"items": ["a", "b"], "right": ["a", "b"], "answer": {"a": "1"}}, ["ask_one_of"]),
        ("order", {"items": ["a", "b"], "answer": {"a": "1"}}, ["ask_no_item"]),
        ("order", {"items": ["a"], "answer": {"a": "1", "c": "2"}}, ["ask_no_item"]),
        ("order", {"items": ["a"], "answer": "1"}, ["ask_wanted"]),
        ("spot", {"items": ["a", "b"]}, ["ask_spot"]),
        ("spot", {"items": ["a", "b"], "right": "c"}, ["ask_no_item"]),
        ("spot", {"items": {"a": {"says": "1"}}}, ["ask_wanted"]),
        ("spot", {"items": {"a": {"says": "1", "is": "2"}}, "right": "a"}, ["ask_spot"]),
        ("spot", {"items": "a"}, ["ask_wanted"]),
        ("table", {"blanks": {}}, ["ask_wanted"]),
        ("table", {"blanks": {str(number): 1 for number in range(41)}}, ["ask_wanted"]),
        ("table", {"blanks": {"a": "1"}, "given": {"a": "2"}}, ["ask_cell_twice"]),
        ("table", {"blanks": {"a": "1", "b": {"c": "2"}}}, ["ask_cells_mixed"]),
        ("point", {"on": "plane"}, ["ask_judge"]),
        ("point", {"on": "plane", "answer": "1"}, ["ask_within"]),
        ("point", {"on": "plane", "answer": "1", "within": 1, "points": 99}, ["ask_wanted"]),
        ("curve", {"on": "loss", "answer": "x", "within": 1, "points": 2}, ["ask_wanted"]),
        ("formula", {"same_as": "x", "variables": ["x"], "forbid": ["quux"]}, ["ask_no_item"]),
        ("formula", {"same_as": "x", "variables": ["x"], "forbid": ["tanh", "x"]}, []),
        ("formula", {"same_as": "x", "variables": ["x", "exp"]}, ["ask_variable"]),
        ("gradient", {"of": ""}, ["ask_wanted"]),
        ("canvas", {"pass": {"right": "some"}}, ["ask_wanted"]),
        ("canvas", {"pass": {"wrong": 1}}, ["ask_wanted"]),
        ("canvas", {"hides": "everything"}, ["ask_wanted"]),
        ("text", {"answer": "x"}, ["ask_unknown_key"]),
    ],
)
def test_entries_that_are_wrong_are_named(
    kind: str, table: dict[str, Any], codes: list[str]
) -> None:
    _, faults = QUESTIONS[kind].read_arguments(table, len, no_condition)
    assert [item.code for item in faults] == codes
    assert all(item.sentence for item in faults)


def no_condition(value: object, _line: int) -> Any:
    return value, ()


def test_a_fault_tells_the_line_of_its_entry() -> None:
    _, faults = QUESTIONS["number"].read_arguments(
        {"answer": "x +", "more": 1}, {"answer": 12, "more": 13, "": 11}.__getitem__, no_condition
    )
    assert [item.line for item in faults] == [12, 13]
    assert [str(item).partition(" ")[0] for item in faults] == [
        "lesson.toml:12:",
        "lesson.toml:13:",
    ]


@given(
    st.sampled_from(sorted(QUESTIONS)),
    st.dictionaries(
        st.sampled_from(
            [
                "answer",
                "items",
                "right",
                "blanks",
                "given",
                "on",
                "of",
                "pass",
                "same_as",
                "variables",
                "forbid",
                "within",
                "points",
                "kind",
            ]
        ),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.text(max_size=5), inner, max_size=3)
            ),
            max_leaves=6,
        ),
    ),
)
def test_no_table_stops_reading(kind: str, table: dict[str, Any]) -> None:
    _, faults = QUESTIONS[kind].read_arguments(table, lambda _name: 1, no_condition)
    assert all(item.sentence for item in faults)


def test_every_kind_says_which_items_the_words_must_name() -> None:
    items = {name: QUESTIONS[name].items for name in QUESTIONS}
    assert items["number"]({}) == ()
    assert items["choice"]({"items": ("a", "b")}) == ("a", "b")
    table, _ = read("table", blanks={"two": {"square": "4"}}, given={"two": {"hours": "2"}})
    assert items["table"](table.arguments) == ("two", "hours", "square")
    spot, _ = read("spot", items={"a": {"says": "1", "is": "2"}})
    assert items["spot"](spot.arguments) == ("a",)
