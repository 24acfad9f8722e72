"""A formula that cannot be understood is refused with its place, what was expected, what stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.errors import FormulaError
from engine.formula.parser import parse_formula
from engine.operations.catalog import OPERATIONS
from engine.operations.operation import SIGN_PRECEDENCE, Prefix


def refused(text: str) -> FormulaError:
    with pytest.raises(FormulaError) as caught:
        parse_formula(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "at", "sentence"),
    [
        ("", "", "The formula is empty; write one such as (x + y)*z."),
        (
            "x +",
            "",
            "Expected a number, a name or “(” after “+”, but the formula ends here.",
        ),
        ("x + * y", "*", "Expected a number, a name or “(” after “+”, but “*” stands there."),
        ("f = \nx", "\n", "Expected a number, a name or “(” after “=”, but the line ends here."),
        ("/x", "/", "Expected a number, a name or “(” here, but “/” stands there."),
        ("x 2", "2", "Expected an operator such as + or * between “x” and “2”."),
        ("(x) 2", "2", "Expected an operator such as + or * between “)” and “2”."),
        ("max(x\n\ny)", "y", "Expected an operator such as + or * between “x” and “y”."),
        ("x +\n* y", "*", "Expected a number, a name or “(” after “+”, but “*” stands there."),
        ("(x + y", "(", "This “(” is never closed; a “)” is missing."),
        ("x + y)", ")", "This “)” has no “(” before it."),
        ("x;\n*y", "*", "Expected a number, a name or “(” here, but “*” stands there."),
        ("x\n)", ")", "This “)” has no “(” before it."),
        (")", ")", "This “)” has no “(” before it."),
        ("1,5*x", ",", "decimals have a point"),
        ("f = x = y", "= y", "“=” stands only after a name at the beginning"),
        ("sigmod(x)", "sigmod", "“sigmod” is not a function known here; did you mean “sigmoid”?"),
        ("quux(x)", "quux", "to multiply, write * before the “(”"),
        ("w + w(x)", "w(", "“w” is a value here and not a function; to multiply, write w*(…)."),
        ("where(x)", "where", "“where” takes 3 inputs (condition, a, b), but 1 stands here."),
        ("v[1:0]", "[1:0]", "“[1:0]” picks nothing, since what stands behind the colon is not"),
        ("exp()", "exp", "“exp” takes 1 input (x), but none stand here."),
        ("exp(x, y, z)", "exp", "“exp” takes 1 input (x), but 3 stand here."),
        ("sum + 1", "sum", "“sum” is the name of an operation; write sum(x), or choose"),
        ("exp = 2; exp(x)", "exp", "“exp” is the name of an operation"),
        ("input*2", "input", "choose another name, such as input1"),
        ("f = f + 1", "f +", "“f” stands in its own definition"),
        ("a = b*2; b = a", "b*", "“b” is used here before it is defined; write “b = …” first."),
        ("a = 1; a = 2", "a = 2", "“a” is defined twice"),
        ("x $ y", "$", "“$” does not belong in a formula"),
        ("[1, 2 + x", "[", "This “[” is never closed"),
        ("[[1, 2], [3]] @ x", "[[", "All rows of a matrix are equally long"),
        ("1e999", "1e999", "larger than a computer's numbers"),
        ("?", "?", "“?” marks an input without a wire and cannot stand alone"),
        ("leaky_relu(x, slop=1)", "slop", "There is no setting “slop” here"),
        ("leaky_relu(x, slope=7)", "slope", "Slope must lie between 0 and 1, and 7 does not."),
        ("leaky_relu(x, slope=-1)", "slope", "Slope must lie between 0 and 1, and -1 does not."),
        ("leaky_relu(x, slope=y)", "y", "The setting “slope” needs a number, as in slope=0.1"),
        ("leaky_relu(x, slope=.1, slope=.2)", "slope=.2", "“slope” is given twice"),
        ("leaky_relu(x, slope=0.1", "(", "This “(” is never closed"),
        ("leaky_relu(x, slope=0.1 y)", "y", "Expected an operator"),
        ("max(x, y,)", ")", "after “,”, but “)” stands there."),
    ],
)
def test_the_sentence_says_what_and_the_position_says_where(
    text: str, at: str, sentence: str
) -> None:
    error = refused(text)
    assert sentence in error.sentence
    assert text[error.position :].startswith(at)
    if not at:
        assert (error.position, error.length) == (len(text), 0)


def test_a_long_name_is_shortened_in_the_sentence() -> None:
    assert len(refused(f"x {'n' * 500}").sentence) < 120


def test_details_carry_what_the_sentence_names() -> None:
    error = refused("power(x)")
    assert error.code == "function_arity"
    assert error.details == {"name": "power", "arity": 2, "given": 1}


def test_a_misspelt_function_and_an_unknown_one_are_two_errors() -> None:
    # Each has a sentence of its own, which a translation can follow.
    misspelt, unknown = refused("sigmod(x)"), refused("blurb(x)")
    assert misspelt.code == "misspelt_function"
    assert misspelt.details == {"name": "sigmod", "suggestion": "sigmoid"}
    assert unknown.code == "unknown_function"
    assert unknown.details == {"name": "blurb"}


def test_a_sign_that_stands_only_before_operands_is_refused_after_one() -> None:
    # The table has no such operation yet; the day it gets one, this is what a learner reads.
    inverse = replace(
        OPERATIONS["negate"], name="invert", aliases=(), spelling=Prefix("~", SIGN_PRECEDENCE)
    )
    with OPERATIONS.holding(inverse):
        assert refused("x ~ y").sentence.startswith("Expected an operator such as + or *")
