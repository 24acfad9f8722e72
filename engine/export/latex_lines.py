"""The lines of a LaTeX text that compute gates forward and pass their gradients backward."""

from __future__ import annotations

from collections.abc import Mapping

from engine.autodiff.passes.plan import Instruction
from engine.export.program_text import Listing
from engine.formula.latex import name_phrase, setting_phrases, value_phrase
from engine.formula.latex_template import LatexPhrase, fill_template
from engine.graph.model import NodeId
from engine.operations.operation import without_definitions


def pass_blocks(listing: Listing, result: str = "") -> list[str]:
    """Return an ``align*`` block of the gates forward and one of the gradients backward.

    Args:
        listing: What is told.
        result: What the gradients are those of; by default the name of the target.
    """
    symbols = {node: _symbol(listing, node) for node in listing.needed}
    forward = [
        rf"{symbols[item.node].text} &= {_value(listing, item, symbols)}"
        for item in listing.instructions()
    ]
    backward = _gradients(listing, symbols, result or symbols[listing.target].text)
    return [_aligned(lines) for lines in (forward, backward) if lines]


def _aligned(lines: list[str]) -> str:
    body = " \\\\\n".join(f"  {line}" for line in lines)
    return f"\\begin{{align*}}\n{body}\n\\end{{align*}}"


def _symbol(listing: Listing, node: NodeId) -> LatexPhrase:
    shown = listing.plan.graph.nodes[node]
    if shown.value is not None and not shown.name:
        return value_phrase(shown.value)
    return name_phrase(listing.names[node])


def _places(
    listing: Listing, item: Instruction, symbols: Mapping[NodeId, LatexPhrase]
) -> dict[str, LatexPhrase]:
    ports = zip(item.operation.inputs, item.inputs, strict=True)
    return {
        **{port: symbols[source] for port, source in ports},
        **setting_phrases(listing.plan.graph.nodes[item.node]),
        "y": symbols[item.node],
    }


def _value(listing: Listing, item: Instruction, symbols: Mapping[NodeId, LatexPhrase]) -> str:
    return fill_template(item.operation.latex, _places(listing, item, symbols)).text


def _gradients(listing: Listing, symbols: Mapping[NodeId, LatexPhrase], result: str) -> list[str]:
    """Return a line for each node that a gradient reaches, from the result backwards."""
    if listing.target not in listing.plan.differentiable:
        return []

    def slope(node: NodeId) -> LatexPhrase:
        return LatexPhrase(rf"\frac{{\partial {result}}}{{\partial {symbols[node].text}}}")

    branches: dict[NodeId, list[str]] = {}
    meanings: dict[NodeId, dict[str, None]] = {}
    order: list[NodeId] = []
    for item in reversed(list(listing.instructions())):
        places = _places(listing, item, symbols) | {"g": slope(item.node)}
        for index, source in enumerate(item.inputs):
            if item.needs_gradient[index]:
                if source not in branches:
                    order.append(source)
                share, definitions = _downstream(item, index, places)
                branches.setdefault(source, []).append(share)
                meanings.setdefault(source, {}).update(dict.fromkeys(definitions))
    first = rf"{slope(listing.target).text} &= 1"
    return [
        first,
        # What letters mean stands behind the whole sum.
        *(
            r",\ ".join((f"{slope(node).text} &= {' + '.join(branches[node])}", *meanings[node]))
            for node in order
        ),
    ]


def _downstream(
    item: Instruction, index: int, places: Mapping[str, LatexPhrase]
) -> tuple[str, list[str]]:
    """Return the gradient that one input gets, and what letters in it mean."""
    template, definitions = without_definitions(item.operation.downstream_latex[index])
    local, _ = without_definitions(item.operation.local_latex[index])
    meanings = [fill_template(text, places).text for text in definitions]
    if template == rf"{local} \cdot $g":
        # Filled first and then multiplied, so that a local gradient that is a sum gets brackets.
        factors = {"local": fill_template(local, places), "g": places["g"]}
        return fill_template(r"$local \cdot $g", factors).text, meanings
    return fill_template(template, places).text, meanings
