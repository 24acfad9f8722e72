"""The one animation of the canvas: nodes glide to their places instead of jumping there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from desktop.desk.settling import Settling
from engine.drawing.drawing import Point
from engine.graph.model import NodeId

GLIDE_MS = 260


class Glide(QVariantAnimation, Settling):
    """Moves many nodes at once; a second glide takes over from where the first one is."""

    def __init__(
        self, move: Callable[[Mapping[NodeId, Point]], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._move = move
        self._from: dict[NodeId, Point] = {}
        self._to: dict[NodeId, Point] = {}
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setDuration(GLIDE_MS)
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.valueChanged.connect(self._on_value_changed)
        self.finished.connect(self.finish_now)

    @property
    def is_gliding(self) -> bool:
        """Whether nodes are on their way."""
        return bool(self._to)

    @property
    def is_settled(self) -> bool:
        """Whether no node is on its way."""
        return not self.is_gliding

    def shutdown(self) -> None:
        """Stop where things are, for good."""
        self.abandon()

    def begin(self, start: Mapping[NodeId, Point], end: Mapping[NodeId, Point]) -> None:
        """Start from the places nodes are at, towards those they belong at."""
        self.stop()
        self._from = dict(start)
        self._to = dict(end)
        self._move(self._from)
        self.start()

    def finish_now(self) -> None:
        """Put every node where it belongs."""
        end, self._to, self._from = self._to, {}, {}
        self.stop()
        if end:
            self._move(end)

    def abandon(self) -> None:
        """Stop where things are, because nodes have been placed anew."""
        self._to, self._from = {}, {}
        self.stop()

    def _on_value_changed(self, value: float) -> None:
        if not self._to:
            return
        self._move(
            {
                node_id: (
                    x0 + (self._to[node_id][0] - x0) * value,
                    y0 + (self._to[node_id][1] - y0) * value,
                )
                for node_id, (x0, y0) in self._from.items()
            }
        )
