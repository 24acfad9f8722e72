"""What a lesson is: steps, what each opens, asks and waits for, and the words of each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that facts fulfil or not; read and tested by ``engine.lessons.conditions``.

    Attributes:
        kind: The comparison or the combination, such as ``"is"``, ``"near"`` or ``"all"``.
        fact: The formula of facts that is compared; empty where the kind takes none.
        arguments: What it is compared with, by the key in the file.
        parts: The conditions that are combined.
        line: The line in ``lesson.toml``, for faults.
    """

    kind: str
    fact: str = ""
    arguments: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    parts: tuple[Condition, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class DrawnNumber:
    """How one number of a lesson is drawn.

    Attributes:
        name: Its name in formulas and blanks.
        choices: The numbers that it may be, at least one.
        line: The line in ``lesson.toml``.
    """

    name: str
    choices: tuple[float, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class NamedValue:
    """A value that is computed from the drawn numbers and has a name of its own.

    Attributes:
        name: Its name in formulas and blanks.
        worth: A formula of the drawn numbers and of the values named before it, or lists of them:
            a vector, a matrix.
        line: The line in ``lesson.toml``.
    """

    name: str
    worth: Any
    line: int = 0


@dataclass(frozen=True, slots=True)
class Draw:
    """The numbers of a lesson: the course's in the first sitting, fresh ones in the others.

    Attributes:
        first: The numbers of the first sitting.
        numbers: How each is drawn later.
        keep: What drawn numbers must fulfil; else others are drawn.
        graph: A formula whose inputs get fresh numbers as the exercises' do; empty for none.
        named: What is computed from them by name, from ``[let]``, in order.
        line: The line in ``lesson.toml``.
    """

    first: Mapping[str, float] = field(default_factory=lambda: _NOTHING)
    numbers: tuple[DrawnNumber, ...] = ()
    keep: tuple[Condition, ...] = ()
    graph: str = ""
    named: tuple[NamedValue, ...] = ()
    line: int = 0

    @property
    def names(self) -> frozenset[str]:
        """The names that formulas may use: of drawn numbers and of what is computed from them."""
        return frozenset((*self.first, *(value.name for value in self.named)))


@dataclass(frozen=True, slots=True)
class Opening:
    """What a step shows: a space, and its state in the words of that space's hooks.

    Attributes:
        space: The identifier of the space, such as ``"graph"``.
        state: Everything else that stands in ``[step.open]``, apart from ``hide``.
        hide: Parts and kinds of numbers that are hidden from now on.
        line: The line in ``lesson.toml``.
    """

    space: str
    state: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    hide: tuple[str, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong answer that was foreseen, with a sentence of its own.

    Attributes:
        name: Its name in the words.
        gives: The formula of the number to which it leads; empty for none.
        picks: The items of a choice that show it.
        by: What each item of an order is worth to who makes it, as formulas.
        when: What the facts, those of the answer among them, show of it.
        line: The line in ``lesson.toml``.
    """

    name: str
    gives: str = ""
    picks: tuple[str, ...] = ()
    when: tuple[Condition, ...] = ()
    line: int = 0
    by: Mapping[str, str] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True, slots=True)
class Ask:
    """A question.

    Attributes:
        kind: One of ``engine.lessons.questions``.
        arguments: What stands in ``[step.ask]``, as its kind has checked it.
        line: The line in ``lesson.toml``.
    """

    kind: str
    arguments: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Detour:
    """A smaller step that is inserted once after certain slips.

    Attributes:
        on: Names of slips, the lesson's or those of ``engine.exercises``.
        to: The step, which is ``only = "detour"``.
        line: The line of `to` in ``lesson.toml``.
        slips_line: The line of `on` there.
    """

    on: tuple[str, ...]
    to: str
    line: int = 0
    slips_line: int = 0


@dataclass(frozen=True, slots=True)
class Command:
    """One command of a solution: its name and what it is given."""

    name: str
    arguments: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a lesson: read, ask, wait, or ask and then wait.

    Attributes:
        id: Its name, the same in every language.
        opening: What it shows; None goes on in what is there.
        show: What is shown again.
        hide: What is hidden.
        point: The part that is pointed at; empty for none.
        skill: What it trains; empty for nothing.
        ask: Its question.
        wait: What the state must fulfil before it is done.
        slips: The wrong answers that were foreseen, the likeliest first.
        detour: Where a slip leads.
        is_detour: Whether it is reached by a detour alone.
        is_fresh: Whether its numbers are drawn anew.
        counts: Whether its answer is marked.
        solution: What "Show me" does.
        line: The line in ``lesson.toml``.
        revision: Tells a changed step: a hash of its table without comments.
    """

    id: str
    opening: Opening | None = None
    show: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    point: str = ""
    skill: str = ""
    ask: Ask | None = None
    wait: Condition | None = None
    slips: tuple[Slip, ...] = ()
    detour: Detour | None = None
    is_detour: bool = False
    is_fresh: bool = False
    counts: bool = True
    solution: tuple[Command, ...] = ()
    line: int = 0
    revision: str = ""


@dataclass(frozen=True, slots=True)
class StepWords:
    """What a step says in one language; Markdown with blanks.

    Attributes:
        title: Its heading.
        body: What is read.
        ask: What stands before the answer.
        items: The things to choose among or to order, by name.
        right: Why the right answer is right.
        slips: What is said to each foreseen wrong answer, by name.
        hints: In tiers, the gentlest first.
        note: For the lecturer alone.
        language: The language it is written in: another one where a translation lags.
        line: The line of its heading.
    """

    title: str
    body: str = ""
    ask: str = ""
    items: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    right: str = ""
    slips: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    hints: tuple[str, ...] = ()
    note: str = ""
    language: str = "en"
    line: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """A lesson in one language.

    Attributes:
        language: Its code.
        title: The lesson's title.
        summary: One paragraph.
        steps: The words of each step by its id.
    """

    language: str
    title: str
    summary: str = ""
    steps: Mapping[str, StepWords] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True)
class Lesson:
    """A lesson, read and checked.

    Attributes:
        id: The name of its folder.
        course: The rows of the course that it teaches.
        skills: What it trains.
        needs: The skills that it builds on.
        minutes: How long it takes.
        next: The lesson that follows; empty for none.
        easier: The lesson to go to when this one is too hard; empty for none.
        draw: Its numbers.
        steps: Its steps, in order.
        words: What it says, by language; English is always there.
        revision: Tells a changed structure: a hash of `lesson.toml` without its comments.
    """

    id: str
    course: tuple[str, ...]
    skills: tuple[str, ...]
    needs: tuple[str, ...]
    minutes: int
    next: str
    easier: str
    draw: Draw
    steps: tuple[Step, ...]
    words: Mapping[str, Words]
    revision: str

    def step(self, step_id: str) -> Step:
        """Return a step.

        Raises:
            KeyError: There is none of this id.
        """
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)
