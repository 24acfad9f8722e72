"""At least one question of every kind, with the facts by which it is marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from engine.lessons.facts import Fact
from engine.lessons.lesson import Command, Opening, Slip, Step
from tests.engine.lessons.asking import condition, step

NUMBERS: Mapping[str, Fact] = {"x": -2.0, "y": 5.0, "z": -4.0}

A1: Mapping[str, Fact] = {
    "formula": "q = x + y; f = q*z",
    "value_x": -2.0,
    "value_y": 5.0,
    "value_z": -4.0,
}


@dataclass(frozen=True)
class Sample:
    """A question.

    Attributes:
        name: What failures call it.
        step: The step that asks it.
        facts: What is known by name.
    """

    name: str
    step: Step
    facts: Mapping[str, Fact]

    __hash__ = None  # type: ignore[assignment]  # its facts may hold arrays

    @property
    def kind(self) -> str:
        """The kind of the question."""
        assert self.step.ask is not None
        return self.step.ask.kind


SAMPLES = (
    Sample(
        "number",
        step(
            "number",
            Slip("added", gives="x + y + z"),
            Slip("first-product", gives="x + y*z"),
            answer="z*(x + y)",
            published=-12,
        ),
        NUMBERS,
    ),
    Sample(
        "number within",
        step(
            "number",
            Slip("whole-step", gives="z"),
            answer="0.1*z",
            within="abs(0.1*z)*0.02",
        ),
        NUMBERS,
    ),
    Sample(
        "matrix",
        step(
            "matrix",
            Slip("turned", gives="transpose(W)"),
            answer="2*W",
            shape="asked",
        ),
        {"W": 0.5 * np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])},
    ),
    Sample("sign", step("sign", Slip("value-sign", gives="-z"), answer="z"), NUMBERS),
    Sample("estimate", step("estimate", answer="solved_at", near=3), {"solved_at": 120.0}),
    Sample("estimate before", step("estimate", answer="solved_at"), {"solved_at": None}),
    Sample(
        "choice",
        step("choice", Slip("all", picks=("four",)), items=["two", "three", "four"], right="three"),
        {},
    ),
    Sample(
        "choices",
        step(
            "choices",
            Slip("count", picks=("more-weights",)),
            items=["bends", "more-weights", "two-lines", "faster"],
            right=["bends", "two-lines"],
        ),
        {},
    ),
    Sample(
        "order",
        step(
            "order",
            Slip("turned", picks=("gx", "gy", "gq", "gz")),
            items=["gx", "gy", "gz", "gq"],
            answer={"gx": "z", "gy": "z", "gz": "x + y", "gq": "z"},
        ),
        NUMBERS,
    ),
    Sample(
        "order by what it is taken for",
        step(
            "order",
            Slip("unsigned", by={"ox": "abs(x)", "oy": "abs(y)", "oz": "abs(z)"}),
            Slip("nowhere", by={"ox": "1/(x + 2)", "oy": "y", "oz": "z"}),
            Slip("smallest-first", by={"ox": "-x", "oy": "-y", "oz": "-z"}),
            items=["ox", "oy", "oz"],
            answer={"ox": "x", "oy": "y", "oz": "z"},
        ),
        NUMBERS,
    ),
    Sample(
        "order as it stands",
        step("order", items=["forward", "back", "step"], right=["forward", "back", "step"]),
        {},
    ),
    Sample(
        "spot",
        step(
            "spot",
            Slip("square", picks=("squares",)),
            items={
                "squares": {"says": "0.0484 + 0.0676", "is": "sum((W @ v)**2)"},
                "total": {"says": "0.46", "is": "sum((W @ v)**2)"},
            },
        ),
        {"W": np.array([[0.1, 0.5], [-0.3, 0.8]]), "v": np.array([0.2, 0.4])},
    ),
    Sample(
        "spot by name",
        step("spot", Slip("rate", picks=("a",)), items=["a", "b", "c"], right="b"),
        {},
    ),
    Sample("text", step("text"), {}),
    Sample(
        "table",
        step(
            "table",
            Slip("no-square", gives="abs(y - 27)", picks=("two", "square")),
            Slip("no-b", gives="26"),
            given={"two": {"hours": "2"}, "three": {"hours": "3"}},
            blanks={
                "two": {"prediction": "13*2 + 1", "square": "(27 - 25)**2"},
                "three": {"prediction": "13*3 + 1", "square": "(40 - 50)**2"},
            },
        ),
        {"y": 25.0},
    ),
    Sample("table of a list", step("table", blanks={"a": "x", "b": "2*y"}), NUMBERS),
    Sample(
        "point",
        step("point", Slip("mirror", gives="[2, 4]"), on="plane", answer="p", within="0.1"),
        {"p": np.array([-2.0, 4.0])},
    ),
    Sample("place", step("point", on="curve", answer="x", within="0.1"), NUMBERS),
    Sample(
        "line",
        replace(
            step(
                "point",
                Slip("two-only", when=(condition("right_of_line", "is", "2"),)),
                on="plane",
                points=2,
                judge=condition("right_of_line", "at_least", "3"),
            ),
            solution=(Command("answer", ("0.5, 0", "0, 0.5")),),
        ),
        {"data": "xor"},
    ),
    Sample(
        "curve",
        step(
            "curve",
            Slip("straight", gives="x"),
            on="loss",
            answer="a*x**2",
            within="0.05",
            to=2,
        ),
        {"a": 3.0},
    ),
    Sample(
        "curve by judgement",
        replace(
            step("curve", on="loss", judge=condition("curve_last", "below", "curve_first")),
            solution=(Command("answer", ("0, 3", "1, 2", "2, 1")),),
        ),
        {},
    ),
    Sample(
        "formula",
        step(
            "formula",
            Slip("no-y", gives="2*x"),
            same_as="2*x + y",
            variables=["x", "y"],
        ),
        {},
    ),
    Sample(
        "gradient",
        step("gradient", Slip("own-value", gives="z"), of="z"),
        {
            "formula": "q = x + y; f = q*z",
            "value_x": -2.0,
            "value_y": 5.0,
            "value_z": -4.0,
            "z": -4.0,
        },
    ),
    Sample(
        "gradient by the opening",
        replace(
            step("gradient", of="b"),
            opening=Opening("graph", {"formula": "(a + b)*(b + 1)", "values": {"a": "x", "b": 1}}),
        ),
        {"x": 2.0},
    ),
    Sample(
        "value",
        step("value", of="q"),
        A1,
    ),
    Sample(
        "canvas",
        step("canvas", **{"hides": "both", "pass": {"right": "all", "first_try": 4}}),
        {"formula": "e = (a + b)*(b + 1)", "value_a": 2.0, "value_b": 1.0},
    ),
)
