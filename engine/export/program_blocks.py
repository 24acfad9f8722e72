"""The parts of an exported program: a function for each group, and the whole that calls them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from engine.arrays import Array
from engine.autodiff.passes.plan import Instruction
from engine.errors import GraphError
from engine.export.identifiers import free_identifier, group_identifiers
from engine.export.program_text import Listing
from engine.graph.group_operation import GroupNode, make_node
from engine.graph.groups import check_whole
from engine.graph.model import Graph, GroupId, NodeId


@dataclass(frozen=True)
class Block:
    """A part of a program that is written as one function.

    Attributes:
        listing: The graph, with the names that nodes have inside this part.
        ports: The nodes that the function takes.
        output: The node that it returns.
        constants: The constants inside.
        steps: What it does in order: gates, and inner groups that it calls.
    """

    listing: Listing
    ports: tuple[NodeId, ...]
    output: NodeId
    constants: tuple[NodeId, ...]
    steps: tuple[Instruction | GroupBlock, ...]

    @property
    def learning_ports(self) -> tuple[NodeId, ...]:
        """The ports to which a gradient flows."""
        return tuple(port for port in self.ports if port in self.listing.plan.differentiable)

    def arguments(self, ports: Sequence[NodeId] | None = None) -> str:
        """Return the names of its ports, or of some of them, as inside the function."""
        return self.called_with(self.listing, ports)

    def called_with(self, outer: Listing, ports: Sequence[NodeId] | None = None) -> str:
        """Return the names of its ports, or of some of them, as where it is called."""
        return ", ".join(outer.names[port] for port in (self.ports if ports is None else ports))

    def constant_values(self) -> Iterator[tuple[str, Array]]:
        """Iterate over the constants inside: name and value."""
        for node in self.constants:
            yield self.listing.names[node], self.listing.plan.sources[node]

    def local_names(self) -> Iterator[str]:
        """Iterate over the names of all that has a value inside."""
        for node in (*self.ports, *self.constants):
            yield self.listing.names[node]
        for step in self.steps:
            yield self.listing.names[step.output if isinstance(step, Block) else step.node]


@dataclass(frozen=True)
class GroupBlock(Block):
    """A group, as a function.

    Attributes:
        gate: The group as one gate, whose operation is the group's name in the program.
    """

    gate: GroupNode

    @property
    def name(self) -> str:
        """The group's name in the program."""
        return self.gate.operation


def make_blocks(
    listing: Listing, *, grouped: bool, endings: Sequence[str] = ("",)
) -> tuple[tuple[GroupBlock, ...], Block]:
    """Divide a program into its functions.

    A group that an edit of the wires has broken, or of which the result needs only a part, is no
    function: its gates stand where they would without it.

    Args:
        listing: The program.
        grouped: Whether groups become functions.
        endings: What the program puts behind a group's name.

    Returns:
        The groups, each after those that it calls, and the whole.
    """
    if not grouped:
        return (), _whole(listing, set(listing.constants()), tuple(listing.instructions()))
    needed = _needed_graph(listing)
    groups = _whole_groups(needed)
    names = group_identifiers(
        # The outermost groups choose first.
        ((key, listing.plan.graph.groups[key].name) for key in reversed(groups)),
        listing.names.values(),
        endings,
    )
    functions = {name + ending for name in names.values() for ending in endings}
    place = {node: number for number, node in enumerate(listing.plan.shapes)}
    steps: dict[NodeId, Instruction | GroupBlock] = {
        item.node: item for item in listing.instructions()
    }
    constants = set(listing.constants())
    blocks: list[GroupBlock] = []
    for key, members in groups.items():
        gate = make_node(needed, members, names[key])
        inside = sorted(members & steps.keys(), key=place.__getitem__)
        block = GroupBlock(
            _inner_listing(listing, gate, functions),
            gate.body.ports,
            gate.body.output,
            tuple(sorted(members & constants, key=place.__getitem__)),
            tuple(steps[step] for step in inside),
            gate,
        )
        # The call stands where its output stood: after all that it takes, before what takes it.
        for step in inside:
            if step != block.output:
                del steps[step]
        steps[block.output] = block
        constants -= members
        blocks.append(block)
    return tuple(blocks), _whole(listing, constants, tuple(steps.values()))


def _whole(
    listing: Listing, constants: set[NodeId], steps: tuple[Instruction | GroupBlock, ...]
) -> Block:
    inputs = tuple(node for _, _, node in listing.inputs())
    kept = tuple(node for node in listing.constants() if node in constants)
    return Block(listing, inputs, listing.target, kept, steps)


def _needed_graph(listing: Listing) -> Graph:
    """Return the part of the graph that the result depends on."""
    graph = listing.plan.graph
    return Graph(
        {key: node for key, node in graph.nodes.items() if key in listing.needed},
        {port: end for port, end in graph.wires.items() if port.node in listing.needed},
        listing.target,
        {key: group for key, group in graph.groups.items() if group.members <= listing.needed},
    )


def _whole_groups(graph: Graph) -> dict[GroupId, frozenset[NodeId]]:
    """Return the groups that can be functions, inner before outer, and what is inside each."""
    found: dict[GroupId, frozenset[NodeId]] = {}
    for key, group in sorted(graph.groups.items(), key=lambda item: len(item[1].members)):
        # Inputs and parameters stay outside, where a program can be given others.
        members = frozenset(
            node
            for node in group.members
            if graph.nodes[node].operation == "constant" or not graph.nodes[node].is_source
        )
        if all(graph.nodes[node].is_source for node in members) or members in found.values():
            continue
        try:
            check_whole(graph, members)
        except GraphError:
            continue
        found[key] = members
    return found


def _inner_listing(listing: Listing, gate: GroupNode, functions: set[str]) -> Listing:
    """Return the program with the names that a group's function has for what it takes.

    A gate that has only its operation for a name is somebody else's inside a function, which calls
    what it takes x.
    """
    graph, ports = listing.plan.graph, gate.body.ports
    taken = {listing.names[key] for key in (*gate.members, *ports)} | functions
    own: dict[NodeId, str] = {}
    for number, port in enumerate(ports, start=1):
        if not graph.nodes[port].name:
            wanted = "x" if len(ports) == 1 else f"x{number}"
            own[port] = free_identifier(wanted, taken, stem=wanted, numbers={})
            taken.add(own[port])
    inside = {key: listing.names[key] for key in (*gate.members, *ports)}
    return replace(listing, names={**inside, **own})
