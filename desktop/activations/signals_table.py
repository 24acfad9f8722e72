"""The right panel of the view of signals: mean, spread and flat share of each layer."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.activations.desk import SLOPES, VALUES
from desktop.activations.fact_grid import HIDDEN
from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import percent, translate_engine
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.data_table import DataTable
from desktop.widgets.panels.figure import Figure
from desktop.widgets.panels.section import Section
from engine.training.analysis.signal_statistics import LayerSignals
from engine.training.analysis.signals_setup import SignalsResult
from engine.training.initializers.catalog import INITIALIZERS

_MARGIN = 16
_DIGITS = 2
# Of a mean near 0 the digits are chance.
_MEAN_DECIMALS = 3


class SignalsTable(QWidget):
    """The numbers behind the histograms, and what the initialization does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hidden: frozenset[str] = frozenset()
        self._result: SignalsResult | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(14)
        section = Section(self.tr("Layer by layer"), self, collapsible=False)
        self.table = DataTable(
            [
                self.tr("layer"),
                self.tr("mean"),
                self.tr("spread"),
                self.tr("gradient"),
                self.tr("flat"),
            ]
        )
        tip = self.tr(
            "Mean and standard deviation of the outputs, standard deviation of the gradients, "
            "and the share of slopes below 0.01; Ctrl+C copies"
        )
        explain(self.table, self.tr("Signals of each layer"), tip)
        section.add(self.table)
        layout.addWidget(section)
        rule = Section(self.tr("Initialization"), self, collapsible=False)
        self._rule = PlainLabel(self)
        self._rule.setWordWrap(True)
        self._source = PlainLabel(self)
        self._source.setWordWrap(True)
        self._source.setProperty("kind", "muted")
        rule.add(self._rule)
        rule.add(self._source)
        layout.addWidget(rule)
        layout.addStretch(1)

    def set_hidden(self, kinds: frozenset[str]) -> None:
        """Tell no numbers of outputs, or of gradients and slopes."""
        self._hidden = kinds
        if self._result is not None:
            self.show_result(self._result)

    def show_result(self, result: SignalsResult) -> None:
        """Show other numbers."""
        self._result = result
        rows = [self._row(item) for item in result.layers]
        self.table.set_rows(rows, colours=[(None, "value", "value", "gradient", None)] * len(rows))
        rule = INITIALIZERS[result.setup.initializer]
        self._rule.setText(translate_engine(rule.summary))
        self._source.setText(rule.reference)

    def _row(self, item: LayerSignals) -> list[str]:
        outputs, gradients = item.outputs, item.gradients
        of_outputs: list[str] = [
            _mean(outputs.mean),
            Figure(format_number(outputs.deviation, _DIGITS), outputs.deviation),
        ]
        of_slopes: list[str] = [
            Figure(format_number(gradients.deviation, _DIGITS), gradients.deviation),
            percent(f"{100 * item.flat_share:.0f}").replace(" ", "\N{NARROW NO-BREAK SPACE}"),
        ]
        return [
            str(item.layer),
            *([HIDDEN] * len(of_outputs) if VALUES in self._hidden else of_outputs),
            *([HIDDEN] * len(of_slopes) if SLOPES in self._hidden else of_slopes),
        ]


def _mean(mean: float) -> Figure:
    return Figure(format_number(round(mean, _MEAN_DECIMALS), _DIGITS), mean)
