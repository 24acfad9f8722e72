"""A file's entries are asked for as what they should be; what is wrong is told with its place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from engine.activations.activation_file import FORM as ACTIVATIONS
from engine.drawing.serialization import FORM as GRAPH
from engine.entries import LARGEST_WHOLE, Entry, FileForm, parse
from engine.errors import FileFormatError
from engine.races.race_file import FORM as RACE
from engine.training.run.training_record import FORM as TRAINING


def refusal(ask: Callable[[], object]) -> FileFormatError:
    with pytest.raises(FileFormatError) as caught:
        ask()
    return caught.value


def parsed(text: str) -> Entry:
    found = parse(text)
    assert found is not None
    return found


def test_a_list_that_is_too_long_is_refused_with_its_length() -> None:
    items = parsed('{"nodes": [1, 2, 3]}')["nodes"]
    assert [item.value for item in items.items(3)] == [1, 2, 3]
    error = refusal(lambda: items.items(2))
    assert error.code == "entry_too_many"
    assert error.sentence == "nodes has 3 entries; at most 2 are possible."


def test_a_text_that_is_too_long_is_refused_with_its_length() -> None:
    title = parsed('{"title": "abcd"}')["title"]
    assert title.text(4) == "abcd"
    error = refusal(lambda: title.text(3))
    assert error.code == "entry_too_long"
    assert error.sentence == "title has 4 characters; at most 3 are possible."


def test_a_text_that_could_not_be_saved_again_is_refused() -> None:
    title = parsed('{"title": "\\ud800"}')["title"]
    assert refusal(lambda: title.text(10)).details["stands"] == "a text with half a character in it"


@pytest.mark.parametrize("text", ["1e999", "-Infinity", "NaN", "1" + "0" * 400])
def test_a_number_beyond_the_largest_is_none(text: str) -> None:
    number = parsed(f'{{"at": [1, {text}]}}')["at"].items()[1]
    error = refusal(number.number)
    assert error.sentence == "at › 2 should be a finite number, and is a number that is not finite."


def test_what_the_whole_file_should_be_is_said_without_a_place() -> None:
    error = refusal(lambda: parsed("[1]")["nodes"])
    assert error.code == "file_kind"
    assert error.sentence == "it should be a group of named entries, and is a list."


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("-1", "a negative number"),
        ("0.5", "a number with decimals"),
        ("1e999", "a number that is not finite"),
        (str(LARGEST_WHOLE + 1), "a number"),
        ("true", "a truth value, true or false"),
        ("null", "nothing"),
    ],
)
def test_what_stands_where_a_whole_number_should_is_said(text: str, stands: str) -> None:
    error = refusal(parsed(f'{{"id": {text}}}')["id"].whole)
    assert error.sentence == f"id should be a whole number from 0 on, and is {stands}."


def test_settings_that_are_no_named_entries_are_refused_with_their_place() -> None:
    settings = parsed('{"nodes": [{"settings": [1]}]}')["nodes"].items()[0]["settings"]
    error = refusal(settings.named)
    assert error.sentence == (
        "nodes › 1 › settings should be a group of named entries, and is a list."
    )


@pytest.mark.parametrize("form", [GRAPH, RACE, TRAINING, ACTIVATIONS], ids=lambda form: form.format)
def test_every_kind_of_file_refuses_in_the_same_words_what_it_is_not(form: FileForm) -> None:
    version = form.version + 1
    said = {
        "": f"This is not {form.title}: the file is not JSON text.",
        "[]": f"This is not {form.title}: its format should be “{form.format}”.",
        '{"format": "other", "version": 1}': f"its format should be “{form.format}”.",
        f'{{"format": "{form.format}"}}': "This file is damaged: it has no version.",
        f'{{"format": "{form.format}", "version": true}}': "it has no version.",
        f'{{"format": "{form.format}", "version": 0}}': "it has no version.",
        f'{{"format": "{form.format}", "version": {version}}}': (
            f"This is {form.title} made by a newer Wiregrad (format {version}; this one reads up "
            f"to {form.version}). Update Wiregrad to open it."
        ),
    }
    for text, sentence in said.items():
        assert refusal(partial(form.read, text)).sentence.endswith(sentence), text
    for known in range(1, form.version + 1):
        text = f'{{"format": "{form.format}", "version": {known}}}'
        assert form.check(form.read(text)) == known


def test_a_file_that_is_no_text_is_none_of_its_kind(tmp_path: Path) -> None:
    path = tmp_path / "race"
    path.write_bytes(b"\xff\xfe\x00\x80")
    assert refusal(lambda: RACE.text_of(path, 100)).code == "file_not_json"
    assert refusal(lambda: RACE.text_of(tmp_path / "none", 100)).code != "file_not_json"
