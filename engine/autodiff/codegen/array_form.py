"""The array form: a graph's passes as NumPy calls between arrays made once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from engine.autodiff.codegen.array_code import write_arrays
from engine.autodiff.codegen.array_tape import ArrayTape, ArrayValue
from engine.written_functions import make_function


class ArrayForm:
    """Computes some results of an array tape again and again, in place.

    It owns its arrays: use one object in one place, or one for each thread. The source of its
    function holds names of arrays that the compiler numbered and NumPy's functions, and no text
    of a person; that is what makes it safe to run. Numbers that leave the range warn as NumPy's
    do; silence that with ``np.errstate`` around as many runs as there are, since it costs as much
    as a small product.

    Attributes:
        inputs: For each input by name the array to put its value into.
        outputs: The results, which each run overwrites.
        run: Computes the outputs from the inputs.
        lines: The source of ``run``.
    """

    def __init__(
        self,
        tape: ArrayTape,
        results: Sequence[ArrayValue],
        *,
        inputs: Mapping[str, NDArray[Any]] | None = None,
        outputs: Mapping[int, NDArray[Any]] | None = None,
        dtype: DTypeLike = np.float64,
        in_columns: bool = False,
    ) -> None:
        """Make the arrays and the function; the arguments are those of ``write_arrays``."""
        code = write_arrays(
            tape, results, inputs, outputs=outputs, dtype=dtype, in_columns=in_columns
        )
        self.lines = code.lines
        self.inputs = code.inputs
        self.outputs = code.outputs
        self.run = make_function("array_form", (), code.lines or ("pass",), code.names)
