"""Leaving the keys where they are while something is shown that would take them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

T = TypeVar("T")


def keeping_keys(pieces: Iterator[T]) -> Iterator[T]:
    """Go through pieces of work, none of which moves the keys from what has them before it.

    A view that is shown takes the keys, as somebody who chooses it wants. Where a lesson shows it,
    the keys belong to what one is about to answer.
    """
    over = object()
    while True:
        before: QWidget | None = QApplication.focusWidget()
        piece = next(pieces, over)
        now: QWidget | None = QApplication.focusWidget()
        is_moved = before is not None and now is not before and shiboken6.isValid(before)
        if is_moved and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        if piece is over:
            return
        yield piece  # type: ignore[misc]  # it is one of the pieces
