"""Where the canvas's commands stand: in the menu bar, its submenus and the context menus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


@dataclass(frozen=True)
class Submenu:
    """A menu in a menu: its title, marked for translation in ``CanvasMenu``, and its entries."""

    # Qt's marker is declared to return an object, though it is the text.
    title: object
    entries: tuple[str, ...]


# An empty name is a line between entries.
Entries = tuple[str | Submenu, ...]

_MENU_BAR: Mapping[str, Entries] = {
    "Edit": (
        "undo", "redo", "",
        "cut", "copy", "paste", "duplicate", "delete", "delete_bridging", "",
        "select_all", "select_linked", "",
        "add", "edit_value", "rename", "set_result", "",
        "arrange",
    ),
    "View": ("zoom_in", "zoom_out", "zoom_reset", "zoom_fit"),
}  # fmt: skip

_NODE: Entries = (
    "set_result", "edit_value", "rename", "",
    "cut", "copy", "duplicate", "arrange", "select_linked", "",
    "delete", "delete_bridging",
)  # fmt: skip
_CANVAS: Entries = ("add", "paste", "", "select_all", "arrange", "zoom_fit", "", "delete")


def canvas_menu(parent: QWidget, actions: Mapping[str, QAction], *, has_node: bool) -> QMenu:
    """Return the menu for a node, or for a wire or empty canvas; it deletes itself.

    It offers only what can be done now.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(QCoreApplication.translate("CanvasMenu", "Commands of the canvas"))
    menu.setToolTipsVisible(True)
    for entry in _NODE if has_node else _CANVAS:
        if not entry:
            menu.addSeparator()
        elif isinstance(entry, Submenu):
            if any(actions[name].isEnabled() for name in entry.entries if name):
                menu.addMenu(_make_submenu(menu, actions, entry))
        elif actions[entry].isEnabled():
            menu.addAction(actions[entry])
    return menu


def menu_bar_actions(
    parent: QWidget, actions: Mapping[str, QAction]
) -> list[tuple[str, list[QAction]]]:
    """Return what stands in the menus of the menu bar; submenus and lines belong to `parent`."""
    return [
        (title, list(_menu_bar_entries(parent, actions, entries)))
        for title, entries in _MENU_BAR.items()
    ]


def _menu_bar_entries(
    parent: QWidget, actions: Mapping[str, QAction], entries: Entries
) -> Iterable[QAction]:
    for entry in entries:
        if not entry:
            line = QAction(parent)
            line.setSeparator(True)
            yield line
        elif isinstance(entry, Submenu):
            yield _make_submenu(parent, actions, entry).menuAction()
        else:
            yield actions[entry]


def _make_submenu(parent: QWidget, actions: Mapping[str, QAction], entry: Submenu) -> QMenu:
    menu = QMenu(QCoreApplication.translate("CanvasMenu", str(entry.title)), parent)
    menu.setToolTipsVisible(True)
    for name in entry.entries:
        if name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()
    return menu
