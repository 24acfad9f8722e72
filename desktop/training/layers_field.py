"""The field for layer sizes such as 2-4-1."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.foundation.plain_text import plain
from desktop.foundation.translation import error_sentence
from desktop.widgets.plain_label import PlainLabel
from engine.errors import EngineError, SettingError
from engine.training.layers import Layers, check_ends, format_layers, parse_layers


class LayersField(QWidget):
    """Reads layer sizes; a wrong text stays, framed and explained, and changes nothing.

    Signals:
        layers_changed(layers: tuple[int, ...]): The user committed other sizes.
    """

    layers_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layers: Layers = ()
        self.edit = QLineEdit(self)
        self.edit.setAccessibleName(self.tr("Layers"))
        self._explanation = self.tr(
            "Units in each layer, the inputs first: 2-4-1 has 4 hidden units, 2-8-8-1 two hidden "
            "layers, 2-1 none. Enter applies it."
        )
        self.edit.setWhatsThis(plain(self._explanation))
        self.edit.editingFinished.connect(self.commit)
        self._problem = PlainLabel(self)
        self._problem.setProperty("kind", "error")
        self._problem.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self.edit)
        layout.addWidget(self._problem)
        self.setFocusProxy(self.edit)
        self._show_problem("")

    @property
    def problem(self) -> str:
        """The sentence that says what is wrong with the text, or ''."""
        return self._problem.text()

    def set_layers(self, layers: Layers) -> None:
        """Show other sizes without emitting ``layers_changed``."""
        self._layers = layers
        self.edit.setText(format_layers(layers))
        self._show_problem("")

    def commit(self) -> None:
        """Take over the typed sizes, or say what is wrong with them."""
        try:
            layers = parse_layers(self.edit.text())
            check_ends(layers, 2, 1)
        except SettingError as error:
            self.show_error(error)
            return
        changed = layers != self._layers
        self.set_layers(layers)
        if changed:
            self.layers_changed.emit(layers)

    def show_error(self, error: EngineError) -> None:
        """Explain why the text cannot be taken."""
        self._show_problem(error_sentence(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Restore the sizes in force on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.set_layers(self._layers)
        else:
            super().keyPressEvent(event)

    def _show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.edit.setToolTip(plain(sentence or self._explanation))
        self.edit.setProperty("invalid", bool(sentence))
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)
