"""Weights typed and dragged in the drawing become edits that can be undone."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.training.network.view import NetworkView
from desktop.training.run.edits import TrainingEdits
from desktop.training.run.session import TrainingSession


class WeightEditing(QObject):
    """Puts the numbers of a drawing into the session's network; a drag is one step to undo."""

    def __init__(
        self, view: NetworkView, session: TrainingSession, edits: TrainingEdits, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._edits = session, edits
        self._gesture = 0
        view.number_changed.connect(self._on_number_changed)
        view.number_settled.connect(self._on_number_settled)

    def _on_number_changed(self, place: int, value: float) -> None:
        parameters = self._session.record.parameters.copy()
        parameters[place] = value
        parameters.setflags(write=False)
        self._edits.edit_weights(parameters, merge_key=f"weight {self._gesture}")

    def _on_number_settled(self) -> None:
        self._gesture += 1
