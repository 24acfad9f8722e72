"""The levelled form: a large graph of single numbers, run a level at a time.

The gates are renumbered by (level, operation), so that all gates of one kind on one level are
neighbours and one NumPy call computes them. Going forward they take their operands with one
``take``; going back, a level's gradients are the sums of what came along its wires, gathered in
the order of its nodes and added up by one ``np.add.reduceat``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.autodiff.codegen.array_code import write_arrays
from engine.autodiff.codegen.array_tape import ArrayTape, ArrayValue
from engine.autodiff.codegen.template_reader import UnknownTemplateError, read_template
from engine.autodiff.passes.plan import Instruction, Plan
from engine.graph.model import NodeId
from engine.graph.topology import ancestors
from engine.written_functions import make_function

Places = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class _Group:
    """The gates of one operation on one level.

    Attributes:
        gate: One of them; they differ in their places only.
        where: Their places among all numbers.
        operands: For each input port the places of what feeds it.
    """

    gate: Instruction
    where: slice
    operands: tuple[Places, ...]


@dataclass(frozen=True, eq=False)
class _Layout:
    """Where each node's number lies: sources first, then group after group.

    Attributes:
        places: The place of each node.
        groups: The groups in the order of the forward pass.
        levels: Where each level's numbers lie, the sources' first.
    """

    places: Mapping[NodeId, int]
    groups: tuple[_Group, ...]
    levels: tuple[slice, ...]

    @property
    def size(self) -> int:
        """How many numbers there are."""
        return int(self.levels[-1].stop)


class LevelledForm:
    """Computes the value and the gradients of a graph in which every node is one number.

    It owns its arrays: use one object in one place. The source of its function holds numbered
    names and NumPy's functions, and no text of a person; that is what makes it safe to run.

    Attributes:
        group_count: How many groups of gates there are; each costs a few calls.
    """

    def __init__(
        self, plan: Plan, target: NodeId, changing: Sequence[NodeId], asked: Sequence[NodeId]
    ) -> None:
        """Sort the gates and write the calls.

        Raises:
            EngineError: The target cannot be computed.
            UnknownTemplateError: The graph holds an array, or an operation that is not elementwise
                or has no template.
        """
        plan.check_target(target)
        needed = {target, *ancestors(plan.graph, target)}
        items = [item for item in plan.instructions if item.node in needed]
        if any(plan.shapes[node] for node in (*needed, *changing)):
            raise UnknownTemplateError("an array in a graph of numbers")
        fixed = [node for node in plan.sources if node in needed and node not in set(changing)]
        used = [node for node in changing if node in needed]
        layout = _lay_out([*used, *fixed], items)
        writer = _Writer(layout, layout.places[target])
        self.group_count = len(layout.groups)
        self._run = make_function("levelled_form", (), writer.lines or ["pass"], writer.names)
        self._values, self._gradients = writer.values, writer.gradients
        self._values[len(used) : len(used) + len(fixed)] = [plan.sources[node] for node in fixed]
        self._given = [place for place, node in enumerate(changing) if node in needed]
        self._takes_all = len(self._given) == len(changing)
        self._count, self._target = len(used), layout.places[target]
        # A source that the target does not depend on has the gradient 0, which stands at the end.
        self._asked = np.array([layout.places.get(node, -1) for node in asked], np.intp)

    def __call__(self, *numbers: float) -> tuple[float, tuple[float, ...]]:
        """Return the value and the gradients, at numbers for the changing sources."""
        used = numbers if self._takes_all else [numbers[place] for place in self._given]
        self._values[: self._count] = used
        with np.errstate(all="ignore"):
            self._run()
        return float(self._values[self._target]), tuple(self._gradients[self._asked].tolist())


def _lay_out(sources: Sequence[NodeId], items: Sequence[Instruction]) -> _Layout:
    levels: dict[NodeId, int] = {}
    grouped: dict[tuple[int, str, tuple[tuple[str, float], ...]], list[Instruction]] = {}
    for item in items:
        level = 1 + max((levels.get(node, 0) for node in item.inputs), default=0)
        levels[item.node] = level
        key = (level, item.operation.name, tuple(sorted(item.settings.items())))
        grouped.setdefault(key, []).append(item)
    places = {node: place for place, node in enumerate(sources)}
    groups: list[_Group] = []
    ends = [len(places)]
    for (level, _, _), members in sorted(grouped.items(), key=lambda entry: entry[0]):
        start = len(places)
        rows = [[places[node] for node in item.inputs] for item in members]
        operands = tuple(np.array(column, np.intp) for column in zip(*rows, strict=True))
        for item in members:
            places[item.node] = len(places)
        groups.append(_Group(members[0], slice(start, len(places)), operands))
        if level == len(ends):
            ends.append(len(places))
        ends[level] = len(places)
    starts = [0, *ends[:-1]]
    return _Layout(places, tuple(groups), tuple(map(slice, starts, ends)))


class _Writer:
    """Writes the calls of both passes.

    Attributes:
        lines: The calls.
        names: What they use.
        values: All numbers, in the layout's places.
        gradients: The gradients in the same places, then what comes back along each wire, then 0.
    """

    def __init__(self, layout: _Layout, target: int) -> None:
        self.lines: list[str] = []
        self.names: dict[str, Any] = {"add_up": np.add.reduceat}
        self._layout = layout
        wires = sum(len(places) for group in layout.groups for places in group.operands)
        self.values = np.zeros(layout.size)
        self.gradients = np.zeros(layout.size + wires + 1)
        self.gradients[target] = 1.0
        self._next_wire = layout.size
        # For each wire the place of its source, and of what comes back along it.
        self._ends: list[Places] = []
        self._returns: list[Places] = []
        operands = [self._forward(group) for group in layout.groups]
        self._backward(operands)

    def _forward(self, group: _Group) -> list[Array]:
        operands = [self._gather(self.values, places) for places in group.operands]
        gate, tape = group.gate, ArrayTape()
        names = dict(zip(gate.operation.inputs, operands, strict=True))
        found = read_template(
            tape, gate.operation, gate.operation.numpy, _recorded(tape, names), gate.settings
        )
        self._write(tape, found, names, self.values[group.where])
        return operands

    def _backward(self, operands: Sequence[list[Array]]) -> None:
        """Write the groups in reverse, each level after all that came back to it is added up."""
        waiting = list(zip(self._layout.groups, operands, strict=True))
        for level in reversed(self._layout.levels):
            self._collect(level)
            while waiting and waiting[-1][0].where.start >= level.start:
                self._pull_back(*waiting.pop())

    def _pull_back(self, group: _Group, operands: list[Array]) -> None:
        operation = group.gate.operation
        if operation.derivatives is None:
            raise UnknownTemplateError("an operation that mixes elements")
        upstream = self.gradients[group.where]
        names = {
            **dict(zip(operation.inputs, operands, strict=True)),
            "y": self.values[group.where],
            "g": upstream,
        }
        for places, template in zip(group.operands, operation.numpy_local, strict=True):
            tape = ArrayTape()
            recorded = _recorded(tape, names)
            local = read_template(tape, operation, template, recorded, group.gate.settings)
            share = tape.elementwise("multiply", recorded["g"], local)
            returned = slice(self._next_wire, self._next_wire + len(places))
            if share == recorded["g"]:
                # A sum hands its gradient on unchanged: no copy is needed.
                returned = group.where
            else:
                self._next_wire = returned.stop
                self._write(tape, share, names, self.gradients[returned])
            self._ends.append(places)
            self._returns.append(np.arange(returned.start, returned.stop))

    def _collect(self, level: slice) -> None:
        """Add up what came back to a level; it is all there when the levels above are done."""
        if not self._ends:
            return
        ends, returns = np.concatenate(self._ends), np.concatenate(self._returns)
        here = ends >= level.start
        self._ends, self._returns = [ends[~here]], [returns[~here]]
        order = np.argsort(ends[here], kind="stable")
        sources, places = ends[here][order], returns[here][order]
        home = self.gradients[level]
        if len(places) == len(home):
            self._take(self.gradients, places, home)
            return
        gathered = self._take(self.gradients, places, np.zeros(len(places)))
        starts = np.flatnonzero(np.diff(sources, prepend=-1))
        # Every node of a level feeds some gate, since the target depends on it.
        names = ", ".join(map(self._name, (gathered, starts)))
        self.lines.append(f"add_up({names}, 0, None, {self._name(home)})")

    def _gather(self, source: Array, places: Places) -> Array:
        """Return the numbers at some places: a part of the vector where they are neighbours."""
        if np.array_equal(places, np.arange(places[0], places[0] + len(places))):
            return source[places[0] : places[0] + len(places)]
        return self._take(source, places, np.zeros(len(places)))

    def _take(self, source: Array, places: Places, home: Array) -> Array:
        # Checking each place would cost a copy; they are all inside.
        take = self._name(partial(source.take, mode="clip"))
        self.lines.append(f"{take}({self._name(places)}, None, {self._name(home)})")
        return home

    def _write(
        self, tape: ArrayTape, result: ArrayValue, inputs: Mapping[str, Array], home: Array
    ) -> None:
        code = write_arrays(
            tape, [result], inputs, outputs={0: home}, prefix=f"g{len(self.names)}_"
        )
        self.lines += code.lines
        self.names.update(code.names)

    def _name(self, item: object) -> str:
        name = f"n{len(self.names)}"
        self.names[name] = item
        return name


def _recorded(tape: ArrayTape, arrays: Mapping[str, Array]) -> dict[str, ArrayValue]:
    return {name: tape.input(name, array.shape) for name, array in arrays.items()}
