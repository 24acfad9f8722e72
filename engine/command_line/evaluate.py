"""The subcommand ``evaluate``: a formula's value, and its gradient for every input."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence

import numpy as np

from engine.arrays import Array
from engine.autodiff.evaluation import Evaluation, evaluate
from engine.command_line.subcommand import CommandLineError, Subcommand
from engine.errors import EvaluationError, FormulaError, ValueFormatError
from engine.formula.parser import parse_formula
from engine.formula.printer import format_formula
from engine.formula.values import full_precision, parse_value
from engine.graph.edits import set_value
from engine.graph.model import Graph, NodeId

_LONGEST_LABEL = 40
# A gate's statement may be as long as the formula, and there is one for each gate.
_MOST_STATEMENTS = 200

_DESCRIPTION = """\
Print the value of a formula and its gradient with respect to every input.

examples:
  python -m engine evaluate "(x + y)*z" x=-2 y=5 z=-4
  python -m engine evaluate "squared_norm(W @ x)" W="[[0.1, 0.5], [-0.3, 0.8]]" x="[0.2, 0.4]"
  python -m engine evaluate "c = a + b; e = c*(b + 1)" a=2 b=1 --json

A formula has + - * / ** @, parentheses, functions such as exp, log, sqrt, max, min, sigmoid, tanh,
relu, sum and mean, and may name values in between: “c = a + b; c*(c + 1)”."""


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("formula", metavar="FORMULA", help="for example “(x + y)*z”")
    parser.add_argument(
        "inputs",
        metavar="NAME=VALUE",
        nargs="*",
        help="an input's value: 0.5, 1/2, 1e-3, or a JSON array such as [1, 2]",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help='print {"value": …, "gradients": {…}} with arrays as nested lists',
    )


def _run(arguments: Namespace) -> str:
    graph = _with_inputs(_parse(arguments.formula), arguments.inputs)
    result = _checked(evaluate(graph))
    return _as_json(result) if arguments.json else _as_text(result)


EVALUATE = Subcommand(
    "evaluate",
    "Print a formula's value and the gradient of every input.",
    _DESCRIPTION,
    _configure,
    _run,
)


def _parse(formula: str) -> Graph:
    try:
        return parse_formula(formula.strip())
    except FormulaError as error:
        raise CommandLineError(
            error.code, f"{error.sentence} (At character {error.position + 1}.)", **error.details
        ) from error


def _with_inputs(graph: Graph, assignments: Sequence[str]) -> Graph:
    """Give every input its value.

    Raises:
        CommandLineError: A value is missing, malformed, given twice or for no input.
    """
    inputs = _inputs(graph)
    given: set[str] = set()
    for assignment in assignments:
        name, separator, text = assignment.partition("=")
        name = name.strip()
        if not separator:
            raise CommandLineError(
                "not_an_assignment",
                f"“{assignment.strip()}” gives no value to an input; write NAME=VALUE, "
                "such as x=5, and put the formula in quotes.",
                text=assignment,
            )
        if name not in inputs:
            known = f"its inputs are: {', '.join(inputs)}" if inputs else "it has none"
            raise CommandLineError(
                "unknown_input",
                f"“{name}” is not an input of this formula; {known}.",
                name=name,
                inputs=", ".join(inputs),
            )
        if name in given:
            raise CommandLineError("input_twice", f"The input {name} is given twice.", name=name)
        given.add(name)
        graph = set_value(graph, inputs[name], _value(name, text))
    _check_complete(inputs, given)
    return graph


def _inputs(graph: Graph) -> dict[str, NodeId]:
    return {
        node.name: node_id
        for node_id, node in graph.nodes.items()
        if node.is_source and node.operation != "constant"
    }


def _value(name: str, text: str) -> Array:
    try:
        return parse_value(text)
    except ValueFormatError as error:
        raise CommandLineError(
            error.code, f"Input {name}: {error.sentence}", **error.details
        ) from error


def _check_complete(inputs: Mapping[str, NodeId], given: set[str]) -> None:
    missing = [name for name in inputs if name not in given]
    if missing:
        subject = "The input" if len(missing) == 1 else "The inputs"
        verb = "has" if len(missing) == 1 else "have"
        raise CommandLineError(
            "input_missing",
            f"{subject} {', '.join(missing)} {verb} no value; add {missing[0]}=1, for example.",
            names=", ".join(missing),
        )


def _checked(result: Evaluation) -> Evaluation:
    """Refuse a result that is not a number.

    Raises:
        EngineError: Something in the formula cannot be computed.
    """
    for problem in result.problems.values():
        raise problem
    for name, gradient in _gradients(result).items():
        if not np.isfinite(gradient).all():
            raise EvaluationError(
                "gradient_not_finite",
                f"The gradient of {name} is not a finite number here: the formula has no slope "
                "at these inputs, or a larger one than a computer's numbers.",
                name=name,
            )
    return result


def _gradients(result: Evaluation) -> dict[str, Array]:
    """Return every input's gradient; 0 where the result does not depend on it."""
    graph = result.plan.graph
    return {
        # Adding 0 turns a −0 that a product left into 0.
        name: result.gradients.nodes.get(node_id, np.zeros(result.plan.shapes[node_id])) + 0.0
        for name, node_id in _inputs(graph).items()
    }


def _result_value(result: Evaluation) -> Array:
    assert result.target is not None
    return result.values[result.target] + 0.0


def _as_json(result: Evaluation) -> str:
    gradients = {name: gradient.tolist() for name, gradient in _gradients(result).items()}
    record = {"value": _result_value(result).tolist(), "gradients": gradients}
    return json.dumps(record, ensure_ascii=False, allow_nan=False)


def _as_text(result: Evaluation) -> str:
    graph = result.plan.graph
    gates = [
        (
            _gate_label(graph, item.node),
            full_precision(result.values[item.node] + 0.0),
            _gate_gradient(result, item.node),
        )
        for item in result.plan.instructions
    ]
    gradients = [(name, full_precision(item)) for name, item in _gradients(result).items()]
    several = _result_value(result).ndim > 0
    sections = [
        [format_formula(graph), f"value: {full_precision(_result_value(result))}"],
        ["gradients of the sum of all elements:" if several else "gradients:"],
        _table(gradients) or ["  none: the formula has no inputs"],
        *([["gates, forward:"], _table([("gate", "value", "gradient"), *gates])] if gates else []),
    ]
    return "\n".join(line for section in sections for line in section)


def _gate_label(graph: Graph, node: NodeId) -> str:
    """Return the gate's own statement, or its name where that is too long for a table."""
    if len(graph.nodes) <= _MOST_STATEMENTS:
        *_, statement = format_formula(graph, node).split("; ")
        if len(statement) <= _LONGEST_LABEL:
            return statement
    return graph.nodes[node].name or graph.nodes[node].record.title


def _gate_gradient(result: Evaluation, node: NodeId) -> str:
    gradient = result.gradients.nodes.get(node)
    return "-" if gradient is None else full_precision(gradient + 0.0)


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  "
        + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
