"""The surface in space, turned by dragging: the same race as the contours show."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.desk.settling import Settling
from desktop.foundation.theme import Theme, theme, theme_notifier
from desktop.optimizers.race.start_clicks import StartClicks
from desktop.optimizers.race.surface_colours import ground_colours
from desktop.optimizers.relief.camera import Camera, Projection
from desktop.optimizers.relief.draped import drape
from desktop.optimizers.relief.frame import draw_frame
from desktop.optimizers.relief.landscape import Landscape, survey
from desktop.optimizers.relief.overlay import Overlay
from desktop.optimizers.relief.picture import Paints, Picture, draw
from desktop.optimizers.update.update_sketch import UpdateSketch
from engine.arrays import Array
from engine.optimizers.catalog import OPTIMIZERS
from engine.races.race_setup import RaceResult
from engine.surfaces.function import SurfaceFunction
from engine.surfaces.surface import Surface

_QUICK_PIXELS, _FINE_PIXELS = 110_000, 4_000_000
_DEGREES_PER_PX, _KEY_DEGREES = 0.4, 5.0
_ZOOM_STEP = 1.15
_CLICK_PX, _GRAB_PX = 4, 14
_COLOUR_SHARE = 0.6
_TURNS: dict[int, tuple[float, float]] = {
    Qt.Key.Key_Left: (-_KEY_DEGREES, 0.0), Qt.Key.Key_Right: (_KEY_DEGREES, 0.0),
    Qt.Key.Key_Up: (0.0, _KEY_DEGREES), Qt.Key.Key_Down: (0.0, -_KEY_DEGREES),
}  # fmt: skip
_ZOOMS: dict[int, float] = {
    Qt.Key.Key_Plus: _ZOOM_STEP, Qt.Key.Key_Equal: _ZOOM_STEP, Qt.Key.Key_Minus: 1 / _ZOOM_STEP,
}  # fmt: skip


class _Wish(NamedTuple):
    """What a picture is drawn of and for."""

    surface: Surface | None
    camera: Camera
    size: QSize
    theme: Theme


class ReliefView(QFrame, Settling):
    """Draws the surface on a thread of its own, and everything on it when it paints.

    While the camera moves the picture is coarse; once it rests a fine one takes its place.

    Signals:
        start_set(x: float, y: float): The user clicked a start or dragged it there.
    """

    start_set = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.overlay = Overlay()
        self._camera = Camera()
        self._surface: Surface | None = None
        self._function: SurfaceFunction | None = None
        self._landscape: Landscape | None = None
        self._result: RaceResult | None = None
        self._picture: Picture | None = None
        self._image = QImage()
        self._wanted: _Wish | None = None
        self._drawn: tuple[_Wish | None, int] = (None, 0)
        self._submitted: tuple[_Wish | None, int] = (None, 0)
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_drawn)
        self._pressed: QPoint | None = None
        self._last = QPoint()
        self._grabbed = False
        self._turning = False
        self._clicks = StartClicks(self.start_set.emit)
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._explain()
        theme_notifier().follow(self._refresh)

    def _explain(self) -> None:
        tip = self.tr(
            "Drag to turn, use the wheel to zoom; click to set the start, or drag it. "
            "Shift and the arrow keys turn, + and − zoom, A or a double click shows all"
        )
        more = self.tr(
            "The loss surface in space: the lower, the better. Where losses differ by many "
            "powers of ten, heights grow by factors, as the contour lines do. The part of a "
            "trail behind a ridge is faint."
        )
        explain(self, self.tr("The loss surface in space with the methods' trails"), tip, more=more)

    @property
    def camera(self) -> Camera:
        """From where the surface is looked at."""
        return self._camera

    @property
    def picture(self) -> Picture | None:
        """What is shown now, perhaps from an earlier place; None before the first is drawn."""
        return self._picture

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is the fine picture of what is wanted."""
        if not self.isVisible() or self._function is None:
            return True
        return self._drawn == (self._wanted, _FINE_PIXELS)

    def set_camera(self, camera: Camera) -> None:
        """Look from somewhere else."""
        self._camera = camera
        self._refresh()

    def show_surface(self, surface: Surface, function: SurfaceFunction) -> None:
        """Show another surface, and forget the trails of the last one."""
        self._surface, self._function = surface, function
        self._landscape = None
        self._result = None
        self.overlay = Overlay(minima=tuple((p.x, p.y) for p in surface.minima))
        self._refresh()

    def show_start(self, x: float, y: float) -> None:
        """Put the start at a point."""
        self.overlay.start = (x, y)
        self._clicks.show((x, y))
        self.update()

    def show_result(self, result: RaceResult) -> None:
        """Take over the paths of a race."""
        self._result = result
        self._drape()

    def show_step(self, result: RaceResult, step: int, notes: dict[str, str]) -> None:
        """Draw each trail up to a step, and what is to be said of those that diverged."""
        if result is not self._result:
            self.show_result(result)
        self.overlay.step = step
        self.overlay.notes = notes
        self.update()

    def show_sketch(self, sketch: UpdateSketch | None, kinds: frozenset[str]) -> None:
        """Draw the arrows of one update."""
        self.overlay.sketch, self.overlay.kinds = sketch, kinds
        self.update()

    def trail_points(self, method: str) -> Array:
        """Return the points of a drawn trail in data coordinates, until the step shown."""
        landscape, trail = self._landscape, self.overlay.trails[method]
        assert landscape is not None
        at = trail.ends[: self.overlay.step + 1]
        return np.array([landscape.data(x, y) for x, y in trail.places[:2, at].T])

    def to_widget(self, x: float, y: float) -> QPointF | None:
        """Return where a point of the plane is drawn, or None before the first picture."""
        if self._picture is None:
            return None
        place = drape(self._picture.landscape, np.array([(x, y)])).places
        across, down, _ = self._picture.projection.place(*place)
        return QPointF(float(across[0]), float(down[0]))

    def handle_key(self, event: QKeyEvent) -> bool:
        """Turn, zoom or return to the first view; False for any other key."""
        key, modifiers = event.key(), event.modifiers()
        plain = modifiers & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if plain:
            return False
        if key in _TURNS and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.set_camera(self._camera.turned(*_TURNS[key]))
        elif key in _ZOOMS:
            self.set_camera(self._camera.zoomed(_ZOOMS[key]))
        elif key == Qt.Key.Key_A and not modifiers:
            self.set_camera(Camera())
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn and zoom by keys."""
        if not self.handle_key(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to turn, or to drag the start."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = self._last = event.position().toPoint()
        start = self.overlay.start
        place = None if start is None else self.to_widget(*start)
        reach = theme().px(_GRAB_PX)
        self._grabbed = place is not None and (place - event.position()).manhattanLength() <= reach
        self._turning = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn the surface, or drag the start over it."""
        if self._pressed is None:
            return
        at = event.position().toPoint()
        if not self._turning and (at - self._pressed).manhattanLength() < _CLICK_PX:
            return
        self._turning = True
        moved, self._last = at - self._last, at
        if self._grabbed:
            self._set_start(event.position())
        else:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.set_camera(
                self._camera.turned(-moved.x() * _DEGREES_PER_PX, moved.y() * _DEGREES_PER_PX)
            )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag; a press without one is a click, which sets the start."""
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if not self._turning and not self._grabbed:
            self._set_start(event.position())
        self._pressed, self._turning, self._grabbed = None, False, False
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._refresh()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all again; the click that it began with set no start."""
        self._clicks.take_back()
        self.set_camera(Camera())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom."""
        self.set_camera(self._camera.zoomed(_ZOOM_STEP ** (event.angleDelta().y() / 120)))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw in the new size."""
        super().resizeEvent(event)
        self._refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the newest picture with everything on it."""
        super().paintEvent(event)
        if self._picture is None or self._surface is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        view = self._picture.projection
        painter.setClipRect(self.rect().adjusted(1, 1, -1, -1))
        painter.drawImage(QRectF(0, 0, view.width, view.height), self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = (*self._surface.variables, self.tr("loss"))
        draw_frame(painter, self._picture.landscape, view, names)
        self.overlay.draw(painter, self._picture)
        painter.end()

    def _set_start(self, at: QPointF) -> None:
        point = None if self._picture is None else self._picture.point_at(at.x(), at.y())
        if point is not None:
            self._clicks.click(*point)

    def _drape(self) -> None:
        if self._landscape is None or self._result is None:
            return
        self.overlay.trails = {}
        for method in OPTIMIZERS:
            trajectory = self._result.trajectory(method)
            if trajectory is not None:
                self.overlay.trails[method] = drape(self._landscape, trajectory.points)
        self.update()

    def _refresh(self) -> None:
        """Ask for a picture of what is wanted now; a coarse one that is on its way may finish."""
        if self._function is None or not self.isVisible():
            return
        self._wanted = _Wish(self._surface, self._camera, self.size(), theme())
        if self._drawn == (self._wanted, _FINE_PIXELS):
            return
        is_fine = self._submitted[1] == _FINE_PIXELS
        if not self._task.is_running or (is_fine and self._submitted[0] != self._wanted):
            is_coarse_drawn = self._drawn == (self._wanted, _QUICK_PIXELS)
            self._submit(_FINE_PIXELS if is_coarse_drawn else _QUICK_PIXELS)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what has changed while it was hidden."""
        super().showEvent(event)
        self._refresh()

    def _submit(self, most_pixels: int) -> None:
        assert self._surface is not None
        assert self._function is not None
        self._submitted = (self._wanted, most_pixels)
        size = self.size()
        projection = Projection(self._camera, max(1, size.width()), max(1, size.height()))
        self._task.submit(
            partial(_drawing, self._surface, self._function, self._landscape, projection,
                    self._paints(), most_pixels)
        )  # fmt: skip

    def _on_drawn(self, picture: Picture | None) -> None:
        if picture is None or self._function is None:
            return
        self._drawn = self._submitted
        wish, most_pixels = self._drawn
        if wish is not None and wish.surface is self._surface:
            self._take(picture)
        if wish != self._wanted:
            self._submit(_QUICK_PIXELS)
        elif not self._turning and most_pixels != _FINE_PIXELS:
            self._submit(_FINE_PIXELS)

    def _take(self, picture: Picture) -> None:
        is_new = self._landscape is not picture.landscape
        self._landscape = picture.landscape
        self._picture = picture
        rows, columns = picture.pixels.shape[:2]
        self._image = QImage(
            picture.pixels.data, columns, rows, 4 * columns,
            QImage.Format.Format_RGBA8888_Premultiplied,
        ).copy()  # fmt: skip
        if is_new:
            self._drape()
        self.update()

    @staticmethod
    def _paints() -> Paints:
        ramp = [_rgb(colour) for colour in ground_colours(_COLOUR_SHARE)]
        line, wall = theme().color("text"), theme().color("border_strong")
        return Paints(np.array(ramp), np.array(_rgb(line)), np.array(_rgb(wall)))


def _rgb(colour: QColor) -> tuple[float, float, float]:
    return float(colour.red()), float(colour.green()), float(colour.blue())


def _drawing(
    surface: Surface,
    function: SurfaceFunction,
    landscape: Landscape | None,
    projection: Projection,
    paints: Paints,
    most_pixels: int,
) -> Iterator[Picture | None]:
    ground = landscape or survey(surface, function)
    yield None
    yield from draw(ground, projection, paints, most_pixels)
