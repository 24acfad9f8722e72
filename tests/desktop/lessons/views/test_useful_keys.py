"""F6 leads into a lesson to where something is to be done, and not to what closes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.lessons.panel import LessonPanel
from desktop.lessons.views.questions.answer_edit import AnswerEdit
from desktop.lessons.views.step_offers import Offers
from desktop.lessons.views.step_view import StepView
from desktop.lessons.views.useful_keys import take_useful_keys
from desktop.shell.application import Application
from engine.lessons.answer import Marked, Outcome
from engine.lessons.lesson import Ask, StepWords
from tests.desktop.lessons.hands import answer, button, field, go_on
from tests.desktop.lessons.playing.test_playing import graph_page
from tests.support.settling import settle

KEY = Qt.Key
WORDS = StepWords("Guess", body="Think first.", ask="$f =$", hints=("A hint.",))


def test_f6_leads_to_the_field_though_the_menu_had_the_keys_last(
    program: Application, panel: LessonPanel, qtbot: QtBot
) -> None:
    window = program.window

    def walk_in() -> QWidget | None:
        window.stack.page("graph").setFocus()
        for _ in range(8):
            QTest.keyClick(window, KEY.Key_F6)
            focused = QApplication.focusWidget()
            if focused is not None and panel.isAncestorOf(focused):
                return focused
        return None

    assert walk_in() is button(panel, "next")
    go_on(panel, qtbot)
    assert walk_in() is field(panel)
    panel.play_view.more.setFocus()
    assert walk_in() is field(panel)


def test_what_is_typed_at_a_button_of_the_lesson_does_nothing_on_the_page(
    program: Application, panel: LessonPanel, qtbot: QtBot
) -> None:
    """After a right answer the keys are at Next, and a second number would zoom the canvas."""
    page = graph_page(program)
    go_on(panel, qtbot)
    answer(panel, "15")
    following = button(panel, "next")
    assert focused() is following
    before = page.view.transform()
    QTest.keyClicks(following, "+-0.5")
    settle(qtbot, page)
    assert page.view.transform() == before
    QTest.keyClick(page.view, KEY.Key_Plus)
    qtbot.waitUntil(lambda: page.view.transform() != before)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[StepView]:
    holder = QWidget()
    step = StepView(holder)
    QVBoxLayout(holder).addWidget(step)
    holder.resize(340, 640)
    qtbot.addWidget(holder)
    holder.show()
    settle(qtbot, step)
    yield step
    settle(qtbot, holder)


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_each_kind_of_step_has_its_own_place_for_the_keys(qtbot: QtBot, view: StepView) -> None:
    question = Ask("matrix", {"answer": "A", "shape": "shown"})
    view.show_step(WORDS, question, shape=(2, 2))
    view.set_offers(Offers(can_skip=True))
    assert view.question_view is not None
    lines = view.question_view.findChildren(AnswerEdit)
    take_useful_keys(view)
    assert focused() is lines[0]
    # Who has left it in the midst goes on there.
    lines[2].setFocus()
    view.buttons["skip"].setFocus()
    lines[2].setFocus()
    take_useful_keys(view)
    assert focused() is lines[2]
    # However long the words are, it is seen.
    view.show_step(replace(WORDS, body="Think first.\n\n" * 60), Ask("number"))
    settle(qtbot, view)
    take_useful_keys(view)
    settle(qtbot, view)
    field = focused()
    assert field is not None
    assert not field.visibleRegion().isEmpty()
    # What is answered on the canvas is checked here.
    view.show_step(WORDS, Ask("canvas"))
    take_useful_keys(view)
    assert focused() is view.pane.check_button
    # What is to be done on a page can be asked about.
    view.show_step(replace(WORDS, ask=""), None)
    view.set_offers(Offers(can_skip=True, is_waiting=True))
    take_useful_keys(view)
    assert focused() is view.buttons["missing"]
    # Without all of that there is the hint, then the words themselves.
    view.set_offers(Offers(can_skip=True))
    take_useful_keys(view)
    assert focused() is view.buttons["hint"]
    view.show_step(replace(WORDS, ask="", hints=()), None)
    take_useful_keys(view)
    assert focused() is view
    # What is done is gone on from, whatever had the keys.
    view.show_step(WORDS, Ask("number"))
    take_useful_keys(view)
    view.show_verdict(Marked(Outcome.RIGHT, "12"), "Why.", "12")
    view.set_offers(Offers(can_go_on=True))
    take_useful_keys(view)
    assert isinstance(focused(), QPushButton)
    assert focused() is view.buttons["next"]
