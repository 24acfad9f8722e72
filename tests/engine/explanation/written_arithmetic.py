"""Evaluates what is written on a card: a reader who takes nothing for granted but the text.

It knows nothing of how a card is made. Symbols mean what the graph's numbers say, which come from
the engine's passes; a function that no textbook writes is what the operation of its name computes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.operations.catalog import OPERATIONS

_TOKEN = re.compile(
    r"\s*([0-9]+\.?[0-9]*(?:e−?[0-9]+)?"
    r"|(?:∂LETTER/∂LETTER|∇_LETTER LETTER)(?: \|_(?:LETTER|\([\w, ]+\)))?"
    r"|max_\([^()]*\)|[ΣΠ]_\w*|Σ|[⌊⌋]|[^\W\dᵀ]\w*_\(\w+\)|[^\W\dᵀ][^\Wᵀ]*|…|.)"
    # A letter, with its index; no transposition belongs to it.
    .replace("LETTER", r"[^\Wᵀ]+")
)
_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "ln": np.log,
    "sin": np.sin,
    "cos": np.cos,
    "tanh": np.tanh,
    "cosh": np.cosh,
    "arctan": np.arctan,
    "∛": np.cbrt,
    "log2": np.log2,
    "log10": np.log10,
    "exp": np.exp,
    "√": np.sqrt,
    "sign": np.sign,
    "σ": lambda x: 1 / (1 + np.exp(-x)),
    "softmax": lambda x: np.exp(x) / _row_sums(np.exp(x)),
    "max": np.maximum,
    "min": np.minimum,
}
_PLACED = re.compile(r"_ij\b")
# What stands for numbers that are not written: whatever is computed with it is not known either.
_LEFT_OUT = np.nan
_COMPARISONS: Mapping[str, Callable[..., Any]] = {
    "<": np.less, ">": np.greater, "≤": np.less_equal, "≥": np.greater_equal,
    "=": np.equal, "≠": np.not_equal,
}  # fmt: skip


class UnreadableError(Exception):
    """What is written is no arithmetic, or speaks of what nobody told."""


class LeftOutError(UnreadableError):
    """What is written leaves out numbers that would be needed."""


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
        # Where elements are told by their places, products are those of elements.
        self._is_by_element = _PLACED.search(text) is not None and "Σ" not in text
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
                total = _elementwise(total, self._power())
            elif sign in {"·", "×"}:
                self._take()
                total = self._multiplied(total, self._power())
            elif sign and sign not in "+−)];,}|<>≤≥=≠‖⌋":
                total = self._multiplied(total, self._power())
            else:
                return total

    def _multiplied(self, a: Any, b: Any) -> Any:
        return a * b if self._is_by_element else _times(a, b)

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

    def _atom(self) -> Any:  # noqa: C901, PLR0911, PLR0912 - one case for each thing written
        token = self._take()
        if token[0] in "0123456789":
            return float(token.replace("−", "-"))
        if token == "(":
            return self._closed(")")
        if token == "…":
            return _LEFT_OUT
        if token == "[":
            return self._matrix()
        if re.fullmatch("(?:max|min)_[hij]+", token):
            return self._extreme_of_all(token)
        if token.startswith("max_"):
            return self._largest_of_groups(token)
        if token == "{":
            return self._cases()
        if token == "|":
            return np.abs(self._closed("|"))
        if token == "‖":
            inside = self._closed("‖")
            if self._peek() != "^":
                return np.sqrt(np.sum(inside**2))
            self._take("^")
            return np.sum(inside ** self._atom())
        if token == "put_":
            return self._put()
        if token == "⌊":
            return np.floor(self._closed("⌋"))
        if token == "𝟏":
            return self._ones()
        if token.startswith("Π_"):
            return self._product_of_all(token)
        if token.startswith("Σ"):
            return self._total(token)
        if self._is_function(token):
            return self._function(token)
        if token == "e" and "e" not in self.meaning:
            self._take("^")
            return np.exp(self._exponent())
        if token.startswith(("Bernoulli_", "Normal_")):
            return self._drawn(*token.split("_"))
        name = token
        if token not in self.meaning:
            name = re.sub(r"_(?:[hijk]+)?$", "", token)
        if name not in self.meaning:
            raise UnreadableError(f"“{token}” means nothing")
        found = self.meaning[name]
        if self._peek() == "[" and token != name and token.endswith("_"):
            return self._picked(found)
        return self._beside_groups(found) if token.endswith("_i") else found

    def _is_function(self, token: str) -> bool:
        is_known = token in _FUNCTIONS or token == "reshape" or token in OPERATIONS
        return is_known and token not in self.meaning

    def _function(self, name: str) -> Any:
        power = 1.0
        if self._peek() == "^":
            self._take()
            power = self._exponent()
        if name == "reshape":
            return np.reshape(self._atom(), self.goal)
        if name in {"max", "min"} and self._peek() != "(":
            return self._extreme_of_all(name)
        if name in {"max", "min"}:
            self._take("(")
            arguments = [self._sum()]
            while self._peek() == ",":
                self._take()
                arguments.append(self._sum())
            self._take(")")
            if len(arguments) == 1:
                return {"max": np.max, "min": np.min}[name](arguments[0])
            return _FUNCTIONS[name](*arguments)
        argument = self._atom() if self._peek() == "(" else self._power()
        function = _FUNCTIONS.get(name) or OPERATIONS[name].forward
        return function(argument) ** power

    def _total(self, sign: str) -> Any:
        """Add up: all elements by their places, those of a row by the last one, or copies."""
        if sign == "Σ":
            return _added_to(self._product(), self.goal)
        start, before = self._at, self._is_by_element
        self._is_by_element = True
        terms = self._product()
        self._is_by_element = before
        if sign not in {"Σ_j", "Σ_k"}:
            return np.sum(terms)
        is_in_rows = re.search(rf"_[hi]+{sign[-1]}", "".join(self._tokens[start : self._at]))
        return np.sum(terms, axis=-1, keepdims=True) if is_in_rows else np.sum(terms)

    def _part(self, found: Any) -> Any:
        """Read which rows and columns, or elements, are taken: 1:2 are the first two."""
        places, ranges = self._tokens[self._at + 1 : self._tokens.index(")", self._at)], []
        self._at += len(places) + 2
        for text in "".join(places).split(","):
            start, _, end = text.strip().partition(":")
            ranges.append(slice(int(start or 1) - 1, int(end) if end else None))
        return found[tuple(ranges)]

    def _picked(self, found: Any) -> Any:
        """Read [2], [1, 0] or [1:3]: places as programs count them, from 0."""
        end = self._tokens.index("]", self._at)
        inside = "".join(self._tokens[self._at + 1 : end]).replace("−", "-")
        self._at = end + 1

        def place(text: str) -> int | None:
            text = text.strip()
            return int(self.meaning[text] if text.isalpha() else text) if text else None

        ranges = [[place(it) for it in text.split(":")] for text in inside.split(",")]
        picks = tuple(slice(*it) if len(it) > 1 else it[0] for it in ranges)
        picked = np.asarray(found[picks])
        # A row of a matrix is a vector, which stands.
        return picked.reshape(-1, 1) if picked.ndim == 1 else picked

    def _put(self) -> Any:
        """Read put_[1](g): g at the places that are picked, and 0 everywhere else."""
        places = np.arange(int(np.prod(self.goal))).reshape(self.goal)
        picked = self._picked(places)
        self._take("(")
        given = self._closed(")")
        found = np.zeros(self.goal)
        found.reshape(-1)[picked.reshape(-1)] = np.reshape(given, -1)
        return found

    def _product_of_all(self, sign: str) -> Any:
        """Multiply all elements, or for each of them the others."""
        is_without_own = sign == "Π_" and "≠" in self._tokens[self._at : self._at + 4]
        if is_without_own:
            self._at = self._tokens.index(")", self._at) + 1
        factors = np.asarray(self._power())
        if not is_without_own:
            return np.prod(factors)
        rest = np.where(np.eye(factors.size, dtype=bool), 1.0, factors.reshape(-1))
        return rest.prod(axis=1).reshape(factors.shape)

    def _extreme_of_all(self, sign: str) -> Any:
        """Read max_i of what is a_i: the largest of all elements."""
        return (np.max if sign.startswith("max") else np.min)(self._power())

    def _drawn(self, name: str, seed: str) -> Any:
        """Draw again what a seed draws, one number for each element."""
        rng = np.random.default_rng(int(self.meaning[seed]))
        self._take("(")
        first = self._sum()
        if name == "Bernoulli":
            self._take(")")
            return (rng.random(self.goal) >= 1 - first) * 1.0
        self._take(",")
        second = self._closed(")")
        return first + second * rng.standard_normal(self.goal)

    def _largest_of_groups(self, sign: str) -> Any:
        """Read max_(j ≤ k) of what is a_ij: the largest of each k neighbors."""
        size = int(Reader(self.meaning, ()).value(sign.strip("max_()").partition("≤")[2]))
        whole = np.asarray(self._power())
        flat = whole.reshape(-1) if whole.shape[1:] == (1,) else whole
        found = flat.reshape(*flat.shape[:-1], -1, size).max(axis=-1)
        return as_column(found)

    def _beside_groups(self, found: Any) -> Any:
        """Repeat what has one element for each group where elements are a_ij."""
        if not self._is_by_element or not self.goal:
            return found
        axis = 0 if self.goal[1:] == (1,) else -1
        return np.repeat(found, int(np.prod(self.goal) // np.size(found)), axis=axis)

    def _closed(self, end: str) -> Any:
        found = self._sum()
        self._take(end)
        return self._placed(found) if self._peek().startswith("_") else found

    def _placed(self, found: Any) -> Any:
        """Read the index of what was bracketed: all places are gone through at once."""
        place = self._take()
        if place == "_" and self._peek() == "[":
            return self._picked(found)
        if place == "_" and self._peek() == "(":
            return self._part(found)
        if place[1:].isdigit():
            part = found[int(place[1:]) - 1]
            return part if self.goal else part.item()
        return self._beside_groups(found) if place == "_i" else found

    def _ones(self) -> Any:
        if self._peek() != "[":
            return np.ones(self.goal)
        self._take()
        found = self._condition()
        self._take("]")
        return found

    def _condition(self) -> Any:
        left, holds = self._sum(), 1.0
        while self._peek() in _COMPARISONS:
            compare, right = _COMPARISONS[self._take()], self._sum()
            holds = holds * compare(left, right)
            left = right
        return holds

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
        found = np.block([[np.atleast_2d(it) for it in row] for row in rows])
        if self._peek() == "_" and self._tokens[self._at + 1] == "[":
            self._take("_")
            return self._picked(found)
        return self._shaped(found) if self._peek() == "_" else found

    def _shaped(self, row: Any) -> Any:
        """Read what is written in reading order with its shape as an index."""
        self._take("_")
        self._take("(")
        sides = [self._atom()]
        while self._peek() == "×":
            self._take()
            sides.append(self._atom())
        self._take(")")
        shape = tuple(int(side) for side in sides)
        return row if np.isnan(row).any() else row.reshape(shape)

    def _cases(self) -> Any:
        chosen, conditions = [], []
        while True:
            chosen.append(self._sum())
            self._take(",")
            conditions.append(np.asarray(self._condition(), dtype=bool))
            if self._take() == "}":
                return _chosen(conditions, chosen)


def _elementwise(a: Any, b: Any) -> Any:
    if np.ndim(a) == 0 or np.ndim(b) == 0:
        raise UnreadableError("“⊙” stands between arrays alone")
    return a * b


def _times(a: Any, b: Any) -> Any:
    """Multiply as mathematics does: a number with anything, else matrices that fit."""
    if np.ndim(a) == 0 or np.ndim(b) == 0:
        return a * b
    if a.ndim != 2 or b.ndim != 2 or a.shape[1] != b.shape[0]:
        raise UnreadableError(f"{a.shape} and {b.shape} are no factors of a product")
    product = a @ b
    return product.item() if product.shape == (1, 1) else product


def _row_sums(array: Any) -> Any:
    """Add up what softmax is taken over: a vector, or each row."""
    is_vector = np.shape(array)[1:] == (1,)
    return np.sum(array) if is_vector else np.sum(array, axis=-1, keepdims=True)


def _chosen(conditions: list[Any], chosen: list[Any]) -> Any:
    arrays = np.broadcast_arrays(*conditions, *chosen)
    found = np.full(arrays[0].shape, np.nan)
    for condition, value in zip(arrays[: len(chosen)], arrays[len(chosen) :], strict=True):
        found = np.where(np.isnan(found) & condition, value, found)
    return found


def _added_to(terms: Any, shape: tuple[int, ...]) -> Any:
    """Add up the copies of what was repeated to fit."""
    total = np.asarray(terms)
    if np.isnan(total).any():
        raise LeftOutError("what is left out cannot be added up")
    if not shape:
        return total.sum()
    while total.ndim > len(shape):
        total = total.sum(axis=0)
    for axis, size in enumerate(shape):
        if size == 1 and total.shape[axis] != 1:
            total = total.sum(axis=axis, keepdims=True)
    return total


def shown_part(array: Any, is_flat: bool) -> Any:
    """Return what a card shows of an array: of long sides the first two and the last.

    What is left out is NaN. Of more than two axes the numbers stand in reading order.
    """
    rows = np.asarray(array, dtype=float)
    if is_flat:
        rows = rows.reshape(1, -1)
    for axis, size in enumerate(rows.shape):
        if size > 4:
            first, last = np.take(rows, [0, 1], axis), np.take(rows, [-1], axis)
            rows = np.concatenate([first, np.full_like(last, np.nan), last], axis)
    return rows


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
