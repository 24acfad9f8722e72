"""The graph that is shown, as the facts tell it: its formula, and the values of its sources."""

from __future__ import annotations

from engine.arrays import as_array
from engine.formula.constants import is_constant
from engine.formula.parser import parse_formula
from engine.graph.edits import set_value
from engine.graph.model import Graph, NodeId
from engine.lessons.facts import Facts
from engine.lessons.formulas import FactError
from engine.quoting import brief

_FORMULA, _VALUE = "formula", "value_"


def shown_graph(facts: Facts) -> Graph:
    """Return the graph that is shown.

    Raises:
        EngineError: None is shown (code ``fact_no_graph``), or its formula cannot be read.
    """
    formula = facts.get(_FORMULA)
    if not isinstance(formula, str) or not formula.strip():
        raise FactError("fact_no_graph", "There is no graph here.")
    graph = parse_formula(formula, names=_given_names(facts))
    for node in list(graph.sources()):
        name = graph.nodes[node].name
        value = facts.get(_VALUE + name) if name else None
        if value is not None and not isinstance(value, str | tuple):
            graph = set_value(graph, node, as_array(value))
    return graph


def _given_names(facts: Facts) -> list[str]:
    """Return the names of the nodes whose values are told, but for those of e and π themselves."""
    found = ((name.removeprefix(_VALUE), facts[name]) for name in facts if name.startswith(_VALUE))
    return [name for name, value in found if not is_constant(name, value)]


def named_node(graph: Graph, name: str) -> NodeId:
    """Return the node of a name.

    Raises:
        EngineError: There is none (code ``fact_no_node``).
    """
    node = graph.named(name)
    if node is None:
        raise FactError("fact_no_node", f"There is no node “{brief(name)}”.", name=name)
    return node
