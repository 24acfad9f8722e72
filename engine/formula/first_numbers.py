"""The first numbers of a formula's inputs: small, each another one, in the shapes it asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count, product

import numpy as np

from engine.arrays import Shape, as_array, computing
from engine.autodiff.passes.evaluation import evaluate
from engine.errors import ShapeError
from engine.graph.model import Graph, NodeId
from engine.graph.topology import consumers_by_node

_SIGNED = (2.0, 3.0, -1.0, 0.5, 4.0, -2.0, 1.5, -3.0, 2.5, 1.0, -0.5, 3.5)
_POSITIVE = (2.0, 3.0, 1.0, 0.5, 4.0, 1.5, 2.5, 3.5)
_NEXT = 5
# Vectors of two elements are told at a glance; an index may ask for more.
_SIZES = (2, 3, 4, 5, 6, 8)
# A larger graph is computed no more often than need be.
_MOST_NODES = 400


def with_first_numbers(graph: Graph, new: Collection[NodeId]) -> Graph:
    """Give a formula's new inputs numbers to begin with.

    They are distinct, in the order of the formula, so that a learner sees which number comes from
    where. An input that a product of matrices or an index takes is a vector or a matrix. Where the
    formula is no number with a negative one, as a logarithm is none, all are positive.

    A single number that an earlier formula has left makes room only where nothing could be computed
    with it, and all can with a vector or a matrix in its place.

    Args:
        graph: The formula.
        new: The inputs that have no value of their own yet.
    """
    if not new:
        return graph
    if len(graph) > _MOST_NODES:
        return _numbered(graph, dict.fromkeys(new, ()), _SIGNED)
    shapes = _shapes(graph, new)
    plain: dict[NodeId, Shape] = dict.fromkeys(new, ())
    tried = [
        _numbered(graph, given, numbers)
        for given in ([shapes, plain] if shapes != plain else [plain])
        for numbers in (_SIGNED, _POSITIVE)
    ]
    sound = next((found for found in tried if _is_sound(found)), None)
    if sound is not None:
        return sound
    wider = _with_wider(graph, shapes)
    return wider if wider is not None and _is_sound(wider) else tried[0]


def _with_wider(graph: Graph, shapes: Mapping[NodeId, Shape]) -> Graph | None:
    """Number also the kept single numbers of which vectors or matrices are asked, if there are."""
    kept = [node for node in graph.sources() if node not in shapes and _is_single(graph, node)]
    asked = {node: shape for node, shape in _shapes(graph, kept).items() if shape}
    return _numbered(graph, {**shapes, **asked}, _SIGNED) if asked else None


def _is_single(graph: Graph, source: NodeId) -> bool:
    node = graph.nodes[source]
    return node.operation != "constant" and node.value is not None and not node.value.ndim


def _numbered(graph: Graph, shapes: Mapping[NodeId, Shape], numbers: Sequence[float]) -> Graph:
    stream = _unused(graph, shapes, numbers)
    nodes = dict(graph.nodes)
    for node, shape in shapes.items():
        size = int(np.prod(shape, dtype=int))
        value = as_array([next(stream) for _ in range(size)]).reshape(shape)
        nodes[node] = replace(nodes[node], value=as_array(value))
    return replace(graph, nodes=nodes)


def _unused(graph: Graph, new: Collection[NodeId], numbers: Sequence[float]) -> Iterator[float]:
    """Yield numbers that no input has that was there before."""
    others = [graph.nodes[node] for node in graph.sources() if node not in new]
    values = [node.value for node in others if node.operation != "constant"]
    taken = {value.item() for value in values if value is not None and not value.ndim}
    return (number for number in chain(numbers, map(float, count(_NEXT))) if number not in taken)


def _shapes(graph: Graph, new: Collection[NodeId]) -> dict[NodeId, Shape]:
    """Return the shape of each new input, as far as the gates that take it tell."""
    shapes: dict[NodeId, Shape] = dict.fromkeys(new, ())
    taking = consumers_by_node(graph)
    for node in new:
        for port in taking.get(node, ()):
            asked = _asked_shapes(graph, port.node)[port.index]
            shapes[node] = max(shapes[node], asked, key=lambda shape: (len(shape), shape))
    return shapes


def _asked_shapes(graph: Graph, gate: NodeId) -> Sequence[Shape]:
    """Return the shapes of a gate's inputs: numbers where it takes them, else the smallest."""
    node = graph.nodes[gate]
    sources = graph.inputs_of(gate)
    numbers: tuple[Shape, ...] = ((),) * len(sources)
    if node.record.derivatives is not None:
        return numbers
    for size in _SIZES:
        vector, matrix = (size,), (size, size)
        choices = [
            (matrix, vector) if _is_matrix(graph, source) else (vector, matrix)
            for source in sources
        ]
        for shapes in product(*choices):
            try:
                node.record.output_shape(shapes, node.settings)
            except ShapeError:
                continue
            return shapes
    return numbers


def _is_matrix(graph: Graph, source: NodeId | None) -> bool:
    """Whether a name is one that books give to matrices."""
    return source is not None and graph.nodes[source].name[:1].isupper()


@computing()
def _is_sound(graph: Graph) -> bool:
    """Whether all of a formula can be computed with its numbers."""
    found = evaluate(graph)
    return not found.problems
