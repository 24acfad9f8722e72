"""A scrolling column of sections at the side of the page."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.foundation.theme import theme, theme_notifier

_MARGIN_PX, _SPACING_PX = 14, 16


class SidePanel(QFrame):
    """A column of fixed width that scrolls when the window is low."""

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
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        theme_notifier().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def add(self, part: QWidget) -> None:
        """Append a section."""
        self._column.insertWidget(self._column.count() - 1, part)

    def _on_theme_changed(self) -> None:
        self.setFixedWidth(theme().px(self._width_px))
