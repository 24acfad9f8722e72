"""Telling something from deep within a page, without a wire through every panel above."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.widgets.page import Page


def tell(widget: QWidget, text: str, severity: str = "info") -> None:
    """Let the page that a widget stands on report a sentence; alone, a widget stays silent.

    Args:
        widget: Any widget on the page.
        text: The sentence, translated.
        severity: ``"info"``, ``"warning"`` or ``"error"``.
    """
    above: QWidget | None = widget
    while above is not None:
        if isinstance(above, Page):
            above.reported.emit(text, severity)
            return
        above = above.parentWidget()
