"""The numbers of a lesson's sitting, each draw made once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.desk.background_task import BackgroundTask
from engine.lessons.draws import drawing_facts, drawn_facts
from engine.lessons.facts import Fact
from engine.lessons.lesson import Lesson
from engine.lessons.sitting import Sitting


class LessonNumbers(QObject):
    """Draws numbers and keeps them; to look for some that let no slip pass takes its time.

    Attributes:
        drawing: What looks for numbers beside the interface; it can be given up.

    Signals:
        refused(sentence: str): No such numbers were found.
    """

    refused = Signal(str)

    def __init__(
        self, lesson: Lesson, known: Mapping[str, Mapping[str, Fact]], parent: QObject
    ) -> None:
        """Begin with the numbers that were drawn already, by the salt of their draw."""
        super().__init__(parent)
        self._lesson = lesson
        self._known = dict(known)
        self.drawing = BackgroundTask(self)
        self.drawing.refused.connect(lambda sentence, _error: self.refused.emit(sentence))

    def of(self, sitting: Sitting, salt: str) -> Mapping[str, Fact]:
        """Return the numbers of a draw, drawn now where they are not known."""
        if salt not in self._known:
            self._known[salt] = drawn_facts(
                self._lesson, sitting.seed, is_first=sitting.is_first, salt=salt
            )
        return self._known[salt]

    def prepare(self, sitting: Sitting, salt: str, then: Callable[[], None]) -> None:
        """Draw numbers beside the interface, and go on when they are known."""
        if salt in self._known:
            then()
            return

        def keep(drawn: object) -> None:
            assert isinstance(drawn, Mapping), "numbers were drawn"
            self._known[salt] = drawn
            then()

        self.drawing.submit(partial(_drawing, self._lesson, sitting, salt), keep)

    def stop(self) -> None:
        """Draw nothing any more."""
        self.drawing.shutdown()


def _drawing(lesson: Lesson, sitting: Sitting, salt: str) -> Iterator[Mapping[str, Fact] | None]:
    return drawing_facts(lesson, sitting.seed, is_first=sitting.is_first, salt=salt)
