"""A label for plain text that breaks into lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def text_label(parent: QWidget, kind: str) -> QLabel:
    """Return an empty label in one of the style sheet's kinds, such as ``"muted"``."""
    label = QLabel(parent)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
