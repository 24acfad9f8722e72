"""Doing on a page what the solution of a lesson's step does, and telling whether it is enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pytestqt.qtbot import QtBot

from desktop.widgets.panels.page import Page
from engine.errors import FileFormatError
from engine.lessons.conditions.testing import unmet
from engine.lessons.facts import Facts
from engine.lessons.formulas import fact_value
from engine.lessons.lesson import Command, Condition, Step
from engine.lessons.openings import opened_state
from tests.support.settling import settle

PATIENCE_MS = 60_000


@dataclass(frozen=True)
class GivenFiles:
    """A lesson's files, given as texts by name."""

    texts: Mapping[str, str]

    def names(self) -> list[str]:
        return sorted(self.texts)

    def text(self, name: str) -> str:
        if name not in self.texts:
            raise FileFormatError("file_missing", f"There is no file {name}.", name=name)
        return self.texts[name]


def facts_of(page: Page) -> Facts:
    """Return the page's facts with what the player adds."""
    facts = page.hooks().facts()
    return {**{name: facts[name] for name in facts}, "space": page.space_id, "language": "en"}


def enter(qtbot: QtBot, page: Page, step: Step, files: GivenFiles) -> None:
    """Open what a step opens."""
    if step.opening is not None:
        hooks = page.hooks()
        hooks.open_state(opened_state(step.opening, {}), files)
        hooks.set_hidden(frozenset(step.opening.hide))
        settle(qtbot, page)


def do(qtbot: QtBot, page: Page, command: Command) -> None:
    """Do one command of a solution, and wait for what it asks for."""
    if command.name == "until":
        fact, kind, value = command.arguments
        wanted = Condition(kind, fact, {kind: value})
        qtbot.waitUntil(lambda: not unmet(wanted, page.hooks().facts()), timeout=PATIENCE_MS)
        return
    if command.name == "space":
        assert command.arguments == (page.space_id,)
        return
    made = page.hooks().commands()[command.name]
    kinds = [kind.rstrip("?") for kind in made.kinds]
    facts = page.hooks().facts()
    given = [
        fact_value(str(argument), facts) if kind == "value" else argument
        for kind, argument in zip(kinds, command.arguments, strict=False)
    ]
    made.run(*given)


def solve(qtbot: QtBot, page: Page, step: Step) -> None:
    """Do all that a step's solution does."""
    for command in step.solution:
        do(qtbot, page, command)
    settle(qtbot, page)


def missing(page: Page, step: Step) -> tuple[str, ...]:
    """Return what a step's wait still lacks, as sentences."""
    assert step.wait is not None
    return tuple(item.sentence for item in unmet(step.wait, facts_of(page)))
