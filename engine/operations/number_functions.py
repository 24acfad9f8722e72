"""The functions of numbers that arithmetic is recorded in, each with its spellings.

They bear NumPy's names. Tapes record them, and what is recorded is written out on Python floats, as
calls on arrays, and in PyTorch.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import Template

import numpy as np


@dataclass(frozen=True, slots=True)
class NumberFunction:
    """A function that works on each element by itself.

    Attributes:
        name: NumPy's name.
        floats: How it is written for Python's floats, ``{0}`` being its first operand.
        is_truth: Whether it tells true from false instead of giving a number.
        numpy: How programs write it, where not as a call of NumPy.
        torch: PyTorch's name, where it has another one.
    """

    name: str
    floats: str
    is_truth: bool = False
    numpy: str = ""
    torch: str = ""

    @property
    def is_ufunc(self) -> bool:
        """Whether NumPy can write its result into an array; a choice it cannot."""
        return isinstance(getattr(np, self.name), np.ufunc)


def _truth(name: str, floats: str) -> NumberFunction:
    return NumberFunction(name, floats, is_truth=True)


# A choice lets what is not a number through, as NumPy's does.
NUMBER_FUNCTIONS: Mapping[str, NumberFunction] = {
    function.name: function
    for function in (
        NumberFunction("add", "{0} + {1}", numpy="{0} + {1}"),
        NumberFunction("subtract", "{0} - {1}", numpy="{0} - {1}"),
        NumberFunction("multiply", "{0} * {1}", numpy="{0} * {1}"),
        NumberFunction("divide", "{0} / {1}", numpy="{0} / {1}"),
        # A negative number's root raises here, where the operator would give a complex one.
        NumberFunction("power", "pow({0}, {1})", torch="pow"),
        NumberFunction("square", "{0} * {0}"),
        NumberFunction("reciprocal", "1.0 / {0}", numpy="1 / {0}"),
        NumberFunction("negative", "-{0}", numpy="-{0}"),
        NumberFunction("positive", "{0}", numpy="{0}"),
        NumberFunction("absolute", "abs({0})", numpy="np.abs({0})"),
        NumberFunction("sign", "(1.0 if {0} > 0.0 else -1.0 if {0} < 0.0 else {0})"),
        NumberFunction("maximum", "({0} if {0} >= {1} or {0} != {0} else {1})"),
        NumberFunction("minimum", "({0} if {0} <= {1} or {0} != {0} else {1})"),
        NumberFunction("where", "({1} if {0} else {2})"),
        _truth("greater", "{0} > {1}"),
        _truth("greater_equal", "{0} >= {1}"),
        _truth("less", "{0} < {1}"),
        _truth("less_equal", "{0} <= {1}"),
        _truth("equal", "{0} == {1}"),
        _truth("not_equal", "{0} != {1}"),
        _truth("bitwise_and", "({0} and {1})"),
        _truth("logical_and", "{0} and {1}"),
        # It raises where there is no whole number, as at ∞.
        NumberFunction("floor", "floor({0}) + 0.0"),
        NumberFunction("sqrt", "sqrt({0})"),
        NumberFunction("cbrt", "cbrt({0})"),
        NumberFunction("exp", "exp({0})"),
        NumberFunction("expm1", "expm1({0})"),
        NumberFunction("log", "log({0})"),
        NumberFunction("log1p", "log1p({0})"),
        NumberFunction("log2", "log2({0})"),
        NumberFunction("log10", "log10({0})"),
        NumberFunction("sin", "sin({0})"),
        NumberFunction("cos", "cos({0})"),
        NumberFunction("tan", "tan({0})"),
        NumberFunction("sinh", "sinh({0})"),
        NumberFunction("cosh", "cosh({0})"),
        NumberFunction("tanh", "tanh({0})"),
        NumberFunction("arcsin", "asin({0})"),
        NumberFunction("arccos", "acos({0})"),
        NumberFunction("arctan", "atan({0})"),
        NumberFunction("hypot", "hypot({0}, {1})"),
        NumberFunction(
            "logaddexp",
            "({0} + log1p(exp({1} - {0})) if {0} >= {1} else {1} + log1p(exp({0} - {1})))",
        ),
    )
}

# Those whose result can be written into an array made beforehand.
UFUNCS: Mapping[str, np.ufunc] = {
    name: getattr(np, name) for name, function in NUMBER_FUNCTIONS.items() if function.is_ufunc
}


def numpy_text(function: np.ufunc, operands: Sequence[str]) -> str:
    """Return how programs write a function of NumPy, whether it is in the table or not.

    Example:
        >>> numpy_text(np.add, ["$a", "$b"]), numpy_text(np.arctanh, ["$x"])
        ('$a + $b', 'np.arctanh($x)')
    """
    known = NUMBER_FUNCTIONS.get(function.__name__)
    if known is not None and known.numpy:
        return known.numpy.format(*operands)
    return f"np.{function.__name__}({', '.join(operands)})"


# What works on whole arrays, and is called the same in PyTorch.
_TORCH_HAS_TOO = frozenset({"abs", "sum", "mean", "matmul"})


def in_torch(template: str) -> str:
    """Return a NumPy template in PyTorch's functions.

    Raises:
        ValueError: PyTorch writes it otherwise: it has no such function, its options bear other
            names, or its function takes no plain number there.

    Example:
        >>> in_torch("np.power($a, 2 * np.exp($b))")
        'torch.pow($a, 2 * torch.exp($b))'
    """
    if "np." not in template:
        return template
    names = {name: name for name in Template(template).get_identifiers()}
    found = template
    for call in ast.walk(ast.parse(Template(template).substitute(names), mode="eval")):
        if not isinstance(call, ast.Call):
            continue
        name = ast.unparse(call.func).removeprefix("np.")
        known = NUMBER_FUNCTIONS.get(name)
        has_numbers = any(isinstance(argument, ast.Constant) for argument in call.args)
        if call.keywords or has_numbers or not (known or name in _TORCH_HAS_TOO):
            raise ValueError(f"PyTorch writes {template!r} otherwise")
        torch = (known.torch if known else "") or name
        found = found.replace(f"np.{name}(", f"torch.{torch}(")
    return found
