"""Where an exported program must leave a gradient out, so that 0·∞ does not become NaN.

What `engine/operations/ignoring.py` says of values, a program asks of its own: a maximum ignores
its smaller input, to which 0 goes back whatever the slopes before and behind it are. The masks are
written only where a slope can be infinite, and what comes to a gate no number: by what the gates
are, or because a product leaves the numbers at the graph's own values. A group is handed the mask
of its output and returns those of its inputs.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np

from engine.arrays import Shape
from engine.autodiff.passes.plan import Instruction
from engine.autodiff.passes.reverse import forward_pass, leaves_numbers
from engine.export.program_text import Listing, filled
from engine.graph.model import NodeId
from engine.operations.ignoring import is_traced
from engine.operations.operation import Operation
from engine.settings import complete

# What no element of a node's output can be left out of, and what every one is left out of.
_WHOLE, _NOTHING = "True", "False"
# Where slopes and values leave the numbers, if they do: at 0, and far out.
_PROBES = (0.0, 1.0, -1.0, 800.0, -800.0)


@dataclass(frozen=True)
class Risks:
    """Where a program may meet 0·∞ on its way back.

    Attributes:
        gates: The gates from which 0 must be handed back where the result ignores what goes there:
            those whose slope may be infinite, and those that ignore something and may get ∞.
        asked: The nodes of which a program has to know where its result depends on them: the
            result may ignore them, and a gate of an infinite slope is one of them or stands behind.
    """

    gates: frozenset[NodeId]
    asked: frozenset[NodeId]


def find_risks(listing: Listing) -> Risks:
    """Return where a program may meet 0·∞."""
    plan, gates = listing.plan, list(listing.instructions())
    ignored = _ignored(gates)
    if not ignored:
        return Risks(frozenset(), frozenset())
    if leaves_numbers(plan, forward_pass(plan), listing.target):
        steep = fed = {item.node for item in gates}
    else:
        steep, fed = _infinite_slopes(gates), _infinite_upstreams(gates)
    # Behind these a finite slope makes 0 of the 0 that comes back.
    shut = {item.node for item in gates if item.operation.ignores} & fed
    behind = steep & ignored
    asked = set(behind)
    for item in gates:
        if not asked.isdisjoint(item.inputs):
            asked.add(item.node)
    return Risks(frozenset(behind | shut), frozenset(asked & ignored))


def _ignored(gates: Sequence[Instruction]) -> set[NodeId]:
    """Return the nodes that stand behind a gate which may ignore them."""
    found: set[NodeId] = set()
    for item in reversed(gates):
        if item.operation.ignores or item.node in found:
            found.update(item.inputs)
    return found


def _infinite_slopes(gates: Sequence[Instruction]) -> set[NodeId]:
    """Return the gates that may leave the numbers, and those that take what has left them."""
    found: set[NodeId] = set()
    for item in gates:
        if is_wild(item.operation) or not found.isdisjoint(item.inputs):
            found.add(item.node)
    return found


def _infinite_upstreams(gates: Sequence[Instruction]) -> set[NodeId]:
    """Return the gates behind one whose slope may leave the numbers."""
    slopes = _infinite_slopes(gates)
    found: set[NodeId] = set()
    for item in reversed(gates):
        if item.node in slopes or item.node in found:
            found.update(item.inputs)
    return found


class Guards:
    """The masks of a function's gates, found from its result back to its ports."""

    def __init__(self, listing: Listing, risks: Risks) -> None:
        self._listing = listing
        self.risks = risks
        self._shares: dict[NodeId, list[str]] = {}
        self._masks: dict[NodeId, str] = {}

    def enter(self, item: Instruction) -> Iterator[str]:
        """Take a gate on the way back; yield the line that makes its mask, if it needs a name."""
        mask = yield from self.named(item.node)
        for index, source in enumerate(item.inputs):
            if item.needs_gradient[index]:
                self.pass_on(source, self._share(item, index, mask))

    def named(self, node: NodeId) -> Generator[str, None, str]:
        """Take a node on the way back; yield the line that makes its mask, and return its name."""
        mask = self.joined(node)
        name = mask_name(self._listing.names[node])
        if not mask.isidentifier():
            yield f"{name} = {mask}"
            mask = name
        self._masks[node] = mask
        return mask

    def pass_on(self, node: NodeId, mask: str) -> None:
        """Note where the result depends on a node by one more way."""
        self._shares.setdefault(node, []).append(mask)

    def joined(self, node: NodeId) -> str:
        """Return where the result depends on a node by any of its ways."""
        shares = [share for share in self._shares.get(node, [_WHOLE]) if share != _NOTHING]
        if _WHOLE in shares or node not in self.risks.asked:
            return _WHOLE
        if not shares:
            return _NOTHING
        text = shares[0]
        for share in shares[1:]:
            text = f"np.logical_or({text}, {share})"
        return text

    def guarded(self, item: Instruction, index: int, gradient: str) -> str:
        """Return a downstream gradient of a gate with 0 where the result does not depend on it.

        Args:
            item: The gate.
            index: The input to which it goes.
            gradient: What goes there, before copies of an element are summed.
        """
        if item.node not in self.risks.gates:
            return gradient
        mask = self._masks.get(item.node, _WHOLE)
        mask = self._heard(item, index, self._made_of(item, index, mask))
        return gradient if mask == _WHOLE else f"np.where({mask}, {gradient}, 0.0)"

    def _share(self, item: Instruction, index: int, mask: str) -> str:
        """Return by which elements of an input the result depends on it through a gate."""
        mask = self._heard(item, index, self._made_of(item, index, mask))
        shapes = self._listing.plan.shapes
        shape, given = shapes[item.inputs[index]], _worked_on(item, index, shapes)
        if mask in {_WHOLE, _NOTHING} or shape == given:
            return mask
        # An element that is repeated counts where any of its copies does.
        return f"(unbroadcast(np.broadcast_to({mask}, {given!r}), {shape!r}) > 0)"

    def _made_of(self, item: Instruction, index: int, mask: str) -> str:
        """Return a mask of what a gate makes as one of what it makes that of.

        It is of the shape on which the gate works element by element, if it does; for a gate that
        mixes them, of its input's shape or of none.
        """
        operation = item.operation
        if operation.derivatives is not None or mask in {_WHOLE, _NOTHING}:
            return mask
        if not is_traced(operation):
            return f"np.any({mask})"
        shape = self._listing.plan.shapes[item.node]
        if shape:
            # A condition of fewer elements holds for all.
            mask = f"np.broadcast_to({mask}, {shape!r})"
        places = self._listing.places(item)
        ones = {port: f"np.ones_like({places[port]})" for port in (*operation.inputs, "y")}
        made = filled(operation.numpy_downstream[index], {**places, **ones, "g": mask})
        return f"({made} > 0)"

    def _heard(self, item: Instruction, index: int, mask: str) -> str:
        """Return what is left of a mask where a gate does not ignore its input."""
        if not item.operation.numpy_ignores:
            return mask
        ignored = filled(item.operation.numpy_ignores[index], self._listing.places(item))
        if ignored == _WHOLE or mask == _NOTHING:
            return _NOTHING
        hears = f"np.logical_not({ignored})"
        return hears if mask == _WHOLE else f"np.logical_and({mask}, {hears})"


