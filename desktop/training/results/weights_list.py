"""W and b of every layer below one another, all in one orientation."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import filled
from desktop.training.network.layout import Unit
from desktop.training.network.network_numbers import unit_name
from desktop.training.results.weight_table import WeightTable
from desktop.widgets.panels.text_label import text_label
from engine.explanation.symbols import subscript
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun


class WeightsList(QWidget):
    """A table for each layer, and the sentence that says how all of them are to be read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layers: tuple[int, ...] = ()
        self._tables: dict[int, WeightTable] = {}
        self._parts: list[QWidget] = []
        self.note = text_label(self, "muted")
        self.note.setText(
            self.tr(
                "As in W·x + b: a row for each unit of the layer, a column for each of its inputs, "
                "then its bias b."
            )
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.note)

    def table(self, layer: int) -> WeightTable:
        """Return the table of the weights into a layer, 1 for the first after the inputs."""
        return self._tables[layer]

    def show_record(self, run: TrainingRun, record: TrainingStep) -> None:
        """Show the weights of a network as they stand at a record."""
        if run.layers != self._layers:
            self._make_tables(run.layers)
        for number, layer in enumerate(run.network.unflatten(record.parameters), start=1):
            self._tables[number].show_layer(layer.weights, layer.bias)

    def _make_tables(self, layers: tuple[int, ...]) -> None:
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._layers, self._tables, self._parts = layers, {}, []
        for number in range(1, len(layers)):
            title = filled(
                self.tr("Layer {0}: W{1}, {2} × {3}, and b{1}"),
                number,
                subscript((number - 1,)),
                layers[number],
                layers[number - 1],
            )
            label = PlainLabel(title, self)
            table = WeightTable(_names(layers, number), [*_names(layers, number - 1), "b"], self)
            table.describe(filled(self.tr("Weights into layer {0}"), number), self.note.text())
            for part in (label, table):
                self._column.addWidget(part)
            self._parts += [label, table]
            self._tables[number] = table


def _names(layers: tuple[int, ...], layer: int) -> list[str]:
    return [unit_name(layers, Unit(layer, index)) for index in range(layers[layer])]
