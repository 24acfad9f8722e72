"""The frames on the canvas: behind the wires, each going round its members wherever they are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from desktop.graph_editor.frames.frame_item import FrameItem
from desktop.graph_editor.items.node_item import NodeItem
from engine.drawing.drawing import Drawing, Frame, FrameId
from engine.graph.model import NodeId

# A wire into a card carries its numbers this far before it, and a sum stands below.
_BEFORE_PORT, _BESIDE, _BELOW = 44.0, 6.0, 12.0


class FrameLayer:
    """Owns the frame items of a scene, by the ids of what they show.

    Attributes:
        items: The item of each frame.
    """

    def __init__(self, scene: QGraphicsScene, nodes: Mapping[NodeId, NodeItem]) -> None:
        self._scene = scene
        self._nodes = nodes
        self._frames: dict[FrameId, Frame] = {}
        self.items: dict[FrameId, FrameItem] = {}

    def show(self, drawing: Drawing) -> None:
        """Show a drawing's frames; its nodes must be shown already."""
        for frame_id in [key for key in self.items if key not in drawing.frames]:
            self._scene.removeItem(self.items.pop(frame_id))
        for frame_id, frame in drawing.frames.items():
            item = self.items.get(frame_id)
            if item is None:
                item = self.items[frame_id] = FrameItem()
                self._scene.addItem(item)
            if self._frames.get(frame_id) != frame:
                item.set_content(frame.title, frame.note, frame.color)
        self._frames = dict(drawing.frames)
        for frame_id in self.items:
            self._go_round(frame_id)

    def follow(self, nodes: Collection[NodeId]) -> None:
        """Go where the members went."""
        for frame_id, frame in self._frames.items():
            if not frame.members.isdisjoint(nodes):
                self._go_round(frame_id)

    def mark(self, selected: frozenset[NodeId]) -> None:
        """Draw the frames stronger of which every member is selected."""
        for frame_id, frame in self._frames.items():
            self.items[frame_id].set_selected(frame.members <= selected)

    def restyle(self) -> None:
        """Measure every text again."""
        for item in self.items.values():
            item.restyle()

    def title_at(self, point: QPointF) -> FrameId | None:
        """Return the frame whose title bar holds a point, the topmost first."""
        for frame_id, item in reversed(self.items.items()):
            if item.title_zone.contains(point):
                return frame_id
        return None

    def members(self, frame_id: FrameId) -> frozenset[NodeId]:
        """Return the nodes on the canvas that a frame goes round."""
        return self._frames[frame_id].members

    def rects(self, place_of: Callable[[NodeId], QPointF]) -> list[QRectF]:
        """Return the rectangle of every frame when each node stands at its place."""
        rects = []
        for frame_id, frame in self._frames.items():
            item = self.items[frame_id]
            first = min(frame.members)
            shift = place_of(first) - self._nodes[first].pos()
            rects.append(item.rect.translated(shift))
        return rects

    def _go_round(self, frame_id: FrameId) -> None:
        self.items[frame_id].set_inner(self._inner(self._frames[frame_id].members))

    def _inner(self, members: Iterable[NodeId]) -> QRectF:
        area = QRectF()
        for node_id in members:
            item = self._nodes[node_id]
            before = _BEFORE_PORT if item.face.inputs else _BESIDE
            box = item.face.outline.adjusted(-before, 0, _BESIDE, _BELOW)
            area = area.united(box.translated(item.pos()))
        return area
