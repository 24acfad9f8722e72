"""Small lessons, as the reader would make them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.lessons.lesson import (
    Condition,
    Detour,
    Draw,
    DrawnNumber,
    Lesson,
    Opening,
    Slip,
    Step,
    Words,
)
from tests.engine.lessons.asking import step

WAITS = Condition("is", "grad_a", {"is": "10"})


def asks(name: str, **changes: Any) -> Step:
    """Return a step that asks for x + y."""
    plain = step("number", Slip("product", gives="x*y"), answer="x + y")
    return replace(plain, **{"id": name, "skill": "adding", "revision": f"{name}-1", **changes})


LESSON = Lesson(
    id="sums",
    course=(),
    skills=("adding", "waiting"),
    needs=(),
    minutes=5,
    next="",
    easier="",
    draw=Draw(
        {"x": 2.0, "y": 5.0},
        (DrawnNumber("x", (2.0, 3.0, 4.0, 7.0)), DrawnNumber("y", (5.0, 6.0, 8.0, 9.0))),
    ),
    steps=(
        Step("look", opening=Opening("graph", {"formula": "x + y"}), revision="look-1"),
        asks("sum", detour=Detour(("product",), "smaller")),
        Step("smaller", wait=WAITS, is_detour=True, revision="smaller-1"),
        asks("then", wait=WAITS),
        Step("waits", wait=WAITS, skill="waiting", revision="waits-1"),
        asks("alone", is_fresh=True),
    ),
    words={"en": Words("en", "Sums")},
    revision="sums-1",
)
