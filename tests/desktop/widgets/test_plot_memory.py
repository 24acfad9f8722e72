"""A plot that is played for long holds no more than at the beginning."""

from __future__ import annotations

import gc
import tracemalloc

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.widgets.plots.plot_view import PlotView

# An hour of play at 60 steps a second, shortened to as many as show growth per step.
_FRAMES = 60
_LARGEST_GROWTH = 30_000
# What is drawn again and again replaces, by and by, all that was made before anybody counted; and
# the drawing library fills its small caches. Both end, a leak does not.
_SETTLING = 150


def play(plot: PlotView, frames: int) -> None:
    for frame in range(frames):
        x = np.linspace(0.0, 10.0, 500)
        y = np.sin(x + frame / 10)
        for number in range(7):
            plot.set_curve(f"trail {number}", x, y + number, f"series_{number}", symbol="circle")
            plot.set_points(f"now {number}", x[-1:], y[-1:])
        plot.set_line("step", float(frame % 10))
        plot.set_text("end", 5.0, 1.0, f"step {frame % 10}")
        plot.add_draggable("start", float(frame % 7), 0.0)
        plot.set_bars("bars", x[:5], y[:5], 0.5)
        plot.set_shape("shape", x[:9], y[:9])
        if frame % 3 == 0:
            plot.remove("end")
        plot.grab()
    gc.collect()


@pytest.mark.long
def test_memory_and_items_do_not_grow_while_playing(qtbot: QtBot) -> None:
    plot = PlotView("race")
    qtbot.addWidget(plot)
    plot.resize(400, 300)
    plot.show()
    tracemalloc.start()
    try:
        play(plot, _SETTLING)
        items = len(plot.canvas.scene().items())
        before, _ = tracemalloc.get_traced_memory()
        play(plot, _FRAMES)
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(plot.canvas.scene().items()) == items
    assert after - before < _LARGEST_GROWTH
