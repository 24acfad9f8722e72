"""The middle of a page: rows that stay, a main view that keeps its share of the window, the rest.

What has no room below the main view is scrolled to; the rows above it, such as those that step and
play, stay where they are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.widgets.panels.low_window import is_low
from desktop.widgets.panels.share_layout import ShareLayout

# The main view's share of the window's height.
MAIN_SHARE = 0.45
_SPACING_PX, _LOW_PX = 8, 4


class MainColumn(QFrame):
    """Gives the views in its body their share before anything else has more than it needs.

    Attributes:
        head: The layout of the rows that stay.
        body: The layout of the main view and of what follows it.
    """

    def __init__(self, views: Sequence[QWidget] = (), parent: QWidget | None = None) -> None:
        """Keep the share for these views, which are somewhere in the body.

        Args:
            views: Each is to be that high; see `keep_share`.
            parent: The page, or a view on it.
        """
        super().__init__(parent)
        self._views = list(views)
        self._margins = QMargins()
        self._content = QWidget(self)
        self.head, self.body = QVBoxLayout(), ShareLayout(self._content)
        self._area = _Body(self._content, self.body, self)
        self.head.setSpacing(_SPACING_PX)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(_SPACING_PX)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_SPACING_PX)
        self._layout.addLayout(self.head)
        self._layout.addWidget(self._area, 1)

    @property
    def area(self) -> QScrollArea:
        """What scrolls the body."""
        return self._area

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Leave room at the edges, in pixels; in a low window less above and below."""
        self._margins = QMargins(left, top, right, bottom)
        self._spread()

    def keep_share(self, *views: QWidget) -> None:
        """Keep the share for other views from now on, one of which may be seen at a time."""
        for view in self._views:
            if view not in views:
                view.setMinimumHeight(0)
        self._views = list(views)
        self._share()

    def minimumSizeHint(self) -> QSize:
        """Return the room for the rows that stay, and a little of what is scrolled."""
        size = super().minimumSizeHint()
        return QSize(size.width(), min(size.height(), self.head.minimumSize().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window's height."""
        self._spread()
        self._share()
        super().resizeEvent(event)

    def _spread(self) -> None:
        """Leave less room between the rows in a low window."""
        low = is_low(self)
        margins, spacing = QMargins(self._margins), _LOW_PX if low else _SPACING_PX
        if low:
            margins.setTop(min(margins.top(), spacing))
            margins.setBottom(min(margins.bottom(), spacing))
        self._layout.setContentsMargins(margins)
        for layout in (self._layout, self.head):
            layout.setSpacing(spacing)

    def _share(self) -> None:
        share = math.ceil(MAIN_SHARE * self.window().height())
        for view in self._views:
            if view.minimumHeight() != share:
                view.setMinimumHeight(share)


class _Body(QScrollArea):
    """Makes what is in it as wide as itself, and as high as itself or as it must be."""

    def __init__(self, content: QWidget, layout: ShareLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._content, self._layout = content, layout
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        content.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        """Return the width of what is in it, with the bar beside it, and hardly any height."""
        width = self._content.minimumSizeHint().width() + self._bar_width()
        return QSize(width, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is in it."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by Page Up and Page Down alone; the arrow keys are the page's."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit what is in it when that asks for another size."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        least = self._layout.least_height(room.width())
        if least > room.height():
            room.setWidth(room.width() - self._bar_width())
            least = self._layout.least_height(room.width())
        self._content.resize(room.width(), max(room.height(), least))

    def _bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()
