"""Reads the records' NumPy templates onto an array tape, without running them.

A template is parsed once into Python's syntax tree. Reading it with recorded arrays in place of
its names gives the same computation entry by entry; whatever does not depend on the arrays'
numbers, such as shapes, settings and which branch a shape takes, is decided while reading.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from string import Template
from typing import Any

from engine.arrays import Shape
from engine.autodiff.codegen.array_tape import ArrayTape, ArrayValue
from engine.operations.number_functions import NUMBER_FUNCTIONS
from engine.operations.operation import Operation


class UnknownTemplateError(Exception):
    """A template uses something that cannot be recorded; the record's own function must run."""


_STATIC_BINARY: Mapping[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Pow: operator.pow,
}
_BINARY = {
    ast.Add: "add",
    ast.Sub: "subtract",
    ast.Mult: "multiply",
    ast.Div: "divide",
    ast.Pow: "power",
    ast.BitAnd: "logical_and",
}
_COMPARISONS = {
    ast.Gt: "greater",
    ast.GtE: "greater_equal",
    ast.Lt: "less",
    ast.LtE: "less_equal",
    ast.Eq: "equal",
    ast.NotEq: "not_equal",
}
_STATIC_COMPARISONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "greater": operator.gt,
    "greater_equal": operator.ge,
    "less": operator.lt,
    "less_equal": operator.le,
    "equal": operator.eq,
    "not_equal": operator.ne,
}
_OTHER_NAMES = {"abs": "absolute"}


def read_template(
    tape: ArrayTape,
    operation: Operation,
    template: str,
    names: Mapping[str, ArrayValue],
    settings: Mapping[str, float],
) -> ArrayValue:
    """Record what a template computes.

    Args:
        tape: Where to.
        operation: Whose template it is.
        template: The template.
        names: The arrays: the input ports' by name, ``y`` and ``g`` where there are such.
        settings: All settings.

    Raises:
        UnknownTemplateError: It uses something that cannot be recorded.
    """
    numbers = {
        item.name: int(settings[item.name]) if item.integer else settings[item.name]
        for item in operation.settings
    }
    found = _Reader(tape, {**numbers, **names}).read(_parsed(template))
    if isinstance(found, tuple):
        raise UnknownTemplateError(template)
    return tape.value(found)


@lru_cache(maxsize=512)
def _parsed(template: str) -> ast.expr:
    if not template:
        raise UnknownTemplateError("there is no template")
    names = {name: name for name in Template(template).get_identifiers()}
    return ast.parse(Template(template).substitute(names), mode="eval").body


