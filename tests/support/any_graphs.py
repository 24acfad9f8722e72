"""Any graph that a person can build, for Hypothesis, and whether two graphs are the same."""

from __future__ import annotations

import math
from functools import cache

from hypothesis import strategies as st

from engine.arrays import as_array
from engine.errors import FormulaError, GraphError
from engine.formula.parser import parse_formula
from engine.graph.builder import GraphBuilder
from engine.graph.groups import group_nodes
from engine.graph.model import Graph, InputPort, Node, NodeId
from engine.operations.catalog import OPERATIONS
from engine.settings import Setting

_NUMBERS = st.one_of(
    st.sampled_from([1.0, 2.0, -1.0, -2.0, 0.0, -0.0, 0.5, math.e, math.pi, -math.e]),
    st.floats(allow_nan=False, allow_infinity=False),
)
_VALUES = st.one_of(
    _NUMBERS,
    st.lists(_NUMBERS, min_size=1, max_size=3),
    st.integers(1, 3).flatmap(
        lambda width: st.lists(
            st.lists(_NUMBERS, min_size=width, max_size=width), min_size=1, max_size=3
        )
    ),
)
_CONSTANTS = st.sampled_from([("e", math.e), ("π", math.pi), ("pi", math.pi)])
# A dot is seen through: the formula does not tell it.
_TOLD = [name for name, record in OPERATIONS.items() if record.passes is None]
_PLAIN_NAMES = ("a", "b", "c", "f", "w0", "손실", "x_1", "_")
# Names that say something in formulas, or look as if they did, and some that no formula can read.
_ODD_NAMES = (
    *("e", "pi", "π", "E", "e1", "x", "y", "xy", "ab", "bc", "w0x", "xe", "πr", "x2", "np", "T"),
    *("w₁", "w_1", "w₁₂", "x′", "x''", "ŷ", "y\u0302", "µ", "μ", "σ", "Σ", "wᵀ", "W", "F", "torch"),
    *("sin", "log10", "d", "in", "where", "x·1", "2x", "x 1", "|x|", "½", "𝑥", "ｘ", "x[0]", "#"),
)


@cache
def can_be_said(name: str) -> bool:
    """Return whether a formula reads a name as that very name, where it is known as one."""
    if OPERATIONS.find(name) is not None or name.startswith(("Σ", "Π")):
        # Known as a name it would be read, but not wherever the text is pasted.
        return False
    try:
        graph = parse_formula(f"1 + {name}", names=frozenset({name}))
    except FormulaError:
        return False
    return [node.name for node in graph.nodes.values() if node.operation == "input"] == [name]


NAMES = st.one_of(st.just(""), st.sampled_from(_PLAIN_NAMES), st.sampled_from(_ODD_NAMES))
# An input is found again by its name; without one that can be said it would be a new one.
_SOURCE_NAMES = st.sampled_from([n for n in (*_PLAIN_NAMES, *_ODD_NAMES) if can_be_said(n)])


def _other_values(setting: Setting) -> list[float]:
    tried = (0.25, 1.0) if not setting.integer else (1.0, 2.0, -1.0, setting.minimum)
    return [
        value
        for value in tried
        if math.isfinite(value) and setting.minimum <= value <= setting.maximum
    ]


@st.composite
def any_graphs(draw: st.DrawFn, *, muted: bool = False) -> Graph:
    """Draw any graph: unfinished, with loose ends, several results, shared and named nodes.

    Args:
        draw: Hypothesis'.
        muted: Whether gates may be muted and dots may lie on wires.
    """
    builder = GraphBuilder()
    nodes: list[NodeId] = []
    for _ in range(draw(st.integers(1, 14))):
        operation = draw(st.sampled_from([*_TOLD, "reroute"] if muted else _TOLD))
        record = OPERATIONS[operation]
        if record.is_source:
            nodes.append(draw(_sources(builder, operation)))
            continue
        given = {
            item.name: draw(st.sampled_from([item.default, *_other_values(item)]))
            for item in record.settings
        }
        silent = draw(st.sampled_from([None, None, 0])) if muted else None
        node = builder.add_node(Node(operation, draw(NAMES), settings=given, muted=silent))
        for index in range(record.arity):
            source = draw(st.sampled_from([None, *nodes])) if nodes else None
            if source is not None:
                builder.wire(source, InputPort(node, index))
        nodes.append(node)
    return builder.build(draw(st.sampled_from([None, *nodes])))


@st.composite
def _sources(draw: st.DrawFn, builder: GraphBuilder, operation: str) -> NodeId:
    if operation == "constant" and draw(st.booleans()):
        name, value = draw(_CONSTANTS)
        return builder.source(operation, value, name)
    return builder.source(operation, draw(_VALUES), draw(st.one_of(st.just(""), _SOURCE_NAMES)))


@st.composite
def grouped_graphs(draw: st.DrawFn) -> Graph:
    """Draw any graph some of whose gates are in groups."""
    graph = draw(any_graphs())
    for _ in range(draw(st.integers(1, 3))):
        ids = draw(st.sets(st.sampled_from(sorted(graph.nodes)), min_size=1, max_size=4))
        try:
            graph, _ = group_nodes(graph, ids, draw(st.sampled_from(["a", "group", "f"])))
        except GraphError:
            # These cannot be one gate.
            continue
    return graph


def assert_isomorphic(graph: Graph, read: Graph) -> None:
    """Walk both graphs from their ends, port by port, and compare what is met."""
    partner: dict[NodeId, NodeId] = {}
    waiting = list(zip(_ends(graph), _ends(read), strict=True))
    while waiting:
        one, other = waiting.pop()
        if one in partner:
            assert partner[one] == other
            continue
        partner[one] = other
        assert_same_node(graph.nodes[one], read.nodes[other])
        for source, its_source in zip(graph.inputs_of(one), read.inputs_of(other), strict=True):
            if source is None or its_source is None:
                assert source is its_source
            else:
                waiting.append((source, its_source))
    assert len(partner) == len(graph) == len(read)
    assert len(set(partner.values())) == len(partner)


def assert_same_node(node: Node, read: Node) -> None:
    """Compare two nodes: operation, name, value and settings."""
    assert node.operation == read.operation
    assert node.name in {"", read.name} or not can_be_said(node.name)
    if node.value is not None:
        assert read.value is not None
        assert as_array(node.value).tolist() == as_array(read.value).tolist()
    for item in node.record.settings:
        default = item.default
        assert node.settings.get(item.name, default) == read.settings.get(item.name, default)


def _ends(graph: Graph) -> list[NodeId]:
    assert graph.result is not None
    feeding = set(graph.wires.values())
    loose = sorted(node for node in graph.nodes if node not in feeding and node != graph.result)
    return [*loose, graph.result]
