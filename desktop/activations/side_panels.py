"""The panels at both sides of the activations: one pair for each view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget


class SidePanels(QStackedWidget):
    """Panels that scroll, one of which is shown."""

    def __init__(self, contents: Sequence[QWidget], kind: str) -> None:
        super().__init__()
        for content in contents:
            self.addWidget(_panel(content, kind))


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
