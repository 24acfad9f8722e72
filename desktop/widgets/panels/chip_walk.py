"""Walking over chips by the arrow keys: however many there are, they are no stops of Tab."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChipWalk(QObject):
    """Leads from a field into the chips that it searches by ↓, and among them by the arrows.

    Tab stops at the field and goes on past all of them.
    """

    def __init__(
        self, field: QWidget, shown: Callable[[], Sequence[QWidget]], parent: QWidget
    ) -> None:
        """Begin with no chip.

        Args:
            field: Where the way in begins.
            shown: Tells the chips that can be seen, in their order.
            parent: What owns the walk.
        """
        super().__init__(parent)
        self._field = field
        self._shown = shown
        field.installEventFilter(self)

    def add(self, chip: QWidget) -> None:
        """Lead to a chip as well."""
        chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        chip.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the arrows."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, shown = Qt.Key(event.key()), self._shown()
        if watched is self._field:
            if key != Qt.Key.Key_Down or not shown:
                return False
            shown[0].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        step = _STEPS.get(key)
        if step is None or not isinstance(watched, QWidget) or watched not in shown:
            return False
        place = shown.index(watched) + step
        target = self._field if place < 0 else shown[min(place, len(shown) - 1)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        return True
