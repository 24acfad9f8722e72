"""Where a step is shown, and what can be done in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class StepForm(Enum):
    """Where a step is shown.

    Attributes:
        COLUMN: Beside the space, as a column: one thing below the other.
        STRIP: Below the space, as a low bar: what is read beside what is answered.
    """

    COLUMN = "column"
    STRIP = "strip"


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be done in a step now.

    Attributes:
        can_go_back: Whether there is a step before it.
        can_skip: Whether it can be passed over: it is not done.
        can_show: Whether "Show me" is offered.
        can_go_on: Whether it is done.
        is_waiting: Whether it waits for something on the page, so that one can ask what is missing.
        is_last: Whether the lesson ends with it.
        is_hint_urged: Whether the button for hints stands out, after two wrong answers.
    """

    can_go_back: bool = False
    can_skip: bool = True
    can_show: bool = False
    can_go_on: bool = False
    is_waiting: bool = False
    is_last: bool = False
    is_hint_urged: bool = False
