"""The entry: finds the subcommand, prints what it returns, and says errors in one sentence."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Mapping, Sequence
from io import TextIOWrapper
from typing import NoReturn, TextIO

from engine.arrays import computing
from engine.command_line.catalog import SUBCOMMANDS
from engine.command_line.subcommand import CommandLineError, FoundError, Subcommand
from engine.errors import EngineError
from engine.quoting import quote, sentence_case

_PROGRAM = "python -m engine"
_PART = "It does several things, each named by a further word."
_LONGEST_MESSAGE = 120
# “--x” and “---x” are formulas: no option is called by one letter after two signs.
_OPTION = re.compile(r"--[a-z][-a-z]+(?:=.*)?", re.DOTALL)


class _Parser(ArgumentParser):
    """A parser that raises one sentence where argparse would print its usage and leave."""

    def error(self, message: str) -> NoReturn:
        if len(message) > _LONGEST_MESSAGE:
            # It quotes what was typed, which may be of any length.
            message = message[: _LONGEST_MESSAGE - 1] + "…"
        raise CommandLineError(
            "bad_arguments",
            f"{sentence_case(message)}; “{quote(self.prog)} --help” shows what is understood.",
        )


def main(arguments: Sequence[str]) -> int:
    """Run a subcommand.

    Args:
        arguments: The words after ``python -m engine``.

    Returns:
        The exit status: 0, 1 where faults were looked for and found, or 2 after one sentence on
        stderr.
    """
    _accept_any_letter(sys.stdout, sys.stderr)
    try:
        with computing():
            output = _run(arguments, SUBCOMMANDS, _PROGRAM)
    except FoundError as found:
        sys.stdout.write(f"{found.output}\n")
        return 1
    except EngineError as error:
        sys.stderr.write(f"{error.sentence}\n")
        return 2
    sys.stdout.write(f"{output}\n")
    return 0


def _accept_any_letter(*streams: TextIO) -> None:
    """Let a terminal of a narrow encoding show what it can instead of failing on a σ."""
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _run(arguments: Sequence[str], table: Mapping[str, Subcommand], program: str) -> str:
    if not arguments or arguments[0] in {"-h", "--help"}:
        return _help(table, program)
    chosen = table.get(arguments[0])
    if chosen is None:
        choices = ", ".join(table)
        raise CommandLineError(
            "unknown_subcommand",
            f"“{quote(arguments[0])}” is not a subcommand; known are: {choices}.",
            name=arguments[0],
            choices=choices,
        )
    program = f"{program} {chosen.name}"
    if chosen.parts:
        return _run(arguments[1:], chosen.parts, program)
    parser = _Parser(
        prog=program,
        description=chosen.description,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    assert chosen.configure is not None
    assert chosen.run is not None
    chosen.configure(parser)
    return chosen.run(parser.parse_intermixed_args([_protected(word) for word in arguments[1:]]))


def _protected(word: str) -> str:
    """Keep a formula such as ``-x`` from being read as an option; spaces mean nothing in it."""
    is_option = _OPTION.fullmatch(word) is not None or word == "-h"
    return f" {word}" if word.startswith("-") and not is_option else word


def _help(table: Mapping[str, Subcommand], program: str) -> str:
    whole = program == _PROGRAM
    lines = [
        f"usage: {program} SUBCOMMAND …",
        "",
        "Compute with graphs of operations, without a window." if whole else _PART,
        "",
        "subcommands:",
        *(f"  {item.name:<10} {item.summary}" for item in table.values()),
        "",
        f"“{quote(program)} SUBCOMMAND --help” explains one.",
    ]
    return "\n".join(lines)
