"""A nudge in LaTeX: the predicted change, the true one, and what the prediction is off by."""

from __future__ import annotations

from engine.arrays import as_array
from engine.autodiff.paths.nudge import NudgeAnswer
from engine.explanation.number_latex import Ink, array_latex, colored
from engine.explanation.symbols import result_latex
from engine.explanation.tangent_arithmetic import moving_symbol
from engine.graph.model import Graph

# Differences of nearly equal numbers: with fewer digits prediction and truth would look the same.
_FEWEST_DIGITS = 4


def prediction_lines(graph: Graph, answer: NudgeAnswer, ink: Ink) -> list[str]:
    """Write gradient · Δ, in symbols and numbers, and the result."""
    letter = moving_symbol(graph, answer.nudge.source, answer.nudge.index)
    slope = rf"\frac{{\partial {result_latex(graph)}}}{{\partial {letter}}}"
    numbers = (
        f"{_number(answer.slope, ink, ink.gradient)} \\cdot {_factor(answer.nudge.change, ink)}"
    )
    return [
        rf"{slope} \cdot \Delta = {numbers}",
        f"= {_number(answer.nudge.predicted, ink, ink.gradient)}",
    ]


def truth_lines(graph: Graph, answer: NudgeAnswer, ink: Ink) -> list[str]:
    """Write the result after less the result before."""
    letter = moving_symbol(graph, answer.nudge.source, answer.nudge.index)
    result = result_latex(graph)
    after = _number(answer.value + answer.nudge.actual, ink, ink.value)
    before = _factor(answer.value, ink, ink.value)
    return [
        rf"{result}({letter} + \Delta) - {result}({letter}) = {after} - {before}",
        f"= {_number(answer.nudge.actual, ink, ink.value)}",
    ]


def error_line(answer: NudgeAnswer, ink: Ink) -> str:
    """Write what the prediction is off by: true less predicted change."""
    actual = _number(answer.nudge.actual, ink, ink.value)
    predicted = _factor(answer.nudge.predicted, ink, ink.gradient)
    if answer.is_exact and answer.nudge.error:
        # What is left comes from rounding and would only distract from a prediction that is exact.
        return rf"{actual} - {predicted} \approx 0"
    return f"{actual} - {predicted} = {_number(answer.nudge.error, ink)}"


def _number(value: float, ink: Ink, color: str = "") -> str:
    latex = array_latex(as_array(value), max(ink.digits, _FEWEST_DIGITS))
    return colored(latex, color) if color else f"{{{latex}}}"


def _factor(value: float, ink: Ink, color: str = "") -> str:
    latex = _number(value, ink, color)
    return rf"\left({latex}\right)" if value < 0 else latex
