"""The subcommand ``check``: reverse, forward and numerical gradients side by side."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.arrays import Array
from engine.autodiff.checks.check_sample import Places
from engine.autodiff.checks.element_check import (
    DEFAULT_STEP,
    TOLERANCE,
    Remark,
    group_remarks,
    relative_error,
)
from engine.autodiff.checks.gradient_check import check_gradients
from engine.autodiff.passes.evaluation import evaluate
from engine.autodiff.passes.forward_mode import push_forward
from engine.command_line.formula_arguments import add_formula_arguments, formula_graph
from engine.command_line.setting_arguments import number
from engine.command_line.subcommand import CommandLineError, Subcommand
from engine.command_line.subcommands.evaluate import cause_of_undefined, checked
from engine.command_line.tables import json_text, table, value_text
from engine.graph.model import Graph

_DESCRIPTION = """\
Compute every input's gradient in three ways, backward, forward and by central differences, and
say whether they agree.

examples:
  python -m engine check "(x + y)*z" x=-2 y=5 z=-4
  python -m engine check "squared_norm(W @ x)" W="[[0.1, 0.5], [-0.3, 0.8]]" x="[0.2, 0.4]"
  python -m engine check "sigmoid(x)" x=1 --step 1e-12"""


@dataclass(frozen=True)
class _Row:
    """One input; arrays that are NaN where the element was not checked, but for the first.

    ``remarks`` says of some elements which step was taken, or why the gradients differ.
    """

    name: str
    reverse: Array
    forward: Array
    numeric: Array
    places: Places
    remarks: tuple[Remark, ...]

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
    """All rows, and how many elements the inputs have, those that were not checked among them.

    ``undefined`` says why a gradient is no number, where one is none.
    """

    rows: tuple[_Row, ...]
    elements: int
    undefined: str

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
    def is_explained(self) -> bool:
        """Whether a reason is known for each disagreement, so that advice would be none."""
        off = [row for row in self.rows if not row.error <= TOLERANCE]
        return all(
            any(remark.settles for remark in row.remarks) or not np.isfinite(row.reverse).all()
            for row in off
        )

    @property
    def amount(self) -> str:
        """How much was checked, in words."""
        return f"{self.checked:,} of {self.elements:,} elements"


def _configure(parser: ArgumentParser) -> None:
    add_formula_arguments(parser)
    parser.add_argument(
        "--step",
        metavar="H",
        help="the h of (f(x + h) − f(x − h))/2h, by default 1e-5, or one that fits better",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help='print {"step": …, "agree": …, "checked": …, "elements": …, "inputs": '
        '{name: {"reverse": …, …}}}; null stands for what was not checked or is no finite number',
    )


def _run(arguments: Namespace) -> str:
    step = None if arguments.step is None else number(arguments.step, "--step")
    if step is not None and not 0 < step <= 1:
        raise CommandLineError(
            "bad_step", f"--step must lie above 0 and be at most 1, and {step:g} is not."
        )
    report = _report(formula_graph(arguments), step)
    shown = DEFAULT_STEP if step is None else step
    return _as_json(report, shown) if arguments.json else _as_text(report, shown)


RECORDS = (
    Subcommand(
        "check",
        "Compare backward, forward and numerical gradients.",
        _DESCRIPTION,
        _configure,
        _run,
    ),
)


def _report(graph: Graph, step: float | None) -> _Report:
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
            _Row(
                name,
                found.analytic + 0.0,
                forward + 0.0,
                found.numeric + 0.0,
                found.places,
                found.remarks,
            )
        )
    sizes = [value.size for node, value in plan.sources.items() if node in plan.differentiable]
    return _Report(tuple(rows), sum(sizes), cause_of_undefined(result))


def _as_json(report: _Report, step: float) -> str:
    inputs = {
        row.name: {
            "reverse": row.reverse,
            "forward": row.forward,
            "numeric": row.numeric,
            "relative_error": row.error,
            "checked": row.places.size,
            "elements": row.reverse.size,
            "remarks": _remarks([row]),
        }
        for row in report.rows
    }
    record = {
        "step": step,
        "agree": report.agrees,
        "checked": report.checked,
        "elements": report.elements,
        "undefined": report.undefined or None,
        "inputs": inputs,
    }
    return json_text(record)


def _as_text(report: _Report, step: float) -> str:
    if not report.rows:
        return "The formula has no inputs: there is no gradient to check."
    cells = [[*_cells(row), _error_text(row.error)] for row in report.rows]
    head = ("input", "reverse", "forward", f"numerical, h={step:g}", "relative error")
    remarks = _remarks(report.rows)
    undefined = [report.undefined] if report.undefined else []
    return "\n".join([*table([[*head], *cells]), *remarks, *undefined, _verdict(report)])


def _error_text(error: float) -> str:
    return f"{error:.1e}" if np.isfinite(error) else "-"


def _remarks(rows: Sequence[_Row]) -> list[str]:
    """Return what is to be said of single elements, each sentence once."""
    named = (
        (_element(row.name, row.reverse, remark.place), remark)
        for row in rows
        for remark in row.remarks
    )
    return [
        f"{', '.join(names)}: {remark.cause.sentence}" for names, remark in group_remarks(named)
    ]


def _element(name: str, array: Array, place: int) -> str:
    """Return how an element is called: by the input's name, and its indices where it has some."""
    if not array.ndim:
        return name
    return f"{name}[{', '.join(str(int(at)) for at in np.unravel_index(place, array.shape))}]"


def _cells(row: _Row) -> list[str]:
    """Return an input's name and gradients: of a sample those that differ most."""
    arrays = (row.reverse, row.forward, row.numeric)
    if not row.is_sample:
        return [row.name, *(value_text(array) for array in arrays)]
    off = sum(np.abs(row.reverse - array).reshape(-1)[row.places] for array in arrays[1:])
    place = int(row.places[int(np.argmax(np.where(np.isnan(off), np.inf, off)))])
    shown = (value_text(array.reshape(-1)[place]) for array in arrays)
    return [_element(row.name, row.reverse, place), *shown]


def _verdict(report: _Report) -> str:
    sample = f" A sample was checked, {report.amount}." if report.is_sample else ""
    if not report.agrees and report.is_explained:
        return f"Not all agree, for the reason above.{sample}"
    if not report.agrees:
        return (
            f"They differ by more than {TOLERANCE:g}: try another --step, "
            f"or look for a kink at these inputs.{sample}"
        )
    return f"All of the sample agree: {report.amount} were checked." if sample else "All agree."
