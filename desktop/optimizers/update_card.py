"""One update taken apart: the chosen method's rule, and this step's numbers in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.foundation.translation import translate_engine
from desktop.optimizers.race_setup import RaceResult
from desktop.widgets.card import Card
from desktop.widgets.formula_view import FormulaView
from desktop.widgets.number_text import format_number
from engine.arrays import Array
from engine.optimizers.catalog import OPTIMIZERS
from engine.optimizers.optimizer import Optimizer, Term
from engine.optimizers.trajectory import Trajectory

_DIGITS = 4
_BEFORE = Term("before", "w", "before")
_AFTER = Term("after", "w", "after")


class UpdateCard(QWidget):
    """The rule's formulas, its terms with the numbers of one step, and its convention."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._optimizer: Optimizer | None = None
        self._rule = Card(parent=self)
        self._formulas: list[FormulaView] = []
        self._numbers: dict[str, tuple[QLabel, QLabel]] = {}
        self._headers = (self._number_label(), self._number_label())
        self._note = QLabel(self)
        self._note.setProperty("kind", "muted")
        self._note.setWordWrap(True)
        self._convention = QLabel(self)
        self._convention.setProperty("kind", "muted")
        self._convention.setWordWrap(True)
        self._table = QWidget(self)
        self._grid = QGridLayout(self._table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for part in (self._rule, self._table, self._note, self._convention):
            layout.addWidget(part)
        layout.addStretch(1)

    def number_text(self, term: str) -> tuple[str, str]:
        """Return the two numbers shown for a term."""
        x, y = self._numbers[term]
        return x.text(), y.text()

    @property
    def note(self) -> str:
        """The sentence below the numbers, or ''."""
        return self._note.text()

    def show_method(self, method: str) -> None:
        """Show another method's rule."""
        optimizer = OPTIMIZERS[method]
        if optimizer is self._optimizer:
            return
        self._optimizer = optimizer
        self._show_formulas(optimizer)
        self._convention.setText(translate_engine(optimizer.convention))
        self._build_rows(optimizer)

    def show_step(self, result: RaceResult, step: int) -> None:
        """Show the numbers of a step of the chosen method."""
        if self._optimizer is None:
            return
        for label, name in zip(self._headers, result.setup.record.variables, strict=True):
            label.setText(name)
        trajectory = result.trajectory(self._optimizer.name)
        shown = 0 if trajectory is None else min(step, trajectory.steps)
        self._note.setText(self._note_text(trajectory, step))
        self._note.setVisible(bool(self._note.text()))
        self._table.setEnabled(shown > 0)
        if trajectory is None or shown == 0:
            for labels in self._numbers.values():
                for label in labels:
                    self._show_number(label, None)
            return
        update = trajectory.update_at(shown)
        terms = {
            **update.terms,
            _BEFORE.name: trajectory.points[shown - 1],
            _AFTER.name: trajectory.points[shown],
        }
        for name, values in terms.items():
            self._show_pair(name, values)

    def _note_text(self, trajectory: Trajectory | None, step: int) -> str:
        if trajectory is None:
            return self.tr("This method does not take part; check its box to let it race.")
        if step == 0:
            return self.tr("No step has been taken yet. Press → to take the first.")
        if step > trajectory.steps:
            return self.tr("These are the numbers of its last step, {0}.").format(trajectory.steps)
        return ""

    def _show_formulas(self, optimizer: Optimizer) -> None:
        for view in self._formulas:
            view.hide()
            view.deleteLater()
        self._formulas = [
            FormulaView(line, self._rule, size_px=17.0) for line in optimizer.rule_latex
        ]
        for view in self._formulas:
            view.setToolTip(translate_engine(optimizer.summary))
            self._rule.add(view)

    def _build_rows(self, optimizer: Optimizer) -> None:
        old = self._table
        self._table = QWidget(self)
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(4, 0, 4, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._headers = (self._number_label(), self._number_label())
        for column, label in enumerate(self._headers, start=2):
            label.setProperty("kind", "muted")
            self._grid.addWidget(label, 0, column)
        self._numbers = {}
        for row, term in enumerate((_BEFORE, *optimizer.terms, _AFTER), start=1):
            self._add_row(row, term)
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()

    def _add_row(self, row: int, term: Term) -> None:
        title = translate_engine(term.title)
        symbol = FormulaView(term.symbol, self._table, size_px=16.0)
        symbol.setToolTip(title)
        words = QLabel(title, self._table)
        words.setProperty("kind", "muted")
        words.setWordWrap(True)
        labels = (self._number_label(), self._number_label())
        self._numbers[term.name] = labels
        self._grid.addWidget(symbol, row, 0)
        self._grid.addWidget(words, row, 1)
        for column, label in enumerate(labels, start=2):
            self._grid.addWidget(label, row, column)

    def _number_label(self) -> QLabel:
        label = QLabel(self)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return label

    def _show_pair(self, name: str, values: Array) -> None:
        for label, value in zip(self._numbers[name], values, strict=True):
            self._show_number(label, float(value))

    @staticmethod
    def _show_number(label: QLabel, value: float | None) -> None:
        label.setText("—" if value is None else format_number(value, _DIGITS))
        # Full precision on demand.
        label.setToolTip("" if value is None else format_number(value, 17))