class _Reader:
    """Walks one syntax tree; a value is an ``ArrayValue``, a number, or a tuple of numbers."""

    def __init__(self, tape: ArrayTape, names: Mapping[str, Any]) -> None:
        self._tape = tape
        self._names = names

    def read(self, node: ast.expr) -> Any:
        name = _READERS.get(type(node))
        if name is None:
            raise UnknownTemplateError(ast.dump(node))
        method: Callable[[Any], Any] = getattr(self, name)
        return method(node)

    def _constant(self, node: ast.Constant) -> Any:
        return node.value

    def _name(self, node: ast.Name) -> Any:
        try:
            return self._names[node.id]
        except KeyError:
            raise UnknownTemplateError(node.id) from None

    def _tuple(self, node: ast.Tuple) -> tuple[Any, ...]:
        return tuple(self.read(item) for item in node.elts)

    def _branch(self, node: ast.IfExp) -> Any:
        test = self.read(node.test)
        if isinstance(test, ArrayValue):
            raise UnknownTemplateError("a branch that depends on an array's numbers")
        return self.read(node.body if test else node.orelse)

    def _negation(self, node: ast.UnaryOp) -> Any:
        value = self.read(node.operand)
        if not isinstance(node.op, ast.USub):
            raise UnknownTemplateError(ast.dump(node))
        if isinstance(value, ArrayValue):
            return self._tape.elementwise("negative", value)
        return -value

    def _binary(self, node: ast.BinOp) -> Any:
        left, right = self.read(node.left), self.read(node.right)
        kind = type(node.op)
        if kind is ast.MatMult:
            return self._tape.matmul(self._tape.value(left), self._tape.value(right))
        if not (isinstance(left, ArrayValue) or isinstance(right, ArrayValue)):
            return _STATIC_BINARY[kind](left, right)
        if kind not in _BINARY or isinstance(left, tuple) or isinstance(right, tuple):
            raise UnknownTemplateError(ast.dump(node))
        return self._tape.elementwise(_BINARY[kind], left, right)

    def _comparison(self, node: ast.Compare) -> Any:
        left, right = self.read(node.left), self.read(node.comparators[0])
        name = _COMPARISONS.get(type(node.ops[0]))
        if name is None or len(node.ops) > 1:
            raise UnknownTemplateError(ast.dump(node))
        if not (isinstance(left, ArrayValue) or isinstance(right, ArrayValue)):
            return _STATIC_COMPARISONS[name](left, right)
        return self._tape.elementwise(name, left, right)

    def _attribute(self, node: ast.Attribute) -> Any:
        value = self.read(node.value)
        if isinstance(value, ArrayValue):
            if node.attr == "T":
                return self._tape.transpose(value)
            if node.attr == "ndim":
                return len(value.shape)
            if node.attr == "shape":
                return value.shape
        raise UnknownTemplateError(ast.dump(node))

    def _item(self, node: ast.Subscript) -> Any:
        value, index = self.read(node.value), self.read(node.slice)
        if not isinstance(value, tuple):
            raise UnknownTemplateError(ast.dump(node))
        return value[index]

    def _call(self, node: ast.Call) -> Any:
        name = _dotted(node.func)
        options = {str(item.arg): self.read(item.value) for item in node.keywords}
        arguments = [self.read(item) for item in node.args]
        return self._apply(name, arguments, options)

    def _apply(self, name: str, arguments: Sequence[Any], options: Mapping[str, Any]) -> Any:
        function = _OTHER_NAMES.get(name, name)
        if function in NUMBER_FUNCTIONS and not options:
            return self._tape.elementwise(function, *arguments)
        value = self._tape.value(arguments[0])
        if name in _REDUCTIONS:
            return self._reduce(name, value, **options)
        if name in _SHAPINGS and not options:
            return _SHAPINGS[name](self._tape, value, *arguments[1:])
        raise UnknownTemplateError(name)

    def _reduce(
        self, name: str, value: ArrayValue, *, axis: Any = None, keepdims: bool = False
    ) -> ArrayValue:
        axes = (axis,) if isinstance(axis, int) else axis
        if name == "max":
            return self._tape.largest(value, axes, keepdims=keepdims)
        if name == "min":
            turned = self._tape.elementwise("negative", value)
            largest = self._tape.largest(turned, axes, keepdims=keepdims)
            return self._tape.elementwise("negative", largest)
        total = self._tape.sum(value, axes, keepdims=keepdims)
        if name == "sum":
            return total
        count = math.prod(value.shape) // max(1, math.prod(total.shape))
        return self._tape.elementwise("divide", total, count)


def _shape(_tape: ArrayTape, value: ArrayValue) -> Shape:
    return value.shape


def _size(_tape: ArrayTape, value: ArrayValue) -> int:
    return math.prod(value.shape)


def _reshape(tape: ArrayTape, value: ArrayValue, shape: int | Shape) -> ArrayValue:
    return tape.reshape(value, shape if isinstance(shape, tuple) else (shape,))


def _outer(tape: ArrayTape, a: ArrayValue, b: ArrayValue | float) -> ArrayValue:
    right = tape.value(b)
    column = tape.reshape(a, a.shape + (1,) * len(right.shape))
    return tape.elementwise("multiply", column, right)


def _dotted(node: ast.expr) -> str:
    """Return the name of a NumPy function without its ``np.``."""
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name) or node.id != "np":
        raise UnknownTemplateError(ast.dump(node))
    return ".".join(reversed(parts))


# How each kind of node of Python's syntax tree is read.
_READERS: Mapping[type, str] = {
    ast.Constant: "_constant",
    ast.Name: "_name",
    ast.Tuple: "_tuple",
    ast.IfExp: "_branch",
    ast.UnaryOp: "_negation",
    ast.BinOp: "_binary",
    ast.Compare: "_comparison",
    ast.Attribute: "_attribute",
    ast.Subscript: "_item",
    ast.Call: "_call",
}
_REDUCTIONS = frozenset({"sum", "mean", "max", "min"})
# What only looks at an array's shape, or at its numbers in another shape.
_SHAPINGS: Mapping[str, Callable[..., Any]] = {
    "shape": _shape,
    "size": _size,
    "transpose": ArrayTape.transpose,
    "reshape": _reshape,
    "broadcast_to": ArrayTape.broadcast,
    "multiply.outer": _outer,
}
