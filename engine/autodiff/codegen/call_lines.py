"""Call lines: the spelling of NumPy calls whose operands are arrays that exist already."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.operations.number_functions import UFUNCS

AnyArray = NDArray[Any]

_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    **UFUNCS,
    "copyto": np.copyto,
    # Without the search for overrides, which takes as long as a thousand products.
    "einsum": inspect.unwrap(np.einsum),
    "add_reduce": np.add.reduce,
    "maximum_reduce": np.maximum.reduce,
}
# These two want their result by name; to find a name costs the others a little.
_BY_NAME = frozenset({"maximum", "minimum"})


class CallLines:
    """Collects calls, and the names by which they know their arrays and functions.

    Attributes:
        lines: The calls.
        names: What their names mean.
    """

    def __init__(self, prefix: str) -> None:
        self.lines: list[str] = []
        self.names: dict[str, Any] = {}
        self._prefix = prefix
        self._known: dict[int, str] = {}

    def ufunc(self, function: str, operands: Sequence[AnyArray], home: AnyArray) -> None:
        """Write an elementwise function."""
        word = "out=" if function in _BY_NAME else ""
        arguments = ", ".join(map(self.name, operands))
        self.lines.append(f"{self._use(function)}({arguments}, {word}{self.name(home)})")

    def copy(self, home: AnyArray, source: AnyArray) -> None:
        """Write a copy."""
        self.lines.append(f"{self.name(home)}[...] = {self.name(source)}")

    def choose(self, home: AnyArray, test: AnyArray, source: AnyArray) -> None:
        """Write a copy of those elements for which a test holds."""
        # NumPy takes the mask by name only.
        arguments = f"{self.name(home)}, {self.name(source)}, where={self.name(test)}"
        self.lines.append(f"{self._use('copyto')}({arguments})")

    def product(self, a: AnyArray, b: AnyArray, home: AnyArray) -> None:
        """Write a matrix product; a home in columns gets the transposed product."""
        if not home.flags.c_contiguous:
            a, b, home = b.T, a.T, home.T
        # The method takes two thirds of the function's time, which first looks for overrides.
        self.lines.append(f"{self.name(a.dot)}({self.name(b)}, {self.name(home)})")

    def sum_of_products(self, subscripts: str, a: AnyArray, b: AnyArray, home: AnyArray) -> None:
        """Write ``np.einsum``, which stores no products before it adds them up."""
        arguments = ", ".join(map(self.name, (a, b)))
        self.lines.append(
            f"{self._use('einsum')}({subscripts!r}, {arguments}, out={self.name(home)})"
        )

    def total(self, operand: AnyArray, home: AnyArray, axes: Sequence[int]) -> None:
        """Write a sum over some axes: where it can be, a product with ones, which is quicker."""
        turned, turned_axes = operand, tuple(axes)
        if not operand.flags.c_contiguous and operand.T.flags.c_contiguous:
            turned = operand.T
            turned_axes = tuple(sorted(operand.ndim - 1 - axis for axis in axes))
        count = math.prod(turned.shape[axis] for axis in turned_axes)
        ones = np.ones(count, operand.dtype)
        # With more than one axis left, turning the operand would turn the result as well.
        is_whole = turned is operand or operand.ndim - len(axes) < 2
        if turned.flags.c_contiguous and is_whole and home.flags.c_contiguous:
            flat = home.reshape(-1)
            if turned_axes == tuple(range(len(turned_axes))):
                self.product(ones, turned.reshape(count, -1), flat)
                return
            if turned_axes[0] == turned.ndim - len(turned_axes):
                self.product(turned.reshape(-1, count), ones, flat)
                return
        self.reduce("add_reduce", operand, home, axes)

    def reduce(self, function: str, operand: AnyArray, home: AnyArray, axes: Sequence[int]) -> None:
        """Write a reduction, ``add_reduce`` or ``maximum_reduce``."""
        shape = tuple(size for axis, size in enumerate(operand.shape) if axis not in axes)
        arguments = f"{self.name(operand)}, {tuple(axes)}, None, {self.name(home.reshape(shape))}"
        self.lines.append(f"{self._use(function)}({arguments})")

    def call(
        self, function: Callable[..., Any], operands: Sequence[AnyArray], home: AnyArray
    ) -> None:
        """Write the call of a record's own function."""
        arguments = ", ".join(map(self.name, operands))
        result = f"{self.name(function)}({arguments})"
        self.lines.append(f"{self.name(home)}[...] = {result}")

    def name(self, item: Any) -> str:
        """Return how the code calls an array or a record's function."""
        name = self._known.get(id(item))
        if name is None:
            name = self._known[id(item)] = f"{self._prefix}{len(self._known)}"
            # Kept, so that no other object gets its identity.
            self.names[name] = item
        return name

    def _use(self, function: str) -> str:
        self.names[function] = _FUNCTIONS[function]
        return function
