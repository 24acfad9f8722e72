"""The row under a background computation: a button that starts or cancels, and the progress."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier

# The shortest time between two reports of how far a computation is: a frame.
REPORT_MS = 16
_BAR_PX, _NARROWEST_BAR_PX = 8, 24


class RunRow(QWidget):
    """A button and a progress bar.

    Signals:
        start_wanted(): The computation is to run again.
        cancel_wanted(): It is to be given up.
    """

    start_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explanation = explanation
        self._is_busy = False
        self.button = QPushButton(self)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._on_clicked)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        explain(self.bar, self.tr("Progress"), self.tr("How much is computed"))
        self.bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.button)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)

    def show_busy(self, is_busy: bool) -> None:
        """Let the button cancel while something runs, and start it else."""
        self._is_busy = is_busy
        self._on_theme_changed()

    def _on_clicked(self) -> None:
        (self.cancel_wanted if self._is_busy else self.start_wanted).emit()

    def _on_theme_changed(self) -> None:
        text = self.tr("Cancel") if self._is_busy else self.tr("Compute")
        tip = self.tr("Give the computation up") if self._is_busy else self._explanation
        self.button.setText(text)
        explain(self.button, text, tip)
        self.button.setIcon(theme().icon("x" if self._is_busy else "refresh-cw"))
        self.bar.setFixedHeight(theme().px(_BAR_PX))
        # In a narrow window the bar gives way, and the button keeps its words.
        self.bar.setMinimumWidth(theme().px(_NARROWEST_BAR_PX))
