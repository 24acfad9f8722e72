"""Leads through a lesson: what is shown, asked, awaited and said; it has no widget of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.foundation.translation import filled
from desktop.lessons.playing.demonstration import Demonstration
from desktop.lessons.playing.lesson_numbers import LessonNumbers
from desktop.lessons.playing.page_answers import PageAnswers
from desktop.lessons.playing.solution_scene import ANSWER, SolutionScene
from desktop.lessons.scene.borrowed_pages import BorrowedPages
from desktop.lessons.scene.stage import Stage
from desktop.lessons.scene.step_scene import Kept, StepScene
from desktop.lessons.words.speaker import Speaker
from desktop.lessons.words.verdicts import Verdict
from engine.errors import EngineError
from engine.lessons import sitting as sittings
from engine.lessons.answer import GOES_ON, Answer, Marked
from engine.lessons.facts import Fact, Facts
from engine.lessons.files import LessonFiles
from engine.lessons.lesson import Lesson, Step, StepWords
from engine.lessons.marking import mark_answer, recorded_facts, right_answer
from engine.lessons.sitting import Phase, Sitting
from engine.lessons.staging import opening_step
from engine.lessons.veiling import hidden_in


class Player(QObject):
    """Plays one lesson on a stage.

    Signals:
        step_changed(): Another step is shown, or its words are others.
        changed(): What can be done, what is missing or how far one is has changed.
        verdict_changed(): Something is said of an answer, or nothing any more.
        noted(): The sitting, or what is kept beside it, is another one and should be stored.
        readied(): What the step opens is there and has settled.
        ended(): The end of the lesson was reached.
    """

    readied = Signal()
    step_changed = Signal()
    changed = Signal()
    verdict_changed = Signal()
    noted = Signal()
    ended = Signal()

    def __init__(
        self,
        stage: Stage,
        lesson: Lesson,
        files: LessonFiles,
        sitting: Sitting,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.time,
        numbers: Mapping[str, Mapping[str, Fact]] | None = None,
    ) -> None:
        """Play nothing yet.

        Args:
            stage: Where it plays.
            lesson: What it plays.
            files: The lesson's files.
            sitting: How far somebody is.
            parent: Its owner.
            clock: Tells the time in seconds since 1970.
            numbers: The lesson's numbers by the salt of the draw, as far as they were drawn.
        """
        super().__init__(parent)
        self._stage, self._lesson, self._files = stage, lesson, files
        self._sitting, self._clock = sitting, clock
        self._speaker = Speaker(lesson)
        title = filled(self.tr("Lesson: {0}"), self._speaker.title)
        self._scene = StepScene(stage, lesson, files, title, self)
        self._scene.readied.connect(self._on_readied)
        self._scene.fulfilled.connect(self._on_fulfilled)
        self._scene.changed.connect(self._on_scene_changed)
        self._scene.settled.connect(self.noted)
        self.page_answers = PageAnswers(self._scene.pages, self)
        self.solution = SolutionScene(
            self._scene.pages, self._scene.facts, lambda: self._scene.is_settled, self.answer
        )
        self._demonstration = Demonstration(self.solution, self)
        self._demonstration.began.connect(lambda _: self._light(or_page=True))
        self._demonstration.ended.connect(self._on_demonstration_ended)
        self._demonstration.failed.connect(self._on_trouble)
        self.numbers = LessonNumbers(lesson, numbers or {}, self)
        self.numbers.refused.connect(self._on_trouble)
        self._verdict: Verdict | None = None
        self._detour = self._trouble = ""
        self._words = StepWords("")
        self._is_over = False

    # What is shown ----------------------------------------------------------------------------

    @property
    def lesson(self) -> Lesson:
        """What is played."""
        return self._lesson

    @property
    def language(self) -> str:
        """The code of the language that the lesson speaks."""
        return self._speaker.language

    @property
    def files(self) -> LessonFiles:
        """The lesson's files."""
        return self._files

    @property
    def sitting(self) -> Sitting:
        """How far somebody is."""
        return self._sitting

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._lesson.step(self._sitting.step)

    @property
    def phase(self) -> Phase:
        """How far that step is."""
        return self._sitting.record.phase

    @property
    def words(self) -> StepWords:
        """What it says, blanks filled."""
        return self._words

    @property
    def verdict(self) -> Verdict | None:
        """What is said of the last answer."""
        return self._verdict

    @property
    def missing(self) -> tuple[str, ...]:
        """What the step still waits for, in sentences."""
        return self._scene.missing

    @property
    def fault(self) -> str:
        """What could not be opened or shown, in a sentence; empty for nothing."""
        return self._scene.fault or self._trouble

    @property
    def facts(self) -> Facts:
        """What is the case now."""
        return self._scene.facts()

    @property
    def pages(self) -> BorrowedPages:
        """The pages that are borrowed."""
        return self._scene.pages

    @property
    def is_ready(self) -> bool:
        """Whether what the step opens is there and has settled."""
        return self._scene.is_ready

    @property
    def is_over(self) -> bool:
        """Whether the lesson was left or ended, so that nothing is played any more."""
        return self._is_over

    @property
    def is_demonstrating(self) -> bool:
        """Whether the solution is being shown."""
        return self._demonstration.is_running

    @property
    def can_go_on(self) -> bool:
        """Whether the step is over, or was only to be read, or leads to a smaller one."""
        return self.phase.is_over or bool(self._detour) or self.is_for_reading

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step before."""
        return bool(sittings.step_before(self._lesson, self._sitting))

    @property
    def is_last(self) -> bool:
        """Whether the lesson ends with this step."""
        return not self._detour and not sittings.next_step(self._lesson, self._sitting)

    @property
    def place(self) -> tuple[int, int]:
        """The number of the step, from 1, and how many there are."""
        steps = sittings.path(self._lesson, self._sitting)
        here = self._sitting.returns_to or self._sitting.step
        return (steps.index(here) + 1 if here in steps else 1), len(steps)

    @property
    def leads_to_detour(self) -> bool:
        """Whether a smaller step comes next."""
        return bool(self._detour)

    @property
    def is_for_reading(self) -> bool:
        """Whether nothing is asked or awaited."""
        return self.step.ask is None and self.step.wait is None

    @property
    def is_waiting(self) -> bool:
        """Whether something is still to be done on a page."""
        return self.phase is Phase.DOING and self.step.wait is not None

    @property
    def offers_solution(self) -> bool:
        """Whether "Show me" is offered: after enough wrong answers, or where something is to do."""
        if self.phase.is_over or self.is_demonstrating or self.is_for_reading:
            return False
        if self.phase is Phase.DOING:
            return bool(self.step.solution)
        return self._sitting.record.offers_solution(len(self._words.hints))

    @property
    def away(self) -> str:
        """The title of the space to which one has to go for this step; empty where one is there."""
        space = self._scene.away
        return self._stage.spaces.get(space, space)

    @property
    def is_lost(self) -> bool:
        """Whether what the step only speaks of is not there any more, since it was built over."""
        return self._scene.is_lost and not self.is_waiting and not self.away

    # What the learner does --------------------------------------------------------------------

    def start(self, kept: Kept | None = None) -> None:
        """Show the step that the sitting is at.

        Args:
            kept: What was remembered of that very step, to go on with it as it was left.
        """
        self._sitting = sittings.resumed(self._sitting, self._clock())
        self._show_step(kept=kept if kept is not None and kept.step == self.step.id else None)
        if self.away:
            # Whoever goes on with a lesson wants to be where it takes place.
            self.go_there()

    def answer(self, answer: Answer) -> None:
        """Mark an answer."""
        step = self.step
        if step.ask is None:
            return
        answer = self.page_answers.taken(step.ask, answer, self._scene.facts())
        facts = self._scene.facts()
        marked = mark_answer(step, answer, facts)
        before, now = self.phase, self._clock()
        recorded = recorded_facts(step, facts)
        self._sitting = sittings.answered(self._sitting, step, answer, marked, recorded, now)
        self._detour = "" if before.is_over else sittings.detour_to(self._sitting, step, marked)
        self.page_answers.show(step.ask, answer)
        self._say(marked, answer)
        self._note()

    def try_answer(self, answer: Answer) -> None:
        """Show on the page what is answered so far, and say nothing of the last answer any more."""
        if self.step.ask is not None:
            self.page_answers.show(self.step.ask, answer)
        if self._verdict is not None:
            self._verdict = None
            self.verdict_changed.emit()

    def hint(self) -> None:
        """Take the next hint."""
        self._sitting = sittings.hinted(self._sitting, len(self.words.hints))
        self._note()

    def show_me(self) -> None:
        """Tell the answer, and show how the step is done."""
        was_asked = self.phase is Phase.ASKED
        self._sitting = sittings.shown(self._sitting, self._clock())
        self._detour = ""
        if was_asked:
            self._tell_answer()
        commands = [each for each in self.step.solution if each.name != ANSWER]
        if commands:
            self._demonstration.play(commands)
        self._note()

    def stop_showing(self) -> None:
        """Show no further command."""
        self._demonstration.stop()
        self._light()
        self.changed.emit()

    def back(self) -> None:
        """Show the step before."""
        before = sittings.step_before(self._lesson, self._sitting)
        if before:
            self.go_to(before)

    def skip(self) -> None:
        """Pass over the step."""
        self._sitting = sittings.skipped(self._sitting, self._clock())
        self._go_on()

    def go_on(self) -> None:
        """Show the next step, if this one is over."""
        if not self.can_go_on:
            return
        now = self._clock()
        if self._detour:
            self._sitting = sittings.detour(self._sitting, self._lesson, self._detour, now)
            self._show_step()
            return
        if self.is_for_reading:
            self._sitting = sittings.done(self._sitting, self.step, now)
        self._go_on()

    def go_to(self, step_id: str) -> None:
        """Show a step, whatever was done before it."""
        self._sitting = sittings.entered(self._sitting, self._lesson, step_id, self._clock())
        self._show_step()

    def begin_step_anew(self) -> None:
        """Show the step as at first: nothing answered, and with fresh numbers if it can."""
        turn = self._sitting.record.round + 1
        salt = sittings.salt_of(self._lesson, self.step, turn)
        self.numbers.prepare(self._sitting, salt, partial(self._begin_anew, self.step.id, turn))

    def go_there(self) -> None:
        """Show the space in which the step takes place."""
        self._scene.go_there()

    def open_again(self) -> None:
        """Show again what the step speaks of; what was answered stays."""
        self._scene.begin_anew()
        self._show_step()

    def look_now(self) -> None:
        """See at once what is missing, because somebody asks."""
        self._scene.look()

    def kept(self) -> Kept:
        """Return what is to be remembered besides the sitting."""
        return self._scene.kept()

    def leave(self) -> None:
        """End playing, and give the pages back as they were."""
        if not self._is_over:
            self._stop()
            self.pages.give_back()

    def let_go(self) -> None:
        """End playing; the pages themselves are about to end."""
        if not self._is_over:
            self._stop()
            self.pages.let_go()

    def speak(self, wanted: str) -> None:
        """Say everything in the language that is wanted for lessons; empty for the interface's."""
        if self._speaker.speak(wanted):
            self.follow_language()

    def follow_language(self) -> None:
        """Say everything in the language now in force."""
        said = self._verdict
        self._fill_words()
        if said is not None:
            self._say(said.marked, said.answer)
        self._scene.look_soon()

    # Inside -----------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if following := sittings.next_step(self._lesson, self._sitting):
            self.go_to(following)
            return
        self._sitting = sittings.ended(self._sitting, self._clock())
        self._note()
        self.leave()
        self.ended.emit()

    def _stop(self) -> None:
        self._is_over = True
        self.numbers.stop()
        self._sitting = sittings.paused(self._sitting, self._clock())
        self._demonstration.stop()
        # What is asked on a page ends before the page shows another graph, and so without a word.
        self.page_answers.end()
        self._scene.stop()
        self.noted.emit()

    def _show_step(self, kept: Kept | None = None) -> None:
        """Show the step that the sitting is at, opening what it takes."""
        self._demonstration.stop()
        self.page_answers.end()
        self._verdict, self._detour, self._trouble = None, "", ""
        step, host = self.step, self._sitting.returns_to
        opened = opening_step(self._lesson, step.id, host)
        base_drawn = {} if opened is None else self._drawn(opened)
        self._scene.show(step, host, self._drawn(step), base_drawn, kept)
        self._recall()
        self._fill_words()
        self._note()

    def _recall(self) -> None:
        """Say of the last answer, given on an earlier visit, what was said then."""
        if (given := self._sitting.record.tries) and self.step.ask is not None:
            last = given[-1]
            facts = {**self._drawn(self.step), **last.facts}
            marked = mark_answer(self.step, last.answer, facts)
            self._verdict = Verdict(marked, self._why(marked, facts), last.answer)

    def _fill_words(self) -> None:
        self._words = self._speaker.words(self.step.id, self._scene.facts())
        self.step_changed.emit()

    def _note(self) -> None:
        self._scene.hide(hidden_in(self._lesson, self._sitting))
        self._scene.await_end(is_awaited=self.is_waiting)
        self.noted.emit()
        self.changed.emit()

    def _say(self, marked: Marked, answer: Answer) -> None:
        self._verdict = Verdict(marked, self._why(marked), answer)
        self.verdict_changed.emit()

    def _why(self, marked: Marked, known: Facts | None = None) -> str:
        facts = self._scene.facts({**(known or {}), **marked.facts})
        is_over = self.phase is not Phase.DOING
        return self._speaker.why(self.step.id, marked, facts, is_over=is_over)

    def _tell_answer(self) -> None:
        """Say what is right, as if it had been answered."""
        facts = self._scene.facts()
        try:
            right = right_answer(self.step, facts)
        except EngineError:
            return
        if right is not None:
            self._say(mark_answer(self.step, right, facts), right)

    def _drawn(self, step: Step) -> Mapping[str, Fact]:
        salt = sittings.salt_of(self._lesson, step, self._sitting.record_of(step.id).round)
        return self.numbers.of(self._sitting, salt)

    def _begin_anew(self, step_id: str, turn: int) -> None:
        """Begin a step anew, if it is still shown and was not begun anew meanwhile."""
        if (self._sitting.step, self._sitting.record.round + 1) != (step_id, turn) or self._is_over:
            return
        self._sitting = sittings.restarted(self._sitting, self._lesson, self._clock())
        self._scene.begin_anew()
        self._show_step()

    def _on_scene_changed(self) -> None:
        facts = self._scene.facts()
        self.page_answers.count(facts)
        said = self._verdict
        if (
            said is not None
            and self.phase is Phase.ASKED
            and PageAnswers.is_outdated(self.step.ask, said.answer, facts)
        ):
            self._verdict = None
            self.verdict_changed.emit()
        self.changed.emit()

    def _on_readied(self) -> None:
        """Ask on the page, and fill the blanks that speak of what is there, now that it is."""
        if self.phase is Phase.ASKED:
            self._trouble = self.page_answers.begin(self.step.ask) or self._trouble
        if self._speaker.words(self.step.id, self._scene.facts()) != self._words:
            self._fill_words()
        self.readied.emit()

    def _on_fulfilled(self) -> None:
        step = self.step
        self._sitting = sittings.done(self._sitting, step, self._clock())
        given = [each for each in self._sitting.record.given if each.outcome in GOES_ON]
        if step.ask is not None and given:
            # Say why the prediction was right, now that it has come true.
            marked = mark_answer(step, given[-1].answer, self._scene.facts())
            if not marked.is_right:
                # What has been done since has changed what would be right.
                marked = replace(marked, outcome=given[-1].outcome, slip="", engine_slip="")
            self._say(marked, given[-1].answer)
        self._note()

    def _light(self, *, or_page: bool = False) -> None:
        self.pages.point_at(self.step.point, or_page=or_page)

    def _on_demonstration_ended(self) -> None:
        self._light()
        self._scene.look_soon()

    def _on_trouble(self, sentence: str) -> None:
        self._trouble = sentence
        self._on_demonstration_ended()
