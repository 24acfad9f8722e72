"""The life of the program: its window, and what follows the settings: theme and language."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.foundation.fonts import fonts
from desktop.foundation.settings import LANGUAGE, LAST_SPACE, SCALE, THEME, Key, Settings
from desktop.foundation.theme import resolve_theme, theme, theme_notifier
from desktop.foundation.translation import (
    current_language,
    filled,
    install,
    resolve,
    translate_engine,
)
from desktop.shell.companion import MakeCompanion
from desktop.shell.main_window import MainWindow
from desktop.shell.restyler import Restyler
from desktop.shell.space import Space
from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE
from engine.languages.language import Language


class Application(QObject):
    """Owns the main window, and lets it follow the theme and the language."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        make_spaces: Callable[[], Sequence[Space]],
        make_companion: MakeCompanion | None = None,
    ) -> None:
        """Put the language and the theme of the settings in force, and make the window.

        Args:
            app: Qt's application.
            settings: What to follow.
            make_spaces: Makes the spaces, with titles in the language in force.
            make_companion: Makes what keeps the pages company, such as lessons; None for nothing.
        """
        super().__init__()
        self._app = app
        self._settings = settings
        self._make_spaces = make_spaces
        self._refused = self._refuse_unreadable(SOURCE_LANGUAGE)
        install(app, resolve(settings.get(LANGUAGE)))
        self._restyler = Restyler(app, self)
        self._apply_theme()
        self._restyler.finish()
        # Not at once: the window is in the middle of handling the click that asks for it.
        self._translating = QTimer(self)
        self._translating.setSingleShot(True)
        self._translating.timeout.connect(self._change_language)
        self.window = MainWindow(settings, make_spaces(), make_companion)
        self.window.closing.connect(self._translating.stop)
        # One thing at a time: a page that is half made is not half dressed anew as well.
        self.window.visited.connect(self._restyler.finish)
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
    def settings(self) -> Settings:
        """What the program follows."""
        return self._settings

    @property
    def is_busy(self) -> bool:
        """Whether a page is being made, to be shown then, or is taking on another theme or zoom."""
        is_changing = self._translating.isActive() or self._restyler.is_busy
        return is_changing or self.window.is_busy

    def show_error(self, summary: str, details: str) -> None:
        """Tell in the present window about an error that nobody expected."""
        self.window.show_error(summary, details)

    def _change_language(self) -> None:
        install(self._app, resolve(self._settings.get(LANGUAGE)))
        self.window.change_language(self._make_spaces())

    def _on_setting_changed(self, key: Key[object]) -> None:
        if key in (THEME, SCALE, LANGUAGE):
            # What is made in pieces comes to its end, before what all of it follows changes.
            self.window.finish_making()
        if key in (THEME, SCALE):
            self._apply_theme()
        elif key is LANGUAGE and (refused := self._refuse_unreadable(current_language())):
            self.window.show_message(self._letters_are_missing(refused), "warning")
        elif key is LANGUAGE:
            self._translating.start()

    def _refuse_unreadable(self, other: str) -> Language | None:
        """Stay with another language for this run if no font can write the one of the settings.

        The choice stays stored: after a font was installed it holds.
        """
        wanted = LANGUAGES[resolve(self._settings.get(LANGUAGE))]
        if fonts().can_write(wanted):
            return None
        self._settings.override(LANGUAGE, other)
        return wanted

    def _troubles(self) -> list[str]:
        """Return what the machine lacks, in sentences."""
        troubles = [self._letters_are_missing(self._refused)] if self._refused else []
        if not self._settings.is_kept:
            sentence = self.tr("What you choose is not kept: {0} cannot be written.")
            troubles.append(filled(sentence, self._settings.path))
        if self._settings.is_damaged:
            sentence = self.tr(
                "The file of your preferences is damaged, and what could not be read is as at "
                "first: {0}"
            )
            troubles.append(filled(sentence, self._settings.path))
        return troubles

    def _letters_are_missing(self, language: Language) -> str:
        """Say so, in the language in force, since the other is what cannot be read."""
        sentence = self.tr(
            "{0} cannot be shown: no installed font has its letters. Install one, on Debian and "
            "Ubuntu the package {1}, and start Wiregrad again."
        )
        return filled(sentence, translate_engine(language.title), language.font_package)

    def _on_colours_changed(self) -> None:
        self.window.finish_making()
        self._apply_theme()

    def _apply_theme(self) -> None:
        name = resolve_theme(self._settings.get(THEME))
        self._restyler.change(name, self._settings.get(SCALE))

    def _on_theme_changed(self) -> None:
        self._app.setWindowIcon(theme().icon("network", "accent"))
