"""An exercise that runs over a document: what is asked, answered, hidden and current."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from desktop.graph_editor.document.change import ChangeKind, DocumentChange
from desktop.graph_editor.document.document import Document
from engine.errors import EngineError
from engine.exercises.exercise import Exercise, make_exercise
from engine.exercises.marking import Verdict, check_attempt
from engine.exercises.progress import Progress, Score
from engine.exercises.question import Kind, Question
from engine.exercises.sameness import is_same_computation
from engine.exercises.veil import NO_VEIL
from engine.formula.typed_value import TypedValue

# Each is a graph and a few numbers; somebody who undoes further starts anew.
_MOST_SITTINGS = 40


@dataclass(frozen=True)
class Sitting:
    """One graph with one set of numbers, and how far one is with it."""

    exercise: Exercise
    progress: Progress

    __hash__ = None  # type: ignore[assignment]  # it holds graphs


@dataclass(frozen=True)
class RunState:
    """All that a run made anew needs to go on."""

    is_running: bool
    is_suspended: bool
    marks_at_once: bool
    sittings: tuple[Sitting, ...]
    current: Question | None

    __hash__ = None  # type: ignore[assignment]  # it holds graphs


class ExerciseRun(QObject):
    """Keeps answers apart from the document, whose undo cannot touch them.

    Each set of numbers has a sitting of its own. Undoing fresh numbers brings back the answers that
    were given to the old ones. While the document shows a graph that was not asked about, the
    exercise is suspended: nothing can be answered, and the numbers stay hidden all the same.

    Signals:
        changed(): Something else is asked, answered, hidden or current.
        ended(): The exercise is over, because another graph was opened.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Make a run over a document that does not run yet."""
        super().__init__(parent)
        self._document = document
        self._state = RunState(
            is_running=False, is_suspended=False, marks_at_once=True, sittings=(), current=None
        )
        document.changed.connect(self._on_document_changed)

    @property
    def state(self) -> RunState:
        """Everything, to be restored in another run."""
        return self._state

    @property
    def is_running(self) -> bool:
        """Whether something is asked."""
        return self._state.is_running

    @property
    def is_suspended(self) -> bool:
        """Whether the document shows another graph than the one asked about."""
        return self._state.is_suspended

    @property
    def can_answer(self) -> bool:
        """Whether answers are taken."""
        return self.is_running and not self.is_suspended

    @property
    def marks_at_once(self) -> bool:
        """Whether each answer is marked when it is given; all together at the end otherwise."""
        return self._state.marks_at_once

    @property
    def exercise(self) -> Exercise:
        """What is asked; only while it runs."""
        return self._state.sittings[-1].exercise

    @property
    def progress(self) -> Progress:
        """How far one is; only while it runs."""
        return self._state.sittings[-1].progress

    @property
    def score(self) -> Score:
        """What has been reached; only while it runs."""
        return self.progress.score(self.exercise)

    @property
    def current(self) -> Question | None:
        """The question that hints and reveals are about."""
        return self._state.current

    @property
    def waits_for_check(self) -> bool:
        """Whether there are answers that are not marked yet."""
        return self.can_answer and bool(self.progress.answers)

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to answer."""
        return self.is_running and not self.progress.still_open(self.exercise)

    # What the learner does --------------------------------------------------------------------

    def start(self, kind: Kind) -> None:
        """Ask about the document's graph as it stands.

        Raises:
            EngineError: There is nothing to ask.
        """
        sitting = Sitting(make_exercise(self._document.graph, kind), Progress())
        kept = self._state.sittings if self.is_running else ()
        sittings = (*kept, sitting)[-_MOST_SITTINGS:]
        first = sitting.exercise.questions[0]
        self._become(
            replace(
                self._state, is_running=True, is_suspended=False, sittings=sittings, current=first
            )
        )

    def finish(self) -> None:
        """Ask nothing any more and show every number."""
        self._become(
            replace(self._state, is_running=False, is_suspended=False, sittings=(), current=None)
        )

    def set_marking(self, *, at_once: bool) -> None:
        """Mark each answer at once, or all of them when it is asked for."""
        if at_once != self.marks_at_once:
            self._become(replace(self._state, marks_at_once=at_once))
            if at_once and self.waits_for_check:
                self.check()

    def answer(self, question: Question, answer: TypedValue) -> None:
        """Take an answer.

        Raises:
            ShapeError: It has another shape than what is asked for.
            ValueFormatError: Answers are marked at once, and it is too short to be marked.
        """
        progress = self.progress.answered(self.exercise, question, answer)
        if self.marks_at_once:
            progress = progress.marked(self.exercise)
            check_attempt(progress.marks[question])
        self._go_on(progress, question)

    def check(self) -> None:
        """Mark all answers; the first wrong one becomes current."""
        progress = self.progress.marked(self.exercise)
        wrong = [key for key, item in progress.marks.items() if not item.verdict.is_right]
        order = [question for question in self.exercise.questions if question in wrong]
        self._go_on(progress, order[0] if order else self.current)

    def hint(self) -> None:
        """Take a hint for the current question."""
        if self.current is not None:
            self._go_on(self.progress.hinted(self.current), self.current)

    def reveal(self) -> None:
        """Show the answer to the current question; it counts as not found."""
        if self.current is not None and not self.progress.is_done(self.current):
            self._go_on(self.progress.shown(self.current), self.current)

    def reveal_all(self) -> None:
        """Show every answer that is left."""
        progress = self.progress
        for question in progress.still_open(self.exercise):
            progress = progress.shown(question)
        self._go_on(progress, self.current)

    def choose(self, question: Question) -> None:
        """Turn to a question."""
        if question != self.current:
            self._become(replace(self._state, current=question))

    def next_open(self, direction: int = 1) -> Question | None:
        """Return the next question without an answer, from the current one on and round again."""
        questions = self.exercise.questions[::direction]
        progress = self.progress
        start = questions.index(self.current) + 1 if self.current in questions else 0
        for question in (*questions[start:], *questions[:start]):
            if not progress.is_done(question) and question not in progress.answers:
                return question
        return None

    def restore(self, state: RunState) -> None:
        """Go on where another run stood."""
        self._become(state)
        if state.is_running:
            self._follow_graph()

    def close(self) -> None:
        """Stop following the document, because the page closes."""
        self._document.changed.disconnect(self._on_document_changed)

    # Inside -----------------------------------------------------------------------------------

    def _go_on(self, progress: Progress, current: Question | None) -> None:
        sitting = replace(self._state.sittings[-1], progress=progress)
        sittings = (*self._state.sittings[:-1], sitting)
        self._become(replace(self._state, sittings=sittings, current=current))

    def _become(self, state: RunState) -> None:
        self._state = state
        self._draw_veil()
        self.changed.emit()

    def _draw_veil(self) -> None:
        if not self.is_running:
            self._document.set_veil(NO_VEIL)
            return
        exercise, progress = self.exercise, self.progress
        if self.is_suspended:
            try:
                other = make_exercise(self._document.graph, exercise.kind)
            except EngineError:
                return
            self._document.set_veil(other.veil(other.questions))
            return
        known = {key for key, item in progress.marks.items() if item.verdict is Verdict.RIGHT}
        known |= progress.revealed
        # What only follows from a wrong number would give that one away.
        hidden = [question for question in exercise.questions if question not in known]
        self._document.set_veil(exercise.veil(hidden))

    def _on_document_changed(self, change: DocumentChange) -> None:
        if not self.is_running:
            return
        if change.kind is ChangeKind.LOAD:
            self.finish()
            self.ended.emit()
        elif change.after.graph is not change.before.graph:
            self._follow_graph()

    def _follow_graph(self) -> None:
        """Go back to the sitting of the graph that is shown, or wait until it is shown again."""
        graph = self._document.graph
        sittings = list(self._state.sittings)
        fitting = [item for item in sittings if is_same_computation(item.exercise.graph, graph)]
        if not fitting:
            self._become(replace(self._state, is_suspended=True))
            return
        found = fitting[-1]
        is_other = found is not sittings[-1]
        sittings = [item for item in sittings if item is not found]
        current = found.exercise.questions[0] if is_other else self.current
        self._become(
            replace(self._state, is_suspended=False, sittings=(*sittings, found), current=current)
        )
