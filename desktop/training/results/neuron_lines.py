"""How a neuron comes to its output for one sample: symbols, numbers, result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

import numpy as np
from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled
from desktop.training.network.layout import Unit
from desktop.training.network.network_numbers import NetworkNumbers
from desktop.widgets.fields.number_text import format_number
from engine.arrays import Array
from engine.explanation.precision import fewest_digits, significant
from engine.operations.catalog import OPERATIONS
from engine.settings import complete
from engine.training.datasets.scaling import restored, scaled
from engine.training.datasets.titles import input_titles, target_titles
from engine.training.network.sample_pass import SamplePass

# Of a wider sum the rest is told as one number.
_MOST_TERMS = 12
_DIGITS, _UNIT_DIGITS = 4, 6
_LARGEST_POWER = 300.0


def neuron_lines(
    numbers: NetworkNumbers, sample: SamplePass, unit: Unit, original: Array | None = None
) -> tuple[str, ...]:
    """Return lines of text: the neuron's formula, the same with numbers, what comes out.

    Of an input that is standardized they say by what, and of an output what it means in the
    target's own units.

    Args:
        numbers: The network.
        sample: What the sample does in it.
        unit: The neuron.
        original: The sample's inputs in their own units; None where it has no other.
    """
    name = numbers.name(unit)
    data = numbers.run.dataset
    if unit.layer == 0:
        if data.scales and original is not None:
            return _standardizing(numbers, unit, float(original[unit.index]))
        pattern = QCoreApplication.translate("NeuronLines", "{0} is an input of this sample.")
        value = format_number(float(sample.outputs[0][unit.index]), 17)
        return filled(pattern, name), f"{name} = {value}", ""
    function = numbers.function(unit.layer)
    weights = numbers.layers[unit.layer - 1].weights[:, unit.index]
    inputs = sample.outputs[unit.layer - 1]
    shown = range(min(len(weights), _MOST_TERMS))
    symbols = [f"w{_sub(place)}·{numbers.name(Unit(unit.layer - 1, place))}" for place in shown]
    symbols += ["…"] if len(weights) > _MOST_TERMS else []
    factors = [(float(weights[place]), float(inputs[place])) for place in shown]
    single = [numbers.bias(unit)]
    if len(weights) > _MOST_TERMS:
        single.insert(0, float(weights[_MOST_TERMS:] @ inputs[_MOST_TERMS:]))
    total = float(sample.totals[unit.layer - 1][unit.index])
    output = float(sample.outputs[unit.layer][unit.index])
    if function == "softmax":
        share = _share(sample.totals[unit.layer - 1], unit.index, output)
        digits = digits_for(factors, single, share.total)
        terms = _terms(factors, single, digits)
        z = f"z{_sub(unit.index)}"
        return (
            f"{name} = exp({z})/Σ exp(zₖ), {z} = {' + '.join([*symbols, 'b'])}",
            f"{z} ≈ {terms} ≈ {share.total}",
            f"{name} ≈ {share.quotient} ≈ {format_number(output, _DIGITS)}",
        )
    total_text = _written(total, lambda it: _applied(function, it), output)
    digits = digits_for(factors, single, total_text)
    is_exact = all(is_exact_with(number, digits) for number in chain(*factors, single))
    first = "=" if is_exact else "≈"
    second = "=" if is_exact and float(_read(total_text)) == total else "≈"
    third = "=" if second == "=" and is_exact_with(output, _DIGITS) else "≈"
    is_last = unit.layer == len(numbers.run.layers) - 1
    after = _restoring(numbers, unit, output) if is_last and data.target_scales else ()
    return (
        f"{name} = {function}({' + '.join([*symbols, 'b'])})",
        f"{first} {function}({_terms(factors, single, digits)})",
        f"{second} {function}({total_text}) {third} {format_number(output, _DIGITS)}",
        *after,
    )


def _standardizing(numbers: NetworkNumbers, unit: Unit, value: float) -> tuple[str, str, str]:
    """Return how an input of the network comes from the number in its column."""
    data = numbers.run.dataset
    mean, deviation = data.scales[unit.index]
    column = input_titles(data)[unit.index]
    result = float(scaled(np.array([value]), data.scales[unit.index : unit.index + 1])[0])
    wanted = format_number(result, _DIGITS)

    def is_enough(digits: int) -> bool:
        x, mu, sigma = (significant(number, digits) for number in (value, mean, deviation))
        return sigma != 0.0 and format_number((x - mu) / sigma, _DIGITS) == wanted

    digits = fewest_digits(is_enough, _DIGITS)
    is_exact = all(is_exact_with(number, digits) for number in (value, mean, deviation))
    symbols = QCoreApplication.translate("NeuronLines", "{0} = (x − μ)/σ, where x is {1}")
    terms = f"({bracketed(value, digits)} − {bracketed(mean, digits)})"
    exact = Fraction(value) - Fraction(mean) == Fraction(result) * Fraction(deviation)
    return (
        filled(symbols, numbers.name(unit), column),
        f"{'=' if is_exact else '≈'} {terms}/{format_number(deviation, digits)}",
        f"{'=' if is_exact and exact and is_exact_with(result, _DIGITS) else '≈'} {wanted}",
    )


def _restoring(numbers: NetworkNumbers, unit: Unit, output: float) -> tuple[str, str]:
    """Return what an output of the network means in the units of its target."""
    data = numbers.run.dataset
    mean, deviation = data.target_scales[unit.index]
    result = float(restored(np.array([output]), data.target_scales[unit.index : unit.index + 1])[0])
    # A price has digits before its point that count.
    wanted = format_number(result, _UNIT_DIGITS)

    def is_enough(digits: int) -> bool:
        y, mu, sigma = (significant(number, digits) for number in (output, mean, deviation))
        return format_number(y * sigma + mu, _UNIT_DIGITS) == wanted

    digits = fewest_digits(is_enough, _UNIT_DIGITS)
    terms = " + ".join(
        (
            f"{bracketed(output, digits)}·{format_number(deviation, digits)}",
            bracketed(mean, digits),
        )
    )
    symbols = QCoreApplication.translate("NeuronLines", "{0}: {1}·σ + μ")
    return (
        filled(symbols, target_titles(data)[unit.index], numbers.name(unit)),
        f"≈ {terms} ≈ {wanted}",
    )


@dataclass(frozen=True)
class _Share:
    """What softmax makes of one total among others, as text.

    Attributes:
        total: The total.
        quotient: The exponential of the total, divided by the sum of all.
    """

    total: str
    quotient: str


def _share(totals: Array, index: int, output: float) -> _Share:
    """Write the share of one total with so many digits that it comes out as it is told."""
    total, largest = float(totals[index]), float(totals.max())
    # Beyond this an exponential is no number any more; the share is that of the differences.
    shift = largest if largest > _LARGEST_POWER else 0.0
    whole = float(np.exp(totals - shift).sum())
    wanted = format_number(output, _DIGITS)

    def is_enough(digits: int) -> bool:
        power = significant(total, digits) - significant(shift, digits)
        with np.errstate(all="ignore"):
            found = float(np.exp(power)) / significant(whole, digits)
        return format_number(found, _DIGITS) == wanted

    digits = fewest_digits(is_enough, _DIGITS)
    text, divisor = format_number(total, digits), format_number(whole, digits)
    power = f"{text} − {format_number(shift, digits)}" if shift else text
    return _Share(text, f"exp({power})/{divisor}")


def _terms(factors: Sequence[tuple[float, float]], single: Sequence[float], digits: int) -> str:
    products = [f"{bracketed(one, digits)}·{bracketed(other, digits)}" for one, other in factors]
    return " + ".join([*products, *(bracketed(number, digits) for number in single)])


def _applied(function: str, total: float) -> float:
    record = OPERATIONS[function]
    with np.errstate(all="ignore"):
        return float(record.forward(np.asarray(total), **complete(record.settings, {})))


def _written(number: float, compute: Callable[[float], float], result: float) -> str:
    """Write a number with so many digits that what is computed from it comes out as it is told."""
    wanted = format_number(result, _DIGITS)

    def is_enough(digits: int) -> bool:
        return format_number(compute(significant(number, digits)), _DIGITS) == wanted

    return format_number(number, fewest_digits(is_enough, _DIGITS))


def digits_for(factors: Sequence[tuple[float, float]], single: Sequence[float], total: str) -> int:
    """Return with how many digits terms are written for their sum to come out as it is told."""
    told = len(total.partition("e")[0].replace(".", "").strip("\N{MINUS SIGN}").lstrip("0"))

    def is_enough(digits: int) -> bool:
        products = [significant(one, digits) * significant(other, digits) for one, other in factors]
        found = sum(products) + sum(significant(number, digits) for number in single)
        return format_number(found, max(told, _DIGITS)) == total

    return fewest_digits(is_enough, _DIGITS)


def is_exact_with(number: float, digits: int) -> bool:
    """Return whether a number is written in full with so many digits."""
    return significant(number, digits) == number


def _read(text: str) -> str:
    return text.replace("\N{MINUS SIGN}", "-").replace("∞", "inf").replace("undefined", "nan")


def bracketed(value: float, digits: int) -> str:
    """Write a factor or a term: a negative one in brackets."""
    text = format_number(value, digits)
    return f"({text})" if value < 0 else text


def _sub(place: int) -> str:
    return str(place + 1).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
