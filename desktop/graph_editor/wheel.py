"""Wheels and trackpads: a wheel zooms at the pointer, two fingers move, pinching zooms."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent

from desktop.graph_editor.camera import Camera

# A notch of a wheel is 120 eighths of a degree.
_NOTCH = 120.0
_ZOOM_PER_NOTCH = 1.15


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
