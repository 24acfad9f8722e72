"""Every elementwise function and slope keeps its digits wherever its true value is a number.

Held against `DIGITS` digits in each form that a number can come from: the record's own functions
in both modes, the compiled forms, and the expression that an exported NumPy program holds.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from string import Template
from typing import Any

import mpmath
import numpy as np
import pytest

from engine.autodiff.codegen.choice import compile_passes
from engine.autodiff.codegen.float_form import compile_scalar
from engine.autodiff.codegen.slopes import record_slopes
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.tapes.float_source import FLOAT_ERRORS, FloatSource
from engine.graph.builder import GraphBuilder
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from engine.settings import complete
from engine.written_functions import make_function
from tests.engine.reference.digits import (
    DIGITS,
    SMALLEST_NORMAL,
    long_function,
    relative_error,
    slope_at,
    value_at,
)

# Relative, wherever the true value is a normal number; near a zero of the function the same share
# of the largest term that cancels there.
BOUND = 1e-13
NEAR_ZERO = 1e-15
# GELU's e⁻ᵘ at u near 700 shows each rounding of u 700-fold: 1.7e-13 was the worst of 5000 places.
BOUNDS = {"gelu": 2e-13}

_RNG = np.random.default_rng(20261130)
PLACES = (
    *(-708.0, -700.0, -40.0, -38.0, -37.0, -20.0, -5.0, -1.0, -0.5, 0.5, 1.0, 2.0, 6.5, 37.0, 40.0),
    *(1e-8, -1e-8, 1e-300, -1e-300, 1e5, -1e5, 1e200, -1e200),
    *_RNG.uniform(-3, 3, 8),
    *_RNG.uniform(-40, 40, 10),
    *_RNG.uniform(-745, 745, 10),
)
CASES = [
    (operation, port)
    for operation in OPERATIONS.values()
    if operation.derivatives and operation.numpy and "random" not in operation.numpy
    for port in operation.inputs
]


def _known(value: Any) -> bool:
    """Tell whether a long number is one that a float can hold with all its digits."""
    if isinstance(value, mpmath.mpc) or not mpmath.isfinite(value):
        return False
    return not value or SMALLEST_NORMAL <= abs(value) <= np.finfo(np.float64).max


def _is_at_kink(function: Any, x: float) -> bool:
    """Tell whether the slopes on both sides differ, so that there is none to compare with."""
    with mpmath.workdps(DIGITS):
        place, small = mpmath.mpf(x), mpmath.mpf(10) ** -25
        # Beside a large number a relative step may lead over many jumps.
        for h in {small, small * max(1, abs(place))}:
            left = (function(place) - function(place - h)) / h
            right = (function(place + h) - function(place)) / h
            if abs(left - right) > mpmath.mpf(10) ** -12 * max(abs(left), abs(right)):
                return True
        return False


def _values(
    operation: Operation, settings: Mapping[str, float], inputs: list[float]
) -> Iterator[tuple[str, float]]:
    arrays = [np.array([value]) for value in inputs]
    yield "record", float(operation.forward(*arrays, **settings)[0])
    names = {name: name for name in (*operation.inputs, *settings)}
    text = Template(operation.numpy).substitute(names)
    known = {"np": np, **dict(zip(operation.inputs, arrays, strict=True)), **settings}
    yield "exported", float(np.ravel(eval(text, known))[0])


def _slopes(
    operation: Operation, settings: Mapping[str, float], inputs: list[float], index: int
) -> Iterator[tuple[str, float]]:
    arrays = [np.array([value]) for value in inputs]
    output, one = operation.forward(*arrays, **settings), np.ones(1)
    yield "reverse mode", float(operation.vjps[index](one, output, *arrays, **settings)[0])
    yield "forward mode", float(operation.jvps[index](one, output, *arrays, **settings)[0])


def _compiled(
    operation: Operation, settings: Mapping[str, float], index: int
) -> list[tuple[str, Any]]:
    """Return the compiled passes: on floats, and on arrays of one element."""
    forms: list[tuple[str, Any]] = []
    for shape in ((), (1,)):
        builder = GraphBuilder()
        sources = [builder.source("input", np.full(shape, 0.5), name) for name in operation.inputs]
        gate = builder.gate(operation.name, *sources, name="", **settings)
        plan = compile_plan(builder.build(gate))
        compile_ = compile_passes if shape else compile_scalar
        form = compile_(plan, gate, sources, [sources[index]])
        if form is not None:
            forms.append(("arrays" if shape else "floats", form))
    return forms


def _recorded(
    operation: Operation, settings: Mapping[str, float], index: int
) -> list[tuple[str, Any]]:
    """Return the function on floats that a surface's recorded value and slope become."""
    builder = GraphBuilder()
    sources = [builder.source("input", 0.5, name) for name in operation.inputs]
    gate = builder.gate(operation.name, *sources, name="", **settings)
    plan = compile_plan(builder.build(gate))
    slopes = record_slopes(plan, gate, sources, operation.inputs)
    assert slopes is not None
    assert operation.derivatives is not None
    rule = operation.derivatives[index]
    results = [slopes.value, slopes.gradient[index]]
    source = FloatSource(slopes.tape, results)
    returned = f"return {source.name(results[0])}, [{source.name(results[1])}]"
    lines = [*source.lines(0), returned]
    on_floats = make_function("recorded", operation.inputs, lines, {})

    def run(*numbers: float) -> Any:
        try:
            return on_floats(*numbers)
        except FLOAT_ERRORS:
            # Where floats raise, whoever runs a tape asks the arrays.
            arrays = [np.array([number]) for number in numbers]
            output = operation.forward(*arrays, **settings)
            return output, [rule(output, *arrays, **settings)]

    return [("recorded", run)]


