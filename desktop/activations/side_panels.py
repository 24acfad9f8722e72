"""The panels at both sides of the activations: one pair for each view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.foundation.theme import theme
from desktop.widgets.panels.loose_stack import LooseStack
from desktop.widgets.panels.side_panel import NARROWEST_SHARE, ColumnArea


class SidePanels(LooseStack):
    """Panels that scroll, one of which is shown.

    Attributes:
        panels: They themselves, each with all in it.
    """

    def __init__(self, contents: Sequence[QWidget], kind: str, width_px: int) -> None:
        super().__init__()
        self._width_px = width_px
        self.panels = [_panel(content, kind) for content in contents]
        for panel in self.panels:
            self.addWidget(panel)

    def sizeHint(self) -> QSize:
        """Return the width that suits them."""
        return QSize(theme().px(self._width_px), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the width that cuts nothing in any of them, so that no view has another one."""
        least = super().minimumSizeHint().width()
        return QSize(max(least, theme().px(self._width_px * NARROWEST_SHARE)), 0)


def _panel(content: QWidget, kind: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", kind)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(ColumnArea(content, frame))
    return frame
