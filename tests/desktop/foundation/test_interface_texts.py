"""What the interface says, found by its English text; what could mean two things is not guessed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.foundation.interface_texts import english_text, interface_text
from desktop.foundation.settings import Settings
from desktop.foundation.translation import install
from desktop.lessons.keeping.library import Library
from engine.languages.catalog import LANGUAGES
from engine.lessons.blanks import BlankKind, blanks

_UI = BlankKind.UI


@pytest.fixture(autouse=True)
def korean(qapp: QApplication) -> Iterator[None]:
    install(qapp, "ko")
    yield
    install(qapp, "en")


def test_a_text_that_is_said_in_one_way_is_found_by_itself(qapp: QApplication) -> None:
    assert interface_text("Hand in…") == interface_text("Hand in") == "제출"
    install(qapp, "en")
    assert interface_text("Hand in") == "Hand in"


def test_a_text_that_is_said_in_two_ways_is_not_guessed(qapp: QApplication) -> None:
    assert interface_text("Clear") is None
    assert interface_text("AccumulatePanel|Clear") == "지우기"
    assert interface_text("DrawingBar | Clear") == "비우기"
    install(qapp, "en")
    assert interface_text("Clear") is None
    assert interface_text("AccumulatePanel|Clear") == "Clear"
    assert english_text("AccumulatePanel|Clear") == "Clear"


@pytest.mark.parametrize("text", ["Nothing says this", "Nobody|Clear", "|", "", "AccumulatePanel|"])
def test_what_nothing_says_is_not_found(qapp: QApplication, text: str) -> None:
    assert interface_text(text) is None
    install(qapp, "en")
    assert interface_text(text) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_a_lesson_quotes_is_said_in_one_way(
    qapp: QApplication, language: str
) -> None:
    install(qapp, language)
    library = Library(Settings("/nonexistent/settings.ini"))
    wrong = []
    for course in library.courses():
        for source in library.of_course(course):
            text = source.files().text(f"{language}.md")
            quoted = [each for each in blanks(text, LANGUAGES[language]) if each.kind is _UI]
            unsaid = [each.text for each in quoted if interface_text(each.text) is None]
            wrong += [f"{source.id}: {text}" for text in unsaid]
    assert wrong == []
