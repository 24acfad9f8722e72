"""A step's words in a language, in English where its translation lags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.languages.catalog import SOURCE_LANGUAGE
from engine.lessons.lesson import Lesson, StepWords, Words


def step_words(lesson: Lesson, language: str, step_id: str) -> StepWords:
    """Return what a step says.

    Args:
        lesson: The lesson.
        language: The code of the language that is wanted.
        step_id: The step.

    Returns:
        Its words; each part that the language lacks is that of the English file. Their `language`
        is the one that is wanted, or English where any part had to be taken from there.
    """
    english = lesson.words[SOURCE_LANGUAGE].steps.get(step_id, StepWords(step_id))
    words = lesson.words.get(language)
    found = None if words is None else words.steps.get(step_id)
    if found is None or language == SOURCE_LANGUAGE:
        return english
    items, slips = _completed(found.items, english.items), _completed(found.slips, english.slips)
    # Hints go on where the translation's end: the tiers are the same ones.
    hints = (*found.hints, *english.hints[len(found.hints) :])
    complete = replace(
        found,
        body=found.body or english.body,
        ask=found.ask or english.ask,
        right=found.right or english.right,
        note=found.note or english.note,
        items=items,
        slips=slips,
        hints=hints,
    )
    return complete if complete == found else replace(complete, language=english.language)


def lesson_title(lesson: Lesson, language: str) -> str:
    """Return a lesson's title in a language, or in English where it has none."""
    return _words(lesson, language).title or lesson.words[SOURCE_LANGUAGE].title


def lesson_summary(lesson: Lesson, language: str) -> str:
    """Return a lesson's summary in a language, or in English where it has none."""
    return _words(lesson, language).summary or lesson.words[SOURCE_LANGUAGE].summary


def _words(lesson: Lesson, language: str) -> Words:
    return lesson.words.get(language, lesson.words[SOURCE_LANGUAGE])


def _completed(found: Mapping[str, str], english: Mapping[str, str]) -> Mapping[str, str]:
    return {**english, **{name: text for name, text in found.items() if text}}
