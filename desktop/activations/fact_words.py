"""The computed facts of an activation function, put into short words for a table."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled
from desktop.widgets.fields.number_text import format_number
from engine.operations.activation_analysis import ActivationFacts
from engine.operations.sampled_function import Extent

_DIGITS, _ALL_DIGITS = 4, 17
_SHOWN_DIGITS = 3
# Ends that would look alike are told with more digits, up to those that a place is known with.
_MOST_DIGITS = 8
# A wave is flat, or bent, at too many places to name them all.
_MOST_EXTENTS, _MOST_PLACES = 3, 6


def _number(value: float, digits: int = _DIGITS) -> str:
    return format_number(value, digits)


def all_digits(name: str, facts: ActivationFacts) -> str:
    """A fact that is a rounded number with every digit, or ''."""
    words = {"range": range_words, "slope": slope_words}
    if name == "centred":
        return "" if math.isnan(facts.mean_output) else _number(facts.mean_output, _ALL_DIGITS)
    return words[name](facts, _ALL_DIGITS) if name in words else ""


def range_words(facts: ActivationFacts, digits: int = _DIGITS) -> str:
    """The range as an interval: a round bracket marks a limit that is never reached."""
    outputs = facts.outputs
    left = "[" if outputs.has_low and math.isfinite(outputs.low) else "("
    right = "]" if outputs.has_high and math.isfinite(outputs.high) else ")"
    interval = f"{left}{_number(outputs.low, digits)}, {_number(outputs.high, digits)}{right}"
    if not facts.beyond:
        return interval
    # What it takes where nothing is known of it may lie anywhere.
    return filled(
        QCoreApplication.translate("ActivationFacts", "{0} where it can be computed"), interval
    )


def slope_words(facts: ActivationFacts, digits: int = _DIGITS) -> str:
    """The largest slope and where it is."""
    slope, place = _number(facts.largest_slope, digits), facts.largest_slope_at
    if math.isinf(facts.largest_slope) and place is None:
        return QCoreApplication.translate("ActivationFacts", "grows without end")
    if place is None:
        return filled(
            QCoreApplication.translate("ActivationFacts", "approaches {0}, never reached"), slope
        )
    if place.low == place.high:
        return filled(
            QCoreApplication.translate("ActivationFacts", "{0} at x = {1}"),
            slope,
            _number(place.low),
        )
    return filled(
        QCoreApplication.translate("ActivationFacts", "{0} for {1}"), slope, _listed((place,))
    )


def extent_words(extent: Extent, digits: int = _SHOWN_DIGITS) -> str:
    """A range of x, such as “x < 0”."""
    if math.isinf(extent.low) and math.isinf(extent.high):
        return QCoreApplication.translate("ActivationFacts", "every x")
    low, high = _number(extent.low, digits), _number(extent.high, digits)
    if math.isinf(extent.low):
        return f"x < {high}"
    if math.isinf(extent.high):
        return f"x > {low}"
    if extent.low == extent.high:
        return f"x = {low}"
    return f"{low} < x < {high}"


def saturation_words(facts: ActivationFacts) -> str:
    """Where it is saturated, and what that means here."""
    extents = facts.saturated
    if not extents:
        where = QCoreApplication.translate("ActivationFacts", "nowhere")
    elif _is_symmetric(extents):
        where = f"|x| > {_number(extents[-1].low, _SHOWN_DIGITS)}"
    else:
        where = _listed(extents)
    return filled(
        QCoreApplication.translate("ActivationFacts", "{0} (slope < {1})"),
        where,
        _number(facts.threshold),
    )


def _is_symmetric(extents: tuple[Extent, ...]) -> bool:
    if len(extents) != 2:
        return False
    left, right = extents
    outward = math.isinf(left.low) and math.isinf(right.high)
    return outward and math.isclose(-left.high, right.low, abs_tol=1e-5)


def centre_words(facts: ActivationFacts) -> str:
    """Whether it is zero-centred, with its mean output."""
    if math.isnan(facts.mean_output):
        return (
            QCoreApplication.translate("ActivationFacts", "no mean: not defined for every x")
            if facts.undefined
            else QCoreApplication.translate(
                "ActivationFacts", "no mean that can be computed from |x| < 10"
            )
        )
    mean = _number(round(facts.mean_output, 3) + 0.0, _SHOWN_DIGITS)
    pattern = (
        QCoreApplication.translate("ActivationFacts", "yes (mean output {0})")
        if facts.is_zero_centred
        else QCoreApplication.translate("ActivationFacts", "no (mean output {0})")
    )
    return filled(pattern, mean)


def breaks_words(facts: ActivationFacts) -> str:
    """Where it has no derivative, and what is used as one there."""
    known = sorted((*facts.breaks, *facts.poles), key=abs)
    named = sorted(known[:_MOST_PLACES])
    is_cut = len(named) < len(known)
    places = ", ".join([*map(_number, named), *(["…"] if is_cut else [])])
    if not places:
        return (
            QCoreApplication.translate("ActivationFacts", "wherever it is defined")
            if facts.undefined
            else QCoreApplication.translate("ActivationFacts", "everywhere")
        )
    used = facts.slopes_at_breaks
    if is_cut or facts.poles or not all(map(math.isfinite, used)):
        return filled(QCoreApplication.translate("ActivationFacts", "except at x = {0}"), places)
    pattern = QCoreApplication.translate("ActivationFacts", "except at x = {0}; used there: {1}")
    return filled(pattern, places, ", ".join(map(_number, used)))


def direction_words(facts: ActivationFacts) -> str:
    """Whether it rises, falls or does both."""
    translate = QCoreApplication.translate
    if facts.direction is None:
        return translate("ActivationFacts", "no: it rises and falls")
    if not facts.direction:
        return translate("ActivationFacts", "constant")
    if facts.direction > 0:
        return translate("ActivationFacts", "yes: it never falls")
    return translate("ActivationFacts", "yes: it never rises")


def beyond_words(facts: ActivationFacts) -> str:
    """Where nothing is known because a number on the way is none of a computer's, or ''."""
    if not facts.beyond:
        return ""
    return filled(
        QCoreApplication.translate(
            "ActivationFacts",
            "{0}: a number on the way is too large or too small for double precision",
        ),
        _listed(facts.beyond),
    )


def undefined_words(facts: ActivationFacts) -> str:
    """Where it is no number, or '' when it is one everywhere."""
    return _listed(facts.undefined)


def _listed(extents: tuple[Extent, ...]) -> str:
    """The ranges nearest to 0, from left to right, and dots where there are more."""
    nearest = sorted(sorted(extents, key=_distance)[:_MOST_EXTENTS], key=lambda it: it.low)
    digits = _digits_apart([end for extent in nearest for end in (extent.low, extent.high)])
    shown = [extent_words(extent, digits) for extent in nearest]
    return ", ".join([*shown, "…"] if len(extents) > len(shown) else shown)


def _distance(extent: Extent) -> float:
    return 0.0 if extent.low <= 0.0 <= extent.high else min(abs(extent.low), abs(extent.high))


def _digits_apart(numbers: Sequence[float]) -> int:
    """Return with how many digits numbers that differ look different."""
    different, digits = set(numbers), _SHOWN_DIGITS
    while digits < _MOST_DIGITS and len({_number(it, digits) for it in different}) < len(different):
        digits += 1
    return digits
