"""Which numbers stand where on the canvas: at wires, at ends, and as sums over branches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from desktop.graph_editor.items.canvas_style import canvas_style
from desktop.graph_editor.items.heat_map import HeatMap
from desktop.graph_editor.items.label_item import NOT_COMPUTED, Label, Meaning
from desktop.graph_editor.scene.misfits import find_misfits
from desktop.graph_editor.scene.node_faces import shape_tag, wire_texts
from engine.arrays import Array
from engine.autodiff.passes.evaluation import Evaluation
from engine.drawing.passes import PassView
from engine.drawing.shown_drawing import ShownDrawing
from engine.explanation.precision import size_of_sum, sum_as_written, without_noise
from engine.formula.values import format_number, format_value
from engine.graph.model import Graph, InputPort, NodeId

_MOST_TERMS = 4
_ARROW = "→ "
_WIDEST_SUM = 160.0
_END_ROOM = 160.0


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the layer writes.

    Attributes:
        graph: The graph.
        shown: Its numbers so far.
        result: The node whose gradient is the seed.
        digits: Decimals.
        shows_shapes: Whether vectors and matrices have their shape beside them.
        misfits: What would fit at the wires whose shapes do not, as a sentence.
        collapsed: The nodes that show no numbers at their ports.
        unasked: While gradients are hidden, the constants and what depends on these alone: no
            gradient flows there, so that none is asked for.
    """

    graph: Graph
    shown: PassView
    result: NodeId | None
    digits: int
    shows_shapes: bool = False
    misfits: Mapping[InputPort, str] = field(default_factory=dict)
    collapsed: frozenset[NodeId] = frozenset()
    unasked: frozenset[NodeId] = frozenset()


def number_label(
    number: Array | None, meaning: Meaning, digits: int, width: float, *, shows_shape: bool = False
) -> Label:
    """Return the label of a number that is computed, or of one that is not, to fit a width.

    A vector or matrix whose numbers do not fit is a picture beside its size.
    """
    if number is None:
        return Label("", meaning)
    texts = wire_texts(number, digits)
    if number.ndim == 0:
        return Label(texts[0], meaning)
    shape = shape_tag(number.shape) if shows_shape else ""
    for text in texts[:-1]:
        for label in (Label(text, meaning, None, shape), Label(text, meaning)):
            if label.width <= width:
                return label
    return Label(texts[-1], meaning, HeatMap(number) if number.size else None)


def wire_labels(
    value: Array | None,
    gradient: Array | None,
    digits: int,
    width: float,
    *,
    shows_shape: bool = False,
) -> tuple[Label, Label]:
    """Return the labels of a wire: its value, to stand above, and its gradient, below."""
    return (
        number_label(value, Meaning.VALUE, digits, width, shows_shape=shows_shape),
        # A gradient always has the shape of its variable, so that it is written once.
        number_label(gradient, Meaning.GRADIENT, digits, width),
    )


def tangent_label(tangent: Array | None, digits: int, width: float) -> Label:
    """Return the label of a tangent: an arrow leads it, so that it is told from a gradient."""
    room = width - canvas_style().label_width(_ARROW)
    label = number_label(tangent, Meaning.TANGENT, digits, room)
    return label._replace(text=_ARROW + label.text) if label.is_computed else label


def branch_sum(branches: Sequence[Array | None], total: Array | None, digits: int) -> Label | None:
    """Return how the gradients of several branches add up, such as ``2 + 3 = 5``.

    Args:
        branches: What came back along each wire; None where nothing has yet.
        total: The gradient of the node, or None where it is not complete.
        digits: Decimals to show; terms get more where the sum would not follow from them.

    Returns:
        None when no gradient has come back: there is nothing to add.
    """
    if all(branch is None for branch in branches):
        return None
    is_complete = total is not None and all(branch is not None for branch in branches)
    if any(branch is not None and branch.ndim > 0 for branch in branches):
        return _tensor_sum(total, digits) if total is not None and is_complete else None
    shown, end = digits, ""
    if total is not None and is_complete:
        terms = [float(branch) for branch in branches if branch is not None]
        shown, is_exact = sum_as_written(terms, float(total), digits)
        told = without_noise(total, size_of_sum(np.asarray(term) for term in terms))
        sign = "=" if is_exact and told is total else "≈"
        end = f" {sign} {format_value(told, digits)}"
    if len(branches) > _MOST_TERMS:
        return Label(f"Σ{end}", Meaning.GRADIENT) if end else None
    text = ""
    for branch in branches:
        if branch is None:
            text += f" + {NOT_COMPUTED}" if text else NOT_COMPUTED
            continue
        term = format_number(float(branch), shown)
        if not text:
            text = term
        elif term.startswith("−"):
            text += f" − {term[1:]}"
        else:
            text += f" + {term}"
    return Label(text + end, Meaning.GRADIENT)


