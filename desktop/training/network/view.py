"""The network as neurons and weights: each neuron shows what it sees, each line its weight."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.training.network.layout import Bias, Connection, NetworkLayout, Part, Unit, lay_out
from desktop.training.network.network_numbers import NetworkNumbers, numbers_of
from desktop.training.network.number_editing import NumberDrag, NumberEditor, next_part, stepped
from desktop.training.network.painter import NetworkPainter, number_at, number_box
from desktop.training.network.sample_flow import SampleFlow
from desktop.training.network.scene import NetworkFonts, NetworkScene
from desktop.training.network.selection import Sample, Selection
from desktop.training.network.unit_looks import unit_marks, unit_pictures
from desktop.training.network.weight_labels import place_labels
from desktop.widgets.fields.scrub_edit import modifier_factor
from engine.arrays import Array
from engine.training.analysis.decision_boundary import activations_at
from engine.training.analysis.input_plane import InputPlane
from engine.training.network.sample_pass import SamplePass, sample_pass
from engine.training.run.loop import TrainingStep
from engine.training.run.run import TrainingRun

_MARGIN_PX = 14.0
# Below this size a neuron shows no bias.
_BIAS_FROM_PX = 26.0
_HOVER_REACH_PX = 7.0
_LARGEST_NAME_PX, _NAME_SHARE, _SMALLEST_NAME_PX = 16.0, 0.42, 9.0
_WALKS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_STEPS = {Qt.Key.Key_PageUp: 1.0, Qt.Key.Key_PageDown: -1.0}


class NetworkView(QWidget):
    """Draws a network; its numbers are chosen, dragged and typed where they stand.

    A weight's line is blue and whole when it raises, orange and dashed when it lowers, and the
    wider the larger the weight. A neuron shows its output over the plane of the inputs.

    Signals:
        number_changed(place: int, value: float): A weight or bias was given another number; the
            place is that in the flat parameter vector.
        number_settled(): The change is complete: a drag ended, or a number was typed.
    """

    number_changed = Signal(int, float)
    number_settled = Signal()

    def __init__(self, parent: QWidget | None = None, selection: Selection | None = None) -> None:
        super().__init__(parent)
        self.selection = Selection(self) if selection is None else selection
        self._numbers: NetworkNumbers | None = None
        self._layout: NetworkLayout | None = None
        # Where numbers of weights stand; None before they are looked for in a new layout.
        self._labels: dict[Connection, QRectF] | None = None
        self._fonts = NetworkFonts()
        self._has_numbers = True
        self._hides_numbers = self._hides_pictures = False
        self._pictures: dict[Unit, QImage] = {}
        self._marks: dict[Unit, str] = {}
        self._hovered: Part | None = None
        self._point: tuple[float, float] | None = None
        self._outputs: tuple[Array, ...] | None = None
        self._sample: SamplePass | None = None
        self._drag: NumberDrag | None = None
        self._edited: Connection | Bias | None = None
        self._flow = SampleFlow(self)
        self._flow.moved.connect(self.update)
        self.editor = NumberEditor(self)
        self.editor.committed.connect(self._on_typed)
        self.editor.closed.connect(self._on_editor_closed)
        self.setMouseTracking(True)
        # By Tab only: a click leaves the keys to the page, where → steps.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 160)
        self.setAccessibleName(self.tr("The network"))
        self.setWhatsThis(
            self.tr(
                "Each square is a neuron and shows its output over the plane of the inputs. Each "
                "line is a weight: blue and whole if positive, orange and dashed if negative, "
                "wider if larger. Click on a number to see its arithmetic, drag it sideways or "
                "double-click to change it. With Tab and the arrow keys you come to every number; "
                "Enter types it, Page Up and Page Down step it."
            )
        )
        self.selection.sample_changed.connect(self._on_sample_changed)
        self.selection.part_changed.connect(lambda _: self._on_part_changed())
        self.selection.plane_changed.connect(self._on_plane_changed)
        theme_notifier().follow(self._on_theme_changed)

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
        if self._hovered is None or self._numbers is None or self._hides_numbers:
            return ""
        return self._numbers.text(self._hovered)

    @property
    def outputs(self) -> tuple[Array, ...] | None:
        """What is written under the neurons, layer by layer, while a point is pointed at."""
        return self._outputs

    @property
    def sample(self) -> SamplePass | None:
        """The numbers of the chosen sample as they are drawn."""
        return self._sample

    def number_box(self, part: Connection | Bias) -> QRectF:
        """Return where the number of a weight or bias stands."""
        return number_box(self._scene(), self._fonts, part)

    def show_record(self, run: TrainingRun, record: TrainingStep) -> None:
        """Show a network as it stands at a record."""
        is_other = self._numbers is None or self._numbers.run.layers != run.layers
        if is_other:
            self._hovered = None
            self.editor.hide()
        self._numbers = numbers_of(run, record.parameters)
        if is_other:
            self._arrange()
        self._pictures = self._seen_pictures()
        self._compute_sample()
        if is_other and self._sample is not None:
            self._flow.finish(len(run.layers))
        self.show_point(self._point)

    def show_health(self, run: TrainingRun, record: TrainingStep) -> None:
        """Write under neurons that do nothing what is wrong with them."""
        self._marks = unit_marks(run, record.parameters)
        self.update()

    def set_veiled(self, *, hides_numbers: bool, hides_pictures: bool) -> None:
        """Keep the numbers, or what neurons give over the plane, to itself; lines stay drawn."""
        self._hides_numbers, self._hides_pictures = hides_numbers, hides_pictures
        if hides_numbers:
            self.editor.hide()
        if self._numbers is not None:
            self._arrange()
            self._pictures = self._seen_pictures()
            self._compute_sample()
            self.show_point(self._point)
        self.update()

    def _seen_pictures(self) -> dict[Unit, QImage]:
        if self._numbers is None or self._hides_pictures:
            return {}
        return unit_pictures(self._numbers, self._plane(self._numbers))

    def _plane(self, numbers: NetworkNumbers) -> InputPlane:
        return self.selection.plane_of(numbers.run.dataset)

    def show_point(self, point: tuple[float, float] | None) -> None:
        """Write every neuron's output at a point of the plane that is drawn, or no longer."""
        self._point, self._outputs = point, None
        if self._tells_outputs and point is not None and self._numbers is not None:
            network, plane = self._numbers.run.network, self._plane(self._numbers)
            inputs = plane.inputs_at(np.array(point))
            self._outputs = activations_at(network, self._numbers.parameters, inputs)
        self.update()

    @property
    def _tells_outputs(self) -> bool:
        """Whether what neurons give may be written, and at points of a plane can be."""
        is_plane = self._numbers is not None and self._numbers.run.layers[0] > 1
        return is_plane and not (self._hides_numbers or self._hides_pictures)

    def edit(self, part: Connection | Bias) -> None:
        """Open the field in which a weight or bias is typed."""
        if self._numbers is not None and not self._hides_numbers:
            self._edited = part
            self.selection.set_part(part)
            self.editor.open(self._numbers.number(part), self.number_box(part))

    def _scene(self) -> NetworkScene:
        assert self._layout is not None
        assert self._numbers is not None
        is_pointed = self._outputs is not None
        return NetworkScene(
            self._numbers,
            self._layout,
            self._placed_labels(),
            self._has_numbers,
            self._pictures,
            self._marks,
            self._outputs,
            None if is_pointed else self._sample,
            self._flow,
            self._hovered,
            self.selection.part,
            QRectF(self.rect()),
        )

    def _compute_sample(self) -> None:
        self._sample = None
        sample = self.selection.sample
        if sample is None or self._numbers is None:
            return
        if self._hides_numbers or self._hides_pictures:
            return
        run = self._numbers.run
        found = sample.of(run)
        if found is not None:
            self._sample = sample_pass(run.network, self._numbers.parameters, *found)

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
        self._has_numbers = self._has_numbers and not self._hides_numbers
        self._labels = None
        size = max(self._layout.size * _NAME_SHARE, theme().px(_SMALLEST_NAME_PX))
        size = min(size, theme().px(_LARGEST_NAME_PX))
        self._fonts.name.setPixelSize(round(size))

    def _placed_labels(self) -> dict[Connection, QRectF]:
        """Return where numbers of weights stand; the search takes as long as painting them.

        It waits until they are needed: a page that is made and shown is laid out several times.
        """
        if self._hides_numbers or self._layout is None:
            return {}
        if self._labels is None:
            self._labels = place_labels(self._layout, self._fonts.number_size)
        return self._labels

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the network."""
        if self._layout is None or self._numbers is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        NetworkPainter(painter, self._scene(), self._fonts).draw()
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse; a number may be dragged from here."""
        super().mousePressEvent(event)
        part = self._part_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or self._numbers is None:
            return
        self.selection.set_part(part)
        if part is not None and not isinstance(part, Unit) and not self._hides_numbers:
            start = self._numbers.number(part)
            self._drag = NumberDrag(part, start, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a number, or find what is under the mouse."""
        if self._drag is None or self._numbers is None:
            self._set_hovered(self._part_at(event.position()))
            return
        value = self._drag.value_at(event.position(), event.modifiers())
        if value is not None and value != self._numbers.number(self._drag.part):
            self.number_changed.emit(self._numbers.place(self._drag.part), value)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag."""
        drag, self._drag = self._drag, None
        if drag is not None and drag.is_moving:
            self.number_settled.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type the number under the mouse; that of a neuron is its bias."""
        part = self._part_at(event.position())
        if isinstance(part, Unit):
            part = Bias(part) if part.layer else None
        if part is not None:
            self._drag = None
            self.edit(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from number to number with the arrows, type with Enter, step by page keys."""
        part, key = self.selection.part, Qt.Key(event.key())
        if self._numbers is None or self._layout is None:
            super().keyPressEvent(event)
        elif key in _WALKS and not event.modifiers():
            self.selection.set_part(next_part(self._layout, part, *_WALKS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(part, Connection | Bias):
            self.edit(part)
        elif key in _STEPS and isinstance(part, Connection | Bias) and not self._hides_numbers:
            steps = _STEPS[key] * modifier_factor(event.modifiers())
            value = stepped(self._numbers.number(part), steps)
            self.number_changed.emit(self._numbers.place(part), value)
            self.number_settled.emit()
        elif key == Qt.Key.Key_Escape and (part is not None or self._sample is not None):
            self.selection.set_part(None)
            self.selection.set_sample(None)
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the mouse."""
        self._set_hovered(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the neurons anew."""
        self._arrange()

    def _part_at(self, place: QPointF) -> Part | None:
        if self._layout is None or self._numbers is None:
            return None
        number = number_at(self._scene(), self._fonts, place)
        if number is not None:
            return number
        unit = self._layout.unit_at(place)
        return unit or self._layout.connection_at(place, theme().px(_HOVER_REACH_PX))

    def _set_hovered(self, part: Part | None) -> None:
        if part != self._hovered:
            self._hovered = part
            is_number = isinstance(part, Connection | Bias)
            shape = Qt.CursorShape.SizeHorCursor if is_number else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _on_typed(self, value: float) -> None:
        if self._edited is not None and self._numbers is not None:
            self.number_changed.emit(self._numbers.place(self._edited), value)
            self.number_settled.emit()

    def _on_editor_closed(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_sample_changed(self, sample: Sample | None) -> None:
        self._compute_sample()
        if self._sample is not None and self._numbers is not None:
            self._flow.start(len(self._numbers.run.layers))
        self.update()

    def _on_part_changed(self) -> None:
        self.update()

    def _on_plane_changed(self) -> None:
        if self._numbers is not None:
            self._pictures = self._seen_pictures()
            self.show_point(self._point)

    def _on_theme_changed(self) -> None:
        self._fonts = NetworkFonts()
        self._arrange()
        if self._numbers is not None:
            self._pictures = self._seen_pictures()
        self.updateGeometry()
        self.update()
