"""Two hundred functions of x and their facts: known shapes, stretched, turned over and moved."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

from tests.engine.formula.known_shapes import SHAPES, Range, Shape

INF = math.inf
THRESHOLD = 0.05

# g(x) = a·f(b·(x − c)) + d
MOVES = (
    (1, 1, 0, 0),
    (-2, 1, 0, 1),
    (1, 3, 0.5, 0),
    (0.5, -1, -2, -3),
    (1, 50, 0, 0),
    (100, 0.1, 0, 0),
)


@dataclass(frozen=True)
class Known:
    """A function of x with its facts; None stands for a fact that is not asked.

    Attributes:
        text: Its formula.
        outputs: The least and the greatest value, or their limits.
        ends: Which of both are reached: "[" or "(" and "]" or ")".
        slope: The greatest absolute slope or its limit.
        slope_at: The places that have it, as ranges; empty where it is only approached.
        saturated: Where the absolute slope is below ``THRESHOLD``.
        breaks: Where it has a value and no derivative.
        poles: Where it grows without end.
        undefined: Where it has no value, poles included.
        direction: 1 where it never falls, −1 where it never rises, 0 for both.
        mean: Its mean for standard normal x.
    """

    text: str
    outputs: Range
    ends: str
    slope: float
    slope_at: tuple[Range, ...]
    saturated: tuple[Range, ...] | None
    breaks: tuple[float, ...] = ()
    poles: tuple[float, ...] = ()
    undefined: tuple[Range, ...] = ()
    direction: int | None = None
    mean: float | None = field(default=None)


def _moved(shape: Shape, a: float, b: float, c: float, d: float) -> Known:
    def place(u: float) -> float:
        return u / b + c

    def places(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
        ends = [sorted((place(low), place(high))) for low, high in ranges]
        return tuple(sorted((low, high) for low, high in ends))

    low, high = sorted((a * shape.low + d, a * shape.high + d))
    ends = shape.ends if a > 0 else shape.ends[::-1].translate(str.maketrans("[]()", "][)("))
    flat = None if shape.flat is None else shape.flat(THRESHOLD / abs(a * b))
    direction = shape.direction
    poles = tuple(sorted(map(place, shape.poles)))
    text = re.sub(r"\bu\b", f"({b:g}*(x - {c:g}))".replace("- -", "+ "), shape.text)
    mean = None if shape.mean is None or c else a * shape.mean(b) + d
    return Known(
        text=f"{a:g}*({text}) + {d:g}".replace("+ -", "- "),
        outputs=(low, high),
        ends=ends,
        slope=abs(a * b) * shape.slope if shape.slope else 0.0,
        slope_at=places(shape.slope_at),
        saturated=None if flat is None else places(flat),
        breaks=tuple(sorted(map(place, shape.breaks))),
        poles=poles,
        undefined=tuple(sorted(places(shape.undefined) + tuple((it, it) for it in poles))),
        direction=direction if not direction else direction * (1 if a * b > 0 else -1),
        mean=None if mean is None or math.isinf(mean) else mean,
    )


_SINGLE = (
    Known("1e300*x", (-INF, INF), "()", 1e300, ((-INF, INF),), (), direction=1, mean=0),
    Known("1e-300*x", (-INF, INF), "()", 1e-300, ((-INF, INF),), ((-INF, INF),), direction=1,
          mean=0),
    # What is taken the logarithm of becomes too small before its logarithm is large.
    Known("log(sigmoid(x))", (-INF, 0), "()", 1, (), ((math.log(19), INF),), direction=1),
    Known("log(sigmoid(5*x))/5", (-INF, 0), "()", 1, (), ((math.log(19) / 5, INF),), direction=1),
    Known("log(softplus(x))", (-INF, INF), "()", 1, (), None, direction=1),
    Known("x**x", (math.exp(-1 / math.e), INF), "[)", INF, ((0, 0),), None, breaks=(0,),
          undefined=((-INF, 0),)),
    Known("exp(-1000*x^2)", (0, 1), "(]", math.sqrt(2000 / math.e),
          ((-(2000**-0.5),) * 2, (2000**-0.5,) * 2), None, mean=1 / math.sqrt(2001)),
    Known("exp(-1e6*x^2)", (0, 1), "(]", math.sqrt(2e6 / math.e),
          ((-(2e6**-0.5),) * 2, (2e6**-0.5,) * 2), None, mean=1 / math.sqrt(2e6 + 1)),
    Known("abs(x)^(1/3)*2 - 1", (-1, INF), "[)", INF, ((0, 0),), None, breaks=(0,)),
    Known("abs(abs(x) - 1)", (0, INF), "[)", 1, ((-INF, INF),), (), breaks=(-1, 0, 1)),
    Known("1/(x^2 - 4)", (-INF, INF), "()", INF, (), None, poles=(-2, 2),
          undefined=((-2, -2), (2, 2))),
    Known("1/(x - 0.3333)", (-INF, INF), "()", INF, (), None, poles=(0.3333,), direction=None,
          undefined=((0.3333, 0.3333),)),
)  # fmt: skip
KNOWN = (*(_moved(shape, *move) for shape in SHAPES for move in MOVES), *_SINGLE)
