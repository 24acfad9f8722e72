"""The dots tell by shape, number and words how each step stands, and lead to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.lessons.views.progress_row import Dot, DotState, ProgressRow
from tests.support.settling import settle

STATES = [DotState.DONE, DotState.SHOWN, DotState.SKIPPED, DotState.BEGUN, DotState.AHEAD]


@pytest.fixture
def row(qtbot: QtBot) -> ProgressRow:
    row = ProgressRow()
    row.show_steps([Dot(f"step {state.value}", state) for state in STATES], 3)
    row.resize(320, 40)
    qtbot.addWidget(row)
    row.show()
    settle(qtbot, row)
    return row


def test_each_dot_says_its_number_title_and_state(row: ProgressRow) -> None:
    names = [dot.accessibleName() for dot in row.dots]
    assert names[0] == "Step 1 of 5: step done (done)"
    assert names[2] == "Step 3 of 5: step skipped (skipped)"
    assert names[3] == "Step 4 of 5: step begun (you are here)"
    assert len(set(names)) == 5


def test_no_two_states_look_alike_without_their_colours(qtbot: QtBot, row: ProgressRow) -> None:
    row.show_steps([Dot("same", state) for state in STATES], -1)
    settle(qtbot, row)
    pictures = set()
    for dot in row.dots:
        # All with one number, as shapes in grey.
        picture = dot.grab().toImage()
        middle = picture.height() // 2
        shape = tuple(
            picture.pixelColor(x, y).lightness() > 128
            for y in (3, middle - 7, middle + 8)
            for x in range(picture.width())
        )
        pictures.add(shape)
    assert len(pictures) >= 4


def test_a_click_leads_to_a_step(qtbot: QtBot, row: ProgressRow) -> None:
    with qtbot.waitSignal(row.step_wanted) as wanted:
        QTest.mouseClick(row.dots[1], Qt.MouseButton.LeftButton)
    assert wanted.args == [1]


def test_the_dots_are_one_stop_of_tab_at_the_step_that_is_shown(
    qtbot: QtBot, row: ProgressRow
) -> None:
    stops = [dot for dot in row.dots if dot.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [row.dots[3]]
    stops[0].setFocus()
    QTest.keyClick(stops[0], Qt.Key.Key_Left)
    assert row.dots[2].hasFocus()
    with qtbot.waitSignal(row.step_wanted) as wanted:
        QTest.keyClick(row.dots[2], Qt.Key.Key_Space)
    assert wanted.args == [2]
    QTest.keyClick(row.dots[2], Qt.Key.Key_Home)
    assert row.dots[0].hasFocus()


def test_other_steps_take_the_place_of_these(qtbot: QtBot, row: ProgressRow) -> None:
    row.show_steps([Dot("a"), Dot("b")], 0)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle(qtbot, row)
    assert len(row.dots) == 2
    row.show_steps([Dot(str(number)) for number in range(30)], 29)
    settle(qtbot, row)
    assert all(dot.isVisible() for dot in row.dots)
    assert row.heightForWidth(320) > row.dots[0].height()
