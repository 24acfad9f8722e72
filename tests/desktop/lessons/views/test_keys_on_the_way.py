"""The keys, and the buttons that go on, stay where somebody who learns expects them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.lessons.views.step_offers import Offers
from desktop.lessons.views.step_view import StepView
from engine.lessons.answer import Marked, Outcome
from engine.lessons.lesson import Ask, StepWords
from tests.support.settling import settle

WORDS = StepWords("Guess", body="Think first.", ask="$f =$", hints=("Only one hint.",))


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[StepView]:
    holder = QWidget()
    step = StepView(holder)
    QVBoxLayout(holder).addWidget(step)
    holder.resize(340, 640)
    qtbot.addWidget(holder)
    holder.show()
    step.show_step(WORDS, Ask("number"))
    step.set_offers(Offers(can_go_back=True, can_skip=True))
    step.take_focus()
    settle(qtbot, step)
    yield step
    settle(qtbot, holder)


def line_of(view: StepView) -> QLineEdit:
    assert view.question_view is not None
    line = view.question_view.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line


def give(view: StepView, outcome: Outcome) -> None:
    """Mark what is typed, as a player does: the verdict first, then what can be done."""
    view.show_verdict(Marked(outcome, "12"), "Why.", "12")
    can_go_on = outcome is Outcome.RIGHT
    view.set_offers(Offers(can_go_back=True, can_skip=not can_go_on, can_go_on=can_go_on))


def test_next_stays_in_its_place_when_skip_comes_and_goes(qtbot: QtBot, view: StepView) -> None:
    before = view.buttons["next"].geometry().topLeft()
    give(view, Outcome.RIGHT)
    settle(qtbot, view)
    assert view.buttons["skip"].isHidden()
    assert view.buttons["next"].geometry().topLeft() == before


def test_after_a_right_answer_one_enter_goes_on_and_no_sooner(view: StepView) -> None:
    wanted = QSignalSpy(view.next_wanted)
    line = line_of(view)
    view.answered.connect(lambda _answer: give(view, Outcome.RIGHT))
    QTest.keyClicks(line, "12")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert wanted.count() == 0
    assert view.buttons["next"].hasFocus()
    QTest.keyClick(view.buttons["next"], Qt.Key.Key_Return)
    assert wanted.count() == 1


def test_after_a_wrong_answer_typing_replaces_it(view: StepView) -> None:
    line = line_of(view)
    QTest.keyClicks(line, "12")
    give(view, Outcome.WRONG)
    QTest.keyClicks(line, "8")
    assert line.text() == "8"


def test_the_last_hint_hands_the_keys_to_the_answer(view: StepView) -> None:
    view.buttons["hint"].setFocus()
    view.show_hints(1)
    view.set_offers(Offers(can_go_back=True, can_skip=True))
    assert view.buttons["hint"].isHidden()
    assert QApplication.focusWidget() is line_of(view)


def test_a_step_that_is_only_read_has_its_keys_at_next(view: StepView) -> None:
    view.buttons["next"].setEnabled(True)
    view.buttons["next"].setFocus()
    view.show_step(replace(WORDS, ask="", hints=()), None)
    view.set_offers(Offers(can_go_on=True))
    assert QApplication.focusWidget() is view.buttons["next"]


def test_a_button_with_the_keys_looks_as_before_and_enter_presses_it(view: StepView) -> None:
    missing = view.buttons["missing"]
    view.set_offers(Offers(can_go_back=True, is_waiting=True))
    missing.setFocus()
    assert not missing.isDefault()
    assert not missing.autoDefault()
    wanted = QSignalSpy(view.missing_wanted)
    QTest.keyClick(missing, Qt.Key.Key_Return)
    assert wanted.count() == 1


def test_a_right_answer_hands_on_the_keys_after_a_wrong_one_led_to_a_detour(view: StepView) -> None:
    line = line_of(view)
    view.show_verdict(Marked(Outcome.WRONG, "3"), "Why.", "3")
    # Next leads to a smaller step: the answer keeps the keys, to be given once more.
    view.set_offers(Offers(can_go_back=True, can_skip=False, can_go_on=True))
    assert QApplication.focusWidget() is line
    give(view, Outcome.RIGHT)
    assert QApplication.focusWidget() is view.buttons["next"]


def test_the_hint_that_was_opened_last_is_the_one_that_is_seen(
    qtbot: QtBot, view: StepView
) -> None:
    long = "A hint that is several lines long. " * 6
    view.show_step(replace(WORDS, hints=(long, long, long)), Ask("number"))
    for count in (1, 2, 3):
        view.show_hints(count)
        settle(qtbot, view)
    latest = view.hints.latest
    assert latest is not None
    assert latest.visibleRegion().boundingRect().bottom() >= latest.height() - 2
