"""The menu bar: the window's own actions, joined by those of the page that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from desktop.shell.actions import plain_text
from desktop.widgets.page import Page

_STANDARD = ("File", "Edit", "View", "Go", "Help")


class PageMenus:
    """Puts a page's actions into the menus, and takes them out when another page is shown.

    An action's keys work only while it belongs to something visible. All actions are therefore
    added to the window as well, which keeps their keys alive while the menu bar is hidden; those of
    a page that is not shown belong to nothing visible, so their keys never meet another page's.
    """

    def __init__(
        self, window: QMainWindow, menu_bar: QMenuBar, own: Mapping[str, Sequence[QAction]]
    ) -> None:
        """Make the standard menus.

        Args:
            window: What the keys work in.
            menu_bar: Where the menus go.
            own: The window's own actions by the name of their menu.
        """
        self._window = window
        self._bar = menu_bar
        self._menus = {name: menu_bar.addMenu(_title(name)) for name in _STANDARD}
        self._first_own: dict[str, QAction] = {}
        self._added: list[QAction] = []
        self._separators: list[QAction] = []
        self._page_menus: list[QMenu] = []
        for name, actions in own.items():
            self._menus[name].addActions(list(actions))
            self._first_own[name] = actions[0]
            window.addActions(list(actions))

    @property
    def titles(self) -> list[str]:
        """The titles of all menus from left to right."""
        return [plain_text(action.text()) for action in self._bar.actions()]

    def menu(self, name: str) -> QMenu:
        """Return one of the standard menus by its English name."""
        return self._menus[name]

    def show_page(self, page: Page) -> None:
        """Take out the actions of the page shown before and put in those of another."""
        self._remove()
        for title, actions in page.menu_actions():
            if title in _STANDARD:
                self._merge(title, actions)
            else:
                self._add_menu(title, actions)
            for action in leaves(actions):
                self._window.addAction(action)
                self._added.append(action)

    def entries(self) -> list[tuple[str, list[QAction]]]:
        """Return every menu's title with all that can be done there, submenus included."""
        found = []
        for action in self._bar.actions():
            menu = action.menu()
            if isinstance(menu, QMenu):
                found.append((plain_text(action.text()), list(leaves(menu.actions()))))
        return found

    def _merge(self, name: str, actions: Sequence[QAction]) -> None:
        menu, first = self._menus[name], self._first_own[name]
        menu.insertActions(first, list(actions))
        separator = menu.insertSeparator(first)
        self._added += [action for action in actions if action.isSeparator() or is_submenu(action)]
        self._separators.append(separator)

    def _add_menu(self, title: str, actions: Sequence[QAction]) -> None:
        menu = QMenu(title, self._bar)
        menu.addActions(list(actions))
        self._bar.insertMenu(self._menus["Help"].menuAction(), menu)
        self._page_menus.append(menu)

    def _remove(self) -> None:
        for action in self._added:
            self._window.removeAction(action)
            for menu in self._menus.values():
                menu.removeAction(action)
        self._added.clear()
        for separator in self._separators:
            separator.deleteLater()
        self._separators.clear()
        for menu in self._page_menus:
            self._bar.removeAction(menu.menuAction())
            menu.deleteLater()
        self._page_menus.clear()


def is_submenu(action: QAction) -> bool:
    """Tell whether an action opens a menu instead of doing something."""
    return isinstance(action.menu(), QMenu)


def leaves(actions: Sequence[QAction]) -> Iterator[QAction]:
    """Yield the actions that do something: not separators, and submenus opened up."""
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from leaves(menu.actions())
        elif not action.isSeparator():
            yield action


def _title(name: str) -> str:
    translate = QCoreApplication.translate
    return {
        "File": translate("Menus", "&File"),
        "Edit": translate("Menus", "&Edit"),
        "View": translate("Menus", "&View"),
        "Go": translate("Menus", "&Go"),
        "Help": translate("Menus", "&Help"),
    }[name]
