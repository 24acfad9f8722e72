"""The line in which an answer is typed: Enter gives it, a fault is marked where it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.desk.explaining import explain
from desktop.widgets.fields.fault_edit import EntryEdit
from engine.errors import EngineError, FormulaError
from engine.lessons.questions.typed_answers import read_answer

# As much as is shown of an answer anywhere, and more than any answer takes.
LONGEST = 2_000


class AnswerEdit(EntryEdit):
    """A line for one answer."""

    def __init__(self, placeholder: str, tip: str, parent: QWidget | None = None) -> None:
        """Make an empty line.

        Args:
            placeholder: What stands in it while it is empty, translated.
            tip: What may be typed, translated.
            parent: Its owner.
        """
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(placeholder)
        explain(self, None, tip)
        self.reverted.connect(self._on_reverted)

    def show_fault(self, error: EngineError | None) -> None:
        """Mark the place of a fault, all of the text where the error names none; None for none."""
        if error is None:
            self.clear_fault()
        elif isinstance(error, FormulaError):
            self.mark_fault(error.position, error.length)
        else:
            self.mark_fault(0, len(self.text()))

    def _on_reverted(self) -> None:
        """Take away what was typed, as an edit."""
        if self.text():
            self.clear()
            self.textEdited.emit("")

    def mark_as_number(self, *, is_shown: bool) -> None:
        """Mark a text that is no number, or take the mark away."""
        try:
            read_answer(self.text())
        except EngineError as error:
            self.show_fault(error if is_shown else None)
        else:
            self.clear_fault()
