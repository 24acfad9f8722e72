"""Mouse and keys at the level of windows, as the system sends them: grabs and modality hold."""

from __future__ import annotations

from random import Random
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

Some = TypeVar("Some")

LEFT, MIDDLE, RIGHT = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.MiddleButton,
    Qt.MouseButton.RightButton,
)
NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_LAST_ASCII = "\x7f"


class Hands:
    """Two hands on one top-level window, which may close under them at any time."""

    def __init__(self, window: QWidget) -> None:
        """Act on a window that is shown."""
        self.window = window

    @property
    def is_there(self) -> bool:
        """Whether the window can still be acted on."""
        return isValid(self.window) and self.window.isVisible() and bool(self.window.windowHandle())

    def _inside(self, place: QPoint) -> QPoint:
        """Return the place, or the one nearest to it in the window: it may be too small for all."""
        size = self.window.windowHandle().size()
        return QPoint(
            min(max(place.x(), 0), size.width() - 1), min(max(place.y(), 0), size.height() - 1)
        )

    def press(self, place: QPoint, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
        """Press a button of the mouse at a place in the window."""
        if self.is_there:
            QTest.mousePress(self.window.windowHandle(), button, keys, self._inside(place))

    def release(self, place: QPoint, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
        """Release it."""
        if self.is_there:
            QTest.mouseRelease(self.window.windowHandle(), button, keys, self._inside(place))

    def move(self, place: QPoint) -> None:
        """Move the mouse."""
        if self.is_there:
            QTest.mouseMove(self.window.windowHandle(), self._inside(place))

    def click(
        self, place: QPoint, button: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = NONE
    ) -> None:
        """Move there, press and release."""
        self.move(place)
        self.press(place, button, keys)
        self.release(place, button, keys)

    def double_click(self, place: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        """Click twice."""
        self.move(place)
        if self.is_there:
            QTest.mouseDClick(self.window.windowHandle(), LEFT, keys, self._inside(place))

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        button: Qt.MouseButton = LEFT,
        keys: Qt.KeyboardModifier = NONE,
        steps: int = 5,
    ) -> None:
        """Press, move in several steps, release."""
        self.move(start)
        self.press(start, button, keys)
        for step in range(1, steps + 1):
            self.move(start + (end - start) * step / steps)
        self.release(end, button, keys)

    def wheel(self, place: QPoint, notches: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        """Turn the wheel over a place."""
        if self.is_there:
            window = self.window.windowHandle()
            QTest.wheelEvent(window, self._inside(place), notches * 120, QPoint(), keys)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
        """Press and release a key, which goes where the keyboard's focus is."""
        if self.is_there:
            QTest.keyPress(self.window.windowHandle(), key, keys)
        # The press may have closed the window, or put another one in its place.
        if self.is_there:
            QTest.keyRelease(self.window.windowHandle(), key, keys)

    def type(self, text: str) -> None:
        """Type a text; what no keyboard has comes from an input method."""
        for letter in text:
            focus = QApplication.focusWidget()
            if not self.is_there or focus is None:
                return
            if " " <= letter < _LAST_ASCII:
                QTest.keyClick(self.window.windowHandle(), ord(letter))
            else:
                event = QInputMethodEvent("", [])
                event.setCommitString(letter)
                QApplication.sendEvent(focus, event)

    def paste(self, text: str) -> None:
        """Put a text on the clipboard and press Ctrl+V."""
        QApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, CTRL)


def place_in(widget: QWidget, random: Random) -> QPoint:
    """Return a place in a widget, in its window's coordinates: often the middle of what is seen."""
    seen = widget.visibleRegion().boundingRect()
    if seen.isEmpty():
        seen = widget.rect()
    place = seen.center()
    if random.random() < 0.6:
        place = QPoint(
            random.randint(seen.left(), max(seen.left(), seen.right())),
            random.randint(seen.top(), max(seen.top(), seen.bottom())),
        )
    return widget.mapTo(widget.window(), place)


def seen_widgets(window: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    """Return the enabled widgets of a kind that can be seen in a window, in Qt's order."""
    return [
        widget
        for widget in window.findChildren(kind)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.window() is window
        and not widget.visibleRegion().isEmpty()
    ]


def pick_widget(window: QWidget, random: Random) -> QWidget:
    """Return any widget of a window, each class with the same chance; the window if it is bare."""
    by_class: dict[str, list[QWidget]] = {}
    for widget in seen_widgets(window):
        by_class.setdefault(type(widget).__name__, []).append(widget)
    if not by_class:
        return window
    return random.choice(by_class[random.choice(sorted(by_class))])
