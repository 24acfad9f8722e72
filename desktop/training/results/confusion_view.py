"""The confusion matrix of many classes, what its cells say, and a dialog that shows it large."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme
from desktop.training.results.confusion_grid import ConfusionGrid, Counts
from desktop.widgets.panels.text_label import text_label

_WIDTH_PX, _HEIGHT_PX, _BESIDE = 1100, 860, 0.96


class ConfusionView(QWidget):
    """The grid, a sentence for the chosen cell or the commonest mistake, and a button: larger."""

    def __init__(self, title: str, corner: str, parent: QWidget | None = None) -> None:
        """Show nothing yet.

        Args:
            title: What it is called.
            corner: Which data it is of, in a word.
            parent: The panel.
        """
        super().__init__(parent)
        self._title = title
        self._shown: tuple[Counts, tuple[str, ...]] | None = None
        self.dialog: QDialog | None = None
        self._large: ConfusionGrid | None = None
        self.grid = ConfusionGrid(self)
        tip = self.tr(
            "How often each class, a row, was taken for which, a column; arrow keys or a click "
            "choose a cell, which is told below"
        )
        # A click leaves the keys to the page, where → steps.
        explain(self.grid, title, tip, by_tab=True)
        self.sentence = text_label(self, "muted")
        self.large_button = QPushButton(self.tr("Larger…"), self)
        explain(self.large_button, None, self.tr("Show the whole matrix in a window of its own"))
        self.large_button.clicked.connect(self._on_large_wanted)
        self.grid.told.connect(self.sentence.setText)
        head = QHBoxLayout()
        kind = text_label(self, "muted")
        kind.setText(corner)
        head.addWidget(kind, 1)
        head.addWidget(self.large_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.grid)
        column.addWidget(self.sentence)

    def show_counts(self, counts: Counts, names: tuple[str, ...]) -> None:
        """Show counts, here and where they are seen large."""
        self._shown = counts, names
        self.grid.show_counts(counts, names)
        self.grid.setFixedHeight(self.grid.whole_height())
        if self._large is not None:
            self._large.show_counts(counts, names)

    def hideEvent(self, event: QHideEvent) -> None:
        """Show nothing large that is hidden here."""
        super().hideEvent(event)
        if self.dialog is not None and not event.spontaneous():
            self.dialog.reject()

    def _on_large_wanted(self) -> None:
        if self._shown is None or self.dialog is not None:
            return
        dialog = QDialog(self.window())
        dialog.setWindowTitle(self._title)
        grid = ConfusionGrid(dialog)
        explain(grid, self._title, self.grid.toolTip())
        sentence = text_label(dialog, "muted")
        grid.told.connect(sentence.setText)
        close = QPushButton(self.tr("Close"), dialog)
        close.clicked.connect(dialog.reject)
        foot = QHBoxLayout()
        foot.addWidget(sentence, 1)
        foot.addWidget(close)
        column = QVBoxLayout(dialog)
        column.addWidget(grid, 1)
        column.addLayout(foot)
        wanted = QSize(theme().px(_WIDTH_PX), theme().px(_HEIGHT_PX))
        dialog.resize(wanted.boundedTo(self.window().size() * _BESIDE))
        dialog.finished.connect(self._on_closed)
        self.dialog, self._large = dialog, grid
        grid.show_counts(*self._shown)
        dialog.open()
        grid.setFocus()

    def _on_closed(self, _result: int) -> None:
        dialog, self.dialog, self._large = self.dialog, None, None
        if dialog is not None:
            dialog.deleteLater()
