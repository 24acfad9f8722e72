"""Every example in the documents and in the engine's docstrings does what it says."""

from __future__ import annotations

import doctest
import importlib
import re

import pytest

from tests.support.sources import ROOT, sources

DOCUMENTS = ("README.md", "CONTRIBUTING.md")
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)

engine_modules = [
    source.name.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    for source in sources("engine")
    if ">>> " in source.text
]


@pytest.mark.parametrize("name", engine_modules)
def test_the_examples_of_the_engine_run(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_examples_of_a_document_run(name: str) -> None:
    result = doctest.testfile(str(ROOT / name), module_relative=False, encoding="utf-8")
    assert result.failed == 0
    assert result.attempted > 0 or name != "README.md"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_links_to_is_there(name: str) -> None:
    targets = LINK.findall((ROOT / name).read_text(encoding="utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_names_make_targets_that_exist(name: str) -> None:
    targets = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    named = re.findall(r"`make ([a-z]+)", (ROOT / name).read_text(encoding="utf-8"))
    assert set(named) <= targets


def test_a_document_names_files_that_exist() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:engine|desktop|resources|tests)/[\w./-]*)`", text)
    assert [path for path in named if not (ROOT / path).exists()] == []
