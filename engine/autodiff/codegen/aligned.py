"""Aligned arrays: they begin where a line of the processor's cache does.

NumPy's own begin 16 bytes into one, where every long load or store touches two lines; calls in
place then take up to a fifth longer, in one run and not in the next.
"""

from __future__ import annotations

import math
from typing import Any, Literal

import numpy as np
from numpy.typing import DTypeLike, NDArray

from engine.arrays import Shape

_LINE = 64


def aligned_zeros(
    shape: Shape, dtype: DTypeLike = np.float64, order: Literal["C", "F"] = "C"
) -> NDArray[Any]:
    """Return a new array of zeros that begins with a line of the cache."""
    kind = np.dtype(dtype)
    size = math.prod(shape) * kind.itemsize
    raw = np.zeros(size + _LINE, np.uint8)
    begin = -raw.ctypes.data % _LINE
    return raw[begin : begin + size].view(kind).reshape(shape, order=order)
