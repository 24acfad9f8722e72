"""Hostile files opened in the window: it answers in a sentence, and keeps what was open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from desktop.optimizers.page import OptimizersPage
from desktop.shell.application import Application
from desktop.training.page import TrainingPage
from tests.hostile.files import mutated, special
from tests.hostile.readers import LONGEST_SENTENCE, PYTHON, Reader, readers
from tests.support.settling import settle

_COUNT = 12
READERS = {reader.name: reader for reader in readers()}


def _contents(reader: Reader) -> Iterator[bytes]:
    for seed in range(_COUNT):
        yield mutated(reader.good[seed % len(reader.good)], 1000 + seed)
    for _, content in special(reader.good[0]):
        yield content


def _check_told(text: str) -> None:
    assert text
    assert len(text) <= LONGEST_SENTENCE
    assert not PYTHON.search(text.split("“", maxsplit=1)[0])


def test_the_graph_space_keeps_its_graph(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    page = application.window.stack.page("graph")
    assert isinstance(page, GraphPage)
    page.examples.show_example("a1")
    settle(qtbot, page)
    before = page.document.drawing
    told: list[str] = []
    page.files.reported.connect(lambda text, _: told.append(text))
    path = tmp_path / "hostile.wiregrad"
    refused = 0
    for content in _contents(READERS["graph"]):
        path.write_bytes(content)
        page.files.open_path(path)
        settle(qtbot, page, timeout=60_000)
        if told.pop():
            refused += 1
            _check_told(application.window.message_bar.text)
            assert page.document.drawing is before
            assert page.document.path is None
            assert page.document.is_clean
        else:
            page.examples.show_example("a1")
            settle(qtbot, page)
            before = page.document.drawing
    assert refused > 30


def test_the_race_keeps_its_setup(application: Application, qtbot: QtBot, tmp_path: Path) -> None:
    window = application.window
    window.show_space("optimizers")
    page = window.stack.page("optimizers")
    assert isinstance(page, OptimizersPage)
    settle(qtbot, page)
    before = page.model.setup
    files = page.keeping.files
    path = tmp_path / "hostile.wiregrad-race"
    refused = 0
    for content in _contents(READERS["race"]):
        path.write_bytes(content)
        files.open_path(path)
        settle(qtbot, page, timeout=60_000)
        if files.path is None:
            refused += 1
            _check_told(window.message_bar.text)
            assert page.model.setup == before
        else:
            files.new()
            settle(qtbot, page)
            before = page.model.setup
    assert refused > 30


def test_the_training_space_keeps_its_data(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    window = application.window
    window.show_space("training")
    page = window.stack.page("training")
    assert isinstance(page, TrainingPage)
    before = page.session.run
    path = tmp_path / "hostile.csv"
    for content in _contents(READERS["table"]):
        path.write_bytes(content)
        page.tables.open(path)
        dialog = page.tables.dialog
        assert dialog is not None
        settle(qtbot, page.tables.dialog, timeout=60_000)
        shown = [dialog.remarks.item(row).text() for row in range(dialog.remarks.count())]
        assert shown or dialog.opened is not None
        outcome = [dialog.outcome.text()] if dialog.opened is not None else []
        for text in (*shown, *outcome, dialog.use_button.text()):
            _check_told(text)
        dialog.reject()
    assert page.session.run is before


@pytest.mark.parametrize("space", ["graph", "optimizers", "training"])
def test_the_window_answers_while_a_hostile_file_is_there(
    application: Application, qtbot: QtBot, tmp_path: Path, space: str
) -> None:
    """A file of a text of ten million letters is spoken of in one line of a window that works."""
    window = application.window
    window.show_space(space)
    page = window.stack.page(space)
    path = tmp_path / "long"
    path.write_bytes(b'{"format": "wiregrad-graph", "version": 1, "title": "' + b"x" * 10_000_000)
    openers: dict[str, Callable[[], None]] = {
        "graph": lambda: page.files.open_path(path),  # type: ignore[attr-defined]
        "optimizers": lambda: page.keeping.files.open_path(path),  # type: ignore[attr-defined]
        "training": lambda: page.tables.open(path),  # type: ignore[attr-defined]
    }
    openers[space]()
    settle(qtbot, page, timeout=60_000)
    window.grab()
    for label in window.findChildren(type(window.message_bar)):
        assert len(label.text) <= LONGEST_SENTENCE
