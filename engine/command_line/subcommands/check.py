"""The subcommand ``check``: reverse, forward and numerical gradients side by side."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.autodiff.check_sample import Places
from engine.autodiff.evaluation import evaluate
from engine.autodiff.forward_mode import push_forward
from engine.autodiff.gradient_check import DEFAULT_STEP, check_gradients, relative_error
from engine.command_line.formula_arguments import add_formula_arguments, formula_graph
from engine.command_line.setting_arguments import number
from engine.command_line.subcommand import CommandLineError, Subcommand
from engine.command_line.subcommands.evaluate import checked
from engine.command_line.tables import finite_list, table, value_text
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
    """One input; arrays that are NaN where the element was not checked, but for the first."""

    name: str
    reverse: Array
    forward: Array
    numeric: Array
    places: Places

    @property
    def error(self) -> float:
        reverse, forward, numeric = (
            array.reshape(-1)[self.places] for array in (self.reverse, self.forward, self.numeric)
        )
        return max(relative_error(reverse, forward), relative_error(reverse, numeric))

    @property
    def is_sample(self) -> bool:
        return self.places.size < self.reverse.size


@dataclass(frozen=True)
class _Report:
    """All rows, and how many elements the inputs have, those that were not checked among them."""

    rows: tuple[_Row, ...]
    elements: int

    @property
    def checked(self) -> int:
        return sum(row.places.size for row in self.rows)

    @property
    def is_sample(self) -> bool:
        return self.checked < self.elements

    @property
    def agrees(self) -> bool:
        return all(row.error <= TOLERANCE for row in self.rows)

    @property
    def amount(self) -> str:
        """How much was checked, in words."""
        return f"{self.checked:,} of {self.elements:,} elements"


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
        help='print {"step": …, "agree": …, "checked": …, "elements": …, "inputs": '
        '{name: {"reverse": …, …}}}; null stands for what was not checked',
    )


def _run(arguments: Namespace) -> str:
    step = number(arguments.step, "--step")
    if not 0 < step <= 1:
        raise CommandLineError(
            "bad_step", f"--step must lie above 0 and be at most 1, and {step:g} is not."
        )
    report = _report(formula_graph(arguments), step)
    return _as_json(report, step) if arguments.json else _as_text(report, step)


RECORDS = (
    Subcommand(
        "check",
        "Compare backward, forward and numerical gradients.",
        _DESCRIPTION,
        _configure,
        _run,
    ),
)


def _report(graph: Graph, step: float) -> _Report:
    result = checked(evaluate(graph))
    target, plan = result.target, result.plan
    assert target is not None
    rows = []
    for found in check_gradients(plan, target, step):
        value = plan.sources[found.node]
        forward = np.full(value.shape, np.nan)
        for place in found.places:
            tangent = np.zeros(value.shape)
            tangent.reshape(-1)[place] = 1.0
            pushed = push_forward(plan, result.values, found.node, tangent)
            forward.reshape(-1)[place] = np.sum(pushed.get(target, 0.0))
        name = graph.nodes[found.node].name
        rows.append(
            _Row(name, found.analytic + 0.0, forward + 0.0, found.numeric + 0.0, found.places)
        )
    sizes = [value.size for node, value in plan.sources.items() if node in plan.differentiable]
    return _Report(tuple(rows), sum(sizes))


def _as_json(report: _Report, step: float) -> str:
    inputs = {
        row.name: {
            "reverse": row.reverse.tolist(),
            "forward": finite_list(row.forward),
            "numeric": finite_list(row.numeric),
            "relative_error": row.error,
            "checked": row.places.size,
            "elements": row.reverse.size,
        }
        for row in report.rows
    }
    record = {
        "step": step,
        "agree": report.agrees,
        "checked": report.checked,
        "elements": report.elements,
        "inputs": inputs,
    }
    return json.dumps(record, ensure_ascii=False, allow_nan=False)


def _as_text(report: _Report, step: float) -> str:
    if not report.rows:
        return "The formula has no inputs: there is no gradient to check."
    cells = [[*_cells(row), f"{row.error:.1e}"] for row in report.rows]
    head = ("input", "reverse", "forward", f"numerical, h={step:g}", "relative error")
    return "\n".join([*table([[*head], *cells]), _verdict(report)])


def _cells(row: _Row) -> list[str]:
    """Return an input's name and gradients: of a sample those that differ most."""
    arrays = (row.reverse, row.forward, row.numeric)
    if not row.is_sample:
        return [row.name, *(value_text(array) for array in arrays)]
    off = sum(np.abs(row.reverse - array).reshape(-1)[row.places] for array in arrays[1:])
    place = row.places[int(np.argmax(off))]
    index = ", ".join(str(int(part)) for part in np.unravel_index(place, row.reverse.shape))
    shown = (full_precision(float(array.reshape(-1)[place])) for array in arrays)
    return [f"{row.name}[{index}]", *shown]


def _verdict(report: _Report) -> str:
    sample = f" A sample was checked, {report.amount}." if report.is_sample else ""
    if not report.agrees:
        return (
            f"They differ by more than {TOLERANCE:g}: try another --step, "
            f"or look for a kink at these inputs.{sample}"
        )
    return f"All of the sample agree: {report.amount} were checked." if sample else "All agree."
