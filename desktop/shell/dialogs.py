"""Opens the window's dialogs; none of them stops the work behind it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QMainWindow

from desktop.foundation.settings import Settings
from desktop.foundation.translation import filled
from desktop.shell.about_dialog import AboutDialog
from desktop.shell.error_dialog import ErrorDialog
from desktop.shell.page_menus import PageMenus
from desktop.shell.preferences_dialog import PreferencesDialog
from desktop.shell.shortcuts_dialog import Group, ShortcutsDialog, row_of
from desktop.widgets.panels.page import Page


class Dialogs:
    """The dialogs of one main window."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        """Open nothing yet."""
        self._window = window
        self._settings = settings
        self._errors: ErrorDialog | None = None

    def show_preferences(self) -> None:
        """Let the user change the preferences."""
        self._open(PreferencesDialog(self._settings, self._window))

    def show_about(self) -> None:
        """Tell what the program is."""
        self._open(AboutDialog(self._window))

    def show_shortcuts(self, menus: PageMenus, page: Page | None) -> None:
        """List every action in the menus and the other keys of a page: what has a key first."""
        rows = [(title, [row_of(each) for each in found]) for title, found in menus.entries()]
        groups: list[Group] = []
        # What is looked for here has a key; long lists without one, as of examples, come last.
        for title, entries in rows:
            keyed = [row for row in entries if row[1]]
            if keyed:
                groups.append((title, keyed))
        hints = page.key_hints() if page is not None else []
        if hints:
            title = QCoreApplication.translate("Dialogs", "On this page")
            groups.append((title, [(what, keys, "") for keys, what in hints]))
        without = QCoreApplication.translate("Dialogs", "{0}, without a key")
        for title, entries in rows:
            keyless = [row for row in entries if not row[1]]
            if keyless:
                groups.append((filled(without, title), keyless))
        self._open(ShortcutsDialog(groups, self._window))

    def show_error(self, details: str) -> None:
        """Show what is known about an error that nobody expected."""
        if self._errors is None:
            self._errors = ErrorDialog(self._window)
        self._errors.add(details)

    def follow_language(self) -> None:
        """Speak the language that is in force now; only the report of errors may be open then."""
        if self._errors is not None:
            self._errors.follow_language()

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
