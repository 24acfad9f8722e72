"""The setup as a value, and the looks of the methods."""

from __future__ import annotations

from desktop.optimizers.race.method_look import look_of
from desktop.widgets.formulas.line_breaking import broken
from engine.optimizers.catalog import OPTIMIZERS


def test_no_two_methods_look_alike_and_colour_is_never_alone() -> None:
    looks = [look_of(name) for name in OPTIMIZERS]
    for tell in ("colour", "style", "symbol", "glyph"):
        assert len({getattr(look, tell) for look in looks}) == len(looks)


def test_a_long_formula_breaks_after_a_plus_outside_of_brackets() -> None:
    square = r"{\left(2.25 - x + x \cdot {y}^2\right)}^2"
    assert broken(f"{square} + {square}") == [f"{square} +", square]
    assert broken("a + b") == ["a + b"]
