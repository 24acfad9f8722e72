"""The longest texts that are read or typed leave the window as wide as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from desktop.shell.application import Application
from desktop.widgets.fields.note_edit import NoteEdit
from engine.drawing.drawing import Drawing, Frame, FrameId
from engine.drawing.serialization import from_json, to_json
from engine.errors import EngineError
from engine.formula.parser import parse_formula
from engine.graph.edits import rename
from engine.graph.groups import check_group
from engine.graph.text_limits import (
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_TITLE,
    LONGEST_TYPED_NAME,
)
from engine.quoting import brief, listed, quote
from tests.support.settling import settle


def _longest() -> Drawing:
    graph = parse_formula("f = x*w + b")
    nodes = dict(graph.nodes)
    for key, node in nodes.items():
        if node.name == "x":
            nodes[key] = replace(node, name="W" * LONGEST_NAME)
    places = {key: (140.0 * key, 60.0) for key in nodes}
    frame = Frame("F" * LONGEST_TITLE, frozenset(list(nodes)[:2]), "n" * LONGEST_NOTE, 1)
    graph = replace(graph, nodes=nodes)
    title, description = "T" * LONGEST_TITLE, "D" * LONGEST_NOTE
    return Drawing(graph, places, title, description, {FrameId(1): frame})


def test_the_longest_texts_can_be_read_again() -> None:
    assert from_json(to_json(_longest())) == _longest()
    for longer in ({"title": "T" * (LONGEST_TITLE + 1)}, {"description": "D" * (LONGEST_NOTE + 1)}):
        with pytest.raises(EngineError, match="characters; at most"):
            from_json(to_json(replace(_longest(), **longer)))  # type: ignore[arg-type]


def test_the_longest_texts_leave_the_window_as_it_was(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    window = application.window
    page = window.stack.page("graph")
    assert isinstance(page, GraphPage)
    page.examples.show_example("a1")
    settle(qtbot, page)
    before = window.size(), page.inspector.width(), page.view.width()
    path = tmp_path / "longest.wiregrad"
    path.write_text(to_json(_longest()), encoding="utf-8")
    page.files.open_path(path)
    settle(qtbot, page)
    window.grab()
    room = page.dock.width()
    for widget in page.inspector.findChildren(QWidget):
        assert widget.width() <= room
    assert (window.size(), page.view.width()) == (before[0], before[2])
    widest = max(page.scene.node_rect(node).width() for node in page.document.drawing.graph.nodes)
    assert widest < 600


def test_a_name_that_is_typed_is_refused_when_it_is_too_long() -> None:
    name = "x" * (LONGEST_TYPED_NAME + 1)
    graph = parse_formula("x*w + b")
    node = graph.named("x")
    assert node is not None
    for attempt in (
        lambda: parse_formula(f"{name} + 1"),
        lambda: rename(graph, node, name),
        lambda: check_group(graph, list(graph.nodes), name),
    ):
        with pytest.raises(EngineError, match="A name has at most 100 characters, and .* 101"):
            attempt()


def test_a_note_takes_no_more_than_it_may_hold(qtbot: QtBot) -> None:
    field = NoteEdit(10)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, "abcdefghijklm")
    assert field.toPlainText() == "abcdefghij"
    field.selectAll()
    data = QMimeData()
    data.setText("x" * 1_000_000)
    QGuiApplication.clipboard().setMimeData(data)
    field.paste()
    assert field.toPlainText() == "x" * 10
    QApplication.processEvents()


def test_quoting_shows_a_line_of_a_text() -> None:
    assert quote(" a\n\tb ") == "a b"
    assert quote("x" * 10_000_000) == "x" * 59 + "…"
    assert len(brief("y" * 100)) == 24
    assert quote("a\x00\u202eb\ud800") == "a��b�"
    assert quote("") == ""
    assert listed(["a", "b"]) == "a, b"
    assert len(listed(["name" * 10] * 1000)) < 500
    assert listed(["name" * 10] * 1000).endswith(", …")
