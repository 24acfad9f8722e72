"""What an author does in the program is written into the files, and nothing else is touched."""

from __future__ import annotations

import tomllib

import pytest

from engine.errors import EngineError
from engine.lessons.editing import toml_value, with_opening, with_slip, with_solution, with_words
from engine.lessons.lesson import Command

STRUCTURE = """\
format = 1
# Kept.

[[step]]
id = "look"
[step.open]
space = "graph"
formula = "f = x*y"
hide = ["values"]

# About the next step.
[[step]]
id = "forward"
show = ["values"]
[step.ask]
kind = "number"
answer = "x*y"
[step.solution]
do = [
  ["set", "x", "2"],
]

[[step]]
id = "end"
"""

WORDS = """\
# Title

## look: Look
Body.

## forward: Forward
Body.
### ask
f =

## end: End
"""


def steps(text: str) -> dict[str, dict[str, object]]:
    return {step["id"]: step for step in tomllib.loads(text)["step"]}


def test_a_state_takes_the_place_of_what_a_step_opened() -> None:
    text = with_opening(STRUCTURE, "look", "graph", {"formula": "g = a + b", "values": {"a": 1.5}})
    assert steps(text)["look"]["open"] == {
        "space": "graph",
        "formula": "g = a + b",
        "values": {"a": 1.5},
        "hide": ["values"],
    }
    assert steps(text)["forward"] == steps(STRUCTURE)["forward"]
    assert "# Kept." in text
    assert "# About the next step." in text


def test_a_step_that_opened_nothing_opens_a_state() -> None:
    text = with_opening(STRUCTURE, "forward", "training", {"layers": [2, 1], "data": "xor"})
    found = steps(text)["forward"]
    assert found["open"] == {"space": "training", "layers": [2, 1], "data": "xor"}
    assert found["show"] == ["values"]
    assert found["ask"] == steps(STRUCTURE)["forward"]["ask"]
    assert steps(with_opening(STRUCTURE, "end", "graph", {}))["end"]["open"] == {"space": "graph"}


def test_a_solution_takes_the_place_of_another_or_comes_last() -> None:
    commands = [Command("set", ("b", "10")), Command("train")]
    for step in ("forward", "end"):
        text = with_solution(STRUCTURE, step, commands)
        assert steps(text)[step]["solution"] == {"do": [["set", "b", "10"], ["train"]]}
        others = set(steps(STRUCTURE)) - {step}
        assert all(steps(text)[other] == steps(STRUCTURE)[other] for other in others)


def test_a_long_solution_stands_on_lines_of_its_own() -> None:
    commands = [Command("set", ("weight", "0.123456789"))] * 9
    text = with_solution(STRUCTURE, "end", commands)
    assert max(map(len, text.splitlines())) < 100
    assert steps(with_solution(text, "end", commands[:1]))["end"]["solution"] == {
        "do": [["set", "weight", "0.123456789"]]
    }


def test_a_wrong_answer_is_added_to_its_step_with_its_words() -> None:
    text = with_slip(STRUCTURE, "forward", "added", gives="x + y")
    assert steps(text)["forward"]["slip"] == [{"name": "added", "gives": "x + y"}]
    again = with_slip(text, "forward", "half", gives="x*y/2")
    assert [slip["name"] for slip in steps(again)["forward"]["slip"]] == ["added", "half"]  # type: ignore[attr-defined]
    words = with_words(WORDS, "forward", "slip added", "You added.\nDo not.")
    assert words == WORDS.replace("f =\n", "f =\n### slip added\nYou added.\nDo not.\n")


def test_what_is_not_there_is_named() -> None:
    with pytest.raises(EngineError) as refused:
        with_slip(STRUCTURE, "nowhere", "a", gives="1")
    assert refused.value.code == "lesson_step_missing"
    with pytest.raises(EngineError) as refused:
        with_words(WORDS, "nowhere", "hint", "a")
    assert refused.value.code == "lesson_step_missing"


def test_values_come_back_as_they_were() -> None:
    value = {"a b": [1, -2.5, 1e-300, True], "c": {"d": 'q "x" \\ ø'}, "e": []}
    assert tomllib.loads(f"v = {toml_value(value)}")["v"] == value
    with pytest.raises(EngineError):
        toml_value(float("nan"))
