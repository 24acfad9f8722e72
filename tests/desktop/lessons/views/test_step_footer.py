"""The foot of a step leaves the words where they are, and their room where a window is low."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.foundation.theme import apply_theme
from desktop.lessons.views.step_offers import Offers
from desktop.lessons.views.step_scroll import StepScroll
from desktop.lessons.views.step_view import StepView
from engine.lessons.lesson import Ask, StepWords
from tests.support.settling import settle

WORDS = StepWords("Title", body="Words to be read. " * 40, ask="f =", hints=("A hint.",))


def shown(qtbot: QtBot, width: int, height: int) -> StepView:
    view = StepView()
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show_step(WORDS, Ask("number", {"answer": "1"}))
    view.set_offers(Offers(can_show=True))
    view.show()
    settle(qtbot, view)
    return view


def place(view: StepView) -> int:
    return view.body.mapTo(view, view.body.rect().topLeft()).y()


def test_a_notice_moves_nothing_that_is_read(qtbot: QtBot) -> None:
    view = shown(qtbot, 340, 700)
    before = place(view)
    view.show_notice("Next leads to a smaller step first, and then back to this question.")
    settle(qtbot, view)
    assert view.notice
    assert place(view) == before


def test_in_a_low_window_what_helps_is_scrolled_with_the_words(
    qtbot: QtBot, qapp: QApplication
) -> None:
    assert not is_scrolled(shown(qtbot, 340, 700), "hint")
    apply_theme(qapp, "light", 2.0)
    try:
        low = shown(qtbot, 680, 700)
        assert is_scrolled(low, "hint")
        assert is_scrolled(low, "show_me")
        assert not is_scrolled(low, "next")
        low.resize(680, 1400)
        settle(qtbot, low)
        assert not is_scrolled(low, "hint")
        assert low.buttons["hint"].isVisible()
    finally:
        apply_theme(qapp, "light", 1.0)


def is_scrolled(view: StepView, name: str) -> bool:
    button = view.buttons[name]
    return any(scroll.isAncestorOf(button) for scroll in view.findChildren(StepScroll))


def test_after_show_me_the_keys_go_on(qtbot: QtBot) -> None:
    view = shown(qtbot, 340, 700)
    view.window().activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.buttons["show_me"].setFocus()
    view.set_offers(Offers(can_go_back=True, can_go_on=True))
    assert view.buttons["next"].hasFocus()
    with qtbot.waitSignal(view.next_wanted):
        QTest.keyClick(view.buttons["next"], Qt.Key.Key_Return)
