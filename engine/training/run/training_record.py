"""A training as a value: how to train, how far it is, and what can be undone.

It holds how to train and not what came of it: the runs with the steps from which on they were in
force, weights that were put in, and how many steps were made. The same run takes the same steps,
so that whoever trains again has the same network, bit for bit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from engine.arrays import Array
from engine.training.run.run import TrainingRun
from engine.training.run.setup import Stopping, TrainingSetup

FORMAT, VERSION = "wiregrad-training", 2
LARGEST_TRAINING_BYTES = 200_000_000
MOST_STEPS = 1_000_000_000
MOST_EDITS = 200
# The numbers and the words of a run that stand in a file under their own names.
NUMBERS = ("test_share", "l1", "l2", "dropout")
WORDS = ("data", "activation", "output", "initializer", "loss", "optimizer", "variant")

Edited = TrainingSetup | Array


@dataclass(frozen=True, eq=False)
class Edit:
    """A step that can be undone.

    Attributes:
        before: The setup before it, or the weights.
        after: The setup after it, or the weights.
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
    """

    parts: tuple[Part, ...]
    stopping: Stopping = field(default_factory=Stopping)
    steps: int = 0
    position: int = 0
    views: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    edits: Edits = field(default_factory=Edits)

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
