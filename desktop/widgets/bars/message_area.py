"""Where messages lie: over what is shown, so that nothing moves, and over no control of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, cast, runtime_checkable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, SignalInstance
from PySide6.QtGui import QCursor, QEnterEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QGraphicsDropShadowEffect,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.settling import Delay
from desktop.foundation.theme import theme, theme_notifier

_WIDEST_PX, _MARGIN_PX, _STEP_PX = 680, 4, 16
# What it is worth not to hide: where the mouse is, what is used, pictures, and what is read. A
# control as long as a column, of which a part is hidden, is within reach beside it.
_POINTER, _CONTROL, _PICTURE, _TEXT, _LONG_CONTROL = 1000, 40, 5, 2, 1
# The property of a text that is read from its beginning to its end, such as a lesson's.
READING = "isReading"
_READING = 200
_LONG_PX = 200
_CONTROLS = (QAbstractButton, QAbstractSlider, QComboBox, QLineEdit, QPlainTextEdit)
_PICTURES, _TEXTS = (QGraphicsView,), (QLabel, QAbstractItemView)
# A click that follows a click lands within so many pixels of it.
_HAND_PX = 24
# What comes with the keys, such as the next step of a lesson, is laid out by then.
_LOOK_MS = 150


class Bar(Protocol):
    """What a widget needs to lie over a page, such as a `MessageBar`."""

    @property
    def changed(self) -> SignalInstance:
        """It says something else, or nothing."""

    @property
    def closed(self) -> SignalInstance:
        """The user has taken it away."""

    @property
    def can_be_closed(self) -> bool:
        """Whether the user can take it away."""

    @property
    def natural_width(self) -> int:
        """How wide it is with its text on one line, in pixels."""

    def height_at(self, width: int) -> int:
        """Return how high it is at a width, both in pixels."""

    def isHidden(self) -> bool:
        """Tell whether it says nothing."""


@runtime_checkable
class Filled(Protocol):
    """A picture that knows where something stands in it, so that the free room beside is used."""

    def filled_rects(self) -> Sequence[QRect]:
        """Return what is seen in it, in its own pixels."""


class MessageArea(QWidget):
    """Lays bars over widgets, where they hide the least of what is used or read.

    Often that is the free room of a bar above a page.

    The page keeps its size and place when a message comes or goes. None comes where the mouse is,
    so that the next click meets what it is aimed at. Where one goes by itself that the mouse is on,
    a click meets nothing until the mouse has left. One that nobody can close makes way.
    """

    def __init__(self, below: QWidget, bars: Sequence[Bar], parent: QWidget) -> None:
        """Take bars in.

        Args:
            below: What the bars lie over: the parent, or a part of it.
            bars: From the one above to the one below; each is a widget.
            parent: Common to this and what is below.
        """
        super().__init__(parent)
        self._parent = parent
        self._below, self._bars = below, list(bars)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for bar in self._bars:
            layout.addWidget(cast("QWidget", bar))
            bar.changed.connect(self._on_changed)
            bar.closed.connect(self.hide_if_empty)
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setOffset(0, 2)
        self.setGraphicsEffect(self._shadow)
        below.installEventFilter(self)
        # What is read and used under it may change meanwhile, as from one step of a lesson to the
        # next; then the keys go elsewhere.
        self._looking = Delay(_LOOK_MS, self._look, self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_keys_moved)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page's size and place."""
        if watched is self._below and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Make way for the mouse where nobody can close what lies in its way."""
        super().enterEvent(event)
        if not any(bar.can_be_closed for bar in self._shown()):
            self._place()

    def leaveEvent(self, event: QEvent) -> None:
        """Give free what a message that went by itself has guarded."""
        super().leaveEvent(event)
        self.hide_if_empty()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the click that was meant for a message, and no other one."""
        super().mouseReleaseEvent(event)
        self.hide_if_empty()

    def hide_if_empty(self) -> None:
        """Go if no message is shown."""
        self.setVisible(bool(self._shown()))

    def _shown(self) -> list[Bar]:
        return [bar for bar in self._bars if not bar.isHidden()]

    def _on_keys_moved(self) -> None:
        if self.isVisible():
            self._looking.start()

    def _look(self) -> None:
        """Go where less is hidden, but not away from the mouse that is about to close it."""
        if self.isVisible() and not self._is_under_mouse():
            self._place()

    def _on_changed(self) -> None:
        if self._shown():
            self.show()
            self._place()
        elif not self._is_under_mouse():
            self.hide()

    def _is_under_mouse(self) -> bool:
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(QCursor.pos()))

    def _place(self) -> None:
        if not self._shown():
            return
        room = self._below.rect().translated(self._below.mapTo(self._parent, QPoint(0, 0)))
        margin = theme().px(_MARGIN_PX)
        # None above: a bar at the top is hardly higher than a message.
        inside = room.adjusted(margin, 0, -margin, -margin)
        size = self._wanted_size(inside)
        weights = list(self._weights())
        places = _places(inside, size, theme().px(_STEP_PX))
        costs = _costs(places, size, weights)
        best = int(costs.argmin())
        here = QPoint(self.pos())
        # Where it lies already, it stays as long as nothing is better.
        if here in places and costs[places.index(here)] <= costs[best]:
            best = places.index(here)
        self.setGeometry(QRect(places[best], size))
        self.raise_()

    def _wanted_size(self, inside: QRect) -> QSize:
        shown = self._shown()
        natural = max(bar.natural_width for bar in shown)
        width = max(1, min(natural, theme().px(_WIDEST_PX), inside.width()))
        spaces = self._column.spacing() * (len(shown) - 1)
        return QSize(width, sum(bar.height_at(width) for bar in shown) + spaces)

    def _weights(self) -> Iterator[tuple[QRect, int]]:
        """Yield what is better not hidden, and how much worse hiding it is."""
        parent = self._parent
        hand = theme().px(_HAND_PX)
        pointer = parent.mapFromGlobal(QCursor.pos())
        yield QRect(pointer - QPoint(hand, hand), QSize(2 * hand, 2 * hand)), _POINTER
        focused = self.window().focusWidget()
        for widget in self._below.findChildren(QWidget):
            if widget is self or self.isAncestorOf(widget):
                continue
            weight = _weight_of(widget, focused)
            if not weight:
                continue
            if widget.isVisible() and not (isinstance(widget, QLabel) and not widget.text()):
                seen = widget.visibleRegion().boundingRect()
                if isinstance(widget, _CONTROLS) and seen.height() > theme().px(_LONG_PX):
                    weight = _LONG_CONTROL
                if not seen.isEmpty():
                    corner = widget.mapTo(parent, QPoint(0, 0))
                    yield seen.translated(corner), weight
                    if isinstance(widget, Filled):
                        for rect in widget.filled_rects():
                            yield rect.translated(corner), _TEXT

    def _on_theme_changed(self) -> None:
        self._shadow.setBlurRadius(theme().px(16))
        self._shadow.setColor(theme().color("shadow"))
        self._place()


