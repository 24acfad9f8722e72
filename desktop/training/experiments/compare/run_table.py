"""The table of all runs so far, each to be opened or compared again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import percent
from desktop.training.experiments.run_log import RunLog
from desktop.training.experiments.run_words import (
    data_words,
    loss_words,
    network_words,
    optimizer_words,
    start_words,
)
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.figure import Figure
from desktop.widgets.panels.flow_layout import FlowLayout
from engine.training.run.run import TrainingRun
from engine.training.run.run_list import RunEntry


class RunTable(QWidget):
    """One row for each run of the training view, the newest above.

    Signals:
        side_chosen(side: int, run: TrainingRun): The run is to be A (0) or B (1).
        run_opened(run: TrainingRun): The run is to be opened in the training view.
    """

    side_chosen = Signal(int, object)
    run_opened = Signal(object)

    def __init__(self, log: RunLog, parent: QWidget) -> None:
        super().__init__(parent)
        self._log = log
        self._shown: list[RunEntry] = []
        self.table = DataTable(
            [
                "", self.tr("data"), self.tr("network"), self.tr("loss function"),
                self.tr("optimizer"), self.tr("start"), self.tr("epochs"), self.tr("loss"),
                self.tr("accuracy"),
            ],
            self,
        )  # fmt: skip
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        tip = self.tr("Choose a run; Ctrl+C copies the table")
        explain(self.table, self.tr("All runs so far"), tip)
        self.table.row_selected.connect(lambda _: self._show_buttons())
        title = PlainLabel(self.tr("Runs so far"), self)
        title.setProperty("kind", "muted")
        self.hint = PlainLabel(self.tr("Whatever the training view trains is written here."), self)
        self.hint.setProperty("kind", "muted")
        self.as_first = self._button(
            self.tr("As A"), self.tr("Compare the chosen run as A"), lambda: self._choose(0)
        )
        self.as_second = self._button(
            self.tr("As B"), self.tr("Compare the chosen run as B"), lambda: self._choose(1)
        )
        self.open_button = self._button(
            self.tr("Open"), self.tr("Open the chosen run in the training view"), self._open
        )
        self.copy_button = self._button(
            self.tr("Copy"), self.tr("Copy the table, as a spreadsheet pastes it"), self._copy
        )
        self.clear_button = self._button(self.tr("Clear"), self.tr("Forget all runs"), log.clear)
        self._lay_out(title)
        log.changed.connect(self._show_entries)
        self._show_entries()

    def _lay_out(self, title: QLabel) -> None:
        head = FlowLayout(spacing=6)
        head.addWidget(title)
        head.addWidget(self.hint)
        for button in (
            self.as_first, self.as_second, self.open_button, self.copy_button, self.clear_button,
        ):  # fmt: skip
            head.addWidget(button)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        host = QWidget(scroll)
        inside = QVBoxLayout(host)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.table)
        inside.addStretch(1)
        scroll.setWidget(host)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)

    def _button(self, text: str, tip: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "chip")
        explain(button, tip, tip, by_tab=True)
        button.clicked.connect(lambda _=False: act())
        return button

    @property
    def chosen(self) -> TrainingRun | None:
        """The run of the chosen row."""
        row = self.table.currentIndex().row()
        return self._shown[row].run if 0 <= row < len(self._shown) else None

    def _show_entries(self) -> None:
        self._shown = list(reversed(self._log.entries))
        self.table.set_rows([_row(entry) for entry in self._shown])
        self.table.setVisible(bool(self._shown))
        self.hint.setVisible(not self._shown)
        self._show_buttons()

    def _show_buttons(self) -> None:
        for button in (self.as_first, self.as_second, self.open_button):
            button.setEnabled(self.chosen is not None)
        for button in (self.copy_button, self.clear_button):
            button.setEnabled(bool(self._shown))

    def _choose(self, side: int) -> None:
        if self.chosen is not None:
            self.side_chosen.emit(side, self.chosen)

    def _open(self) -> None:
        if self.chosen is not None:
            self.run_opened.emit(self.chosen)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.table.as_text())


def _row(entry: RunEntry) -> list[str]:
    run = entry.run
    accuracy = "—" if entry.accuracy is None else percent(f"{100 * entry.accuracy:.3g}")
    return [
        str(entry.number),
        data_words(run),
        network_words(run),
        loss_words(run),
        optimizer_words(run),
        start_words(run),
        str(entry.epoch),
        Figure(format_number(entry.loss, 4), entry.loss),
        accuracy,
    ]
