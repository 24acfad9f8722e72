"""Asks below a field which reading of a formula is meant, and puts the one chosen in its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from desktop.foundation.translation import error_sentence, formula_sentence
from desktop.widgets.fields.problem_label import ProblemLabel
from desktop.widgets.formula_entry.formula_edit import FormulaEdit
from engine.errors import Choice, EngineError, FormulaQuestion


class FormulaAsking(QObject):
    """Says what is wrong with a formula; where it only can be read in several ways, it asks.

    Signals:
        answered(): A reading was chosen and stands in the field, as if it had been typed.
    """

    answered = Signal()

    def __init__(self, edit: FormulaEdit, label: ProblemLabel) -> None:
        """Ask nothing yet.

        Args:
            edit: Where the formula is typed.
            label: Where the sentence and the buttons stand.
        """
        super().__init__(edit)
        self._edit, self._label = edit, label
        self._choices: tuple[Choice, ...] = ()
        self._names: frozenset[str] = frozenset()
        self._is_answering = False
        label.chosen.connect(self._on_chosen)

    @property
    def names(self) -> frozenset[str]:
        """What was chosen to be names of their own in the present text."""
        return self._names

    @property
    def is_answering(self) -> bool:
        """Whether a reading that was chosen is just being written, and nobody types."""
        return self._is_answering

    def say(self, error: EngineError) -> None:
        """Say what is wrong, or ask."""
        if isinstance(error, FormulaQuestion):
            self.offer(error_sentence(error), error.choices)
        else:
            self._label.say(error_sentence(error))

    def offer(self, sentence: str, choices: Sequence[Choice]) -> None:
        """Say something, and offer other readings of the formula."""
        self._choices = tuple(choices)
        self._label.ask(sentence, [formula_sentence(choice) for choice in choices], self._edit)

    def forget(self) -> None:
        """Forget what was chosen: another formula stands there."""
        self._names = frozenset()

    def _on_chosen(self, index: int) -> None:
        choice = self._choices[index]
        self._names |= choice.names
        self._is_answering = True
        try:
            if choice.text != self._edit.text():
                self._edit.rewrite(0, len(self._edit.text()), choice.text)
        finally:
            self._is_answering = False
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answered.emit()
