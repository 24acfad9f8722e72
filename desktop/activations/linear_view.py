"""Linear layers collapse: the stack, the one layer that it is, and the boundaries drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.activations.setup_view import SetupView
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.main_column import MainColumn
from desktop.widgets.plots.plot_style import Colour
from desktop.widgets.plots.plot_view import PlotView
from engine.arrays import Array
from engine.training.analysis.linear_setup import (
    LinearResult,
    LinearSetup,
    StackPicture,
    compute_linear,
)

# Weights below this answer the same everywhere.
NOTHING = 1e-6
_POINT_PX = 17.0
_SPACING = 16


@dataclass(frozen=True)
class _Ends:
    """Where a line enters and leaves the picture."""

    x: tuple[float, float]
    y: tuple[float, float]


class LinearView(SetupView[LinearSetup, LinearResult]):
    """Two pictures of the plane: identity between the layers, and tanh between the same layers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(compute_linear, parent)
        self.linear = self._plot(self.tr("Nothing between the layers"))
        self.curved = self._plot(self.tr("tanh between the layers"))
        self._captions = {plot: PlainLabel(self) for plot in (self.linear, self.curved)}
        plots = QHBoxLayout()
        plots.setSpacing(_SPACING)
        for plot, caption in self._captions.items():
            caption.setProperty("kind", "muted")
            caption.setWordWrap(True)
            column = QVBoxLayout()
            column.addWidget(plot, 1)
            column.addWidget(caption)
            plots.addLayout(column, 1)
        whole = MainColumn((self.linear.canvas, self.curved.canvas), self)
        whole.head.addWidget(self._verdict)
        whole.body.addLayout(plots, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(whole)
        theme_notifier().follow(self._on_theme_changed)

    def caption(self, plot: PlotView) -> str:
        """The sentence under a picture."""
        return self._captions[plot].text()

    def _plot(self, title: str) -> PlotView:
        plot = PlotView(title, self)
        plot.set_mouse_enabled(x=False, y=False)
        plot.set_grid(False)
        plot.set_labels("x₁", "x₂")
        plot.setToolTip(self.tr("The prediction over the plane; the line is where it is ½"))
        return plot

    def _on_theme_changed(self) -> None:
        if self._result is not None:
            self._show(self._result)

    def _show(self, result: LinearResult) -> None:
        self._draw_stack(self.linear, result.linear, result)
        self._draw_stack(self.curved, result.curved, result)
        self._draw_product(result)
        self._verdict.setText(self._sentence(result))

    def _sentence(self, result: LinearResult) -> str:
        count = result.setup.layers
        if abs(result.product.weights).max() < NOTHING:
            return self.tr(
                "The linear stack has learnt to answer the same everywhere: for XOR no straight "
                "line is better than none."
            )
        if count == 1:
            return self.tr("One layer draws a straight line. Add layers, and see whether it bends.")
        names = "·".join(f"W{_subscript(number)}" for number in range(1, count + 1))
        return filled(
            self.tr(
                "{0} linear layers give what the one layer W = {1} gives: the largest difference "
                "over the samples is {2}. Whatever their weights are, they draw a straight line."
            ),
            count,
            names,
            format_number(result.difference, 2),
        )

    def _draw_stack(self, plot: PlotView, stack: StackPicture, result: LinearResult) -> None:
        x, y = result.places
        rect = (float(x[0]), float(x[-1]), float(y[0]), float(y[-1]))
        plot.set_image("prediction", stack.answers, rect, _ramp(), (0.0, 1.0))
        plot.set_contours("boundary", x, y, stack.answers, [0.5], "text", 2.0)
        for key, colour, symbol, chosen in (
            ("target 0", "class_0", "square", ~result.classes),
            ("target 1", "class_1", "circle", result.classes),
        ):
            points = result.inputs[chosen]
            plot.set_points(key, points[:, 0], points[:, 1], colour, symbol, _POINT_PX)
        # A little less than all, or the numbers at the very ends of the axes would be cut.
        crop = 0.004 * (rect[1] - rect[0])
        plot.set_view((rect[0] + crop, rect[1] - crop), (rect[2] + crop, rect[3] - crop))
        count = filled(
            self.tr("{0} of {1} XOR samples are on the right side."),
            stack.right,
            len(result.inputs),
        )
        line = (
            self.tr("Dashed: the line of the one layer alone.")
            if plot is self.linear
            else self.tr("Line: where the prediction is ½.")
        )
        self._captions[plot].setText(f"{count} {line}")

    def _draw_product(self, result: LinearResult) -> None:
        """Draw the one layer's own line over the stack's."""
        ends = line_ends(result.product.weights[:, 0], float(result.product.bias[0]), result.places)
        if ends is None:
            self.linear.remove("one layer")
            return
        self.linear.set_curve("one layer", ends.x, ends.y, "series_3", "dash", width=4.0)


def line_ends(weights: Array, bias: float, places: tuple[Array, Array]) -> _Ends | None:
    """Return where w·x + b = 0 crosses the picture's sides; None where it is no line."""
    (left, right), (bottom, top) = (
        (float(places[0][0]), float(places[0][-1])),
        (float(places[1][0]), float(places[1][-1])),
    )
    across, up = float(weights[0]), float(weights[1])
    if max(abs(across), abs(up)) < NOTHING:
        return None
    if abs(up) >= abs(across):
        return _Ends((left, right), (-(across * left + bias) / up, -(across * right + bias) / up))
    return _Ends((-(up * bottom + bias) / across, -(up * top + bias) / across), (bottom, top))


def _subscript(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def _ramp() -> list[Colour]:
    """From class 0 over the canvas to class 1, soft enough for lines and points to stand out."""
    soft = 0.5
    canvas = theme().color("canvas")
    ends = [theme().color(name) for name in ("class_0", "class_1")]
    mixed = []
    for end in ends:
        made = canvas.toRgb()
        made.setRgbF(
            canvas.redF() + soft * (end.redF() - canvas.redF()),
            canvas.greenF() + soft * (end.greenF() - canvas.greenF()),
            canvas.blueF() + soft * (end.blueF() - canvas.blueF()),
        )
        mixed.append(made)
    return [mixed[0], canvas, mixed[1]]
