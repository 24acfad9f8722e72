"""The stage: the real application, driven by actions and keys, photographed when it is still."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.app import make_companion, make_spaces
from desktop.foundation.settings import LANGUAGE, SCALE, THEME, Settings
from desktop.shell.application import Application
from desktop.shell.main_window import MainWindow
from desktop.tasks.worker import computing_count
from desktop.widgets.panels.page import Page
from tests.support.event_loop import deliver_deletes
from tests.support.settling import PATIENCE_MS, Stillness


def _is_idle() -> bool:
    return computing_count() == 0


class Stage:
    """One running application and the folder its pictures go to."""

    def __init__(self, application: Application, settings: Settings, folder: Path) -> None:
        """Take an application whose window is not shown yet."""
        self._application = application
        self._settings = settings
        self._folder = folder
        self.taken: list[Path] = []

    @property
    def window(self) -> MainWindow:
        """The window."""
        return self._application.window

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self.window.stack.current
        assert page is not None
        return page

    def set_look(self, theme: str = "light", language: str = "en", scale: float = 1.0) -> None:
        """Choose theme, language and zoom as the preferences do."""
        self._settings.set(THEME, theme)
        self._settings.set(SCALE, scale)
        self._settings.set(LANGUAGE, language)
        self.wait_until(lambda: not self._application.is_busy)

    def go_to(self, space_id: str, width: int = 1440, height: int = 900) -> None:
        """Show a space at a size."""
        self.window.resize(QSize(width, height))
        self.window.show_space(space_id)
        self.window.show()
        QTest.mouseMove(self.window, QPoint(2, 2))
        self.settle()

    def start_anew(self, space_id: str, width: int = 1440, height: int = 900) -> None:
        """Show a space as a first start shows it, whatever was done there before."""
        self._leave_window()
        self._application.window.deleteLater()
        self._application.deleteLater()
        # Otherwise every window so far would live on and follow each change of the theme.
        deliver_deletes()
        # A first start has no work of one that was never closed to offer.
        shutil.rmtree(self._settings.folder / "recovery", ignore_errors=True)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._application = Application(app, self._settings, make_spaces, make_companion)
        self.go_to(space_id, width, height)

    def press(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        """Press a key on the page, or on a widget in it."""
        QTest.keyClick(widget or self.page, key)

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Let the application run until something is true.

        Raises:
            TimeoutError: It did not become true.
        """
        end = time.monotonic() + PATIENCE_MS / 1000
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("the application did not get there")
            QApplication.processEvents()

    def settle(self) -> None:
        """Let the application run until nothing computes, moves or has a layout before it."""
        # While a change of the theme is half done nothing is painted.
        self.wait_until(
            Stillness(
                self.page,
                lambda: _is_idle() and not self._application.is_busy,
                self.window.updatesEnabled,
            )
        )

    def take(self, name: str) -> None:
        """Photograph the window once it is still, or the dialog that is open over it."""
        self.settle()
        subject = QApplication.activeModalWidget() or self.window
        path = self._folder / f"{name}.png"
        assert subject.grab().save(str(path)), f"{path} cannot be written"
        self.taken.append(path)
        print(f"{name}: {subject.width()}×{subject.height()}", flush=True)

    def close(self) -> None:
        """End the application without being asked about unsaved work."""
        self._leave_window()
        self._application.window.deleteLater()
        self._application.deleteLater()
        deliver_deletes()

    def _leave_window(self) -> None:
        """Close the dialog that is open, come back from presenting, and end every page."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()
        self.window.presentation.leave()
        self.window.stack.shut_down()
