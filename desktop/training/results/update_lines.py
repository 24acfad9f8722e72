"""The next update of one weight or bias: the rule, the rule with numbers, and what comes out."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.training.network.layout import Bias, Connection
from desktop.training.network.network_numbers import NetworkNumbers, numbers_of
from desktop.training.results.neuron_lines import bracketed, digits_for, is_exact_with
from desktop.widgets.fields.number_text import format_number
from engine.formula.values import number_text
from engine.optimizers.optimizer import Optimizer
from engine.training.network.sample_pass import SamplePass
from engine.training.run.loop import TrainingStep
from engine.training.run.next_update import next_update
from engine.training.run.run import TrainingRun

# A step is told with so many digits of what it changes, where these are more than the usual ones.
_CHANGE_DIGITS = 3
_FEWEST_DECIMALS, _MOST_DECIMALS = 4, 15
_ARROW = r"\leftarrow"
_OPEN, _CLOSE = "\x01", "\x02"
DIGITS = 4
"""Significant digits of a number."""


@dataclass(frozen=True, slots=True)
class UpdateLines:
    """Three lines in LaTeX, and what the terms in them are.

    Attributes:
        symbols: The line of the rule that moves the parameter.
        numbers: The same with numbers.
        result: The parameter after the step.
        gradient: The gradient that the step takes.
    """

    symbols: str
    numbers: str
    result: str
    gradient: float


def update_lines(run: TrainingRun, record: TrainingStep, part: Connection | Bias) -> UpdateLines:
    """Take the next update of a parameter apart."""
    place = numbers_of(run, record.parameters).place(part)
    update = next_update(run, record)
    letter = "b" if isinstance(part, Bias) else "w"
    line = update_line(run.rule)
    values = {
        setting.symbol: float(run.descent.settings[setting.name])
        for setting in run.rule.settings
        if setting.symbol
    }
    values[run.rule.settings[0].symbol] = update.rate
    for term in run.rule.terms:
        if term.name in update.terms:
            values[term.symbol] = float(update.terms[term.name][place])
    # The gradient as the rule gets it, after clipping and the like.
    values.setdefault("g", float(update.gradient[place]))
    before, after = float(update.before[place]), float(update.after[place])
    values["w"] = before
    decimals = _decimals(before, after)
    # The letter w by itself, not that in a command such as \leftarrow.
    symbols = re.sub(r"(?<![\\A-Za-z])w(?![A-Za-z_])", letter, line)
    return UpdateLines(
        symbols,
        rf"{letter} \leftarrow {with_numbers(line, values, {'w': decimals})}",
        f"{letter} {_equals(after, decimals)} {number_latex(after, decimals).strip('()')}",
        float(update.gradient[place]),
    )


def _decimals(before: float, after: float) -> int | None:
    """Return how many decimals tell a weight from the one before the step; None for the usual."""
    change = abs(after - before)
    if not math.isfinite(change) or change == 0:
        return None
    usual = DIGITS - 1 - math.floor(math.log10(abs(after))) if after else 0
    decimals = max(usual, _CHANGE_DIGITS - 1 - math.floor(math.log10(change)))
    return decimals if _FEWEST_DECIMALS < decimals <= _MOST_DECIMALS else None


def _equals(number: float, decimals: int | None) -> str:
    shown = round(number, decimals) if decimals else float(f"{number:.{DIGITS}g}")
    return "=" if shown == number or not math.isfinite(number) else r"\approx"


def gradient_text(numbers: NetworkNumbers, sample: SamplePass, part: Connection | Bias) -> str:
    """Write how the chosen sample's gradient of a parameter comes about."""
    target = part.unit if isinstance(part, Bias) else part.target
    delta = float(sample.total_gradients[target.layer - 1][target.index])
    name = numbers.name(target)
    if isinstance(part, Bias):
        sign = "=" if is_exact_with(delta, DIGITS) else "≈"
        return f"∂L/∂b = ∂L/∂z({name}) {sign} {format_number(delta, DIGITS)}"
    signal = float(sample.outputs[part.source.layer][part.source.index])
    found = sample.parameter_gradients[target.layer - 1]
    result = float(found.weights[part.source.index, part.target.index])
    source = numbers.name(part.source)
    result_text = format_number(result, DIGITS)
    digits = digits_for([(delta, signal)], [], result_text)
    factors = f"{bracketed(delta, digits)} · {bracketed(signal, digits)}"
    is_exact = is_exact_with(delta, digits) and is_exact_with(signal, digits)
    first = "=" if is_exact else "≈"
    second = "=" if is_exact and is_exact_with(result, DIGITS) else "≈"
    return f"∂L/∂w = ∂L/∂z({name}) · {source} {first} {factors} {second} {result_text}"


