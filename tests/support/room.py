"""How much room what is looked at has in a window, and which controls are cut or out of reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

_CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)
# What has parts that are no controls of their own.
_HOLDERS = (*_CONTROLS, QAbstractItemView, QGraphicsView)
# What rounding may take from a control.
_SLACK_PX = 1


def seen_rect(widget: QWidget) -> QRect:
    """Return the part of a widget that can be seen, in the pixels of its window."""
    seen = QRect(QPoint(), widget.size())
    place: QWidget = widget
    while not place.isWindow():
        seen.translate(place.pos())
        parent = place.parentWidget()
        assert parent is not None
        seen = seen.intersected(parent.rect())
        place = parent
    return seen


def shares(views: Sequence[QWidget]) -> tuple[float, float]:
    """Return what views side by side have of their window: the least of its height, the width."""
    window = views[0].window()
    seen = [seen_rect(view) for view in views]
    height = min(rect.height() for rect in seen) / window.height()
    return height, sum(rect.width() for rect in seen) / window.width()


def faults(window: QWidget, views: Sequence[QWidget]) -> list[str]:
    """Return what is wrong with the room in a window, each in a sentence.

    Args:
        window: The window, shown and settled.
        views: What is looked at in it, which nothing may cover.
    """
    found: list[str] = []
    controls = list(_controls(window))
    for control in controls:
        found += [f"{_name(control)} {fault}" for fault in _faults_of(control)]
    for view in views:
        found += [f"{_name(control)} covers {_name(view)}" for control in _covering(controls, view)]
    for area in window.findChildren(QScrollArea):
        bar = area.horizontalScrollBar()
        if area.isVisible() and bar.maximum() > 0 and area.window() is window:
            found.append(f"{_name(area)} scrolls sideways by {bar.maximum()}")
    return found


def _controls(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        # Asked in the order of what rules most of them out for least.
        if not isinstance(widget, _CONTROLS) or isinstance(widget, QScrollBar):
            continue
        if widget.isVisible() and widget.window() is window and not _is_inner(widget):
            yield widget


def _is_inner(widget: QWidget) -> bool:
    """Tell whether a widget is a part of a control, or lies on a canvas or in a table."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, _HOLDERS):
            return True
        parent = parent.parentWidget()
    return False


def _faults_of(control: QWidget) -> Iterator[str]:
    least = control.minimumSizeHint()
    if control.width() + _SLACK_PX < least.width() or control.height() + _SLACK_PX < least.height():
        yield f"has {_pair(control)} and needs {least.width()}×{least.height()}"
    rect = QRect(QPoint(), control.size())
    place: QWidget = control
    while not place.isWindow():
        rect.translate(place.pos())
        parent = place.parentWidget()
        assert parent is not None
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            if not _has_width(parent, rect):
                yield f"is cut at a side of {_name(area)}"
                return
            if area.verticalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
                # It can be scrolled to.
                rect = QRect(rect.x(), 0, rect.width(), min(rect.height(), parent.height()))
        slack = QRect(parent.rect()).adjusted(-_SLACK_PX, -_SLACK_PX, _SLACK_PX, _SLACK_PX)
        if not slack.contains(rect):
            yield f"at {rect.getRect()} lies outside {_name(parent)}, which is {_pair(parent)}"
            return
        place = parent


def _has_width(parent: QWidget, rect: QRect) -> bool:
    return rect.left() >= -_SLACK_PX and rect.right() <= parent.width() + _SLACK_PX


def _covering(controls: Sequence[QWidget], view: QWidget) -> list[QWidget]:
    room = seen_rect(view).adjusted(2, 2, -2, -2)
    window, corner = view.window(), view.window().rect().topLeft()
    return [
        control
        for control in controls
        # What is seen of a control is a part of it.
        if QRect(control.mapTo(window, corner), control.size()).intersects(room)
        and not view.isAncestorOf(control)
        and seen_rect(control).intersects(room)
    ]


def _pair(widget: QWidget) -> str:
    return f"{widget.width()}×{widget.height()}"


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = text() if isinstance(widget, (QAbstractButton, QLineEdit)) and text else ""
    return f"{type(widget).__name__} “{words or widget.accessibleName()}”"
