"""The language is the one chosen, and errors of the engine are said in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.foundation.translation import (
    current_language,
    error_sentence,
    install,
    resolve,
    translate_engine,
)
from engine.errors import GraphError


class Fixed(QTranslator):
    """Knows the translation of one error."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        texts = {
            "error:cycle": "{node}에서 순환이 생깁니다.",
            "error:torn": "{nothing}",
            "error:shape": "모양: {cause}",
            "error:arity": "{title}에 맞지 않습니다.",
            "Multiply": "곱셈",
        }
        return texts.get(source, source) if context == "engine" else source


@pytest.fixture
def korean_errors(qapp: QApplication) -> Iterator[None]:
    translator = Fixed(qapp)
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_a_language_without_texts_is_english() -> None:
    assert resolve("ko") == "ko"
    assert resolve("system") in ("en", "ko")


def test_installing_changes_the_language_in_force(qapp: QApplication) -> None:
    install(qapp, "ko")
    assert current_language() == "ko"
    install(qapp, "en")
    assert current_language() == "en"


def test_an_unknown_text_of_the_engine_stays_english(qapp: QApplication) -> None:
    assert translate_engine("A text that no table has") == "A text that no table has"


def test_an_error_without_translation_is_its_english_sentence(qapp: QApplication) -> None:
    assert error_sentence(GraphError("rare", "That is rare.")) == "That is rare."


@pytest.mark.usefixtures("korean_errors")
def test_an_error_is_said_with_its_details() -> None:
    error = GraphError("cycle", "This would make a cycle at q.", node="q")
    assert error_sentence(error) == "q에서 순환이 생깁니다."


@pytest.mark.usefixtures("korean_errors")
def test_a_translation_whose_blanks_do_not_fit_is_not_used() -> None:
    assert error_sentence(GraphError("torn", "It is torn.", node="q")) == "It is torn."


@pytest.mark.usefixtures("korean_errors")
def test_titles_and_errors_inside_an_error_are_translated_too() -> None:
    assert (
        error_sentence(GraphError("arity", "Wrong.", title="Multiply")) == "곱셈에 맞지 않습니다."
    )
    inner = GraphError("cycle", "A cycle.", node="q")
    assert (
        error_sentence(GraphError("shape", "Wrong.", cause=inner)) == "모양: q에서 순환이 생깁니다."
    )


def test_an_error_of_a_text_is_said_in_korean_with_the_particle_of_that_text(
    qapp: QApplication,
) -> None:
    install(qapp, "ko")
    sentences = [
        error_sentence(GraphError("value_not_number", "No number.", text=text))
        for text in ("a", "값", "1/2", "W₂")
    ]
    install(qapp, "en")
    assert [sentence.split(" ")[0] for sentence in sentences] == [
        "“a”는", "“값”은", "“1/2”은", "“W₂”는",
    ]  # fmt: skip


def test_the_shipped_korean_is_installed_and_taken_away_again(qapp: QApplication) -> None:
    install(qapp, "ko")
    assert translate_engine("Multiply") == "곱셈"
    assert QCoreApplication.translate("Spaces", "Training") == "학습"
    install(qapp, "en")
    assert translate_engine("Multiply") == "Multiply"
