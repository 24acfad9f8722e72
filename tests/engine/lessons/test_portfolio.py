"""All progress in one file: what is written is read, and nothing else gets in."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from engine.errors import FileFormatError
from engine.lessons.portfolio import MOST_LESSONS, merged, portfolio_json, read_portfolio
from engine.lessons.progress import LessonProgress
from engine.lessons.sitting import begin, ended, entered, paused
from tests.engine.lessons.lessons import LESSON

FIRST = paused(begin(LESSON, 1, is_first=True, now=100.0), 110.0)
SECOND = paused(entered(begin(LESSON, 7, is_first=False, now=900.0), LESSON, "sum", 905.0), 910.0)
PORTFOLIO = {
    "sums": LessonProgress("sums", (FIRST, SECOND)),
    "own-미분 연습.2": LessonProgress("sums", (FIRST,)),
    "empty": LessonProgress("empty"),
}


def test_what_is_written_is_read_back() -> None:
    assert read_portfolio(portfolio_json(PORTFOLIO)) == PORTFOLIO
    assert read_portfolio(portfolio_json({})) == {}


def change(text: str, deed: Callable[[dict[str, Any]], object]) -> str:
    record = json.loads(text)
    deed(record)
    return json.dumps(record)


@pytest.mark.parametrize(
    "key",
    [
        "../../.bashrc", "a/b", "a\\b", "/etc/passwd", "C:name", ".hidden", "", ".", "..", "nul",
        "COM1.txt", "a\0b", "a\nb", "ends.", "ends ", "x" * 300, "가" * 90, "-rf", "a*b", "a?b",
    ],
)  # fmt: skip
def test_no_key_leads_out_of_the_folder(key: str) -> None:
    record = json.loads(portfolio_json(PORTFOLIO))
    record["lessons"][key] = record["lessons"]["sums"]
    with pytest.raises(FileFormatError) as caught:
        read_portfolio(json.dumps(record))
    assert "can be no lesson's name" in caught.value.sentence


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (lambda record: record.update(version=2), "newer version"),
        (lambda record: record.update(format="wiregrad-lesson-progress"), "another kind"),
        (lambda record: record.pop("lessons"), "“lessons” is missing"),
        (lambda record: record.update(lessons=[]), "lessons"),
        (lambda record: record["lessons"].update(sums=3), "lessons › sums"),
        (lambda record: record["lessons"]["sums"].update(sittings=None), "lessons › sums"),
        (
            lambda record: record["lessons"]["sums"]["sittings"][0]["steps"]["look"].update(
                phase=1
            ),
            "sums › sittings › 1 › steps › look › phase",
        ),
        (
            lambda record: record["lessons"].update(
                {f"lesson{number}": record["lessons"]["empty"] for number in range(MOST_LESSONS)}
            ),
            "at most",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(
    deed: Callable[[dict[str, Any]], object], said: str
) -> None:
    with pytest.raises(FileFormatError) as caught:
        read_portfolio(change(portfolio_json(PORTFOLIO), deed))
    assert said in caught.value.sentence


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 5000, '{"version": 1e999}'])
def test_what_is_no_such_file_is_refused(text: str) -> None:
    with pytest.raises(FileFormatError):
        read_portfolio(text)


def test_here_and_there_are_put_together_in_order_and_a_sitting_stands_once() -> None:
    here = LessonProgress("sums", (FIRST, SECOND))
    gone_on = replace(ended(SECOND, 999.0))
    between = paused(begin(LESSON, 5, is_first=False, now=500.0), 510.0)
    there = LessonProgress("sums", (between, gone_on))
    both = merged(here, there)
    assert both.sittings == (FIRST, between, gone_on)
    assert merged(both, there) == both
    assert merged(LessonProgress("sums"), there) == there
