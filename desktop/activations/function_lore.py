"""What is known of the functions that were typed in, computed beside the interface."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from desktop.desk.background_task import BackgroundTask
from engine.operations.activation_analysis import (
    ActivationFacts,
    ActivationStudy,
    facts_below,
    study,
)
from engine.operations.activation_curve import ActivationCurve, sample_curve
from engine.operations.operation import Operation

_REPORT_MS = 50


@dataclass(frozen=True, eq=False)
class Lore:
    """What is known of one function so far.

    Attributes:
        name: The function's name.
        text: The formula that this is known of.
        share: How much of the study is done, from 0 to 1.
        curve: Its curve and that of its slope.
        study: All that no threshold changes.
        facts: The facts with some threshold, perhaps those of a former formula.
        facts_text: The formula that the facts are of.
    """

    name: str
    text: str
    share: float = 0.0
    curve: ActivationCurve | None = None
    study: ActivationStudy | None = None
    facts: ActivationFacts | None = None
    facts_text: str = ""

    def has_facts(self, text: str, threshold: float) -> bool:
        """Whether the facts are those of a formula with a threshold."""
        found = self.facts
        return found is not None and self.facts_text == text and found.threshold == threshold


@dataclass(frozen=True)
class Wish:
    """A function of which something is to be known; with no threshold its curve is enough."""

    name: str
    text: str
    threshold: float | None = None


class FunctionLore(QObject):
    """Computes what is wished for, one function at a time, and keeps it.

    Wishes follow what is typed and dragged: the newest count, and what is computed for none of them
    is given up. What was known of a function before its formula was changed stays until more is
    known of the new one; whoever shows it compares the texts.

    Signals:
        changed(name: str): More is known of a function.
    """

    changed = Signal(str)

    def __init__(
        self, read: Callable[[str, str], Operation], reach: float, parent: QObject | None = None
    ) -> None:
        """Know nothing yet.

        Args:
            read: Makes the record of a function from its name and its text; it is known by then.
            reach: How far the curves are drawn to either side.
            parent: Its owner.
        """
        super().__init__(parent)
        self._read = read
        self._reach = reach
        self._known: dict[str, Lore] = {}
        self._wishes: tuple[Wish, ...] = ()
        self._running: Wish | None = None
        self._task = BackgroundTask(self, report_ms=_REPORT_MS)
        self._task.reported.connect(self._on_reported)
        self._task.busy_changed.connect(self._on_busy_changed)
        self._task.done.connect(self._go_on)

    def of(self, name: str) -> Lore | None:
        """Return what is known of a function, perhaps with a former formula; None for nothing."""
        return self._known.get(name)

    def wish(self, wishes: Sequence[Wish]) -> None:
        """Let these be known, the first first; what else was known is forgotten."""
        names = {item.name for item in wishes}
        self._known = {name: lore for name, lore in self._known.items() if name in names}
        self._wishes = tuple(wishes)
        self._go_on()

    def _go_on(self) -> None:
        wanted = next((item for item in self._wishes if not self._is_known(item)), None)
        if wanted == self._running:
            return
        self._running = wanted
        if wanted is None:
            self._task.cancel()
            return
        known = self._known.get(wanted.name)
        if known is None:
            known = Lore(wanted.name, wanted.text)
        elif known.text != wanted.text:
            # Old facts stay, to be shown as such.
            known = Lore(wanted.name, wanted.text, facts=known.facts, facts_text=known.facts_text)
        operation = self._read(wanted.name, wanted.text)
        self._task.submit(partial(_learn, operation, known, wanted.threshold, self._reach))

    def _is_known(self, wish: Wish) -> bool:
        lore = self._known.get(wish.name)
        if lore is None or lore.text != wish.text or lore.study is None:
            return False
        if wish.threshold is None:
            return True
        return lore.has_facts(wish.text, wish.threshold)

    def _on_reported(self, records: list[object]) -> None:
        last = records[-1]
        assert isinstance(last, Lore)
        self._known[last.name] = last
        self.changed.emit(last.name)

    def _on_busy_changed(self, is_busy: bool) -> None:
        if not is_busy:
            self._running = None


def _learn(
    operation: Operation, known: Lore, threshold: float | None, reach: float
) -> Iterator[Lore]:
    """Find out what is not known yet: the curve, the study, the curve with its gaps, the facts."""
    if known.study is None:
        known = replace(known, curve=_curve(operation, reach))
        yield known
        for record in study(operation, {}):
            if isinstance(record, float):
                known = replace(known, share=record)
            else:
                known = replace(known, share=1.0, study=record)
                if record.rest.breaks:
                    known = replace(known, curve=_curve(operation, reach, record.rest.breaks))
            yield known
    assert known.study is not None
    if threshold is not None:
        for facts in facts_below(known.study, threshold):
            if isinstance(facts, ActivationFacts):
                known = replace(known, facts=facts, facts_text=known.text)
            yield known


def _curve(operation: Operation, reach: float, breaks: Sequence[float] = ()) -> ActivationCurve:
    # A formula of one's own may leave the numbers.
    with np.errstate(all="ignore"):
        return sample_curve(operation, {}, -reach, reach, breaks)
