"""Functions written from templates: what stands in one twice is computed once."""

from __future__ import annotations

import numpy as np
import pytest

from engine.autodiff.costs.counting import Count, count_call
from engine.operations.catalog import OPERATIONS
from engine.operations.written import write_template
from engine.settings import Setting, complete

PIECES = Setting(
    name="pieces",
    title="",
    symbol="k",
    default=2.0,
    minimum=1.0,
    maximum=9.0,
    summary="",
    integer=True,
)


@pytest.mark.parametrize(
    ("template", "count"),
    [
        ("np.exp(-np.abs($x)) / (1 + np.exp(-np.abs($x)))", Count(2, 1, 2)),
        ("($x - $z) * np.exp($x - $z)", Count(1, 1, 1)),
        ("np.square($x - $z) + np.where(($x - $z) > 0, ($x - $z), 0.0)", Count(1, 2, 2)),
        # Of what is only counted nothing is computed.
        ("$x / np.size($x - $z)", Count(1, 0, 0)),
    ],
)
def test_what_stands_twice_in_a_template_is_computed_once(template: str, count: Count) -> None:
    function = write_template(template, ("x", "z"))
    assert count_call(function, (), ()) == count
    names = {"x": np.array([0.3, -1.2]), "z": np.array([[0.7], [2.0]])}
    expected = eval(template.replace("$", ""), {"np": np}, names)
    np.testing.assert_array_equal(function(**names), expected)


def test_each_draw_of_a_template_is_one_of_its_own() -> None:
    draw = "np.random.default_rng(1).random(np.shape($x))"
    first, second = write_template(f"({draw}, {draw})", ("x",))(np.zeros(3))
    np.testing.assert_array_equal(first, second)


def test_of_two_branches_only_the_one_that_holds_is_computed() -> None:
    template = "(np.log($x) + np.log($x) if $x > 0 else $x)"
    assert write_template(template, ("x",))(np.float64(-1.0)) == -1.0


def test_a_whole_setting_is_used_as_an_integer() -> None:
    function = write_template("np.reshape($x, ($pieces, -1))", ("x",), (PIECES,))
    assert function(np.arange(6.0), pieces=3.0).shape == (3, 2)


def test_a_record_of_templates_alone_has_all_its_functions() -> None:
    record = OPERATIONS["softmax_cross_entropy"]
    scores, target = np.array([[1.0, 2.0, 0.5]]), np.array([[0.0, 1.0, 0.0]])
    settings = complete(record.settings, {})
    value = record.forward(scores, target, **settings)
    gradient = record.vjps[0](np.float64(1.0), value, scores, target, **settings)
    tangent = record.jvps[0](np.array([[1.0, 0.0, 0.0]]), value, scores, target, **settings)
    assert tangent == pytest.approx(gradient[0, 0])
