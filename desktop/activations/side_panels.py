"""The panels at both sides of the activations: one pair for each view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget


class SidePanels(QStackedWidget):
    """Panels that scroll, one of which is shown.

    Attributes:
        panels: They themselves, each with all in it.
    """

    def __init__(self, contents: Sequence[QWidget], kind: str) -> None:
        super().__init__()
        self.panels = [_panel(content, kind) for content in contents]
        for panel in self.panels:
            self.addWidget(panel)


def _panel(content: QWidget, kind: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", kind)
    area = QScrollArea(frame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(area)
    return frame
