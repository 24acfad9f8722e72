"""The slider over the steps of a sequence: a click on its track goes straight to that step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from desktop.widgets.fields.quiet_slider import QuietSlider


class StepSlider(QuietSlider):
    """A slider whose handle comes to where the track is pressed, and is dragged on from there.

    Qt's own would move by a page towards the place.
    """

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring the handle under the mouse; pressed itself, it stays under it."""
        if event.button() == Qt.MouseButton.LeftButton and not self._is_on_handle(event):
            event = _of_middle_button(event)
        super().mousePressEvent(event)

    def _is_on_handle(self, event: QMouseEvent) -> bool:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self
        )
        return handle.contains(event.position().toPoint())


def _of_middle_button(event: QMouseEvent) -> QMouseEvent:
    """Return the same press of the button with which Qt sets a slider to a place."""
    middle = Qt.MouseButton.MiddleButton
    return QMouseEvent(
        event.type(),
        event.position(),
        event.globalPosition(),
        middle,
        middle,
        event.modifiers(),
        event.pointingDevice(),
    )
