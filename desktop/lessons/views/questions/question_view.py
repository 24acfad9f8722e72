"""What every view of a question is, and what it is asked to show."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from desktop.lessons.views.step_keys import is_typed
from desktop.widgets.formula_entry.formula_edit import FormulaEdit
from desktop.widgets.rich_text.markdown_escape import as_markdown
from desktop.widgets.rich_text.rich_text_view import PictureSource
from engine.lessons.answer import Answer, Marked
from engine.lessons.lesson import Ask, StepWords


@dataclass(frozen=True)
class Question:
    """A question that is to be shown.

    Attributes:
        ask: The question.
        words: The words of its step, blanks filled. The items stand in the order in which they are
            to be shown; a player that shuffles them passes them shuffled.
        shape: The shape of a vector or a matrix that is given; empty where it is asked for.
        given: What a table with blanks shows, a written number by the name of its cell.
        pictures: Where the pictures of the words come from.
    """

    ask: Ask
    words: StepWords
    shape: tuple[int, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    pictures: PictureSource | None = None

    __hash__ = None  # type: ignore[assignment]  # its words are kept by name

    @property
    def items(self) -> tuple[str, ...]:
        """The names of the items, in the order in which they are shown."""
        wanted = tuple(self.ask.arguments.get("items", ()))
        shown = tuple(name for name in self.words.items if name in wanted)
        return shown + tuple(name for name in wanted if name not in shown)

    def item_words(self, name: str) -> str:
        """Return what an item says, in Markdown; its name where a translation lacks it."""
        return self.words.items.get(name, as_markdown(name))


class QuestionView(QWidget):
    """Lets a learner answer; it knows neither what is right nor what comes of the answer.

    Signals:
        answered(answer: Answer): Enter was pressed, or what else gives an answer of this kind.
        edited(): The answer is another one; what was said about the last no longer fits.
        fields_changed(): It has other fields than before.
    """

    answered = Signal(object)
    edited = Signal()
    fields_changed = Signal()

    # Whether it is one line high, so that a short question can stand beside it.
    is_line = False
    # Whether anything can be typed or chosen in it: else the answer is given on the page.
    has_fields = True

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def making(self) -> Iterator[None]:
        """Make what takes longer than a frame where there is much of it, piece by piece.

        Nothing is asked of a view, and nobody sees it, before all of it is made.
        """
        yield from ()

    def event(self, event: QEvent) -> bool:
        """Claim what is typed in here: a page has keys such as + and − for the whole window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            if self.claims(event, held):
                event.accept()
                return True
        return super().event(event)

    def claims(self, event: QKeyEvent, held: Qt.KeyboardModifier) -> bool:
        """Tell whether a key is for the answer.

        Args:
            event: The key.
            held: What is held down with it, but for Shift.
        """
        return is_typed(event)

    def answer(self) -> Answer:
        """Return what the learner has answered so far."""
        raise NotImplementedError

    def show_answer(self, answer: Answer) -> None:
        """Show an answer that was given before; what does not fit is left out."""
        raise NotImplementedError

    def clear(self) -> None:
        """Show no answer."""
        self.show_answer("")

    def fields(self) -> list[QWidget]:
        """Return what can have the keys, in the order in which Tab leads to it."""
        parts = self.findChildren(QWidget)
        return [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.ClickFocus]

    def submit(self) -> None:
        """Give the present answer."""
        self.answered.emit(self.answer())

    def mark(self, marked: Marked | None) -> None:
        """Show where an answer cannot be read; None takes the marks away."""

    def take_focus(self) -> None:
        """Take the keys where the answer begins."""
        self.setFocus()

    def offer_overtyping(self) -> None:
        """Let the next key replace what is typed, where a line has the keys."""
        line = QApplication.focusWidget()
        if isinstance(line, QLineEdit | FormulaEdit) and self.isAncestorOf(line):
            line.selectAll()

    def set_spoken(self, name: str) -> None:
        """Let the fields be called what is asked."""
        self.setAccessibleName(name)

    def repeated(self, answer: Answer, marked: Marked) -> str:
        """Return an answer as it is repeated to the learner, in Markdown."""
        return as_markdown(marked.repeated)

    def add_point(self, x: float, y: float) -> None:
        """Take a point that was clicked on the page, where points are asked for."""

    def show_count(self, done: int, total: int) -> None:
        """Show how many boxes on the page are filled, where they are."""


@dataclass(frozen=True)
class QuestionForm:
    """A row of the table of views.

    Attributes:
        name: The kind of question, as in ``engine.lessons.questions``.
        make: Makes the view of one.
    """

    name: str
    make: Callable[[Question, QWidget], QuestionView]
    aliases: tuple[str, ...] = ()
