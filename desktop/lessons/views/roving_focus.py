"""Widgets of one kind in a row are one stop of Tab; the arrows lead from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class RovingFocus(QObject):
    """Lets one of some widgets be the stop of Tab: the one that had the keys last."""

    def __init__(self, parent: QWidget, *, presses: bool = False) -> None:
        """Begin with none.

        Args:
            parent: What holds the widgets.
            presses: Whether the button that an arrow leads to is pressed, as among those of which
                one is chosen.
        """
        super().__init__(parent)
        self._presses = presses
        self._members: list[QWidget] = []

    def set_members(self, members: Sequence[QWidget], first: int = 0) -> None:
        """Lead among these, in this order; Tab stops at the first one named."""
        for gone in self._members:
            gone.removeEventFilter(self)
        self._members = list(members)
        for place, member in enumerate(self._members):
            member.installEventFilter(self)
            _set_stop(member, is_stop=place == first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer the arrows, and remember who has the keys."""
        if not isinstance(watched, QWidget) or watched not in self._members:
            return False
        if event.type() == QEvent.Type.FocusIn:
            for member in self._members:
                _set_stop(member, is_stop=member is watched)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        target = self._target(self._members.index(watched), event)
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if self._presses and isinstance(target, QAbstractButton):
            target.click()
        return True

    def _target(self, place: int, event: QKeyEvent) -> QWidget | None:
        if event.modifiers() not in _PLAIN:
            return None
        shown = [member for member in self._members if not member.isHidden()]
        here = self._members[place]
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Home:
            return shown[0]
        if key == Qt.Key.Key_End:
            return shown[-1]
        if key not in _STEPS or here not in shown:
            return None
        return shown[max(0, min(shown.index(here) + _STEPS[key], len(shown) - 1))]


def _set_stop(widget: QWidget, *, is_stop: bool) -> None:
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
