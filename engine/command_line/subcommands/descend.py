"""The subcommand ``descend``: the path of an optimizer down a surface."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from engine.command_line.setting_arguments import number, parse_settings, whole_number
from engine.command_line.subcommand import CommandLineError, Subcommand
from engine.command_line.tables import chosen_steps, json_text, short_number, table
from engine.errors import FormulaError
from engine.formula.values import number_text
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.race import race
from engine.optimizers.trajectory import Run, Trajectory
from engine.quoting import quote, sentence_case
from engine.surfaces.catalog import SURFACES
from engine.surfaces.function import SurfaceFunction, compile_formula, compile_surface

MOST_STEPS = 1_000_000
# Each step computes each gate; so many take some minutes.
_MOST_WORK = 100_000_000

_DESCRIPTION = """\
Let an optimizer descend a surface and print its points.

examples:
  python -m engine descend --surface rosenbrock --optimizer adam --start -2 2 --steps 500
  python -m engine descend --surface "x**2 + 10*y**2" --optimizer sgd --start 3 1 --steps 50
  python -m engine descend --surface beale --optimizer momentum --steps 200 \\
      --set learning_rate=0.001 --json

A named surface brings its own start and settings that suit the optimizer; --set changes them."""


def _configure(parser: ArgumentParser) -> None:
    surfaces, optimizers = ", ".join(SURFACES), ", ".join(OPTIMIZERS)
    parser.add_argument(
        "--surface",
        required=True,
        metavar="NAME-OR-FORMULA",
        help=f"{surfaces}, or a formula of x and y",
    )
    parser.add_argument("--optimizer", required=True, metavar="NAME", help=optimizers)
    parser.add_argument("--start", nargs=2, metavar=("X", "Y"), help="where to begin")
    parser.add_argument("--steps", default="100", metavar="N", help="by default 100")
    parser.add_argument(
        "--set", nargs="+", default=[], metavar="NAME=NUMBER", help="the optimizer's settings"
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help='print {"points": [[x, y], …], "losses": […], …}; '
        "null stands for what is no finite number",
    )


def _run(arguments: Namespace) -> str:
    optimizer = OPTIMIZERS.require(arguments.optimizer.strip())
    function, start, tuned = _surface(arguments.surface.strip(), optimizer.name)
    if arguments.start is not None:
        start = [
            number(text, f"--start {axis}")
            for axis, text in zip("XY", arguments.start, strict=True)
        ]
    if start is None:
        raise CommandLineError(
            "no_start", "A formula has no start of its own; add --start X Y, such as --start 1 2."
        )
    steps = whole_number(arguments.steps, "--steps", 1, MOST_STEPS)
    gates = max(len(function.graph), 1)
    if steps > (most := max(_MOST_WORK // gates, 1)):
        raise CommandLineError(
            "descent_too_long",
            f"--steps is at most {most:,} for a formula of {gates:,} gates and values, and "
            f"{steps:,} is more.",
            most=most,
            steps=steps,
        )
    run = Run(optimizer, {**tuned, **parse_settings(arguments.set)})
    (path,) = race(function, [run], start, steps).trajectories
    return _as_json(path) if arguments.json else _as_text(path)


RECORDS = (
    Subcommand(
        "descend",
        "Print the path of an optimizer down a surface.",
        _DESCRIPTION,
        _configure,
        _run,
    ),
)


def _surface(
    text: str, optimizer: str
) -> tuple[SurfaceFunction, Sequence[float] | None, dict[str, float]]:
    """Return the function, its own start if it has one, and settings that suit it."""
    surface = SURFACES.find(text)
    if surface is not None:
        return compile_surface(surface), surface.start, dict(surface.settings_for(optimizer))
    if text.isidentifier() and text not in {"x", "y"}:
        raise CommandLineError(
            "unknown_surface",
            f"“{quote(text)}” is neither a surface ({', '.join(SURFACES)}) nor a formula of x "
            "and y.",
            name=text,
        )
    try:
        return compile_formula(text), None, {}
    except FormulaError as error:
        raise CommandLineError(
            error.code, f"{error.sentence} (At character {error.position + 1}.)", **error.details
        ) from error


def _as_json(path: Trajectory) -> str:
    ended = None
    if path.ended_at is not None:
        sentence = path.cause.sentence if path.cause is not None else path.ending.value
        ended = {"step": path.ended_at, "cause": sentence}
    record = {
        "optimizer": path.run.optimizer.name,
        "settings": dict(path.run.settings),
        "points": path.points,
        "losses": path.losses,
        "ended": ended,
    }
    return json_text(record)


def _as_text(path: Trajectory) -> str:
    settings = ", ".join(f"{name} {value:g}" for name, value in path.run.settings.items())
    rows = [
        (
            str(step),
            *(number_text(float(x)) for x in path.points[step]),
            short_number(path.losses[step]),
        )
        for step in chosen_steps(path.steps)
    ]
    lines = [f"{path.run.optimizer.title}, {settings}", *table([("step", "x", "y", "loss"), *rows])]
    if path.cause is not None:
        lines.append(f"{sentence_case(path.cause.sentence)}.")
    return "\n".join(lines)
