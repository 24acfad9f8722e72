"""The menu bar: the window's own actions, joined by those of the page that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from desktop.shell.actions import plain_text
from desktop.widgets.panels.page import Page

_STANDARD = ("File", "Edit", "View", "Go", "Help")


class PageMenus(QObject):
    """Puts a page's actions into the menus, and takes them out when another page is shown.

    An action's keys work only while it belongs to something visible. All actions are therefore
    added to the window as well, which keeps their keys alive while the menu bar is hidden; those of
    a page that is not shown belong to nothing visible, so their keys never meet another page's.

    A page fills its submenus anew whenever it likes and deletes what was in them. So nothing that
    belongs to a page is remembered here: what has to go is what stands in the menus and the window
    then and is not their own, and a submenu that changes is looked through again.
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
        super().__init__(window)
        self._window = window
        self._bar = menu_bar
        self._menus = {name: menu_bar.addMenu(_title(name)) for name in _STANDARD}
        self._own = {name: tuple(own[name]) for name in _STANDARD}
        self._page_menus: list[QMenu] = []
        for name, actions in self._own.items():
            self._menus[name].addActions(list(actions))
            window.addActions(list(actions))
        # Not at once: what is taken out of a submenu may be in the middle of its deletion.
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.timeout.connect(self._follow_keys)

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
        for title, actions in [*page.menu_actions(), ("View", page.column_actions())]:
            if title in _STANDARD:
                self._merge(title, actions)
            else:
                self._add_menu(title, actions)
            for submenu in submenus(actions):
                submenu.installEventFilter(self)
        self._follow_keys()

    def name_menus(self) -> None:
        """Give the standard menus their titles in the language that is in force now."""
        for name, menu in self._menus.items():
            menu.setTitle(_title(name))

    def entries(self) -> list[tuple[str, list[QAction]]]:
        """Return every menu's title with all that can be done there, submenus included."""
        found = []
        for action in self._bar.actions():
            menu = action.menu()
            if isinstance(menu, QMenu):
                found.append((plain_text(action.text()), list(leaves(menu.actions()))))
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a submenu of a page has other entries."""
        if event.type() in (QEvent.Type.ActionAdded, QEvent.Type.ActionRemoved):
            self._following.start()
        return super().eventFilter(watched, event)

    def _merge(self, name: str, actions: Sequence[QAction]) -> None:
        menu, first = self._menus[name], self._own[name][0]
        menu.insertActions(first, list(actions))
        menu.insertSeparator(first)

    def _add_menu(self, title: str, actions: Sequence[QAction]) -> None:
        menu = QMenu(title, self._bar)
        menu.addActions(list(actions))
        self._bar.insertMenu(self._menus["Help"].menuAction(), menu)
        self._page_menus.append(menu)

    def _remove(self) -> None:
        for name, menu in self._menus.items():
            for action in menu.actions():
                if action not in self._own[name]:
                    menu.removeAction(action)
                    # A separator of this menu; the page keeps its own.
                    if action.parent() is menu:
                        action.deleteLater()
        for menu in self._page_menus:
            self._bar.removeAction(menu.menuAction())
            menu.deleteLater()
        self._page_menus.clear()

    def _follow_keys(self) -> None:
        """Let the window hold the keys of what stands in the menus now, and no others."""
        wanted = [action for _, actions in self.entries() for action in actions]
        held = self._window.actions()
        for action in held:
            if action not in wanted:
                self._window.removeAction(action)
        for action in wanted:
            if action not in held:
                self._window.addAction(action)


def submenus(actions: Sequence[QAction]) -> Iterator[QMenu]:
    """Yield every menu that opens from some actions, and from those in it."""
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield menu
            yield from submenus(menu.actions())


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
