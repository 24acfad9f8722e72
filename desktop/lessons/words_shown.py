"""A step's words as they are shown: in the language in force, blanks filled from facts."""

from __future__ import annotations

from dataclasses import replace

from desktop.foundation.interface_texts import english_text, interface_text
from desktop.foundation.translation import current_language
from engine.languages.catalog import LANGUAGES, SOURCE_LANGUAGE
from engine.lessons.blanks import fill_words
from engine.lessons.facts import Facts
from engine.lessons.lesson import Lesson, StepWords
from engine.lessons.words import step_words


def filled_text(text: str, facts: Facts) -> str:
    """Return a text of a lesson with its blanks filled, in the language in force."""
    language = LANGUAGES.get(current_language(), LANGUAGES[SOURCE_LANGUAGE])
    return fill_words(text, facts, language, _said)


def _said(text: str) -> str:
    return interface_text(text) or english_text(text)


def words_of(lesson: Lesson, step_id: str) -> StepWords:
    """Return what a step says in the language in force, blanks as they stand."""
    return step_words(lesson, current_language(), step_id)


def filled_words(words: StepWords, facts: Facts) -> StepWords:
    """Return what a step says at its beginning, blanks filled.

    What is said of an answer is filled when there is one.
    """
    return replace(
        words,
        title=filled_text(words.title, facts),
        body=filled_text(words.body, facts),
        ask=filled_text(words.ask, facts),
        items={name: filled_text(text, facts) for name, text in words.items.items()},
        hints=tuple(filled_text(hint, facts) for hint in words.hints),
    )
