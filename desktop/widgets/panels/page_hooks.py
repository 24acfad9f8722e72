"""What a page offers to whoever leads a learner through it: facts, parts, commands, a state."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engine.lessons.facts import Facts, LazyFacts
from engine.lessons.files import LessonFiles


@dataclass(frozen=True)
class HookCommand:
    """Something that can be done on a page by name; each is a step of undo where it edits.

    Attributes:
        run: Does it.
        kinds: What it takes, one entry for each argument: ``"value"`` for a formula of facts, which
            arrives as the number or the array that it is worth; ``"word"`` for a text that arrives
            as it stands. The last entry may end in ``"?"`` where the argument may be left out.

    Raises:
        EngineError: (from `run`) It cannot be done; the sentence says why.
    """

    run: Callable[..., None]
    kinds: tuple[str, ...] = ()


class PageHooks(QObject):
    """The hooks of one page. They see the page; the page does not know who uses them.

    Signals:
        facts_changed(): Some fact may be another one. It may come often; who listens waits for
            the next frame and for the page to have settled.
        pointed(on: str, place: tuple[float, float]): A place of a plot was clicked, by the plot's
            name and the plot's numbers; for questions that are answered by pointing.
    """

    facts_changed = Signal()
    pointed = Signal(str, object)

    def facts(self) -> Facts:
        """Return what is the case on the page by name; nothing is computed before it is asked for.

        A name that is known but has no value yet stands for None.
        """
        return LazyFacts({})

    def parts(self) -> Mapping[str, QWidget]:
        """Return the parts that can be hidden or pointed at, by name."""
        return {}

    def veils(self) -> frozenset[str]:
        """Return the kinds of numbers that can be hidden everywhere at once, such as "values"."""
        return frozenset()

    def set_hidden(self, names: frozenset[str]) -> None:
        """Hide these parts and kinds of numbers, and show all others; unknown names are ignored."""

    def hiding(self, names: frozenset[str]) -> Iterator[None]:
        """Hide as `set_hidden` does, piece by piece, where that draws more than a frame may take.

        Whoever gives up in between hides all at once again.
        """
        self.set_hidden(names)
        yield

    def tells(self, _name: str) -> bool:
        """Tell whether a fact is told though numbers of its kind are hidden, as what is given."""
        return False

    def show_points(self, on: str, points: Sequence[tuple[float, float]]) -> None:
        """Show what was answered on a plot, and let facts about it follow; none takes it away.

        Args:
            on: The plot's name; an unknown one is ignored.
            points: Their places, in the plot's numbers.
        """

    def commands(self) -> Mapping[str, HookCommand]:
        """Return what can be done, by name."""
        return {}

    def state(self) -> dict[str, Any]:
        """Return what `open_state` needs to show the same thing; only what TOML can hold."""
        return {}

    def open_state(self, state: Mapping[str, Any], files: LessonFiles) -> None:
        """Show a state at once; what it does not name is as at first.

        Args:
            state: What stands in a step's ``[step.open]``; formulas of facts have been replaced by
                what they are worth.
            files: Where the files lie that the state names.

        Raises:
            EngineError: It names something that is not there, or a value that cannot be.
        """

    def opening(self, state: Mapping[str, Any], files: LessonFiles) -> Iterator[None]:
        """Show a state as `open_state` does, piece by piece, where it takes longer than a frame.

        Between two pieces events may be handled. What is given up in between is to be opened anew.
        """
        self.open_state(state, files)
        yield
