"""What lies over the drawing while a hand works: the loose wire, the band, the knife, guides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from desktop.graph_editor.items.hand_items import BandItem, Guide, GuidesItem, KnifeItem
from desktop.graph_editor.items.wire_item import WireItem, WireLook


class CanvasOverlay:
    """Makes these items when a gesture asks for them and removes them when it ends.

    Attributes:
        loose_wire: The wire in the hand, or None.
        band: The rubber band, or None.
        knife: The cut, or None.
        guides: What dragged nodes snapped to, or None.
    """

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self.loose_wire: WireItem | None = None
        self.band: BandItem | None = None
        self.knife: KnifeItem | None = None
        self.guides: GuidesItem | None = None

    def show_loose_wire(self, start: QPointF, end: QPointF, look: WireLook) -> None:
        """Draw the wire in the hand."""
        if self.loose_wire is None:
            self.loose_wire = WireItem(start, end)
            self.loose_wire.setZValue(3)
            self._scene.addItem(self.loose_wire)
        self.loose_wire.set_ends(start, end)
        self.loose_wire.set_look(look)

    def hide_loose_wire(self) -> None:
        """Take the wire in the hand away."""
        if self.loose_wire is not None:
            self._scene.removeItem(self.loose_wire)
            self.loose_wire = None

    def show_band(self, area: QRectF) -> None:
        """Draw the rubber band."""
        if self.band is None:
            self.band = BandItem()
            self._scene.addItem(self.band)
        self.band.set_area(area)

    def hide_band(self) -> None:
        """Take the rubber band away."""
        if self.band is not None:
            self._scene.removeItem(self.band)
            self.band = None

    def show_knife(self, line: QLineF, marks: Sequence[QPointF]) -> None:
        """Draw the cut with a mark on each wire that it meets."""
        if self.knife is None:
            self.knife = KnifeItem()
            self._scene.addItem(self.knife)
        self.knife.set_cut(line, marks)

    def hide_knife(self) -> None:
        """Take the cut away."""
        if self.knife is not None:
            self._scene.removeItem(self.knife)
            self.knife = None

    def show_guides(self, guides: Sequence[Guide]) -> None:
        """Draw guides; none takes them away."""
        if not guides:
            if self.guides is not None:
                self._scene.removeItem(self.guides)
                self.guides = None
            return
        if self.guides is None:
            self.guides = GuidesItem()
            self._scene.addItem(self.guides)
        self.guides.set_guides(guides)
