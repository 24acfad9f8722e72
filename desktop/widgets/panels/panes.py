"""Going from one part of the window to the next by a key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.widgets.panels.columns import bring_into_sight

_BY_TAB = Qt.FocusPolicy.TabFocus


@runtime_checkable
class KnowsItsUse(Protocol):
    """A pane that knows where the keys are of use, which need not be what Tab meets first."""

    def take_useful_keys(self) -> bool:
        """Take the keys where they are of use; tell whether there is such a place."""


def go_to_pane(panes: Sequence[QWidget], step: int) -> QWidget | None:
    """Give the focus to the next pane that can take it; within it, to what is of use there now.

    That is what the pane itself says, or else what had the focus there last.

    Args:
        panes: The parts in the order in which one goes round.
        step: 1 for the next one, -1 for the one before.

    Returns:
        What has the focus now; None where no pane can take it.
    """
    count = len(panes)
    start = _pane_with_focus(panes)
    if start is None:
        start = -1 if step > 0 else count
    for way in range(1, count + 1):
        pane = panes[(start + way * step) % count]
        if isinstance(pane, KnowsItsUse) and pane.isVisible() and pane.take_useful_keys():
            return QApplication.focusWidget()
        target = _target_in(pane)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return target
    return None


def give_keys(field: QWidget) -> None:
    """Give the focus to a field that a key has asked for, what stands in it chosen.

    A column that is folded opens for it. Where it cannot be seen even so, as while the canvas is
    presented alone, the keys stay where they are.
    """
    if not bring_into_sight(field):
        return
    field.setFocus(Qt.FocusReason.TabFocusReason)
    if isinstance(field, QLineEdit | QPlainTextEdit):
        field.selectAll()


def _pane_with_focus(panes: Sequence[QWidget]) -> int | None:
    focused = QApplication.focusWidget()
    if focused is None:
        return None
    for place, pane in enumerate(panes):
        if pane is focused or pane.isAncestorOf(focused):
            return place
    return None


def _target_in(pane: QWidget) -> QWidget | None:
    """Return what the focus goes to in a pane: where it was last, or the first that Tab meets."""
    if not (pane.isVisible() and pane.isEnabled()):
        return None
    # The stubs do not know that nothing in it may have had the focus yet.
    last: QWidget | None = pane.focusWidget()
    if last is not None and _takes_keys(last):
        return last
    return next((widget for widget in _in_tab_order(pane) if _is_stop(widget)), None)


def _in_tab_order(pane: QWidget) -> Iterator[QWidget]:
    widget: QWidget | None = pane
    while widget is not None:
        if widget is pane or pane.isAncestorOf(widget):
            yield widget
        following = widget.nextInFocusChain()
        widget = None if following is pane else following


def _takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy())


def _is_stop(widget: QWidget) -> bool:
    is_passed_on = widget.focusProxy() is not None
    return _takes_keys(widget) and bool(widget.focusPolicy() & _BY_TAB) and not is_passed_on
