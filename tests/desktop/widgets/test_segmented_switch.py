"""A segmented switch is chosen by mouse, arrow keys, shortcuts and menus, and all show the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch
from tests.support.settling import settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def switch(owner: QWidget) -> SegmentedSwitch:
    made = SegmentedSwitch(
        "Fruit",
        (
            Segment("apple", "Apple", "Show apples", key="Ctrl+1"),
            Segment("pear", "Pear", "Show pears <b>", "Pears and quinces", "Ctrl+2"),
            Segment("plum", "Plum", "Show plums"),
        ),
        owner,
    )
    QVBoxLayout(owner).addWidget(made)
    owner.show()
    owner.activateWindow()
    return made


def pressed(switch: SegmentedSwitch) -> list[str]:
    return [name for name in switch.actions_by_name if switch.button(name).isChecked()]


def test_the_first_is_chosen(switch: SegmentedSwitch) -> None:
    assert switch.name == "apple"
    assert pressed(switch) == ["apple"]


def test_mouse_key_arrow_and_menu_choose(qtbot: QtBot, switch: SegmentedSwitch) -> None:
    chosen: list[str] = []
    switch.chosen.connect(chosen.append)
    QTest.mouseClick(switch.button("plum"), LEFT)
    assert pressed(switch) == ["plum"]
    QTest.keyClick(switch, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert pressed(switch) == ["pear"]
    switch.segment_actions[0].trigger()
    assert pressed(switch) == ["apple"]
    switch.button("apple").setFocus()
    QTest.keyClick(switch.button("apple"), Qt.Key.Key_Right)
    assert pressed(switch) == ["pear"]
    assert chosen == ["plum", "pear", "apple", "pear"]
    assert switch.name == "pear"


def test_the_chosen_one_pressed_again_tells_nothing(qtbot: QtBot, switch: SegmentedSwitch) -> None:
    with qtbot.assertNotEmitted(switch.chosen):
        QTest.mouseClick(switch.button("apple"), LEFT)
        switch.choose("apple")
        switch.choose("unheard of")
    assert pressed(switch) == ["apple"]


def test_it_is_set_without_a_word(qtbot: QtBot, switch: SegmentedSwitch) -> None:
    with qtbot.assertNotEmitted(switch.chosen):
        switch.set_name("plum")
    assert (switch.name, pressed(switch)) == ("plum", ["plum"])


def test_what_cannot_be_chosen_is_grey_everywhere(switch: SegmentedSwitch) -> None:
    switch.actions_by_name["pear"].setEnabled(False)
    QTest.mouseClick(switch.button("pear"), LEFT)
    assert not switch.button("pear").isEnabled()
    assert switch.name == "apple"


def test_it_says_what_it_is(switch: SegmentedSwitch) -> None:
    assert switch.accessibleName() == "Fruit"
    assert switch.button("pear").text() == "Pear"
    assert switch.button("pear").accessibleName() == "Pears and quinces"
    assert switch.button("apple").toolTip() == "Show apples (Ctrl+1)"
    assert switch.button("plum").toolTip() == "Show plums"


def two_fruits(qtbot: QtBot, owner: QWidget) -> SegmentedSwitch:
    fruits = [Segment("a", "Apples", "1"), Segment("b", "Bananas", "2")]
    switch = SegmentedSwitch("View", fruits, owner)
    owner.resize(500, 80)
    owner.show()
    settle(qtbot)
    return switch


def test_a_choice_gives_up_margins_and_then_its_buttons_where_it_is_narrow(
    qtbot: QtBot, owner: QWidget
) -> None:
    switch = two_fruits(qtbot, owner)
    wide, least = switch.sizeHint().width(), switch.minimumSizeHint().width()
    assert least < wide
    buttons = [switch.button(name) for name in ("a", "b")]
    for width, is_compact in ((wide, False), (wide - 8, False), (least, True), (wide, False)):
        switch.resize(width, switch.height())
        settle(qtbot)
        assert switch.is_compact == is_compact
        assert all(button.isVisible() != is_compact for button in buttons)
        shown = [switch.chooser] if is_compact else buttons
        assert all(switch.rect().contains(button.geometry()) for button in shown)


def test_the_one_button_names_the_choice_and_opens_all(qtbot: QtBot, owner: QWidget) -> None:
    switch = two_fruits(qtbot, owner)
    switch.resize(switch.minimumSizeHint().width(), switch.height())
    settle(qtbot)
    assert switch.chooser.text() == "Apples"
    menu = switch.chooser.menu()
    assert menu is not None
    menu.actions()[1].trigger()
    assert switch.name == "b"
    assert switch.chooser.text() == "Bananas"
    assert switch.chooser.accessibleName() == "View: Bananas"