def _tensor_sum(total: Array, digits: int) -> Label:
    label = number_label(total, Meaning.GRADIENT, digits, _WIDEST_SUM)
    sign = "Σ" if label.picture is not None else "Σ ="
    return label._replace(text=f"{sign} {label.text}")


def numbers_seen(
    seen: ShownDrawing,
    evaluation: Evaluation,
    digits: int = 2,
    *,
    view: PassView | None = None,
    shows_shapes: bool = True,
    hides_gradients: bool = False,
) -> Numbers:
    """Return what is to be written of a drawing.

    Args:
        seen: What is seen of it.
        evaluation: Its numbers, as far as they may be seen.
        digits: Decimals.
        view: The position on the timeline that is to be seen; None for everything.
        shows_shapes: Whether vectors and matrices have their shape beside them.
        hides_gradients: Whether a lesson or an exercise hides gradients.
    """
    gradients = seen.shares_inside(evaluation.gradients)
    everything = PassView(evaluation.values, gradients, None, "backward")
    misfits = find_misfits(seen.graph, evaluation) if evaluation.problems else {}
    result = seen.result(evaluation)
    shown, collapsed = view or everything, seen.drawing.collapsed
    unasked: frozenset[NodeId] = frozenset()
    if hides_gradients:
        unasked = frozenset(evaluation.plan.shapes.keys() - evaluation.plan.differentiable)
    return Numbers(seen.graph, shown, result, digits, shows_shapes, misfits, collapsed, unasked)


def labels_at_wire(numbers: Numbers, port: InputPort, room: float) -> tuple[Label, ...]:
    """Return the labels of a wire, to fit a width: above, and below.

    While gradients are hidden, nothing stands below where none will come: a place that waits would
    ask for one. Otherwise an empty place there can be clicked and says why it is empty.
    """
    source, shown = numbers.graph.wires[port], numbers.shown
    value, gradient = wire_labels(
        shown.values.get(source),
        shown.gradients.wires.get(port),
        numbers.digits,
        room,
        shows_shape=numbers.shows_shapes,
    )
    if shown.tangents is not None:
        gradient = tangent_label(shown.tangents.nodes.get(source), numbers.digits, room)
    if port in numbers.misfits:
        # Nothing comes back along a wire that does not fit, so the place is free for why.
        return value, Label(f"⚠ {numbers.misfits[port]}", Meaning.PROBLEM)
    if source in numbers.unasked and not gradient.is_computed:
        return (value,)
    return value, gradient


def ends_of(numbers: Numbers, consumers: Mapping[NodeId, Sequence[InputPort]]) -> list[NodeId]:
    """Return the nodes that have numbers of their own: the result, and gates that feed nothing."""
    return [
        node_id
        for node_id, node in numbers.graph.nodes.items()
        if node_id == numbers.result or not (node.is_source or consumers[node_id])
    ]


def labels_at_end(numbers: Numbers, node_id: NodeId) -> list[Label]:
    """Return the labels of a node that has numbers of its own."""
    shown = numbers.shown
    value = shown.values.get(node_id)
    labels = [number_label(value, Meaning.VALUE, numbers.digits, _END_ROOM)]
    if shown.tangents is not None:
        moved = shown.tangents.nodes.get(node_id)
        labels.append(tangent_label(moved, numbers.digits, _END_ROOM))
    elif node_id == numbers.result:
        gradient = shown.gradients.nodes.get(node_id)
        labels.append(number_label(gradient, Meaning.GRADIENT, numbers.digits, _END_ROOM))
    return labels
