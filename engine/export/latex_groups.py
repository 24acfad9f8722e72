"""Groups as functions in LaTeX: each defined under its own name, with its own gradients."""

from __future__ import annotations

import re
from dataclasses import replace
from unicodedata import name as letter_name

from engine.export.group_formulas import block_graph
from engine.export.latex_lines import pass_blocks
from engine.export.program_blocks import GroupBlock
from engine.export.program_text import make_listing
from engine.formula.latex import format_latex, name_phrase
from engine.formula.latex_template import LatexPhrase, fill_template
from engine.graph.group_operation import GroupNode
from engine.operations.operation import Operation

_LETTER = re.compile(r"(?P<letter>[^\W\d_])(?P<index>_?[0-9]*)")
_GREEK = re.compile(r"GREEK (?P<size>SMALL|CAPITAL) LETTER (?P<letter>[A-Z]+)")
# What stands between the statements of a formula.
_SEPARATOR = r",\quad "


def function_name(name: str) -> str:
    r"""Return a group's name in LaTeX; a Greek letter is spelt out, as fonts of text lack it.

    Example:
        >>> [function_name(name) for name in ("σ", "λ_2", "layer", "g")]
        ['\\sigma', '\\lambda_{2}', '\\mathrm{layer}', 'g']
    """
    found = _LETTER.fullmatch(name)
    greek = found and _GREEK.fullmatch(letter_name(found["letter"], ""))
    if found and greek:
        # Unicode's name of λ lacks the b.
        spelt = greek["letter"].lower().replace("lamda", "lambda")
        spelt = spelt if greek["size"] == "SMALL" else spelt.capitalize()
        text = name_phrase(spelt + found["index"]).text
        if text.startswith(f"\\{spelt}"):
            return text
    return name_phrase(name).text


def as_function(group: GroupBlock) -> GroupNode:
    """Return a group's gate as it stands where the group is used: its name and what it takes."""
    record = group.gate.record
    name = function_name(group.name)
    ports = record.inputs if len(record.inputs) == 1 else _lettered(len(record.inputs))
    arguments = ", ".join(f"${port}" for port in ports)
    styled = replace(record, inputs=ports, latex=f"{name}({arguments})")
    if group.gate.pattern is None:
        slopes = tuple(_slope(name, argument) for argument in _arguments(group))
        # The transposed Jacobian, where it is more than a factor for each element.
        downstream = (
            rf"\left({slope}\right)^{{\top}} $g"
            if record.derivatives is None
            else rf"{slope} \cdot $g"
            for slope in slopes
        )
        styled = replace(styled, local_latex=slopes, downstream_latex=tuple(downstream))
    return replace(group.gate, own_record=styled)


def group_definition(group: GroupBlock) -> list[str]:
    r"""Return what a group computes, ``\sigma(x) = …``, and its gradients for what it takes.

    The gradients of a function in disguise are its known ones, those of others are written gate by
    gate.
    """
    name = function_name(group.name)
    call = f"{name}({', '.join(_arguments(group))})"
    graph = block_graph(group, as_function)
    nameless = replace(graph.nodes[group.output], name="")
    formula = format_latex(
        replace(graph, nodes={**graph.nodes, group.output: nameless}), group.output
    )
    *before, last = formula.split(_SEPARATOR)
    definition = _SEPARATOR.join([*before, f"{call} = {last}"])
    if group.gate.pattern is not None:
        return [_known_definition(group, group.gate.pattern, definition, call)]
    listing = replace(make_listing(graph), names=group.listing.names)
    return [_displayed(definition), *pass_blocks(listing, name)]


def _known_definition(group: GroupBlock, known: Operation, definition: str, call: str) -> str:
    (argument,) = _arguments(group)
    place = {known.inputs[0]: LatexPhrase(argument), "y": LatexPhrase(call)}
    usual = fill_template(known.latex, place).text
    same = "" if usual == call else f" = {usual}"
    local = fill_template(known.local_latex[0], place).text
    slope = _slope(function_name(group.name), argument)
    return _displayed(f"{definition}{same}{_SEPARATOR}{slope} = {local}")


def _lettered(count: int) -> tuple[str, ...]:
    """Return names of ports without digits, which templates in LaTeX take for text."""
    letters = str.maketrans("0123456789", "abcdefghij")
    return tuple(f"x{str(number).translate(letters)}" for number in range(count))


def _arguments(group: GroupBlock) -> list[str]:
    return [name_phrase(group.listing.names[port]).text for port in group.ports]


def _slope(name: str, argument: str) -> str:
    return rf"\frac{{\partial {name}}}{{\partial {argument}}}"


def _displayed(formula: str) -> str:
    return rf"\[ {formula} \]"
