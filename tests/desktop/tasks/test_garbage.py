"""Garbage is collected on the interface's thread alone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.tasks.garbage import GarbageCollector, collect_soon, is_collection_wanted


class Knot:
    """Refers to itself, and notes the thread that it is freed on."""

    freed_on: list[threading.Thread] = []  # noqa: RUF012

    def __init__(self) -> None:
        self.self = self

    def __del__(self) -> None:
        Knot.freed_on.append(threading.current_thread())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[GarbageCollector]:
    Knot.freed_on.clear()
    was_enabled = gc.isenabled()
    made = GarbageCollector()
    made.start()
    yield made
    made.stop()
    if not was_enabled:
        gc.disable()


def make_much() -> None:
    for _ in range(5 * gc.get_threshold()[0]):
        Knot()


def test_a_computation_s_garbage_waits_for_the_interface(
    qtbot: QtBot, collector: GarbageCollector
) -> None:
    thread = threading.Thread(target=make_much)
    thread.start()
    thread.join()
    assert Knot.freed_on == []
    qtbot.waitUntil(lambda: len(Knot.freed_on) > 0)
    assert set(Knot.freed_on) == {threading.main_thread()}


def test_python_collects_again_afterwards(collector: GarbageCollector) -> None:
    collector.stop()
    make_much()
    assert Knot.freed_on


def test_what_is_old_when_it_goes_is_collected_soon_if_somebody_says_so(
    qtbot: QtBot, collector: GarbageCollector
) -> None:
    knot = Knot()
    gone = weakref.ref(knot)
    # Three collections old: by Python's thresholds it would be looked at again in half a minute.
    for _ in range(3):
        gc.collect()
    del knot
    collect_soon()
    assert is_collection_wanted()
    assert gone() is not None
    qtbot.waitUntil(lambda: not is_collection_wanted())
    assert gone() is None
