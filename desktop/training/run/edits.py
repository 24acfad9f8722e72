"""Edits of a training: everything that changes the work in the space is one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.desk.history import History, Step, Steps
from desktop.desk.history_actions import HistoryActions
from desktop.foundation.translation import filled
from desktop.training.run.session import TrainingSession
from desktop.training.run.setup_words import change_text, changed_names
from engine.arrays import Array
from engine.errors import EngineError
from engine.training.run.run import TrainingRun
from engine.training.run.run_list import RunList
from engine.training.run.setup import TrainingSetup
from engine.training.run.training_record import Chosen, Edit, Edited, Edits, TrainingRecord

_MOST = 200
# What undo keeps of trainings that were taken away, in numbers: all of it of the newest, of older
# ones their ends, and of the oldest how to train them again.
_MOST_WHOLE, _MOST_ENDS = 8_000_000, 16_000_000
# What of that a copy may take, which is written every second.
_MOST_WRITTEN = 120_000
# What took a training away: beginning again, going on from an earlier step, other weights to begin
# with, another network. The last two took none, and the training went on with the change.
RESET, CUT, START, SETUP = "reset", "cut", "start", ""
WENT_ON, WEIGHTS = "went_on", "weights"


@dataclass(frozen=True, eq=False)
class _Weights:
    """What a network's parameters are to be, shape (parameters,)."""

    parameters: Array


Value = TrainingSetup | _Weights | Chosen | RunList | TrainingRecord
EditSteps = Steps[Value]


class TrainingHistory(History[Value]):
    """Steps that bring back what was forgotten by going back and on through them, too."""

    def __init__(
        self, show: Callable[[Value], TrainingRecord | None], parent: QObject, most: int
    ) -> None:
        """Begin without steps.

        Args:
            show: Makes a value the present one; returns the training that went with that, if any.
            parent: What it belongs to.
            most: How many steps are kept.
        """
        super().__init__(self._show_value, parent, most)
        self._go_to = show
        self._lost: TrainingRecord | None = None

    def undo(self) -> None:
        """Take the last step back; made again, it brings back what there was after it."""
        super().undo()
        self._keep_lost(self._steps.index, "after")

    def redo(self) -> None:
        """Make a step again; taken back, it brings back what there was before it."""
        super().redo()
        self._keep_lost(self._steps.index - 1, "before")

    def take(self, steps: EditSteps) -> None:
        """Go on with another history; of what was taken away long ago fewer numbers are kept."""
        super().take(replace(steps, made=_thinned(steps.made)))

    def _show_value(self, value: Value) -> None:
        self._lost = self._go_to(value)

    def _keep_lost(self, place: int, end: str) -> None:
        lost, self._lost = self._lost, None
        if lost is None:
            return
        made = self._steps.made
        step = made[place]
        kept = replace(lost, what=_what(step.before))
        changed = replace(step, after=kept) if end == "after" else replace(step, before=kept)
        self.take(replace(self._steps, made=(*made[:place], changed, *made[place + 1 :])))


