"""The dialog that shows a table from a file, and what is learnt from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.desk.settling import Delay
from desktop.foundation.plain_text import plain, window_title
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.training.own_data.kind_menu import kind_menu
from desktop.training.own_data.table_columns import OUT, TARGET
from desktop.training.own_data.table_remarks import RemarkList
from desktop.training.own_data.table_roles import with_role
from desktop.training.own_data.table_target import Change as PlanChange
from desktop.training.own_data.table_target import TargetBar
from desktop.training.own_data.table_understood import Change, QuestionList, UnderstoodBar
from desktop.training.own_data.table_views import TableViews, TopArea
from desktop.training.own_data.table_words import (
    TOLD_OF_COLUMNS,
    column_rows,
    outcome_text,
    use_text,
)
from desktop.widgets.panels.low_window import is_low
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.text_label import text_label
from engine.errors import EngineError
from engine.tables.remarks import Remark, Weight
from engine.tables.table import Table
from engine.training.datasets.dataset import Dataset, Source
from engine.training.datasets.table_opening import OpenedTable, opening, read_opening

_WIDTH_PX, _HEIGHT_PX, _BESIDE = 1080, 720, 0.96
_REPORT_MS, _PATIENCE_MS = 80, 250
_WHOLE = 1000
_FEW_LINES, _MOST_LINES = 2, 4


@dataclass(frozen=True, eq=False)
class _Read:
    """What came of reading: what stood in the file, and the table."""

    content: bytes
    opened: OpenedTable


class TableDialog(QDialog):
    """Shows what was understood, the columns, the rows, and all that is to be said about them.

    Everything in it can be changed and is read anew beside the interface; what is wrong stands in
    it, and the one button takes what it says.

    Signals:
        other_wanted(): Another file is to be opened in its place.
    """

    other_wanted = Signal()

    def __init__(
        self,
        source: Source,
        parent: QWidget | None = None,
        *,
        load: Callable[[], bytes] | None = None,
        is_pasted: bool = False,
    ) -> None:
        """Open a table.

        Args:
            source: What it is called, what stands in it, and what was chosen about it.
            parent: What the dialog stands over.
            load: Reads what stands in it, beside the interface; None where the source has it.
            is_pasted: Whether it was pasted, so that it has no encoding.
        """
        super().__init__(parent)
        self._title, self._content = source.title, source.content
        self._load = load
        self._chosen = self._read_by = read_opening(source.choices)
        self._opened: OpenedTable | None = None
        self._shown: Table | None = None
        self._is_low = False
        self._task = BackgroundTask(self, report_ms=_REPORT_MS)
        self._patience = Delay(_PATIENCE_MS, self._show_progress, self)
        self.setWindowTitle(filled(self.tr("Table {0}"), window_title(source.title)))
        self.understood = UnderstoodBar(self)
        self.questions = QuestionList(self)
        self.target_bar = TargetBar(self)
        self.remarks = RemarkList(self)
        self.views = TableViews(self)
        self.columns, self.sheet = self.views.columns, self.views.sheet
        self.outcome = text_label(self, "muted")
        self.progress = QProgressBar(self)
        self.progress.setRange(0, _WHOLE)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Reading the table"))
        self.stop_button = self._button(
            self.tr("Stop"), self.tr("Read no further, and keep the table as it was read before")
        )
        self.other_button = self._button(
            self.tr("Other file…"), self.tr("Open another table in the place of this one")
        )
        self.cancel_button = self._button(
            self.tr("Cancel"), self.tr("Keep the data as they are (Escape)")
        )
        self.use_button = self._button(
            use_text(None), self.tr("Take this table as the data, and begin anew (Enter)")
        )
        self.use_button.setProperty("kind", "primary")
        self.use_button.setDefault(True)
        if is_pasted:
            self.understood.hide_encoding()
            self.other_button.hide()
        self._lay_out()
        self._connect()
        self._show_opened()
        self._read()

    @property
    def opened(self) -> OpenedTable | None:
        """The table as it is shown; None as long as it could not be read."""
        return self._opened

    @property
    def dataset(self) -> Dataset | None:
        """What was made of the table; None as long as something is wrong."""
        if self._opened is None or not self.use_button.isEnabled():
            return None
        return self._opened.dataset(self._title, self._content, self._chosen)

    def _lay_out(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.reading = Section("", inside)
        self.reading.add(self.understood)
        target = QHBoxLayout()
        target.setSpacing(12)
        target.addWidget(self.target_bar, 1)
        target.addWidget(self.views.switch, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.reading)
        column.addWidget(self.questions)
        column.addLayout(target)
        self.top = TopArea(inside, self)
        waiting = QHBoxLayout()
        waiting.setSpacing(8)
        waiting.addWidget(self.progress, 1)
        waiting.addWidget(self.stop_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.other_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.use_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self.top)
        layout.addWidget(self.remarks)
        layout.addWidget(self.views, 1)
        layout.addWidget(self.outcome)
        layout.addLayout(waiting)
        layout.addLayout(buttons)
        self.progress.hide()
        self.stop_button.hide()
        self.reading.caption.hide()
        self.resize(self._first_size())
        theme_notifier().follow(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what is secondary where there is little room for the text."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        low = is_low(self)
        if low != self._is_low:
            self._is_low = low
            self.reading.caption.setVisible(low)
            self.reading.set_expanded(not low)
            self.remarks.set_most_lines(_FEW_LINES if low else _MOST_LINES)
            self.views.set_turns(low)
            self._fit_switch()

    def _fit_switch(self) -> None:
        # Beside it stands what is to be predicted; before anything was read it would stand alone.
        self.views.switch.setVisible(self._is_low and self._opened is not None)

    def _first_size(self) -> QSize:
        """Return a size that shows much and leaves the window to be seen around it."""
        wanted = QSize(theme().px(_WIDTH_PX), theme().px(_HEIGHT_PX))
        parent = self.parentWidget()
        if parent is None:
            return wanted
        around = parent.window().size() * _BESIDE
        return wanted.boundedTo(around)

    def _connect(self) -> None:
        self.understood.encoding_chosen.connect(self._on_encoding_chosen)
        self.understood.choices_wanted.connect(self._on_choices_wanted)
        self.questions.choices_wanted.connect(self._on_choices_wanted)
        self.target_bar.plan_wanted.connect(self._on_plan_wanted)
        self.columns.role_wanted.connect(self._on_role_wanted)
        self.columns.kind_wanted.connect(self._on_kind_wanted)
        self.columns.looked_at.connect(self._on_column_looked_at)
        self.remarks.chosen.connect(self._on_remark_chosen)
        self._task.reported.connect(self._on_reported)
        self._task.done.connect(self._on_done)
        self._task.refused.connect(self._on_refused)
        self._task.busy_changed.connect(self._on_busy_changed)
        self.stop_button.clicked.connect(self._on_stopped)
        self.other_button.clicked.connect(self.other_wanted)
        self.cancel_button.clicked.connect(self.reject)
        self.use_button.clicked.connect(self.accept)
        self.finished.connect(lambda _: self._task.give_up())

    # Reading ------------------------------------------------------------------------------------

    def _read(self) -> None:
        """Read the table as it is chosen to be, off this thread."""
        chosen, content, load = self._chosen, self._content, self._load
        other, unknown = self.tr("other"), self.tr("unknown")

        def read() -> Iterator[object]:
            found = content if load is None else load()
            for record in opening(found, chosen, other=other, unknown=unknown):
                yield _Read(found, record) if isinstance(record, OpenedTable) else record

        self._submit(read)

    def _plan(self) -> None:
        """Make the samples by the plan that is chosen, off this thread."""
        opened, plan = self._opened, self._chosen.plan
        assert opened is not None
        assert plan is not None
        content = self._content
        self._submit(lambda: _Read(content, opened.planned_by(plan)))

    def _submit(self, make: Callable[[], object]) -> None:
        # What is about to be read is not what the button says.
        self.use_button.setEnabled(False)
        self._task.submit(make)

    def _on_reported(self, records: list[object]) -> None:
        shares = [record for record in records if isinstance(record, float)]
        if shares:
            self.progress.setValue(round(shares[-1] * _WHOLE))

    def _on_done(self, answer: object) -> None:
        if isinstance(answer, _Read):
            self._content, self._load = answer.content, None
            is_first, self._opened = self._opened is None, answer.opened
            self._read_by = self._chosen
            self._show_opened()
            if is_first:
                self.use_button.setFocus()

    def _on_refused(self, _sentence: str, error: EngineError) -> None:
        told = Remark(error.code, str(error), error.details, Weight.FAULT)
        self.remarks.show_remarks([told])
        self.outcome.setText("")
        self.use_button.setText(use_text(None))

    def _on_busy_changed(self, is_busy: bool) -> None:
        if is_busy:
            self.progress.setValue(0)
            self._patience.start()
        else:
            self._patience.stop()
            self.progress.hide()
            self.stop_button.hide()

    def _show_progress(self) -> None:
        self.progress.show()
        self.stop_button.show()

    def _on_stopped(self) -> None:
        self._task.give_up()
        if self._opened is None:
            self.reject()
            return
        self._chosen = self._read_by
        self._show_opened()

    # Showing ------------------------------------------------------------------------------------

    def _show_opened(self) -> None:
        opened = self._opened
        parts = (self.reading, self.target_bar, self.views)
        for part in parts:
            part.setVisible(opened is not None)
        self._fit_switch()
        if opened is None:
            self.use_button.setEnabled(False)
            return
        table, data = opened.table, opened.planned.dataset
        self.understood.show_encoding(opened.decoded)
        self.understood.show_taken(table)
        self.reading.set_title(self.understood.summary())
        self.questions.show_questions(table)
        self.target_bar.show_opened(opened)
        self.columns.show_rows(column_rows(opened))
        self._show_sheet(table)
        told = (*opened.decoded.remarks, *table.remarks, *opened.planned.remarks)
        self.remarks.show_remarks(remark for remark in told if remark.code not in TOLD_OF_COLUMNS)
        self.outcome.setText(outcome_text(opened))
        self.outcome.setToolTip(plain(outcome_text(opened, all_classes=True)))
        self.use_button.setText(use_text(data))
        self.use_button.setEnabled(data is not None)

    def _show_sheet(self, table: Table) -> None:
        if self._shown is not table:
            self._shown = table
            cells = [column.cells for column in table.columns]
            self.sheet.show_cells(table.names, table.lines, cells)
        rows = self.columns.columns.rows
        self.sheet.sheet.show_roles(
            [place for place, row in enumerate(rows) if row.role == OUT],
            [place for place, row in enumerate(rows) if row.role == TARGET],
        )

    # What is wanted -----------------------------------------------------------------------------

    def _on_encoding_chosen(self, name: str) -> None:
        self._chosen = replace(self._chosen, encoding=name)
        self._read()

    def _on_choices_wanted(self, change: Change) -> None:
        self._chosen = replace(self._chosen, choices=change(self._chosen.choices))
        self._read()

    def _on_plan_wanted(self, change: PlanChange) -> None:
        if self._opened is None:
            return
        plan = self._chosen.plan or self._opened.plan
        changed = change(self._opened.table, plan)
        if changed != plan or not self.use_button.isEnabled():
            self._chosen = replace(self._chosen, plan=changed)
            self._plan()

    def _on_role_wanted(self, place: int, role: str) -> None:
        self._on_plan_wanted(
            lambda table, plan: with_role(table, plan, table.columns[place].name, role)
        )

    def _on_kind_wanted(self, place: int) -> None:
        """Offer what else a column can be taken for: names for numbers, a word for gaps."""
        if self._opened is None:
            return
        column = self._opened.table.columns[place]
        menu = kind_menu(column, self._chosen.plan or self._opened.plan, self)
        menu.wanted.connect(self._on_plan_wanted)
        corner = self.columns.visualRect(self.columns.kind_place(place)).bottomLeft()
        menu.open_at(self.columns.viewport().mapToGlobal(corner + QPoint(0, 1)))

    def _on_column_looked_at(self, place: int) -> None:
        if self._opened is not None and place < len(self._opened.table.columns):
            self.sheet.go_to(None, self._opened.table.columns[place].name)

    def _on_remark_chosen(self, told: Remark) -> None:
        self.views.show_place(told.lines[0] if told.lines else None, told.column)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        explain(button, None, tip)
        button.setAutoDefault(False)
        return button
