"""The panel of the tool *Exercise*: what is hidden, the current question, score and results."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.foundation.settings import PRECISION
from desktop.foundation.translation import error_sentence, filled
from desktop.graph_editor.tools.exercise.answer_layer import AnswerLayer
from desktop.graph_editor.tools.exercise.answer_typing import AnswerTyping
from desktop.graph_editor.tools.exercise.exercise_run import ExerciseRun, RunState
from desktop.graph_editor.tools.exercise.hints import MOST_HINTS
from desktop.graph_editor.tools.exercise.question_card import QuestionCard
from desktop.graph_editor.tools.exercise.question_texts import passing_text, score_text
from desktop.graph_editor.tools.exercise.result_table import ResultTable
from desktop.graph_editor.tools.tool import ToolContext, ToolPanel
from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch
from desktop.widgets.panels.text_label import text_label
from engine.drawing.edits import with_graph
from engine.errors import EngineError
from engine.exercises.fresh_numbers import FreshNumbers, fresh_number_steps
from engine.exercises.progress import Score
from engine.exercises.question import Kind
from engine.graph.model import Graph


@dataclass(frozen=True)
class _Asked:
    """What a panel made anew needs: the choices, and the run with its answers."""

    kind: str
    run: RunState
    last: Score | None

    __hash__ = None  # type: ignore[assignment]  # the run holds graphs


class ExercisePanel(ToolPanel):
    """Runs exercises over the document. While one runs, its numbers are hidden everywhere."""

    def __init__(self, context: ToolContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        document, settings = context.document, context.settings
        self.run = ExerciseRun(document, self)
        self.layer = AnswerLayer(self.run, context.scene, self)
        self.typing = AnswerTyping(self.run, self.layer, context.view)
        self._fresh = BackgroundTask(self)
        self._fresh_from: Graph | None = None
        self._last: Score | None = None
        self._is_secluded = self._is_on_show = False
        self._intro = text_label(self, "muted")
        self.rule = text_label(self, "muted")
        self.kind = self._choice(self.tr("Hide"), self._kinds())
        self.marking = self._choice(self.tr("Mark"), self._markings())
        self.score = text_label(self, "heading")
        self._state = text_label(self, "muted")
        self.card = QuestionCard(self.run, document, settings, self)
        self.table = ResultTable(self.run, document, self)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.run.changed.connect(self.asked)
        self.refresh()

    @property
    def last_score(self) -> Score | None:
        """What was reached in the exercise that was finished last."""
        return self._last

    def begin_with(self, kind: Kind) -> None:
        """Ask for numbers of a kind, whatever was asked before.

        Raises:
            EngineError: There is nothing to ask.
        """
        self.typing.drop()
        self.kind.set_name(kind.value)
        self._context.walk.go(self._context.walk.last)
        self.run.start(kind)

    def forget(self) -> None:
        """Ask nothing, and know of no exercise before."""
        self.typing.drop()
        self.run.finish()
        self._last = None
        self.refresh()

    @property
    def state_text(self) -> str:
        """What the panel says about where one stands."""
        return self._state.text()

    def begin(self) -> None:
        """Take the keys."""
        self._is_on_show = True

    def end(self) -> None:
        """Take what is typed. The boxes stay while an exercise runs: it closes other tools."""
        self._is_on_show = False
        self.typing.leave()

    def snapshot(self) -> object:
        """Return the choices and the run."""
        self.typing.leave()
        return _Asked(self.kind.name, self.run.state, self._last)

    def restore(self, snapshot: object) -> None:
        """Go on where another panel stood."""
        if isinstance(snapshot, _Asked):
            self.kind.set_name(snapshot.kind)
            self.marking.set_name("once" if snapshot.run.marks_at_once else "end")
            self._last = snapshot.last
            self.run.restore(snapshot.run)

    def shutdown(self) -> None:
        """Take the boxes away."""
        self.run.close()
        self.typing.close()
        self.layer.close()
        self._context.settings.changed.disconnect(self.refresh)

    def refresh(self) -> None:
        """Show where the run stands."""
        run = self.run
        is_on, can_answer = run.is_running, run.can_answer
        self._intro.setVisible(not is_on)
        self.start_button.setText(
            self.tr("Ask about this graph") if run.is_suspended else self.tr("Start")
        )
        self.start_button.setVisible(not is_on or run.is_suspended)
        self.start_button.setEnabled(self._has_gates)
        self.fresh_button.setEnabled(self._has_gates)
        self.kind.setEnabled(not is_on)
        self.finish_button.setVisible(is_on)
        for button in (self.hint_button, self.reveal_button, self.reveal_all_button):
            button.setVisible(can_answer)
        self.check_button.setVisible(can_answer and not run.marks_at_once)
        self.score.setVisible(can_answer or (not is_on and self._last is not None))
        if can_answer:
            self._show_progress()
        elif self._last is not None:
            self.score.setText(filled(self.tr("Finished: {0}"), score_text(self._last)))
        self._state.setText(self._state_sentence())
        self._state.setVisible(bool(self._state.text()))
        self.card.refresh()
        self.table.refresh(self._context.settings.get(PRECISION))
        if is_on != self._is_secluded:
            self._is_secluded = is_on
            self.secluded.emit(is_on)

    # What the buttons do ----------------------------------------------------------------------

    def start(self) -> None:
        """Ask about the graph on the canvas, and open the first box."""
        self._context.walk.go(self._context.walk.last)
        try:
            self.run.start(Kind(self.kind.name))
        except EngineError as error:
            self.reported.emit(error_sentence(error), "warning")
            return
        self._open_current()

    def fresh(self) -> None:
        """Look for other numbers, and ask about them if an exercise runs."""
        self.typing.leave()
        graph = self._fresh_from = self._context.document.graph
        seed = random.randrange(2**31)
        self._fresh.submit(lambda: fresh_number_steps(graph, seed))

    def check(self) -> None:
        """Mark what was answered."""
        self.typing.leave()
        self.run.check()
        self._context.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self) -> None:
        """Show the current answer and go on to the next question."""
        self.typing.drop()
        self.run.reveal()
        self._open_next()

    # Inside -----------------------------------------------------------------------------------

    def _kinds(self) -> dict[str, tuple[str, str]]:
        return {
            Kind.GRADIENTS.value: (
                self.tr("Gradients"),
                self.tr("Hide the gradients: find them by the chain rule, from the result back"),
            ),
            Kind.VALUES.value: (
                self.tr("Values"),
                self.tr("Hide the values: compute them gate by gate, from the inputs on"),
            ),
            Kind.BOTH.value: (
                self.tr("Both"),
                self.tr("Hide values and gradients: first forward, then back"),
            ),
        }

    def _choice(self, title: str, options: dict[str, tuple[str, str]]) -> SegmentedSwitch:
        """Return a row of words with their tips; those who hear one hear what it is about too."""
        segments = [
            Segment(name, label, tip, f"{title}: {label}") for name, (label, tip) in options.items()
        ]
        return SegmentedSwitch(title, segments, self)

    def _markings(self) -> dict[str, tuple[str, str]]:
        return {
            "once": (self.tr("At once"), self.tr("Mark each answer as soon as it is given")),
            "end": (self.tr("At the end"), self.tr("Mark all answers together, by Check")),
        }

    def _make_buttons(self) -> None:
        self.start_button = self._button(
            self.tr("Start"), self.tr("Hide the numbers and ask for them"), "F5", self.start
        )
        self.start_button.setProperty("kind", "primary")
        self.finish_button = self._button(
            self.tr("Finish"), self.tr("End the exercise and show every number"), "", self._finish
        )
        self.fresh_button = self._button(
            self.tr("Fresh numbers"),
            self.tr("Give the inputs other values with which one can compute in one's head"),
            "F9",
            self.fresh,
        )
        self.hint_button = self._button(
            self.tr("Hint"),
            self.tr("First the rule, then its formula, then the numbers put in"),
            "F3",
            self._take_hint,
        )
        self.reveal_button = self._button(
            self.tr("Reveal"),
            self.tr("Show this answer; it does not count as found"),
            "F7",
            self.reveal,
        )
        self.reveal_all_button = self._button(
            self.tr("Reveal all"), self.tr("Show every answer that is left"), "", self._reveal_all
        )
        self.check_button = self._button(
            self.tr("Check"), self.tr("Mark every answer given so far"), "F8", self.check
        )
        self.check_button.setProperty("kind", "primary")

    def _button(self, text: str, tip: str, keys: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        explain(button, text, f"{tip} ({keys})" if keys else tip, more=tip)
        if keys:
            # The button's own would sleep while the column that it stands in is folded.
            shortcut = QShortcut(QKeySequence(keys), self._context.view)
            shortcut.activated.connect(lambda: self._press(button))
        button.clicked.connect(act)
        return button

    def _press(self, button: QPushButton) -> None:
        if self._is_on_show and not button.isHidden():
            button.click()

    def _lay_out(self) -> None:
        self._intro.setText(
            self.tr(
                "Numbers of this graph are hidden, and you type each where it belongs. Click a "
                "box, or go from box to box with Tab; Enter takes an answer. 1/2, 0.5 and "
                "[1, 2] are understood."
            )
        )
        self.rule.setText(
            self.tr(
                "Two digits are enough, such as 1.2 or 0.0012, if they are rounded well: each "
                "digit typed has to be right. How many the canvas shows makes no difference."
            )
        )
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        for title, choice in ((self.tr("Hide"), self.kind), (self.tr("Mark"), self.marking)):
            label = text_label(self, "muted")
            label.setWordWrap(False)
            label.setText(title)
            label.setFixedHeight(choice.sizeHint().height())
            form.addRow(label, choice)
        top, middle = QHBoxLayout(), QGridLayout()
        top.setSpacing(8)
        top.addWidget(self.finish_button, 1)
        top.addWidget(self.fresh_button, 1)
        middle.setSpacing(8)
        for place in range(3):
            middle.setColumnStretch(place, 1)
        middle.addWidget(self.hint_button, 0, 0)
        middle.addWidget(self.reveal_button, 0, 1)
        middle.addWidget(self.reveal_all_button, 0, 2)
        middle.addWidget(self.check_button, 1, 0, 1, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(10)
        column.addWidget(self._intro)
        column.addLayout(form)
        column.addWidget(self.rule)
        column.addWidget(self.start_button)
        column.addLayout(top)
        column.addWidget(self.score)
        column.addWidget(self._state)
        # Above the card, which grows with every hint: what is pressed again stays where it is.
        column.addLayout(middle)
        column.addWidget(self.card)
        column.addWidget(self.table)
        column.addStretch(1)

    def _connect(self) -> None:
        self.run.changed.connect(self.refresh)
        self.run.ended.connect(self._on_ended)
        self.marking.chosen.connect(lambda name: self.run.set_marking(at_once=name == "once"))
        self.table.chosen.connect(self.typing.open)
        self._fresh.done.connect(self._on_fresh)
        self._fresh.refused.connect(lambda text: self.reported.emit(text, "warning"))
        self._context.settings.changed.connect(self.refresh)
        self._context.document.changed.connect(self._on_document_changed)

    def _show_progress(self) -> None:
        run = self.run
        self.score.setText(score_text(run.score))
        current = run.current
        is_open = current is not None and not run.progress.is_done(current)
        taken = 0 if current is None else run.progress.hints.get(current, 0)
        self.hint_button.setEnabled(is_open and taken < MOST_HINTS)
        self.reveal_button.setEnabled(is_open)
        self.reveal_all_button.setEnabled(not run.is_finished)
        self.check_button.setEnabled(run.waits_for_check)

    def _state_sentence(self) -> str:
        if self.run.is_suspended:
            return self.tr(
                "The graph is another one than the one asked about. Undo brings the questions and "
                "your answers back; or let this graph be asked about."
            )
        if self.run.is_finished:
            score = self.run.score
            if score.first == score.total:
                return self.tr("All found, each at the first try.")
            return filled(
                self.tr("Nothing is left to find. {0} were right at the first try."), score.first
            )
        if not self._has_gates:
            return self.tr("There is nothing to ask yet: build a graph with a gate first.")
        return ""

    @property
    def _has_gates(self) -> bool:
        return any(True for _ in self._context.document.graph.gates())

    def _on_document_changed(self) -> None:
        if self.start_button.isEnabled() is not self._has_gates:
            self.refresh()

    def _open_current(self) -> None:
        if self.run.current is not None:
            self.typing.open(self.run.current)

    def _open_next(self) -> None:
        if self.run.next_open() is not None:
            self.typing.open_next()
        else:
            self._context.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_hint(self) -> None:
        self.run.hint()
        if self.typing.editor.is_open:
            self.typing.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reveal_all(self) -> None:
        self.typing.drop()
        self.run.reveal_all()

    def _finish(self) -> None:
        self.typing.drop()
        self._last = self.run.score
        self.run.finish()

    def _on_ended(self) -> None:
        text = self.tr("The exercise has ended, because another graph was opened.")
        self.reported.emit(text, "info")

    def _on_fresh(self, fresh: object) -> None:
        document = self._context.document
        if not isinstance(fresh, FreshNumbers) or document.graph is not self._fresh_from:
            # It was edited meanwhile; the numbers belong to a graph that is gone.
            return
        was_running = self.run.is_running
        document.push(self.tr("fresh numbers"), with_graph(document.drawing, fresh.graph))
        if fresh.passing:
            self.reported.emit(passing_text(fresh.passing), "info")
        if was_running:
            self.start()