class TrainingEdits(QObject):
    """Carries out edits of a session, undoes and redoes them.

    Signals:
        refused(error: EngineError): An edit was impossible, and nothing was changed.
        started_anew(): An edit made another network, so that a training begun was given up.
        chosen(chosen: Chosen): Undo or redo chooses something in an experiment.
        listed(known: RunList): Undo or redo lists other runs.
        gone_to(value: Value): Undo or redo is about to change this.
    """

    refused = Signal(object)
    started_anew = Signal()
    chosen = Signal(object)
    listed = Signal(object)
    gone_to = Signal(object)

    def __init__(self, session: TrainingSession, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._carried: list[TrainingRecord] | None = None
        self._gestures = 0
        # The training as undo or redo left it.
        self._left: TrainingRecord | None = None
        self.history = TrainingHistory(self._on_history, self, _MOST)
        session.forgot.connect(self._on_forgot)
        self.actions = HistoryActions(
            self.history,
            page,
            (
                QCoreApplication.translate("TrainingEdits", "Undo"),
                QCoreApplication.translate("TrainingEdits", "Take back the last change"),
            ),
            (
                QCoreApplication.translate("TrainingEdits", "Redo"),
                QCoreApplication.translate("TrainingEdits", "Make it again"),
            ),
        )

    def take_over(self, steps: EditSteps) -> None:
        """Go on with the steps of another page's edits, told in the language of this one."""
        told = (replace(step, text=_words(step.before, step.after)) for step in steps.made)
        self.history.take(replace(steps, made=tuple(told)))

    def edit_setup(self, setup: TrainingSetup, *, merge_key: str = "") -> bool:
        """Take another setup; return whether that was possible.

        Args:
            setup: The setup wanted.
            merge_key: Edits in a row with the same key, such as those of one slider, are one step.
        """
        before = self._session.setup
        return setup == before or self._do(before, setup, merge_key)

    def edit_run(self, **changes: object) -> bool:
        """Change some of the run's choices, one after the other in a row being one step.

        Returns:
            Whether that was possible; if not, `refused` says why.
        """
        try:
            setup = self._session.setup.changed(**changes)
        except EngineError as error:
            self.refused.emit(error)
            return False
        names = changed_names(self._session.run, setup.run)
        return self.edit_setup(setup, merge_key=",".join(names))

    def make(self, make: Callable[[TrainingSetup], TrainingSetup]) -> None:
        """Take the setup that is made of the present one, as one step.

        Raises:
            EngineError: That is impossible; everything stays as it was.
        """
        before = self._session.setup
        after = make(before)
        if after != before:
            self._carry_out(before, after)

    def put_weights(self, parameters: Array) -> None:
        """Put other weights into the network shown, as one step.

        Raises:
            DivergenceError: The loss with them is no finite number.
        """
        self._carry_out(_Weights(self._session.record.parameters), _Weights(parameters))

    def begin_with(self, run: TrainingRun) -> None:
        """Take another run, and train from its initial weights."""
        before, after = self._session.setup, replace(self._session.setup, run=run)
        if before == after:
            self._session.reset()
            return

        def begin() -> None:
            # In this order, what is forgotten is the training as it stood.
            self._session.reset()
            self._go_to(after)

        try:
            self._carry_out(before, after, act=begin)
        except EngineError as error:
            self.refused.emit(error)

    def start_from(self, parameters: Array) -> bool:
        """Let the network begin with other weights, to which a reset returns; tell whether it does.

        Args:
            parameters: Those weights, shape (parameters,).
        """
        session = self._session
        try:
            with self._carrying() as taken:
                session.start_from(parameters)
        except EngineError as error:
            self.refused.emit(error)
            return False
        self._record(replace(taken[0], what=START), session.content)
        return True

    def edit_weights(self, parameters: Array, *, merge_key: str = "") -> bool:
        """Put other weights into the network shown; return whether that was possible."""
        before = _Weights(self._session.record.parameters)
        return self._do(before, _Weights(parameters), merge_key)

    def note_chosen(self, before: Chosen, after: Chosen) -> None:
        """Remember that something else was chosen in an experiment, a row of it as one step."""
        if before.runs != after.runs:
            self._record(before, after)
            return
        known = dict(before.values)
        names = [name for name, value in after.values if known.get(name) != value]
        self._record(before, after, f"{after.experiment} {','.join(names)}")

    def note_cleared(self, before: RunList, after: RunList) -> None:
        """Remember that the list of runs was cleared."""
        self._record(before, after)

    @property
    def written(self) -> Edits:
        """The history, as it can be written down every second.

        What was taken away is trained again when it is wanted; of the newest that was, what came
        of it is written too, so that it is back at once.
        """
        steps = self.history.steps
        room = _MOST_WRITTEN

        def written(value: Value) -> Edited:
            nonlocal room
            if not isinstance(value, TrainingRecord):
                return value.parameters if isinstance(value, _Weights) else value
            few = None if value.kept is None else value.kept.with_few()
            if few is not None and few.size <= room:
                room -= few.size
                return replace(value, kept=few)
            return replace(value, kept=None)

        made = [
            Edit(written(step.before), written(step.after), _key(step.merge_key))
            for step in reversed(steps.made)
        ]
        return Edits(tuple(reversed(made)), steps.index)

    def forget(self) -> None:
        """Begin without anything to undo."""
        self.history.take(Steps())

    def take_over_written(self, edits: Edits) -> None:
        """Go on with a history that was written down."""
        made = tuple(
            Step("", _read(edit.before), _read(edit.after), edit.merge_key) for edit in edits.made
        )
        self.take_over(Steps(made, edits.index, None))

    def _do(self, before: Value, after: Value, merge_key: str) -> bool:
        try:
            self._carry_out(before, after, merge_key)
        except EngineError as error:
            self.refused.emit(error)
            return False
        return True

    def _carry_out(
        self,
        before: Value,
        after: Value,
        merge_key: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        with self._carrying() as taken:
            if act is None:
                self._go_to(after)
            else:
                act()
        if taken:
            # What follows in the gesture is one step with it, and what came before is not: undo
            # would bring back what was before that, and nothing that was forgotten now.
            self._gestures += 1
            before = replace(taken[0], what=SETUP)
        key = f"{merge_key} {self._gestures}" if merge_key else ""
        self._record(before, after, key)

    def _record(self, before: Value, after: Value, merge_key: str = "") -> None:
        step = Step(_words(before, after), before, after, merge_key or None)
        self.history.record(step, _words)

    @contextmanager
    def _carrying(self) -> Iterator[list[TrainingRecord]]:
        """Collect what is forgotten meanwhile, the whole training first."""
        outer, self._carried = self._carried, []
        try:
            yield self._carried
        finally:
            self._carried = outer

    def _on_forgot(self, before: TrainingRecord) -> None:
        if self._carried is not None:
            self._carried.append(before)
            return
        after = self._session.content
        self._record(replace(before, what=CUT if after.steps else RESET), after)

    def _on_history(self, value: Value) -> TrainingRecord | None:
        """Go to a value of the history; return the training as it was before that."""
        self.gone_to.emit(value)
        if isinstance(value, Chosen | RunList):
            self._go_to(value)
            return None
        present = self._session.content
        has_trained = self._left is None or not present.is_same_work(self._left)
        if isinstance(value, TrainingRecord) and value.what == WENT_ON and has_trained:
            # It goes on from what was trained since, as it did the first time.
            value = value.setup
        with self._carrying():
            self._go_to(value)
        self._left = self._session.content
        return present

    def _go_to(self, value: Value) -> None:
        if isinstance(value, TrainingSetup):
            was_trained = self._session.history.last.step > 0
            if not self._session.set_setup(value) and was_trained:
                self.started_anew.emit()
        elif isinstance(value, TrainingRecord):
            self._session.open(value)
        elif isinstance(value, Chosen):
            self.chosen.emit(value)
        elif isinstance(value, RunList):
            self.listed.emit(value)
        elif len(value.parameters) == len(self._session.record.parameters):
            self._session.set_parameters(value.parameters)


def _thinned(made: tuple[Step[Value], ...]) -> tuple[Step[Value], ...]:
    """Return steps that keep no more than is allowed of what they took away."""
    room = [_MOST_WHOLE, _MOST_ENDS]

    def thinned(value: Value) -> Value:
        if not isinstance(value, TrainingRecord) or value.kept is None:
            return value
        for place, kept in enumerate((value.kept, value.kept.with_few())):
            if kept.size <= room[place]:
                room[place] -= kept.size
                return value if kept is value.kept else replace(value, kept=kept)
        return replace(value, kept=None)

    steps = []
    for step in reversed(made):
        after, before = thinned(step.after), thinned(step.before)
        is_same = after is step.after and before is step.before
        steps.append(step if is_same else replace(step, after=after, before=before))
    return tuple(reversed(steps))


def _what(before: Value) -> str:
    """Return what took a training away, by what there was before it."""
    if isinstance(before, TrainingRecord):
        return before.what
    return WEIGHTS if isinstance(before, _Weights) else WENT_ON


def _read(value: Edited) -> Value:
    known = TrainingSetup | Chosen | RunList | TrainingRecord
    return value if isinstance(value, known) else _Weights(value)


def _key(merge_key: object | None) -> str | None:
    return merge_key if isinstance(merge_key, str) else None


def _words(before: Value, after: Value) -> str:
    translate = QCoreApplication.translate
    if isinstance(after, Chosen):
        return translate("TrainingEdits", "choice in an experiment")
    if isinstance(after, RunList):
        return translate("TrainingEdits", "forget all runs")
    what = _what(before)
    if what == CUT and isinstance(after, TrainingRecord):
        text = translate("TrainingEdits", "training again from step {0}")
        return filled(text, after.position)
    runs = [_run_of(value) for value in (before, after)]
    if runs[0] is None or runs[1] is None:
        what = WEIGHTS
    elif what in (SETUP, WENT_ON):
        return change_text(runs[0], runs[1]) or translate("TrainingEdits", "stop when …")
    words = {
        WEIGHTS: translate("TrainingEdits", "weights"),
        START: translate("TrainingEdits", "start from these weights"),
    }
    return words.get(what) or translate("TrainingEdits", "reset")


def _run_of(value: Value) -> TrainingRun | None:
    return value.run if isinstance(value, TrainingSetup | TrainingRecord) else None