def _weight_of(widget: QWidget, focused: QWidget | None) -> int:
    """Return how bad it is to hide a widget; 0 where it does not matter."""
    if widget.property(READING):
        return _READING
    if isinstance(widget, _CONTROLS):
        return _CONTROL * (2 if widget is focused else 1)
    if isinstance(widget, _PICTURES):
        return _PICTURE
    return _TEXT if isinstance(widget, _TEXTS) else 0


def _places(inside: QRect, size: QSize, step: int) -> list[QPoint]:
    """Return where the top left corner may go, the place that is liked best first.

    In the middle below, then beside, then higher.
    """
    right = max(inside.left(), inside.right() + 1 - size.width())
    bottom = max(inside.top(), inside.bottom() + 1 - size.height())
    middle = (inside.left() + right) // 2
    beside = [
        x
        for away in range(2 * step, middle - inside.left(), 2 * step)
        for x in (middle - away, middle + away)
    ]
    across = dict.fromkeys([middle, *beside, inside.left(), right])
    heights = [*range(bottom, inside.top(), -step), inside.top()]
    return [QPoint(x, y) for y in heights for x in across]


def _costs(
    places: Sequence[QPoint], size: QSize, weights: Sequence[tuple[QRect, int]]
) -> NDArray[np.int64]:
    """Return how much each place would hide, shape (places,)."""
    corners = np.array([(place.x(), place.y()) for place in places])
    left, top = corners[:, :1], corners[:, 1:]
    rects = np.array([rect.getRect() for rect, _ in weights])
    worth = np.array([weight for _, weight in weights])
    is_hidden = (
        (left < rects[:, 0] + rects[:, 2])
        & (rects[:, 0] < left + size.width())
        & (top < rects[:, 1] + rects[:, 3])
        & (rects[:, 1] < top + size.height())
    )
    hidden: NDArray[np.int64] = is_hidden @ worth
    return hidden
