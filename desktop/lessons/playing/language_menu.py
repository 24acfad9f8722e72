"""The menu of the languages that a lesson has: its language is its own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.foundation.plain_text import entry_text
from desktop.foundation.translation import current_language, filled
from desktop.lessons.words.words_shown import language_title
from engine.lessons.lesson import Lesson


class LanguageMenu(QMenu):
    """Lets a lesson speak any language it has words in, whichever the interface speaks.

    Signals:
        language_wanted(code: str): A language was chosen; an empty code is the interface's.
    """

    language_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Language of the lesson"))
        self._group = QActionGroup(self)
        self.menuAction().setVisible(False)

    def show_languages(self, lesson: Lesson, spoken: str) -> None:
        """Offer the languages of a lesson.

        Args:
            lesson: The lesson.
            spoken: The code of the one that it speaks now.
        """
        self.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
        interface = current_language()
        codes = sorted({*lesson.words, interface})
        for code in codes:
            title = language_title(code)
            if code == interface:
                title = filled(self.tr("{0}, as the interface"), title)
            action = self.addAction(entry_text(title))
            action.setCheckable(True)
            action.setChecked(code == spoken)
            wanted = "" if code == interface else code
            action.triggered.connect(lambda _=False, code=wanted: self.language_wanted.emit(code))
            self._group.addAction(action)
        self.menuAction().setVisible(len(codes) > 1)
