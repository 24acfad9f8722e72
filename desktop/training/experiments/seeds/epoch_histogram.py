"""The histogram of the epochs at which many networks converged."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QWidget

from desktop.desk.explaining import explain
from desktop.foundation.translation import filled
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.plots.plot_view import PlotView
from engine.training.many_networks.many import ManyRecord

_BARS = 40
_ROOM = 1.12


class EpochHistogram(PlotView):
    """How many networks converged in which epochs, with the median."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_labels(self.tr("epoch of convergence"), self.tr("networks"))
        self.set_counted()
        self.set_mouse_enabled(False, False)
        tip = self.tr(
            "How many networks converged in each range of epochs. The line is the median of "
            "those that did."
        )
        explain(self, self.tr("Distribution of the epochs of convergence"), tip)

    def show_nothing(self) -> None:
        """Say what is to be done before there is anything to draw."""
        self.clear()
        self.set_view((0.0, 1.0), (0.0, 1.0))
        text = self.tr("Train all to see how many converge, and when")
        self.set_text("none", 0.5, 0.5, text, "text_muted")

    def show_record(self, record: ManyRecord) -> None:
        """Draw the networks that have converged so far."""
        reached = record.converged_at[record.converged_at >= 0]
        last = max(float(reached.max()) if len(reached) else 0.0, 10.0)
        counts, edges = np.histogram(reached, bins=_BARS, range=(0.0, last))
        width = float(edges[1] - edges[0])
        occupied = counts > 0
        places = edges[:-1][occupied] + width / 2
        self.set_bars("bars", places, counts[occupied], 0.86 * width, "success")
        tallest = max(int(counts.max()), 1)
        self.set_view((-width / 2, last + width), (0.0, _ROOM * tallest))
        if len(reached):
            median = record.median_epoch
            label = filled(self.tr("median {0}"), format_number(median, 4))
            self.set_line("median", median, "text", "dash", width=1.5, label=label)
            self.remove("none")
        else:
            self.remove("median")
            none = self.tr("None has converged so far")
            self.set_text("none", last / 2, tallest / 2, none, "text_muted")
