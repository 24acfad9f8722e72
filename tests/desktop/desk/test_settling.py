"""What computes, moves or waits is found by Qt's tree, and ended with what stands above it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk.background_task import BackgroundTask, Policy
from desktop.desk.settling import Delay, Settling, has_settled, shut_down
from desktop.tasks.worker import computing_count
from desktop.widgets.bars.step_bar import StepBar
from desktop.widgets.panels.page import Page
from tests.support.due_timers import make_due

_LONG_MS = 3_600_000


def endless() -> Iterator[int]:
    while True:
        yield 0


class Moving(QWidget, Settling):
    """A widget of a page that moves until it is stopped."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_moving = True

    @property
    def is_settled(self) -> bool:
        return not self.is_moving

    def shutdown(self) -> None:
        self.is_moving = False


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    return made


def test_a_page_of_nothing_that_moves_has_settled(page: Page) -> None:
    QFrame(page)
    assert page.is_settled()


def test_a_computation_far_below_a_page_is_one_of_the_page(page: Page, qtbot: QtBot) -> None:
    task = BackgroundTask(QFrame(QFrame(page)))
    task.submit(endless)
    qtbot.waitUntil(lambda: computing_count() == 1)
    assert not page.is_settled()
    page.shutdown()
    assert page.is_settled()
    assert computing_count() == 0


def test_what_only_waits_for_its_turn_has_not_settled(page: Page) -> None:
    task = BackgroundTask(page, Policy.EACH)
    task.submit(endless)
    task.submit(endless)
    page.shutdown()
    assert page.is_settled()
    assert computing_count() == 0


def test_a_delay_is_waited_for_and_what_it_does_too(page: Page, qtbot: QtBot) -> None:
    done: list[int] = []
    delay = Delay(_LONG_MS, lambda: done.append(1), QFrame(page))
    assert page.is_settled()
    delay.start()
    assert not page.is_settled()
    assert make_due(page) == 1
    assert page.is_settled()
    assert done == [1]


def test_a_delay_begun_again_waits_anew_and_for_as_long_as_is_said(page: Page) -> None:
    delay = Delay(_LONG_MS, lambda: None, page)
    delay.start()
    delay.start(2 * _LONG_MS)
    assert delay.interval() == 2 * _LONG_MS
    delay.stop()
    assert page.is_settled()


def test_after_the_end_of_a_page_no_part_begins_again(page: Page) -> None:
    delay, task = Delay(_LONG_MS, lambda: None, page), BackgroundTask(page)
    page.shutdown()
    delay.start()
    task.submit(endless)
    assert page.is_settled()
    assert computing_count() == 0


def test_what_one_part_starts_while_the_page_ends_is_ended_with_it(
    page: Page, qtbot: QtBot
) -> None:
    bar = StepBar(page)
    delay = Delay(_LONG_MS, lambda: None, page)
    # Made before the bar's end is told and after it: neither order lets anything run on.
    first = BackgroundTask(page)
    bar.playing_changed.connect(lambda _: delay.start())
    bar.playing_changed.connect(lambda _: first.submit(endless))
    bar.set_range(5)
    bar.play()
    assert not page.is_settled()
    page.shutdown()
    assert page.is_settled()
    assert not bar.is_playing
    assert computing_count() == 0


def test_a_widget_that_moves_takes_part_itself(page: Page) -> None:
    moving = Moving(QFrame(page))
    assert not page.is_settled()
    assert not has_settled(moving)
    shut_down(moving)
    assert page.is_settled()


def test_what_stands_elsewhere_is_not_asked(page: Page, qtbot: QtBot) -> None:
    elsewhere = QObject()
    delay = Delay(_LONG_MS, lambda: None, elsewhere)
    delay.start()
    assert page.is_settled()
    shut_down(elsewhere)
