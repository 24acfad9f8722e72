"""Whether a window is so low for its text that margins and words give way to what is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.foundation.theme import theme

_LOW_PX = 640


def is_low(widget: QWidget) -> bool:
    """Tell whether the window that a widget is in is low, measured by its text."""
    return widget.window().height() < theme().px(_LOW_PX)
