"""The life of the program: its window, and what follows the settings: theme and language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.foundation.fonts import fonts
from desktop.foundation.settings import LANGUAGE, LAST_SPACE, SCALE, THEME, Key, Settings
from desktop.foundation.theme import resolve_theme, theme, theme_notifier
from desktop.foundation.translation import install, resolve
from desktop.shell.main_window import MainWindow
from desktop.shell.restyler import Restyler
from desktop.shell.space import Space
from desktop.tasks.garbage import collect_soon
from desktop.tasks.turns import Turns


class Application(QObject):
    """Owns the main window and makes it anew when the language changes."""

    def __init__(
        self, app: QApplication, settings: Settings, make_spaces: Callable[[], Sequence[Space]]
    ) -> None:
        """Put the language and the theme of the settings in force, and make the window.

        Args:
            app: Qt's application.
            settings: What to follow.
            make_spaces: Makes the spaces, with titles in the language in force.
        """
        super().__init__()
        self._app = app
        self._settings = settings
        self._make_spaces = make_spaces
        self._is_refused = self._refuse_unreadable()
        install(app, resolve(settings.get(LANGUAGE)))
        self._restyler = Restyler(app, self)
        self._apply_theme()
        self._restyler.finish()
        self._turns = Turns(self)
        self.window = MainWindow(settings, make_spaces())
        self._listen_to(self.window)
        settings.changed.connect(self._on_setting_changed)
        app.styleHints().colorSchemeChanged.connect(self._on_colours_changed)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def open_window(self, space_id: str | None = None) -> MainWindow:
        """Show the window where it was last time, in a space or in the last one."""
        self.window.restore_geometry()
        self.window.show_space(space_id or self._settings.get(LAST_SPACE))
        self.window.show()
        if troubles := self._troubles():
            self.window.show_message(" ".join(troubles), "warning")
        return self.window

    @property
    def is_busy(self) -> bool:
        """Whether a page or a window is being made, to be shown when it stands."""
        return self._turns.is_busy or self.window.is_busy

    def show_error(self, summary: str, details: str) -> None:
        """Tell in the present window about an error that nobody expected."""
        self.window.show_error(summary, details)

    def rebuild_window(self) -> None:
        """Make the window anew in the language of the settings now, every page as it was."""
        self._turns.begin(self._rebuilding())
        self._turns.finish()

    def _rebuilding(self) -> Iterator[None]:
        """Make another window and in it the page that is shown, the others when their spaces are.

        The old one stays and is usable until the new one takes its place in the last piece.
        """
        old = self.window
        install(self._app, resolve(self._settings.get(LANGUAGE)))
        new = MainWindow(self._settings, self._make_spaces())
        try:
            yield
            new.resize(old.size())
            # It may be another one by the time that the first is made.
            space_id = ""
            while space_id != old.stack.current_id:
                space_id = old.stack.current_id
                yield from new.stack.pieces(space_id)
            self._replace(old, new)
        finally:
            if self.window is not new:
                new.stack.shut_down()
                new.deleteLater()
                collect_soon()

    def _replace(self, old: MainWindow, new: MainWindow) -> None:
        space_id = old.stack.current_id
        is_presenting, is_visible = old.presentation.is_on, old.isVisible()
        old.keep_geometry()
        self.window = new
        self._listen_to(new)
        self.window.stack.take_over(old.stack)
        self.window.restore_geometry()
        self.window.show_space(space_id)
        # The new one is shown before the old one goes: without a window the program would end.
        if is_visible:
            self.window.show()
        if is_presenting:
            self.window.presentation.enter()
        old.hide()
        old.hand_over_visit(self.window)
        old.deleteLater()
        collect_soon()

    def _listen_to(self, window: MainWindow) -> None:
        window.closing.connect(self._turns.give_up)
        # One thing at a time: a page that is half made is not half dressed anew as well.
        window.visited.connect(self._restyler.finish)

    def _settle(self) -> None:
        """Bring what is made in pieces to its end, before what all of it follows changes."""
        self.window.finish_making()
        self._turns.finish()

    def _on_setting_changed(self, key: Key[object]) -> None:
        if key in (THEME, SCALE):
            self._settle()
        elif key is LANGUAGE:
            # A window that is half made in another language is given up by the next.
            self.window.finish_making()
        if key in (THEME, SCALE):
            self._apply_theme()
        elif key is LANGUAGE and self._refuse_unreadable():
            self.window.show_message(self._korean_is_missing(), "warning")
        elif key is LANGUAGE:
            # Not now: the old window is in the middle of handling the click that asked for it.
            QTimer.singleShot(0, self, lambda: self._turns.begin(self._rebuilding()))

    def _refuse_unreadable(self) -> bool:
        """Stay with English for this run if no font can write the language of the settings.

        The choice stays stored: after a font was installed it holds.
        """
        if resolve(self._settings.get(LANGUAGE)) != "ko" or fonts().can_write_korean:
            return False
        self._settings.override(LANGUAGE, "en")
        return True

    def _troubles(self) -> list[str]:
        """Return what the machine lacks, in sentences."""
        troubles = [self._korean_is_missing()] if self._is_refused else []
        if not self._settings.is_kept:
            sentence = self.tr("What you choose is not kept: {0} cannot be written.")
            troubles.append(sentence.format(self._settings.path))
        if self._settings.is_damaged:
            sentence = self.tr(
                "The file of your preferences is damaged, and what could not be read is as at "
                "first: {0}"
            )
            troubles.append(sentence.format(self._settings.path))
        return troubles

    def _korean_is_missing(self) -> str:
        """Say so; in English, since Korean is what cannot be read."""
        return self.tr(
            "Korean cannot be shown: no installed font has its letters. Install one, on Debian and "
            "Ubuntu the package fonts-noto-cjk, and start Wiregrad again."
        )

    def _on_colours_changed(self) -> None:
        self._settle()
        self._apply_theme()

    def _apply_theme(self) -> None:
        name = resolve_theme(self._settings.get(THEME))
        self._restyler.change(name, self._settings.get(SCALE))

    def _on_theme_changed(self) -> None:
        self._app.setWindowIcon(theme().icon("network", "accent"))