def _worked_on(item: Instruction, index: int, shapes: Mapping[NodeId, Shape]) -> Shape:
    """Return the shape of the masks of a gate's downstream gradients, before copies are joined."""
    if item.operation.derivatives is not None:
        return shapes[item.node]
    if item.operation.numpy_ignores:
        return np.broadcast_shapes(*(shapes[source] for source in item.inputs))
    return shapes[item.inputs[index]]


@cache
def is_wild(operation: Operation) -> bool:
    """Return whether a value or a slope of a gate's operation can leave the numbers."""
    if operation.derivatives is None:
        return operation.explain is not None or operation.explain_slope is not None
    settings = complete(operation.settings, {})
    for numbers in product(_PROBES, repeat=operation.arity):
        with np.errstate(all="ignore"):
            inputs = [np.asarray(number) for number in numbers]
            output = operation.forward(*inputs, **settings)
            slopes = [rule(output, *inputs, **settings) for rule in operation.derivatives]
        if not all(np.isfinite(value).all() for value in (output, *slopes)):
            return True
    return False


def mask_name(name: str) -> str:
    """Return what the mask of a node is called; no node's name begins with _."""
    return f"_reaches_{name}"


def without_idle(lines: Sequence[str], masks: Sequence[str]) -> list[str]:
    """Return lines without those that make one of some masks which no line behind uses."""
    kept: list[str] = []
    used: set[str] = set()
    idle = frozenset(masks)
    for line in reversed(lines):
        made, _, rest = line.partition(" = ")
        if made in idle and made not in used:
            continue
        used.update(re.findall(r"\w+", rest or line))
        kept.append(line)
    return kept[::-1]
