"""What a plot says of curves that lie outside its view, and the way to see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.desk.explaining import explain
from desktop.desk.settling import Delay
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import filled
from desktop.widgets.plots.plot_canvas import PlotCanvas
from desktop.widgets.plots.plot_marks import CurveMark, Mark
from engine import ranges

# A line through fewer points, such as a tangent, says something of another curve.
_FEWEST_POINTS = 3
_AIR = 0.06
_LOOK_MS = 80


class OutsideNotice(QFrame):
    """A line at the upper edge of a plot, shown while a curve of it cannot be seen at all."""

    def __init__(self, canvas: PlotCanvas, marks: Mapping[str, Mark], plot: QWidget) -> None:
        """Watch a plot.

        Args:
            canvas: Its drawing area.
            marks: What is drawn; it is looked at anew each time.
            plot: What the line lies over, beside the title.
        """
        super().__init__(plot)
        self._canvas, self._marks, self._plot = canvas, marks, plot
        self.label = PlainLabel(self)
        self.label.setProperty("kind", "muted")
        self.button = QToolButton(self)
        self.button.setText(self.tr("Fit"))
        self.button.setProperty("kind", "inline")
        explain(self.button, self.button.text(), self.tr("Show all curves of this plot"))
        self.button.clicked.connect(self._fit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label)
        row.addWidget(self.button)
        self._look = Delay(_LOOK_MS, self._on_look, self)
        canvas.getViewBox().sigRangeChanged.connect(lambda *_: self._look.start())
        plot.installEventFilter(self)
        self.hide()

    def look_soon(self) -> None:
        """Look again at what can be seen."""
        self._look.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the upper edge of the plot."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _curves(self) -> Iterator[CurveMark]:
        for mark in self._marks.values():
            if isinstance(mark, CurveMark) and mark.is_visible and len(mark.x) >= _FEWEST_POINTS:
                yield mark

    def _on_look(self) -> None:
        curves = [mark for mark in self._curves() if _has_numbers(mark)]
        outside = [mark for mark in curves if not self._sees(mark)]
        self.setVisible(bool(outside))
        if not outside:
            return
        text = filled(self.tr("curves outside the view: {0} of {1}"), len(outside), len(curves))
        self.label.setText(text)
        self._place()

    def _sees(self, mark: CurveMark) -> bool:
        (left, right), (bottom, top) = self._canvas.view_range
        x, y = mark.x, mark.y
        near = np.flatnonzero((x >= left) & (x <= right))
        if not near.size:
            return False
        # One point more on both sides: the line to it may cross the view.
        part = y[max(0, near[0] - 1) : near[-1] + 2]
        part = part[np.isfinite(part)]
        return bool(part.size) and float(part.min()) <= top and float(part.max()) >= bottom

    def _fit(self) -> None:
        curves = [mark for mark in self._curves() if _has_numbers(mark)]
        x = np.concatenate([mark.x[np.isfinite(mark.y)] for mark in curves])
        y = np.concatenate([mark.y[np.isfinite(mark.y)] for mark in curves])
        scale = self._canvas.scale_of_axes
        if scale.log_y:
            y = y[y > 0]
        low, high = float(y.min()), float(y.max())
        up = (low / 2, ranges.finite(high * 2)) if scale.log_y else ranges.padded(low, high, _AIR)
        self._canvas.show_range((float(x.min()), float(x.max())), up)

    def _place(self) -> None:
        self.adjustSize()
        size = self.sizeHint()
        self.move(max(0, self._plot.width() - size.width()), 0)
        self.raise_()


def _has_numbers(mark: CurveMark) -> bool:
    return bool(np.isfinite(mark.y).any())
