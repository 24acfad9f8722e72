"""A step of a lesson: what is read, the question, the verdict, hints, and the ways on.

It is given values and tells what the learner wants; it decides nothing. A player calls

- `showing` with the words of a step, blanks filled, and its question, whose pieces it goes through
  in turns of the event loop, or `show_step` for all at once; then `show_answer` where
  the learner had answered before, `show_hints` and `show_verdict` where there were any;
- `set_offers` with what can be done now, whenever that changes: which buttons there are, and
  whether the step is done, so that Next and Ctrl+Enter go on;
- `show_verdict` when an answer was marked, with why in Markdown (the words of the slip, of
  ``right``, or the sentence of the fault); it is taken away when the answer is edited;
- `show_missing` with sentences when the step waits, `show_notice` with a sentence such as "This
  step is in Training", `show_count` and `add_point` with what happens on the page;
- `set_form` with where there is room for it.

and listens to the signals. Nothing here is a stop of Tab that does nothing. All is made anew when
the language changes, as pages are: nothing retranslates itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import current_language, filled
from desktop.lessons.views.announcing import announce
from desktop.lessons.views.hint_row import HintRow
from desktop.lessons.views.missing_list import MissingList
from desktop.lessons.views.question_pane import QuestionPane
from desktop.lessons.views.questions.question_view import Question, QuestionView
from desktop.lessons.views.step_footer import StepFooter
from desktop.lessons.views.step_keys import NextKey, has_keys
from desktop.lessons.views.step_offers import Offers, StepForm
from desktop.lessons.views.step_scroll import StepScroll
from desktop.lessons.views.verdict_view import Verdict, VerdictView
from desktop.lessons.words.words_shown import language_title
from desktop.widgets.panels.low_window import is_low
from desktop.widgets.panels.text_label import text_label
from desktop.widgets.rich_text.rich_text_view import PictureSource, RichTextView
from engine.lessons.answer import GOES_ON, Answer, Marked
from engine.lessons.lesson import Ask, StepWords

_MARGIN_PX, _GAP_PX = 14, 10


class StepView(QWidget):
    """One step.

    Signals:
        answered(answer: Answer): An answer was given; one of no text too.
        hint_wanted(): The next hint is to be opened.
        show_me_wanted(): The solution is to be played.
        back_wanted(): The step before is to be shown.
        skip_wanted(): The step is to be passed over.
        next_wanted(): The step is done, and the next is to be shown.
        missing_wanted(): What is still missing is to be told; also by Ctrl+Enter where the step is
            not done.
        link_activated(target: str): A link was chosen: a lesson's id, or ``gate:`` and an
            operation.
    """

    answered = Signal(object)
    hint_wanted = Signal()
    show_me_wanted = Signal()
    back_wanted = Signal()
    skip_wanted = Signal()
    next_wanted = Signal()
    missing_wanted = Signal()
    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no step, as a column."""
        super().__init__(parent)
        self._form = StepForm.COLUMN
        self._offers, self._stands_ready = Offers(), False
        self._pictures: PictureSource | None = None
        self._hints_open = 0
        self._language = text_label(self, "muted")
        self._is_told, self._is_help_lent = True, False
        self._title = RichTextView(self, role="heading")
        self._body = RichTextView(self)
        self._pane = QuestionPane(self)
        self._verdict = VerdictView(self)
        self._hints = HintRow(self)
        self._missing = MissingList(self)
        self._scroll, self._aside = StepScroll(self), StepScroll(self)
        self._foot = StepFooter(self._hints.button, self)
        self._lay_out()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Lesson step"))
        NextKey(self, lambda: self._offers.can_go_on).pressed.connect(self._on_next_key)
        theme_notifier().follow(self._on_theme_changed)
        self.set_offers(Offers())

    # What the player shows.

    def show_step(
        self,
        words: StepWords,
        ask: Ask | None,
        *,
        shape: tuple[int, ...] = (),
        given: Mapping[str, str] | None = None,
        pictures: PictureSource | None = None,
        language: str = "",
    ) -> None:
        """Show a step from its beginning, at once; see `showing`."""
        pieces = self.showing(
            words, ask, shape=shape, given=given, pictures=pictures, language=language
        )
        for _ in pieces:
            pass

    def showing(
        self,
        words: StepWords,
        ask: Ask | None,
        *,
        shape: tuple[int, ...] = (),
        given: Mapping[str, str] | None = None,
        pictures: PictureSource | None = None,
        language: str = "",
    ) -> Iterator[None]:
        """Show a step from its beginning, piece by piece: no answer, no verdict, no hint.

        What is read comes with the first piece, and what was asked before goes with it.

        Args:
            words: What it says, blanks filled; Markdown.
            ask: Its question, or None.
            shape: The shape of the vector or matrix that is asked for, where it is given.
            given: What a table with blanks shows, a written number by the name of its cell.
            pictures: Returns the SVG of a picture of the lesson by its name, or None.
            language: The code of the language that is wanted; empty for the interface's.
        """
        had_keys = has_keys(self)
        if had_keys:
            # They are not to fall to the page while what is asked is made.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hints_open = 0
        self._pane.show_question(None)
        self._verdict.clear()
        self._missing.show_missing(())
        self.show_notice("")
        self._show_words(words, pictures)
        for scroll in (self._scroll, self._aside):
            scroll.verticalScrollBar().setValue(0)
        self._show_language(words.language, language or current_language())
        self._is_told = False
        self._tell_step()
        if ask is not None:
            yield
            yield from self._pane.showing(Question(ask, words, shape, given or {}, pictures))
        self._show_aside()
        if had_keys or has_keys(self):
            self.take_focus()

    def renew_words(self, words: StepWords, pictures: PictureSource | None = None) -> None:
        """Say what is read in a step, and its hints, in other words; the question stays."""
        self._show_words(words, pictures)

    def _show_words(self, words: StepWords, pictures: PictureSource | None) -> None:
        self._pictures = pictures
        self._title.show_markdown(words.title, pictures)
        self._body.show_markdown(words.body, pictures)
        self._body.setVisible(bool(words.body))
        self._hints.set_hints(words.hints, pictures)
        self._show_help()

    def show_answer(self, answer: Answer) -> None:
        """Show an answer that was given before."""
        if self._pane.view is not None:
            self._pane.view.show_answer(answer)

    def show_verdict(self, marked: Marked, why: str, answer: Answer | None = None) -> None:
        """Show what is said of an answer.

        Args:
            marked: Its mark.
            why: Why it is right or not, in Markdown with its blanks filled.
            answer: The answer; None for the one that stands there.
        """
        view = self._pane.view
        if view is None:
            return
        given = view.answer() if answer is None else answer
        view.mark(marked)
        verdict = Verdict(marked.outcome, view.repeated(given, marked) if given else "", why)
        self._verdict.show_verdict(verdict, self._pictures)
        if marked.outcome not in GOES_ON:
            view.offer_overtyping()
        self.bring_into_sight(self._verdict)

    def clear_verdict(self) -> None:
        """Say nothing of the answer any more."""
        self._verdict.clear()
        if self._pane.view is not None:
            self._pane.view.mark(None)

    def show_hints(self, count: int) -> None:
        """Open the first hints."""
        is_new = count > self._hints_open
        self._hints_open = count
        self._show_help()
        if is_new and self._hints.latest:
            self.bring_into_sight(self._hints.latest)

    def show_missing(self, sentences: tuple[str, ...], *, is_asked: bool = False) -> None:
        """Show what the step still waits for, or nothing.

        Args:
            sentences: One for each condition that is not fulfilled, translated.
            is_asked: Whether it was asked for, so that it is brought into sight and said.
        """
        self._missing.show_missing(sentences, is_said=is_asked)
        self._show_aside()
        if is_asked and sentences:
            self.bring_into_sight(self._missing)

    def show_notice(self, text: str) -> None:
        """Show a sentence above the buttons, where it moves nothing that is read; or none."""
        self._foot.show_notice(text)

    def set_offers(self, offers: Offers) -> None:
        """Show what can be done now."""
        stood_ready, self._offers = self._stands_ready, offers
        self._stands_ready = offers.can_go_on and self.is_fulfilled
        held = self._foot.held
        self._foot.show_offers(offers)
        self._pane.set_primary(is_primary=not offers.can_go_on)
        self._show_help()
        if held is not None and (held.isHidden() or not held.isEnabled()):
            if offers.can_go_on:  # Qt would hand the keys to whatever comes next, such as Back.
                self._foot.take_keys()
            else:
                self.take_focus()
        elif self._stands_ready and not stood_ready and self._can_hand_on():
            self._foot.take_keys()

    def set_form(self, form: StepForm) -> None:
        """Be a column or a strip."""
        self._form = form
        is_strip = form is StepForm.STRIP
        if is_strip and self._aside.widget() is None:
            self._column.removeWidget(self._answering)
            self._aside.setWidget(self._answering)
        elif not is_strip and self._aside.widget() is not None:
            self._column.addWidget(self._aside.takeWidget())
        self._answering.show()
        self._show_aside()
        self._foot.set_form(form)
        self._place_help()
        self._on_theme_changed()

    def add_point(self, x: float, y: float) -> None:
        """Take a point that was clicked on the page, where the question asks for points."""
        if self._pane.view is not None:
            self._pane.view.add_point(x, y)

    def show_count(self, done: int, total: int) -> None:
        """Show how many boxes on the canvas are filled."""
        if self._pane.view is not None:
            self._pane.view.show_count(done, total)

    def take_focus(self) -> None:
        """Give the keys to the answer, or to the button that goes on."""
        view = self._pane.view
        if view is not None and view.has_fields:
            view.take_focus()
        elif self._foot.next.isEnabled():
            self._foot.take_keys()
        else:
            self.setFocus(Qt.FocusReason.TabFocusReason)

    # What tests and the player may look at.

    @property
    def form(self) -> StepForm:
        """Whether it is a column or a strip."""
        return self._form

    @property
    def title(self) -> RichTextView:
        """The heading."""
        return self._title

    @property
    def body(self) -> RichTextView:
        """What is read."""
        return self._body

    @property
    def question_view(self) -> QuestionView | None:
        """The view of the question, or None where nothing is asked."""
        return self._pane.view

    @property
    def pane(self) -> QuestionPane:
        """What is asked, with the view of the question and the button that answers."""
        return self._pane

    @property
    def verdict(self) -> VerdictView:
        """What is said of the answer."""
        return self._verdict

    @property
    def hints(self) -> HintRow:
        """The hints."""
        return self._hints

    @property
    def missing(self) -> MissingList:
        """What is still missing."""
        return self._missing

    @property
    def language_note(self) -> str:
        """What is said of a step that has not been translated yet, or an empty text."""
        return self._language.text()

    @property
    def notice(self) -> str:
        """The sentence above the buttons, or an empty text."""
        return self._foot.notice.text()

    @property
    def buttons(self) -> dict[str, QPushButton]:
        """The buttons by what they do: hint, missing, show_me, back, skip, next."""
        return self._foot.buttons

    def sizeHint(self) -> QSize:
        """Return the size of a column."""
        return QSize(theme().px(340), theme().px(600))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages of a long step."""
        bar = self._scroll.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_PageDown:
                bar.setValue(bar.value() + bar.pageStep())
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - bar.pageStep())
            case _:
                super().keyPressEvent(event)

    def _show_language(self, code: str, wanted: str) -> None:
        """Say so where a step has not been translated yet."""
        said = self.tr("Not translated yet; shown in this language: {0}")
        text = filled(said, language_title(code))
        self._language.setText("" if code == wanted else text)
        self._language.setVisible(bool(self._language.text()))

    def _tell_step(self) -> None:
        """Say the step to who listens, once its words are there."""
        if not self._is_told and self._title.spoken:
            self._is_told = True
            announce(self, f"{self._title.spoken}\n{self._body.spoken}".strip())

    @property
    def is_fulfilled(self) -> bool:
        """Whether nothing is to be answered any more; a detour goes on without that."""
        said = self._verdict.verdict
        return self._pane.view is None or (said is not None and said.outcome in GOES_ON)

    def _can_hand_on(self) -> bool:
        return self.hasFocus() if self._pane.view is None else has_keys(self)

    def _lay_out(self) -> None:
        """Put what is read above what is answered; in a strip the latter stands beside it."""
        self._reading, self._answering = QWidget(self), QWidget(self)
        self._lists = _list_in(self._reading), _list_in(self._answering)
        for read in (self._title, self._language, self._body):
            self._lists[0].addWidget(read)
        for answered in (self._pane, self._verdict, self._hints, self._missing):
            self._lists[1].addWidget(answered)
        content = QWidget(self)
        self._column = _list_in(content)
        self._column.addWidget(self._reading)
        self._column.addWidget(self._answering)
        self._scroll.setWidget(content)
        for each in (*self._lists, self._column):
            each.addStretch(1)
        self._parts = QHBoxLayout()
        self._parts.addWidget(self._scroll, 1)
        self._parts.addWidget(self._aside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._parts, 1)
        column.addWidget(self._foot)
        self.set_form(StepForm.COLUMN)

    def _connect(self) -> None:
        self._body.written.connect(self._tell_step)
        self._pane.answered.connect(self.answered)
        self._pane.edited.connect(self.clear_verdict)
        self._hints.hint_wanted.connect(self.hint_wanted)
        foot = self._foot
        foot.missing_wanted.connect(self.missing_wanted)
        foot.show_me_wanted.connect(self.show_me_wanted)
        foot.back_wanted.connect(self.back_wanted)
        foot.skip_wanted.connect(self.skip_wanted)
        foot.next_wanted.connect(self.next_wanted)
        for part in (self._title, self._body, self._pane, self._verdict, self._hints):
            part.link_activated.connect(self.link_activated)

    def _on_next_key(self) -> None:
        if self._offers.can_go_on:
            # Pressed on a page, the keys come along, as with a click on Next.
            if not has_keys(self):
                self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.next_wanted.emit()
        else:
            self.missing_wanted.emit()

    def _show_help(self) -> None:
        had_keys = self._hints.button.hasFocus()
        self._hints.open_hints(self._hints_open, is_urged=self._offers.is_hint_urged)
        if had_keys and self._hints.button.isHidden():
            self.take_focus()
        self._foot.show_help()
        self._show_aside()

    def _show_aside(self) -> None:
        """Leave what is only read the whole width of a strip."""
        parts = (self._pane, self._verdict, self._hints, self._missing)
        has_any = any(not part.isHidden() for part in parts)
        self._aside.setVisible(self._form is StepForm.STRIP and has_any)

    def _place_help(self) -> None:
        """Let what helps stand above the ways on; in a low column it is scrolled with the words."""
        is_lent = self._form is StepForm.COLUMN and is_low(self)
        if is_lent == self._is_help_lent:
            return
        self._is_help_lent = is_lent
        if is_lent:
            self._lists[1].insertWidget(self._lists[1].count() - 1, self._foot.lend_help())
        else:
            self._lists[1].removeWidget(self._foot.help)
            self._foot.take_back_help()
        self._foot.show_help()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words their room where the window is low."""
        super().resizeEvent(event)
        self._place_help()

    def _space(self) -> None:
        """Leave room between the parts, less of it in a strip."""
        is_strip = self._form is StepForm.STRIP
        margin = theme().px(_MARGIN_PX / 2 if is_strip else _MARGIN_PX)
        gap = theme().px(_GAP_PX / 2 if is_strip else _GAP_PX)
        self._column.setContentsMargins(margin, margin, margin, margin)
        own = margin if is_strip else 0
        self._lists[1].setContentsMargins(own, own, own, own)
        self._parts.setSpacing(0)
        self._foot.set_margin(margin)
        for each in (*self._lists, self._column):
            each.setSpacing(gap)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll a part of the step to where it is seen."""
        (self._aside if self._form is StepForm.STRIP else self._scroll).bring_into_sight(widget)

    def _on_theme_changed(self) -> None:
        self._space()
        self._place_help()
        self._scroll.updateGeometry()


def _list_in(holder: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    return layout
