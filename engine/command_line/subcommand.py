"""What the command line asks of a subcommand."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from engine.errors import EngineError


class CommandLineError(EngineError):
    """The arguments do not say what to do."""


@dataclass(frozen=True, slots=True)
class Subcommand:
    """One thing that ``python -m engine`` can do.

    Attributes:
        name: The word on the command line.
        summary: One sentence for the list of subcommands.
        description: What its own help says.
        configure: Adds its arguments to its parser.
        run: Does it, and returns what is printed; raises ``EngineError`` when it cannot.
    """

    name: str
    summary: str
    description: str
    configure: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], str]

    @property
    def aliases(self) -> tuple[str, ...]:
        """No other words: a command line is typed into scripts that others read."""
        return ()
