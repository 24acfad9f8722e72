"""The subcommand ``export``: a formula, or a saved graph, as another program's text."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from engine.command_line.formula_arguments import formula_graph
from engine.command_line.subcommand import CommandLineError, Subcommand
from engine.command_line.tables import json_text
from engine.drawing.drawing_file import read_drawing
from engine.errors import FileFormatError
from engine.export.dot import dot_source
from engine.export.latex_source import latex_source
from engine.export.numpy_source import numpy_source
from engine.export.pytorch_source import pytorch_source
from engine.graph.model import Graph, NodeId
from engine.quoting import quote
from engine.registry import Registry

_DESCRIPTION = """\
Print a graph as a program or a drawing of another tool, with its present values.

examples:
  python -m engine export --to numpy "(x + y)*z" x=-2 y=5 z=-4 > a1.py
  python -m engine export --to pytorch "squared_norm(W @ x)" W="[[1, 2], [3, 4]]" x="[1, 1]"
  python -m engine export --to dot --file neuron.wiregrad
  python -m engine export --to numpy --grouped --file neuron.wiregrad"""


class Writer(Protocol):
    """Returns the text for a graph and its result."""

    def __call__(
        self, graph: Graph, target: NodeId | None = None, /, *, grouped: bool = False
    ) -> str:
        """Write a graph; ``grouped`` keeps its groups as parts of their own."""


def _write_dot(graph: Graph, _target: NodeId | None = None, /, *, grouped: bool = False) -> str:
    return dot_source(graph, grouped=grouped)


@dataclass(frozen=True, slots=True)
class Target:
    """A form that a graph can be written in.

    Attributes:
        name: The word on the command line.
        write: Returns the text for a graph and its result.
        aliases: Other words for it.
    """

    name: str
    write: Writer
    aliases: tuple[str, ...] = ()


TARGETS = Registry(
    (
        Target("numpy", numpy_source),
        Target("pytorch", pytorch_source, ("torch",)),
        Target("dot", _write_dot, ("graphviz",)),
        Target("latex", latex_source, ("tex",)),
    )
)


def _configure(parser: ArgumentParser) -> None:
    parser.add_argument("formula", metavar="FORMULA", nargs="?", help="for example “(x + y)*z”")
    parser.add_argument(
        "inputs", metavar="NAME=VALUE", nargs="*", help="the value of each input of the formula"
    )
    parser.add_argument("--to", required=True, metavar="FORM", help=", ".join(TARGETS))
    parser.add_argument("--file", metavar="FILE", help="a graph saved by Wiregrad, for the formula")
    parser.add_argument(
        "--grouped",
        action="store_true",
        help="keep the FILE's groups: each a function of its own in numpy, pytorch and latex; in "
        "dot one node where it is folded, else a frame",
    )
    parser.add_argument("--json", action="store_true", help='print {"form": …, "source": …}')


def _run(arguments: Namespace) -> str:
    target = TARGETS.require(arguments.to.strip())
    source = target.write(_graph(arguments), grouped=arguments.grouped)
    if arguments.json:
        return json_text({"form": target.name, "source": source})
    return source.rstrip("\n")


RECORDS = (
    Subcommand(
        "export",
        "Print a graph as NumPy, PyTorch, DOT or LaTeX.",
        _DESCRIPTION,
        _configure,
        _run,
    ),
)


def _graph(arguments: Namespace) -> Graph:
    if (arguments.formula is None) == (arguments.file is None):
        raise CommandLineError(
            "formula_or_file", "Give either a formula, in quotes, or --file FILE, and not both."
        )
    if arguments.file is None:
        if arguments.grouped:
            raise CommandLineError(
                "formula_without_groups",
                "A formula has no groups; --grouped needs a saved graph, --file FILE.",
            )
        return formula_graph(arguments)
    return _read(Path(arguments.file.strip()))


def _read(path: Path) -> Graph:
    try:
        return read_drawing(path).graph
    except FileFormatError as error:
        raise CommandLineError(error.code, f"{quote(str(path), 200)}: {error.sentence}") from error
