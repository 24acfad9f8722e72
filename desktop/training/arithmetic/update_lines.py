"""The next update of one weight or bias: the rule, the rule with numbers, and what comes out."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from desktop.training.arithmetic.neuron_lines import bracketed, digits_for, is_exact_with
from desktop.training.arithmetic.rule_numbers import DIGITS, number_latex, update_line, with_numbers
from desktop.training.network_layout import Bias, Connection
from desktop.training.network_numbers import NetworkNumbers, numbers_of
from desktop.widgets.number_text import format_number
from engine.training.loop import StepRecord
from engine.training.next_update import next_update
from engine.training.run import TrainingRun
from engine.training.sample_pass import SamplePass

# A step is told with so many digits of what it changes, where these are more than the usual ones.
_CHANGE_DIGITS = 3
_FEWEST_DECIMALS, _MOST_DECIMALS = 4, 15


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


def update_lines(run: TrainingRun, record: StepRecord, part: Connection | Bias) -> UpdateLines:
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
