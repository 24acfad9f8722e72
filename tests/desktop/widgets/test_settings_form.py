"""The form made from engine settings: fields, sliders and their scales."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.widgets.fields.quiet_slider import SLIDER_POSITIONS, SliderScale
from desktop.widgets.fields.settings_form import SettingsForm
from engine.settings import Setting

RATE = Setting(
    name="rate", title="Learning rate", symbol=r"\eta", default=0.01, minimum=1e-4, maximum=1.0,
    summary="How far each step goes.", logarithmic=True,
)  # fmt: skip
COUNT = Setting(
    name="count", title="Count", symbol="n", default=3.0, minimum=0.0, maximum=10.0,
    summary="How many.", integer=True,
)  # fmt: skip


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm:
    made = SettingsForm([RATE, COUNT])
    qtbot.addWidget(made)
    made.resize(220, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_it_starts_with_the_defaults(form: SettingsForm) -> None:
    assert form.values() == {"rate": 0.01, "count": 3.0}
    assert form.slider("rate").value() == SLIDER_POSITIONS // 2


def test_typing_moves_the_slider(qtbot: QtBot, form: SettingsForm) -> None:
    field = form.field("rate")
    field.select_all()
    QTest.keyClicks(field.edit, "0.1")
    with qtbot.waitSignal(form.changed) as changed:
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert changed.args == [{"rate": 0.1, "count": 3.0}]
    assert form.slider("rate").value() == 750


def test_moving_the_slider_changes_the_number(qtbot: QtBot, form: SettingsForm) -> None:
    slider = form.slider("count")
    slider.setFocus()
    with qtbot.waitSignal(form.changed):
        QTest.keyClick(slider, Qt.Key.Key_End)
    assert form.values()["count"] == 10.0
    assert form.field("count").edit.text() == "10"


def test_the_wheel_leaves_an_unfocused_slider_alone(form: SettingsForm) -> None:
    slider = form.slider("count")
    form.field("rate").setFocus()
    middle = QPointF(slider.rect().center())
    wheel = QWheelEvent(
        middle, slider.mapToGlobal(middle), QPoint(0, 0), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(slider, wheel)
    assert form.values()["count"] == 3.0


def test_set_values_is_silent_and_ignores_strangers(qtbot: QtBot, form: SettingsForm) -> None:
    with qtbot.assertNotEmitted(form.changed):
        form.set_values({"rate": 0.5, "unknown": 1.0})
    assert form.values()["rate"] == 0.5


def test_every_control_is_explained(form: SettingsForm) -> None:
    assert form.field("rate").edit.toolTip() == "How far each step goes."
    assert form.slider("rate").whatsThis() == "How far each step goes."
    # A screen reader reads a number and no place on the track, also where the form was told it.
    form.set_values({"rate": 0.5})
    assert form.slider("rate").accessibleName() == "Learning rate: 0.5"


@pytest.mark.parametrize(
    "scale",
    [
        SliderScale(0.0, 1.0),
        SliderScale(-5.0, 5.0),
        SliderScale(1e-5, 10.0, logarithmic=True),
        SliderScale(0.0, 10.0, logarithmic=True),
        SliderScale(0.0, 0.9999, near_one=True),
        SliderScale(1e-3, 1.0, near_one=True),
    ],
)
def test_a_scale_goes_there_and_back(scale: SliderScale) -> None:
    positions = [0, 1, 250, 500, 999, SLIDER_POSITIONS]
    for position in positions:
        assert abs(scale.position(scale.value(position)) - position) <= 1
    values = [scale.value(position) for position in positions]
    assert values == sorted(values)
    assert (values[0], values[-1]) == (scale.minimum, scale.maximum)
