"""A training as a value: how to train, how far it is, and what can be undone.

It holds how to train: the runs with the steps from which on they were in force, weights that were
put in, and how many steps were made. The same run takes the same steps, so that whoever trains
again has the same network, bit for bit. What came of it may stand beside that (`Kept`), so that a
long training is shown at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

import numpy as np

from engine.arrays import Array
from engine.entries import FileForm
from engine.training.run.loop import TrainingStep
from engine.training.run.moment import Moment
from engine.training.run.run import TrainingRun
from engine.training.run.run_list import RunList
from engine.training.run.setup import Stopping, TrainingSetup

FORM = FileForm("a Wiregrad training", "wiregrad-training", 2)
LARGEST_TRAINING_BYTES = 200_000_000
MOST_STEPS = 1_000_000_000
MOST_EDITS = 200
# The numbers and the words of a run that stand in a file under their own names.
NUMBERS = ("test_share", "l1", "l2", "dropout")
WORDS = ("data", "activation", "output", "initializer", "loss", "optimizer", "variant")
# A moment's beside its norms.
_MOMENT_NUMBERS = 10


@dataclass(frozen=True)
class Chosen:
    """What is chosen in an experiment.

    Attributes:
        experiment: Its name.
        values: Numbers and names, by the choices' names, in their order.
        runs: The runs that it trains itself, by their names, such as A and B.
    """

    experiment: str
    values: tuple[tuple[str, float | str], ...]
    runs: tuple[tuple[str, TrainingRun], ...] = ()

    __hash__ = None  # type: ignore[assignment]  # runs cannot be hashed


@dataclass(frozen=True, eq=False)
class Edit:
    """A step that can be undone.

    Attributes:
        before: What there was: the setup, the weights, what was chosen in an experiment, the list
            of runs, or, where steps of the training went with it, the training as it stood.
        after: What there is since, likewise.
        merge_key: The gesture that it belongs to; None for none.
    """

    before: Edited
    after: Edited
    merge_key: str | None = None


@dataclass(frozen=True, eq=False)
class Edits:
    """What can be undone and made again.

    Attributes:
        made: The steps, undone ones too.
        index: How many of them are done.
    """

    made: tuple[Edit, ...] = ()
    index: int = 0


@dataclass(frozen=True, eq=False)
class Part:
    """A part of a training in which nothing was changed from outside.

    Attributes:
        step: The step from which on it goes.
        run: What is in force.
        parameters: Weights that were put in at that step, or None.
    """

    step: int
    run: TrainingRun
    parameters: Array | None = None


@dataclass(frozen=True, eq=False)
class Kept:
    """What came of a training, so that it can be shown without training again.

    Attributes:
        records: Some of its records, by step; the first and the newest are among them.
        moments: The moments that its curves are drawn of, by step.
        epochs: The epochs made when each part but the first began.
        shown: The record of the step that is shown, where it is none of `records`.
        before: Where the last part begins at the newest step: that step's record as the part
            before left it.
        spacing: How many steps lie at least between two of `records`, but for the newest.
    """

    records: tuple[TrainingStep, ...]
    moments: tuple[Moment, ...]
    epochs: tuple[float, ...] = ()
    shown: TrainingStep | None = None
    before: TrainingStep | None = None
    spacing: int = 1

    @property
    def size(self) -> int:
        """How many numbers it holds, about."""
        others = [item for item in (self.shown, self.before) if item is not None]
        moments = len(self.moments) * (_MOMENT_NUMBERS + len(self.moments[0].gradient_norms))
        return moments + sum(record.size for record in [*self.records, *others])

    def with_few(self) -> Kept:
        """Return it without the records between the first and the newest."""
        ends = self.records[:1] + self.records[1:][-1:]
        return replace(self, records=ends, spacing=1)


@dataclass(frozen=True, eq=False)
class TrainingRecord:
    """A training, and how far it is.

    Attributes:
        parts: Its parts, the first of which begins at step 0; each knows its run and the weights
            that were put in.
        stopping: When it is to stop.
        steps: How many steps were made.
        position: The step that is shown, at most `steps`.
        views: What is looked at, by the page's own names, such as ``{"picture": "boundary"}``.
        edits: What can be undone.
        start: Weights that a reset returns to, instead of the drawn ones; None for those.
        experiments: What is chosen in each experiment otherwise than it was found.
        found: What an experiment that trains runs of its own was found set to when it was first
            looked at, which cannot be told from the training later.
        log: The runs that were trained so far.
        kept: What came of it; None where it has to be trained again.
        what: Where this is what an edit took away: the edit's name, such as ``"reset"``.
    """

    parts: tuple[Part, ...]
    stopping: Stopping = field(default_factory=Stopping)
    steps: int = 0
    position: int = 0
    views: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    edits: Edits = field(default_factory=Edits)
    start: Array | None = None
    experiments: tuple[Chosen, ...] = ()
    found: tuple[Chosen, ...] = ()
    log: RunList = field(default_factory=RunList)
    kept: Kept | None = None
    what: str = ""

    @staticmethod
    def of(setup: TrainingSetup, steps: int = 0, parameters: Array | None = None) -> TrainingRecord:
        """Return a training that goes through at once, from drawn weights or from others."""
        parts = (Part(0, setup.run, parameters),)
        return TrainingRecord(parts, setup.stopping, steps, steps)

    @property
    def run(self) -> TrainingRun:
        """The run in force at the step shown."""
        return next(item.run for item in reversed(self.parts) if item.step <= self.position)

    @property
    def setup(self) -> TrainingSetup:
        """What is set at the step shown."""
        return TrainingSetup(self.run, self.stopping)

    def is_same_work(self, other: TrainingRecord, *, but_steps: bool = False) -> bool:
        """Tell whether both are one training, equally far, with the same experiments.

        Where it is looked at and what can be undone is no work, and the list of runs is none where
        they come to the same in the end.

        Args:
            other: The other one.
            but_steps: Whether it does not matter how far they are, but what else was tried.
        """
        return (
            (but_steps or self.steps == other.steps)
            and self.stopping == other.stopping
            and self.experiments == other.experiments
            and (not but_steps or self._lists_only(other.run))
            and _same_weights(self.start, other.start)
            and len(self.parts) == len(other.parts)
            and all(map(_is_same_part, self.parts, other.parts))
        )

    def _lists_only(self, run: TrainingRun) -> bool:
        return all(entry.run is run or entry.run == run for entry in self.log.entries)


Edited = TrainingSetup | Array | Chosen | RunList | TrainingRecord


def _is_same_part(one: Part, other: Part) -> bool:
    return (
        one.step == other.step
        and one.run == other.run
        and _same_weights(one.parameters, other.parameters)
    )


def _same_weights(one: Array | None, other: Array | None) -> bool:
    if one is None or other is None:
        return one is other
    return one is other or np.array_equal(one, other)
