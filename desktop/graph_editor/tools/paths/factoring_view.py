"""The sum over paths, factored step by step: what all terms share is multiplied once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.graph_editor.opened_numbers.formula_lines import FormulaLines
from desktop.widgets.panels.text_label import text_label
from engine.autodiff.paths.factoring import FactoringStep
from engine.autodiff.paths.path_algebra import ONE, count_factors
from engine.explanation.paths.factoring_latex import expression_latex, expression_lines
from engine.explanation.paths.path_words import PathWords

# Drawing a formula takes milliseconds, and more than this is not read anyway.
_MOST_FACTORS = 60


class FactoringView(QWidget):
    """Shows one step of the factoring, with what it costs; buttons lead through the steps.

    Signals:
        moved(): Another step is shown.
    """

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[FactoringStep, ...] = ()
        self._words: PathWords | None = None
        self._step = 0
        self._formula = FormulaLines(self)
        self._too_long = text_label(self, "muted")
        self._taken = FormulaLines(self)
        self._taken_label = text_label(self, "muted")
        self._taken_label.setText(self.tr("Taken out of these terms:"))
        self._cost = text_label(self, "muted")
        self._icons: dict[QToolButton, str] = {}
        self._first = self._button(
            "skip-back", self.tr("Written out"), self.tr("All products written out"), self._go_first
        )
        self._back = self._button(
            "step-back",
            self.tr("One step back"),
            self.tr("Multiply the last factor in again"),
            lambda: self.go(self._step - 1),
        )
        self._next = self._button(
            "step-forward",
            self.tr("One step on"),
            self.tr("Take the next common factor out"),
            lambda: self.go(self._step + 1),
        )
        self._last = self._button(
            "skip-forward",
            self.tr("Factored"),
            self.tr("As few products as factoring gives"),
            self._go_last,
        )
        self._place = PlainLabel(self)
        self._place.setProperty("kind", "muted")
        self._lay_out()
        theme_notifier().follow(self._draw_icons)
        self._draw_icons()
        self._show()

    @property
    def step(self) -> int:
        """Which step is shown; 0 is the sum as it is written out."""
        return self._step

    @property
    def last(self) -> int:
        """The step at which nothing more can be taken out."""
        return max(len(self._steps) - 1, 0)

    @property
    def products(self) -> int | None:
        """How many multiplications the step takes; None where there is nothing to factor."""
        return self._steps[self._step].count.multiplications if self._steps else None

    @property
    def lines(self) -> list[str]:
        """The LaTeX of the step."""
        return self._formula.lines

    @property
    def cost(self) -> str:
        """What the step costs, in words."""
        return self._cost.text()

    @property
    def buttons(self) -> tuple[QToolButton, QToolButton, QToolButton, QToolButton]:
        """First, back, on and last."""
        return self._first, self._back, self._next, self._last

    def set_steps(self, steps: Sequence[FactoringStep], words: PathWords) -> None:
        """Show other steps, from the first; the same number of steps keeps the place."""
        if len(steps) != len(self._steps):
            self._step = 0
        self._steps, self._words = tuple(steps), words
        self._show()

    def go(self, step: int) -> None:
        """Show a step; the nearest there is."""
        self._step = min(max(step, 0), self.last)
        self._show()
        self.moved.emit()

    def _go_first(self) -> None:
        self.go(0)

    def _go_last(self) -> None:
        self.go(self.last)

    def _button(self, icon: str, title: str, tip: str, handler: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        explain(button, title, f"{title}\n{tip}", more=tip)
        button.setAccessibleDescription(tip)
        button.clicked.connect(lambda _=False: handler())
        self._icons[button] = icon
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        for widget in (
            self._formula, self._too_long, self._cost, self._taken_label, self._taken,
        ):  # fmt: skip
            column.addWidget(widget)

    def _show(self) -> None:
        self.setVisible(bool(self._steps))
        if not self._steps or self._words is None:
            return
        last = len(self._steps) - 1
        self._step = min(self._step, last)
        step, words = self._steps[self._step], self._words
        is_long = count_factors(step.expression) > _MOST_FACTORS
        self._formula.set_lines([] if is_long else expression_lines(step.expression, words))
        text = self.tr("A sum of {0} factors, too long to be read: go on to a later step.")
        self._too_long.setText(filled(text, count_factors(step.expression)))
        self._too_long.setVisible(is_long)
        count = step.count
        cost = self.tr("Products: {0}   Sums: {1}")
        self._cost.setText(filled(cost, count.multiplications, count.additions))
        taken = step.factor
        is_told = taken is not None and taken != ONE and count_factors(taken) <= _MOST_FACTORS
        self._taken.set_lines(
            [expression_latex(taken, words)] if is_told and taken is not None else []
        )
        self._taken_label.setVisible(is_told)
        self._place.setText(filled(self.tr("Step {0} of {1}"), self._step, last))
        self._first.setEnabled(self._step > 0)
        self._back.setEnabled(self._step > 0)
        self._next.setEnabled(self._step < last)
        self._last.setEnabled(self._step < last)

    def _draw_icons(self) -> None:
        for button, icon in self._icons.items():
            button.setIcon(theme().icon(icon))
