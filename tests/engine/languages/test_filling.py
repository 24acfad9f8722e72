"""Texts are filled as `str.format` fills them, and joined where their language joins."""

from __future__ import annotations

import pytest

from engine.languages.catalog import LANGUAGES
from engine.languages.filling import fill

KOREAN, ENGLISH = LANGUAGES["ko"], LANGUAGES["en"]


@pytest.mark.parametrize(
    ("text", "values", "named", "filled"),
    [
        ("{0}{을/를} 지웁니다.", ("W₂",), {}, "W₂를 지웁니다."),
        ("{0}{을/를} 지웁니다.", (10,), {}, "10을 지웁니다."),
        ("{1}{과/와} {0}{으로/로}", ("델", "b"), {}, "b와 델로"),
        ("“{}”{이/가} “{}”{은/는}", ("값", "기울기"), {}, "“값”이 “기울기”는"),
        ("{node}({title}){을/를}", (), {"node": "n", "title": "합"}, "n(합)을"),
        (
            "“{text}”{은/는} {language}{이/가}",
            (),
            {"text": "x", "language": "영어"},
            "“x”는 영어가",
        ),
        ("{0:.2f}{으로/로}", (0.5,), {}, "0.50으로"),
        ("{{0}} {0}{이/가}", ("x",), {}, "{0} x가"),
        ("{0!r}{을/를}", ("x",), {}, "'x'를"),
        ("{0}: {이/가} 없습니다", ("값",), {}, "값: 이 없습니다"),
    ],
)
def test_a_mark_becomes_the_form_that_fits_what_stands_before_it(
    text: str, values: tuple[object, ...], named: dict[str, object], filled: str
) -> None:
    assert fill(text, KOREAN, *values, **named) == filled


@pytest.mark.parametrize("text", ["{0} of {1}", "{} of {}", "{0:>4} {1!r}", "none", "{{}}"])
def test_a_text_without_marks_is_filled_as_python_fills_it(text: str) -> None:
    for language in (KOREAN, ENGLISH):
        assert fill(text, language, 1, "b") == text.format(1, "b")


def test_what_fills_a_blank_is_no_text_with_blanks_itself() -> None:
    assert fill("{0}{을/를}", KOREAN, "{1}{이/가}") == "{1}{이/가}를"


def test_a_blank_without_a_value_is_refused() -> None:
    with pytest.raises(IndexError):
        fill("{1}{을/를}", KOREAN, "a")
    with pytest.raises(KeyError):
        fill("{name}{을/를}", KOREAN, other="a")


def test_a_language_that_joins_nothing_has_no_marks() -> None:
    with pytest.raises(KeyError, match="joins nothing"):
        fill("{0}{a/an}", ENGLISH, "x")
