"""The question for a formula: right where it has the values and the gradients of the right one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from engine.arrays import Array, as_array
from engine.autodiff.passes.plan import Plan, compile_plan
from engine.autodiff.passes.reverse import backward_pass, forward_pass
from engine.errors import EngineError, ValueFormatError
from engine.formula.parser import parse_formula
from engine.graph.model import Graph
from engine.lessons.answer import Answer, Marked, Outcome
from engine.lessons.formulas import used_names
from engine.lessons.questions.asked import Asked, one_text
from engine.lessons.questions.keys import (
    PUBLISHED,
    check_known,
    one_of,
    read_formula,
    read_items,
)
from engine.lessons.questions.question_kind import Key, KeyFaultError, QuestionKind
from engine.operations.catalog import OPERATIONS
from engine.quoting import brief, listed, quote

POINTS = 12
_MOST_TRIED = 600
_SEED = 12
# Around 0, and beside that among the positive numbers, where roots and logarithms are defined.
_RANGES = ((-2.5, 2.5), (0.2, 2.5))
# Two ways of writing one function differ by rounding, and functions that differ do so by more.
_SAME = 1e-9
_NEXT_TO_NOTHING = 1e-12

Point = Mapping[str, float]


@dataclass(frozen=True)
class _Function:
    """A formula as a function of variables.

    Attributes:
        graph: The formula.
        variables: The names that vary.
        known: The numbers of all other names.
    """

    graph: Graph
    variables: tuple[str, ...]
    known: Mapping[str, Array]

    __hash__ = None  # type: ignore[assignment]  # its arrays cannot be hashed

    @cached_property
    def _plan(self) -> Plan:
        return compile_plan(self.graph)

    def at(self, point: Point) -> Array | None:
        """Return value and gradient at a point; None where they are no finite numbers.

        Returns:
            Shape (1 + variables,).
        """
        result = self.graph.result
        named = {name: self.graph.named(name) for name in (*self.variables, *self.known)}
        given = {**self.known, **{name: as_array(number) for name, number in point.items()}}
        values = forward_pass(
            self._plan, {node: given[name] for name, node in named.items() if node is not None}
        )
        if result is None or result not in values or values[result].ndim:
            return None
        slopes = backward_pass(self._plan, values, result).nodes
        numbers = [values[result]]
        for name in self.variables:
            node = named[name]
            numbers.append(slopes.get(node, np.zeros(())) if node is not None else np.zeros(()))
        array = np.asarray(numbers, dtype=np.float64)
        return array if np.isfinite(array).all() else None


def _function(asked: Asked, formula: str) -> _Function:
    """Return what a lesson's formula is; other names than the variables are facts."""
    variables = _variables(asked)
    names = [name for name in used_names(formula) if name not in variables]
    return _Function(parse_formula(formula), variables, _known(asked, names))


def _known(asked: Asked, names: list[str]) -> Mapping[str, Array]:
    return {name: asked.array(name) for name in names}


def _variables(asked: Asked) -> tuple[str, ...]:
    names: tuple[str, ...] = asked.arguments["variables"]
    return names


def _points(function: _Function) -> Iterator[tuple[Point, Array]]:
    """Yield points where a function is defined, with its value and gradient there."""
    generator = np.random.default_rng(_SEED)
    found = 0
    for turn in range(_MOST_TRIED):
        low, high = _RANGES[turn % 2]
        drawn = generator.uniform(low, high, size=len(function.variables))
        point = dict(zip(function.variables, map(float, drawn), strict=True))
        numbers = function.at(point)
        if numbers is not None:
            yield point, numbers
            found += 1
            if found == POINTS:
                return


def _is_same(right: _Function, typed: _Function) -> bool:
    """Tell whether two functions agree wherever the first is defined.

    Raises:
        EngineError: The first is defined nowhere (code ``formula_nowhere``).
    """
    pairs = [(numbers, typed.at(point)) for point, numbers in _points(right)]
    if not pairs:
        raise EngineError("formula_nowhere", "The right formula is defined nowhere.")
    if any(found is None for _, found in pairs):
        return False
    wanted = np.asarray([numbers for numbers, _ in pairs])
    found = np.asarray([numbers for _, numbers in pairs])
    # By what each of value and slopes reaches anywhere: beside a root rounding is all there is.
    allowed = _SAME * np.abs(wanted).max(axis=0) + _NEXT_TO_NOTHING
    return bool((np.abs(found - wanted) <= allowed).all())


