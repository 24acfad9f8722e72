"""A rehearsal: a lesson is played as its files foresee it, and what does not go so is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtWidgets import QAbstractButton

from desktop.lessons.panel import LessonPanel
from desktop.lessons.playing.demonstration import Demonstration
from desktop.lessons.playing.player import Player
from desktop.lessons.playing.solution_scene import ANSWER
from desktop.lessons.words.words_shown import filled_text, words_of
from engine.errors import EngineError
from engine.formula.values import parse_value
from engine.lessons.answer import Answer, Marked, Outcome
from engine.lessons.lesson import Step
from engine.lessons.marking import right_answer, slip_answers
from engine.lessons.questions.catalog import QUESTIONS
from engine.lessons.sitting import Phase
from engine.quoting import quote

# The kinds whose answer is one number, beside which another one can be tried.
_NUMBERS = frozenset(("number", "gradient", "value"))
# So much beside the right number lies one that nobody has named, and another where that is a slip.
_BESIDE = (0.37, 0.4177)
# What is answered where nothing is right or wrong.
_ANYTHING = {"estimate": "10", "text": "An answer."}
_MOST_VISITS = 400

Condition = Callable[[], bool]


class Rehearsal:
    """Plays the lesson that a panel shows, through its buttons and fields.

    At each step it makes sure that the step is not done untouched; that nothing is no answer; that
    each foreseen slip is wrong, is named, and is told its sentence; that a number which nobody has
    named is wrong; that the solution and the right answer do it; and at the last, that the end is
    reached.

    Attributes:
        problems: What did not go as foreseen, each with its step.
        transcript: What was shown and said, line by line.
    """

    def __init__(
        self, panel: LessonPanel, press: Callable[[QAbstractButton], object] | None = None
    ) -> None:
        """Prepare a rehearsal.

        Args:
            panel: Shows the lesson.
            press: Presses a button; by default as a program does.
        """
        self._panel = panel
        self._press = press or QAbstractButton.click
        self.problems: list[str] = []
        self.transcript: list[str] = []

    def conditions(self) -> Iterator[Condition]:
        """Play the lesson; whoever goes through this waits for each condition before going on."""
        visits = 0
        while (player := self._panel.player) is not None and visits < _MOST_VISITS:
            visits += 1
            yield from self._visit(player)
            step = self._panel.play_view.step
            if not player.can_go_on:
                self._miss(player, "the step cannot be done")
                self._press(step.buttons["skip"])
            else:
                self._press(step.buttons["next"])
        if self._panel.views.currentWidget() is not self._panel.end_view:
            self.problems.append("the end is not reached")

    def _is_there(self, player: Player) -> bool:
        """Tell whether a step is shown whole, and what it opens has come to rest."""
        return player.is_ready and self._panel.play_view.is_settled

    def _visit(self, player: Player) -> Iterator[Condition]:
        """Do one step."""
        step = player.step
        # What cannot be opened never gets ready.
        yield lambda: self._is_there(player) or bool(player.fault)
        if player.fault:
            # What cannot be opened cannot be played.
            self._miss(player, player.fault)
            return
        self._write_step(player)
        if player.is_for_reading:
            return
        if player.phase.is_over:
            self._miss(player, "it is done before anything was done")
            return
        if step.ask is not None:
            yield from self._answer_all(player, step)
        if step.wait is not None and player.phase is Phase.DOING:
            yield from self._do(player, step)

    def _answer_all(self, player: Player, step: Step) -> Iterator[Condition]:
        assert step.ask is not None
        kind = QUESTIONS.require(step.ask.kind)
        view = self._panel.play_view.step.question_view
        # Items that are to be ordered always stand in some order.
        if view is not None and step.ask.kind != "order":
            marked = self._give(player, kind.empty)
            if marked is not None and marked.outcome is not Outcome.NO_ATTEMPT:
                self._miss(player, "no answer counts as an answer")
        if step.counts:
            yield from self._try_slips(player, step)
            self._try_beside(player, step)
        yield from self._answer_right(player, step)

    def _try_slips(self, player: Player, step: Step) -> Iterator[Condition]:
        words = words_of(player.lesson, step.id)
        for name, answer in self._slips(player, step).items():
            marked = self._give(player, answer)
            if marked is None:
                continue
            if marked.outcome is not Outcome.WRONG:
                self._miss(player, f"the slip “{quote(name)}” is {marked.outcome.value}")
            elif marked.slip != name:
                self._miss(player, f"the slip “{quote(name)}” is called “{quote(marked.slip)}”")
            said = filled_text(words.slips.get(name, ""), {**player.facts, **marked.facts})
            if player.verdict is not None and player.verdict.why != said:
                self._miss(player, f"the slip “{quote(name)}” is not told its sentence")
            self._write_verdict(player)
            if player.leads_to_detour:
                yield from self._detour(player)

    def _detour(self, player: Player) -> Iterator[Condition]:
        """Go through the smaller step and come back."""
        asks = player.step.id
        buttons = self._panel.play_view.step.buttons
        self._press(buttons["next"])
        yield from self._visit(player)
        self._press(buttons["next"])
        if player.step.id != asks:
            self._miss(player, f"the detour does not come back to “{quote(asks)}”")
        yield lambda: self._is_there(player)

    def _try_beside(self, player: Player, step: Step) -> None:
        """Answer a number that nobody has foreseen."""
        assert step.ask is not None
        right = self._right(player, step)
        if step.ask.kind not in _NUMBERS or not isinstance(right, str):
            return
        number = np.asarray(parse_value(right), dtype=float)
        if number.ndim:
            return
        slips = self._slips(player, step).values()
        for share in _BESIDE:
            beside = f"{float(number) + share * max(1.0, abs(float(number))):.6g}"
            if beside not in slips:
                marked = self._give(player, beside)
                if marked is not None and marked.outcome is not Outcome.WRONG:
                    self._miss(player, f"{beside} is {marked.outcome.value}")
                if marked is not None and not marked.slip:
                    return

    def _answer_right(self, player: Player, step: Step) -> Iterator[Condition]:
        assert step.ask is not None
        right = self._right(player, step)
        if step.ask.kind == "canvas" and isinstance(right, tuple):
            yield from self._fill_boxes(player, right)
        if right is None:
            right = _ANYTHING.get(step.ask.kind)
        if right is None:
            self._miss(player, 'nothing tells a right answer; the solution may: ["answer", …]')
            return
        marked = self._give(player, right)
        if marked is not None and not marked.is_right:
            self._miss(player, f"the right answer is {marked.outcome.value}")
        self._write_verdict(player)

    def _fill_boxes(self, player: Player, right: tuple[str, ...]) -> Iterator[Condition]:
        """Fill the boxes on the canvas, one after the other."""
        for box in right:
            name, _, number = box.partition(" = ")
            try:
                player.pages.command("fill", *name.rsplit(" ", 1), number)
            except EngineError as error:
                self._miss(player, str(error))
            yield lambda: player.pages.is_settled

    def _do(self, player: Player, step: Step) -> Iterator[Condition]:
        """Do what the solution does."""
        player.look_now()
        if player.phase.is_over:
            self._miss(player, "it is done before anything was done")
            return
        self.transcript += [f"  … {sentence}" for sentence in player.missing]
        yield from self._perform(player, step)
        settled = [False] * 2

        def is_done() -> bool:
            # Where it has come to rest twice without being done, it will not be.
            if player.pages.is_settled:
                settled.pop(0)
                settled.append(True)
                player.look_now()
            return player.can_go_on or all(settled)

        yield is_done
        if not player.can_go_on:
            self._miss(player, f"the solution does not do it: {' '.join(player.missing)}")
        self._write_verdict(player)

    def _perform(self, player: Player, step: Step) -> Iterator[Condition]:
        commands = [command for command in step.solution if command.name != ANSWER]
        demonstration = Demonstration(player.solution, player, pace_ms=0)
        demonstration.failed.connect(lambda sentence: self._miss(player, sentence))
        demonstration.play(commands)
        yield lambda: not demonstration.is_running

    def _give(self, player: Player, answer: Answer) -> Marked | None:
        """Give an answer by the view of the question."""
        step = self._panel.play_view.step
        view = step.question_view
        if view is None:
            self._miss(player, "no question is shown")
            return None
        view.show_answer(answer)
        self._press(step.pane.check_button)
        if player.verdict is None:
            self._miss(player, "nothing is said of an answer")
            return None
        return player.verdict.marked

    def _slips(self, player: Player, step: Step) -> dict[str, Answer]:
        try:
            return dict(slip_answers(step, player.facts))
        except EngineError:
            return {}

    def _right(self, player: Player, step: Step) -> Answer | None:
        try:
            return right_answer(step, player.facts)
        except EngineError:
            return None

    def _miss(self, player: Player, what: str) -> None:
        self.problems.append(f"{player.step.id}: {what}")

    def _write_step(self, player: Player) -> None:
        view = self._panel.play_view.step
        self.transcript += [f"## {player.step.id}: {view.title.spoken}", view.body.spoken]
        if player.step.ask is not None:
            self.transcript.append(f"? {view.pane.asked.spoken}")

    def _write_verdict(self, player: Player) -> None:
        verdict = player.verdict
        if verdict is not None:
            marked = verdict.marked
            name = (
                f" ({marked.slip or marked.engine_slip})"
                if marked.slip or marked.engine_slip
                else ""
            )
            self.transcript.append(f"> {marked.repeated}: {marked.outcome.value}{name}")
            if verdict.why:
                self.transcript.append(f"  {verdict.why}")
