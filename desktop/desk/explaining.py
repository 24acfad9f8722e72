"""What a control says of itself: to the pointer, to who asks, and to who listens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.foundation.plain_text import plain


def explain(
    widget: QWidget,
    name: str | None,
    tip: str,
    *,
    more: str = "",
    by_tab: bool = False,
) -> None:
    """Let a widget explain itself by tooltip, What's This and accessible name.

    Args:
        widget: The control or the picture.
        name: What a screen reader calls it, translated; None where it has a name already.
        tip: What is told on pointing at it, translated; any text, shown as it stands.
        more: What is told by What's This, where that is more than the tip.
        by_tab: Whether it gets the focus by the Tab key alone, so that a click leaves the keys
            where they are.
    """
    widget.setToolTip(plain(tip))
    widget.setWhatsThis(plain(more or tip))
    if name is not None:
        widget.setAccessibleName(name)
    if by_tab:
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
