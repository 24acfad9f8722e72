"""What the command line asks of a subcommand."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from engine.errors import EngineError


class CommandLineError(EngineError):
    """The arguments do not say what to do."""


class FoundError(Exception):
    """What was looked through has faults: they are the output, and the exit status tells."""

    def __init__(self, output: str) -> None:
        super().__init__(output)
        self.output = output


@dataclass(frozen=True, slots=True)
class Subcommand:
    """One thing that ``python -m engine`` can do.

    Attributes:
        name: The word on the command line.
        summary: One sentence for the list of subcommands.
        description: What its own help says.
        configure: Adds its arguments to its parser; None with parts.
        run: Does it, and returns what is printed; raises ``EngineError`` when it cannot, and
            ``FoundError`` when it was to look for faults and there are some.
        parts: The words that follow it, of one that does several things, which then does nothing
            by itself; empty for others.
    """

    name: str
    summary: str
    description: str
    configure: Callable[[ArgumentParser], None] | None = None
    run: Callable[[Namespace], str] | None = None
    parts: Mapping[str, Subcommand] = field(default_factory=dict, hash=False)

    @property
    def aliases(self) -> tuple[str, ...]:
        """No other words: a command line is typed into scripts that others read."""
        return ()
