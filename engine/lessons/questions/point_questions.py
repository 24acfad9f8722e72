"""Questions for points in a picture: one, several, or those of a curve."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from engine.arrays import Array
from engine.errors import ValueFormatError
from engine.formula.value_reader import read_number, read_numbers
from engine.lessons.answer import Answer, Marked, Outcome, parts_of
from engine.lessons.facts import Fact
from engine.lessons.lesson import Slip
from engine.lessons.questions.asked import Asked
from engine.lessons.questions.keys import (
    PUBLISHED,
    WITHIN,
    read_formula,
    read_item,
    read_whole,
)
from engine.lessons.questions.picture_facts import curve_facts, line_facts
from engine.lessons.questions.question_kind import Key, KeyFaultError, QuestionKind
from engine.lessons.questions.rounding import typed_text
from engine.lessons.questions.typed_numbers import shown_text
from engine.quoting import brief

_MOST_POINTS = 200
_FEWEST_OF_CURVE = 3
_SHOWN_OF_CURVE = 9
_VARIABLE = "x"
_BRACKETS = str.maketrans({"(": " ", ")": " ", "[": " ", "]": " ", ";": ","})


def read_point(text: str) -> tuple[float, float]:
    """Read a point as it is typed: ``1, 2`` or ``(1, 2)``.

    Raises:
        ValueFormatError: It is none (code ``answer_point``), or a number cannot be read.
    """
    inner = text.translate(_BRACKETS).strip().strip(",")
    read = read_numbers(f"[{inner}]", read_number) if inner else []
    numbers = [item for item in read if isinstance(item, float)] if isinstance(read, list) else []
    if len(numbers) != 2:
        raise ValueFormatError(
            "answer_point",
            f"“{brief(text)}” is no point; write two numbers such as 1, 2.",
            text=brief(text),
        )
    return numbers[0], numbers[1]


def _mark_points(asked: Asked, answer: Answer) -> Marked:
    count = int(asked.arguments.get("points", 1))
    points = _points(answer)
    if len(points) != count:
        raise _wrong_count(count, len(points))
    facts = _place_facts(points)
    if asked.arguments.get("on") == "plane" and count == 2:
        facts.update(line_facts(points, asked.facts))
    return _marked(asked, points, facts)


def _mark_curve(asked: Asked, answer: Answer) -> Marked:
    least = int(asked.arguments.get("points", _FEWEST_OF_CURVE))
    points = _points(answer)
    if len(points) < least:
        raise _wrong_count(least, len(points))
    points = points[np.argsort(points[:, 0], kind="stable")]
    if (np.diff(points[:, 0]) <= 0.0).any():
        raise ValueFormatError(
            "answer_curve", "Two points of a curve may not stand above each other."
        )
    return _marked(asked, points, {**_place_facts(points), **curve_facts(points)})


def _points(answer: Answer) -> Array:
    texts = [text for text in parts_of(answer) if text.strip()][: _MOST_POINTS + 1]
    if len(texts) > _MOST_POINTS:
        raise _wrong_count(_MOST_POINTS, len(texts))
    return np.asarray([read_point(text) for text in texts], dtype=np.float64)


def _wrong_count(wanted: int, found: int) -> ValueFormatError:
    return ValueFormatError(
        "answer_points",
        f"The number of points asked for is {wanted}, and these are {found}.",
        count=wanted,
        found=found,
    )


def _place_facts(points: Array) -> dict[str, Fact]:
    facts: dict[str, Fact] = {"answer": points[0] if len(points) == 1 else points}
    if len(points) == 1:
        facts["point_x"], facts["point_y"] = (float(number) for number in points[0])
    for place, (x, y) in enumerate(points, 1):
        facts[f"point_x_{place}"], facts[f"point_y_{place}"] = float(x), float(y)
    return facts


def _marked(asked: Asked, points: Array, facts: Mapping[str, Fact]) -> Marked:
    repeated = "; ".join(shown_text(_text(point)) for point in points)
    if _is_right(asked, points, facts):
        return Marked(Outcome.RIGHT, repeated, facts=facts)
    slips = (slip.name for slip in asked.slips if _is_slip(asked, slip, points))
    return Marked(Outcome.WRONG, repeated, slip=next(slips, ""), facts=facts)


def _is_right(asked: Asked, points: Array, facts: Mapping[str, Fact]) -> bool:
    if "judge" in asked.arguments:
        return asked.judges(asked.arguments["judge"], facts)
    return _is_near(asked, asked.arguments["answer"], points)


def _is_slip(asked: Asked, slip: Slip, points: Array) -> bool:
    return (
        bool(slip.gives) and "answer" in asked.arguments and (_is_near(asked, slip.gives, points))
    )


def _is_near(asked: Asked, formula: str, points: Array) -> bool:
    truth = _true_points(asked, formula, points)
    # Of a single number only the place on the x-axis is asked for.
    off = points[:, : truth.shape[1]] - truth
    return bool((np.hypot.reduce(off, axis=1) <= asked.number("within")).all())


def _true_points(asked: Asked, formula: str, points: Array) -> Array:
    """Return where the points should be: of shape (points, 2), or (points, 1) for x alone."""
    if asked.kind == "curve":
        return np.column_stack((points[:, 0], _heights(asked, formula, points[:, 0])))
    array = asked.array(formula)
    count = len(points)
    if array.size == 2 * count:
        return array.reshape(count, 2)
    if array.size == count:
        return array.reshape(count, 1)
    raise _wrong_count(count, array.size // 2)


def _heights(asked: Asked, formula: str, places: Array) -> Array:
    at = [asked.knowing({_VARIABLE: float(place)}).array(formula) for place in places]
    return np.asarray([float(height.reshape(-1)[0]) for height in at])


def _truth(asked: Asked) -> Answer | None:
    if "answer" not in asked.arguments:
        return None
    return _written(asked, asked.arguments["answer"])


def _written(asked: Asked, formula: str) -> Answer:
    if asked.kind == "curve":
        places = np.linspace(asked.number("from"), asked.number("to", 1.0), _SHOWN_OF_CURVE)
        points = np.column_stack((places, _heights(asked, formula, places)))
    else:
        points = _true_points(asked, formula, np.zeros((asked.arguments.get("points", 1), 2)))
    if points.shape[1] == 1:
        points = np.column_stack((points, np.zeros(len(points))))
    return tuple(_text(point) for point in points)


def _text(point: Array) -> str:
    return f"{typed_text(point[0])}, {typed_text(point[1])}"


def _slip_answers(asked: Asked) -> Mapping[str, Answer]:
    if "answer" not in asked.arguments:
        return {}
    return {slip.name: _written(asked, slip.gives) for slip in asked.slips if slip.gives}


def _check(arguments: Mapping[str, Any]) -> None:
    if ("answer" in arguments) == ("judge" in arguments):
        raise KeyFaultError(
            "ask_judge",
            "What is right is told either by “answer” with “within”, or by “judge”.",
        )
    if "answer" in arguments and "within" not in arguments:
        raise KeyFaultError(
            "ask_within", "“within” tells how far beside “answer” a point may be; nobody hits it."
        )


def _formulas(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    keys = ("answer", "within", "from", "to")
    return tuple(arguments[key] for key in keys if key in arguments)


def _point_facts(asked: Asked) -> tuple[str, ...]:
    is_line = asked.arguments.get("on") == "plane" and asked.arguments.get("points") == 2
    return ("data",) if is_line else ()


_JUDGE = Key("judge", read_formula, is_condition=True)
_ON = Key("on", read_item, is_needed=True)

RECORDS = (
    QuestionKind(
        name="point",
        title="Points in a picture",
        keys=(
            _ON,
            Key("points", read_whole(1, 20)),
            Key("answer", read_formula),
            WITHIN,
            _JUDGE,
            PUBLISHED,
        ),
        mark=_mark_points,
        truth=_truth,
        slip_answers=_slip_answers,
        empty=(),
        check=_check,
        formulas=_formulas,
        more_facts=_point_facts,
    ),
    QuestionKind(
        name="curve",
        title="Curve",
        keys=(
            _ON,
            Key("points", read_whole(_FEWEST_OF_CURVE, _MOST_POINTS)),
            Key("answer", read_formula),
            WITHIN,
            Key("from", read_formula),
            Key("to", read_formula),
            _JUDGE,
            PUBLISHED,
        ),
        mark=_mark_curve,
        truth=_truth,
        slip_answers=_slip_answers,
        empty=(),
        check=_check,
        own_names=lambda _arguments: (_VARIABLE,),
        formulas=_formulas,
    ),
)
