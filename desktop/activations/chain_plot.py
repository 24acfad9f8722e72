"""The gradient through many layers of each function: bars that shrink, or do not."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.activations.desk import SLOPES, ActivationDesk
from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.fields.quiet_slider import QuietSlider
from desktop.widgets.plots.plot_view import PlotView
from engine.activations.activation_setup import MOST_LAYERS
from engine.arrays import Array
from engine.operations.sampled_activation import chain_slopes

_LOWEST, _HIGHEST = 1e-16, 1e16
_GROUP_WIDTH = 0.8
# The room for the numbers right of the bars, the height of one of them, and that of the axis.
_NUMBERS_PX = 112
_LINE_PX = 21
_AXIS_PX = 44
_SLIDER_PX, _PLOT_PX = 160, 120
_WIDEST_X = "−0.8888"


class ChainPlot(QWidget):
    """Bars of |d/dx f(f(…f(x)))| for 1 to n layers, on a logarithmic axis."""

    def __init__(self, desk: ActivationDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drawn_size = QSize()
        self._drawn_layers = 0
        self._heading = PlainLabel(self)
        self._heading.setProperty("kind", "caption")
        self._meaning = PlainLabel(self)
        self._meaning.setProperty("kind", "muted")
        self._meaning.setWordWrap(True)
        self._slider = QuietSlider(self)
        self._slider.setRange(1, MOST_LAYERS)
        explain(self._slider, self.tr("Layers"), self.tr("How many layers the gradient passes"))
        self._slider.valueChanged.connect(desk.set_layers)
        self.plot = PlotView()
        tip = self.tr("One group of bars for each number of layers")
        explain(self.plot, self.tr("Gradient through the layers"), tip)
        self.plot.set_log(y=True)
        self.plot.set_mouse_enabled(x=False, y=False)
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._slider, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._meaning)
        layout.addWidget(self.plot, 1)
        desk.chosen_changed.connect(self.redraw)
        desk.settings_changed.connect(lambda _name: self.redraw())
        desk.x_changed.connect(self.redraw)
        desk.options_changed.connect(self._on_options_changed)
        desk.hidden_changed.connect(self.redraw)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()
        self.redraw()

    @property
    def slider(self) -> QuietSlider:
        """The slider for the number of layers."""
        return self._slider

    @property
    def meaning(self) -> str:
        """The sentence that says what the bars are."""
        return self._meaning.text()

    def _on_theme_changed(self) -> None:
        self._slider.setFixedWidth(theme().px(_SLIDER_PX))
        self.plot.setMinimumHeight(theme().px(_PLOT_PX))

    def redraw(self) -> None:
        """Compute and draw the bars anew."""
        self._drawn_size = self.plot.canvas.size()
        layers = self._drawn_layers = self._desk.layers
        self._slider.setValue(layers)
        heading = (
            self.tr("Gradient through {0} layers") if layers > 1 else self.tr("Gradient of 1 layer")
        )
        self._heading.setText(filled(heading, layers))
        meaning = self.tr(
            "The slopes met on the way from x = {0}, multiplied: what is left of a gradient "
            "after each layer of one neuron with weight 1 and bias 0."
        )
        # As high as the longest number makes it, or the plot would jump while x is dragged.
        self._meaning.setText(filled(meaning, _WIDEST_X))
        self._meaning.setMinimumHeight(self._meaning.heightForWidth(self.width()))
        self._meaning.setText(filled(meaning, format_number(self._desk.x, 4)))
        is_told = self._desk.draws(SLOPES)
        for key in self.plot.keys:
            if key not in self._desk.chosen or not is_told:
                self.plot.remove(key)
        if self._desk.chosen and is_told:
            self._draw_bars(layers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers apart at another size."""
        super().resizeEvent(event)
        self.redraw()
        # While the page is not shown yet, the plot inside gets its size only later.
        QTimer.singleShot(0, self, self._redraw_if_resized)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the numbers to the size that the page is shown with."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._redraw_if_resized)

    def _redraw_if_resized(self) -> None:
        if self.plot.canvas.size() != self._drawn_size:
            self.redraw()

    def _on_options_changed(self) -> None:
        # The threshold, which is dragged too, changes nothing here.
        if self._desk.layers != self._drawn_layers:
            self.redraw()

    def _draw_bars(self, layers: int) -> None:
        names = self._desk.chosen
        products = {name: self._products(name, layers) for name in names}
        low, high = _decades(np.concatenate(list(products.values())))
        width = _GROUP_WIDTH / len(names)
        numbers = np.arange(1, layers + 1, dtype=float)
        self.plot.set_line("one", 1.0, "border_strong", "dash", horizontal=True)
        for index, name in enumerate(names):
            x = numbers + (index - (len(names) - 1) / 2) * width
            colour = self._desk.look(name).colour
            # What left the numbers has no bar; the number beside it says what became of it.
            heights = np.nan_to_num(products[name], nan=0.0, posinf=_HIGHEST)
            self.plot.set_bars(name, x, heights, width * 0.92, colour, low)
        self.plot.set_ticks([(float(number), str(round(number))) for number in numbers])
        room = theme().px(_NUMBERS_PX)
        bars_px = max(self.plot.canvas.width() - room - theme().px(_AXIS_PX), room)
        self.plot.set_view((0.4, layers + 0.6 + layers * room / bars_px), (low, high))
        self._write_last(products, layers + 0.6, low, high)

    def _products(self, name: str, layers: int) -> Array:
        operation, settings = self._desk.operation(name), self._desk.settings(name)
        # A formula of one's own may leave the numbers on its way.
        with np.errstate(all="ignore"):
            return np.abs(chain_slopes(operation, settings, self._desk.x, layers))

    def _write_last(self, products: dict[str, Array], x: float, low: float, high: float) -> None:
        """Write each function's last product beside its bar, kept apart from the others.

        A gradient of exactly 0 has no bar, but it has its number: it must not look like one
        that was not computed.
        """
        names = sorted(products, key=lambda name: np.nan_to_num(products[name][-1]))
        room = np.log10(high / low)
        height_px = max(self.plot.canvas.height() - theme().px(_AXIS_PX), 1)
        gap = room * min(theme().px(_LINE_PX) / height_px, 1 / len(names))
        place = -gap
        for index, name in enumerate(names):
            last = float(products[name][-1])
            tall = min(max(last, low), high) if np.isfinite(last) else low
            wanted = np.log10(tall / low)
            most = room - gap * (len(names) - index - 0.5)
            place = min(max(wanted, place + gap, gap / 2), max(most, place + gap))
            text = f"{self._desk.operation(name).symbol}  {format_number(last, 3)}"
            y = low * 10.0**place
            self.plot.set_text(f"last {name}", x, y, text, self._desk.look(name).colour, (0.0, 0.5))


def _decades(products: Array) -> tuple[float, float]:
    """Whole powers of ten below and above all bars."""
    positive = products[(products > 0) & np.isfinite(products)]
    if positive.size == 0:
        return 1e-3, 3.0
    low = 10.0 ** np.floor(np.log10(max(_LOWEST, float(positive.min()))))
    high = 10.0 ** np.ceil(np.log10(min(_HIGHEST, max(1.0, float(positive.max())))))
    return float(min(low, 1e-2)), float(high * 3)