def update_line(rule: Optimizer) -> str:
    """Return the line of a rule that moves the parameter, in LaTeX."""
    lines = (line for line in rule.rule_latex if line.startswith(f"w {_ARROW}"))
    return next(lines, rule.rule_latex[-1])


def with_numbers(
    line: str, numbers: Mapping[str, float], decimals: Mapping[str, int | None] | None = None
) -> str:
    r"""Return the right side of a line with numbers in place of symbols, in LaTeX.

    Numbers that meet are joined by a dot, and negative ones stand in brackets.

    Args:
        line: Such as ``w \leftarrow w - \eta\, g``.
        numbers: A number for each LaTeX symbol.
        decimals: With how many decimals some of them are written.

    Example:
        >>> with_numbers(r"w \leftarrow w - \eta\, g", {"w": 0.5, r"\eta": 1.0, "g": -0.25})
        '0.5 - 1 \\cdot (-0.25)'
    """
    right = line.split(_ARROW, 1)[-1].strip()
    # The longest first: \hat m before m. A letter within a command is none of them.
    symbols = sorted(numbers, key=len, reverse=True)
    pattern = "|".join(
        rf"{re.escape(symbol)}(?![A-Za-z_])"
        if symbol.startswith("\\")
        else rf"(?<![\\A-Za-z]){re.escape(symbol)}(?![A-Za-z_])"
        for symbol in symbols
    )
    # Commands are stepped over, or letters in their names would be replaced.
    found = re.sub(
        rf"({pattern})|\\[A-Za-z]+",
        lambda match: f"{_OPEN}{match[1]}{_CLOSE}" if match[1] else match[0],
        right,
    )
    found = re.sub(rf"{_CLOSE}(?:\\,)?\s*(?={_OPEN})", rf"{_CLOSE} \\cdot ", found)
    found = re.sub(rf"\\,\s*(?={_OPEN}|\()", r" \\cdot ", found)
    found = re.sub(rf"(?<=[}}){_CLOSE}])\s*\\,\s*", r" \\cdot ", found)
    places = decimals or {}
    found = re.sub(
        rf"{_OPEN}(.*?){_CLOSE}",
        lambda match: number_latex(numbers[match[1]], places.get(match[1])),
        found,
    )
    found = re.sub(r"\s*\\cdot\s*", r" \\cdot ", found).strip()
    # What begins the line needs no brackets.
    return re.sub(r"^\((-[^()]*)\)", r"\1", found)


def number_latex(value: float, decimals: int | None = None) -> str:
    """Write a number in LaTeX; a negative one in brackets, a very small one as a power of ten.

    Args:
        value: The number.
        decimals: With how many decimals; None for so many digits as fit.
    """
    is_short = decimals is None or not math.isfinite(value)
    text = format_number(value, DIGITS) if is_short else number_text(round(value, decimals))
    text = text.replace("\N{MINUS SIGN}", "-").replace("∞", r"\infty")
    mantissa, mark, exponent = text.partition("e")
    if mark:
        text = rf"{mantissa} \cdot 10^{{{exponent}}}"
    return f"({text})" if text.startswith("-") or mark else text
