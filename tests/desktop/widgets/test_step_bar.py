"""The step bar: buttons, keys, scrubbing, playing by an injected clock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSlider, QStyle
from pytestqt.qtbot import QtBot

from desktop.widgets.bars.step_bar import StepBar


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


def press_track(slider: QSlider, share: float) -> QPoint:
    """Press the track where so large a share of it is on the left, and return the place."""
    handle = slider.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, slider)
    room = slider.width() - handle
    place = QPoint(round(handle / 2 + share * room), slider.height() // 2)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=place)
    return place


def test_a_click_on_the_track_goes_straight_to_the_step(qtbot: QtBot, bar: StepBar) -> None:
    slider = bar.findChild(QSlider)
    assert slider is not None
    places: list[int] = []
    bar.position_changed.connect(places.append)
    bar.play()
    for wanted in (15, 3, 4, 17, 0):
        place = press_track(slider, wanted / 17)
        QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=place)
        assert bar.position == wanted
        assert bar.label == f"step {wanted} of 17"
    assert places == [15, 3, 4, 17, 0]
    assert not bar.is_playing


def test_the_track_s_press_can_be_dragged_on(bar: StepBar) -> None:
    slider = bar.findChild(QSlider)
    assert slider is not None
    place = press_track(slider, 6 / 17)
    step = slider.width() / 17
    for steps, found in ((1, 7), (4, 10), (-2, 4)):
        QTest.mouseMove(slider, place + QPoint(round(steps * step), 0))
        assert bar.position == found
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(slider, place + QPoint(round(5 * step), 0))
    assert bar.position == 4


def test_a_press_of_the_handle_moves_nothing(bar: StepBar) -> None:
    bar.set_position(8)
    slider = bar.findChild(QSlider)
    assert slider is not None
    middle = slider.rect().center().x() - round(slider.width() / 34)
    for shift in (-3, 3):
        place = QPoint(middle + shift, slider.height() // 2)
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place)
        assert bar.position == 8


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
