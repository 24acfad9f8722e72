"""The question which two numbers of a network span the surface that is sent to the optimizers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import filled

_SHOWN = 18


class PairDialog(QDialog):
    """Two lists of all weights and biases; the same one twice cannot be sent."""

    def __init__(
        self, names: Sequence[str], pair: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        """Ask.

        Args:
            names: Each weight and bias with its number, in the order of the flat vector.
            pair: The places of the two that are proposed.
            parent: Over what it stands.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Send two weights to Optimizers"))
        note = PlainLabel(
            self.tr(
                "The loss becomes a surface over these two; all others are held fixed as they are."
            ),
            self,
        )
        note.setWordWrap(True)
        self.first_box = self._box(names, pair[0], self.tr("Across"))
        self.second_box = self._box(names, pair[1], self.tr("Upwards"))
        form = QFormLayout()
        form.addRow(self.tr("Across"), self.first_box)
        form.addRow(self.tr("Upwards"), self.second_box)
        self.problem = PlainLabel(self.tr("Choose two different ones."), self)
        self.problem.setProperty("kind", "error")
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.buttons.button(buttons.Ok).setText(self.tr("Send"))
        self.buttons.button(buttons.Cancel).setText(self.tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (note, self.problem, self.buttons):
            layout.addWidget(part)
        layout.insertLayout(1, form)
        self._check()

    @property
    def pair(self) -> tuple[int, int]:
        """The places chosen."""
        return self.first_box.currentIndex(), self.second_box.currentIndex()

    def _box(self, names: Sequence[str], place: int, title: str) -> QComboBox:
        box = QComboBox(self)
        box.addItems(list(names))
        box.setCurrentIndex(place)
        box.setMaxVisibleItems(_SHOWN)
        explain(box, title, self.tr("A weight or bias of the network, with its present number"))
        box.currentIndexChanged.connect(lambda _: self._check())
        return box

    def _check(self) -> None:
        is_pair = self.first_box.currentIndex() != self.second_box.currentIndex()
        self.problem.setVisible(not is_pair)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_pair)


class PairQuestion:
    """Asks by the dialog; tests put another object in its place."""

    def __init__(self, parent: QWidget) -> None:
        """Ask over a widget."""
        self._parent = parent

    def ask(self, names: Sequence[str], pair: tuple[int, int]) -> tuple[int, int] | None:
        """Return the two places chosen, or None."""
        dialog = PairDialog(names, pair, self._parent)
        try:
            return dialog.pair if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()


def numbered(names: Sequence[str], numbers: Sequence[float]) -> list[str]:
    """Return each name with its number."""
    pattern = QCoreApplication.translate("PairDialog", "{0} = {1}")
    return [
        filled(pattern, name, f"{number:.4g}") for name, number in zip(names, numbers, strict=True)
    ]
