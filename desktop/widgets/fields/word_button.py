"""A button whose words give way to its icon where there is little room."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.foundation.theme import theme, theme_notifier


class WordButton(QPushButton):
    """Shows its icon and words, or the icon alone; its tooltip tells the words then.

    Attributes:
        words: What stands on it where there is room.
    """

    def __init__(
        self,
        words: str,
        icon: str,
        parent: QWidget | None = None,
        *,
        ink: str = "text",
        is_icon_shy: bool = False,
    ) -> None:
        """Show the words.

        Args:
            words: What stands on it, translated; an empty text for the icon alone.
            icon: The name of its icon.
            parent: Its owner.
            ink: The colour of the icon.
            is_icon_shy: Whether the icon only stands in for the words.
        """
        super().__init__(words, parent)
        self.words = words
        self._icon, self._ink = icon, ink
        self._is_icon_shy = is_icon_shy
        self._are_words_shown = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_notifier().follow(self._draw_icon)
        self._draw_icon()

    def set_words(self, words: str, icon: str) -> None:
        """Say something else, with another icon."""
        self.words, self._icon = words, icon
        self._show()

    def show_words(self, are_shown: bool) -> None:
        """Show the words, or the icon alone."""
        if are_shown != self._are_words_shown:
            self._are_words_shown = are_shown
            self._show()

    def _show(self) -> None:
        self.setText(self.words if self._are_words_shown else "")
        self._draw_icon()

    def _draw_icon(self) -> None:
        is_drawn = not (self._is_icon_shy and self._are_words_shown)
        self.setIcon(theme().icon(self._icon, self._ink) if is_drawn else QIcon())
