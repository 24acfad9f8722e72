"""From a graph to LaTeX, by the templates of its operations."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from engine.arrays import Array
from engine.formula.latex_template import (
    ATOM,
    LatexPhrase,
    checked_length,
    fill_template,
    number_phrase,
)
from engine.formula.outline import outline
from engine.formula.values import number_text
from engine.graph.model import Graph, Node, NodeId
from engine.graph.name_letters import PRIME
from engine.graph.passing import origin, seen_through
from engine.operations.operation import Subscript

_HOLE = LatexPhrase(r"\square")
_LARGEST_SHOWN = 4
_INDEXED = re.compile(r"(?P<stem>[^\W\d_]+)_?(?P<index>[0-9]+)")
_SUBSCRIPTED = re.compile(r"(?P<stem>[^\W_]+)_(?P<index>[^\W_]+)")
# LaTeX knows no letters but Latin ones without a package.
_GREEK_LETTERS = {
    letter: name
    for letters, names in (
        ("αβγδεζηθικλμ", "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu"),
        ("νξπρστυφχψω", "nu xi pi rho sigma tau upsilon phi chi psi omega"),
        ("ΓΔΘΛΞΠΣΥΦΨΩ", "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"),
    )
    for letter, name in zip(letters, names.split(), strict=True)
}
_GREEK = frozenset(_GREEK_LETTERS.values())
# How a condition is written that is a comparison, and where it does not hold.
_CONDITIONS = {
    "greater": (">", r"\le"),
    "greater_equal": (r"\ge", "<"),
    "less": ("<", r"\ge"),
    "less_equal": (r"\le", ">"),
    "equal": ("=", r"\ne"),
    "not_equal": (r"\ne", "="),
}


def format_latex(
    graph: Graph,
    node: NodeId | None = None,
    phrases: Mapping[str, LatexPhrase] | None = None,
) -> str:
    r"""Return a graph's formula in LaTeX.

    Statements are those of ``format_formula``, separated by commas; an input port without a wire
    reads ``\square``. Reroute dots and muted gates are seen through.

    Args:
        graph: The graph, finished or not.
        node: Tell only this node and what it depends on.
        phrases: What to write for a name, where that is not the name itself: another symbol, or
            a number.

    Raises:
        GraphError: A statement would have more than ``LONGEST_LATEX`` characters.

    Example:
        >>> from engine.formula.parser import parse_formula
        >>> format_latex(parse_formula("f = 1/(1 + exp(-x))"))
        'f = \\frac{1}{1 + e^{-x}}'
    """
    if node is not None:
        node = origin(graph, node)
        if node is None:
            return _HOLE.text
    graph = seen_through(graph)
    plan = outline(graph, node)
    with_statement = set(plan.statements)
    given = phrases or {}
    written: dict[NodeId, LatexPhrase] = {}
    definitions: dict[NodeId, str] = {}
    for node_id in plan.order:
        name = plan.names.get(node_id)
        phrase = _phrase(graph, node_id, written, plan.names)
        if phrase is not None and node_id in with_statement:
            definitions[node_id] = checked_length(phrase).text
        written[node_id] = (
            (phrase or _HOLE) if name is None else given.get(name) or name_phrase(name)
        )
    lines: list[str] = []
    for statement in plan.statements:
        name = plan.names.get(statement)
        definition = definitions.pop(statement, None)
        shown = "" if name is None else name_phrase(name).text
        lines.append(" = ".join(part for part in (shown, definition) if part) or _HOLE.text)
    return r",\quad ".join(lines)


def _phrase(
    graph: Graph,
    node_id: NodeId,
    phrases: Mapping[NodeId, LatexPhrase],
    names: Mapping[NodeId, str],
) -> LatexPhrase | None:
    """Return a node's expression, or None for an input, which is only its name."""
    node = graph.nodes[node_id]
    if node.operation == "constant" and node.value is not None:
        return value_phrase(node.value)
    if node.is_source:
        return None
    operands = {
        port: _HOLE if source is None else phrases[source]
        for port, source in zip(node.record.inputs, graph.inputs_of(node_id), strict=True)
    }
    template = node.record.latex
    condition = graph.inputs_of(node_id)[0] if node.operation == "where" else None
    if condition is not None and condition not in names:
        compared = graph.nodes[condition].operation
        if compared in _CONDITIONS:
            template = _compared_cases(*_CONDITIONS[compared])
            left, right = graph.inputs_of(condition)
            operands["left"] = _HOLE if left is None else phrases[left]
            operands["right"] = _HOLE if right is None else phrases[right]
    return fill_template(template, {**setting_phrases(node), **operands})


def _compared_cases(holds: str, fails: str) -> str:
    """Return the template of a choice by a comparison, which needs no “> 0” behind it."""
    first, second = rf"$a & $left {holds} $right", rf"$b & $left {fails} $right"
    return rf"\begin{{cases}} {first} \\ {second} \end{{cases}}"


def setting_phrases(node: Node) -> dict[str, LatexPhrase]:
    """Return the values of a node's settings, to be put into its operation's templates."""
    spelling = node.record.spelling
    # What is left out at a colon reaches to the end there.
    is_open = isinstance(spelling, Subscript) and ":" in spelling.text
    values = {
        setting.name: node.settings.get(setting.name, setting.default)
        for setting in node.record.settings
    }
    return {
        setting.name: LatexPhrase("")
        if is_open and values[setting.name] == setting.default
        else number_phrase(number_text(values[setting.name]))
        for setting in node.record.settings
    }


def name_phrase(name: str) -> LatexPhrase:
    r"""Return a name in LaTeX: ``w0`` is ``w_{0}``, ``alpha`` and ``α`` are ``\alpha``.

    Example:
        >>> [name_phrase(name).text for name in ("x", "w12", "alpha", "β", "loss")]
        ['x', 'w_{12}', '\\alpha', '\\beta', '\\mathrm{loss}']
    """
    plain = name.rstrip(PRIME)
    if plain != name and plain:
        return LatexPhrase(name_phrase(plain).text + "'" * (len(name) - len(plain)))
    match = _INDEXED.fullmatch(name) or _SUBSCRIPTED.fullmatch(name)
    if match is None:
        return LatexPhrase(_word(name))
    index = match["index"] if match["index"].isdigit() else _word(match["index"])
    return LatexPhrase(f"{_word(match['stem'])}_{{{index}}}")


def _word(text: str) -> str:
    text = _GREEK_LETTERS.get(text, text)
    if text in _GREEK:
        return f"\\{text}"
    if len(text) == 1:
        return text.replace("_", r"\_")
    return rf"\mathrm{{{text}}}".replace("_", r"\_")


def value_phrase(value: Array | float) -> LatexPhrase:
    r"""Return a value in LaTeX with every digit; a large array shows only its shape.

    A vector stands upright, as it does in ``W x``.
    """
    array = np.asarray(value, dtype=np.float64)
    if array.ndim == 0:
        return number_phrase(number_text(float(array)))
    if max(array.shape) > _LARGEST_SHOWN:
        sizes = r" \times ".join(str(size) for size in array.shape)
        return LatexPhrase(rf"\left[{sizes}\right]", ATOM)
    rows = array.reshape(-1, 1) if array.ndim == 1 else array
    lines = [" & ".join(_entry(float(number)) for number in row) for row in rows]
    return LatexPhrase(r"\begin{bmatrix}" + r" \\ ".join(lines) + r"\end{bmatrix}", ATOM)


def _entry(number: float) -> str:
    return number_phrase(number_text(number)).text
