"""What is told of two hundred functions that a person may type, against what is known of them."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest

from engine.formula.typed_function import typed_function
from engine.operations.activation_analysis import ActivationFacts
from engine.operations.sampled_activation import SampledActivation, sampled
from engine.operations.sampled_function import Extent
from tests.engine.formula.known_functions import KNOWN, THRESHOLD, Known
from tests.engine.formula.known_shapes import Range
from tests.support.activation_facts import facts_at_once


def _told(text: str) -> ActivationFacts:
    return facts_at_once(typed_function(text, "mine").operation, {}, THRESHOLD)


def _near(found: float, expected: float, tolerance: float = 2e-6) -> bool:
    if math.isinf(expected):
        return found == expected
    return abs(found - expected) <= tolerance * max(1.0, abs(expected))


def _same_ranges(found: tuple[Extent, ...], expected: tuple[Range, ...]) -> bool:
    return len(found) == len(expected) and all(
        _near(one.low, low) and _near(one.high, high)
        for one, (low, high) in zip(found, expected, strict=True)
    )


def _same_places(found: tuple[float, ...], expected: tuple[float, ...]) -> bool:
    return len(found) == len(expected) and all(map(_near, found, expected))


def _same_outputs(found: Extent, known: Known, beyond: tuple[Extent, ...]) -> bool:
    (low, high), ends = known.outputs, known.ends
    if beyond and found.high < high:
        # Of what lies beyond a computer's numbers nothing is told.
        return _near(found.low, low, 1e-9) and not found.has_low
    values = _near(found.low, low, 1e-9) and _near(found.high, high, 1e-9)
    has_low = math.isfinite(low) and ends[0] == "["
    has_high = math.isfinite(high) and ends[1] == "]"
    return values and (found.has_low, found.has_high) == (has_low, has_high)


def _same_slope(found: ActivationFacts, known: Known) -> bool:
    if not _near(found.largest_slope, known.slope, 1e-6):
        return False
    at = found.largest_slope_at
    if not known.slope_at:
        return at is None
    return at is not None and any(
        _near(at.low, low, 1e-5) and _near(at.high, high, 1e-5) for low, high in known.slope_at
    )


def _agreements(found: ActivationFacts, known: Known) -> Iterator[tuple[str, bool]]:
    """Yield each fact by name with whether it is as known."""
    yield "range", _same_outputs(found.outputs, known, found.beyond)
    yield "undefined", _same_ranges(found.undefined, known.undefined)
    yield "breaks", _same_places(found.breaks, known.breaks)
    yield "poles", _same_places(found.poles, known.poles)
    yield "direction", found.direction == known.direction
    yield "slope", _same_slope(found, known)
    if known.saturated is not None:
        yield "saturated", _same_ranges(found.saturated, known.saturated)
    if known.mean is not None:
        scale = max(1.0, abs(known.mean))
        yield "mean", abs(found.mean_output - known.mean) <= 1e-4 * scale
        yield "centred", found.is_zero_centred == (abs(known.mean) < 0.01)


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.text)
def test_what_is_told_of_a_function_is_what_is_known_of_it(known: Known) -> None:
    told = dict(_agreements(_told(known.text), known))
    assert [name for name, is_right in told.items() if not is_right] == []


def test_there_are_two_hundred_of_them() -> None:
    assert len({known.text for known in KNOWN}) >= 200


def test_what_overflows_on_the_way_is_not_told_as_undefined() -> None:
    found = _told("log(1 + exp(50*x))/50")
    assert found.undefined == ()
    (beyond,) = found.beyond
    # e^(50x) is larger than 1.8e308 from here on.
    assert beyond.low == pytest.approx(math.log(1.7976931348623157e308) / 50, abs=1e-6)
    assert beyond.high == math.inf
    assert (found.outputs.low, found.outputs.has_low) == (0.0, False)
    # Nor is an overflow a limit: this one tends to 0.
    assert _told("log(1 + exp(50*x))/50 - x").outputs.low == pytest.approx(0.0, abs=1e-9)
    assert found.outputs.high < 20
    assert _told("exp(x)").beyond == ()


def test_a_mean_that_lies_beyond_what_is_sampled_is_not_told() -> None:
    assert math.isnan(_told("exp(50*x)").mean_output)


def test_a_slope_that_is_only_lost_to_0_times_infinity_is_no_break() -> None:
    assert _told("sqrt(x**4)").breaks == ()
    assert _told("sqrt(x**4)").direction is None


def _range(text: str) -> tuple[float, float, bool, bool]:
    outputs = _told(text).outputs
    return outputs.low, outputs.high, outputs.has_low, outputs.has_high


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("log(log(x))", -math.inf, math.inf),
        ("sqrt(log(x))", 0, math.inf),
        ("log(1 + log(1 + x**2))", 0, math.inf),
        ("1/log(2 + x**2)", 0, 1 / math.log(2)),
        ("log(1 + x)/x", 0, math.inf),
        ("x*sin(x)", -math.inf, math.inf),
        ("sin(x)*log(1 + x**2)", -math.inf, math.inf),
        ("sin(x/1e5)", -1, 1),
        ("cos(x)**99", -1, 1),
        ("(1 - cos(x))/x**2", 0, 0.5),
    ],
)
def test_where_sampling_ends_is_no_end_of_a_range(text: str, low: float, high: float) -> None:
    found_low, found_high, *_ = _range(text)
    assert found_low == pytest.approx(low, abs=1e-6)
    assert found_high == pytest.approx(high, rel=1e-6)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("tanh(1e5*x)", (False, False)),
        ("tanh(1000*(x - 7.3333))", (False, False)),
        ("sigmoid(300*x)", (False, False)),
        ("log(sigmoid(x))", (False, False)),
        ("softplus(x) - relu(x)", (False, True)),
        ("min(max(1e4*x, 0), 1)", (True, True)),
        ("max(x, 0)**10", (True, False)),
        ("where(x, 1, 0)", (True, True)),
    ],
)
def test_a_limit_to_which_a_value_is_rounded_is_never_reached(
    text: str, ends: tuple[bool, bool]
) -> None:
    assert _range(text)[2:] == ends


@pytest.mark.parametrize(
    "text", ["sin(x**2)", "x*sin(x)", "sin(1/x)", "x*sin(1/x)", "(exp(x) - 1)/x", "exp(x)*sin(x)"]
)
def test_a_slope_that_grows_on_is_told_so(text: str) -> None:
    found = _told(text)
    assert (found.largest_slope, found.largest_slope_at) == (math.inf, None)


@pytest.mark.parametrize(
    ("text", "slope"), [("x/(exp(x) - 1)", 1), ("(x**2 - 1)/(x - 1)", 1), ("sin(x)/x", 0.436182)]
)
def test_what_rounding_leaves_beside_a_place_is_no_slope(text: str, slope: float) -> None:
    found = _told(text)
    assert found.largest_slope == pytest.approx(slope, rel=1e-5)
    assert (found.poles, found.breaks) == ((), ())


def test_the_largest_slope_of_a_quotient_of_differences_is_told() -> None:
    # The slope of (1 − cos x)/x², which is sin x/x² − 2(1 − cos x)/x³.
    found = _told("(1 - cos(x))/x**2")
    assert 0.1 < found.largest_slope < 0.2
    assert found.poles == ()


@pytest.mark.parametrize("text", ["sigmoid(x)*0", "exp(x) - exp(x)", "x - x", "x**0", "0*x + 3"])
def test_a_constant_takes_its_value_and_is_flat_everywhere(text: str) -> None:
    found = _told(text)
    assert found.outputs.low == found.outputs.high
    assert (found.outputs.has_low, found.outputs.has_high) == (True, True)
    assert (found.largest_slope, found.largest_slope_at) == (0.0, Extent(-math.inf, math.inf))


@pytest.mark.parametrize(
    "text", ["1/(x - 3.14159)**2", "log(x**2)", "log(abs(sin(x)))", "1/(exp(x) - 1)", "0**x"]
)
def test_what_is_not_defined_everywhere_has_no_mean(text: str) -> None:
    assert math.isnan(_told(text).mean_output)


def test_what_is_too_small_on_the_way_is_not_told_as_undefined() -> None:
    found = _told("sigmoid(x)/sigmoid(x)")
    assert found.undefined == ()
    (beyond,) = found.beyond
    assert beyond.low == -math.inf
    assert beyond.high == pytest.approx(-745.133, abs=1e-3)


def test_where_all_is_too_small_on_the_way_the_slope_is_told_and_no_place() -> None:
    found = _told("x + exp(-1000 - x**2)")
    assert found.largest_slope == pytest.approx(1.0)
    assert found.largest_slope_at is None


def test_a_slope_that_overflows_ends_no_flat_range() -> None:
    # Its slope is ∞/∞ from 710 on, where the function is 0 to all digits.
    assert _told("1/(exp(x) - 1)").saturated[-1].high == math.inf


def test_an_infinity_that_nothing_grew_to_is_no_value() -> None:
    assert _told("0**x").undefined == (Extent(-math.inf, 0.0),)


def test_every_kink_of_a_wave_near_0_is_found() -> None:
    kinks = [place * math.pi for place in range(-6, 7)]
    assert _told("max(sin(x), 0)").breaks == pytest.approx(kinks, abs=1e-6)
    assert _told("abs(sin(x))").breaks == pytest.approx(kinks, abs=1e-6)


def _flat(text: str) -> list[tuple[float, float]]:
    return [(extent.low, extent.high) for extent in _told(text).saturated]


@pytest.mark.parametrize(
    ("text", "slope"),
    [
        # 1/u² becomes 0 on the way back from 1/u, at −372.6 if u is e⁻ˣ.
        ("log(1/(1 + exp(-x)))", 1),
        ("-log(1/(1 + exp(x)))", 1),
        ("log(1/(1 + exp(-x))^2)", 2),
        # It becomes infinite there.
        ("log(1 + 1/exp(x))", 1),
        # The value becomes infinite on the way, and the slope behind it 0.
        ("log(1 + exp(-x)^3)", 3),
        ("log(exp(x)^2)/2", 1),
    ],
)
def test_a_slope_that_is_lost_on_the_way_back_is_not_told(text: str, slope: float) -> None:
    found = _told(text)
    assert found.largest_slope == pytest.approx(slope, rel=1e-8)
    # No flat stretch has two ends far out: a function that has a flat side is flat up to its end.
    assert [ends for ends in _flat(text) if not any(map(math.isinf, ends))] == []


def test_a_function_is_flat_on_where_its_slope_can_be_told_by_differences_alone() -> None:
    ((low, high),) = _flat("1/(1/exp(x))")
    assert low == -math.inf
    assert high == pytest.approx(math.log(THRESHOLD), abs=1e-5)


@pytest.mark.parametrize("text", ["x**3", "x*relu(x)", "x**21", "exp(-1000*x**2)"])
def test_a_slope_that_is_truly_0_stays_0(text: str) -> None:
    slopes = sampled(SampledActivation(typed_function(text, "mine").operation, {}), np.zeros(1))[1]
    assert slopes.tolist() == [0.0]


@pytest.mark.parametrize(("text", "slope"), [("sqrt(abs(x))", math.inf), ("sqrt(x)", math.inf)])
def test_a_slope_that_is_truly_infinite_stays_so(text: str, slope: float) -> None:
    assert _told(text).largest_slope == slope
