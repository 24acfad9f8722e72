"""A lesson's words as they are shown: in its language, which may be another than the interface's.

A language that a lesson has and the interface has not is as good as any other: the buttons beside
its words then speak the interface's.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QLocale

from desktop.foundation.interface_texts import english_text, interface_text
from desktop.foundation.translation import current_language, language_titles
from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE
from engine.lessons.blanks import fill_words
from engine.lessons.facts import Facts
from engine.lessons.lesson import Lesson, StepWords
from engine.lessons.words import step_words


def words_language(lesson: Lesson, wanted: str = "") -> str:
    """Return the code of the language that a lesson speaks.

    Args:
        lesson: The lesson.
        wanted: The code that was chosen for lessons; empty for that of the interface.

    Returns:
        The chosen one where the lesson has it. Else the system's, where only the lesson has that
        and no interface can have been chosen instead; else the interface's, whose missing parts
        are English.
    """
    if wanted in lesson.words:
        return wanted
    system = QLocale.system().name().split("_")[0]
    if not wanted and system not in LANGUAGES and system in lesson.words:
        return system
    return current_language()


def language_title(code: str) -> str:
    """Return what a language is called, in its own words where it is none of the interface's.

    Example:
        >>> language_title("de")
        'Deutsch'
    """
    titles = language_titles()
    return titles.get(code) or QLocale(code).nativeLanguageName() or code


def filled_text(text: str, facts: Facts, code: str = "") -> str:
    """Return a text of a lesson with its blanks filled.

    Args:
        text: The text.
        facts: What is known by name.
        code: The language that it is in, which joins words to what stands before them; empty for
            the interface's.
    """
    language = LANGUAGES.get(code or current_language(), LANGUAGES[SOURCE_LANGUAGE])
    return fill_words(text, facts, language, _said)


def _said(text: str) -> str:
    return interface_text(text) or english_text(text)


def words_of(lesson: Lesson, step_id: str, code: str = "") -> StepWords:
    """Return what a step says in a language or the interface's, blanks as they stand."""
    return step_words(lesson, code or current_language(), step_id)


def filled_words(words: StepWords, facts: Facts, code: str = "") -> StepWords:
    """Return what a step says at its beginning, blanks filled.

    What is said of an answer is filled when there is one.
    """
    return replace(
        words,
        title=filled_text(words.title, facts, code),
        body=filled_text(words.body, facts, code),
        ask=filled_text(words.ask, facts, code),
        items={name: filled_text(text, facts, code) for name, text in words.items.items()},
        hints=tuple(filled_text(hint, facts, code) for hint in words.hints),
    )
