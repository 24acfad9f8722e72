"""A task reports, pauses, advances, is cancelled and fails, and never floods its receiver."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.tasks.generator_task import GeneratorTask
from desktop.tasks.worker import computing_count


def numbers(count: int) -> Callable[[], Iterator[int]]:
    return lambda: iter(range(count))


def endless() -> Iterator[int]:
    number = 0
    while True:
        yield number
        number += 1


class Receiver:
    """Keeps what a task has reported."""

    def __init__(self, task: GeneratorTask) -> None:
        self.batches: list[list[int]] = []
        self.pauses = 0
        task.reported.connect(self.batches.append)
        task.paused.connect(self._on_paused)

    @property
    def records(self) -> list[int]:
        return [record for batch in self.batches for record in batch]

    def _on_paused(self) -> None:
        self.pauses += 1


def test_every_record_is_reported_once_and_in_order(qtbot: QtBot) -> None:
    task = GeneratorTask(numbers(5000))
    receiver = Receiver(task)
    with qtbot.waitSignal(task.finished) as finished:
        task.start()
    assert receiver.records == list(range(5000))
    assert finished.args == [4999]
    assert not task.is_running
    assert not task.is_active


def test_an_empty_computation_finishes_with_nothing(qtbot: QtBot) -> None:
    task = GeneratorTask(numbers(0))
    with qtbot.waitSignal(task.finished) as finished:
        task.start()
    assert finished.args == [None]


def test_the_computation_runs_off_the_interfaces_thread(qtbot: QtBot) -> None:
    threads: list[int] = []

    def record_thread() -> Iterator[int]:
        threads.append(threading.get_ident())
        yield 1

    task = GeneratorTask(record_thread)
    with qtbot.waitSignal(task.finished):
        task.start()
    assert threads
    assert threads != [threading.get_ident()]


def test_advance_makes_so_many_records_and_pauses(qtbot: QtBot) -> None:
    task = GeneratorTask(endless)
    receiver = Receiver(task)
    for expected in ([0, 1, 2], [0, 1, 2, 3]):
        with qtbot.waitSignal(task.paused):
            task.advance(3 if len(expected) == 3 else 1)
        assert receiver.records == expected
        assert not task.is_running
        assert task.is_active
    task.cancel()


def test_advance_refuses_less_than_one_record() -> None:
    with pytest.raises(ValueError, match="one record or more"):
        GeneratorTask(endless).advance(0)


def test_pause_keeps_the_place_and_resume_goes_on(qtbot: QtBot) -> None:
    task = GeneratorTask(endless, interval_ms=1)
    receiver = Receiver(task)
    task.start()
    assert task.is_running
    qtbot.waitUntil(lambda: len(receiver.batches) > 2)
    with qtbot.waitSignal(task.paused):
        task.pause()
    assert computing_count() == 0
    held = len(receiver.records)
    with qtbot.waitSignal(task.reported):
        task.resume()
    assert receiver.records[: held + 1] == list(range(held + 1))
    task.cancel()


def test_cancel_waits_reports_nothing_more_and_may_be_repeated(qtbot: QtBot) -> None:
    closed: list[bool] = []

    def closing() -> Iterator[int]:
        try:
            yield from endless()
        finally:
            closed.append(True)

    task = GeneratorTask(closing, interval_ms=1)
    receiver = Receiver(task)
    stops: list[bool] = []
    task.stopped.connect(lambda: stops.append(True))
    task.start()
    qtbot.waitUntil(lambda: bool(receiver.batches))
    task.cancel()
    count = len(receiver.batches)
    assert closed == [True]
    task.cancel()
    drained = GeneratorTask(numbers(3))
    with qtbot.waitSignal(drained.finished):
        drained.start()
    assert len(receiver.batches) == count
    assert stops == [True]


def test_a_failure_is_handed_over_after_what_came_before_it(qtbot: QtBot) -> None:
    def failing() -> Iterator[int]:
        yield 1
        raise ZeroDivisionError("no such number")

    task = GeneratorTask(failing)
    receiver = Receiver(task)
    with qtbot.waitSignal(task.failed) as failed:
        task.start()
    assert isinstance(failed.args[0], ZeroDivisionError)
    assert receiver.records == [1]
    assert not task.is_active


def test_a_finished_task_begins_anew(qtbot: QtBot) -> None:
    task = GeneratorTask(numbers(3))
    receiver = Receiver(task)
    for _ in range(2):
        with qtbot.waitSignal(task.finished):
            task.start()
    assert receiver.records == [0, 1, 2, 0, 1, 2]


def test_a_slow_receiver_is_never_flooded(qtbot: QtBot) -> None:
    made: list[int] = []

    def counting() -> Iterator[int]:
        for number in endless():
            made.append(number)
            yield number

    task = GeneratorTask(counting, interval_ms=1)
    waits: list[bool] = []

    def on_reported(records: list[int]) -> None:
        # Nothing is made while this receiver works, however long it takes.
        threading.Event().wait(0.02)
        waits.append(made[-1] == records[-1])

    task.reported.connect(on_reported)
    task.start()
    qtbot.waitUntil(lambda: len(waits) >= 4)
    task.cancel()
    assert all(waits)


def test_a_receiver_that_raises_does_not_stall_the_task(qtbot: QtBot) -> None:
    task = GeneratorTask(numbers(3), interval_ms=1)

    def on_reported(_: object) -> None:
        raise RuntimeError("receiver")

    task.reported.connect(on_reported)
    with qtbot.captureExceptions() as exceptions, qtbot.waitSignal(task.finished):
        task.start()
    assert str(exceptions[0][1]) == "receiver"


def test_the_end_of_its_parent_ends_a_running_task(qtbot: QtBot) -> None:
    parent = QObject()
    task = GeneratorTask(endless, parent, interval_ms=1)
    with qtbot.waitSignal(task.reported):
        task.start()
    assert computing_count() == 1
    del task
    parent.deleteLater()
    qtbot.waitUntil(lambda: computing_count() == 0)


def test_forgetting_a_running_task_ends_it(qtbot: QtBot) -> None:
    task = GeneratorTask(endless, interval_ms=1)
    with qtbot.waitSignal(task.reported):
        task.start()
    del task
    gc.collect()
    qtbot.waitUntil(lambda: computing_count() == 0)


def test_an_abandoned_task_lets_nobody_wait_and_tells_nothing_more(qtbot: QtBot) -> None:
    entered, released = threading.Event(), threading.Event()

    def slow() -> Iterator[int]:
        yield 0
        entered.set()
        released.wait(10)
        yield 1

    parent = QObject()
    task = GeneratorTask(slow, parent, interval_ms=0)
    receiver = Receiver(task)
    task.start()
    qtbot.waitUntil(entered.is_set)
    told = list(receiver.records)

    task.abandon()

    assert not task.is_active
    assert parent.findChildren(GeneratorTask) == [task]
    released.set()
    qtbot.waitUntil(lambda: not parent.findChildren(GeneratorTask))
    assert receiver.records == told


def test_closing_waits_for_what_was_abandoned(qtbot: QtBot) -> None:
    entered, released = threading.Event(), threading.Event()
    ended: list[bool] = []

    def slow() -> Iterator[int]:
        entered.set()
        released.wait(10)
        try:
            yield 0
        finally:
            ended.append(True)

    parent = QObject()
    task = GeneratorTask(slow, parent)
    task.start()
    qtbot.waitUntil(entered.is_set)
    task.abandon()
    threading.Timer(0.05, released.set).start()

    task.close()

    assert ended == [True]
    assert computing_count() == 0
