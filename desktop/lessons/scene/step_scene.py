"""The scene of a step: what it opens on the pages, which facts hold there, when it is fulfilled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.desk.keys_kept import keeping_keys
from desktop.desk.settling import Delay, Settling
from desktop.foundation.translation import current_language, error_sentence
from desktop.lessons.scene.borrowed_pages import BorrowedPages
from desktop.lessons.scene.stage import Stage
from desktop.lessons.scene.step_facts import Past, StepFacts, watched_names
from desktop.lessons.words.unmet_words import unmet_sentence
from desktop.tasks.turns import PAUSE, Turns
from engine.errors import EngineError
from engine.lessons.conditions.testing import unmet
from engine.lessons.facts import Fact, Facts
from engine.lessons.files import LessonFiles
from engine.lessons.lesson import Lesson, Step
from engine.lessons.openings import opened_state
from engine.lessons.staging import asked_on_canvas, hidden_at, opening_step, spaces_at, spaces_of

# Facts are looked at no oftener than once a frame, and while something moves a few times a second.
_FRAME_MS, _MOVING_MS = 16, 250
_OF_A_NODE = "value_"


@dataclass(frozen=True)
class Kept:
    """What has to be remembered, besides the sitting, to go on at the very same place.

    Attributes:
        step: The step to which it belongs.
        space: The space that was shown.
        states: What the pages showed, by space.
        start: The watched facts when the step began.
        tried: The different values that each has had since.
        known: The names of what was there when it was opened.
    """

    step: str
    space: str
    states: Mapping[str, Mapping[str, Any]]
    start: Mapping[str, Fact]
    tried: Mapping[str, Sequence[Fact]]
    known: frozenset[str] = frozenset()

    __hash__ = None  # type: ignore[assignment]  # its facts may hold arrays


class StepScene(QObject, Settling):
    """Shows one step of a lesson on the pages, and watches what becomes of it.

    A state is opened when its page is shown, after one's own work was put aside there. A step
    without an opening goes on in what is there; coming to it from elsewhere opens what it goes on
    in.

    Signals:
        readied(): What the step opens is there and has settled, so that its facts hold.
        fulfilled(): What the step waits for is the case.
        changed(): What is missing, where one is, or a fault is another one.
        settled(): Everything has come to rest; a good time to remember how it is.
    """

    readied = Signal()
    fulfilled = Signal()
    changed = Signal()
    settled = Signal()

    def __init__(
        self, stage: Stage, lesson: Lesson, files: LessonFiles, title: str, parent: QObject
    ) -> None:
        """Show nothing yet.

        Args:
            stage: Where the pages are.
            lesson: What is played.
            files: The lesson's files.
            title: What the window's title says of it.
            parent: Its owner.
        """
        super().__init__(parent)
        self._stage, self._lesson, self._files = stage, lesson, files
        self.pages = BorrowedPages(stage, spaces_of(lesson), title, self)
        self.pages.shown.connect(self._on_shown)
        self.pages.facts_changed.connect(self.look_soon)
        self._looking = Delay(_FRAME_MS, self.look, self)
        self._turns = Turns(self)
        self._step: Step = lesson.steps[0]
        self._host = ""
        self._drawn: Mapping[str, Fact] = {}
        self._facts = StepFacts()
        # Which step's opening, with which numbers, is what the pages show.
        self._base: tuple[str, tuple[tuple[str, float], ...]] | None = None
        self._pending: dict[str, Mapping[str, Any]] = {}
        # The space in which something of that could not be opened.
        self._refused = ""
        self._is_ready = self._is_held = self._is_awaited = self._is_opening = False
        self._missing: tuple[str, ...] = ()
        self._fault = ""
        # What had a value when it was opened, or when a step was fulfilled that changed it.
        self._known: frozenset[str] = frozenset()
        # What the step hides, once what it opens is there; and what of it is for the moment alone
        # until what is asked on the page is hidden there by the boxes themselves.
        self._hidden: frozenset[str] = frozenset()
        self._wanted: frozenset[str] = frozenset()

    @property
    def is_settled(self) -> bool:
        """Whether it has seen all there is to be seen."""
        return not self._looking.isActive() and not self._turns.is_busy

    @property
    def is_ready(self) -> bool:
        """Whether what the step opens is there and has settled."""
        return self._is_ready

    @property
    def missing(self) -> tuple[str, ...]:
        """What the step still waits for, in sentences."""
        return self._missing

    @property
    def fault(self) -> str:
        """What could not be opened, in a sentence; empty for nothing."""
        return self._fault

    @property
    def is_lost(self) -> bool:
        """Whether something is not there any more that was opened, since another was built."""
        return self._is_ready and not self._known <= _nodes_in(self.pages.facts)

    @property
    def away(self) -> str:
        """The space to which one has to go for this step; empty where one is in one of its own."""
        if self._is_opening and self._stage.is_busy:
            # It is on its way there.
            return ""
        spaces = spaces_at(self._lesson, self._step.id, self._host)
        return "" if not spaces or self._stage.space in spaces else spaces[0]

    def facts(self, more: Facts | None = None) -> Facts:
        """Return what is the case now.

        Args:
            more: Further facts, such as those of an answer.
        """
        own: dict[str, Fact] = {"space": self._stage.space, "language": current_language()}
        self._facts.look_at(self._drawn, self.pages.facts, {**own, **(more or {})})
        return self._facts

    def show(
        self,
        step: Step,
        host: str,
        drawn: Mapping[str, Fact],
        base_drawn: Mapping[str, Fact],
        kept: Kept | None = None,
    ) -> None:
        """Show a step.

        Args:
            step: The step.
            host: The step to which a detour comes back, or nothing.
            drawn: The numbers of the step.
            base_drawn: Those of the step that opened what it goes on in.
            kept: What was remembered of this very step, to go on with it as it was left.
        """
        self._give_up_opening()
        self._step, self._host, self._drawn = step, host, drawn
        self._is_ready = self._is_held = self._is_awaited = False
        self._missing, self._fault = (), ""
        self._facts = StepFacts(watched_names(self._lesson, step))
        if kept is not None:
            self._facts.past = Past(kept.start, {name: list(v) for name, v in kept.tried.items()})
        self._wanted = hidden_at(self._lesson, step.id, host)
        hidden = self._wanted | asked_on_canvas(step)
        space = self._plan(base_drawn, kept)
        self._is_opening = bool(space)
        # What is there is not told in the moment before another thing is opened.
        self.pages.hide(hidden | self.pages.hidden if space else hidden)
        self._hidden = hidden
        if not space:
            self.pages.point_at(step.point)
        elif self._stage.space == space and not self._stage.is_busy:
            self._on_shown(space)
        else:
            self._stage.show_space(space)
        self.look_soon()

    def await_end(self, *, is_awaited: bool) -> None:
        """Watch for what the step waits for, or no longer."""
        if is_awaited != self._is_awaited:
            self._is_awaited, self._is_held = is_awaited, False
            self._missing = ()
            self.look_soon()

    def hide(self, hidden: frozenset[str]) -> None:
        """Hide other parts and kinds of numbers at the step that is shown."""
        self._wanted = hidden
        if not self._is_ready:
            # Nobody sees for a moment what is about to be asked.
            hidden = hidden | asked_on_canvas(self._step)
        if hidden != self._hidden:
            self._hidden = hidden
            # What is about to be opened keeps to itself what was there until then.
            if not self._turns.is_busy and not self._pending:
                self.pages.hide(hidden)

    def begin_anew(self) -> None:
        """Forget what is opened, so that the step that is shown next opens its own again."""
        self._base = None

    def go_there(self) -> None:
        """Show the space in which the step takes place."""
        spaces = spaces_at(self._lesson, self._step.id, self._host)
        if spaces:
            self._stage.show_space(spaces[0])

    def kept(self) -> Kept:
        """Return what is to be remembered besides the sitting."""
        past = self._facts.past
        states = self.pages.states() if self._is_ready else {}
        return Kept(self._step.id, self._stage.space, states, past.start, past.tried, self._known)

    def look_soon(self) -> None:
        """See how things stand in the next frame."""
        if not self._looking.isActive():
            self._looking.start(_FRAME_MS)

    def look(self) -> None:
        """See how things stand."""
        self._looking.stop()
        if self.away:
            self._missing = ()
            self.changed.emit()
            return
        self.facts()
        is_at_rest = self.pages.is_settled
        is_still = (is_at_rest or self.pages.page is None) and not self._stage.is_busy
        if is_at_rest:
            self._facts.note()
        if not self._is_ready and self._can_begin(is_still=is_still):
            self._is_ready = True
            if self._is_opening and not self._known:
                self._known = _nodes_in(self.pages.facts)
            self.readied.emit()
            self.hide(self._wanted)
        if self._is_ready:
            self._look_for_end(is_at_rest=is_at_rest)
        if is_still:
            self.settled.emit()
        else:
            self._looking.start(_MOVING_MS)
        self.changed.emit()

    def stop(self) -> None:
        """Watch nothing any more."""
        self._give_up_opening()
        self._looking.shutdown()

    # Inside -----------------------------------------------------------------------------------

    def _can_begin(self, *, is_still: bool) -> bool:
        """Tell whether the step's facts hold, and note those of whose past it speaks.

        What was opened is to come to rest first. What was there goes on, whether it moves or not,
        but what it was at the start has to be known: while a page computes it may be unknown, and
        nothing is to be said of it as long. What has no value at rest has none at the start.
        """
        if self._pending or self._stage.is_busy or (self._is_opening and not is_still):
            return False
        self._facts.note()
        return is_still or self._facts.has_start

    def _plan(self, base_drawn: Mapping[str, Fact], kept: Kept | None) -> str:
        """Note what is to be opened; return the space to be shown, empty to stay where one is."""
        opened = opening_step(self._lesson, self._step.id, self._host)
        if opened is None or opened.opening is None:
            return ""
        # Vectors and matrices are computed from the drawn numbers, and cannot differ alone.
        numbers = {name: fact for name, fact in base_drawn.items() if isinstance(fact, float)}
        base = (opened.id, tuple(sorted(numbers.items())))
        if kept is not None and kept.states:
            self._base, self._pending, self._refused = base, dict(kept.states), ""
            self._known = kept.known
            return kept.space
        if base == self._base:
            # What could not be opened at an earlier step is tried again.
            return self._refused
        self._base, self._pending, self._refused = base, {}, ""
        self._known = frozenset()
        try:
            state = opened_state(opened.opening, base_drawn)
        except EngineError as error:
            self._fault = error_sentence(error)
            return ""
        self._pending = {opened.opening.space: state}
        return opened.opening.space

    def _on_shown(self, space: str) -> None:
        """Borrow what is shown, and open what waits for it, in turns of the event loop."""
        self._give_up_opening()
        if space in self._pending:
            self._turns.begin(self._opening(space))
            return
        try:
            self.pages.take_in(space)
        except EngineError as error:
            self._fault = error_sentence(error)
        self._tell_opened()

    def _opening(self, space: str) -> Iterator[object]:
        """Open what waits for a space, piece by piece."""
        # The words of the step come first.
        yield PAUSE
        try:
            pieces = self.pages.opening(
                space, self._pending[space], self._files, lambda: self._hidden
            )
            for _ in keeping_keys(pieces):
                yield PAUSE
            if self.pages.hidden != self._hidden:
                self.pages.hide(self._hidden)
            del self._pending[space]
            self._fault = self._refused = ""
        except EngineError as error:
            # It is tried again at the next step, and when the space is shown again.
            self._fault = error_sentence(error)
            self._refused = space
        self._tell_opened()

    def _give_up_opening(self) -> None:
        """Leave half open what is being opened; it is opened anew when it is wanted again."""
        if self._turns.is_busy:
            self._turns.give_up()
            self._base = None

    def _tell_opened(self) -> None:
        self.pages.point_at(self._step.point)
        self.changed.emit()
        self.look_soon()

    def _look_for_end(self, *, is_at_rest: bool) -> None:
        """See whether the step is fulfilled: at rest at once, and in motion where it stays so."""
        wait = self._step.wait
        if wait is None or not self._is_awaited:
            self._missing = ()
            return
        lacking = unmet(wait, self._facts, self.pages.tells)
        self._missing = tuple(unmet_sentence(each) for each in lacking)
        was_held, self._is_held = self._is_held, not lacking
        if not lacking and (is_at_rest or was_held):
            self._is_awaited = False
            self._known = _nodes_in(self.pages.facts)
            self.fulfilled.emit()


def _nodes_in(facts: Facts) -> frozenset[str]:
    """Return the names of what has a value of its own; only in a graph there is such a thing."""
    return frozenset(name for name in facts if name.startswith(_OF_A_NODE))
