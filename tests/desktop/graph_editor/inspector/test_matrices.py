"""Matrices in the inspector: magnified pictures, and the table from its button."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.scene.arranged_drawing import arranged_drawing
from engine.arrays import as_array
from engine.formula.parser import parse_formula
from engine.graph import edits
from tests.support.graph_hands import make_page

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def test_a_large_matrix_is_magnified_and_its_table_opens(qtbot: QtBot, tmp_path: Path) -> None:
    page = make_page(qtbot, tmp_path)
    graph = parse_formula("f = sum(W)")
    weights = graph.named("W")
    assert weights is not None
    numbers = np.arange(60.0).reshape(6, 10)
    graph = edits.set_value(graph, weights, as_array(numbers))
    page.document.load(arranged_drawing(graph), None)
    page.scene.select([weights])
    panel = page.inspector.node_panel
    page.inspector.refresh()
    assert panel.facts.value_picture.rows_and_columns == (6, 10)
    assert panel.facts.gradient_picture.rows_and_columns == (6, 10)
    qtbot.waitUntil(lambda: panel.facts.value_picture.height() > 60)
    assert panel.facts.value_picture.text_at(QPoint(4, 4)) == "row 1, column 1: 0"
    QTest.mouseClick(panel.table_button, LEFT, NONE, panel.table_button.rect().center())
    dialog = panel.tables.dialog
    assert dialog is not None
    assert len(dialog.table.texts) == 6
    dialog.table.show_rows([["7"]])
    dialog.accept()
    value = page.document.graph.nodes[weights].value
    assert value is not None
    assert value.tolist() == [[7.0]]
    page.inspector.refresh()
    assert panel.facts.value_picture.isHidden()
