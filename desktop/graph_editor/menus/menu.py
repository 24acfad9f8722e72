"""Where the canvas's commands stand: in the menu bar, its submenus and the context menus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.graph_editor.canvas.canvas_view import CanvasView


@dataclass(frozen=True)
class Submenu:
    """A menu in a menu: its title, marked for translation in ``CanvasMenu``, and its entries."""

    # Qt's marker is declared to return an object, though it is the text.
    title: object
    entries: tuple[str, ...]


ALIGN = Submenu(
    QT_TRANSLATE_NOOP("CanvasMenu", "Align"),
    (
        "align_left", "align_centre", "align_right", "",
        "align_top", "align_middle", "align_bottom", "",
        "distribute_across", "distribute_down",
    ),
)  # fmt: skip
MOVE = Submenu(
    QT_TRANSLATE_NOOP("CanvasMenu", "Move"),
    (
        "move_left", "move_right", "move_up", "move_down", "",
        "move_left_finely", "move_right_finely", "move_up_finely", "move_down_finely",
    ),
)  # fmt: skip

FRAMES = Submenu(
    QT_TRANSLATE_NOOP("CanvasMenu", "Frames"),
    (
        "frame", "edit_frame", "", "add_to_frame", "leave_frame", "",
        "frame_color", "remove_frame",
    ),
)  # fmt: skip

# An empty name is a line between entries.
Entries = tuple[str | Submenu, ...]

_NODE_MENU = str(QT_TRANSLATE_NOOP("CanvasMenu", "&Node"))
_MENU_BAR: Mapping[str, Entries] = {
    "Edit": (
        "undo", "redo", "",
        "cut", "copy", "paste", "duplicate", "delete", "delete_bridging", "",
        "select_all", "select_linked", "select_wire", "",
        "arrange", ALIGN, MOVE,
    ),
    "View": (
        "zoom_in", "zoom_out", "zoom_reset", "zoom_fit", "",
        "more_digits", "fewer_digits", "shapes", "names", "",
        "open_numbers", "light_selection", "",
        "snap", "minimap",
    ),
    _NODE_MENU: (
        "add", "connect", "disconnect", "",
        "edit_value", "edit_table", "rename", "collapse", "set_result", "",
        "group", "ungroup", "enter_group", "leave_group", "keep_gate", "",
        "mute", "reroute", FRAMES, "",
        "show_curve", "send_to_optimizers",
    ),
}  # fmt: skip

_NODE: Entries = (
    "set_result", "edit_value", "edit_table", "rename", "open_numbers", "",
    "group", "ungroup", "enter_group", "leave_group", "keep_gate", "",
    "mute", "collapse", FRAMES, "show_curve", "",
    "cut", "copy", "duplicate", "arrange", ALIGN, "",
    "select_linked", "connect", "disconnect", "delete", "delete_bridging",
)  # fmt: skip
_CANVAS: Entries = (
    "add",
    "reroute",
    "paste",
    "",
    "select_all",
    "arrange",
    "zoom_fit",
    "leave_group",
    "send_to_optimizers",
    "",
    "delete",
)


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


class CanvasMenu(QObject):
    """Answers a canvas that asks for its menu."""

    def __init__(self, view: CanvasView, actions: Mapping[str, QAction]) -> None:
        super().__init__(view)
        self._view = view
        self._actions = actions
        view.menu_asked.connect(self._on_asked)

    def _on_asked(self, at: QPoint, has_node: bool, by_key: bool) -> None:
        if by_key and QApplication.activePopupWidget() is not None:
            # Some platforms ask for the menu besides sending its key.
            return
        menu = canvas_menu(self._view, self._actions, has_node=has_node)
        menu.popup(at)
        if by_key:
            menu.setActiveAction(menu.actions()[0])


def menu_bar_actions(
    parent: QWidget, actions: Mapping[str, QAction]
) -> list[tuple[str, list[QAction]]]:
    """Return what stands in the menus of the menu bar; submenus and lines belong to `parent`."""
    return [
        (_shown_title(title), list(_menu_bar_entries(parent, actions, entries)))
        for title, entries in _MENU_BAR.items()
    ]


def _shown_title(title: str) -> str:
    # The window knows its own menus by their English names and translates them itself.
    if title == _NODE_MENU:
        return QCoreApplication.translate("CanvasMenu", title)
    return title


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
