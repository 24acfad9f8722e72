"""What is on the stage at a step, whichever way led there: the state, the spaces, the veil."""

from __future__ import annotations

from collections.abc import Iterator

from engine.exercises.question import Kind
from engine.lessons.lesson import Condition, Lesson, Step
from engine.lessons.vocabulary.spaces import SPACES

_SPACE = "space"
_CANVAS = "canvas"


def opening_step(lesson: Lesson, step_id: str, host: str = "") -> Step | None:
    """Return the step whose opening is in force at a step: its own, or the last one before it.

    Args:
        lesson: The lesson.
        step_id: The step.
        host: The step from which a detour leads to it; what that one shows goes on in a detour
            without an opening of its own.

    Returns:
        That step; None where nothing was opened yet.
    """
    return next((step for step in _back_from(lesson, step_id, host) if step.opening), None)


def hidden_at(lesson: Lesson, step_id: str, host: str = "") -> frozenset[str]:
    """Return the parts and kinds of numbers that are hidden at a step (see `opening_step`).

    An opening begins anew with what it hides; what steps show and hide since holds on.
    """
    hidden: set[str] = set()
    for step in reversed(_since_opening(lesson, step_id, host)):
        if step.opening is not None:
            hidden = set(step.opening.hide)
        hidden = (hidden - set(step.show)) | set(step.hide)
    return frozenset(hidden)


def asked_on_canvas(step: Step) -> frozenset[str]:
    """Return the kinds of numbers that a step asks for in boxes on the canvas.

    Example:
        >>> from engine.lessons.lesson import Ask
        >>> sorted(asked_on_canvas(Step("alone", ask=Ask("canvas", {"hides": "both"}))))
        ['gradients', 'values']
    """
    if step.ask is None or step.ask.kind != _CANVAS:
        return frozenset()
    kind = Kind(step.ask.arguments.get("hides", Kind.GRADIENTS.value))
    asked = {Kind.GRADIENTS.value: kind.asks_gradients, Kind.VALUES.value: kind.asks_values}
    return frozenset(name for name, is_asked in asked.items() if is_asked)


def hidden_when_over(
    lesson: Lesson, step_id: str, host: str = "", *, following: str = ""
) -> frozenset[str]:
    """Return what stays hidden at a step once it is answered or done.

    Numbers are hidden until somebody has said what they will be. What the step that comes next
    hides as well may be what that one asks for; parts stay away, since nothing is asked of them.

    Args:
        lesson: The lesson.
        step_id: The step.
        host: The step to which it leads back, for a detour.
        following: The step that comes next; empty at the end.
    """
    hidden = hidden_at(lesson, step_id, host)
    kept = hidden_at(lesson, following) if following else frozenset()
    opened = opening_step(lesson, step_id, host)
    space = "" if opened is None or opened.opening is None else opened.opening.space
    known = SPACES.find(space)
    return hidden if known is None else hidden - (frozenset(known.veils) - kept)


def stands_alone(lesson: Lesson, step: Step) -> bool:
    """Tell whether a step opens a state of its own in which no other step goes on."""
    if step.opening is None:
        return False
    hosts = {each.detour.to: each.id for each in lesson.steps if each.detour is not None}
    return not any(
        opening_step(lesson, other.id, hosts.get(other.id, "") if other.is_detour else "") is step
        for other in lesson.steps
        if other is not step
    )


def spaces_at(lesson: Lesson, step_id: str, host: str = "") -> tuple[str, ...]:
    """Return the spaces in which a step takes place, that of its opening first.

    A step may lead to another space; who has gone there is not called back by those that follow.
    """
    spaces = [
        space for step in _since_opening(lesson, step_id, host) for space in _named_spaces(step)
    ]
    opened = opening_step(lesson, step_id, host)
    first = [] if opened is None or opened.opening is None else [opened.opening.space]
    return tuple(dict.fromkeys([*first, *spaces]))


def spaces_of(lesson: Lesson) -> tuple[str, ...]:
    """Return all spaces that a lesson uses, in which one's own work is to be put aside."""
    spaces = [space for step in lesson.steps for space in _named_spaces(step)]
    return tuple(dict.fromkeys(spaces))


def _since_opening(lesson: Lesson, step_id: str, host: str) -> list[Step]:
    """Return a step and those before it down to the one that opened what is shown."""
    steps = []
    for step in _back_from(lesson, step_id, host):
        steps.append(step)
        if step.opening is not None:
            break
    return steps


def _back_from(lesson: Lesson, step_id: str, host: str) -> Iterator[Step]:
    step = lesson.step(step_id)
    if step.is_detour:
        yield step
        if not host:
            return
        step = lesson.step(host)
    place = lesson.steps.index(step)
    yield step
    yield from (before for before in reversed(lesson.steps[:place]) if not before.is_detour)


def _named_spaces(step: Step) -> Iterator[str]:
    if step.opening is not None:
        yield step.opening.space
    if step.wait is not None:
        yield from _spaces_in(step.wait)
    for command in step.solution:
        if command.name == _SPACE and command.arguments:
            yield str(command.arguments[0])


def _spaces_in(condition: Condition) -> Iterator[str]:
    if condition.fact.strip() == _SPACE and condition.kind == "is":
        yield str(condition.arguments["is"])
    for part in condition.parts:
        yield from _spaces_in(part)
