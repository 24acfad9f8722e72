"""Steps: functions that are flat but for their jumps, such as sign, floor and comparisons."""

from __future__ import annotations

import numpy as np

from engine.operations.elementwise import elementwise
from engine.operations.operation import (
    COMPARISON_PRECEDENCE,
    Category,
    Infix,
    Operation,
    Role,
)

ORDER = -7

_JUMP = "slope 0 used where it jumps and has none, as PyTorch does"


def _comparison(
    *, name: str, title: str, sign: str, latex_sign: str, opposite: str, symbol: str = ""
) -> Operation:
    """Return the record of a gate that is 1 where a comparison holds, and 0 elsewhere."""
    holds = f"$a {sign} $b"
    return elementwise(
        name=name,
        title=title,
        symbol=symbol or sign,
        category=Category.ROUTING,
        role=Role.STOP,
        look_alikes=(opposite,),
        summary=f"1 where a {symbol or sign} b, 0 elsewhere, as a condition takes it; "
        "no gradient passes.",
        reference=f"Iverson, A programming language, 1962, section 1.4; {_JUMP}",
        inputs=("a", "b"),
        aliases=(sign,),
        latex=rf"\mathbf{{1}}[$a {latex_sign} $b]",
        local_latex=("0", "0"),
        spelling=Infix(sign, COMPARISON_PRECEDENCE),
        numpy=f"np.where({holds}, 1.0, 0.0)",
        numpy_local=("0.0", "0.0"),
        numpy_ignores=("$a != $b", "$a != $b"),
        # The second term is 0 and gives both a gradient of 0 instead of none.
        pytorch=f"(torch.where({holds}, 1.0, 0.0) + 0.0 * torch.sign($a - $b))",
    )


RECORDS = (
    elementwise(
        name="sign",
        title="Sign",
        symbol="sign",
        category=Category.ELEMENTARY,
        role=Role.STOP,
        look_alikes=("bipolar_step",),
        summary="−1 below 0, 0 at 0 and 1 above; its slope is 0, so no gradient passes.",
        reference=f"Spivak, Calculus, chapter 4; {_JUMP}",
        aliases=("sgn", "signum"),
        forward=np.sign,
        latex=r"\mathrm{sign}($x)",
        local_latex=("0",),
        numpy_local=("0.0",),
        numpy_ignores=("$x != 0",),
    ),
    elementwise(
        name="floor",
        title="Floor",
        symbol="⌊x⌋",
        category=Category.ELEMENTARY,
        role=Role.STOP,
        look_alikes=("identity",),
        summary="The largest whole number that is not above the input; no gradient passes.",
        reference=f"Graham, Knuth and Patashnik, Concrete Mathematics, 1994, section 3.1; {_JUMP}",
        forward=np.floor,
        latex=r"\left\lfloor $x \right\rfloor",
        local_latex=("0",),
        numpy_local=("0.0",),
        numpy_ignores=("$x != np.floor($x)",),
    ),
    _comparison(name="greater", title="Greater than", sign=">", latex_sign=">", opposite="less"),
    _comparison(
        name="greater_equal",
        title="Greater or equal",
        sign=">=",
        symbol="≥",
        latex_sign=r"\ge",
        opposite="less_equal",
    ),
    _comparison(name="less", title="Less than", sign="<", latex_sign="<", opposite="greater"),
    _comparison(
        name="less_equal",
        title="Less or equal",
        sign="<=",
        symbol="≤",
        latex_sign=r"\le",
        opposite="greater_equal",
    ),
    _comparison(
        name="equal",
        title="Equal",
        sign="==",
        symbol="=",
        latex_sign="=",
        opposite="not_equal",
    ),
    _comparison(
        name="not_equal",
        title="Not equal",
        sign="!=",
        symbol="≠",
        latex_sign=r"\ne",
        opposite="equal",
    ),
)
