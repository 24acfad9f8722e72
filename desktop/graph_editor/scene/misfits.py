"""What would fit at a wire whose shape does not: found by asking the gate's own rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import error_sentence, filled
from desktop.graph_editor.scene.node_faces import shape_tag
from engine.arrays import Shape
from engine.autodiff.passes.evaluation import Evaluation
from engine.errors import EngineError, ShapeError
from engine.graph.edits import connect
from engine.graph.model import Graph, InputPort, NodeId
from engine.graph.shapes import infer_shapes

# Two lengths that nobody has: a rule that takes them takes any.
_ANY = {7919: "n", 7927: "m"}


def find_misfits(graph: Graph, evaluation: Evaluation) -> dict[InputPort, str]:
    """Return for each wire whose shape does not fit what its port needs, and what it has."""
    found: dict[InputPort, str] = {}
    for node_id, problem in evaluation.problems.items():
        if isinstance(problem, ShapeError):
            found.update(_misfits_at(graph, node_id, evaluation.plan.shapes))
    return found


def misfit_of(graph: Graph, source: NodeId, port: InputPort) -> str:
    """Return what a wire that is about to be drawn would be marked with, or an empty text.

    Raises:
        GraphError: It would close a circle.
    """
    tried = connect(graph, source, port)
    inferred = infer_shapes(tried)
    problem = inferred.problems.get(port.node)
    if not isinstance(problem, ShapeError):
        return ""
    marked = _misfits_at(tried, port.node, inferred.shapes)
    return marked.get(port) or error_sentence(problem)


def _misfits_at(
    graph: Graph, node_id: NodeId, known: Mapping[NodeId, Shape]
) -> dict[InputPort, str]:
    ends = graph.inputs_of(node_id)
    shapes = [known.get(end) if end is not None else None for end in ends]
    has = [shape for shape in shapes if shape is not None]
    if len(has) < len(shapes):
        return {}
    found = {}
    # The wires that were there first stay right; the last one that could be mended is marked.
    for index in reversed(range(len(has))):
        needed = _needed(graph, node_id, has, index)
        if needed:
            text = QCoreApplication.translate("Misfits", "needs {0}, has {1}")
            found[InputPort(node_id, index)] = filled(text, needed, shape_tag(has[index]))
            break
    return found


def _needed(graph: Graph, node_id: NodeId, shapes: list[Shape], index: int) -> str:
    """Return the shape that one input needs for the others, letters where any length goes."""
    node = graph.nodes[node_id]
    for shape in _candidates(shapes, index):
        tried = [*shapes[:index], shape, *shapes[index + 1 :]]
        try:
            node.record.output_shape(tried, node.settings)
        except EngineError:
            continue
        text = "×".join(_ANY.get(size, str(size)) for size in shape)
        return f"({text})" if len(shape) == 1 else text or shape_tag(())
    return ""


def _candidates(shapes: list[Shape], index: int) -> Iterator[Shape]:
    """Yield shapes to try: of the same number of axes first, and the most general of each."""
    others = {size for place, shape in enumerate(shapes) if place != index for size in shape}
    sizes = (*_ANY, *sorted(others))
    axes = len(shapes[index])
    for count in sorted(range(3), key=lambda count: (count != axes, -count)):
        tried = [shape for shape in product(sizes, repeat=count) if len(set(shape)) == count]
        tried += list(product(sorted(others), repeat=count))
        yield from sorted(tried, key=_generality)


def _generality(shape: Shape) -> tuple[int, Shape]:
    """Sort shapes with more free lengths first, and n before m."""
    return (-sum(size in _ANY for size in shape), shape)
