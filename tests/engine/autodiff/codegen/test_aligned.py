"""Arrays that begin with a line of the cache, of every shape, type and order."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pytest
from numpy.typing import DTypeLike

from engine.autodiff.codegen.aligned import aligned_zeros


@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("dtype", [np.float64, np.float32, np.bool_])
@pytest.mark.parametrize("shape", [(), (0,), (5,), (3, 4), (2, 3, 1024)])
def test_an_aligned_array_is_an_array_of_zeros(
    shape: tuple[int, ...], dtype: DTypeLike, order: Literal["C", "F"]
) -> None:
    found = aligned_zeros(shape, dtype, order)
    assert found.ctypes.data % 64 == 0 or not found.size
    assert (found.shape, found.dtype) == (shape, np.dtype(dtype))
    assert found.flags.c_contiguous if order == "C" else found.flags.f_contiguous
    assert found.flags.writeable
    assert not found.any()
