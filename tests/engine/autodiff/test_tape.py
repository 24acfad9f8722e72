"""The tape: what is recorded is what is computed, on floats and in place on arrays."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from engine.autodiff.codegen.element_calls import ElementCalls
from engine.autodiff.codegen.slopes import record_slopes
from engine.autodiff.passes.plan import compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.autodiff.tapes.float_source import FloatSource
from engine.autodiff.tapes.tape import Tape, TapeValue
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import Operation
from engine.written_functions import make_function

Function = Callable[..., Any]

X = np.array([-1.5, -0.3, 0.4, 2.0])
Y = np.array([0.7, 1.2, -0.4, 2.0])

FUNCTIONS: list[Function] = [
    lambda x, y: x * x + y / (x - 3.0) - -y,
    lambda x, y: x**3 + 2.0 * y**5 + x**0 + x**1 + x**8 + abs(y) ** 2.5,
    lambda x, y: np.maximum(x, y) * np.minimum(x, 1.0),
    lambda x, y: np.sin(x) * np.cos(y) + np.tan(0.1 * x) + np.tanh(y) + np.arctan(x),
    lambda x, y: np.exp(x) + np.expm1(y) + np.log(x * x + 1.0) + np.log1p(y * y),
    lambda x, y: np.sqrt(np.square(x) + 1.0) + np.hypot(x, y) + np.reciprocal(y + 5.0),
    lambda x, y: np.sign(x) + np.sign(y - y) + +x * np.sqrt(2.0) * 3.0,
]
CHOICES: list[Function] = [
    lambda x, y: np.where(x > y, x, 2.0 * y) + np.where(x >= y, 1.0, y),
    lambda x, y: np.where(x < y, x, y) + np.where(x <= 0.0, x, y),
    lambda x, y: np.where(x == y, 1.0, 0.0) * x + np.where(x != y, y, 5.0),
]


def recorded(function: Function) -> tuple[Tape, TapeValue]:
    tape = Tape()
    return tape, tape.value(function(tape.input("x", 1), tape.input("y", 1)))


def on_floats(function: Function) -> Function:
    tape, result = recorded(function)
    source = FloatSource(tape, [result])
    lines = [*source.lines(0), *source.lines(1), f"return {source.name(result)}"]
    return make_function("on_floats", ["x", "y"], lines, {})


@pytest.mark.parametrize("function", FUNCTIONS + CHOICES)
def test_floats_give_what_arrays_give(function: Function) -> None:
    fast = on_floats(function)
    for x, y in zip(X, Y, strict=True):
        assert fast(float(x), float(y)) == pytest.approx(float(function(x, y)), rel=1e-14)


@pytest.mark.parametrize("function", FUNCTIONS + CHOICES)
def test_writing_in_place_gives_the_same_and_uses_its_arrays_again(function: Function) -> None:
    tape, result = recorded(function)
    x, y, out = X.copy(), Y.copy(), np.empty(4)
    given = {tape.input("x", 1).index: x, tape.input("y", 1).index: y}
    calls = ElementCalls(tape, [(result, x), (result, out)], given, level=1, prefix="a")
    make_function("in_place", (), calls.lines, calls.names)()
    np.testing.assert_allclose(out, function(X, Y), rtol=1e-14)
    np.testing.assert_array_equal(x, out)
    np.testing.assert_array_equal(y, Y)
    arrays = [item for item in calls.names.values() if np.shape(item)]
    assert len(arrays) - len((x, y, out)) < len(calls.lines)


def test_what_is_not_a_number_stays_so_on_floats() -> None:
    for function in (np.maximum, np.minimum):
        assert math.isnan(on_floats(function)(math.nan, 1.0))
    assert math.isnan(on_floats(lambda x, y: np.sign(x))(math.nan, 1.0))


def test_the_same_computation_is_recorded_once() -> None:
    tape = Tape()
    x, y = tape.input("x"), tape.input("y")
    first = x * y + 1.0
    assert (y * x + 1.0).index == first.index
    assert (1.0 * first * 1.0).index == first.index
    assert tape.entries[(-1.0 * first).index].function == "negative"
    assert tape.input("x").index == x.index


def test_constants_are_computed_while_recording() -> None:
    tape = Tape()
    two: Any = tape.value(2.0)
    three: Any = tape.value(3.0)
    assert tape.constant_of(np.exp(two * three - 6.0) + (-two)) == -1.0
    assert tape.constant_of(two**-1.0) == 0.5
    assert tape.constant_of(np.where(two > three, two, three)) == 3.0
    assert tape.constant_of(tape.input("x")) is None
    # Zeros keep their signs: 1/0 and 1/−0 differ.
    assert tape.constant_of(1.0 / tape.value(0.0)) == math.inf
    assert tape.constant_of(1.0 / tape.value(-0.0)) == -math.inf


def test_only_what_a_result_needs_is_written() -> None:
    tape = Tape()
    x = tape.input("x", 1)
    np.exp(x)
    wanted = x * x
    assert len(FloatSource(tape, [wanted]).lines(1)) == 1


def test_levels_say_how_often_a_line_runs() -> None:
    tape = Tape()
    rate, x = tape.input("rate", 0), tape.input("x", 2)
    result = (1.0 - rate) * x
    source = FloatSource(tape, [result])
    assert len(source.lines(0)) == len(source.lines(2)) == 1
    assert source.lines(1) == []


def test_playing_onto_another_tape() -> None:
    tape, result = recorded(lambda x, y: x * y + 2.0)
    other = Tape()
    (played,) = tape.play([result], {"x": other.value(3.0), "y": other.value(4.0)}, other)
    assert other.constant_of(played) == 14.0


@pytest.mark.parametrize(
    "function",
    [
        lambda x, y: x if x > y else y,
        lambda x, y: np.add.reduce(x),
        lambda x, y: np.add(x, y, out=np.empty(3)),
        lambda x, y: np.where(x > y, np.zeros(3), y),
        lambda x, y: np.concatenate([x, y]),
        lambda x, y: x + np.zeros(3),
        lambda x, y: x + "1",
    ],
)
def test_what_is_not_elementwise_is_not_recorded(function: Function) -> None:
    with pytest.raises(TypeError):
        recorded(function)


def test_a_function_without_a_spelling_is_refused() -> None:
    tape, result = recorded(lambda x, y: np.spacing(x) + y)
    with pytest.raises(KeyError):
        FloatSource(tape, [result])
    given = {tape.input(name, 1).index: np.zeros(2) for name in ("x", "y")}
    with pytest.raises(KeyError):
        ElementCalls(tape, [(result, np.zeros(2))], given, level=1, prefix="a")


def test_slopes_of_a_graph() -> None:
    graph = parse_formula("exp(-x)*y + max(x, y)**2 + 0*3")
    x, y = graph.named("x"), graph.named("y")
    assert graph.result is not None
    slopes = record_slopes(compile_plan(graph), graph.result, [x, y], ("x", "y"))
    assert slopes is not None
    source = FloatSource(slopes.tape, [slopes.value, *slopes.gradient])
    lines = [
        *source.lines(0),
        f"return {', '.join(map(source.name, [slopes.value, *slopes.gradient]))}",
    ]
    value, along_x, along_y = make_function("slopes", ["x", "y"], lines, {})(2.0, 3.0)
    assert value == pytest.approx(math.exp(-2) * 3 + 9)
    assert along_x == pytest.approx(-math.exp(-2) * 3)
    assert along_y == pytest.approx(math.exp(-2) + 6)


def test_slopes_along_what_a_graph_does_not_hold_or_use() -> None:
    graph = parse_formula("x + 2")
    assert graph.result is not None
    plan, x = compile_plan(graph), graph.named("x")
    slopes = record_slopes(plan, graph.result, [x, None], ("x", "y"))
    assert slopes is not None
    assert [slopes.tape.constant_of(slope) for slope in slopes.gradient] == [1.0, 0.0]
    assert x is not None
    unused = record_slopes(plan, x, [None, None], ("x", "y"))
    assert unused is not None
    assert unused.tape.constant_of(unused.value) == graph.nodes[x].value


@pytest.mark.parametrize("formula", ["sum(x) + y", "x + [1, 2]", "dropout(x) + y"])
def test_a_graph_of_more_than_written_arithmetic_of_numbers_has_no_tape(formula: str) -> None:
    graph = parse_formula(formula)
    assert graph.result is not None
    variables = [graph.named("x"), graph.named("y")]
    assert record_slopes(compile_plan(graph), graph.result, variables, ("x", "y")) is None


# What draws numbers, or only hands them on, is no arithmetic that could be written down.
WRITTEN = [
    record
    for record in OPERATIONS.values()
    if record.derivatives and "random" not in record.numpy and record.passes is None
]


@pytest.mark.parametrize("record", WRITTEN, ids=lambda record: record.name)
def test_slopes_of_every_elementwise_operation_run_on_floats(record: Operation) -> None:
    builder = GraphBuilder()
    sources = [builder.source("input", 0.3 + 0.2 * at, name) for at, name in enumerate("xyz")]
    used = sources[: record.arity]
    graph = builder.build(builder.gate(record.name, *used))
    assert graph.result is not None
    plan = compile_plan(graph)
    slopes = record_slopes(plan, graph.result, used, "xyz"[: len(used)])
    assert slopes is not None
    results = [slopes.value, *slopes.gradient]
    source = FloatSource(slopes.tape, results)
    lines = [*source.lines(0), f"return ({', '.join(map(source.name, results))},)"]
    numbers = (float(plan.sources[node]) for node in used)
    value, *gradient = make_function("slopes", slopes.names, lines, {})(*numbers)
    values = forward_pass(plan)
    expected = backward_pass(plan, values, graph.result).nodes
    assert value == pytest.approx(float(values[graph.result]))
    assert gradient == pytest.approx([float(expected[node]) for node in used])
