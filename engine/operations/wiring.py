"""What leads a wire and computes nothing: the reroute dot."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.arrays import Array
from engine.operations.elementwise import elementwise
from engine.operations.operation import Category, Look, Role

ORDER = -5


def _same(x: Array) -> Array:
    return np.asanyarray(x)


RECORDS = (
    replace(
        elementwise(
            name="reroute",
            title="Reroute dot",
            symbol="•",
            category=Category.ROUTING,
            role=Role.PASSAGE,
            summary="Leads a wire round other nodes; value and gradient pass it unchanged.",
            reference="The identity, whose derivative is 1",
            aliases=("knot",),
            forward=_same,
            latex="$x",
            local_latex=("1",),
            numpy="$x",
            numpy_local=("1.0",),
        ),
        look=Look.DOT,
        passes=0,
    ),
)
