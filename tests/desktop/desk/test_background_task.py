"""One computation at a time beside the interface, by three policies."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.desk.background_task import BackgroundTask, Policy
from desktop.foundation.translation import error_sentence
from desktop.tasks.worker import computing_count
from engine.errors import EvaluationError
from tests.support.due_timers import make_due


def once(value: object) -> Callable[[], Iterator[object]]:
    return lambda: iter([value])


def endless() -> Iterator[int]:
    while True:
        yield 0


def test_the_last_record_is_the_answer(qtbot: QtBot) -> None:
    task = BackgroundTask()
    with qtbot.waitSignal(task.done) as done:
        task.submit(lambda: iter("abc"))
    assert done.args == ["c"]
    assert not task.is_running


def test_only_the_newest_of_many_answers(qtbot: QtBot) -> None:
    task = BackgroundTask()
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

    task = BackgroundTask()
    answers: list[object] = []
    task.done.connect(answers.append)
    task.submit(first)
    assert has_run.wait(5)
    task.submit(once(2))
    qtbot.waitUntil(lambda: not task.is_running)
    assert answers == [2]


def test_an_answer_needs_no_iterator(qtbot: QtBot) -> None:
    task = BackgroundTask()
    with qtbot.waitSignal(task.done) as done:
        task.submit(lambda: 7)
    assert done.args == [7]


def test_an_error_of_the_engine_is_refused_in_words(qtbot: QtBot) -> None:
    def refusing() -> int:
        raise EvaluationError("no_result", "There is no result.")

    task = BackgroundTask()
    with qtbot.waitSignal(task.refused) as refused:
        task.submit(refusing)
    sentence, error = refused.args
    assert sentence == error_sentence(error)
    assert isinstance(error, EvaluationError)


def test_an_error_that_nobody_expected_reaches_the_report(qtbot: QtBot) -> None:
    def failing() -> Iterator[float]:
        yield from (1 / number for number in (1, 0))

    task = BackgroundTask()
    refused: list[str] = []
    task.refused.connect(refused.append)
    with qtbot.captureExceptions() as caught:
        task.submit(failing)
        qtbot.waitUntil(lambda: not task.is_running)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert not refused


def test_a_refusal_that_nobody_hears_is_no_silence(qtbot: QtBot) -> None:
    def refusing() -> int:
        raise EvaluationError("no_result", "There is no result.")

    task = BackgroundTask()
    with qtbot.captureExceptions() as caught:
        task.submit(refusing)
        qtbot.waitUntil(lambda: not task.is_running)
    assert [kind for kind, _, _ in caught] == [EvaluationError]


@pytest.mark.parametrize("policy", [Policy.FINISH, Policy.EACH])
def test_after_an_error_the_next_one_is_computed(qtbot: QtBot, policy: Policy) -> None:
    def failing() -> int:
        return 1 // 0

    task = BackgroundTask(None, policy)
    with qtbot.captureExceptions(), qtbot.waitSignal(task.done) as done:
        task.submit(failing)
        task.submit(lambda: 2)
    assert done.args == [2]


def test_what_runs_is_let_finish_and_only_the_newest_follows(qtbot: QtBot) -> None:
    may_end = threading.Event()
    task = BackgroundTask(None, Policy.FINISH)
    answers: list[object] = []
    task.done.connect(answers.append)
    task.submit(lambda: may_end.wait(5))
    for number in range(20):
        task.submit(once(number))
    may_end.set()
    qtbot.waitUntil(lambda: not task.is_running)
    assert answers == [True, 19]


def test_each_is_computed_in_its_turn_and_answers_who_asked(qtbot: QtBot) -> None:
    task = BackgroundTask(None, Policy.EACH)
    answers: list[object] = []

    def take(number: int, made: object) -> None:
        answers.append((number, made))

    for number in range(5):
        task.submit(once(number), partial(take, number))
    qtbot.waitUntil(lambda: not task.is_running)
    assert answers == [(number, number) for number in range(5)]


def test_a_pace_keeps_the_next_one_waiting(qtbot: QtBot) -> None:
    task = BackgroundTask(None, Policy.FINISH, pace_ms=3_600_000)
    answers: list[object] = []
    task.done.connect(answers.append)
    task.submit(once(1))
    qtbot.waitUntil(lambda: answers == [1])
    task.submit(once(2))
    task.submit(once(3))
    assert task.is_running
    assert computing_count() == 0
    assert make_due(task) == 1
    qtbot.waitUntil(lambda: answers == [1, 3])
    task.cancel()


def test_it_is_busy_until_the_last_answer(qtbot: QtBot) -> None:
    task = BackgroundTask(None, Policy.EACH)
    told: list[object] = []
    task.busy_changed.connect(told.append)
    task.done.connect(told.append)
    task.submit(once("a"))
    task.submit(once("b"))
    qtbot.waitUntil(lambda: not task.is_running)
    assert told == [True, "a", False, "b"]


def test_what_is_given_up_answers_nothing_and_nobody_waits_for_it(qtbot: QtBot) -> None:
    task = BackgroundTask(report_ms=0)
    heard: list[object] = []
    task.done.connect(heard.append)
    task.submit(endless)
    qtbot.waitUntil(lambda: computing_count() == 1)
    task.give_up()
    task.reported.connect(heard.append)
    qtbot.waitUntil(lambda: not task.is_running)
    assert not heard
    assert computing_count() == 0


def test_after_its_end_nothing_begins(qtbot: QtBot) -> None:
    task = BackgroundTask()
    task.submit(endless)
    task.shutdown()
    task.submit(endless)
    assert not task.is_running
    assert computing_count() == 0


def test_closing_ends_it_without_an_answer(qtbot: QtBot) -> None:
    task = BackgroundTask()
    answers: list[object] = []
    task.done.connect(answers.append)
    task.submit(endless)
    task.submit(once(1))
    task.cancel()
    task.cancel()
    assert computing_count() == 0
    assert not task.is_running
    with qtbot.waitSignal(task.done):
        task.submit(once(2))
    assert answers == [2]


def test_the_end_of_its_parent_ends_it(qtbot: QtBot) -> None:
    parent = QObject()
    task = BackgroundTask(parent)
    task.submit(endless)
    qtbot.waitUntil(lambda: computing_count() == 1)
    parent.deleteLater()
    qtbot.waitUntil(lambda: computing_count() == 0)


def test_reports_come_on_the_way_and_only_those_of_the_newest(qtbot: QtBot) -> None:
    task = BackgroundTask(report_ms=0)
    heard: list[object] = []
    task.reported.connect(heard.extend)
    task.submit(endless)
    qtbot.waitUntil(lambda: len(heard) > 3)
    task.submit(lambda: iter("abc"))
    heard.clear()
    qtbot.waitUntil(lambda: not task.is_running)
    assert heard == ["a", "b", "c"]


def test_without_reports_nothing_comes_on_the_way(qtbot: QtBot) -> None:
    task = BackgroundTask()
    heard: list[object] = []
    task.reported.connect(heard.append)
    with qtbot.waitSignal(task.done):
        task.submit(lambda: iter("abc"))
    assert heard == []


def test_nothing_holds_a_task_that_has_answered(qtbot: QtBot) -> None:
    task = BackgroundTask()
    with qtbot.waitSignal(task.done):
        task.submit(once(1))
    reference = weakref.ref(task)
    del task
    gc.collect()
    assert reference() is None
