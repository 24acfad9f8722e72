"""The author's page names everything that a lesson's files may say."""

from __future__ import annotations

import re
import tomllib

import pytest

from engine.command_line.lesson_parts.catalog import LESSON_PARTS
from engine.languages.catalog import LANGUAGES
from engine.lessons.blanks import fill_words
from engine.lessons.conditions.catalog import CONDITIONS
from engine.lessons.markdown_parts import PARTS
from engine.lessons.questions.catalog import QUESTIONS
from engine.lessons.syllabus import COURSE_ROWS
from engine.lessons.vocabulary.answers import ANSWER_FACTS
from engine.lessons.vocabulary.facts import FACT_WORDS
from engine.lessons.vocabulary.spaces import COMMANDS_EVERYWHERE, SPACES
from tests.support.sources import ROOT

PAGE = (ROOT / "resources" / "lessons" / "AUTHORING.md").read_text(encoding="utf-8")
WORDS = set(re.findall(r"[A-Za-z_][A-Za-z0-9_]*", PAGE))
NAMES = {
    "conditions": list(CONDITIONS),
    "questions": list(QUESTIONS),
    "keys of questions": [key.name for kind in QUESTIONS.values() for key in kind.keys],
    "parts of words": list(PARTS),
    "answers": sorted(ANSWER_FACTS),
    "facts": [word.name.replace("{}", "N") for word in FACT_WORDS.values()],
    "what is opened": [key for space in SPACES.values() for key in space.opens],
    "parts": [name for space in SPACES.values() for name in (*space.parts, *space.veils)],
    "commands": [
        *COMMANDS_EVERYWHERE,
        *(name for space in SPACES.values() for name in space.commands),
    ],
    "spaces": list(SPACES),
}


@pytest.mark.parametrize("kind", NAMES)
def test_the_page_names_all_there_is(kind: str) -> None:
    assert [name for name in NAMES[kind] if name not in WORDS] == []


def test_the_page_names_what_the_command_line_does() -> None:
    for part in LESSON_PARTS.values():
        assert f"lesson {part.name}" in PAGE or part.name == "mark"
    # A range names the rows between its ends.
    assert all(row in PAGE or row[0] in "ABDE" for row in COURSE_ROWS)


def test_the_examples_of_the_page_are_toml() -> None:
    examples = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    assert examples
    for example in examples:
        tomllib.loads(example)


def test_the_page_is_whole() -> None:
    # What a merge leaves of two versions is nothing to read.
    assert re.findall(r"^(?:<{7}|={7}|>{7})", PAGE, re.MULTILINE) == []


def test_the_page_tells_how_numbers_of_blanks_are_written() -> None:
    language = LANGUAGES["en"]
    told = {text for text in ("{1/3:4}", "{n:,}", "{x:()}", "{x:4,()}") if f"`{text}`" in PAGE}
    assert len(told) == 4
    facts = {"n": 16777216.0, "x": -2.0}
    filled = {text: fill_words(text, facts, language, str) for text in told}
    assert filled == {
        "{1/3:4}": "0.3333", "{n:,}": "16,777,216", "{x:()}": "(−2)", "{x:4,()}": "(−2)",
    }  # fmt: skip
