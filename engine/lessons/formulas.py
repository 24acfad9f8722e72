"""Formulas over named facts: read by the parser of formulas, computed by a plan, never by eval."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from engine.arrays import Array, as_array
from engine.autodiff.passes.plan import Plan, compile_plan
from engine.autodiff.passes.reverse import forward_pass
from engine.errors import EngineError
from engine.formula.constants import CONSTANTS, constant_name
from engine.formula.parser import parse_formula
from engine.formula.tokens import Kind, tokenize
from engine.graph.edits import set_value
from engine.graph.model import Graph, NodeId
from engine.lessons.facts import Fact, Facts
from engine.lessons.fault_list import nearest
from engine.operations.catalog import OPERATIONS
from engine.quoting import brief

# A fact may be called as an operation is, as "step" is; in a formula it then gets this name.
_FACT = "fact_{}"


class FactError(EngineError):
    """A formula of facts has no value."""


def fact_value(formula: str, facts: Facts) -> Fact:
    """Return what a formula of facts is worth.

    Args:
        formula: A formula, such as ``"z*(x + y)"``, or the bare name of a fact of any kind.
        facts: What is known by name.

    Returns:
        A number as a float, an array, or what the fact of that name is.

    Raises:
        EngineError: It cannot be read or computed; a name is unknown (code ``fact_unknown``), has
            no value yet (``fact_missing``), or is a text (``fact_is_text``).

    Example:
        >>> fact_value("z*(x + y)", {"x": -2.0, "y": 5.0, "z": -4.0})
        -12.0
        >>> fact_value("data", {"data": "xor"})
        'xor'
    """
    name = formula.strip()
    if name in facts:
        return _known(name, facts)
    return _computed(formula, facts)


def number_value(formula: str, facts: Facts) -> float | Array:
    """Return what a formula of facts is worth, which is to be a number or an array.

    Raises:
        EngineError: As `fact_value`; code ``fact_is_text`` where it is a text.
    """
    value = fact_value(formula, facts)
    if isinstance(value, str | tuple):
        raise _is_text(formula)
    # A name without a value is refused before.
    assert value is not None
    return value


def used_names(formula: str) -> tuple[str, ...]:
    """Return the names of facts in a formula, each once, in order.

    Raises:
        FormulaError: It is no formula.

    Example:
        >>> used_names("z*(x + y) - exp(x)")
        ('z', 'x', 'y')
    """
    return tuple(_read(formula).names)


def formula_values(formula: str, facts: Facts) -> dict[str, Array]:
    """Return the values of the facts in a formula by their names.

    Raises:
        EngineError: As `fact_value`.
    """
    return {name: as_array(_number(name, facts)) for name in _read(formula).names}


def formula_graph(formula: str, facts: Facts) -> Graph:
    """Return a formula of facts as a graph, whose inputs have the values of the facts.

    Raises:
        EngineError: As `fact_value`.
    """
    read = _read(formula)
    values = {node: as_array(_number(name, facts)) for name, node in read.names.items()}
    return _with_values(read.plan.graph, values)


@dataclass(frozen=True)
class _Read:
    """A formula, read.

    Attributes:
        plan: Its graph, compiled with 1 for each fact.
        names: The sources that stand for facts, by the facts' names.
    """

    plan: Plan
    names: Mapping[str, NodeId]


@lru_cache(maxsize=512)
def _read(formula: str) -> _Read:
    plain, names = _plain_names(formula)
    # Each name is a fact's, also e: whether there is such a fact is not known here.
    graph = parse_formula(plain, names=names.values())
    nodes = {name: graph.named(plain_name) for name, plain_name in names.items()}
    found = {
        name: node
        for name, node in nodes.items()
        # Those that a statement of the formula defines are no facts.
        if node is not None and graph.nodes[node].operation == "input"
    }
    return _Read(compile_plan(graph), found)


def _plain_names(formula: str) -> tuple[str, Mapping[str, str]]:
    """Rename the facts that are called as operations are, and tell what each is called now."""
    names: dict[str, str] = {}
    text, end = "", 0
    tokens = tokenize(formula)
    for token, following in pairwise(tokens):
        if token.kind is not Kind.NAME or following.kind is Kind.OPEN:
            continue
        # Within a call "name =" is a setting, and elsewhere it names a value; both stay.
        is_taken = OPERATIONS.find(token.text) is not None and following.kind is not Kind.EQUALS
        names[token.text] = _FACT.format(token.text) if is_taken else token.text
        text += formula[end : token.position] + names[token.text]
        end = token.position + token.length
    return text + formula[end:], names


def _computed(formula: str, facts: Facts) -> float | Array:
    read = _read(formula)
    values = {node: as_array(_number(name, facts)) for name, node in read.names.items()}
    plan = read.plan
    if any(value.ndim for value in values.values()):
        plan = compile_plan(_with_values(plan.graph, values))
    result = plan.graph.result
    computed = forward_pass(plan, values)
    if result is None or result not in computed:
        raise next(iter(plan.problems.values()), _no_number(formula))
    value = computed[result]
    if not np.isfinite(value).all():
        raise _no_number(formula)
    return float(value) if value.ndim == 0 else value


def _with_values(graph: Graph, values: Mapping[NodeId, Array]) -> Graph:
    for node, value in values.items():
        graph = set_value(graph, node, value)
    return graph


def _number(name: str, facts: Facts) -> float | Array:
    value = _known(name, facts)
    if isinstance(value, str | tuple):
        raise _is_text(name)
    return value


def _known(name: str, facts: Facts) -> float | Array | str | tuple[str, ...]:
    constant = constant_name(name)
    if name not in facts and constant is not None:
        return CONSTANTS[constant]
    if name not in facts:
        near = nearest(name, list(facts))
        if near:
            raise FactError(
                "fact_unknown_near",
                f"Nothing is known by the name “{brief(name)}”; did you mean “{brief(near)}”?",
                name=name,
                near=near,
            )
        raise FactError(
            "fact_unknown", f"Nothing is known by the name “{brief(name)}” here.", name=name
        )
    value = facts[name]
    if value is None:
        raise FactError("fact_missing", f"“{brief(name)}” has no value yet.", name=name)
    return value


def _is_text(name: str) -> FactError:
    return FactError(
        "fact_is_text", f"“{brief(name)}” is a text, and here a number is needed.", name=name
    )


def _no_number(formula: str) -> FactError:
    return FactError("fact_no_number", f"“{brief(formula)}” gives no finite number.", name=formula)
