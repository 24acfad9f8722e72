"""What the parser makes of a formula: statements, each a short program for a stack of operands.

The program is the expression in postfix order, so that no depth of parentheses ever becomes a
depth of recursion: ``(x + y)*z`` is ``x y + z *``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from engine.arrays import Array
from engine.formula.tokens import Token
from engine.operations.operation import Operation


@dataclass(frozen=True, slots=True)
class Literal:
    """Put a number, a vector or a matrix on the stack.

    Attributes:
        token: Where it stands.
        value: What it is.
        bare: Whether it is a number without sign and parentheses. Only such a one merges with an
            operator next to it: in ``-2``, ``x**2`` and ``1/x``, but not in ``-(2)``.
    """

    token: Token
    value: Array
    bare: bool


@dataclass(frozen=True, slots=True)
class Load:
    """Put the node of a name on the stack.

    Attributes:
        token: Where the name stands.
        bare: Whether it stands without parentheses: only in ``e**x``, and not in ``(e)**x``, is e
            the base of the exponential function.
        constant: Whether it is the number of that name, whatever else is called so: ``np.pi``.
    """

    token: Token
    bare: bool = True
    constant: bool = False


@dataclass(frozen=True, slots=True)
class Hole:
    """Put nothing on the stack, which leaves an input port without a wire."""

    token: Token


class Written(Enum):
    """How an operation is written where it is applied."""

    INFIX = auto()
    BESIDE = auto()
    PREFIX = auto()
    CALL = auto()


@dataclass(frozen=True, slots=True)
class Apply:
    """Take as many operands from the stack as the operation has inputs, put its node there."""

    token: Token
    operation: Operation
    written: Written
    settings: Mapping[str, float] = field(default_factory=dict)


Step = Literal | Load | Hole | Apply


@dataclass(frozen=True, slots=True)
class Statement:
    """One expression, and the name its value is given, if any.

    Attributes:
        name: The token before ``=``, or None.
        steps: The expression's program; it leaves one operand on the stack.
    """

    name: Token | None
    steps: tuple[Step, ...]
