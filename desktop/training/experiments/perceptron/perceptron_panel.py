"""The controls of the perceptron: the truth table, the rate and the weights to begin with."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.translation import translate_engine
from desktop.training.experiments.number_row import NumberRow
from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch
from desktop.widgets.formulas.formula_view import FormulaView
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.section import Section
from desktop.widgets.panels.side_panel import SidePanel
from desktop.widgets.panels.text_label import text_label
from engine.training.analysis.perceptron_lesson import TABLES, PerceptronSetup
from engine.training.datasets.catalog import DATASETS

_WIDTH_PX = 282
# The weights of the course's example, which solve OR without a single step.
_COURSE_START = (1.0, 1.0, -0.5)
_RULE = r"w \leftarrow w + \eta\, t\, x, \quad w_0 \leftarrow w_0 + \eta\, t"


class PerceptronPanel(SidePanel):
    """Chooses what the perceptron learns and from where.

    Signals:
        setup_changed(): Another table, rate or start was chosen.
    """

    setup_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("left", _WIDTH_PX, parent)
        default = PerceptronSetup()
        self.table_choice = SegmentedSwitch(
            self.tr("Truth table"),
            [
                Segment(
                    name,
                    translate_engine(DATASETS[name].title),
                    translate_engine(DATASETS[name].summary),
                )
                for name in TABLES
            ],
            self,
        )
        self.rate_row = NumberRow(
            self.tr("rate η"),
            self.tr("How far a mistake moves the weights; from zeros it changes their length only"),
            default.rate,
            self,
            minimum=0.001,
            maximum=100.0,
            logarithmic=True,
        )
        self.start_rows = tuple(
            NumberRow(name, self.tr("The weight to begin with"), value, self)
            for name, value in zip(("w₁", "w₂", "w₀"), default.start, strict=True)
        )
        data = Section(self.tr("Truth table"), self)
        data.add(self.table_choice)
        rule = Section(self.tr("Rule"), self)
        rule.add(FormulaView(_RULE, self, size_px=15.0))
        why = text_label(self, "muted")
        why.setText(
            self.tr(
                "Only where t·(w·x + w₀) ≤ 0: the line turns towards each sample that lies on "
                "its wrong side."
            )
        )
        rule.add(why)
        rule.add(self.rate_row)
        start = Section(self.tr("Start"), self)
        for row in self.start_rows:
            start.add(row)
        start.add(self._start_buttons())
        for section in (data, rule, start):
            self.add(section)
        self.table_choice.chosen.connect(lambda _: self.setup_changed.emit())
        for row in (self.rate_row, *self.start_rows):
            row.value_changed.connect(lambda _: self.setup_changed.emit())

    def _start_buttons(self) -> QWidget:
        host = QWidget(self)
        flow = FlowLayout(host)
        for text, tip, start in (
            (self.tr("Zeros"), self.tr("Begin with all weights at 0"), (0.0, 0.0, 0.0)),
            (
                "1, 1, −0.5",
                self.tr("The weights that solve OR: sums −0.5, 0.5, 0.5 and 1.5"),
                _COURSE_START,
            ),
        ):
            button = QPushButton(text, host)
            button.setProperty("kind", "chip")
            explain(button, tip, tip)
            button.clicked.connect(lambda _=False, start=start: self._set_start(start))
            flow.addWidget(button)
        return host

    @property
    def setup(self) -> PerceptronSetup:
        """What is chosen."""
        first, second, bias = (row.value for row in self.start_rows)
        return PerceptronSetup(self.table_choice.name, self.rate_row.value, (first, second, bias))

    def show_setup(self, setup: PerceptronSetup) -> None:
        """Show other choices without emitting anything."""
        self.table_choice.set_name(setup.data)
        self.rate_row.set_value(setup.rate)
        for row, value in zip(self.start_rows, setup.start, strict=True):
            row.set_value(value)

    def _set_start(self, start: tuple[float, float, float]) -> None:
        if start != self.setup.start:
            for row, value in zip(self.start_rows, start, strict=True):
                row.set_value(value)
            self.setup_changed.emit()
