"""One update taken apart: the chosen method's rule, and this step's numbers in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.foundation.page_action import page_action
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.translation import filled, translate_engine
from desktop.optimizers.update.terms_table import TermRow, TermsTable
from desktop.optimizers.update.worked_card import WorkedCard
from desktop.widgets.formulas.formula_view import FormulaView
from desktop.widgets.panels.card import Card
from desktop.widgets.panels.columns import bring_into_sight
from engine.arrays import Array
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.optimizer import Optimizer, Term
from engine.optimizers.run import Run
from engine.optimizers.step_terms import step_terms, terms_of
from engine.optimizers.trajectory import Trajectory
from engine.optimizers.worked import worked_terms
from engine.races.race_setup import RaceResult

_FORMULA_PX = 17.0
_BEFORE, _AFTER = "before", "after"


class _RulePart(QWidget):
    """A method's formulas, its table of terms and its convention; made once, shown when chosen.

    What treats the gradient has terms in the table too, so each set of treatments is a part.
    """

    def __init__(self, optimizer: Optimizer, steps: Sequence[Term], parent: QWidget) -> None:
        super().__init__(parent)
        rule = Card(parent=self)
        for line in optimizer.rule_latex:
            view = FormulaView(line, rule, size_px=_FORMULA_PX)
            view.setToolTip(plain(translate_engine(optimizer.summary)))
            rule.add(view)
        before = TermRow(_BEFORE, "w", self.tr("before"))
        after = TermRow(_AFTER, "w", self.tr("after"))
        terms = (
            TermRow(term.name, term.symbol, translate_engine(term.title)) for term in steps[:-1]
        )
        self.terms = TermsTable((before, *terms, after), (_BEFORE, _AFTER), self)
        self.names = tuple(term.name for term in steps)
        convention = PlainLabel(translate_engine(optimizer.convention), self)
        convention.setProperty("kind", "muted")
        convention.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (rule, self.terms, convention):
            layout.addWidget(part)


class UpdateCard(QWidget):
    """The rule of the chosen method with the numbers of the step that is shown.

    Its terms can be gone through one after the other; beyond the last follows the next step.

    Signals:
        term_lit(): Another term is looked at, or none.
        step_wanted(forward: bool): The terms of this step are done.
    """

    term_lit = Signal()
    step_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._method = ""
        self._steps: tuple[Term, ...] = ()
        self._parts: dict[tuple[str, tuple[Term, ...]], _RulePart] = {}
        self._lit: int | None = None
        self._variables = ("x", "y")
        self._source: tuple[Trajectory, int] | None = None
        self._back = page_action(
            self, self.tr("Previous term"), self.tr("Work out the term before"),
            lambda: self._light_in_sight(self.light_back), "Shift+T",
        )  # fmt: skip
        self._forward = page_action(
            self, self.tr("Next term"), self.tr("Work out the next term of the update"),
            lambda: self._light_in_sight(self.light_next), "T",
        )  # fmt: skip
        self.worked = WorkedCard(self._back, self._forward, self)
        self._note = PlainLabel(self)
        self._note.setProperty("kind", "muted")
        self._note.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(10)
        self._layout.addWidget(self.worked)
        self._layout.addWidget(self._note)
        self._layout.addStretch(1)

    @property
    def term_actions(self) -> list[QAction]:
        """The actions that go through the terms, for a menu."""
        return [self._back, self._forward]

    @property
    def lit_term(self) -> str:
        """The name of the term that is looked at, or ''."""
        if self._lit is None or self._source is None:
            return ""
        return self._part.names[self._lit]

    def light_next(self) -> None:
        """Look at the next term; after the last, at the first one of the next step."""
        last = len(self._part.names) - 1
        if self._source is None or self._lit == last:
            self._lit = 0
            self.step_wanted.emit(True)
        else:
            self._lit = 0 if self._lit is None else self._lit + 1
        self._show_term()

    def light_back(self) -> None:
        """Look at the term before; before the first, at the last one of the step before."""
        last = len(self._part.names) - 1
        if self._lit == 0:
            self._lit = last
            self.step_wanted.emit(False)
        else:
            self._lit = last if self._lit is None else self._lit - 1
        self._show_term()

    def _light_in_sight(self, light: Callable[[], None]) -> None:
        """Look at a term; the column that it is worked out in is shown where it was folded."""
        bring_into_sight(self)
        light()

    def light(self, term: str) -> None:
        """Look at a term, or at none when it is the one looked at."""
        names = self._part.names
        if term in names:
            self._lit = None if self.lit_term == term else names.index(term)
            self._show_term()

    @property
    def note(self) -> str:
        """The sentence that says why there are no numbers, or ''."""
        return self._note.text()

    def number_text(self, term: str) -> tuple[str, str]:
        """Return the two numbers shown for a term."""
        return self._part.terms.number_text(term)

    def show_method(self, method: str) -> None:
        """Show another method's rule."""
        if method != self._method:
            self._lit = None
            self._show_part(method, terms_of(Run(OPTIMIZERS[method])))

    @property
    def _part(self) -> _RulePart:
        return self._parts[self._method, self._steps]

    def _show_part(self, method: str, steps: tuple[Term, ...]) -> None:
        """Show a method's table with the rows that its steps have."""
        if (method, steps) not in self._parts:
            part = _RulePart(OPTIMIZERS[method], steps, self)
            self._parts[method, steps] = part
            self._layout.insertWidget(1, part)
            part.terms.row_clicked.connect(self.light)
        self._method, self._steps = method, steps
        for key, part in self._parts.items():
            part.setVisible(key == (method, steps))

    def show_step(self, result: RaceResult, step: int) -> None:
        """Show the numbers of a step of the chosen method."""
        trajectory = result.trajectory(self._method)
        if trajectory is not None:
            self._follow(terms_of(trajectory.run))
        terms = self._part.terms
        terms.show_variables(result.setup.record.variables)
        terms.show_values(_values(trajectory, step))
        self._note.setText(self._note_text(trajectory, step))
        self._note.setVisible(bool(self._note.text()))
        self._variables = result.setup.record.variables
        shown = 0 if trajectory is None else min(step, trajectory.steps)
        self._source = None if trajectory is None or shown == 0 else (trajectory, shown)
        self._show_term()

    def _follow(self, steps: tuple[Term, ...]) -> None:
        """Show the rows of other treatments; the term that is looked at stays if it is there."""
        if steps == self._steps:
            return
        lit, names = self.lit_term, [term.name for term in steps]
        self._show_part(self._method, steps)
        self._lit = names.index(lit) if lit in names else None

    def _show_term(self) -> None:
        part, lit = self._part, self.lit_term
        part.terms.set_lit(lit)
        place = self._lit or 0
        # Formulas are worked out only while somebody looks: playing does not wait for them.
        worked = worked_terms(*self._source)[place] if lit and self._source else None
        self.worked.show_term(worked, place, len(part.names), self._variables)
        self.term_lit.emit()

    def _note_text(self, trajectory: Trajectory | None, step: int) -> str:
        if trajectory is None:
            return self.tr("This method does not take part; check its box to let it race.")
        if step == 0:
            return self.tr("No step has been taken yet. Press → to take the first.")
        if step > trajectory.steps:
            return filled(self.tr("These are the numbers of its last step, {0}."), trajectory.steps)
        return ""


def _values(trajectory: Trajectory | None, step: int) -> dict[str, Array]:
    shown = 0 if trajectory is None else min(step, trajectory.steps)
    if trajectory is None or shown == 0:
        # Before the first step there is the point that it starts from, and nothing else.
        return {} if trajectory is None else {_AFTER: trajectory.points[0]}
    return {
        **{item.term.name: item.result for item in step_terms(trajectory, shown)},
        _BEFORE: trajectory.points[shown - 1],
        _AFTER: trajectory.points[shown],
    }
