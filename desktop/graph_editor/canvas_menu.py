"""The context menus of the canvas: of nodes, and of what lies between them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

_NODE = (
    "set_result", "edit_value", "rename", "",
    "cut", "copy", "duplicate", "arrange", "select_linked", "",
    "delete", "delete_bridging",
)  # fmt: skip
_CANVAS = ("add", "paste", "", "select_all", "arrange", "zoom_fit", "", "delete")


def canvas_menu(parent: QWidget, actions: Mapping[str, QAction], *, has_node: bool) -> QMenu:
    """Return the menu for a node, or for a wire or empty canvas; it deletes itself."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(QCoreApplication.translate("CanvasMenu", "Commands of the canvas"))
    menu.setToolTipsVisible(True)
    for name in _NODE if has_node else _CANVAS:
        if not name:
            menu.addSeparator()
        elif actions[name].isEnabled():
            menu.addAction(actions[name])
    return menu
