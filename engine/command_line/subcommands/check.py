"""The subcommand ``check``: reverse, forward and numerical gradients side by side."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.autodiff.evaluation import evaluate
from engine.autodiff.forward_mode import push_forward
from engine.autodiff.gradient_check import DEFAULT_STEP, check_gradients, relative_error
from engine.command_line.formula_arguments import add_formula_arguments, formula_graph
from engine.command_line.setting_arguments import number
from engine.command_line.subcommand import CommandLineError, Subcommand
from engine.command_line.subcommands.evaluate import checked
from engine.command_line.tables import table
from engine.formula.values import full_precision
from engine.graph.model import Graph

# Central differences with a good step reach about 1e−10; a wrong rule is off by far more.
TOLERANCE = 1e-5

_DESCRIPTION = """\
Compute every input's gradient in three ways, backward, forward and by central differences, and
say whether they agree.

examples:
  python -m engine check "(x + y)*z" x=-2 y=5 z=-4
  python -m engine check "squared_norm(W @ x)" W="[[0.1, 0.5], [-0.3, 0.8]]" x="[0.2, 0.4]"
  python -m engine check "sigmoid(x)" x=1 --step 1e-12"""


@dataclass(frozen=True)
class _Row:
    name: str
    reverse: Array
    forward: Array
    numeric: Array

    @property
    def error(self) -> float:
        return max(
            relative_error(self.reverse, self.forward), relative_error(self.reverse, self.numeric)
        )


def _configure(parser: ArgumentParser) -> None:
    add_formula_arguments(parser)
    parser.add_argument(
        "--step",
        metavar="H",
        default=repr(DEFAULT_STEP),
        help="the h of (f(x + h) − f(x − h))/2h, by default 1e-5",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help='print {"step": …, "agree": …, "inputs": {name: {"reverse": …, …}}}',
    )


def _run(arguments: Namespace) -> str:
    step = number(arguments.step, "--step")
    if not 0 < step <= 1:
        raise CommandLineError(
            "bad_step", f"--step must lie above 0 and be at most 1, and {step:g} is not."
        )
    rows = _rows(formula_graph(arguments), step)
    return _as_json(rows, step) if arguments.json else _as_text(rows, step)


RECORDS = (
    Subcommand(
        "check",
        "Compare backward, forward and numerical gradients.",
        _DESCRIPTION,
        _configure,
        _run,
    ),
)


def _rows(graph: Graph, step: float) -> list[_Row]:
    result = checked(evaluate(graph))
    target, plan = result.target, result.plan
    assert target is not None
    rows = []
    for found in check_gradients(plan, target, step):
        value = plan.sources[found.node]
        forward = np.zeros(value.shape)
        for index in np.ndindex(value.shape):
            tangent = np.zeros(value.shape)
            tangent[index] = 1.0
            pushed = push_forward(plan, result.values, found.node, tangent)
            forward[index] = np.sum(pushed.get(target, 0.0))
        name = graph.nodes[found.node].name
        rows.append(_Row(name, found.analytic + 0.0, forward + 0.0, found.numeric + 0.0))
    return rows


def _as_json(rows: list[_Row], step: float) -> str:
    inputs = {
        row.name: {
            "reverse": row.reverse.tolist(),
            "forward": row.forward.tolist(),
            "numeric": row.numeric.tolist(),
            "relative_error": row.error,
        }
        for row in rows
    }
    record = {"step": step, "agree": _agree(rows), "inputs": inputs}
    return json.dumps(record, ensure_ascii=False, allow_nan=False)


def _as_text(rows: list[_Row], step: float) -> str:
    if not rows:
        return "The formula has no inputs: there is no gradient to check."
    cells = [
        (
            row.name,
            full_precision(row.reverse),
            full_precision(row.forward),
            full_precision(row.numeric),
            f"{row.error:.1e}",
        )
        for row in rows
    ]
    verdict = (
        "All agree."
        if _agree(rows)
        else f"They differ by more than {TOLERANCE:g}: try another --step, "
        "or look for a kink at these inputs."
    )
    head = ("input", "reverse", "forward", f"numerical, h={step:g}", "relative error")
    return "\n".join([*table([head, *cells]), verdict])


def _agree(rows: list[_Row]) -> bool:
    return all(row.error <= TOLERANCE for row in rows)
