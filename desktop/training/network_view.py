"""The network as neurons and weights: each neuron shows what it sees, each line its weight."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.training.colours import heat_image
from desktop.training.network_layout import Connection, NetworkLayout, Unit, lay_out
from desktop.training.network_numbers import NetworkNumbers, numbers_of
from desktop.training.network_painter import NetworkFonts, NetworkPainter
from engine.arrays import Array
from engine.training.decision_boundary import activations_at, unit_maps
from engine.training.loop import StepRecord
from engine.training.run import TrainingRun

_MARGIN_PX = 14.0
# Below this size a neuron shows no bias.
_BIAS_FROM_PX = 30.0
_HOVER_REACH_PX = 7.0
_LARGEST_NAME_PX, _NAME_SHARE, _SMALLEST_NAME_PX = 16.0, 0.42, 9.0
# More neurons than these get no pictures: they would be too small, and take too long.
_PICTURES_UP_TO = 64


class NetworkView(QWidget):
    """Draws a network; hovering shows the numbers.

    A weight's line is blue and whole when it raises, orange and dashed when it lowers, and the
    wider the larger the weight. A neuron shows its output over the plane of the inputs.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers: NetworkNumbers | None = None
        self._layout: NetworkLayout | None = None
        self._fonts = NetworkFonts()
        self._has_numbers = True
        self._pictures: dict[Unit, QImage] = {}
        self._hovered: Unit | Connection | None = None
        self._point: tuple[float, float] | None = None
        self._outputs: tuple[Array, ...] | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 180)
        self.setAccessibleName(self.tr("The network"))
        self.setWhatsThis(
            self.tr(
                "Each square is a neuron and shows its output over the plane of the inputs. Each "
                "line is a weight: blue and whole if positive, orange and dashed if negative, "
                "wider if larger. Point at one to read its number."
            )
        )
        theme_notifier().changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return a size at which four hidden units stand comfortably."""
        return QSize(theme().px(400), theme().px(360))

    @property
    def layout_of_units(self) -> NetworkLayout | None:
        """Where the neurons stand."""
        return self._layout

    @property
    def hovered_text(self) -> str:
        """What is told about the neuron or weight under the mouse, or ''."""
        if self._hovered is None or self._numbers is None:
            return ""
        return self._numbers.text(self._hovered)

    @property
    def outputs(self) -> tuple[Array, ...] | None:
        """What is written under the neurons, layer by layer, while a point is pointed at."""
        return self._outputs

    def show_record(self, run: TrainingRun, record: StepRecord) -> None:
        """Show a network as it stands at a record."""
        if self._numbers is None or self._numbers.run.layers != run.layers:
            self._hovered = None
        self._numbers = numbers_of(run, record.parameters)
        self._arrange()
        self._paint_pictures()
        self.show_point(self._point)

    def show_point(self, point: tuple[float, float] | None) -> None:
        """Write every neuron's output at a point of the input plane, or no longer."""
        self._point, self._outputs = point, None
        if point is not None and self._numbers is not None:
            network = self._numbers.run.network
            self._outputs = activations_at(network, self._numbers.parameters, np.array(point))
        self.update()

    def _paint_pictures(self) -> None:
        self._pictures = {}
        if self._numbers is None or sum(self._numbers.run.layers) > _PICTURES_UP_TO:
            return
        run = self._numbers.run
        maps = unit_maps(run.network, self._numbers.parameters, run.dataset.view)
        for layer, pictures in enumerate(maps):
            for index, values in enumerate(pictures):
                reach = _reach(self._numbers.function(layer), float(abs(values).max()))
                self._pictures[Unit(layer, index)] = heat_image(values, *reach)

    def _arrange(self) -> None:
        """Place the neurons, with room for their numbers if that leaves them large enough."""
        if self._numbers is None:
            return
        layers, margin = self._numbers.run.layers, theme().px(_MARGIN_PX)
        area = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        self._layout = lay_out(layers, area, theme().scale, self._fonts.row_height)
        self._has_numbers = self._layout.size >= theme().px(_BIAS_FROM_PX)
        if not self._has_numbers:
            self._layout = lay_out(layers, area, theme().scale, 0.0)
        size = max(self._layout.size * _NAME_SHARE, theme().px(_SMALLEST_NAME_PX))
        size = min(size, theme().px(_LARGEST_NAME_PX))
        self._fonts.name.setPixelSize(round(size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the network."""
        if self._layout is None or self._numbers is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        NetworkPainter(
            painter,
            self._numbers,
            self._layout,
            self._fonts,
            self._pictures,
            self._outputs,
            self._hovered,
            QRectF(self.rect()),
        ).draw(self._has_numbers)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Find what is under the mouse."""
        self._set_hovered(self._part_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the mouse."""
        self._set_hovered(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the neurons anew."""
        self._arrange()

    def _part_at(self, place: QPointF) -> Unit | Connection | None:
        if self._layout is None:
            return None
        unit = self._layout.unit_at(place)
        return unit or self._layout.connection_at(place, theme().px(_HOVER_REACH_PX))

    def _set_hovered(self, part: Unit | Connection | None) -> None:
        if part != self._hovered:
            self._hovered = part
            self.update()

    def _on_theme_changed(self) -> None:
        self._fonts = NetworkFonts()
        self._arrange()
        self._paint_pictures()
        self.updateGeometry()
        self.update()


def _reach(function: str, largest: float) -> tuple[float, float]:
    """Return the activations that get the two full colours."""
    if function == "sigmoid":
        return 0.0, 1.0
    reach = 1.0 if function == "tanh" else largest or 1.0
    return -reach, reach
