"""The palette finds operations by any of their names and hands them over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.palette.operation_search import OPERATION_MIME
from desktop.graph_editor.palette.palette import Palette
from engine.operations.catalog import OPERATIONS


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    palette = Palette()
    qtbot.addWidget(palette)
    palette.resize(220, 700)
    palette.show()
    return palette


def names(palette: Palette) -> list[str]:
    return [chip.operation.name for chip in palette.chips]


def test_it_shows_every_operation_of_the_table(palette: Palette) -> None:
    assert set(names(palette)) == set(OPERATIONS)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mul", "multiply"),
        ("×", "multiply"),
        ("곱", "multiply"),
        ("Hyperbolic", "tanh"),
        ("@", "matmul"),
        ("sin(", "sin"),
        ("max(x)", "amax"),
        ("a >= b", "greater_equal"),
        ("x[i, j]", "element"),
        ("노름", "norm"),
    ],
)
def test_searching_leaves_what_answers(palette: Palette, typed: str, found: str) -> None:
    palette.search_field.setText(typed)
    assert found in names(palette)
    assert len(names(palette)) < len(OPERATIONS) / 2


def test_a_tip_says_how_formulas_write_it(palette: Palette) -> None:
    forms = {"sin": "sin(x)", "amin": "min(x)", "greater": "a &gt; b", "index": "x[i]"}
    for name, form in forms.items():
        assert f"In formulas: {form}<br>" in palette.chip(name).toolTip()
    assert "In formulas" not in palette.chip("parameter").toolTip()


def test_nothing_found_says_so_and_escape_brings_all_back(palette: Palette) -> None:
    QTest.keyClicks(palette.search_field, "zzz")
    assert names(palette) == []
    QTest.keyClick(palette.search_field, Qt.Key.Key_Escape)
    assert set(names(palette)) == set(OPERATIONS)


def test_enter_in_the_search_chooses_the_best_answer(palette: Palette, qtbot: QtBot) -> None:
    QTest.keyClicks(palette.search_field, "tanh")
    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.keyClick(palette.search_field, Qt.Key.Key_Return)
    assert chosen.args == ["tanh"]


def test_a_double_click_chooses(palette: Palette, qtbot: QtBot) -> None:
    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.mouseDClick(palette.chip("exp"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["exp"]


def test_arrows_walk_from_the_search_into_the_chips_and_back(
    palette: Palette, qtbot: QtBot
) -> None:
    palette.activateWindow()
    palette.search_field.setFocus()
    QTest.keyClick(palette.search_field, Qt.Key.Key_Down)
    first, second = palette.chips[:2]
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    with qtbot.waitSignal(palette.chosen) as chosen:
        QTest.keyClick(second, Qt.Key.Key_Return)
    assert chosen.args == [second.operation.name]
    QTest.keyClick(second, Qt.Key.Key_Left)
    QTest.keyClick(first, Qt.Key.Key_Up)
    assert palette.search_field.hasFocus()


def test_a_chip_carries_its_name_and_explains_itself(palette: Palette) -> None:
    chip = palette.chip("relu")
    assert chip.mime_data().data(OPERATION_MIME).data() == b"relu"
    assert chip.operation.summary in chip.toolTip()
    assert chip.accessibleName() == chip.operation.title


def test_a_chip_tells_how_a_formula_writes_it_and_is_found_by_that(palette: Palette) -> None:
    forms = {"max": "max(a, b)", "square": "x**2", "sin": "sin(x)"}
    for name, form in forms.items():
        assert form in palette.chip(name).toolTip()
        palette.search_field.setText(form)
        assert palette.chips[0].operation.name == name
