"""W and b of every layer: all in one orientation, all to be reached, written when seen."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.training.results import weight_table
from desktop.training.results.weights_list import WeightsList
from engine.training.run.loop import first_record
from engine.training.run.run import TrainingRun


def test_every_layer_stands_as_in_the_formula_and_is_copied_so(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    shown = WeightsList(parent)
    run = TrainingRun(data="circle", layers=(2, 3, 40, 1))
    record = first_record(run)
    shown.show_record(run, record)
    for number, layer in enumerate(run.network.unflatten(record.parameters), start=1):
        table = shown.table(number)
        rows = table.rows
        # Units in rows, their inputs in columns, the bias last.
        assert (len(rows), len(table.column_names)) == (
            layer.weights.shape[1],
            len(layer.weights) + 1,
        )
        found = [[float(cell.replace("−", "-")) for cell in row[1:]] for row in rows]
        assert np.allclose(found, np.column_stack([layer.weights.T, layer.bias]), atol=0.006)
    table = shown.table(1)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "\tx₁\tx₂\tb"
    assert lines[1].startswith("h₁₁\t") or lines[1].startswith("h₁,₁\t")
    # A tall table is scrolled within, and tells the last unit too.
    shown.resize(260, 900)
    shown.show()
    assert shown.table(2).verticalScrollBar().maximum() > 0
    shown.hide()


def test_a_wide_layer_costs_what_is_seen_of_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    names = [f"u{number}" for number in range(300)]
    made = weight_table.WeightTable(names[:200], names, parent)
    made.resize(250, 300)
    parent.show()
    written: list[float] = []
    plain = weight_table.short_weight

    def counted(value: float) -> str:
        written.append(value)
        return plain(value)

    monkeypatch.setattr(weight_table, "short_weight", counted)
    made.show_layer(np.ones((299, 200)), np.zeros(200))
    made.grab()
    assert 0 < len(written) < 600
