"""The small table that a line is fitted to: typed, pasted, with its mistakes explained."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import error_sentence, formula_sentence
from desktop.optimizers.setup_panel.sample_model import SampleModel
from desktop.widgets.fields.problem_label import ProblemLabel
from engine.errors import EngineError
from engine.races.own_surface import TableSource
from engine.surfaces.fit import fit_surface
from engine.tables.pasted_cells import pasted_rows

_FIRST_SAMPLES = ((1.0, 2.0), (2.0, 3.0), (3.0, 5.0), (4.0, 6.0))
_ROWS_SEEN = 6


class _SampleTable(QTableView):
    """The table with Ctrl+C, Ctrl+V and Delete.

    Signals:
        pasted(text: str): A text is to be put in from the current cell on.
        removed(): The selected rows are to go.
    """

    pasted = Signal(str)
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste, copy and delete; pass on all other keys."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        model = self.model()
        rows = sorted({index.row() for index in self.selectedIndexes()})
        lines = [
            "\t".join(
                str(model.index(row, column).data(Qt.ItemDataRole.EditRole))
                for column in range(model.columnCount())
            )
            for row in rows
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))


class TablePanel(QWidget):
    """A table of x and y, and the sentence on what is wrong with it.

    Signals:
        wanted(source: TableSource): The table holds samples that a line can be fitted to.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = SampleModel(self)
        self.model.set_samples(_FIRST_SAMPLES)
        self.table = self._make_table()
        self.problem_label = ProblemLabel(self)
        self.paste_button = self._button(
            self.tr("Paste"), self.tr("Put in rows of two numbers from the clipboard (Ctrl+V)")
        )
        self.remove_button = self._button(
            self.tr("Delete rows"), self.tr("Take the selected rows away (Delete)")
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.paste_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.table)
        layout.addWidget(self.problem_label)
        layout.addLayout(buttons)
        self.problem_label.chosen.connect(self._on_chosen)
        self.model.dataChanged.connect(lambda *_: self.commit())
        self.table.pasted.connect(self._on_pasted)
        self.table.removed.connect(self._on_removed)
        self.paste_button.clicked.connect(
            lambda: self._on_pasted(QGuiApplication.clipboard().text())
        )
        self.remove_button.clicked.connect(self._on_removed)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def problem(self) -> str:
        """The sentence that says what is wrong, or ''."""
        return self.problem_label.sentence

    def show_source(self, source: TableSource) -> None:
        """Show samples, unless the table holds them or something unfinished."""
        if self.model.samples != source.samples and not self.problem:
            self.model.set_samples(source.samples)

    def commit(self) -> bool:
        """Offer the samples if a line can be fitted to them; tell whether it can."""
        problem = self.model.problem
        if not problem:
            samples = self.model.samples
            try:
                fit_surface([x for x, _ in samples], [y for _, y in samples])
            except EngineError as error:
                problem = error_sentence(error)
        self.show_problem(problem)
        self._ask()
        if not problem:
            self.wanted.emit(TableSource(self.model.samples))
        return not problem

    def _ask(self) -> None:
        """Ask which number is meant in the first cell that can be read in two ways."""
        asked = self.model.question
        if asked is not None:
            words = [formula_sentence(choice) for choice in asked[1].choices]
            self.problem_label.ask(self.model.problem, words, self.table)

    def _on_chosen(self, index: int) -> None:
        asked = self.model.question
        if asked is not None:
            place, question = asked
            self.model.setData(place, question.choices[index].text)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, or nothing."""
        self.problem_label.say(sentence)

    def paste(self, text: str) -> None:
        """Put in rows from the current cell on, split at tabs, semicolons, commas or spaces."""
        cells = pasted_rows(text, commas_divide=True)
        if not cells:
            self.show_problem(self.tr("There is no text to paste; copy rows of two numbers first."))
            return
        if cells[0][0].casefold() == "x":
            del cells[0]
        current = self.table.currentIndex()
        row = current.row() if current.isValid() else max(0, self.model.rowCount() - 1)
        self.model.put(row, current.column() if current.isValid() else 0, cells)
        self.commit()

    def _make_table(self) -> _SampleTable:
        table = _SampleTable(self)
        table.setModel(self.model)
        table.setTabKeyNavigation(True)
        table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        tip = self.tr("The samples that a line is fitted to: type numbers or paste rows")
        explain(table, self.tr("Samples of the fit"), tip)
        return table

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        explain(button, text, tip, by_tab=True)
        return button

    def _on_pasted(self, text: str) -> None:
        self.paste(text)

    def _on_removed(self) -> None:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        if not rows:
            self.show_problem(self.tr("No row is selected; click the ones that shall go."))
            return
        self.model.remove(rows)
        self.commit()

    def _on_theme_changed(self) -> None:
        self.table.setFont(theme().font("body"))
        height = self.table.fontMetrics().height() + 8
        self.table.verticalHeader().setDefaultSectionSize(height)
        header = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(header + _ROWS_SEEN * height + 2 * self.table.frameWidth() + 2)