# As the engine runs them: what leaves the range is data.
@np.errstate(all="ignore")
@pytest.mark.parametrize(
    ("operation", "port"), CASES, ids=[f"{operation.name}-{port}" for operation, port in CASES]
)
def test_values_and_slopes_keep_their_digits_in_every_form(operation: Operation, port: str) -> None:
    settings, index = complete(operation.settings, {}), operation.inputs.index(port)
    forms = _compiled(operation, settings, index)
    forms += _recorded(operation, settings, index)
    seen, lost = 0, []

    def compare(place: str, form: str, found: float, true: Any, scale: float) -> None:
        nonlocal seen
        seen += 1
        bound = BOUNDS.get(operation.name, BOUND)
        if relative_error(found, true, scale * NEAR_ZERO / bound) > bound:
            lost.append(f"{form} at {place}: {found!r}, right is {mpmath.nstr(true, 17)}")

    for x in PLACES:
        fixed = {name: float(_RNG.uniform(0.3, 3.0)) for name in operation.inputs if name != port}
        function = long_function(operation, settings, fixed, port)
        try:
            value, slope = value_at(function, x), slope_at(function, x)
        except (ValueError, ZeroDivisionError, OverflowError, TypeError):
            continue
        if not _known(value) or isinstance(slope, mpmath.mpc):
            continue
        inputs = [fixed.get(name, x) for name in operation.inputs]
        place = f"{port} = {x!r} beside {fixed}" if fixed else f"{x!r}"
        largest = max(map(abs, inputs))
        found = list(_values(operation, settings, inputs))
        slopes = list(_slopes(operation, settings, inputs, index))
        for name, form in forms:
            one, (other,) = form(*(np.array([v]) if name == "arrays" else v for v in inputs))
            found.append((name, float(np.ravel(one)[0])))
            slopes.append((name, float(np.ravel(other)[0])))
        for name, number in found:
            compare(place, f"{name}, value", number, value, min(1.0, largest))
        if _known(slope) and not _is_at_kink(function, x):
            for name, number in slopes:
                compare(place, f"{name}, slope", number, slope, 1.0 if abs(x) < 5 else 0.0)
    assert lost == []
    assert seen > 0


def test_a_logarithm_of_a_sigmoid_is_right_far_below_zero() -> None:
    sigmoid, log = OPERATIONS["sigmoid"].forward, OPERATIONS["log"].forward
    for x in (-1.0, -37.0, -40.0, -300.0, -708.0):
        true = -math.log1p(math.exp(x)) + x
        assert float(log(sigmoid(np.array(x)))) == pytest.approx(true, rel=1e-13)


@pytest.mark.parametrize("name", ["sigmoid", "tanh"])
def test_what_training_runs_instead_is_right_to_the_last_digits_of_the_largest_slope(
    name: str,
) -> None:
    operation = OPERATIONS[name]
    x = np.linspace(-800.0, 800.0, 4001)
    y = operation.forward(x)
    text = Template(operation.numpy_quick[0]).substitute(x="x", y="y")
    quick = eval(text, {"np": np, "x": x, "y": y})
    assert np.abs(quick - operation.vjps[0](np.ones_like(x), y, x)).max() <= 1e-15
