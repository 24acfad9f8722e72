"""The card of the current question: what is asked, hints taken, and what its mark says."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.foundation.looks import set_look
from desktop.foundation.settings import Settings
from desktop.foundation.translation import filled
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.opened_numbers.formula_lines import FormulaLines, current_ink
from desktop.graph_editor.tools.exercise.exercise_run import ExerciseRun
from desktop.graph_editor.tools.exercise.hints import hint
from desktop.graph_editor.tools.exercise.question_texts import mark_text, question_title
from desktop.widgets.panels.card import Card
from desktop.widgets.panels.text_label import text_label
from engine.exercises.marking import Verdict
from engine.explanation.chain import links
from engine.formula.values import format_value

_KINDS = {
    Verdict.RIGHT: "value",
    Verdict.FOLLOWS: "warning",
    Verdict.NO_ATTEMPT: "muted",
    Verdict.WRONG: "error",
}
_SIGNS = {
    Verdict.RIGHT: "✓",
    Verdict.FOLLOWS: "✓",
    Verdict.NO_ATTEMPT: "…",
    Verdict.WRONG: "✗",
}


class QuestionCard(Card):
    """Follows the current question of a run."""

    def __init__(
        self,
        run: ExerciseRun,
        document: Document,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._run, self._document, self._settings = run, document, settings
        self._title = text_label(self, "body")
        self._mark = text_label(self, "muted")
        self._hint = text_label(self, "muted")
        self._formulas = FormulaLines(self)
        for widget in (self._title, self._mark, self._hint, self._formulas):
            self.add(widget)

    @property
    def title(self) -> str:
        """What is asked."""
        return self._title.text()

    @property
    def mark(self) -> str:
        """What the mark says, or an empty text."""
        return self._mark.text()

    @property
    def hint(self) -> str:
        """The sentences of the hints taken."""
        return self._hint.text()

    @property
    def formulas(self) -> list[str]:
        """The formulas of the hints taken, in LaTeX."""
        return self._formulas.lines

    def refresh(self) -> None:
        """Show the current question as it stands."""
        question = self._run.current
        if not self._run.can_answer or question is None:
            self.hide()
            return
        exercise, progress = self._run.exercise, self._run.progress
        graph = self._document.graph
        self._title.setText(question_title(exercise, graph, question))
        self.setAccessibleName(self._title.text())
        self._show_mark()
        ink = current_ink(self._settings)
        given = hint(exercise, progress, question, graph, ink)
        self._hint.setText("\n".join(given.sentences))
        self._hint.setVisible(bool(given.sentences))
        lines = [line for formula in given.formulas for line in links(formula)]
        self._formulas.set_lines([line for line in lines if line.strip("= ")])
        self.show()

    def _show_mark(self) -> None:
        question, progress = self._run.current, self._run.progress
        assert question is not None
        text, kind = "", "muted"
        if question in progress.revealed:
            number = format_value(
                self._run.exercise.expected(question), current_ink(self._settings).digits
            )
            text = filled(self.tr("Revealed: {0}"), number)
        elif question in progress.marks:
            mark = progress.marks[question]
            text = f"{_SIGNS[mark.verdict]} {mark_text(mark)}"
            kind = _KINDS[mark.verdict]
        elif question in progress.answers:
            text = self.tr("Answered; it is marked at the end.")
        self._mark.setText(text)
        self._mark.setVisible(bool(text))
        set_look(self._mark, "kind", kind)
