"""Every text that the program shows: in its widgets, menus and lists, and painted by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGraphicsSimpleTextItem,
    QGraphicsTextItem,
    QGraphicsView,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
_MOST_ROWS, _MOST_COLUMNS = 60, 12


@contextmanager
def painted_texts() -> Iterator[set[str]]:
    """Note what is written by painters from Python, for as long as the block lasts."""
    noted: set[str] = set()
    draw: Callable[..., Any] = QPainter.drawText

    def note(painter: QPainter, *arguments: object) -> object:
        noted.update(text for text in arguments if isinstance(text, str))
        return draw(painter, *arguments)

    QPainter.drawText = note  # type: ignore[method-assign, assignment]
    try:
        yield noted
    finally:
        QPainter.drawText = draw  # type: ignore[method-assign]


def shown_texts() -> set[str]:
    """Return what all windows say now: titles, texts, tips, What's This, names, items, actions."""
    found: set[str] = set()
    for window in QApplication.topLevelWidgets():
        for widget in (window, *window.findChildren(QWidget)):
            found.update(texts_of(widget))
        for action in window.findChildren(QAction):
            # What a library made and put nowhere is not shown.
            if action.associatedObjects():
                found.update(_texts_of_action(action))
    found.discard("")
    return found


def fill_menus(root: QObject) -> None:
    """Let every menu below an object fill itself, as it does when it opens."""
    for menu in root.findChildren(QMenu):
        menu.aboutToShow.emit()


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield what one widget says."""
    yield widget.toolTip()
    yield widget.whatsThis()
    yield widget.statusTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QGroupBox | QMenu):
        yield widget.title()
    elif isinstance(widget, QLineEdit | QTextEdit):
        # What stands in it is a person's.
        yield widget.placeholderText()
    elif isinstance(widget, QTabBar):
        for tab in range(widget.count()):
            yield from (widget.tabText(tab), widget.tabToolTip(tab))
    elif isinstance(widget, QComboBox):
        yield from _texts_of_model(widget.model())
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        if widget.model() is not None:
            yield from _texts_of_model(widget.model())
    elif isinstance(widget, QGraphicsView):
        yield from _texts_of_scene(widget)


def _texts_of_action(action: QAction) -> Iterator[str]:
    yield from (action.text(), action.toolTip(), action.statusTip(), action.whatsThis())


def _texts_of_model(model: QAbstractItemModel) -> Iterator[str]:
    is_list = isinstance(model, QAbstractListModel)
    columns = 1 if is_list else min(model.columnCount(), _MOST_COLUMNS)
    for column in range(columns):
        for role in _ROLES:
            text = model.headerData(column, Qt.Orientation.Horizontal, role)
            if isinstance(text, str):
                yield text
    yield from _texts_below(model, QModelIndex(), columns)


def _texts_below(model: QAbstractItemModel, parent: QModelIndex, columns: int) -> Iterator[str]:
    for row in range(min(model.rowCount(parent), _MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in _ROLES:
                text = index.data(role)
                if isinstance(text, str):
                    yield text
        # Tables and lists have nothing below a row.
        if not isinstance(model, QAbstractTableModel | QAbstractListModel):
            yield from _texts_below(model, model.index(row, 0, parent), columns)


def _texts_of_scene(view: QGraphicsView) -> Iterator[str]:
    for item in view.items():
        yield item.toolTip()
        if isinstance(item, QGraphicsTextItem):
            yield item.toPlainText()
        elif isinstance(item, QGraphicsSimpleTextItem):
            yield item.text()
