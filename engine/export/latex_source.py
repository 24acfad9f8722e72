"""A graph's formula and its gradients as LaTeX, gate by gate along the chain rule."""

from __future__ import annotations

from dataclasses import replace

from engine.export.group_formulas import block_graph
from engine.export.latex_groups import as_function, group_definition
from engine.export.latex_lines import pass_blocks
from engine.export.program_blocks import make_blocks
from engine.export.program_text import make_listing
from engine.formula.latex import format_latex
from engine.graph.model import Graph, NodeId


def latex_source(graph: Graph, target: NodeId | None = None, *, grouped: bool = False) -> str:
    r"""Return the formula, then each gate forward, then each gate backward.

    The text is for ``\usepackage{amsmath}``: one displayed formula and two ``align*`` blocks. A
    gradient with several branches is written as their sum.

    Args:
        graph: The graph.
        target: The result; by default the graph's own.
        grouped: Whether each group is a function, defined under its name with its gradients
            before the first that uses it.

    Raises:
        EngineError: There is no result, or it cannot be computed.
    """
    listing = make_listing(graph, target)
    groups, whole = make_blocks(listing, grouped=grouped)
    if groups:
        graph = block_graph(whole, as_function)
        listing = replace(make_listing(graph), names=listing.names)
    blocks = [part for group in groups for part in group_definition(group)]
    blocks.append(rf"\[ {format_latex(graph, listing.target)} \]")
    return "\n\n".join([*blocks, *pass_blocks(listing)]) + "\n"
