"""Evaluates what is written on a card: a reader who takes nothing for granted but the text.

It knows nothing of operations or of how a card is made. Symbols mean what the graph's numbers say,
which come from the engine's passes; local gradients come from differences of the written formula.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

_TOKEN = re.compile(
    r"\s*([0-9]+\.?[0-9]*(?:e−?[0-9]+)?"
    r"|(?:∂\w+/∂\w+|∇_\w+ \w+)(?: \|_(?:\w+|\([\w, ]+\)))?"
    r"|Σ_\(?\w+\)?|Σ|[^\W\dᵀ]_\(\w+\)|[^\W\dᵀ][^\Wᵀ]*|.)"
)
_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "ln": np.log,
    "sin": np.sin,
    "cos": np.cos,
    "tanh": np.tanh,
    "cosh": np.cosh,
    "arctan": np.arctan,
    "exp": np.exp,
    "√": np.sqrt,
    "sign": np.sign,
    "σ": lambda x: 1 / (1 + np.exp(-x)),
    "softmax": lambda x: np.exp(x) / np.exp(x).sum(),
    "max": np.maximum,
    "min": np.minimum,
}
_COMPARISONS: Mapping[str, Callable[..., Any]] = {
    "<": np.less, ">": np.greater, "≤": np.less_equal, "≥": np.greater_equal, "=": np.equal,
}  # fmt: skip


class UnreadableError(Exception):
    """What is written is no arithmetic, or speaks of what nobody told."""


@dataclass
class Reader:
    """Reads one side of an equation.

    Attributes:
        meaning: What symbols mean; a column for a vector.
        goal: The shape that a bare Σ adds up to.
    """

    meaning: Mapping[str, Any]
    goal: tuple[int, ...]

    def value(self, text: str) -> Any:
        """Evaluate a text."""
        self._tokens = [token for token in _TOKEN.findall(text.strip()) if token.strip()]
        self._at = 0
        found = self._sum()
        if self._at < len(self._tokens):
            raise UnreadableError(f"“{self._tokens[self._at]}” is left of “{text}”")
        return found

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self, wanted: str = "") -> str:
        token = self._peek()
        if not token or (wanted and token != wanted):
            raise UnreadableError(f"“{wanted}” is expected, not “{token}”")
        self._at += 1
        return token

    def _sum(self) -> Any:
        total = self._product()
        while self._peek() in {"+", "−"}:
            sign = 1.0 if self._take() == "+" else -1.0
            total = total + sign * self._product()
        return total

    def _product(self) -> Any:
        if self._peek() == "−":
            self._take()
            return -1.0 * self._product()
        total = self._power()
        while True:
            sign = self._peek()
            if sign == "/":
                self._take()
                total = total / self._power()
            elif sign == "⊙":
                self._take()
                total = total * self._power()
            elif sign in {"·", "×"}:
                self._take()
                total = _times(total, self._power())
            elif sign and sign not in "+−)];,}|<>≤≥=‖":
                total = _times(total, self._power())
            else:
                return total

    def _power(self) -> Any:
        base = self._atom()
        while self._peek() in {"^", "ᵀ"}:
            if self._take() == "ᵀ":
                base = np.transpose(base)
            else:
                base = base ** self._exponent()
        return base

    def _exponent(self) -> Any:
        exponent = self._atom()
        if self._peek() == "ᵀ":
            self._take()
            exponent = np.transpose(exponent)
        return exponent

    def _atom(self) -> Any:  # noqa: C901, PLR0911 - one case for each thing written
        token = self._take()
        if token[0] in "0123456789":
            return float(token.replace("−", "-"))
        if token == "(":
            return self._closed(")")
        if token == "[":
            return self._matrix()
        if token == "{":
            return self._cases()
        if token == "|":
            return np.abs(self._closed("|"))
        if token == "‖":
            inside = self._closed("‖")
            self._take("^")
            return np.sum(inside ** self._atom())
        if token == "𝟏":
            return self._ones()
        if token.startswith("Σ"):
            terms = self._product()
            return np.sum(terms) if "_" in token else _added_to(terms, self.goal)
        if self._is_function(token):
            return self._function(token)
        if token == "e" and "e" not in self.meaning:
            self._take("^")
            return np.exp(self._exponent())
        if self._peek() == "'":
            token += self._take()
        token = re.sub(r"_(i|j|\(?ij\)?)$", "", token)
        if token not in self.meaning:
            raise UnreadableError(f"“{token}” means nothing")
        return self.meaning[token]

    def _is_function(self, token: str) -> bool:
        return token in _FUNCTIONS and token not in self.meaning

    def _function(self, name: str) -> Any:
        power = 1.0
        if self._peek() == "^":
            self._take()
            power = self._exponent()
        if name in {"max", "min"}:
            self._take("(")
            arguments = [self._sum()]
            while self._peek() == ",":
                self._take()
                arguments.append(self._sum())
            self._take(")")
            return _FUNCTIONS[name](*arguments)
        argument = self._atom() if self._peek() == "(" else self._power()
        return _FUNCTIONS[name](argument) ** power

    def _closed(self, end: str) -> Any:
        found = self._sum()
        self._take(end)
        return found

    def _ones(self) -> Any:
        if self._peek() != "[":
            return np.ones(self.goal)
        self._take()
        found = self._condition()
        self._take("]")
        return found

    def _condition(self) -> Any:
        left = self._sum()
        compare = _COMPARISONS[self._take()]
        return compare(left, self._sum()) * 1.0

    def _matrix(self) -> Any:
        rows: list[list[Any]] = [[]]
        while True:
            rows[-1].append(self._sum())
            sign = self._take()
            if sign == ";":
                rows.append([])
            elif sign == "]":
                break
            elif sign != ",":
                raise UnreadableError(f"“{sign}” stands in a matrix")
        return np.block(rows) if any(np.ndim(it) for row in rows for it in row) else np.array(rows)

    def _cases(self) -> Any:
        chosen, conditions = [], []
        while True:
            chosen.append(self._sum())
            self._take(",")
            conditions.append(np.asarray(self._condition(), dtype=bool))
            if self._take() == "}":
                return np.select(conditions, chosen)


def _times(a: Any, b: Any) -> Any:
    """Multiply as mathematics does: matrices that fit, else numbers with each element."""
    if np.ndim(a) == 2 and np.ndim(b) == 2:
        if a.shape[1] == b.shape[0]:
            product = a @ b
            return product.item() if product.shape == (1, 1) else product
        if a.shape[0] == b.shape[0] and a.shape[1] == 1 < b.shape[0]:
            # A vector before a matrix lies down.
            return a * b if a.shape == b.shape else a.T @ b
    return a * b


def _added_to(terms: Any, shape: tuple[int, ...]) -> Any:
    total = np.asarray(terms)
    if not shape:
        return total.sum()
    for axis, size in enumerate(shape):
        if size == 1 and total.shape[axis] != 1:
            total = total.sum(axis=axis, keepdims=True)
    return total


def as_column(array: Any) -> Any:
    """Return an array as it is written: a vector stands."""
    array = np.asarray(array, dtype=float)
    return array.reshape(-1, 1) if array.ndim == 1 else array


def parts_of(text: str) -> list[tuple[str, str]]:
    """Break a chain at its signs outside all brackets; the first part has none."""
    parts: list[tuple[str, str]] = []
    sign, start, depth = "", 0, 0
    for place, letter in enumerate(text):
        depth += (letter in "([{") - (letter in ")]}")
        if letter in "=≈" and depth == 0:
            parts.append((sign, text[start:place].strip()))
            sign, start = letter, place + 1
    parts.append((sign, text[start:].strip()))
    return [(sign, part) for sign, part in parts if part]
