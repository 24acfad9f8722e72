"""Sources: the nodes that hold a value instead of computing one."""

from __future__ import annotations

from engine.arrays import Array, Shape
from engine.operations.operation import Call, Category, Operation, Role

ORDER = -10


def _no_forward() -> Array:
    raise TypeError("a source holds its value and computes none")


def _no_shape() -> Shape:
    raise TypeError("a source has the shape of its value")


def _source(
    name: str, title: str, symbol: str, summary: str, aliases: tuple[str, ...]
) -> Operation:
    return Operation(
        name=name,
        title=title,
        symbol=symbol,
        category=Category.SOURCES,
        role=Role.SOURCE,
        summary=summary,
        reference="",
        inputs=(),
        aliases=aliases,
        forward=_no_forward,
        vjps=(),
        jvps=(),
        derivatives=None,
        shape=_no_shape,
        latex="$name",
        local_latex=(),
        downstream_latex=(),
        spelling=Call(),
    )


RECORDS = (
    _source(
        "input",
        "Input",
        "x",
        "A number, vector or matrix that you choose; its gradient says how the result answers.",
        ("variable",),
    ),
    _source(
        "parameter",
        "Parameter",
        "w",
        "A value that training adjusts by its gradient.",
        ("weight",),
    ),
    _source(
        "constant",
        "Constant",
        "c",
        "A fixed value; no gradient is computed for it.",
        ("number",),
    ),
)
