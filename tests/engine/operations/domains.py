"""Where each operation is tested: shapes that fit it, and inputs away from its kinks and poles.

An operation that is not named here takes any numbers, in any shapes that broadcast. So a new
record is tested as soon as it is in the table; one that is not defined everywhere adds a line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from engine.arrays import Array, Shape
from engine.operations.operation import Operation
from engine.settings import complete

Draw = Callable[[np.random.Generator, Sequence[Shape]], list[Array]]

_SINGLE: tuple[tuple[Shape, ...], ...] = (((),), ((4,),), ((2, 3),), ((1, 3),), ((2, 1, 4),))
_PAIRS: tuple[tuple[Shape, ...], ...] = (
    ((), ()),
    ((3,), (3,)),
    ((2, 3), (3,)),
    ((2, 1), (1, 3)),
    ((), (2, 2)),
    ((2, 3), (2, 3)),
    ((1,), ()),
    ((2, 1, 3), (4, 1)),
)
_TRIPLES: tuple[tuple[Shape, ...], ...] = (
    ((), (), ()),
    ((3,), (3,), (3,)),
    ((2, 1), (1, 3), ()),
    ((2, 3), (), (3,)),
)
_DEFAULT_SHAPES = {1: _SINGLE, 2: _PAIRS, 3: _TRIPLES}
_ROWS: tuple[tuple[Shape, ...], ...] = (((3,),), ((1,),), ((2, 4),), ((2, 1, 3),))
_EQUAL_ROWS = tuple((shape, shape) for (shape,) in _ROWS)


def anywhere(rng: np.random.Generator, shapes: Sequence[Shape]) -> list[Array]:
    """Draw numbers of both signs, none nearer to 0 than 0.2, where many functions have a kink."""
    return [
        np.asarray(rng.uniform(0.2, 2.0, shape) * rng.choice([-1.0, 1.0], shape))
        for shape in shapes
    ]


def _positive(rng: np.random.Generator, shapes: Sequence[Shape]) -> list[Array]:
    return [np.asarray(rng.uniform(0.2, 2.0, shape)) for shape in shapes]


def _probabilities(rng: np.random.Generator, shapes: Sequence[Shape]) -> list[Array]:
    return [np.asarray(rng.uniform(0.1, 0.9, shape)) for shape in shapes]


def _apart(rng: np.random.Generator, shapes: Sequence[Shape]) -> list[Array]:
    """Draw inputs that never tie: whole numbers, and numbers at least 0.05 away from those."""
    first, second = anywhere(rng, shapes)
    return [np.round(first), np.round(second) + rng.uniform(0.05, 0.95, shapes[1])]


def _off_the_limits(rng: np.random.Generator, shapes: Sequence[Shape]) -> list[Array]:
    return [
        np.round(2 * value) + rng.uniform(0.1, 0.4, value.shape) for value in anywhere(rng, shapes)
    ]


def _different(rng: np.random.Generator, shapes: Sequence[Shape]) -> list[Array]:
    """Draw elements at least 0.1 apart from each other."""
    return [
        np.asarray(rng.permutation(np.arange(np.prod(shape, dtype=int))) * 0.3 - 1).reshape(shape)
        + rng.uniform(0.0, 0.2, shape)
        for shape in shapes
    ]


def _scores_and_shares(rng: np.random.Generator, shapes: Sequence[Shape]) -> list[Array]:
    scores, target = rng.normal(size=shapes[0]), rng.uniform(0.1, 1.0, shapes[1])
    return [scores, np.asarray(target / target.sum(axis=-1, keepdims=True))]


def _scores_and_classes(rng: np.random.Generator, shapes: Sequence[Shape]) -> list[Array]:
    """Draw scores and one-hot targets, no score within 0.05 of a margin of 1."""
    scores = np.round(rng.normal(size=shapes[0])) * 1.0
    classes = rng.integers(0, shapes[1][-1], shapes[1][:-1])
    return [scores + rng.uniform(0.0, 0.4, shapes[0]), np.eye(shapes[1][-1])[classes]]


def _around_a_margin(rng: np.random.Generator, shapes: Sequence[Shape]) -> list[Array]:
    score, target = anywhere(rng, shapes)
    return [np.asarray(2 * score + 0.05 * np.sign(score)), np.sign(target) * 1.07]


@dataclass(frozen=True)
class Domain:
    """Where one operation is tested.

    Attributes:
        shapes: Shapes that fit its inputs; none means all that its number of inputs suggests.
        draw: How inputs of given shapes are drawn.
        settings: Settings to test it with, besides the defaults.
    """

    shapes: Sequence[tuple[Shape, ...]] = ()
    draw: Draw = anywhere
    settings: Sequence[Mapping[str, float]] = field(default_factory=tuple)


_MATRIX = Domain((((2, 3), (3, 4)), ((2, 3), (3,)), ((3,), (3, 2)), ((4,), (4,))))

DOMAINS: Mapping[str, Domain] = {
    **{
        name: Domain(draw=_positive)
        for name in ("log", "log2", "log10", "log1p", "sqrt", "divide", "reciprocal", "power")
    },
    **{name: Domain(draw=_probabilities) for name in ("arcsin", "arccos")},
    **{
        name: Domain(draw=_apart)
        for name in ("max", "min", "greater", "less", "greater_equal", "less_equal")
    },
    **{name: Domain(draw=_apart) for name in ("equal", "not_equal")},
    "tan": Domain(draw=_probabilities),
    "floor": Domain(draw=_off_the_limits),
    "relu6": Domain(draw=_off_the_limits),
    "hardtanh": Domain(draw=_off_the_limits),
    "amax": Domain(draw=_different),
    "amin": Domain(draw=_different),
    "index": Domain(
        (((4,),), ((3, 2),), ((3, 1, 4),)), settings=({"position": 2}, {"position": -1})
    ),
    "element": Domain((((3, 4),), ((3, 2),)), settings=({"row": 2, "column": -1}, {"row": -3})),
    "slice": Domain(
        (((4,),), ((5, 2),), ((4, 1, 3),)),
        settings=({"start": 1, "stop": 3}, {"start": -2}, {"stop": -1}),
    ),
    "matmul": _MATRIX,
    "binary_cross_entropy": Domain(draw=_probabilities),
    "clip": Domain(draw=_off_the_limits, settings=({"low": 0.0, "high": 3.0},)),
    "leaky_relu": Domain(settings=({"slope": 0.1},)),
    "prelu": Domain(settings=({"slope": 2.0},)),
    "elu": Domain(settings=({"alpha": 0.5},)),
    "selu": Domain(settings=({"scale": 1.0, "alpha": 2.0},)),
    "swish": Domain(settings=({"beta": 3.0},)),
    "two_line_maxout": Domain(settings=({"left_slope": -2.0, "right_offset": 0.1},)),
    "maxout": Domain(
        (((4,),), ((12,),), ((3, 12),), ((2, 2, 12),)), _different, ({"pieces": 1}, {"pieces": 4})
    ),
    "softmax": Domain(_ROWS),
    "log_softmax": Domain(_ROWS),
    "reshape": Domain(
        (((2, 6),), ((12,),), ((1, 3, 4),)),
        settings=({"rows": 3, "columns": -1}, {"rows": -1, "columns": 2}, {"rows": 12}),
    ),
    "concatenate": Domain((((), ()), ((3,), (2,)), ((2, 3), (1, 3)), ((), (4,)))),
    "outer_product": Domain((((2,), (3,)), ((1,), (4,)), ((3,), (3,)))),
    "dot_product": Domain((((3,), (3,)), ((2, 3), (2, 3)), ((), ()))),
    "dropout": Domain(settings=({"rate": 0.2, "seed": 7}, {"rate": 0})),
    "gaussian_noise": Domain(settings=({"spread": 2.0, "seed": 3},)),
    "l1_penalty": Domain(settings=({"strength": 2.0},)),
    "l2_penalty": Domain(settings=({"strength": 2.0},)),
    "hinge": Domain(draw=_around_a_margin, settings=({"margin": 0.5},)),
    "softmax_cross_entropy": Domain(_EQUAL_ROWS, _scores_and_shares),
    "multiclass_hinge": Domain(_EQUAL_ROWS, _scores_and_classes, ({"margin": 0.5},)),
}


@dataclass(frozen=True)
class Case:
    """One place at which an operation is tested.

    Attributes:
        inputs: Its inputs.
        settings: All its settings.
    """

    inputs: list[Array]
    settings: dict[str, float]


def case(record: Operation, pick: int, seed: int) -> Case:
    """Return a place, by the number of a choice of shapes and settings and by a seed."""
    domain = DOMAINS.get(record.name, Domain())
    choices = domain.shapes or _DEFAULT_SHAPES[record.arity]
    chosen = ({}, *domain.settings)[pick % (len(domain.settings) + 1)]
    shapes = choices[pick // (len(domain.settings) + 1) % len(choices)]
    inputs = domain.draw(np.random.default_rng(seed), shapes)
    return Case(inputs, complete(record.settings, chosen))


def count_cases(record: Operation) -> int:
    """Return how many different picks there are."""
    domain = DOMAINS.get(record.name, Domain())
    choices = domain.shapes or _DEFAULT_SHAPES[record.arity]
    return len(choices) * (len(domain.settings) + 1)
