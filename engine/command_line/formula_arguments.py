"""A formula and its inputs on the command line: ``"(x + y)*z" x=-2 y=5 z=-4``."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence

from engine.arrays import Array
from engine.command_line.subcommand import CommandLineError
from engine.errors import FormulaError, FormulaQuestion, ValueFormatError
from engine.formula.parser import parse_formula
from engine.formula.values import parse_value
from engine.graph.edits import set_value
from engine.graph.model import Graph, NodeId
from engine.quoting import listed, quote


def add_formula_arguments(parser: ArgumentParser) -> None:
    """Let a subcommand take a formula and its inputs."""
    parser.add_argument("formula", metavar="FORMULA", help="for example “(x + y)*z”")
    parser.add_argument(
        "inputs",
        metavar="NAME=VALUE",
        nargs="*",
        help="an input's value: 0.5, 1/2, 1e-3, or a JSON array such as [1, 2]",
    )


def formula_graph(arguments: Namespace) -> Graph:
    """Return the formula's graph at the given inputs.

    Raises:
        EngineError: The formula cannot be understood, or an input is missing or malformed.
    """
    names = [text.partition("=")[0].strip() for text in arguments.inputs if "=" in text]
    return _with_inputs(_parse(arguments.formula, names), arguments.inputs)


def _parse(formula: str, names: Sequence[str]) -> Graph:
    """Read a formula, in which what is given a value is a name of its own."""
    try:
        return parse_formula(formula.strip(), names=names)
    except FormulaError as error:
        place = f"(At character {error.position + 1}.)"
        sentence = f"{error.sentence} {_as_names(error)}{place}"
        raise CommandLineError(error.code, sentence, **error.details) from error


def _as_names(error: FormulaError) -> str:
    """Say how the names are given of which it is asked whether they are products."""
    choices = error.choices if isinstance(error, FormulaQuestion) else ()
    names = sorted({name for choice in choices for name in choice.names})
    return f"A name is given a value, as in {quote(names[0])}=1. " if names else ""


def _with_inputs(graph: Graph, assignments: Sequence[str]) -> Graph:
    """Give every input its value.

    Raises:
        CommandLineError: A value is missing, malformed, given twice or for no input.
    """
    inputs = formula_inputs(graph)
    given: set[str] = set()
    for assignment in assignments:
        name, separator, text = assignment.partition("=")
        name = name.strip()
        if not separator:
            raise CommandLineError(
                "not_an_assignment",
                f"“{quote(assignment.strip())}” gives no value to an input; write NAME=VALUE, "
                "such as x=5, and put the formula in quotes.",
                text=assignment,
            )
        if name not in inputs:
            known = f"its inputs are: {listed(inputs)}" if inputs else "it has none"
            raise CommandLineError(
                "unknown_input",
                f"“{quote(name)}” is not an input of this formula; {known}.",
                name=name,
                inputs=listed(inputs),
            )
        if name in given:
            raise CommandLineError(
                "input_twice", f"The input {quote(name)} is given twice.", name=name
            )
        given.add(name)
        graph = set_value(graph, inputs[name], _value(name, text))
    _check_complete(inputs, given)
    return graph


def formula_inputs(graph: Graph) -> dict[str, NodeId]:
    """Return the inputs and parameters of a formula by name."""
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
            error.code, f"Input {quote(name)}: {error.sentence}", **error.details
        ) from error


def _check_complete(inputs: Mapping[str, NodeId], given: set[str]) -> None:
    missing = [name for name in inputs if name not in given]
    if missing:
        subject = "The input" if len(missing) == 1 else "The inputs"
        verb = "has" if len(missing) == 1 else "have"
        raise CommandLineError(
            "input_missing",
            f"{subject} {listed(missing)} {verb} no value; add {quote(missing[0])}=1, for example.",
            names=listed(missing),
        )
