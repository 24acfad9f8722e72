"""What ``until`` in a solution waits for."""

from __future__ import annotations

from engine.errors import EngineError
from engine.lessons.conditions.catalog import CONDITIONS
from engine.lessons.lesson import Command, Condition
from engine.quoting import quote

UNTIL = "until"
# What people write who know it from programs, and what it is called here.
_SIGNS = {
    ">=": "at_least", "≥": "at_least", "<=": "at_most", "≤": "at_most", ">": "above", "<": "below",
    "==": "is", "=": "is", "!=": "is_not", "≠": "is_not",
}  # fmt: skip


def until_condition(command: Command) -> Condition:
    """Return what ``["until", FACT, COMPARISON, VALUE]`` waits for.

    Raises:
        EngineError: It is not written like that.
    """
    words = [str(argument) for argument in command.arguments]
    kind = CONDITIONS.find(words[1]) if len(words) == 3 else None
    if kind is None or not kind.takes_fact:
        named = _SIGNS.get(words[1].strip()) if len(words) == 3 else None
        if named is not None:
            raise EngineError(
                "lesson_until_sign",
                "In “until” a comparison is a word: "
                f"write “{quote(named)}” for “{quote(words[1])}”.",
                found=quote(words[1]),
                wanted=named,
            )
        raise EngineError(
            "lesson_until",
            "“until” takes a fact, a comparison and a value, such as "
            '["until", "epoch", "at_least", "200"].',
        )
    fact, comparison, value = words
    return Condition(comparison, fact, {comparison: value})
