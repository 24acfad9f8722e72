"""The record of what the files of a lesson may say of one space."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceWords:
    """The words of one space.

    Attributes:
        name: Its identifier.
        title: What it is called, in English.
        opens: The keys of ``[step.open]``.
        computed: Those of them whose texts are formulas of facts; where a key holds names and
            numbers side by side, its entries that are numbers, as in "perceptron.w1".
        counts: Those of these that are whole numbers.
        parts: What of its page can be pointed at, shown and hidden.
        veils: The kinds of numbers that can be hidden everywhere at once.
        plots: Where points and curves are answered.
        words: What may stand at a key of `opens` that takes one of a few words.
        commands: How many arguments each command takes, the fewest and the most.
    """

    name: str
    title: str
    opens: tuple[str, ...]
    computed: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    veils: tuple[str, ...] = ()
    plots: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    commands: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
