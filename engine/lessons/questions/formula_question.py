"""The question for a formula: right where it has the values and the gradients of the right one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.arrays import Array
from engine.autodiff.passes.plan import compile_plan
from engine.errors import EngineError, ValueFormatError
from engine.formula.constants import constant_name
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
from engine.lessons.questions.typed_answers import read_formula_answer
from engine.lessons.sampled_function import SampledFunction, is_same_function
from engine.operations.catalog import OPERATIONS
from engine.quoting import brief, listed, quote


def _function(asked: Asked, formula: str) -> SampledFunction:
    """Return what a lesson's formula is; other names than the variables are facts."""
    variables = _variables(asked)
    names = [name for name in used_names(formula) if name not in variables]
    graph = parse_formula(formula, names=_names_in(formula, variables))
    return SampledFunction(graph, variables, _known(asked, names))


def _known(asked: Asked, names: list[str]) -> Mapping[str, Array]:
    return {name: asked.array(name) for name in names}


def _variables(asked: Asked) -> tuple[str, ...]:
    names: tuple[str, ...] = asked.arguments["variables"]
    return names


def _mark(asked: Asked, answer: Answer) -> Marked:
    text = one_text(answer).strip()
    right = _function(asked, asked.arguments["same_as"])
    graph = read_formula_answer(text, known_names(asked.arguments))
    typed = SampledFunction(graph, right.variables, _known(asked, _typed_facts(asked, graph)))
    _check_number(typed)
    facts = {"answer": text}
    if is_same_function(right, typed):
        _check_form(asked, graph, right.graph, text)
        return Marked(Outcome.RIGHT, text, facts=facts)
    slips = (
        slip.name for slip in asked.slips if slip.gives and _leads_to(asked, slip.gives, typed)
    )
    return Marked(Outcome.WRONG, text, slip=next(slips, ""), facts=facts)


def known_names(arguments: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of which an answer may be made: variables, and facts of the right one."""
    return _names_in(arguments["same_as"], tuple(arguments["variables"]))


def _names_in(formula: str, variables: tuple[str, ...]) -> tuple[str, ...]:
    # e is a number to whoever writes, unless it is a variable.
    facts = [name for name in used_names(formula) if constant_name(name) is None]
    return tuple(dict.fromkeys([*variables, *facts]))


def _typed_facts(asked: Asked, graph: Graph) -> list[str]:
    """Return the names in a typed formula that are facts.

    Raises:
        ValueFormatError: It has a name that the question does not know (code ``answer_name``).
    """
    variables = _variables(asked)
    known = known_names(asked.arguments)
    names = [node.name for node in graph.nodes.values() if node.operation == "input"]
    for name in names:
        if name not in known:
            choices = listed(known)
            raise ValueFormatError(
                "answer_name",
                f"“{brief(name)}” is no name here; these are: {choices}.",
                name=brief(name),
                choices=choices,
            )
    return [name for name in names if name not in variables]


def _check_number(typed: SampledFunction) -> None:
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


def _leads_to(asked: Asked, formula: str, typed: SampledFunction) -> bool:
    try:
        return is_same_function(_function(asked, formula), typed)
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
