"""What the meanings of formulas have in common: functions of lists, written out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def dot(a: Sequence[Any], b: Sequence[Any]) -> Any:
    return sum(x * y for x, y in zip(a, b, strict=True))


def times(W: Sequence[Sequence[Any]], x: Sequence[Any]) -> list[Any]:
    return [dot(row, x) for row in W]


def turned(W: Sequence[Sequence[Any]]) -> list[list[Any]]:
    return [list(column) for column in zip(*W, strict=True)]


def plus(*vectors: Sequence[Any]) -> list[Any]:
    return [sum(parts) for parts in zip(*vectors, strict=True)]


def squares(x: Sequence[Any]) -> Any:
    return sum(part * part for part in x)


def mean(x: Sequence[Any]) -> Any:
    return sum(x) / len(x)


def sigmoid(m: Any, z: Any) -> Any:
    return 1 / (1 + m.exp(-z))


def softmax(m: Any, z: Sequence[Any]) -> list[Any]:
    total = sum(m.exp(part) for part in z)
    return [m.exp(part) / total for part in z]


def relu(x: Any) -> Any:
    return x if x > 0 else 0 * x
