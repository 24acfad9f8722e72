"""A scrolling column of sections at the side of the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.panels.column_plan import Side

_MARGIN_PX, _SPACING_PX = 14, 16
# The line at its edge.
_EDGE_PX = 1
# Narrower than this share of its width, a column's tables would have to be scrolled sideways.
NARROWEST_SHARE = 0.85


class ColumnArea(QScrollArea):
    """Scrolls what is in a column upwards and downwards, and is never narrower than that."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on that what is in it needs another width, which Qt keeps to itself."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Return a width that cuts nothing, with the bar that scrolls beside it."""
        content = self._content
        least = content.minimumSizeHint().expandedTo(content.minimumSize()).width()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(least + bar, super().minimumSizeHint().height())


class SidePanel(QFrame):
    """A column that scrolls when the window is low, and narrows as far as what is in it allows."""

    def __init__(self, side: Side, width_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._width_px = width_px
        self.setProperty("kind", side)
        content = QWidget(self)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        self._column.setSpacing(_SPACING_PX)
        self._column.addStretch(1)
        self._area = ColumnArea(content, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        theme_notifier().follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the width at which nothing in the column is cut."""
        return QSize(theme().px(self._width_px), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the width below which something in the column would be cut."""
        least = self._area.minimumSizeHint().width() + _EDGE_PX
        return QSize(max(least, theme().px(self._width_px * NARROWEST_SHARE)), 0)

    def add(self, part: QWidget) -> None:
        """Append a section."""
        self._column.insertWidget(self._column.count() - 1, part)
