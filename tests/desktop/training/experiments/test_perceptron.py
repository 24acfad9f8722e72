"""The perceptron's view: its steps, its arithmetic, and the best it can do on XOR."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.training.experiments.perceptron.perceptron_view import PerceptronView


@pytest.fixture
def view(show: Callable[[str], QWidget]) -> PerceptronView:
    made = show("perceptron")
    assert isinstance(made, PerceptronView)
    return made


@pytest.mark.parametrize("name", ["or", "and"])
def test_a_line_that_separates_is_found(view: PerceptronView, name: str) -> None:
    view.panel.table_choice.button(name).click()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert "All 4 are right" in view.verdict.text()
    assert [row[-1] for row in view.truth.rows] == ["✓"] * 4


def test_the_best_on_xor_is_three_of_four(view: PerceptronView) -> None:
    view.panel.table_choice.button("xor").click()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert "it goes round for ever" in view.verdict.text()
    assert "The best that any perceptron can do is 3 of 4" in view.verdict.text()
    assert view.weights.rows[1][0] == "best: 3 of 4"


def test_from_zeros_the_best_line_there_is_is_drawn_beside_the_best_met(
    view: PerceptronView,
) -> None:
    view.panel.table_choice.button("xor").click()
    for row in view.panel.start_rows:
        row.set_value(0.0)
    view.panel.setup_changed.emit()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert [row[0] for row in view.weights.rows] == ["now", "best: 2 of 4", "possible: 3 of 4"]
    assert "possible" in view.plot.keys


def test_the_courses_weights_solve_or_at_once(view: PerceptronView) -> None:
    for row, value in zip(view.panel.start_rows, (1.0, 1.0, -0.5), strict=True):
        row.set_value(value)
    view.panel.setup_changed.emit()
    assert [row[3:5] for row in view.truth.rows] == [
        ["−0.5", "−1"], ["0.5", "1"], ["0.5", "1"], ["1.5", "1"],
    ]  # fmt: skip


def test_the_sums_are_legible_where_a_lesson_leaves_little_room(view: PerceptronView) -> None:
    # A sum with four digits, which a column of the same share would cut.
    view.panel.start_rows[2].set_value(-0.125)
    view.panel.setup_changed.emit()
    view.truth.setFixedWidth(244)
    QTest.qWait(0)
    for column in (3, 4):
        width = view.truth.horizontalHeader().sectionSize(column)
        assert width >= view.truth.sizeHintForColumn(column)


def test_steps_go_on_and_back_and_write_their_arithmetic(view: PerceptronView) -> None:
    assert "no sample" in view.arithmetic.text()
    QTest.keyClick(view, Qt.Key.Key_Right)
    lines = view.arithmetic.text().splitlines()
    assert lines[0] == "Sample 1: x = (0, 0), t = −1"
    assert lines[1] == "w·x + w₀ = 1·0 + (−1)·0 + (−0.5) = −0.5"
    assert "nothing changes" in lines[2]
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert "w₂ ← −1 + 1·1·1 = 0" in view.arithmetic.text()
    x, y = view.plot.curve_data("line")
    weights = view.lesson.records[2]
    assert np.allclose(weights.weights[0] * x + weights.weights[1] * y + weights.bias, 0)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.arithmetic.text().splitlines() == lines


def test_space_plays_and_another_table_begins_anew(view: PerceptronView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.bar.is_playing
    view.bar.tick(2.0)
    assert view.bar.position > 0
    view.panel.table_choice.button("and").click()
    assert not view.bar.is_playing
    assert view.bar.position == 0
