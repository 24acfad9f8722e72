"""Of several computations asked for, only the newest answers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.tasks.latest_task import LatestTask
from desktop.tasks.worker import computing_count


def once(value: object) -> Callable[[], Iterator[object]]:
    return lambda: iter([value])


def endless() -> Iterator[int]:
    while True:
        yield 0


def test_the_last_record_is_the_answer(qtbot: QtBot) -> None:
    task = LatestTask()
    with qtbot.waitSignal(task.done) as done:
        task.submit(lambda: iter("abc"))
    assert done.args == ["c"]
    assert not task.is_running


def test_only_the_newest_of_many_answers(qtbot: QtBot) -> None:
    task = LatestTask()
    answers: list[object] = []
    task.done.connect(answers.append)
    task.submit(endless)
    for number in range(20):
        task.submit(once(number))
    qtbot.waitUntil(lambda: not task.is_running)
    assert answers == [19]


def test_an_answer_already_on_its_way_is_dropped_for_a_newer_one(qtbot: QtBot) -> None:
    has_run = threading.Event()

    def first() -> Iterator[int]:
        yield 1
        has_run.set()

    task = LatestTask()
    answers: list[object] = []
    task.done.connect(answers.append)
    task.submit(first)
    assert has_run.wait(5)
    task.submit(once(2))
    qtbot.waitUntil(lambda: not task.is_running)
    assert answers == [2]


def test_a_failure_is_handed_over(qtbot: QtBot) -> None:
    def failing() -> Iterator[float]:
        yield from (1 / number for number in (1, 0))

    task = LatestTask()
    with qtbot.waitSignal(task.failed) as failed:
        task.submit(failing)
    assert isinstance(failed.args[0], ZeroDivisionError)


def test_closing_ends_it_without_an_answer(qtbot: QtBot) -> None:
    task = LatestTask()
    answers: list[object] = []
    task.done.connect(answers.append)
    task.submit(endless)
    task.submit(once(1))
    task.close()
    task.close()
    assert computing_count() == 0
    assert not task.is_running
    with qtbot.waitSignal(task.done):
        task.submit(once(2))
    assert answers == [2]


def test_the_end_of_its_parent_ends_it(qtbot: QtBot) -> None:
    parent = QObject()
    task = LatestTask(parent)
    task.submit(endless)
    qtbot.waitUntil(lambda: computing_count() == 1)
    parent.deleteLater()
    qtbot.waitUntil(lambda: computing_count() == 0)


def test_reports_come_on_the_way_and_only_those_of_the_newest(qtbot: QtBot) -> None:
    task = LatestTask(report_ms=0)
    heard: list[object] = []
    task.reported.connect(heard.extend)
    task.submit(endless)
    qtbot.waitUntil(lambda: len(heard) > 3)
    task.submit(lambda: iter("abc"))
    heard.clear()
    qtbot.waitUntil(lambda: not task.is_running)
    assert heard == ["a", "b", "c"]


def test_without_reports_nothing_comes_on_the_way(qtbot: QtBot) -> None:
    task = LatestTask()
    heard: list[object] = []
    task.reported.connect(heard.append)
    with qtbot.waitSignal(task.done):
        task.submit(lambda: iter("abc"))
    assert heard == []
