"""Whatever reads a formula reads the same language: own functions, surfaces, samples, answers."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import pytest

from engine.command_line.main import main
from engine.errors import FormulaQuestion
from engine.formula.own_functions import read
from engine.formula.parser import parse_formula
from engine.lessons.questions.typed_answers import read_formula_answer
from engine.surfaces.function import compile_formula
from engine.training.datasets.dataset import FormulaSource, View
from engine.training.datasets.formula_points import formula_points
from tests.engine.lessons.asking import outcome, step
from tests.support.formula_corpus.collection import SPELLINGS, TEXTBOOKS
from tests.support.formula_corpus.entry import Reading
from tests.support.formula_corpus.references import gradients_of, value_of
from tests.support.formula_corpus.verdict import fault_of, inputs_at

_CLEAR = [
    entry
    for entry in (*SPELLINGS, *TEXTBOOKS)
    if len(entry.readings) == 1 and not entry.asks and not entry.known and not entry.names
]
_ASKED = [entry for entry in SPELLINGS if len(entry.readings) > 1]


def _of(*names: str) -> Iterator[tuple[str, Reading]]:
    """Yield the formulas of these names that are one number at numbers."""
    for entry in _CLEAR:
        (meant,) = entry.readings
        numbers = [*meant.at.values(), value_of(meant)]
        if set(meant.at) == set(names) and not any(isinstance(item, list) for item in numbers):
            yield entry.text, meant


def _names_in(text: str) -> list[str]:
    nodes = parse_formula(text).nodes.values()
    return [node.name for node in nodes if node.operation == "input"]


def test_own_functions_of_x_are_read_as_they_are_meant() -> None:
    texts = list(_of("x"))
    assert len(texts) > 40
    for number, (text, meant) in enumerate(texts):
        if "Σ" in text or "sum" in text:
            continue
        operation = read(f"own_{number}", text).operation
        x = np.asarray(float(meant.at["x"]))
        value = operation.forward(x)
        assert float(value) == pytest.approx(value_of(meant), rel=1e-12, abs=1e-15), text
        assert operation.derivatives is not None
        slope = float(operation.derivatives[0](value, x))
        assert slope == pytest.approx(gradients_of(meant)["x"], rel=1e-11, abs=1e-14), text


def test_surfaces_of_x_and_y_are_read_as_they_are_meant() -> None:
    texts = list(_of("x", "y"))
    assert len(texts) > 20
    for text, meant in texts:
        surface = compile_formula(text)
        x, y = (np.asarray(float(meant.at[name])) for name in ("x", "y"))
        assert float(surface.value(x, y)) == pytest.approx(value_of(meant), rel=1e-12), text
        slopes = gradients_of(meant)
        along_x, along_y = (float(slope) for slope in surface.gradient(x, y))
        assert along_x == pytest.approx(slopes["x"], rel=1e-11, abs=1e-14), text
        assert along_y == pytest.approx(slopes["y"], rel=1e-11, abs=1e-14), text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("y = 2x² − 1", "y = 2*x**2 - 1"),
        ("y < e^x/2", "y < exp(x)/2"),
        ("xy > 0", "x*y > 0"),
        ("|x| + |y| = 1", "absolute(x) + absolute(y) = 1"),
        ("x₁² + x₂² < 1", "x1**2 + x2**2 < 1"),
        ("sin πx > y", "sin(3.141592653589793*x) > y"),
        ("np.sin(3x) > y", "sin(3*x) > y"),
    ],
)
def test_samples_lie_on_the_sides_of_a_formula_as_it_is_meant(text: str, plain: str) -> None:
    view = View(-1.5, 1.5, -1.5, 1.5)
    typed, meant = (formula_points(FormulaSource(each, view, 60, 0.0, 3)) for each in (text, plain))
    np.testing.assert_array_equal(typed.inputs, meant.inputs)
    np.testing.assert_array_equal(typed.classes, meant.classes)


def test_the_command_line_computes_what_is_meant(capsys: pytest.CaptureFixture[str]) -> None:
    for entry in _CLEAR:
        (meant,) = entry.readings
        inputs = inputs_at(parse_formula(entry.text), meant)
        given = [f"{name}={json.dumps(value)}" for name, value in inputs.items()]
        status = main(["evaluate", entry.text, *given, "--json"])
        told = capsys.readouterr()
        assert (status, told.err) == (0, ""), entry.text
        value = json.loads(told.out)["value"]
        np.testing.assert_allclose(value, value_of(meant), rtol=1e-11, err_msg=entry.text)


def test_the_command_line_names_the_readings_of_what_it_cannot_decide(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for entry in _ASKED:
        with pytest.raises(FormulaQuestion) as asked:
            parse_formula(entry.text)
        assert main(["evaluate", entry.text]) == 2
        told = capsys.readouterr().err
        assert len(asked.value.choices) > 1
        assert "write" in told or "is written" in told, told
        assert told.endswith(f"(At character {asked.value.position + 1}.)\n")


def test_answers_in_lessons_are_read_as_they_are_meant() -> None:
    for entry in _CLEAR:
        (meant,) = entry.readings
        assert fault_of(read_formula_answer(entry.text, _names_in(entry.text)), meant) == "", (
            entry.text
        )


@pytest.mark.parametrize(
    ("right", "typed", "variables"),
    [
        ("w*x + b", "wx + b", ["w", "x", "b"]),
        ("1/(1 + exp(-x))", "1/(1+e^-x)", ["x"]),
        ("2*x*y", "2xy", ["x", "y"]),
        ("e*x", "ex", ["e", "x"]),
        ("2*(y - t)", "2(y-t)", ["y", "t"]),
        ("cos(x)", "cos x", ["x"]),
        ("absolute(x)", "|x|", ["x"]),
        ("x**2*y", "x²y", ["x", "y"]),
    ],
)
def test_a_right_answer_is_right_however_it_is_written(
    right: str, typed: str, variables: list[str]
) -> None:
    assert outcome(step("formula", same_as=right, variables=variables), typed) == "right"
