"""The step bar: buttons, keys, scrubbing, playing by an injected clock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSlider
from pytestqt.qtbot import QtBot

from desktop.widgets.step_bar import StepBar


@pytest.fixture
def bar(qtbot: QtBot) -> StepBar:
    made = StepBar(steps_per_second=2.0)
    qtbot.addWidget(made)
    made.set_range(17)
    made.resize(700, 40)
    made.show()
    qtbot.waitExposed(made)
    return made


def press(bar: StepBar, name: str) -> None:
    buttons = [item for item in bar.findChildren(QPushButton) if name in item.accessibleName()]
    assert len(buttons) == 1
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def test_the_label_says_where_it_stands(bar: StepBar) -> None:
    bar.set_position(3)
    assert bar.label == "step 3 of 17"
    bar.set_wording(lambda position, last: f"{position}/{last}")
    assert bar.label == "3/17"


def test_buttons_move(qtbot: QtBot, bar: StepBar) -> None:
    places: list[int] = []
    bar.position_changed.connect(places.append)
    for name in ("One step forward", "One step forward", "One step back", "To the end"):
        press(bar, name)
    press(bar, "To the start")
    assert places == [1, 2, 1, 17, 0]


def test_keys_move(bar: StepBar) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(bar, key)
    assert bar.position == 1
    QTest.keyClick(bar, Qt.Key.Key_End)
    assert bar.position == 17
    QTest.keyClick(bar, Qt.Key.Key_Home)
    assert bar.position == 0
    assert not bar.handle_key(Qt.Key.Key_B)


def test_playing_follows_the_clock_and_stops_at_the_end(qtbot: QtBot, bar: StepBar) -> None:
    QTest.keyClick(bar, Qt.Key.Key_Space)
    assert bar.is_playing
    bar.tick(0.4)
    assert bar.position == 0
    bar.tick(0.2)
    assert bar.position == 1
    bar.set_speed(10.0)
    with qtbot.waitSignal(bar.playing_changed) as ended:
        bar.tick(1.0)
    assert ended.args == [False]
    assert bar.position == 17
    bar.play()
    assert bar.position == 0
    bar.pause()


def test_stepping_pauses(bar: StepBar) -> None:
    bar.play()
    press(bar, "One step forward")
    assert not bar.is_playing


def test_scrubbing_moves(bar: StepBar) -> None:
    slider = bar.findChild(QSlider)
    assert slider is not None
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert bar.position == 10


def test_a_shorter_range_moves_to_its_end(qtbot: QtBot, bar: StepBar) -> None:
    bar.set_position(12)
    with qtbot.waitSignal(bar.position_changed) as moved:
        bar.set_range(5)
    assert moved.args == [5]


def test_nothing_to_play_is_disabled(bar: StepBar) -> None:
    bar.set_range(0)
    bar.play()
    assert not bar.is_playing
    assert bar.label == ""
    assert not any(button.isEnabled() for button in bar.findChildren(QPushButton))


def test_a_step_on_from_the_end_goes_nowhere_unless_the_bar_wraps(qtbot: QtBot) -> None:
    for wraps_to, found in ((None, 3), (1, 1)):
        bar = StepBar(wraps_to=wraps_to)
        qtbot.addWidget(bar)
        bar.set_range(3)
        bar.set_position(3)
        press(bar, "One step forward")
        assert bar.position == found


def test_stepping_changes_no_width(bar: StepBar) -> None:
    bar.set_wording(lambda at, last: "start" if at == 0 else f"a rather long text of {at}/{last}")
    width = bar.minimumSizeHint().width()
    for position in (1, 9, 17):
        bar.set_position(position)
        assert bar.minimumSizeHint().width() == width
