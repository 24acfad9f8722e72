"""How a neuron comes to its output for one sample: symbols, numbers, result."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.training.network_layout import Unit
from desktop.training.network_numbers import NetworkNumbers
from desktop.widgets.number_text import format_number
from engine.training.sample_pass import SamplePass

# Of a wider sum the rest is told as one number.
_MOST_TERMS = 12
_DIGITS = 4


def neuron_lines(numbers: NetworkNumbers, sample: SamplePass, unit: Unit) -> tuple[str, str, str]:
    """Return three lines of text: the neuron's formula, the same with numbers, what comes out."""
    name = numbers.name(unit)
    if unit.layer == 0:
        pattern = QCoreApplication.translate("NeuronLines", "{0} is an input of this sample.")
        value = format_number(float(sample.outputs[0][unit.index]), 17)
        return pattern.format(name), f"{name} = {value}", ""
    function = numbers.function(unit.layer)
    weights = numbers.layers[unit.layer - 1].weights[:, unit.index]
    inputs = sample.outputs[unit.layer - 1]
    shown = range(min(len(weights), _MOST_TERMS))
    symbols = [f"w{_sub(place)}·{numbers.name(Unit(unit.layer - 1, place))}" for place in shown]
    products = [
        f"{_number(float(weights[place]))}·{_number(float(inputs[place]))}" for place in shown
    ]
    if len(weights) > _MOST_TERMS:
        rest = float(weights[_MOST_TERMS:] @ inputs[_MOST_TERMS:])
        symbols.append("…")
        products.append(_number(rest))
    bias = _number(numbers.bias(unit))
    total = format_number(float(sample.totals[unit.layer - 1][unit.index]), _DIGITS)
    output = format_number(float(sample.outputs[unit.layer][unit.index]), _DIGITS)
    return (
        f"{name} = {function}({' + '.join([*symbols, 'b'])})",
        f"= {function}({' + '.join([*products, bias])})",
        f"= {function}({total}) = {output}",
    )


def _number(value: float) -> str:
    text = format_number(value, _DIGITS)
    return f"({text})" if value < 0 else text


def _sub(place: int) -> str:
    return str(place + 1).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))
