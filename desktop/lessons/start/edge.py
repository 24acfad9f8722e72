"""What is left of a lesson that is folded: the number of its step, and a way back."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.translation import filled


class Edge(QToolButton):
    """A narrow button that opens the lesson again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "flat")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def show_place(self, here: int, steps: int) -> None:
        """Say at which step one is.

        Args:
            here: The step's number, from 1.
            steps: How many there are.
        """
        self.setText(f"{here}")
        name = filled(self.tr("Step {0} of {1}"), here, steps)
        explain(self, name, filled(self.tr("{0}: go on with the lesson (Ctrl+L)"), name))
