"""What a lesson says while it is played, in the language that is wanted for it."""

from __future__ import annotations

from desktop.lessons.words.verdicts import why
from desktop.lessons.words.words_shown import filled_words, words_language, words_of
from engine.lessons.answer import Marked
from engine.lessons.facts import Facts
from engine.lessons.lesson import Lesson, StepWords
from engine.lessons.words import lesson_title


class Speaker:
    """Says the steps of one lesson, blanks filled with what is the case."""

    def __init__(self, lesson: Lesson) -> None:
        """Speak the interface's language."""
        self._lesson = lesson
        self._wanted = ""

    @property
    def language(self) -> str:
        """The code of the language that the lesson speaks."""
        return words_language(self._lesson, self._wanted)

    @property
    def title(self) -> str:
        """What the lesson is called."""
        return lesson_title(self._lesson, self.language)

    def speak(self, wanted: str) -> bool:
        """Speak the language that is wanted, empty for the interface's; tell whether it is new."""
        is_new = wanted != self._wanted
        self._wanted = wanted
        return is_new

    def words(self, step_id: str, facts: Facts) -> StepWords:
        """Return what a step says at its beginning."""
        return filled_words(words_of(self._lesson, step_id, self.language), facts, self.language)

    def why(self, step_id: str, marked: Marked, facts: Facts, *, is_over: bool) -> str:
        """Return why an answer is right or not; see `verdicts.why`."""
        words = words_of(self._lesson, step_id, self.language)
        return why(marked, words, facts, is_over=is_over, code=self.language)
