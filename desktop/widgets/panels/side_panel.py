"""A scrolling column of sections at the side of the page."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.foundation.theme import theme, theme_notifier

_MARGIN_PX, _SPACING_PX = 14, 16
_NARROWEST_SHARE = 0.5


class SidePanel(QFrame):
    """A column that scrolls when the window is low, and narrows when it is narrow and zoomed."""

    def __init__(self, side: Literal["left", "right"], width_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._width_px = width_px
        self.setProperty("kind", side)
        content = QWidget(self)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        self._column.setSpacing(_SPACING_PX)
        self._column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def sizeHint(self) -> QSize:
        """Return the width at which nothing in the column is cut."""
        return QSize(theme().px(self._width_px), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the width below which it does not narrow, so that zooming fits a small screen."""
        width = theme().px(self._width_px * _NARROWEST_SHARE)
        return QSize(width, super().minimumSizeHint().height())

    def add(self, part: QWidget) -> None:
        """Append a section."""
        self._column.insertWidget(self._column.count() - 1, part)

    def _on_theme_changed(self) -> None:
        self.setMaximumWidth(theme().px(self._width_px))
        self.updateGeometry()
