"""Which facts a formula names."""

from __future__ import annotations

from engine.errors import EngineError
from engine.formula.parser import parse_formula


def names_in(formula: str) -> tuple[str, ...]:
    """Return the names of facts in a formula, each once; none where it cannot be read.

    Example:
        >>> names_in("z*(x + y) + x")
        ('z', 'x', 'y')
    """
    try:
        graph = parse_formula(formula)
    except EngineError:
        return ()
    sources = (graph.nodes[node] for node in graph.sources())
    return tuple(node.name for node in sources if node.operation == "input")
