"""What a learner answers, as it is kept and marked again: texts alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from engine.errors import EngineError
from engine.lessons.facts import Fact

# One text: a number, a vector or a matrix as it was typed, a formula, "+" or "−", the name of an
# item. Several: the chosen items, the items in their order, the blanks of a table, the points of a
# curve as "x, y", the boxes on the canvas as "question = number".
Answer = str | tuple[str, ...]

# Nobody types more; what a stray paste brings is not looked at, and not kept.
LONGEST_ANSWER = 10_000
MOST_PARTS = 1_000

_NOTHING: Mapping[str, Fact] = MappingProxyType({})


def parts_of(answer: Answer) -> tuple[str, ...]:
    """Return the texts of an answer; one text is a list of one."""
    return (answer,) if isinstance(answer, str) else answer


def is_too_long(answer: Answer) -> bool:
    """Tell whether an answer is longer than anybody types."""
    parts = parts_of(answer)
    return len(parts) > MOST_PARTS or sum(map(len, parts)) > LONGEST_ANSWER


class Outcome(Enum):
    """What an answer is.

    An answer that cannot be read, or is too short to tell, is no attempt. What is never marked,
    such as an estimate or a text, is noted.
    """

    RIGHT = "right"
    WRONG = "wrong"
    NO_ATTEMPT = "no_attempt"
    NOTED = "noted"


# With these the step goes on.
GOES_ON = (Outcome.RIGHT, Outcome.NOTED)


@dataclass(frozen=True)
class Marked:
    """An answer with its mark.

    Attributes:
        outcome: What it is.
        repeated: The answer as it was understood, to be repeated to the learner; plain text.
        slip: The name of the lesson's slip that it is; empty for none.
        engine_slip: The name of the slip of ``engine.exercises`` that it is; empty for none.
        fault: Why it is no attempt.
        facts: What the words of the verdict may use in their blanks: ``answer`` and what the kind
            of question adds.
    """

    outcome: Outcome
    repeated: str
    slip: str = ""
    engine_slip: str = ""
    fault: EngineError | None = None
    facts: Mapping[str, Fact] = field(default_factory=lambda: _NOTHING)

    __hash__ = None  # type: ignore[assignment]  # its facts may hold arrays

    @property
    def is_right(self) -> bool:
        """Whether the step goes on."""
        return self.outcome in GOES_ON
