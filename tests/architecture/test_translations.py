"""Every text has its translation, and every translation fits its text."""

from __future__ import annotations

import ast
import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from desktop.foundation.translation import CATALOGS
from engine.languages.filling import MARK
from tests.support.engine_texts import error_details, missing_details, table_texts
from tests.support.sources import sources
from tests.support.update_translations import (
    FOLDER,
    Message,
    collect,
    compile_catalog,
    read_messages,
    translated_languages,
)

BLANK = re.compile(r"\{(\w*)[^}]*\}")
ADVICE = "run `make translations` and translate what it lists"

files = [f"{catalog}_{language}" for language in translated_languages() for catalog in CATALOGS]


def _blanks(message: Message, text: str) -> set[str]:
    blanks = set(BLANK.findall(MARK.sub("", text)))
    return blanks | ({"%n"} if "%n" in text else set())


@pytest.mark.parametrize("language", translated_languages())
def test_the_catalogs_hold_the_texts_of_the_code(language: str, tmp_path: Path) -> None:
    for catalog in CATALOGS:
        shutil.copy(FOLDER / f"{catalog}_{language}.ts", tmp_path)
    collect(language, tmp_path)
    for catalog in CATALOGS:
        name = f"{catalog}_{language}.ts"
        fresh, kept = read_messages(tmp_path / name), read_messages(FOLDER / name)
        assert _keys(fresh) == _keys(kept), ADVICE


@pytest.mark.parametrize("name", files)
def test_every_text_is_translated(name: str) -> None:
    messages = read_messages(FOLDER / f"{name}.ts")
    assert [message.source for message in messages if not message.is_finished] == [], ADVICE


@pytest.mark.parametrize("name", files)
def test_a_translation_has_the_blanks_of_its_text(name: str) -> None:
    wrong = [
        message
        for message in read_messages(FOLDER / f"{name}.ts")
        for text in message.translations
        if message.is_finished
        and not message.source.startswith(tuple(_coded()))
        and _blanks(message, text) != _blanks(message, message.source)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", translated_languages())
def test_a_coded_sentence_uses_details_that_it_comes_with(language: str) -> None:
    wrong = [
        (message.source, text)
        for message in read_messages(FOLDER / f"engine_{language}.ts")
        for start, details in _coded().items()
        for text in message.translations
        if message.source.startswith(start)
        and not _blanks(message, text) <= details[message.source.removeprefix(start)]
    ]
    assert wrong == []


@cache
def _coded() -> dict[str, dict[str, set[str]]]:
    """Return what sentences with a code begin with, and the details that fill each one's blanks."""
    return {"error:": error_details(), "lesson_missing:": missing_details()}


@pytest.mark.parametrize("name", files)
def test_the_compiled_catalog_is_the_one_of_the_texts(name: str, tmp_path: Path) -> None:
    shutil.copy(FOLDER / f"{name}.ts", tmp_path)
    compile_catalog(tmp_path / f"{name}.ts")
    compiled = (tmp_path / f"{name}.qm").read_bytes()
    assert compiled == (FOLDER / f"{name}.qm").read_bytes(), ADVICE


def test_the_tables_speak() -> None:
    texts = table_texts()
    assert {"learning rate", "Rosenbrock", "Arithmetic"} <= set(texts)


def _keys(messages: list[Message]) -> set[tuple[str, str]]:
    return {(message.context, message.source) for message in messages}


def test_no_text_hides_from_the_collector() -> None:
    """Qt's tool reads a text only where its context is written out beside it."""
    hidden = []
    for source in sources("desktop"):
        for call in source.nodes:
            if not isinstance(call, ast.Call) or len(call.args) < 2:
                continue
            called = ast.unparse(call.func)
            context, text = call.args[:2]
            is_text = isinstance(text, ast.Constant) and isinstance(text.value, str)
            is_written_out = isinstance(context, ast.Constant)
            if called.split(".")[-1] == "translate" and is_text and not is_written_out:
                hidden.append(f"{source.name}:{call.lineno}")
    assert not hidden


def test_every_text_is_filled_by_the_one_that_joins_particles() -> None:
    """`str.format` would leave a mark of a translation, such as {을/를}, without a value."""
    found = [
        f"{source.name}:{used.lineno}"
        for source in sources("desktop")
        for used in source.nodes
        if isinstance(used, ast.Attribute)
        and isinstance(used.ctx, ast.Load)
        and used.attr in {"format", "format_map"}
    ]
    assert not found, "use `filled` of desktop/foundation/translation.py"
