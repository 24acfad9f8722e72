"""The experiments with the smallest and the largest numbers that their fields take."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from desktop.training.experiments.number_row import NumberRow
from desktop.training.experiments.perceptron.perceptron_view import PerceptronView
from desktop.training.experiments.regression.regression_view import RegressionView
from tests.support.extremes import paint_whole, sound

NUMBERS = ("-1e308", "1.7e308", "1e154", "5e-324", "1e-310", "1e-9", "1e-6", "10", "0")


def type_number(row: NumberRow, text: str) -> None:
    row.field.select_all()
    QTest.keyClicks(row.field.edit, text)
    QTest.keyClick(row.field.edit, Qt.Key.Key_Return)


@pytest.mark.parametrize("name", ["perceptron", "regression"])
def test_every_field_takes_every_number_or_says_why_not(
    qtbot: QtBot, show: Callable[[str], QWidget], name: str
) -> None:
    view = show(name)
    assert isinstance(view, PerceptronView | RegressionView)
    for row in view.findChildren(NumberRow):
        before = row.value
        for number in NUMBERS:
            with sound(qtbot, f"{row.field.accessibleName()} of {number}"):
                type_number(row, number)
                qtbot.waitUntil(lambda: has_settled(view), timeout=30_000)
                for position in (0, 1, view.step_bar.last):
                    view.step_bar.set_position(position)
                paint_whole(view)
        type_number(row, str(before))
        qtbot.waitUntil(lambda: has_settled(view), timeout=30_000)


def test_a_start_whose_cost_is_no_number_is_told_and_the_last_fit_stays(
    qtbot: QtBot, show: Callable[[str], QWidget]
) -> None:
    view = show("regression")
    assert isinstance(view, RegressionView)
    path = view.path
    type_number(next(iter(view.start_rows.values())), "1e308")
    qtbot.waitUntil(lambda: has_settled(view), timeout=30_000)
    assert view.problem.isVisible()
    assert "no finite number" in view.problem.text()
    assert view.path is path
    type_number(next(iter(view.start_rows.values())), "0")
    qtbot.waitUntil(lambda: has_settled(view), timeout=30_000)
    assert not view.problem.isVisible()
