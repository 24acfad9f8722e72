"""The map in a corner of the canvas: the whole of a graph that does not fit, and what is seen."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from desktop.desk.explaining import explain
from desktop.desk.settling import Delay, Settling
from desktop.foundation.settings import MINIMAP, Key, Settings
from desktop.foundation.theme import theme, theme_notifier
from desktop.graph_editor.canvas.view import GraphView
from desktop.graph_editor.scene.scene import GraphScene
from engine.graph.model import NodeId

_WIDTH_PX, _HEIGHT_PX = 220, 150
_LOWEST_PX = 56
_MARGIN_PX, _PADDING_PX = 12, 8
# After an edit the map may come a little later: while a number is dragged it is not drawn at all.
_DRAWING_DELAY_MS = 150
_SMALLEST_SHAPE_PX = 2.0


class Minimap(QWidget, Settling):
    """Shows every node as a shape and the part in view as a frame; a press goes there.

    The shapes are drawn once after an edit. Moving the canvas only moves the frame over them.
    """

    def __init__(self, view: GraphView, scene: GraphScene, settings: Settings) -> None:
        super().__init__(view)
        self._view, self._scene, self._settings = view, scene, settings
        self._picture: QPixmap | None = None
        self._is_over = False
        self._area = QRectF()
        self._to_map = QTransform()
        self._drawing = Delay(_DRAWING_DELAY_MS, self._draw, self)
        tip = self.tr("The whole graph; click or drag to show another part of it")
        explain(self, self.tr("Map of the graph"), tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        scene.document.changed.connect(self._on_changed)
        scene.node_selected.connect(lambda _ids: self.update())
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._follow_view)
            bar.rangeChanged.connect(self._follow_view)
        settings.changed.connect(self._on_setting_changed)
        theme_notifier().follow(self._on_changed)
        self._on_changed()

    @property
    def seen(self) -> QRectF:
        """The frame round what is in view, in the map's pixels."""
        inverse, _ = self._view.viewportTransform().inverted()
        part = inverse.mapRect(QRectF(self._view.viewport().rect()))
        return self._to_map.mapRect(part).intersected(QRectF(self.rect()))

    def place_of(self, node_id: NodeId) -> QPointF:
        """Return where a node stands on the map."""
        return self._to_map.map(self._scene.node_rect(node_id).center())

    def follow_resize(self) -> None:
        """Stand in the corner of a canvas of another size."""
        if not self._area.isNull():
            self._lay_out()
        self._follow_view()

    def shutdown(self) -> None:
        """Follow no longer, because the page is closing."""
        self._is_over = True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show what lies there."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lead what is shown along with the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the kept picture, the selected nodes and the frame."""
        painter = QPainter(self)
        if self._picture is not None:
            painter.drawPixmap(0, 0, self._picture)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("selection"))
        for node_id in self._scene.selected_nodes():
            painter.drawRect(self._shape(self._scene.node_rect(node_id), 2 * _SMALLEST_SHAPE_PX))
        painter.setBrush(theme().color("accent", 0.10))
        painter.setPen(QPen(theme().color("accent"), 1.5))
        painter.drawRect(self.seen.adjusted(1, 1, -1, -1))
        painter.end()

    # Inside ---------------------------------------------------------------------------------

    def _on_changed(self, _change: object = None) -> None:
        self._drawing.start()

    def _on_setting_changed(self, key: Key[object]) -> None:
        if key is MINIMAP:
            self._follow_view()

    def _go_to(self, place: QPointF) -> None:
        back, is_invertible = self._to_map.inverted()
        if is_invertible:
            self._view.camera.centre_on(back.map(place))

    def _follow_view(self, *_numbers: int) -> None:
        """Be there while it is needed, and move the frame."""
        if self._is_over:
            return
        is_wanted = self._settings.get(MINIMAP) and not self._area.isNull()
        is_needed = is_wanted and self._view.camera.needs_map(self._area)
        if is_needed and self._picture is None:
            self._paint_shapes()
        if is_needed is self.isHidden():
            self.setVisible(is_needed)
            self.raise_()
        self.update()

    def _draw(self) -> None:
        self._area = self._scene.contents_rect()
        self._picture = None
        if not self._area.isNull():
            self._lay_out()
        self._follow_view()

    def _lay_out(self) -> None:
        """Take a size that fits the graph's, in the lower right corner of the canvas."""
        padding = theme().px(_PADDING_PX)
        size = QSizeF(theme().px(_WIDTH_PX), theme().px(_HEIGHT_PX))
        inner = size - QSizeF(2 * padding, 2 * padding)
        scale = min(inner.width() / self._area.width(), inner.height() / self._area.height())
        height = max(theme().px(_LOWEST_PX), round(self._area.height() * scale) + 2 * padding)
        viewport = self._view.viewport().geometry()
        margin = theme().px(_MARGIN_PX)
        corner = QRect(0, 0, round(size.width()), height)
        corner.moveBottomRight(viewport.bottomRight())
        corner.translate(-margin, -margin)
        if corner.size() != self.size():
            self._picture = None
        self.setGeometry(corner)
        middle = self._area.center()
        self._to_map = QTransform.fromTranslate(corner.width() / 2, height / 2)
        self._to_map.scale(scale, scale)
        self._to_map.translate(-middle.x(), -middle.y())

    def _paint_shapes(self) -> None:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(theme().color("panel"))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("wire", 0.5), 0.7))
        painter.drawLines(self._lines())
        painter.setPen(Qt.PenStyle.NoPen)
        for item in self._scene.items_shown.nodes.values():
            painter.setBrush(QColor(theme().color(item.face.role_color)))
            card = item.face.card.translated(item.pos())
            painter.drawRect(self._shape(card, _SMALLEST_SHAPE_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("border_strong"), 1.0))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
        self._picture = picture

    def _lines(self) -> list[QLineF]:
        to_map = self._to_map
        return [
            QLineF(to_map.map(wire.start), to_map.map(wire.end))
            for wire in self._scene.items_shown.wires.values()
        ]

    def _shape(self, card: QRectF, least: float) -> QRectF:
        """Return a card on the map, so large at least that it is seen."""
        shape = self._to_map.mapRect(card)
        grow_x, grow_y = (max(0.0, least - side) / 2 for side in (shape.width(), shape.height()))
        return shape.adjusted(-grow_x, -grow_y, grow_x, grow_y)
