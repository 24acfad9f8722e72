"""A label for plain text that breaks into lines."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from desktop.foundation.plain_label import PlainLabel


def text_label(parent: QWidget, kind: str) -> QLabel:
    """Return an empty label in one of the style sheet's kinds, such as ``"muted"``."""
    label = PlainLabel(parent)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    return label
