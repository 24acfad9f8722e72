"""At least one question of every kind, with the facts by which it is marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from engine.lessons.facts import Fact
from engine.lessons.lesson import Slip, Step
from tests.engine.lessons.asking import step

NUMBERS: Mapping[str, Fact] = {"x": -2.0, "y": 5.0, "z": -4.0}


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
        "order as it stands",
        step("order", items=["forward", "back", "step"], right=["forward", "back", "step"]),
        {},
    ),
)
