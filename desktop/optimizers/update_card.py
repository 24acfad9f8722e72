"""One update taken apart: the chosen method's rule, and this step's numbers in it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.foundation.translation import translate_engine
from desktop.optimizers.race_setup import RaceResult
from desktop.optimizers.terms_table import TermRow, TermsTable
from desktop.widgets.card import Card
from desktop.widgets.formula_view import FormulaView
from engine.arrays import Array
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.optimizer import Optimizer
from engine.optimizers.trajectory import Trajectory

_FORMULA_PX = 17.0
_BEFORE, _AFTER = "before", "after"


class _RulePart(QWidget):
    """A method's formulas, its table of terms and its convention; made once, shown when chosen."""

    def __init__(self, optimizer: Optimizer, parent: QWidget) -> None:
        super().__init__(parent)
        rule = Card(parent=self)
        for line in optimizer.rule_latex:
            view = FormulaView(line, rule, size_px=_FORMULA_PX)
            view.setToolTip(translate_engine(optimizer.summary))
            rule.add(view)
        before = TermRow(_BEFORE, "w", self.tr("before"))
        after = TermRow(_AFTER, "w", self.tr("after"))
        terms = (
            TermRow(term.name, term.symbol, translate_engine(term.title))
            for term in optimizer.terms
        )
        self.terms = TermsTable((before, *terms, after), self)
        convention = QLabel(translate_engine(optimizer.convention), self)
        convention.setProperty("kind", "muted")
        convention.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (rule, self.terms, convention):
            layout.addWidget(part)


class UpdateCard(QWidget):
    """The rule of the chosen method with the numbers of the step that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._method = ""
        self._parts: dict[str, _RulePart] = {}
        self._note = QLabel(self)
        self._note.setProperty("kind", "muted")
        self._note.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self._layout.addWidget(self._note)
        self._layout.addStretch(1)

    @property
    def note(self) -> str:
        """The sentence that says why there are no numbers, or ''."""
        return self._note.text()

    def number_text(self, term: str) -> tuple[str, str]:
        """Return the two numbers shown for a term."""
        return self._parts[self._method].terms.number_text(term)

    def show_method(self, method: str) -> None:
        """Show another method's rule."""
        if method not in self._parts:
            self._parts[method] = _RulePart(OPTIMIZERS[method], self)
            self._layout.insertWidget(0, self._parts[method])
        self._method = method
        for name, part in self._parts.items():
            part.setVisible(name == method)

    def show_step(self, result: RaceResult, step: int) -> None:
        """Show the numbers of a step of the chosen method."""
        terms = self._parts[self._method].terms
        terms.show_variables(result.setup.record.variables)
        trajectory = result.trajectory(self._method)
        terms.show_values(_values(trajectory, step))
        self._note.setText(self._note_text(trajectory, step))
        self._note.setVisible(bool(self._note.text()))

    def _note_text(self, trajectory: Trajectory | None, step: int) -> str:
        if trajectory is None:
            return self.tr("This method does not take part; check its box to let it race.")
        if step == 0:
            return self.tr("No step has been taken yet. Press → to take the first.")
        if step > trajectory.steps:
            return self.tr("These are the numbers of its last step, {0}.").format(trajectory.steps)
        return ""


def _values(trajectory: Trajectory | None, step: int) -> dict[str, Array]:
    shown = 0 if trajectory is None else min(step, trajectory.steps)
    if trajectory is None or shown == 0:
        return {}
    return {
        **trajectory.update_at(shown).terms,
        _BEFORE: trajectory.points[shown - 1],
        _AFTER: trajectory.points[shown],
    }
