"""The dialog that shows a table from a file and asks what to learn from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import entry_text, window_title
from desktop.foundation.theme import theme
from desktop.foundation.translation import error_sentence, filled
from desktop.widgets.fields.choice_box import ChoiceBox
from desktop.widgets.panels.flow_layout import FlowLayout
from engine.errors import EngineError
from engine.quoting import listed
from engine.training.datasets.csv_data import TablePreview, preview_csv, read_csv
from engine.training.datasets.dataset import Dataset

_MOST_ROWS_SHOWN = 200
_WIDTH_PX, _HEIGHT_PX, _LIST_PX, _LABELS_PX = 720, 520, 64, 120
_AUTO, _CLASSES, _NUMBERS = "auto", "classes", "numbers"


@dataclass(frozen=True, eq=False)
class _Reading:
    """What came of reading the table: a data set, or what is against it."""

    preview: TablePreview | None
    dataset: Dataset | None
    error: EngineError | None


class TableDialog(QDialog):
    """Shows the rows, lets the columns be chosen, and says what is wrong and where."""

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._dataset: Dataset | None = None
        self._preview: TablePreview | None = None
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_read)
        self.setWindowTitle(filled(self.tr("Table {0}"), window_title(title)))
        self.header_box = QCheckBox(self.tr("The first row names the columns"), self)
        _explain(self.header_box, self.tr("Whether the first row is a header or a sample"))
        self.header_box.setTristate(False)
        self.target_box = QComboBox(self)
        _explain(self.target_box, self.tr("The column that is to be predicted"), self.tr("Target"))
        self.kind_box = ChoiceBox(
            self.tr("What the targets are"),
            (
                (_AUTO, self.tr("decide by them"), self.tr("Words and few whole numbers: classes")),
                (_CLASSES, self.tr("classes"), self.tr("Each different target is a class")),
                (_NUMBERS, self.tr("numbers"), self.tr("The targets are numbers to be met")),
            ),
            self,
        )
        self.input_boxes: list[QCheckBox] = []
        self._inputs = QScrollArea(self)
        self._inputs.setWidgetResizable(True)
        self._inputs.setFixedHeight(theme().px(_LIST_PX))
        self._inputs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table = QTableWidget(self)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.horizontalHeader().setStretchLastSection(True)
        tip = self.tr("The first rows as they stand in the file")
        explain(self.table, self.tr("The rows of the table"), tip)
        self.verdict = PlainLabel(self)
        self.verdict.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.ok_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok_button.setText(self.tr("Train on it"))
        self.ok_button.setProperty("kind", "primary")
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        cancel.setToolTip(self.tr("Keep the data as they are"))
        self.ok_button.setToolTip(self.tr("Take this table as the data, and begin anew"))
        self._lay_out()
        self.header_box.toggled.connect(lambda _: self._read(anew=True))
        self.target_box.activated.connect(lambda _: self._on_target_chosen())
        self.kind_box.chosen.connect(lambda _: self._read())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _: self._task.cancel())
        self._read(anew=True, has_header=None)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.header_box, 0, 0, 1, 2)
        for row, (text, widget) in enumerate(
            (
                (self.tr("Target"), self.target_box),
                (self.tr("Targets are"), self.kind_box),
                (self.tr("Inputs"), self._inputs),
            ),
            start=1,
        ):
            label = PlainLabel(text, self)
            label.setBuddy(widget)
            is_list = widget is self._inputs
            side = Qt.AlignmentFlag.AlignTop if is_list else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(label, row, 0, side)
            grid.addWidget(widget, row, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.verdict)
        layout.addWidget(self.buttons)
        self.resize(theme().px(_WIDTH_PX), theme().px(_HEIGHT_PX))

    @property
    def dataset(self) -> Dataset | None:
        """What was made of the table; None as long as something is wrong."""
        return self._dataset

    def _read(self, *, anew: bool = False, has_header: bool | None = False) -> None:
        """Read the table as it is chosen to be, off this thread."""
        self._dataset = None
        self.ok_button.setEnabled(False)
        header = None if has_header is None else self.header_box.isChecked()
        text, kind = self._text, self.kind_box.name
        is_regression = {_AUTO: None, _CLASSES: False, _NUMBERS: True}[kind]
        target = "" if anew else self.target_box.currentText()
        inputs = None if anew else self._chosen_inputs()

        def read() -> Iterator[_Reading]:
            preview = None
            try:
                preview = preview_csv(text, has_header=header)
                dataset = read_csv(
                    text,
                    target=target,
                    inputs=inputs,
                    is_regression=is_regression,
                    has_header=preview.has_header,
                )
            except EngineError as error:
                yield _Reading(preview, None, error)
            else:
                yield _Reading(preview, dataset, None)

        self._task.submit(read)

    def _chosen_inputs(self) -> list[str]:
        return [box.accessibleName() for box in self.input_boxes if box.isChecked()]

    def _on_target_chosen(self) -> None:
        self._show_inputs(self.target_box.currentText())
        self._read()

    def _on_read(self, found: object) -> None:
        if not isinstance(found, _Reading):
            return
        if found.preview is not None:
            self._show_preview(found.preview)
        self._dataset = found.dataset
        self.ok_button.setEnabled(found.dataset is not None)
        self._tell(found)

    def _show_preview(self, preview: TablePreview) -> None:
        if self._preview is not None and self._preview.names == preview.names:
            return
        self._preview = preview
        with QSignalBlocker(self.header_box):
            self.header_box.setChecked(preview.has_header)
        self.target_box.clear()
        self.target_box.addItems(preview.names)
        self.target_box.setCurrentIndex(len(preview.names) - 1)
        self._show_inputs(preview.names[-1])
        rows = preview.rows[:_MOST_ROWS_SHOWN]
        self.table.setColumnCount(len(preview.names))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(list(preview.names))
        self.table.setVerticalHeaderLabels([str(line) for line in preview.lines[: len(rows)]])
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(cell))

    def _show_inputs(self, target: str) -> None:
        """List the columns beside the target, all of them chosen."""
        assert self._preview is not None
        host = QWidget(self)
        flow = FlowLayout(host, spacing=10)
        self.input_boxes = []
        for name in self._preview.names:
            if name != target:
                box = QCheckBox(entry_text(name), host)
                _explain(box, self.tr("Whether the network gets this column"), name)
                box.setChecked(True)
                box.toggled.connect(lambda _: self._read())
                flow.addWidget(box)
                self.input_boxes.append(box)
        self._inputs.setWidget(host)
        # No higher than the boxes need; many of them scroll.
        needed = flow.heightForWidth(self.width() - theme().px(_LABELS_PX))
        self._inputs.setFixedHeight(min(needed + 2, theme().px(_LIST_PX)))

    def _tell(self, found: _Reading) -> None:
        if found.error is not None:
            text, kind = error_sentence(found.error), "error"
            self._point_at(found.error)
        else:
            assert found.dataset is not None
            text, kind = self._describe(found.dataset), "muted"
        self.verdict.setText(text)
        self.verdict.setProperty("kind", kind)
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)

    def _describe(self, data: Dataset) -> str:
        inputs = data.inputs.shape[1]
        if data.is_regression:
            text = self.tr("{0} samples, {1} inputs, numbers to be met.")
            return filled(text, len(data), inputs)
        classes = len(data.class_names)
        text = self.tr("{0} samples, {1} inputs, {2} classes: {3}.")
        return filled(text, len(data), inputs, classes, listed(data.class_names))

    def _point_at(self, error: EngineError) -> None:
        """Choose the cell that an error names, if it is shown."""
        if self._preview is None or "line" not in error.details:
            return
        line, column = error.details["line"], error.details.get("column")
        if line in self._preview.lines and column in self._preview.names:
            row = self._preview.lines.index(int(str(line)))
            item = self.table.item(row, self._preview.names.index(str(column)))
            if item is not None:
                self.table.setCurrentItem(item)
                self.table.scrollToItem(item)


def _explain(widget: QWidget, text: str, name: str = "") -> None:
    explain(widget, name or text, text)
