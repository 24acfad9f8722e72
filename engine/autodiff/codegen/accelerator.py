"""An accelerator: numba, when it is installed, turns a written loop into machine code.

It is the extra ``fast`` and no requirement. Nothing else changes with it: the arithmetic is the
same, operation by operation, and so are the results, to the last digit or two of the functions
that numba takes from another library.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from typing import Any

Accelerate = Callable[[Callable[..., Any]], Callable[..., Any]]


def find_accelerator() -> Accelerate | None:
    """Return what turns a function on floats and arrays into machine code; None without numba.

    The function is translated when it is first called, which takes about a second.
    """
    if importlib.util.find_spec("numba") is None:
        return None
    return _accelerate


def _accelerate(function: Callable[..., Any]) -> Callable[..., Any]:
    numba = importlib.import_module("numba")
    # As NumPy does, go on with inf and nan instead of raising. Without the lock of Python's
    # interpreter the rest of a program goes on too.
    accelerated: Callable[..., Any] = numba.njit(error_model="numpy", nogil=True)(function)
    return accelerated
