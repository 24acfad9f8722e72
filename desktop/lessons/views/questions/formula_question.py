"""The view of a question for a formula: while it is typed it is read, set and its fault marked."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.desk.settling import Delay
from desktop.foundation.theme import theme
from desktop.foundation.translation import error_sentence, filled
from desktop.lessons.views.questions.answer_edit import LONGEST
from desktop.lessons.views.questions.question_view import Question, QuestionForm, QuestionView
from desktop.widgets.fields.problem_label import ProblemLabel
from desktop.widgets.formula_entry.formula_asking import FormulaAsking
from desktop.widgets.formula_entry.formula_edit import FormulaEdit
from desktop.widgets.formula_entry.typing_help import TypingContext, TypingHelp
from desktop.widgets.formulas.formula_view import FormulaView
from desktop.widgets.panels.text_label import text_label
from desktop.widgets.rich_text.markdown_escape import as_markdown
from engine.errors import EngineError, FormulaError
from engine.errors import FormulaQuestion as AskedFormula
from engine.formula.latex import format_latex
from engine.lessons.answer import Answer, Marked
from engine.lessons.questions.formula_question import known_names
from engine.lessons.questions.typed_answers import read_formula_answer
from engine.quoting import listed

_READING_DELAY_MS = 250
# A longer formula is not understood within a frame, and is repeated as it was typed.
_QUICK_SIGNS = 300


class FormulaQuestion(QuestionView):
    """A line for a formula, and below it the formula as it was understood, or what is wrong."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._is_marked = False
        self._edit = FormulaEdit(self)
        self._edit.setMaxLength(LONGEST)
        self._edit.setPlaceholderText(self.tr("a formula"))
        tip = self.tr("Type a formula such as 2*x + y or 1/(1 + exp(-x)), and press Enter")
        explain(self._edit, None, tip)
        self._reading = FormulaView("", self)
        self._fault = ProblemLabel(self)
        self._told = ""
        self._asking = FormulaAsking(self._edit, self._fault)
        self._help = TypingHelp(self._edit, self._context)
        self._names = text_label(self, "muted")
        self._names.setText(self._names_text())
        self._names.setVisible(bool(self._names.text()))
        self._delay = Delay(_READING_DELAY_MS, self._read, self)
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_read)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(4))
        for part in (self._edit, self._reading, self._fault, self._names):
            layout.addWidget(part)
        self.setFocusProxy(self._edit)
        self._edit.entered.connect(self.submit)
        self._edit.edited.connect(self._on_edited)
        self._edit.reverted.connect(self._on_reverted)
        self._asking.answered.connect(self.submit)

    @property
    def edit(self) -> FormulaEdit:
        """The field."""
        return self._edit

    @property
    def reading(self) -> str:
        """The formula as it was understood, in LaTeX; empty where it was not."""
        return self._reading.latex

    @property
    def fault(self) -> str:
        """What is wrong with it in a sentence, or an empty text."""
        return self._told

    @property
    def choices(self) -> list[QPushButton]:
        """The buttons for the readings of what was typed, where it is asked which is meant."""
        row = self._fault.choices
        return [] if row is None else row.buttons

    def answer(self) -> Answer:
        """Return what was typed."""
        return self._edit.text().strip()

    def show_answer(self, answer: Answer) -> None:
        """Show a formula that was typed before."""
        self._edit.setText(answer if isinstance(answer, str) else "; ".join(answer))
        self._read()

    def submit(self) -> None:
        """Give the formula; one that cannot be read is marked at once as well."""
        self._delay.stop()
        self._read()
        super().submit()

    def mark(self, marked: Marked | None) -> None:
        """Mark the place of a fault, whose sentence the verdict says then."""
        self._is_marked = marked is not None
        if self._is_marked and not self.choices:
            self._fault.say("")
        if marked is not None and marked.fault is not None:
            self._mark(marked.fault)
            if isinstance(marked.fault, AskedFormula):
                self._asking.say(marked.fault)

    def repeated(self, answer: Answer, marked: Marked) -> str:
        """Repeat a formula as it was understood; as it was typed where it was not."""
        text = answer if isinstance(answer, str) else "; ".join(answer)
        names = self._known_names
        _, latex, _ = _reading_of(text, names) if len(text) <= _QUICK_SIGNS else (text, "", None)
        return f"${latex}$" if latex and "$" not in latex else as_markdown(text)

    def set_spoken(self, name: str) -> None:
        """Let the line be called what is asked."""
        self._edit.setAccessibleName(name)

    def take_focus(self) -> None:
        """Take the keys, ready to be overtyped."""
        self._edit.setFocus()
        self._edit.selectAll()

    def _on_edited(self) -> None:
        self._is_marked = False
        self._show_fault(None)
        self._delay.start()
        self.edited.emit()

    def _read(self) -> None:
        text = self._edit.text()
        if text.strip():
            names = self._known_names
            self._task.submit(lambda: _reading_of(text, names))
        else:
            self._task.give_up()
            self._reading.set_latex("")
            self._show_fault(None)

    def _on_read(self, answer: object) -> None:
        text, latex, error = answer if isinstance(answer, tuple) else ("", "", None)
        # Meanwhile something else may stand there.
        if text != self._edit.text():
            return
        self._reading.set_latex(latex)
        self._show_fault(error)

    def _show_fault(self, error: EngineError | None) -> None:
        self._mark(error)
        self._told = "" if error is None else error_sentence(error)
        if isinstance(error, AskedFormula):
            self._asking.say(error)
        else:
            self._fault.say("" if self._is_marked else self._told)

    def _mark(self, error: EngineError | None) -> None:
        """Mark the place of a fault, all of the text where the error names none; None for none."""
        if error is None:
            self._edit.clear_fault()
        elif isinstance(error, FormulaError):
            self._edit.mark_fault(error.position, error.length)
        else:
            self._edit.mark_fault(0, len(self._edit.text()))

    def _on_reverted(self) -> None:
        """Take away what was typed, as an edit."""
        self._edit.rewrite(0, len(self._edit.text()), "")

    def _context(self) -> TypingContext:
        names = self.question.ask.arguments.get("variables", ())
        return TypingContext((names,) if isinstance(names, str) else tuple(names))

    @property
    def _known_names(self) -> tuple[str, ...]:
        return known_names(self.question.ask.arguments)

    def _names_text(self) -> str:
        names = self.question.ask.arguments.get("variables", ())
        known = names if isinstance(names, str) else listed(tuple(names))
        return filled(self.tr("Names: {0}"), known) if known else ""


def _reading_of(text: str, names: tuple[str, ...]) -> tuple[str, str, EngineError | None]:
    """Return a text with its LaTeX and with what is wrong, on a task's thread."""
    try:
        return text, format_latex(read_formula_answer(text, names)), None
    except EngineError as error:
        return text, "", error


RECORDS = (QuestionForm("formula", FormulaQuestion),)
