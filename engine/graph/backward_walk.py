"""Reverse mode itself: the one walk against the arrows, whatever is carried along.

Griewank and Walther, Evaluating Derivatives, 2008, section 3.2: the gates in reverse topological
order, each handing back to its inputs what came to it, times its local gradient, and what arrives
at a node along several branches is added up. The passes carry arrays, a program only those that
were asked for, a group those of its members, the compiler recorded values, and the question what
counts at all masks.
"""

from __future__ import annotations

import operator
from collections import deque
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from typing import Any, Protocol, TypeVar

from engine.graph.model import NodeId


class Gate(Protocol):
    """What the walk has to know of a gate: its node, and the nodes to which it hands back."""

    @property
    def node(self) -> NodeId:
        """Its node."""

    @property
    def inputs(self) -> Sequence[NodeId]:
        """The nodes to which it hands something back."""


GateT = TypeVar("GateT", bound=Gate)
# pull_back(gate, upstream) returns what goes back to each input; None where nothing does.
PullBack = Callable[[GateT, Any], Sequence[Any]]


def walk_back(
    gates: Sequence[GateT],
    found: MutableMapping[NodeId, Any],
    pull_back: PullBack[GateT],
    add: Callable[[Any, Any], Any] = operator.add,
) -> Iterator[tuple[GateT, Any, Sequence[Any]]]:
    """Walk the gates in reverse; those to which nothing comes back are passed over.

    Args:
        gates: The gates, each after those it depends on.
        found: What has come back to each node: at first the seed at the target, after the last
            step everything.
        pull_back: What a gate hands back to its inputs.
        add: How what comes back along two branches is put together.

    Yields:
        The gate, what came back to it (all branches added up), and for each input what goes back
        there, or None where nothing does.
    """
    for gate in reversed(gates):
        upstream = found.get(gate.node)
        if upstream is None:
            continue
        downstream = pull_back(gate, upstream)
        for source, share in zip(gate.inputs, downstream):  # noqa: B905  (strict takes its time)
            if share is not None:
                known = found.get(source)
                found[source] = share if known is None else add(known, share)
        yield gate, upstream, downstream


def run_back(
    gates: Sequence[GateT],
    found: MutableMapping[NodeId, Any],
    pull_back: PullBack[GateT],
    add: Callable[[Any, Any], Any] = operator.add,
) -> None:
    """Walk all the way at once; the arguments are those of ``walk_back``."""
    deque(walk_back(gates, found, pull_back, add), maxlen=0)
