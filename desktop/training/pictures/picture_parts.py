"""What the pictures of a network are put together from: a plane, a note, and their column."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.widgets.panels.text_label import text_label
from desktop.widgets.plots.plot_view import PlotView


def plane_plot(parent: QWidget) -> PlotView:
    """Return an empty plot of a plane, in which one points and which one does not move."""
    plot = PlotView("", parent)
    plot.set_mouse_enabled(False, False)
    plot.set_grid(False)
    return plot


def picture_note(parent: QWidget) -> QLabel:
    """Return an empty note that gives way: a long one must not widen the page."""
    note = text_label(parent, "muted")
    note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return note


def picture_column(parent: QWidget, plot: QWidget, note: QWidget) -> QHBoxLayout:
    """Lay a picture out above its note; return the row above it, for what is chosen."""
    options = QHBoxLayout()
    options.setSpacing(10)
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addLayout(options)
    column.addWidget(plot, 1)
    column.addWidget(note)
    return options
