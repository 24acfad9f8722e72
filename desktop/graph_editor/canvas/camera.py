"""What part of the scene is seen, and how large: zoom at the pointer, panning, zoom to fit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QNativeGestureEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsView

from desktop.foundation.theme import theme
from desktop.graph_editor.items.canvas_style import TEXT_SCALE
from desktop.graph_editor.scene.scene import GraphScene

# At the smallest a thousand gates in a row are seen as shapes.
SMALLEST_ZOOM, LARGEST_ZOOM = 0.01, 4.0
STEP = 1.25
# A small graph is enlarged to be read from the back row, but not to fill the screen.
_LARGEST_FIT = 1.5
_FIT_MARGIN_PX = 28.0
_SMALL_CHANGE = 0.1
# From the first on names and numbers can be read; larger than the second, a part shows too little
# of what is round it.
READABLE_ZOOM, _LED_ZOOM = 0.5, 0.8
# A notch of a wheel is 120 eighths of a degree.
_NOTCH = 120.0
_ZOOM_PER_NOTCH = 1.15


class Camera:
    """Moves and scales a view. The zoom of the interface multiplies that of the canvas.

    Attributes:
        zoom: Scale of the canvas, 1.0 for 100 %.
        is_fitting: Whether a whole graph was asked for and nothing has been moved since; then
            it stays in view when the window changes its size.
        is_leading: Whether it was led to a part and nothing has been moved by hand since.
    """

    def __init__(self, view: QGraphicsView, scene: GraphScene) -> None:
        self._view = view
        self._scene = scene
        self.zoom = 1.0
        self.is_fitting = False
        self.is_leading = False
        self._fitted_size = QSize()

    @property
    def scale(self) -> float:
        """Device-independent pixels to a scene pixel."""
        return self.zoom * theme().scale

    def apply(self) -> None:
        """Give the view the scale in force, keeping its centre."""
        self._view.setTransform(QTransform.fromScale(self.scale, self.scale))
        self._scene.hits.scale = self.scale
        self._scene.labels.set_readable(self.scale >= TEXT_SCALE)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom so that the scene stays where it is under a point of the viewport."""
        self.is_fitting = self.is_leading = False
        rect = QRectF(self._view.viewport().rect())
        anchor = at if at is not None else rect.center()
        inverse, _ = self._view.viewportTransform().inverted()
        before = inverse.map(anchor)
        self.zoom = min(LARGEST_ZOOM, max(SMALLEST_ZOOM, self.zoom * factor))
        self.apply()
        offset = (anchor - rect.center()) / self.scale
        self._view.centerOn(before - offset)

    def reset(self) -> None:
        """Go back to 100 %."""
        self.zoom_by(1.0 / self.zoom)

    def scroll_by(self, dx: float, dy: float) -> None:
        """Move the contents by device-independent pixels."""
        self.is_fitting = self.is_leading = False
        horizontal, vertical = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        horizontal.setValue(horizontal.value() - round(dx))
        vertical.setValue(vertical.value() - round(dy))

    def fit(self) -> None:
        """Show the whole graph as large as it can be read well."""
        area = self._scene.contents_rect()
        # A drawing begun on an empty canvas keeps the scale it is begun with.
        self.is_fitting = not area.isNull()
        self.is_leading = False
        self._fitted_size = self._view.viewport().size()
        if area.isNull():
            self.zoom = 1.0
            self.apply()
            self._view.centerOn(0.0, 0.0)
            return
        self.zoom = min(_LARGEST_FIT, max(SMALLEST_ZOOM, self._zoom_for(area)))
        self.apply()
        self._view.centerOn(area.center())

    def needs_map(self, area: QRectF) -> bool:
        """Tell whether an area is too large to be read as a whole, and not all of it is in view."""
        return self._zoom_for(area) < READABLE_ZOOM and not self.shows(area)

    def centre_on(self, point: QPointF) -> None:
        """Bring a place of the scene into the middle, as the hand asks for it."""
        self.is_fitting = self.is_leading = False
        self._view.centerOn(point)

    def show_closely(self, part: QRectF) -> None:
        """Bring a part that was looked for into view, so large that it can be read."""
        if self.zoom < READABLE_ZOOM:
            self.is_fitting = self.is_leading = False
            self.zoom = _LED_ZOOM
            self.apply()
            self._view.centerOn(part.center())
        elif not self.shows(part):
            self.centre_on(part.center())

    def lead_to(self, part: QRectF) -> None:
        """Show a part that can be read where the whole graph, fitted, is too small for it.

        What the hand has zoomed or moved stays so.
        """
        if self.is_fitting and self.zoom >= READABLE_ZOOM:
            return
        if not (self.is_fitting or self.is_leading):
            return
        zoom = min(_LED_ZOOM, max(READABLE_ZOOM, self._zoom_for(part)))
        # Steps that all fit at one zoom do not change it.
        if self.is_fitting or zoom < self.zoom:
            self.is_fitting = False
            self.zoom = zoom
            self.apply()
            self._view.centerOn(part.center())
        elif not self.shows(part):
            self._view.centerOn(part.center())
        self.is_leading = True

    def _zoom_for(self, area: QRectF) -> float:
        """Return the zoom at which an area fills the viewport but for a margin."""
        viewport = self._view.viewport().rect()
        width = max(40.0, viewport.width() - 2 * _FIT_MARGIN_PX)
        height = max(40.0, viewport.height() - 2 * _FIT_MARGIN_PX)
        return min(width / area.width(), height / area.height()) / theme().scale

    def follow_resize(self) -> None:
        """Fit anew if the whole graph was asked for and the view has another size now.

        A message that comes and goes above the canvas takes a line of its height, for which
        nothing is rescaled as long as everything can be seen.
        """
        if not self.is_fitting:
            return
        size, fitted = self._view.viewport().size(), self._fitted_size
        is_close = (
            abs(size.width() - fitted.width()) <= _SMALL_CHANGE * fitted.width()
            and abs(size.height() - fitted.height()) <= _SMALL_CHANGE * fitted.height()
        )
        if not (is_close and self.shows(self._scene.contents_rect())):
            self.fit()

    def follow_contents(self) -> None:
        """Fit anew if the whole graph was asked for and a longer number now stands outside."""
        if self.is_fitting and not self.shows(self._scene.contents_rect()):
            self.fit()

    def shows(self, area: QRectF) -> bool:
        """Tell whether an area of the scene is wholly in view."""
        inverse, _ = self._view.viewportTransform().inverted()
        return inverse.mapRect(QRectF(self._view.viewport().rect())).contains(area)

    def reveal(self, area: QRectF) -> None:
        """Scroll as little as brings an area into view."""
        if not self.shows(area):
            self._view.ensureVisible(area, 40, 40)


def turn_wheel(camera: Camera, event: QWheelEvent) -> None:
    """Zoom or move; Ctrl always zooms, Shift always moves sideways."""
    pixels, angle = event.pixelDelta(), event.angleDelta()
    modifiers = event.modifiers()
    is_touch = not pixels.isNull() or event.phase() != Qt.ScrollPhase.NoScrollPhase
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        camera.scroll_by(angle.x() + angle.y(), 0.0)
    elif is_touch and not modifiers & Qt.KeyboardModifier.ControlModifier:
        way = pixels if not pixels.isNull() else angle
        camera.scroll_by(way.x(), way.y())
    else:
        camera.zoom_by(_ZOOM_PER_NOTCH ** (angle.y() / _NOTCH), event.position())


def pinch(camera: Camera, event: QNativeGestureEvent) -> bool:
    """Zoom by pinching; return whether the gesture was one."""
    if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
        return False
    camera.zoom_by(1.0 + event.value(), event.position())
    return True
