"""A learner's way through the graph space, by mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.files.document_dialogs import DocumentDialogs
from desktop.graph_editor.page import GraphPage
from engine.drawing.drawing import Drawing
from engine.graph.model import InputPort, NodeId
from tests.support.graph_hands import (
    drag_from_palette,
    drag_wire,
    make_page,
    numbers_at_end,
    numbers_on_wire,
)
from tests.support.settling import settle

KEY = Qt.Key


class _Dialogs(DocumentDialogs):
    """Answers every question about files with the same path."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def ask_open(self, folder: Path) -> Path | None:
        return self._path

    def ask_save(self, suggestion: Path) -> Path | None:
        return self._path


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> GraphPage:
    return make_page(qtbot, tmp_path)


def action(page: GraphPage, key: str) -> None:
    """Press the keys of a menu entry."""
    for _, entries in page.menu_actions():
        for entry in entries:
            if key in [keys.toString() for keys in entry.shortcuts()]:
                entry.trigger()
                return
    raise AssertionError(f"no menu entry has {key}")


def type_value(page: GraphPage, node: NodeId, text: str) -> None:
    """Double-click the number on a source's card and type another."""
    zone = page.scene.items_shown.nodes[node].face.value_zone
    place = page.scene.items_shown.nodes[node].pos() + zone.center()
    viewport = page.view.viewport()
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=page.view.mapFromScene(place))
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, KEY.Key_Return)


def test_build_a1_from_an_empty_canvas_undo_redo_save_and_reopen(
    page: GraphPage, tmp_path: Path, qtbot: QtBot
) -> None:
    page.activateWindow()
    document = page.document
    action(page, "Ctrl+N")
    assert document.drawing == Drawing()
    page.view.zoom_reset()

    x = drag_from_palette(page, "input", -300, -120)
    y = drag_from_palette(page, "input", -300, 20)
    z = drag_from_palette(page, "input", -100, 160)
    q = drag_from_palette(page, "add", -40, -40)
    f = drag_from_palette(page, "multiply", 200, 40)
    assert [document.graph.nodes[node].name for node in (x, y, z)] == ["x", "y", "z"]
    drag_wire(page, x, InputPort(q, 0))
    drag_wire(page, y, InputPort(q, 1))
    drag_wire(page, q, InputPort(f, 0))
    drag_wire(page, z, InputPort(f, 1))
    for node, text in ((x, "-2"), (y, "5"), (z, "-4")):
        type_value(page, node, text)

    assert numbers_at_end(page, f) == ["−12", "1"]
    assert numbers_on_wire(page, InputPort(q, 0)) == ["−2", "−4"]
    assert numbers_on_wire(page, InputPort(q, 1)) == ["5", "−4"]
    assert numbers_on_wire(page, InputPort(f, 0)) == ["3", "−4"]
    assert numbers_on_wire(page, InputPort(f, 1)) == ["−4", "3"]
    assert page.formula_bar.field.text() == "(x + y)*z"

    built = document.drawing
    steps = len(document.history.steps.made)
    assert steps == 12
    for _ in range(steps):
        action(page, "Ctrl+Z")
    assert document.drawing == Drawing()
    assert page.formula_bar.field.text() == ""
    for _ in range(steps):
        action(page, "Ctrl+Y")
    assert document.drawing == built

    page.files.dialogs = _Dialogs(tmp_path / "a1.wiregrad")
    action(page, "Ctrl+S")
    assert document.is_clean
    action(page, "Ctrl+N")
    assert page.scene.items_shown.nodes == {}
    action(page, "Ctrl+O")
    assert document.drawing == built
    assert numbers_at_end(page, f) == ["−12", "1"]


def test_type_a2_and_step_through_all_its_gates(page: GraphPage, qtbot: QtBot) -> None:
    page.activateWindow()
    field = page.formula_bar.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "1/(1 + exp(-(w0*x0 + w1*x1 + w2)))")
    QTest.keyClick(field, KEY.Key_Return)
    document = page.document
    assert len(document.history.steps.made) == 1
    named = {node.name: key for key, node in document.graph.nodes.items() if node.name}
    qtbot.waitUntil(page.view.hasFocus)
    for name, text in {"w0": "2", "x0": "-1", "w1": "-3", "x1": "-2", "w2": "-3"}.items():
        type_value(page, named[name], text)
    page.view.setFocus()

    values, gradients, headings = [], [], []
    for position in range(1, 17):
        QTest.keyClick(page.view, KEY.Key_Right)
        assert page.walk.position == position
        stop = page.walk.stop
        assert stop is not None
        headings.append(page.step_card.heading)
        known = page.walk.numbers()
        if stop.direction == "forward":
            values.append(round(float(known.values[stop.node]), 2))
            assert known.gradients.nodes == {}
        else:
            gradients.append(round(float(known.gradients.nodes[stop.node]), 2))
        assert page.step_card.isVisible()
        assert all(page.step_card.formulas)
    assert values == [-2, 6, 4, 1, -1, 0.37, 1.37, 0.73]
    assert gradients == [1, -0.53, -0.53, -0.2, 0.2, 0.2, 0.2, 0.2]
    assert headings[0] == "Step 1 of 16 · forward through × (q)"
    assert headings[10] == "Step 11 of 16 · backward through exp (r1)"

    QTest.keyClick(page.view, KEY.Key_Right)
    assert page.walk.is_live
    page.scene.select([])
    settle(qtbot, page)
    rows = {row[0]: row[2] for row in page.inspector.overview.input_rows}
    assert rows == {"w0": "−0.20", "x0": "0.39", "w1": "−0.39", "x1": "−0.59", "w2": "0.20"}


def test_broken_files_and_formulas_cost_nothing(
    page: GraphPage, tmp_path: Path, qtbot: QtBot
) -> None:
    document = page.document
    shown = document.drawing
    for name, content in {
        "empty.wiregrad": b"",
        "picture.wiregrad": b"\x89PNG\r\n\x1a\n",
        "list.wiregrad": b"[]",
        "newer.wiregrad": b'{"format": "wiregrad-graph", "version": 999}',
    }.items():
        path = tmp_path / name
        path.write_bytes(content)
        page.files.dialogs = _Dialogs(path)
        with qtbot.waitSignal(page.reported) as told:
            action(page, "Ctrl+O")
        assert told.args[1] == "error"
        assert told.args[0].startswith(f"{name} was not opened. ")
        assert document.drawing is shown

    field = page.formula_bar.field
    for text, fault in {
        "(x + y": (0, 1),
        "x + * y": (4, 1),
        "sigmoid(x, y)": (0, 7),
        "x 2": (2, 1),
    }.items():
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, KEY.Key_Return)
        assert field.fault == fault
        assert field.text() == text
        assert page.formula_bar.hint
        assert document.drawing is shown
    QTest.keyClick(field, KEY.Key_Escape)
    assert field.text() == "q = x + y; f = q*z"
    assert document.is_clean
