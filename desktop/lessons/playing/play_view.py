"""A lesson while it is played: its title, its steps as dots, the step, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.desk.settling import Settling
from desktop.foundation.plain_text import entry_text
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.lessons.playing.language_menu import LanguageMenu
from desktop.lessons.playing.player import Player
from desktop.lessons.views.progress_row import Dot, DotState, ProgressRow
from desktop.lessons.views.step_keys import is_typed
from desktop.lessons.views.step_offers import Offers, StepForm
from desktop.lessons.views.step_view import StepView
from desktop.lessons.words.words_shown import filled_text, words_of
from desktop.tasks.turns import PAUSE, Turns
from desktop.widgets.panels.companion_place import CompanionPlace
from desktop.widgets.panels.text_label import text_label
from engine.errors import EngineError
from engine.formula.values import format_value
from engine.lessons.answer import Answer
from engine.lessons.formulas import number_value
from engine.lessons.lesson import StepWords
from engine.lessons.marking import mark_answer
from engine.lessons.questions.asked import Asked
from engine.lessons.questions.table_question import given_numbers
from engine.lessons.sitting import Phase, path
from engine.lessons.words import lesson_title

_DOTS = {
    Phase.OPEN: DotState.AHEAD,
    Phase.ASKED: DotState.BEGUN,
    Phase.DOING: DotState.BEGUN,
    Phase.DONE: DotState.DONE,
    Phase.SHOWN: DotState.SHOWN,
    Phase.SKIPPED: DotState.SKIPPED,
}


class PlayView(QWidget, Settling):
    """Shows what a player plays, and tells the player what the learner wants.

    Signals:
        left(): The lesson is to be left; it can be gone on with later.
        begun_anew(): The lesson is to be begun anew, with other numbers.
        handed_in(): What was done is to be written into a file for the lecturer.
        link_activated(target: str): A link was chosen.
    """

    left = Signal()
    begun_anew = Signal()
    handed_in = Signal()
    link_activated = Signal(str)
    language_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # A step, and what is said while it is shown.
        self._told = ("", "")
        self._player: Player | None = None
        # Which step is shown, with which question.
        self._shown: tuple[str, int] | None = None
        self._asked: object = None
        self._turns = Turns(self)
        # What is typed, until what it is typed into is made.
        self._draft: Answer = ""
        self._titles: dict[str, str] = {}
        self._head = QFrame(self)
        self._title = text_label(self._head, "caption")
        self._make_buttons()
        self.progress = ProgressRow(self._head)
        self.step = StepView(self)
        self._away = QFrame(self)
        self._away_text = text_label(self._away, "warning")
        self.go_there = QPushButton(self.tr("Go there"), self._away)
        explain(self.go_there, None, self.tr("Show the space in which this step takes place"))
        self.open_again = QPushButton(self.tr("Show it again"), self._away)
        tip = self.tr("Show the graph of this step as it was; what you have answered stays")
        explain(self.open_again, None, tip)
        self._lay_out()
        self._connect()
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def player(self) -> Player | None:
        """What is shown."""
        return self._player

    @property
    def away_text(self) -> str:
        """The sentence that says where the step takes place; empty while one is there."""
        return "" if self._away.isHidden() else self._away_text.text()

    @property
    def menu_actions(self) -> tuple[QAction, ...]:
        """What the menu of the lesson offers."""
        return tuple(self._menu.actions())

    def play(self, player: Player | None) -> None:
        """Show what a player plays, or nothing."""
        if self._player is not None:
            for signal, slot in self._signals(self._player):
                signal.disconnect(slot)  # type: ignore[attr-defined]
        self._turns.give_up()
        self._player, self._shown, self._draft = player, None, ""
        self._told = ("", "")
        if player is None:
            return
        for signal, slot in self._signals(player):
            signal.connect(slot)  # type: ignore[attr-defined]
        lesson = player.lesson
        code = player.language
        self._title.setText(lesson_title(lesson, code))
        self._titles = {
            step.id: filled_text(words_of(lesson, step.id, code).title, {}, code)
            for step in lesson.steps
        }
        self._languages.show_languages(lesson, code)
        self._show_step()

    @property
    def is_settled(self) -> bool:
        """Whether the step is shown whole."""
        return not self._turns.is_busy

    def shutdown(self) -> None:
        """Show nothing any more."""
        self._turns.give_up()

    def draft(self) -> Answer:
        """Return what is typed and was not given yet."""
        if self._turns.is_busy:
            return self._draft
        view = self.step.question_view
        return "" if view is None else view.answer()

    def show_draft(self, answer: Answer) -> None:
        """Show again what was typed."""
        if answer and self._turns.is_busy:
            self._draft = answer
        elif answer:
            self.step.show_answer(answer)

    def stand(self, place: CompanionPlace) -> None:
        """Be a column or a strip; presented, the step alone is seen."""
        is_column = place is CompanionPlace.SIDE
        self.step.set_form(StepForm.COLUMN if is_column else StepForm.STRIP)
        self._head.setVisible(place is not CompanionPlace.CAPTION)
        # A strip is low: there the dots stand where the title does, which the window tells too.
        self._title.setVisible(is_column)
        if is_column:
            self._head_column.addWidget(self.progress)
        else:
            self._row.insertWidget(0, self.progress, 1)
        self._on_theme_changed()

    def event(self, event: QEvent) -> bool:
        """Keep what is typed in here: a page has keys such as + and − for the whole window.

        After a right answer the keys are at the button that goes on, and a number that is typed
        there would zoom the canvas.
        """
        if event.type() == QEvent.Type.ShortcutOverride and is_typed(event):
            event.accept()
            return True
        return super().event(event)

    def take_focus(self) -> None:
        """Give the keys to the step."""
        self.step.take_focus()

    # Inside ---------------------------------------------------------------------------------

    def _signals(self, player: Player) -> list[tuple[object, Callable[..., object]]]:
        return [
            (player.step_changed, self._show_step),
            (player.changed, self._show_offers),
            (player.verdict_changed, self._show_verdict),
            (player.page_answers.pointed, self.step.add_point),
            (player.page_answers.counted, self.step.show_count),
        ]

    def _make_buttons(self) -> None:
        self._menu = QMenu(self)
        texts: list[tuple[str, Callable[[], object]]] = [
            (self.tr("Begin this step anew"), self._on_step_anew),
            (self.tr("Begin the lesson anew"), self.begun_anew.emit),
            (self.tr("Hand in…"), self.handed_in.emit),
            (self.tr("Leave the lesson"), self.left.emit),
        ]
        for text, slot in texts:
            action = self._menu.addAction(entry_text(text))
            action.triggered.connect(lambda _=False, slot=slot: slot())
        self._languages = LanguageMenu(self._menu)
        self._languages.language_wanted.connect(self.language_wanted)
        self._menu.insertMenu(self._menu.actions()[-1], self._languages)
        self.more = QToolButton(self._head)
        self.more.setProperty("kind", "flat")
        self.more.setText("⋯")
        self.more.setMenu(self._menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        explain(self.more, self.tr("More of this lesson"), self.tr("Begin anew, hand in, or leave"))
        self.close_button = QToolButton(self._head)
        self.close_button.setProperty("kind", "flat")
        explain(
            self.close_button,
            self.tr("Leave the lesson"),
            self.tr("Leave the lesson; it can be gone on with at this very step"),
        )

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self.more)
        self._row.addWidget(self.close_button)
        self._head_column = QVBoxLayout(self._head)
        self._head_column.addLayout(self._row)
        self._head_column.addWidget(self.progress)
        away = QHBoxLayout(self._away)
        away.addWidget(self._away_text, 1)
        away.addWidget(self.go_there, 0, Qt.AlignmentFlag.AlignTop)
        away.addWidget(self.open_again, 0, Qt.AlignmentFlag.AlignTop)
        self._away.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._away)
        column.addWidget(self.step, 1)

    def _connect(self) -> None:
        step = self.step
        step.answered.connect(self._on_answered)
        step.hint_wanted.connect(lambda: self._do(Player.hint))
        step.show_me_wanted.connect(lambda: self._do(Player.show_me))
        step.back_wanted.connect(lambda: self._do(Player.back))
        step.skip_wanted.connect(lambda: self._do(Player.skip))
        step.next_wanted.connect(lambda: self._do(Player.go_on))
        step.missing_wanted.connect(self._on_missing_wanted)
        step.link_activated.connect(self.link_activated)
        step.pane.edited.connect(lambda: self._do(lambda player: player.try_answer(self.draft())))
        self.progress.step_wanted.connect(self._on_step_wanted)
        self.go_there.clicked.connect(lambda _=False: self._do(Player.go_there))
        self.open_again.clicked.connect(lambda _=False: self._do(Player.open_again))
        self.close_button.clicked.connect(lambda _=False: self.left.emit())

    def _do(self, deed: Callable[[Player], object]) -> None:
        if self._player is not None:
            deed(self._player)

    def _on_answered(self, answer: Answer) -> None:
        player = self._player
        if player is None:
            return
        player.answer(answer)
        if player.is_waiting:
            # "Right" alone would look like the end of the step.
            player.look_now()
            self.step.show_missing(() if player.can_go_on else player.missing)

    def _on_step_anew(self) -> None:
        self._do(Player.begin_step_anew)

    def _on_missing_wanted(self) -> None:
        player = self._player
        if player is None:
            return
        player.look_now()
        if not player.can_go_on:
            self.step.show_missing(player.missing, is_asked=True)

    def _on_step_wanted(self, place: int) -> None:
        if self._player is not None:
            steps = path(self._player.lesson, self._player.sitting)
            if place < len(steps):
                self._player.go_to(steps[place])

    def _show_step(self) -> None:
        player = self._player
        if player is None:
            return
        record = player.sitting.record
        place = (player.step.id, record.round)
        words, shape, given = self._words(player), self._shape(player), self._given(player)
        asked = (words.ask, tuple(words.items.items()), shape, given, words.language)
        is_same = place == self._shown
        # The words of a step change when what it opened is there; what is typed stays.
        self._draft = self.draft() if is_same else ""
        if is_same and asked == self._asked and not self._turns.is_busy:
            self.step.renew_words(words, self._pictures(player))
            return
        self._shown, self._asked = place, asked
        pieces = self.step.showing(
            words,
            player.step.ask,
            shape=shape,
            given=given,
            pictures=self._pictures(player),
            language=player.language,
        )
        self._turns.begin(self._showing(pieces))

    def _showing(self, pieces: Iterator[None]) -> Iterator[object]:
        """Show a step in turns, and then what was done in it."""
        for _ in pieces:
            yield PAUSE
        if self._player is None:
            return
        self.step.show_hints(self._player.sitting.record.hints)
        if self._draft:
            self.step.show_answer(self._draft)
        self._draft = ""
        self._say_verdict(self._player)
        self._show_offers()

    def _show_verdict(self) -> None:
        if self._player is not None and not self._turns.is_busy:
            self._say_verdict(self._player)

    def _say_verdict(self, player: Player) -> None:
        if player.step.ask is None:
            return
        verdict = player.verdict
        if verdict is None:
            self.step.clear_verdict()
            return
        view = self.step.question_view
        if view is not None and view.answer() != verdict.answer:
            self.step.show_answer(verdict.answer)
        self.step.show_verdict(verdict.marked, verdict.why, verdict.answer)

    def _show_offers(self) -> None:
        player = self._player
        if player is None or player.is_over:
            return
        record = player.sitting.record
        self.step.show_hints(record.hints)
        self.step.set_offers(
            Offers(
                can_go_back=player.can_go_back,
                can_skip=not player.can_go_on,
                can_show=player.offers_solution,
                can_go_on=player.can_go_on,
                is_waiting=player.is_waiting,
                is_last=player.is_last,
                is_hint_urged=record.is_hint_urged,
            )
        )
        if not player.missing:
            self.step.show_missing(())
        self.step.show_notice(self._notice(player))
        self._show_way_back(player)
        self._show_dots(player)

    def _show_way_back(self, player: Player) -> None:
        """Lead back to where a step takes place, or to what it speaks of."""
        away = player.away
        self._away.setVisible(bool(away) or player.is_lost)
        self.go_there.setVisible(bool(away))
        self.open_again.setVisible(not away)
        if away:
            self._away_text.setText(filled(self.tr("This step is in {0}."), away))
        elif player.is_lost:
            self._away_text.setText(self.tr("The graph of this step has been changed."))

    def tell(self, sentence: str) -> None:
        """Say something above the buttons, for as long as the step is shown."""
        if self._player is not None:
            self._told = (self._player.step.id, sentence)
            self.step.show_notice(self._notice(self._player))

    def _notice(self, player: Player) -> str:
        step, told = self._told
        sentences = (told if step == player.step.id else "", self._standing(player))
        return " ".join(sentence for sentence in sentences if sentence)

    def _standing(self, player: Player) -> str:
        """Return what is to be said of the step as it stands."""
        if player.fault:
            return player.fault
        if player.leads_to_detour:
            return self.tr("Next leads to a smaller step first, and then back to this question.")
        if player.sitting.record.changed and not player.phase.is_over:
            return self.tr("This step has changed since you did it.")
        return ""

    def _show_dots(self, player: Player) -> None:
        sitting, lesson = player.sitting, player.lesson
        steps = path(lesson, sitting)
        dots = [
            Dot(self._titles.get(step, step), _DOTS[sitting.record_of(step).phase])
            for step in steps
        ]
        here = sitting.returns_to or sitting.step
        self.progress.show_steps(dots, steps.index(here) if here in steps else 0)

    @staticmethod
    def _words(player: Player) -> StepWords:
        """Return the words of the step; what is to be put in order does not stand so already."""
        words, step = player.words, player.step
        if step.ask is None or step.ask.kind != "order":
            return words
        names = tuple(words.items)
        for order in (names, names[1::2] + names[::2], names[::-1]):
            try:
                is_right = mark_answer(step, order, player.facts).is_right
            except EngineError:
                return words
            if not is_right:
                return replace(words, items={name: words.items[name] for name in order})
        return words

    @staticmethod
    def _shape(player: Player) -> tuple[int, ...]:
        """Return the shape of what is asked for, where it is told."""
        ask = player.step.ask
        if ask is None or ask.kind != "matrix" or ask.arguments.get("shape", "shown") != "shown":
            return ()
        try:
            return np.shape(number_value(str(ask.arguments["answer"]), player.facts))
        except EngineError:
            return ()

    @staticmethod
    def _given(player: Player) -> dict[str, str]:
        """Return what a table with blanks shows, written."""
        ask = player.step.ask
        if ask is None or ask.kind != "table":
            return {}
        try:
            given = given_numbers(ask.arguments, Asked(player.step, player.facts))
        except EngineError:
            return {}
        return {cell: format_value(number) for cell, number in given.items()}

    @staticmethod
    def _pictures(player: Player) -> Callable[[str], str | None]:
        def picture(name: str) -> str | None:
            try:
                return player.files.text(name)
            except EngineError:
                return None

        return picture

    def _on_theme_changed(self) -> None:
        is_strip = self.step.form is StepForm.STRIP
        edge, small = theme().px(7 if is_strip else 12), theme().px(1 if is_strip else 6)
        for layout in (self._head.layout(), self._away.layout()):
            if layout is not None:
                layout.setContentsMargins(edge, small, edge, small)
                layout.setSpacing(small)
        self.close_button.setIcon(theme().icon("x"))
