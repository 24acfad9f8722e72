"""The label of an axis is laid out when it changes, and at no other time."""

from __future__ import annotations

from itertools import pairwise

import pyqtgraph as pg
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.foundation.theme import apply_theme
from desktop.widgets.plots.plot_view import PlotView


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[tuple[pg.AxisItem, str]]:
    """What was laid out, in order: the axis and its label."""
    labels: list[tuple[pg.AxisItem, str]] = []
    lay_out = pg.AxisItem._updateLabel

    def recorded(axis: pg.AxisItem) -> None:
        labels.append((axis, axis.labelString()))
        lay_out(axis)

    monkeypatch.setattr(pg.AxisItem, "_updateLabel", recorded)
    return labels


def test_a_label_is_laid_out_when_it_is_another(
    qapp: QApplication, qtbot: QtBot, laid_out: list[tuple[pg.AxisItem, str]]
) -> None:
    apply_theme(qapp, "light", 1.0)
    plot = PlotView("plot")
    qtbot.addWidget(plot)
    plot.show()
    plot.set_labels("step", "loss")
    plot.set_labels("epoch", "loss")
    apply_theme(qapp, "dark", 1.25)
    try:
        for side, label in (("bottom", "epoch"), ("left", "loss")):
            axis = plot.canvas.getAxis(side)
            shown = [text for of, text in laid_out if of is axis]
            assert all(one != other for one, other in pairwise(shown))
            assert label in shown[-1]
            assert axis.label.toPlainText().strip() == label
            assert shown[-1] == axis.labelString()
    finally:
        apply_theme(qapp, "light", 1.0)
