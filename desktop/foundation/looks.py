"""The look that a style sheet gives to a widget by one of its properties."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def set_look(widget: QWidget, name: str, value: str | bool | None) -> None:
    """Give a widget the look that the style sheet has for a property, unless it has it already.

    To look it up costs as much as painting it: what tells many times a second how it stands need
    not keep what it told before. What is not set looks as what is false.

    Args:
        widget: The widget.
        name: The property, such as ``"kind"``.
        value: Its value; None and false for the usual look.
    """
    had = widget.property(name)
    widget.setProperty(name, value)
    if (had or None) != (value or None):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
