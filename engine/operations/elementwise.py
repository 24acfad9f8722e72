"""How an elementwise operation's record follows from its forward function and its derivatives."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import numpy as np

from engine.arrays import Array, Shape, shape_text, unbroadcast
from engine.errors import ShapeError
from engine.operations.number_functions import numpy_text
from engine.operations.operation import (
    Call,
    Category,
    Derivative,
    Explanation,
    Forward,
    Ignoring,
    Letter,
    Operation,
    Otherwise,
    PullBack,
    PushForward,
    Role,
    Spelling,
    Worked,
    without_definitions,
)
from engine.operations.written import write_template
from engine.settings import Setting


def broadcast_shape(*shapes: Shape) -> Shape:
    """Return the shape that the inputs are broadcast to.

    Raises:
        ShapeError: Some axis has two different sizes, neither of them 1.
    """
    try:
        return np.broadcast_shapes(*shapes)
    except ValueError:
        listed = " and ".join(shape_text(shape) for shape in shapes)
        raise ShapeError(
            "shapes_differ",
            f"The shapes {listed} do not fit element by element: "
            "each axis must have the same size, or size 1.",
            shapes=listed,
        ) from None


def _elementwise_shape(*shapes: Shape, **_settings: float) -> Shape:
    return broadcast_shape(*shapes)


def _is_one(local: Any) -> bool:
    # A sum hands its gradient on unchanged, and half of all gates are sums.
    return type(local) is float and local == 1.0


def _pull_back(derivative: Derivative, index: int) -> PullBack:
    def vjp(upstream: Array, output: Array, *inputs: Array, **settings: float) -> Array:
        local = derivative(output, *inputs, **settings)
        downstream = upstream if _is_one(local) else upstream * local
        return unbroadcast(downstream, np.shape(inputs[index]))

    return vjp


def _push_forward(derivative: Derivative) -> PushForward:
    def jvp(tangent: Array, output: Array, *inputs: Array, **settings: float) -> Array:
        local = derivative(output, *inputs, **settings)
        share = tangent if _is_one(local) else tangent * local
        return np.broadcast_to(share, np.shape(output))

    return jvp


_IN_BRACKETS = re.compile(r"\{[^{}]*\}|\([^()]*\)|\[[^\[\]]*\]|\\begin.*\\end")
_SUM = re.compile(r"\S [+-] ")


def elementwise(
    *,
    name: str,
    title: str,
    symbol: str,
    category: Category,
    role: Role,
    summary: str,
    reference: str,
    forward: Forward | None = None,
    derivatives: tuple[Derivative, ...] = (),
    latex: str,
    local_latex: tuple[str, ...],
    inputs: tuple[str, ...] = ("x",),
    settings: tuple[Setting, ...] = (),
    aliases: tuple[str, ...] = (),
    spelling: Spelling | None = None,
    downstream_latex: tuple[str, ...] | None = None,
    numpy: str = "",
    numpy_local: tuple[str, ...] = (),
    numpy_quick: tuple[str, ...] = (),
    numpy_ignores: tuple[str, ...] = (),
    pytorch: str = "",
    explain: Explanation | None = None,
    explain_slope: Explanation | None = None,
    lost: Ignoring | None = None,
    lost_slope: Ignoring | None = None,
    letters: tuple[Letter, ...] = (),
    worked: Worked | None = None,
    otherwise: tuple[Otherwise, ...] = (),
    definition: str = "",
    look_alikes: tuple[str, ...] = (),
    known_range: tuple[float, float] | None = None,
    adds: Forward | None = None,
    pole: Ignoring | None = None,
    zero: Ignoring | None = None,
) -> Operation:
    r"""Make the record of an operation that works on each element by itself.

    Its Jacobian is diagonal, so that the vector-Jacobian product is an elementwise product,
    \(\bar x_i = \bar y_i\, \partial y_i / \partial x_i\) (Griewank and Walther, Evaluating
    Derivatives, 2008, section 3.2), summed over the axes along which the input was broadcast.

    Where the value is a function of NumPy itself, its template follows from it, elsewhere the
    function from its template; and the derivatives follow from theirs. What is given beside its
    template is computed by another way. The LaTeX is what a person wrote: printed from the
    arithmetic it would read y·(1 − y) for σ′.
    """
    if not numpy and isinstance(forward, np.ufunc):
        numpy = numpy_text(forward, [f"${port}" for port in inputs])
    if forward is None:
        forward = write_template(numpy, inputs, settings)
    if not derivatives:
        derivatives = tuple(
            write_template(local, ("y", *inputs), settings) for local in numpy_local
        )
    return Operation(
        name=name,
        title=title,
        symbol=symbol,
        category=category,
        role=role,
        summary=summary,
        reference=reference,
        inputs=inputs,
        settings=settings,
        aliases=aliases,
        forward=forward,
        vjps=tuple(_pull_back(rule, index) for index, rule in enumerate(derivatives)),
        jvps=tuple(map(_push_forward, derivatives)),
        derivatives=derivatives,
        shape=_elementwise_shape,
        explain=explain,
        explain_slope=explain_slope,
        lost=lost,
        lost_slope=lost_slope,
        latex=latex,
        local_latex=local_latex,
        downstream_latex=downstream_latex or tuple(_times_upstream(local) for local in local_latex),
        letters=letters,
        worked=worked,
        otherwise=otherwise,
        spelling=spelling or Call(),
        numpy=numpy,
        numpy_local=numpy_local,
        numpy_quick=numpy_quick,
        numpy_ignores=numpy_ignores,
        pytorch=pytorch,
        definition=definition,
        look_alikes=look_alikes,
        known_range=known_range,
        adds=adds,
        pole=pole,
        zero=zero,
    )


def _times_upstream(local: str) -> str:
    main, definitions = without_definitions(local)
    return r",\ ".join((rf"{as_factor(main)} \cdot $g", *definitions))


def as_factor(latex: str) -> str:
    r"""Return a template as a factor: a sum outside all brackets is bracketed.

    Example:
        >>> as_factor(r"1 - \tanh^2($x)"), as_factor(r"\frac{1}{1 + $x^2}")
        ('\\left(1 - \\tanh^2($x)\\right)', '\\frac{1}{1 + $x^2}')
    """
    outside, inside = latex, ""
    while outside != inside:
        outside, inside = _IN_BRACKETS.sub("", outside), outside
    return rf"\left({latex}\right)" if _SUM.search(outside) else latex


def never(*_inputs: Array, **_settings: Any) -> bool:
    """Tell of any place that it is not meant: a function that is 0 nowhere."""
    return False


def constant_derivative(value: float) -> Derivative:
    """Return the derivative of an operation that is linear in this input."""
    return partial(_constant, value)


def _constant(value: float, output: Array, *inputs: Array, **settings: Any) -> float:
    return value
