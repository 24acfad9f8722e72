"""The optimizer record: an update rule with its settings, its formulas and its conventions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from engine.arrays import Array, computing
from engine.errors import OperationError
from engine.quoting import quote
from engine.settings import Setting, complete

State = tuple[Array, ...]
Settings = Mapping[str, float]


class Term(NamedTuple):
    """A named part of an update, as a table of one step lists it.

    Attributes:
        name: Key in ``Update.terms``.
        symbol: LaTeX symbol, the one used in the rule's lines.
        title: English words for it.
        formula: How it is computed, as ``engine.formula`` reads it but for the names of quantities,
            which stand in braces: settings, terms before this one, ``{old total}`` for what the
            memory held of a term, ``{point}`` and ``{t}``. Empty where no formula says it.
    """

    name: str
    symbol: str
    title: str
    formula: str = ""

    def by(self, formula: str) -> Term:
        """Return the term as a rule computes it."""
        return self._replace(formula=formula)


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


def same_point(point: Array, state: State, settings: Settings) -> Array:
    """Return the point itself: where most rules take their gradient."""
    return point


@dataclass(frozen=True, kw_only=True)
class Variant:
    """How another framework writes a rule; what is left out is as in the optimizer's own record.

    Attributes:
        name: Unique within the optimizer, such as ``"pytorch"``.
        title: Name for people: the frameworks that write it so.
        summary: One English sentence on the difference.
        rule: The update, where it differs.
        look_ahead: Where the gradient is taken, where that differs.
        rule_latex: The rule's lines; empty where they are the same.
        terms: The parts of an update; empty where they are the same.
        defaults: Other defaults of settings, by name.
        more_settings: Settings that only this variant has.
        memory_start: What each array of state is filled with before the first step.
    """

    name: str
    title: str
    summary: str
    rule: Rule | None = field(default=None, repr=False)
    look_ahead: LookAhead | None = field(default=None, repr=False)
    rule_latex: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    defaults: Mapping[str, float] = field(default_factory=dict, hash=False)
    more_settings: tuple[Setting, ...] = ()
    memory_start: tuple[float, ...] | None = None


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
        convention: One or two sentences on where the frameworks write the rule differently.
        reference: Where the rule was published.
        rule_latex: The rule, one LaTeX line for each assignment.
        terms: The parts of an update in the order in which they are computed.
        memory: How many arrays of state it carries.
        rule: The update itself.
        look_ahead: Where the gradient is taken; the point itself unless the rule says otherwise.
        aliases: Other names people use.
        variants: The rule as frameworks write it, where that differs from the course's.
        memory_start: What each array of state is filled with before the first step; empty for
            zeros.
        variant: The name of the variant that this record was made with; empty for the course's.
        training_rate: The learning rate at which it learns XOR's corners soundly with the usual
            network; None where that is the default.
        is_scale_free: Whether it divides the gradient by its own size, so that a steeper slope
            makes its steps no longer.
        needs_rate: Whether the learning rate decides how far it steps, and is to be found for each
            surface.
        in_course: Whether the course teaches it; races begin with those and leave the others to
            be called in.
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
    look_ahead: LookAhead = field(default=same_point, repr=False)
    aliases: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    memory_start: tuple[float, ...] = ()
    variant: str = ""
    training_rate: float | None = None
    is_scale_free: bool = False
    needs_rate: bool = True
    in_course: bool = False

    def in_variant(self, name: str) -> Optimizer:
        """Return the optimizer with its rule written as a framework writes it.

        Everything that takes an optimizer takes the result.

        Args:
            name: The variant's name; empty for the course's own convention.

        Raises:
            OperationError: There is no such variant; the sentence lists those there are.
        """
        if name == self.variant:
            return self
        for variant in self.variants:
            if variant.name == name:
                return self._with(variant)
        choices = ", ".join(variant.name for variant in self.variants) or "none"
        raise OperationError(
            "unknown_variant",
            f"{self.title} has no variant “{quote(name)}”; its variants are: {choices}.",
            title=self.title,
            name=name,
            choices=choices,
        )

    def _with(self, variant: Variant) -> Optimizer:
        settings = tuple(
            replace(setting, default=variant.defaults.get(setting.name, setting.default))
            for setting in (*self.settings, *variant.more_settings)
        )
        start = self.memory_start if variant.memory_start is None else variant.memory_start
        return replace(
            self,
            settings=settings,
            rule=variant.rule or self.rule,
            look_ahead=variant.look_ahead or self.look_ahead,
            rule_latex=variant.rule_latex or self.rule_latex,
            terms=variant.terms or self.terms,
            memory=len(start) or self.memory,
            memory_start=start,
            variant=variant.name,
        )

    def check(self, given: Settings) -> dict[str, float]:
        """Return all settings: the given ones, checked, and defaults for the rest.

        Raises:
            SettingError: A name is unknown or a value is out of range.
        """
        return complete(self.settings, given)

    def start(self, point: Array) -> State:
        """Return the memory before the first step, in arrays of the parameters' shape."""
        fill = self.memory_start or (0.0,) * self.memory
        return tuple(np.full_like(point, number, dtype=np.float64) for number in fill)

    @computing()
    def gradient_point(self, point: Array, state: State, settings: Settings) -> Array:
        """Return the point at which the next step wants its gradient."""
        return self.look_ahead(point, state, settings)

    @computing()
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
