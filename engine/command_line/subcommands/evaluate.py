"""The subcommand ``evaluate``: a formula's value, and its gradient for every input."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import numpy as np

from engine.arrays import Array
from engine.autodiff.passes.evaluation import Evaluation, evaluate
from engine.command_line.formula_arguments import (
    add_formula_arguments,
    formula_graph,
    formula_inputs,
)
from engine.command_line.subcommand import CommandLineError, Subcommand
from engine.command_line.tables import MOST_IN_TABLE, json_text, table, value_text
from engine.formula.printer import format_formula
from engine.graph.model import Graph, NodeId

# The first that one meets.
ORDER = -1
_LONGEST_LABEL = 40
_MOST_IN_JSON = 1_000_000
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
    add_formula_arguments(parser)
    parser.add_argument(
        "--json",
        action="store_true",
        help='print {"value": …, "gradients": {…}} with arrays as nested lists; null stands for '
        'what is no finite number, and "problems" says why',
    )


def _run(arguments: Namespace) -> str:
    result = checked(evaluate(formula_graph(arguments)))
    return _as_json(result) if arguments.json else _as_text(result)


RECORDS = (
    Subcommand(
        "evaluate",
        "Print a formula's value and the gradient of every input.",
        _DESCRIPTION,
        _configure,
        _run,
    ),
)


def checked(result: Evaluation) -> Evaluation:
    """Refuse a result that is not a number; one without a gradient is a result.

    Raises:
        EngineError: Something in the formula cannot be computed.
    """
    target = result.target
    if target is not None and target in result.values and np.isfinite(result.values[target]).all():
        return result
    # Whatever is no number has its cause among the problems.
    raise next(iter(result.problems.values()))


def cause_of_undefined(result: Evaluation) -> str:
    """Say which gradients are no finite number, and why; nothing where all are."""
    names = [
        name for name, gradient in _gradients(result).items() if not np.isfinite(gradient).all()
    ]
    if not names:
        return ""
    causes = dict.fromkeys(problem.sentence for problem in result.problems.values())
    return f"No finite gradient for {', '.join(names)}: {' '.join(causes)}"


def _gradients(result: Evaluation) -> dict[str, Array]:
    """Return every input's gradient; 0 where the result does not depend on it."""
    graph = result.plan.graph
    return {
        # Adding 0 turns a −0 that a product left into 0.
        name: result.gradients.nodes.get(node_id, np.zeros(result.plan.shapes[node_id])) + 0.0
        for name, node_id in formula_inputs(graph).items()
    }


def _result_value(result: Evaluation) -> Array:
    assert result.target is not None
    return result.values[result.target] + 0.0


def _as_json(result: Evaluation) -> str:
    size = _result_value(result).size
    if size > _MOST_IN_JSON:
        raise CommandLineError(
            "value_too_large_to_print",
            f"The value has {size:,} numbers, and at most {_MOST_IN_JSON:,} are printed as JSON: "
            "end the formula with sum or mean, for example.",
            size=size,
            most=_MOST_IN_JSON,
        )
    record = {"value": _result_value(result), "gradients": _gradients(result)}
    problems = _problems(result)
    return json_text({**record, "problems": problems} if problems else record)


def _as_text(result: Evaluation) -> str:
    graph = result.plan.graph
    gates = [
        (
            _gate_label(graph, item.node),
            value_text(result.values[item.node] + 0.0, MOST_IN_TABLE),
            _gate_gradient(result, item.node),
        )
        for item in result.plan.instructions
    ]
    gradients = [(name, value_text(item)) for name, item in _gradients(result).items()]
    problems = _problems(result)
    several = _result_value(result).ndim > 0
    sections = [
        [format_formula(graph), f"value: {value_text(_result_value(result))}"],
        ["gradients of the sum of all elements:" if several else "gradients:"],
        table(gradients) or ["  none: the formula has no inputs"],
        *([["problems:", *(f"  {line}" for line in problems)]] if problems else []),
        *([["gates, forward:"], table([("gate", "value", "gradient"), *gates])] if gates else []),
    ]
    return "\n".join(line for section in sections for line in section)


def _problems(result: Evaluation) -> list[str]:
    """Say where an inf or nan begins, at which gate and why."""
    graph = result.plan.graph
    return [
        f"{_gate_label(graph, node)}: {problem.sentence}"
        for node, problem in result.problems.items()
    ]


def _gate_label(graph: Graph, node: NodeId) -> str:
    """Return the gate's own statement, or its name where that is too long for a table."""
    if len(graph.nodes) <= _MOST_STATEMENTS:
        *_, statement = format_formula(graph, node).split("; ")
        if len(statement) <= _LONGEST_LABEL:
            return statement
    return graph.names.get(node) or graph.nodes[node].record.title


def _gate_gradient(result: Evaluation, node: NodeId) -> str:
    gradient = result.gradients.nodes.get(node)
    return "-" if gradient is None else value_text(gradient + 0.0, MOST_IN_TABLE)
