"""Where an exported program must leave a gradient out, so that 0·∞ does not become NaN.

What `engine/autodiff/influence.py` asks of the values, a program asks of its own: a maximum ignores
its smaller input, and behind it 0 goes back whatever the slopes there are. The masks are written
only where a slope behind can be infinite.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

import numpy as np

from engine.autodiff.passes.plan import Instruction
from engine.export.program_text import Listing, filled
from engine.graph.model import NodeId
from engine.operations.operation import Operation
from engine.settings import complete

# What no element of a node's output can be left out of, and what every one is left out of.
_WHOLE, _NOTHING = "True", "False"
# Where slopes and values leave the numbers, if they do: at 0, and far out.
_PROBES = (0.0, 1.0, -1.0, 800.0, -800.0)


class Guards:
    """The masks of a function's gates, found from its result back to its ports."""

    def __init__(self, listing: Listing, gates: Sequence[Instruction], output: NodeId) -> None:
        self._listing = listing
        self._shares: dict[NodeId, list[str]] = {output: [_WHOLE]}
        self._wild: set[NodeId] = set()
        for item in gates:
            if is_wild(item.operation) or not self._wild.isdisjoint(item.inputs):
                self._wild.add(item.node)
        self._masks: dict[NodeId, str] = {}

    def enter(self, item: Instruction) -> Iterator[str]:
        """Take a gate on the way back; yield the line that makes its mask, if it needs a name."""
        mask = self._joined(item.node)
        if mask not in {_WHOLE, _NOTHING}:
            name = f"_reaches_{self._listing.names[item.node]}"
            yield f"{name} = {mask}"
            mask = name
        self._masks[item.node] = mask
        for index, source in enumerate(item.inputs):
            if item.needs_gradient[index]:
                self.pass_on(source, self._share(item, index, mask))

    def pass_on(self, node: NodeId, mask: str) -> None:
        """Note where the result depends on a node by one more way."""
        self._shares.setdefault(node, []).append(mask)

    def enter_group(self, output: NodeId, ports: Sequence[NodeId]) -> str:
        """Take a whole group, which mixes elements; return the mask of what comes back from it."""
        mask = self._joined(output)
        if mask not in {_WHOLE, _NOTHING}:
            mask = f"np.any({mask})"
        for port in ports:
            self.pass_on(port, mask)
        return _WHOLE if output not in self._wild else mask

    def guarded(self, item: Instruction, gradient: str) -> str:
        """Return a gate's downstream gradient with 0 where the result ignores the gate."""
        mask = self._masks.get(item.node, _WHOLE)
        if mask == _WHOLE or item.node not in self._wild:
            return gradient
        if item.operation.derivatives is None:
            mask = f"np.any({mask})"
        return f"np.where({mask}, {gradient}, 0.0)"

    def _joined(self, node: NodeId) -> str:
        shares = [share for share in self._shares.get(node, [_WHOLE]) if share != _NOTHING]
        if _WHOLE in shares:
            return _WHOLE
        if not shares:
            return _NOTHING
        text = shares[0]
        for share in shares[1:]:
            text = f"np.logical_or({text}, {share})"
        return text

    def _share(self, item: Instruction, index: int, mask: str) -> str:
        operation, shapes = item.operation, self._listing.plan.shapes
        if operation.derivatives is None:
            return mask if mask in {_WHOLE, _NOTHING} else f"np.any({mask})"
        if operation.numpy_ignores:
            ignored = filled(operation.numpy_ignores[index], self._listing.places(item))
            if ignored == _WHOLE or mask == _NOTHING:
                return _NOTHING
            hears = f"np.logical_not({ignored})"
            mask = hears if mask == _WHOLE else f"np.logical_and({mask}, {hears})"
        shape = shapes[item.inputs[index]]
        if mask in {_WHOLE, _NOTHING} or shape == shapes[item.node]:
            return mask
        # An element that is repeated counts where any of its copies does.
        return f"(unbroadcast(np.broadcast_to({mask}, {shapes[item.node]!r}), {shape!r}) > 0)"


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


def without_idle(lines: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return lines without those that make a mask which no line behind uses."""
    kept: list[str] = []
    used: set[str] = set()
    masks = {f"_reaches_{name}" for name in names}
    for line in reversed(lines):
        made, _, rest = line.partition(" = ")
        if made in masks and made not in used:
            continue
        used.update(re.findall(r"\w+", rest))
        kept.append(line)
    return kept[::-1]
