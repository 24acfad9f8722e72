"""Regression: the mean squared error of a linear fit as a surface over W and b."""

from __future__ import annotations

from collections.abc import Sequence

from engine.surfaces.surface import Box, Point, Surface, first_steps, tune


def cost_formula(inputs: Sequence[float], targets: Sequence[float]) -> str:
    """Write the mean squared error of y = Wx + b out as a formula of W and b."""
    count = len(inputs)
    terms = [
        f"({_digits(x)}*W + b {'-' if y >= 0 else '+'} {_digits(abs(y))})**2/{count}"
        for x, y in zip(inputs, targets, strict=True)
    ]
    return " + ".join(terms)


def _digits(number: float) -> str:
    """Write a number in full, and a whole one without a point."""
    short = f"{number:g}"
    return short if float(short) == number else repr(float(number))


RECORDS = (
    Surface(
        name="fit",
        title="y = Wx + b",
        aliases=("regression",),
        formula=cost_formula((1, 2, 3), (2, 4, 6)),
        variables=("W", "b"),
        view=Box(-1.0, 4.0, -3.0, 3.0),
        start=Point(0.0, 0.0),
        minima=(Point(2.0, 0.0),),
        tuned=tune(
            sgd=0.01,
            momentum=0.005,
            nag=0.005,
            adagrad=0.5,
            adadelta=first_steps(1e-5),
            rmsprop=0.01,
            adam=0.1,
            nadam=0.1,
            adamw=0.1,
            lion=0.02,
        ),
        logarithmic=True,
        summary="The cost of fitting a line to (1, 2), (2, 4), (3, 6): a long tilted bowl.",
        note="W and b trade off against each other, so the last digits of both come slowly.",
    ),
)
# After the classical surfaces in every menu.
ORDER = 1
