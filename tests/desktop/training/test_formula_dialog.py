"""Classes by a formula: typed, seen, refused where it is wrong, trained on and asked again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import Settings
from desktop.training.own_data.formula_dialog import FormulaDialog
from desktop.training.page import TrainingPage
from engine.training.datasets.dataset import FormulaSource, View
from tests.support.settling import settle


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[TrainingPage]:
    made = TrainingPage(Settings(str(tmp_path / "settings.ini")))
    qtbot.addWidget(made)
    made.resize(1440, 854)
    made.show()
    yield made
    made.shutdown()


def opened(qtbot: QtBot, page: TrainingPage) -> FormulaDialog:
    QTest.mouseClick(page.setup_panel.data.formula_button, Qt.MouseButton.LeftButton)
    dialog = page.formulas.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.dataset is not None)
    return dialog


def typed(qtbot: QtBot, dialog: FormulaDialog, text: str) -> None:
    dialog.formula_edit.selectAll()
    QTest.keyClicks(dialog.formula_edit, text)


def test_points_on_both_sides_of_a_formula_are_trained_on(qtbot: QtBot, page: TrainingPage) -> None:
    dialog = opened(qtbot, page)
    typed(qtbot, dialog, "x1^2 + x2^2 - 4")
    qtbot.waitUntil(lambda: "x1^2" in dialog.legend.text)
    dialog.count_field.set_value(60)
    dialog.count_field.value_changed.emit(60)
    qtbot.waitUntil(lambda: dialog.dataset is not None and len(dialog.dataset) == 60)
    assert "points of class 0" in dialog.verdict.text()
    QTest.mouseClick(dialog.ok_button, Qt.MouseButton.LeftButton)

    data = page.session.run.dataset
    assert data.formula == FormulaSource("x1^2 + x2^2 - 4", View(-5.0, 5.0, -5.0, 5.0), 60)
    assert len(data) == 60
    settle(qtbot, page)
    assert "x1^2 + x2^2 - 4 > 0" in page.boundary_view.legend
    # The data are called by their formula, and are no table that could be read anew.
    assert page.setup_panel.data.data_box.currentText() == "x1^2 + x2^2 - 4"
    assert not page.setup_panel.data.change_button.isVisible()

    # Asked again, it begins with the formula of the data; cancelled, nothing changes.
    again = opened(qtbot, page)
    assert again.source == data.formula
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert page.session.run.dataset is data
    page.edits.actions.undo.trigger()
    assert page.session.run.samples is None


def test_what_is_wrong_is_marked_and_cannot_be_taken(qtbot: QtBot, page: TrainingPage) -> None:
    dialog = opened(qtbot, page)
    typed(qtbot, dialog, "y = sin(x")
    qtbot.waitUntil(lambda: dialog.formula_edit.fault is not None)
    assert dialog.formula_edit.fault is not None
    assert dialog.formula_edit.fault[0] == 7
    assert not dialog.ok_button.isEnabled()
    typed(qtbot, dialog, "y = 2*w")
    qtbot.waitUntil(lambda: "neither" in dialog.verdict.text())
    assert "“w”" in dialog.verdict.text()
    assert dialog.dataset is None
    dialog.reject()
