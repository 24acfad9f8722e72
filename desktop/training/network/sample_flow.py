"""A sample flowing through the drawing: forward with its values, then back with gradients."""

from __future__ import annotations

from PySide6.QtCore import QObject, QVariantAnimation, Signal

from desktop.desk.settling import Settling

_MS_PER_LAYER = 320


class SampleFlow(QObject, Settling):
    """Tells how far a sample has come: forward over the layers, then back to the first.

    Signals:
        moved(): It came further.
    """

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gaps = 1
        self._place = 2.0
        self._animation = QVariantAnimation(self)
        self._animation.valueChanged.connect(self._on_value_changed)

    @property
    def is_running(self) -> bool:
        """Whether it is under way."""
        return self._animation.state() == QVariantAnimation.State.Running

    @property
    def is_settled(self) -> bool:
        """Whether no sample is under way."""
        return not self.is_running

    def shutdown(self) -> None:
        """Stop moving for good."""
        self._animation.stop()

    @property
    def forward(self) -> float:
        """How many layers the values have passed: 0 at the inputs."""
        return min(self._place, float(self._gaps))

    @property
    def backward(self) -> float:
        """The layer that the gradients have come back to; beyond the last before they set out."""
        return self._gaps - max(0.0, self._place - self._gaps - 0.001)

    @property
    def is_forward(self) -> bool:
        """Whether the values are still on their way."""
        return self._place < self._gaps

    def has_value(self, layer: int) -> bool:
        """Whether a layer's values have been reached."""
        return layer <= self.forward

    def has_gradient(self, layer: int) -> bool:
        """Whether the gradients have come back to a layer."""
        return self._place >= self._gaps and layer >= self.backward - 1e-9

    def start(self, layers: int) -> None:
        """Send a sample through so many layers."""
        self._gaps = layers - 1
        self._animation.stop()
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(2.0 * self._gaps)
        self._animation.setDuration(round(2 * self._gaps * _MS_PER_LAYER))
        self._animation.start()

    def finish(self, layers: int) -> None:
        """Be at the end: all values and gradients are there."""
        self._animation.stop()
        self._gaps = layers - 1
        self._place = 2.0 * self._gaps
        self.moved.emit()

    def _on_value_changed(self, value: object) -> None:
        assert isinstance(value, float)
        self._place = value
        self.moved.emit()
