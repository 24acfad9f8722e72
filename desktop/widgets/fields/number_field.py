"""A field for one number: type it, drag it, or step it with the arrow keys."""

from __future__ import annotations

import math

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.looks import set_look
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import error_sentence, filled, formula_sentence
from desktop.widgets.fields.number_text import (
    format_number,
    parse_number,
    question_about,
    round_significant,
)
from desktop.widgets.fields.problem_label import ProblemLabel
from desktop.widgets.fields.scrub_edit import ScrubEdit
from engine import ranges
from engine.errors import Choice, ValueQuestion
from engine.quoting import brief

_LOG_DECADES_PER_STEP = 0.05
_LOG_FLOOR = 1e-6
_SCROLL_MARGIN_PX = 12


class NumberField(QWidget):
    """One number that is typed (0.5, 0,5, 1/2, 1e-3), dragged sideways or stepped.

    Enter commits, Escape restores what stood before. Shift makes dragging and the arrow
    keys ten times finer, Ctrl ten times coarser. A wrong text stays where it is, framed
    and explained, and the last good value keeps standing.

    Signals:
        value_changed(value): the user committed or dragged to another number.
        drag_finished(): a drag ended, so that its changes can become one undo step.
    """

    value_changed = Signal(float)
    drag_finished = Signal()

    def __init__(
        self,
        value: float = 0.0,
        *,
        minimum: float = -math.inf,
        maximum: float = math.inf,
        step: float | None = None,
        logarithmic: bool = False,
        integer: bool = False,
        digits: int = 6,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._minimum, self._maximum = minimum, maximum
        self._step = step
        self._logarithmic, self._integer = logarithmic, integer
        self._digits = digits
        self._value = self._scrub_start = value
        self._edit = ScrubEdit(self)
        self._explanation = ""
        self._asked: list[Choice] = []
        self._problem = ProblemLabel(self)
        self._warning = QAction(self)
        self._warning.setVisible(False)
        self._edit.addAction(self._warning, QLineEdit.ActionPosition.TrailingPosition)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._edit)
        layout.addWidget(self._problem)
        self.setFocusProxy(self._edit)
        self._connect()
        self.set_explanation(self.tr("Type a number such as 0.5, 1/2 or 1e-3, or drag sideways"))
        self._on_theme_changed()
        self._show_value()

    def _connect(self) -> None:
        self._edit.committed.connect(self._on_committed)
        self._problem.chosen.connect(self._on_chosen)
        self._edit.restored.connect(self.restore)
        self._edit.scrub_started.connect(self._on_scrub_started)
        self._edit.scrubbed.connect(self._on_scrubbed)
        self._edit.scrub_finished.connect(self.drag_finished)
        self._edit.stepped.connect(self._on_stepped)
        # Once the layouts have made room for it.
        self._problem.said.connect(
            lambda: QTimer.singleShot(0, self._problem, self._scroll_to_problem)
        )
        theme_notifier().follow(self._on_theme_changed)

    @property
    def value(self) -> float:
        """The last number that was good."""
        return self._value

    @property
    def edit(self) -> QLineEdit:
        """The line edit inside, for focus and selection."""
        return self._edit

    @property
    def problem(self) -> str:
        """The sentence that says what is wrong with the text, or ''."""
        return self._problem.sentence

    @property
    def problem_label(self) -> ProblemLabel:
        """The label of that sentence, for a form with more room for it than under the field."""
        return self._problem

    def set_value(self, value: float) -> None:
        """Show another number without emitting ``value_changed``."""
        self._value = value
        self._show_value()

    @property
    def range(self) -> tuple[float, float]:
        """The least and the largest number that it accepts."""
        return self._minimum, self._maximum

    def set_range(self, minimum: float, maximum: float) -> None:
        """Accept numbers from ``minimum`` to ``maximum`` only."""
        self._minimum, self._maximum = minimum, maximum

    def set_explanation(self, text: str) -> None:
        """Set the tooltip and What's This text shown while nothing is wrong."""
        self._explanation = text
        explain(self._edit, None, text)

    def setAccessibleName(self, name: str) -> None:
        """Name the field, and the line edit that holds its focus."""
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def select_all(self) -> None:
        """Focus the field with its text selected, ready to be overtyped."""
        self._edit.setFocus()
        self._edit.selectAll()

    def restore(self) -> None:
        """Drop what was typed and show the last good number again."""
        self._show_value()
        self._edit.selectAll()

    def commit(self) -> bool:
        """Take over the typed text; return whether it was a good number."""
        if not self._edit.isModified():
            return not self.problem
        question = question_about(self._edit.text())
        if question is not None:
            return self._choose(question)
        typed = parse_number(self._edit.text())
        sentence = self._sentence_against(typed)
        if typed is None or sentence:
            self._show_problem(sentence)
            return False
        self._change(typed)
        return True

    def _choose(self, question: ValueQuestion) -> bool:
        """Take the one reading that is possible here; ask where there are several."""
        numbers = [parse_number(choice.text) for choice in question.choices]
        possible = [
            choice
            for choice, number in zip(question.choices, numbers, strict=True)
            if number is not None and not self._sentence_against(number)
        ]
        if len(possible) == 1:
            self._take(possible[0])
            return True
        self._asked = possible
        sentence = error_sentence(question)
        self._show_problem(sentence)
        self._problem.ask(sentence, [formula_sentence(choice) for choice in possible], self._edit)
        return False

    def _take(self, choice: Choice) -> None:
        number = parse_number(choice.text)
        assert number is not None, "only numbers are offered"
        self._change(number)

    def _on_chosen(self, index: int) -> None:
        self._take(self._asked[index])
        self.select_all()

    def _sentence_against(self, value: float | None) -> str:
        if value is None:
            return self._number_sentence(self._edit.text().strip())
        if self._integer and value != int(value):
            return filled(self.tr("A whole number is needed here, not {0}"), format_number(value))
        if not self._minimum <= value <= self._maximum:
            return self._range_sentence()
        return ""

    def _number_sentence(self, text: str) -> str:
        if self._integer:
            if not text:
                return self.tr("A number is needed here: type a whole one, such as 7")
            return filled(
                self.tr("“{0}” is not a number: type a whole one, such as 7"), brief(text)
            )
        if not text:
            return self.tr("A number is needed here: type 0.5, 1/2 or 1e-3")
        return filled(self.tr("“{0}” is not a number: type 0.5, 1/2 or 1e-3"), brief(text))

    def _range_sentence(self) -> str:
        low, high = format_number(self._minimum), format_number(self._maximum)
        if math.isinf(self._maximum):
            return filled(self.tr("The number must be at least {0}"), low)
        if math.isinf(self._minimum):
            return filled(self.tr("The number must be at most {0}"), high)
        return filled(self.tr("The number must lie between {0} and {1}"), low, high)

    def _show_problem(self, sentence: str) -> None:
        self._problem.say(sentence)
        self._warning.setVisible(bool(sentence))
        self._warning.setToolTip(plain(sentence))
        self._edit.setToolTip(plain(sentence or self._explanation))
        self._edit.setAccessibleDescription(sentence)
        set_look(self._edit, "invalid", bool(sentence))

    def _scroll_to_problem(self) -> None:
        """Bring the sentence into sight, if the field stands at the edge of a scrolling panel."""
        ancestor = self.parentWidget()
        while ancestor is not None and not isinstance(ancestor, QScrollArea):
            ancestor = ancestor.parentWidget()
        if ancestor is not None and self._problem.isVisible():
            ancestor.ensureWidgetVisible(self._problem, 0, theme().px(_SCROLL_MARGIN_PX))

    def _show_value(self) -> None:
        self._edit.setText(format_number(self._value, self._digits))
        self._edit.setModified(False)
        self._edit.setCursorPosition(0)
        if self.problem:
            self._show_problem("")

    def _change(self, value: float) -> None:
        changed = value != self._value
        self._value = value
        self._show_value()
        if changed:
            self.value_changed.emit(value)

    def _stepped_from(self, start: float, steps: float, factor: float) -> float:
        if self._logarithmic:
            base = start if start > 0 else max(self._minimum, _LOG_FLOOR)
            exponent = steps * factor * _LOG_DECADES_PER_STEP
            moved = round_significant(base * ranges.raised(10.0, exponent), 3)
        else:
            moved = round_significant(start + steps * factor * self._step_at(start), 12)
        if self._integer:
            moved = float(round(moved))
        return min(max(moved, self._minimum), self._maximum)

    def _step_at(self, start: float) -> float:
        if self._step is not None:
            return self._step
        if self._integer:
            return 1.0
        magnitude = ranges.decade(abs(start)) if start else 0
        return ranges.power_of_ten(max(magnitude, -2) - 1)

    def _on_committed(self) -> None:
        if self.commit() and self._edit.hasFocus():
            # From the end to the start, so that of a long number the leading digits are seen.
            length = len(self._edit.text())
            self._edit.setSelection(length, -length)

    def _on_scrub_started(self) -> None:
        self._scrub_start = self._value

    def _on_scrubbed(self, steps: int, factor: float) -> None:
        self._change(self._stepped_from(self._scrub_start, steps, factor))

    def _on_stepped(self, steps: float, factor: float) -> None:
        if self.commit():
            self._change(self._stepped_from(self._value, steps, factor))

    def _on_theme_changed(self) -> None:
        self._warning.setIcon(theme().icon("triangle-alert", "error"))
