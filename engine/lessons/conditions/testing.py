"""Testing a condition: what is still missing, as sentences; nothing where it is fulfilled."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from engine.errors import EngineError
from engine.lessons.conditions.catalog import CONDITIONS
from engine.lessons.conditions.unmet import Unmet, fact_name, missing
from engine.lessons.facts import Facts
from engine.lessons.formulas import used_names
from engine.lessons.lesson import Condition
from engine.quoting import quote

# The details of a sentence that are numbers of the learner's graph, race or training.
_NUMBERS = frozenset(("found", "wanted"))


def _tells_all(_name: str) -> bool:
    return True


def unmet(
    condition: Condition, facts: Facts, tells: Callable[[str], bool] = _tells_all
) -> tuple[Unmet, ...]:
    """Return what a condition lacks, an empty tuple where it is fulfilled.

    It never raises: a fact that is not there or has no value yet is what is missing.

    Args:
        condition: A condition as `read_condition` returns it.
        facts: What is known by name.
        tells: Whether the learner may be told a fact's number, by its name: one that is hidden is
            computed with and not said.
    """
    test = partial(unmet, tells=tells)
    try:
        lacking = CONDITIONS[condition.kind].test(condition, facts, test)
    except EngineError as error:
        return _because(error)
    if not lacking or CONDITIONS[condition.kind].combines:
        return lacking
    hidden = [name for name in _names(condition) if not tells(name)]
    return tuple(_without_numbers(each, hidden[0]) for each in lacking) if hidden else lacking


def _names(condition: Condition) -> tuple[str, ...]:
    """Return the facts whose numbers a condition's sentence may tell."""
    kind = CONDITIONS[condition.kind]
    formulas = [condition.fact, *kind.formulas(condition)]
    names = [name for formula in formulas if formula for name in _names_in(formula)]
    return (*names, *kind.tells(condition))


def _names_in(formula: str) -> tuple[str, ...]:
    try:
        return used_names(formula)
    except EngineError:
        # Beside a text stands a text as it is, which need be no formula.
        return ()


def _without_numbers(lacking: Unmet, name: str) -> Unmet:
    """Return what is missing without saying how much is there, or how much is to be."""
    if not _NUMBERS.intersection(lacking.details):
        return lacking
    fact = lacking.details.get("fact", fact_name(name))
    return missing("hidden", f"{fact} is not yet what it is to be.", fact=fact)[0]


def _because(error: EngineError) -> tuple[Unmet, ...]:
    name = str(error.details.get("name", ""))
    if error.code == "fact_missing":
        fact = fact_name(name)
        return missing("no_value", f"{fact} has no value yet.", fact=fact)
    if error.code in {"fact_unknown", "fact_unknown_near"}:
        fact = fact_name(name)
        return missing("nothing_there", f"{fact} is not there.", fact=fact)
    if error.code == "fact_no_node":
        return missing("no_node", f"there is no node “{quote(name)}” yet.", name=name)
    return missing("cannot_tell", f"it cannot be told yet: {error}", cause=error)
