"""The lower plot: losses, distances or effective rates, on a logarithmic scale or not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.optimizers.progress.distance_plot import DistancePlot
from desktop.optimizers.progress.loss_plot import LossPlot, allows_log
from desktop.optimizers.progress.rate_plot import RatePlot
from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch
from desktop.widgets.panels.loose_stack import LooseStack
from engine.races.race_setup import RaceResult

LOSS, DISTANCE, RATE = "loss", "distance", "rate"


class ProgressView(QWidget):
    """Three plots of which one is seen, and only that one is drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: RaceResult | None = None
        self._method = ""
        self._step = 0
        self.loss_plot = LossPlot(self)
        self.distance_plot = DistancePlot(self)
        self.rate_plot = RatePlot(self)
        self.switch = SegmentedSwitch(
            self.tr("Plot"),
            [
                Segment(LOSS, self.tr("Loss"), self.tr("Plot the loss of each method"),
                        self.tr("Loss against step")),
                Segment(DISTANCE, self.tr("Distance"),
                        self.tr("Plot how far each method is from the nearest minimum"),
                        self.tr("Distance to the minimum")),
                Segment(RATE, self.tr("Rate"),
                        self.tr("Plot the effective rate of the chosen method"),
                        self.tr("Effective rate")),
            ],
            self,
            is_large=True,
        )  # fmt: skip
        self.log_box = QCheckBox(self.tr("log"), self)
        self.log_box.setChecked(True)
        self.log_box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.log_box.setAccessibleName(self.tr("Logarithmic scale"))
        self._offer_log(True)
        self._stack = LooseStack(self)
        for plot in (self.loss_plot, self.distance_plot, self.rate_plot):
            plot.menu.offer_log(y=True)
            plot.menu.log_chosen.connect(lambda _, is_log: self.log_box.setChecked(is_log))
            self._stack.addWidget(plot)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.addWidget(self.switch)
        self.head.addWidget(self.log_box)
        self.head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self.head)
        layout.addWidget(self._stack, 1)
        self.switch.chosen.connect(self._on_chosen)
        self.log_box.toggled.connect(lambda _: self._draw())

    @property
    def plots(self) -> QWidget:
        """What shows the plot, without the choice among them."""
        return self._stack

    @property
    def view_actions(self) -> list[QAction]:
        """The choice of the plot, for a menu."""
        return self.switch.segment_actions

    def show_result(self, result: RaceResult) -> None:
        """Draw a race."""
        self._result = result
        self._draw()

    def show_method(self, method: str) -> None:
        """Draw the effective rates of another method."""
        if method != self._method:
            self._method = method
            if self.switch.name == RATE:
                self._draw()

    def show_step(self, step: int) -> None:
        """Put the line at a step."""
        self._step = step
        self.plot.show_step(step)

    @property
    def plot(self) -> LossPlot | DistancePlot | RatePlot:
        """The plot that is seen."""
        plots: dict[str, LossPlot | DistancePlot | RatePlot] = {
            LOSS: self.loss_plot,
            DISTANCE: self.distance_plot,
            RATE: self.rate_plot,
        }
        return plots[self.switch.name]

    def _on_chosen(self, _name: str) -> None:
        self._stack.setCurrentWidget(self.plot)
        self._draw()

    def _draw(self) -> None:
        if self._result is None:
            return
        is_log = self.log_box.isChecked()
        self._offer_log(self.switch.name != LOSS or allows_log(self._result))
        if self.switch.name == LOSS:
            self.loss_plot.show_result(self._result, is_log)
        elif self.switch.name == DISTANCE:
            self.distance_plot.show_result(self._result, is_log)
        elif self._method:
            self.rate_plot.show_result(self._result, self._method, is_log)
        self.plot.show_step(self._step)

    def _offer_log(self, is_possible: bool) -> None:
        """Let the scale be chosen, or say why it cannot; the choice itself stays as it was."""
        tip = (
            self.tr("Give each power of ten the same room, where all numbers are positive")
            if is_possible
            else self.tr("Some losses are negative, and a logarithmic scale has no place for them")
        )
        self.log_box.setEnabled(is_possible)
        explain(self.log_box, None, tip)
