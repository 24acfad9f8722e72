"""Which numbers stand where on the canvas: at wires, at ends, and as sums over branches."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.graph_editor.items.canvas_style import canvas_style
from desktop.graph_editor.items.label_item import NOT_COMPUTED, Label, Meaning
from desktop.graph_editor.node_faces import wire_texts
from engine.arrays import Array
from engine.formula.values import format_number, format_value

_MOST_TERMS = 4


def number_label(number: Array | None, meaning: Meaning, digits: int, width: float) -> Label:
    """Return the label of a number that is computed, or of one that is not, to fit a width."""
    if number is None:
        return Label("", meaning)
    texts = wire_texts(number, digits)
    style = canvas_style()
    fitting = (text for text in texts if style.label_width(text) <= width)
    return Label(next(fitting, texts[-1]), meaning)


def wire_labels(
    value: Array | None, gradient: Array | None, digits: int, width: float
) -> tuple[Label, Label]:
    """Return the labels of a wire: its value, to stand above, and its gradient, below."""
    return (
        number_label(value, Meaning.VALUE, digits, width),
        number_label(gradient, Meaning.GRADIENT, digits, width),
    )


def branch_sum(branches: Sequence[Array | None], total: Array | None, digits: int) -> Label | None:
    """Return how the gradients of several branches add up, such as ``2 + 3 = 5``.

    Args:
        branches: What came back along each wire; None where nothing has yet.
        total: The gradient of the node, or None where it is not complete.
        digits: Decimals to show.

    Returns:
        None when no gradient has come back: there is nothing to add.
    """
    if all(branch is None for branch in branches):
        return None
    is_complete = total is not None and all(branch is not None for branch in branches)
    end = f" = {format_value(total, digits)}" if total is not None and is_complete else ""
    is_long = len(branches) > _MOST_TERMS
    if is_long or any(branch is not None and branch.ndim > 0 for branch in branches):
        return Label(f"Σ{end}", Meaning.GRADIENT) if end else None
    text = ""
    for branch in branches:
        if branch is None:
            text += f" + {NOT_COMPUTED}" if text else NOT_COMPUTED
            continue
        term = format_number(float(branch), digits)
        if not text:
            text = term
        elif term.startswith("−"):
            text += f" − {term[1:]}"
        else:
            text += f" + {term}"
    return Label(text + end, Meaning.GRADIENT)
