"""Points by a formula: the button, the dialog, and what the data become."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from desktop.training.own_data.formula_dialog import FIRST, FormulaDialog
from desktop.training.run.session import TrainingSession
from desktop.training.setup_panel.setup_panel import SetupPanel


class FormulaSamples(QObject):
    """Asks for a formula, and proposes the points to the setup."""

    def __init__(self, panel: SetupPanel, session: TrainingSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel, self._session, self._parent = panel, session, parent
        self.dialog: FormulaDialog | None = None
        panel.data.formula_wanted.connect(self.ask)

    def ask(self) -> None:
        """Open the dialog, with the formula of the data where one gave their classes."""
        if self.dialog is not None:
            self.dialog.reject()
        samples = self._session.run.samples
        source = FIRST if samples is None or samples.formula is None else samples.formula
        self.dialog = FormulaDialog(source, self._parent)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_finished(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        data = dialog.dataset
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted and data is not None:
            self._panel.propose_samples(data)