def _mark(asked: Asked, answer: Answer) -> Marked:
    text = one_text(answer).strip()
    right = _function(asked, asked.arguments["same_as"])
    graph = parse_formula(text)
    typed = _Function(graph, right.variables, _known(asked, _typed_facts(asked, graph)))
    _check_number(typed)
    facts = {"answer": text}
    if _is_same(right, typed):
        _check_form(asked, graph, right.graph, text)
        return Marked(Outcome.RIGHT, text, facts=facts)
    slips = (
        slip.name for slip in asked.slips if slip.gives and _leads_to(asked, slip.gives, typed)
    )
    return Marked(Outcome.WRONG, text, slip=next(slips, ""), facts=facts)


def _typed_facts(asked: Asked, graph: Graph) -> list[str]:
    """Return the names in a typed formula that are facts.

    Raises:
        ValueFormatError: It has a name that the question does not know (code ``answer_name``).
    """
    variables = _variables(asked)
    known = [*variables, *used_names(asked.arguments["same_as"])]
    names = [node.name for node in graph.nodes.values() if node.operation == "input"]
    for name in names:
        if name not in known:
            choices = listed(dict.fromkeys(known))
            raise ValueFormatError(
                "answer_name",
                f"“{brief(name)}” is no name here; these are: {choices}.",
                name=brief(name),
                choices=choices,
            )
    return [name for name in names if name not in variables]


def _check_number(typed: _Function) -> None:
    """Check that a formula is one number.

    Raises:
        EngineError: It is none, or an array (code ``answer_one_number``).
    """
    result = typed.graph.result
    plan = compile_plan(typed.graph)
    if result is None or plan.shapes.get(result) != ():
        raise ValueFormatError("answer_one_number", "The formula should be one number.")


def _check_form(asked: Asked, typed: Graph, right: Graph, text: str) -> None:
    """Check that what is right is written as the question asks.

    Raises:
        ValueFormatError: It uses something forbidden, or is longer than need be.
    """
    used = {node.operation for node in typed.nodes.values()} | {
        node.name for node in typed.nodes.values()
    }
    for name in asked.arguments.get("forbid", ()):
        operation = OPERATIONS.find(name)
        if name in used or (operation is not None and operation.name in used):
            raise ValueFormatError(
                "answer_forbidden",
                f"“{brief(text)}” is right; write it without “{quote(name)}”.",
                text=brief(text),
                name=quote(name),
            )
    is_simplest = asked.arguments.get("as") == "simplest"
    if is_simplest and len(list(typed.gates())) > len(list(right.gates())):
        raise ValueFormatError(
            "answer_not_simplest",
            f"“{brief(text)}” is right; it can be written more simply.",
            text=brief(text),
        )


def _leads_to(asked: Asked, formula: str, typed: _Function) -> bool:
    try:
        return _is_same(_function(asked, formula), typed)
    except EngineError:
        # With these numbers the wrong way leads nowhere.
        return False


def _truth(asked: Asked) -> Answer:
    return str(asked.arguments["same_as"])


def _slip_answers(asked: Asked) -> Mapping[str, Answer]:
    return {slip.name: slip.gives for slip in asked.slips if slip.gives}


def _check(arguments: Mapping[str, Any]) -> None:
    for name in arguments.get("forbid", ()):
        if OPERATIONS.find(name) is None:
            check_known("forbid", (name,), arguments["variables"])
    for name in arguments["variables"]:
        if OPERATIONS.find(name) is not None:
            raise KeyFaultError(
                "ask_variable",
                f"“{quote(name)}” is an operation, and no name for a variable.",
                name=quote(name),
            )


def _own_names(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    names: tuple[str, ...] = arguments["variables"]
    return names


def _formulas(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    return (arguments["same_as"],)


RECORDS = (
    QuestionKind(
        name="formula",
        title="Formula",
        keys=(
            Key("same_as", read_formula, is_needed=True),
            Key("variables", read_items, is_needed=True),
            Key("forbid", read_items),
            Key("as", one_of("any", "simplest")),
            PUBLISHED,
        ),
        mark=_mark,
        truth=_truth,
        slip_answers=_slip_answers,
        check=_check,
        own_names=_own_names,
        formulas=_formulas,
    ),
)
