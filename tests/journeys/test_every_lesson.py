"""Every lesson goes as its files foresee it, through the real window, and is said as it is stored.

Here each is played once with the numbers that are published, one in one language and the next in
another, so that no language's words are looked at by nobody. ``make lessons`` plays each in every
language and with four sets of numbers; with ``WIREGRAD_TRANSCRIPTS=write`` what is said is stored
anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import LANGUAGE, Settings
from desktop.lessons.keeping.library import Library, Source
from desktop.shell.application import Application
from engine.languages.catalog import LANGUAGES
from tests.support.lesson_playing import PATIENCE_MS, play_lesson
from tests.support.program import running_program

TRANSCRIPTS = Path(__file__).with_name("transcripts")
IS_WRITING = os.environ.get("WIREGRAD_TRANSCRIPTS") == "write"
IS_THOROUGH = os.environ.get("WIREGRAD_LESSONS") == "all"
SEEDS = (None, 1, 2, 3) if IS_THOROUGH else (None,)


def sources() -> list[Source]:
    """Return the lessons that come with the program."""
    library = Library(Settings("/nonexistent/settings.ini"))
    return [source for course in library.courses() for source in library.of_course(course)]


def plays() -> list[tuple[Source, int | None, str]]:
    """Return which lesson is played with which numbers in which language."""
    languages = tuple(LANGUAGES)
    chosen = []
    for place, source in enumerate(sources()):
        turn = (languages[place % len(languages)],)
        spoken = languages if IS_THOROUGH or IS_WRITING else turn
        chosen += [(source, seed, language) for seed in SEEDS for language in spoken]
    return chosen


def name_of(value: Source | int | str | None) -> str:
    return value.id if isinstance(value, Source) else str(value)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    with running_program(qapp, tmp_path) as program:
        program.window.resize(1440, 900)
        qtbot.waitExposed(program.window)
        yield program


@pytest.mark.long
@pytest.mark.parametrize(("source", "seed", "language"), plays(), ids=name_of)
def test_a_lesson_goes_as_it_is_foreseen(
    program: Application, qtbot: QtBot, source: Source, seed: int | None, language: str
) -> None:
    program.settings.set(LANGUAGE, language)
    qtbot.waitUntil(lambda: not program.is_busy, timeout=PATIENCE_MS)
    rehearsal = play_lesson(program.window, qtbot, source, seed)
    assert rehearsal.problems == []
    if seed is None:
        compare(source.id, language, rehearsal.transcript)


def compare(lesson: str, language: str, transcript: list[str]) -> None:
    """Compare what was said with what is stored; or store it, where that is wanted."""
    path = TRANSCRIPTS / f"{lesson}.{language}.txt"
    text = "\n".join(transcript) + "\n"
    if IS_WRITING:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
