"""What is still missing, as a sentence that any language can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from engine.errors import EngineError
from engine.formula.tokens import is_name
from engine.formula.values import format_number, format_value
from engine.lessons.conditions.said_formula import said_formula
from engine.lessons.facts import Fact
from engine.lessons.vocabulary.facts import AT_START, TRIED, find_fact
from engine.quoting import listed, quote, sentence_case

# Numbers are told apart by at least so many decimals, and by more where they look alike.
_DIGITS, _MOST_DIGITS = 3, 12
_VALUE_OF = "value_{}"


@dataclass(frozen=True, slots=True)
class Unmet:
    """Something that a condition lacks.

    Attributes:
        code: A stable identifier, for translation as ``lesson_missing:<code>``.
        sentence: What is the case and what is to be, in one English sentence.
        details: What the sentence names; texts, and errors of the engine that name a fact.
    """

    code: str
    sentence: str
    details: Mapping[str, object] = field(default_factory=dict)


def missing(code: str, sentence: str, **details: object) -> tuple[Unmet]:
    """Return one thing that is missing, as what a test of a condition returns.

    Args:
        code: What it is, for translation.
        sentence: The English sentence.
        details: What it names.
    """
    return (Unmet(code, sentence_case(sentence), details),)


def fact_name(formula: str) -> EngineError:
    """Return what the facts of a formula are called in a sentence: a phrase for any language.

    Example:
        >>> str(fact_name("value_x")), str(fact_name("λ*value_R"))
        ('the value of “x”', '“λ·R”')
    """
    name = formula.strip()
    found = find_fact(name)
    if found is not None:
        word, owner = found
        if owner:
            return EngineError(
                "fact_of", f"the {word.title} of “{quote(owner)}”", title=word.title, name=owner
            )
        return EngineError("fact_alone", f"the {word.title}", title=word.title)
    if (rest := name.removeprefix(AT_START)) != name and is_name(rest):
        fact = fact_name(rest)
        return EngineError("fact_at_start", f"{fact} at the start of this step", fact=fact)
    if (rest := name.removeprefix(TRIED)) != name and is_name(rest):
        fact = fact_name(rest)
        return EngineError("fact_tried", f"the number of values tried for {fact}", fact=fact)
    said = said_formula(name)
    return EngineError("fact_formula", f"“{quote(said)}”", name=said)


def tried_name(formula: str) -> EngineError | None:
    """Return what is to have had several values, where a formula counts these; else None.

    Example:
        >>> str(tried_name("tried_value_w")), str(tried_name("tried_h")), tried_name("h")
        ('“w”', 'the step h', None)
    """
    name = formula.strip()
    rest = name.removeprefix(TRIED)
    if rest == name or not is_name(rest):
        return None
    found = find_fact(rest)
    # "Values of the value of w" would say it twice.
    if found is not None and found[0].name == _VALUE_OF:
        return EngineError("fact_formula", f"“{quote(found[1])}”", name=found[1])
    return fact_name(rest)


def truth_clause(formula: str) -> EngineError | None:
    """Return the clause that a fact of 1 or 0 stands for, None for any other fact."""
    found = find_fact(formula.strip())
    if found is None or not found[0].is_truth:
        return None
    word, owner = found
    if owner:
        return EngineError("truth_of", f"{quote(owner)} {word.title}", title=word.title, name=owner)
    return EngineError("truth_alone", word.title, title=word.title)


def shown(fact: Fact, *beside: Fact) -> str:
    """Return a fact as a sentence shows it, with digits enough to tell it from others.

    Args:
        fact: What to show.
        beside: What else the sentence shows, such as what it is compared with.
    """
    return _written(fact, _digits(fact, beside))


def _digits(fact: Fact, beside: tuple[Fact, ...]) -> int:
    digits = _DIGITS
    others = [other for other in beside if not _is_equal(fact, other)]
    while digits < _MOST_DIGITS and any(
        _written(fact, digits) == _written(other, digits) for other in others
    ):
        digits += 1
    return digits


def _is_equal(one: Fact, other: Fact) -> bool:
    if isinstance(one, str | tuple) or isinstance(other, str | tuple):
        return type(one) is type(other) and one == other
    return one is None or other is None or bool(np.array_equal(one, other))


def _written(fact: Fact, digits: int) -> str:
    if fact is None:
        return "–"
    if isinstance(fact, str):
        return f"“{quote(fact)}”"
    if isinstance(fact, tuple):
        return listed(fact) or "–"
    if isinstance(fact, float | int):
        return format_number(float(fact), digits)
    return format_value(fact, digits)
