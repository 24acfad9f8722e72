"""The optimizer record: an update rule with its settings, its formulas and its conventions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from engine.arrays import Array
from engine.settings import Setting, complete

State = tuple[Array, ...]
Settings = Mapping[str, float]


class Term(NamedTuple):
    """A named part of an update, as a table of one step lists it.

    Attributes:
        name: Key in ``Update.terms``.
        symbol: LaTeX symbol, the one used in the rule's lines.
        title: English words for it.
    """

    name: str
    symbol: str
    title: str


class Update(NamedTuple):
    """What one step did.

    Attributes:
        point: The parameters after the step.
        state: The optimizer's memory after the step.
        terms: Every part of the step by ``Term.name``, each of the parameters' shape.
    """

    point: Array
    state: State
    terms: Mapping[str, Array]


Rule = Callable[[Array, State, Array, Settings, int], Update]
LookAhead = Callable[[Array, State, Settings], Array]


def _same_point(point: Array, state: State, settings: Settings) -> Array:
    return point


@dataclass(frozen=True, kw_only=True)
class Optimizer:
    """An update rule; all of it works element by element, on arrays of any shape.

    Two coordinates, a network's flat parameter vector or ten thousand starts at once are the
    same to it. It keeps nothing: its memory is the ``State`` that it takes and returns.

    Attributes:
        name: Unique identifier.
        title: Name for people.
        settings: The numbers it takes; the first is the learning rate.
        summary: One English sentence on what it does.
        convention: One or two sentences on where PyTorch and Optax write the rule differently.
        reference: Where the rule was published.
        rule_latex: The rule, one LaTeX line for each assignment.
        terms: The parts of an update in the order in which they are computed.
        memory: How many arrays of state it carries.
        rule: The update itself.
        look_ahead: Where the gradient is taken; the point itself unless the rule says otherwise.
        aliases: Other names people use.
    """

    name: str
    title: str
    settings: tuple[Setting, ...]
    summary: str
    convention: str
    reference: str
    rule_latex: tuple[str, ...]
    terms: tuple[Term, ...]
    memory: int
    rule: Rule = field(repr=False)
    look_ahead: LookAhead = field(default=_same_point, repr=False)
    aliases: tuple[str, ...] = ()

    def check(self, given: Settings) -> dict[str, float]:
        """Return all settings: the given ones, checked, and defaults for the rest.

        Raises:
            SettingError: A name is unknown or a value is out of range.
        """
        return complete(self.settings, given)

    def start(self, point: Array) -> State:
        """Return the memory before the first step: zeros of the parameters' shape."""
        return tuple(np.zeros_like(point, dtype=np.float64) for _ in range(self.memory))

    def gradient_point(self, point: Array, state: State, settings: Settings) -> Array:
        """Return the point at which the next step wants its gradient."""
        return self.look_ahead(point, state, settings)

    def update(
        self, point: Array, state: State, gradient: Array, settings: Settings, step_number: int
    ) -> Update:
        """Take one step.

        Args:
            point: The parameters.
            state: The memory that ``start`` or the last update gave.
            gradient: The gradient at ``gradient_point``, of the parameters' shape.
            settings: Every setting, as ``check`` returns them.
            step_number: 1 for the first step.
        """
        return self.rule(point, state, gradient, settings, step_number)
