"""The history goes back and on exactly, knows what is saved, and makes one step of a gesture."""

from __future__ import annotations

import gc
import weakref

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from desktop.desk.history import History, Step
from desktop.desk.history_actions import HistoryActions
from engine.errors import SettingError


class Counter(QObject):
    """Owns one number and its history."""

    def __init__(self, most: int = 0) -> None:
        super().__init__()
        self.number = 0
        self.history: History[int] = History(self.show, self, most)

    def show(self, number: int) -> None:
        self.number = number

    def add(self, amount: int, key: object | None = None, *, is_retold: bool = False) -> None:
        before, after = self.number, self.number + amount
        self.show(after)
        step = Step(f"add {amount}", before, after, key)
        self.history.record(step, _told if is_retold else None)


def _told(before: int, after: int) -> str:
    return f"add {after - before}"


@pytest.fixture
def counter(qapp: object) -> Counter:
    return Counter()


def test_steps_are_undone_redone_and_forgotten_by_a_new_one(counter: Counter) -> None:
    history = counter.history
    for amount in (1, 2, 3):
        counter.add(amount)
    assert (counter.number, history.undo_text, history.redo_text) == (6, "add 3", "")
    history.undo()
    history.undo()
    assert (counter.number, history.undo_text, history.redo_text) == (1, "add 1", "add 2")
    history.redo()
    counter.add(10)
    assert (counter.number, len(history.steps.made), history.steps.next) == (13, 3, None)
    for expected in (3, 1, 0, 0):
        history.undo()
        assert counter.number == expected


def test_what_is_saved_is_clean_until_it_is_out_of_reach(counter: Counter) -> None:
    history = counter.history
    told: list[bool] = []
    history.clean_changed.connect(told.append)
    counter.add(1)
    history.mark_clean()
    history.undo()
    history.redo()
    assert told == [False, True, False, True]
    history.undo()
    counter.add(5)
    history.undo()
    assert history.steps.clean_index is None
    history.mark_clean()
    assert history.steps.is_clean
    history.mark_clean(False)
    assert not history.steps.is_clean


def test_steps_of_one_gesture_merge_but_not_into_what_is_saved(counter: Counter) -> None:
    history = counter.history
    counter.add(1, "drag")
    counter.add(2, "drag")
    assert (len(history.steps.made), history.undo_text) == (1, "add 1")
    history.mark_clean()
    counter.add(4, "drag")
    assert len(history.steps.made) == 2
    # A gesture that ends where it began leaves no step behind.
    counter.add(-4, "drag")
    assert (counter.number, len(history.steps.made), history.steps.is_clean) == (3, 1, True)


def test_a_merged_step_can_say_anew_what_it_does(counter: Counter) -> None:
    counter.add(1, "drag", is_retold=True)
    counter.add(2, "drag", is_retold=True)
    assert counter.history.undo_text == "add 3"


def test_an_undone_gesture_takes_no_more_steps(counter: Counter) -> None:
    counter.add(1, "drag")
    counter.history.undo()
    counter.history.redo()
    counter.add(2, "drag")
    assert [step.after for step in counter.history.steps.made] == [1, 3]


def test_only_the_newest_steps_are_kept(qapp: object) -> None:
    counter = Counter(most=2)
    counter.add(1)
    counter.history.mark_clean()
    counter.add(2)
    counter.add(3)
    assert (counter.history.steps.index, counter.history.steps.clean_index) == (2, 0)
    counter.add(4)
    assert (counter.history.steps.index, counter.history.steps.clean_index) == (2, None)
    for _ in range(3):
        counter.history.undo()
    assert counter.number == 3


def test_a_step_that_cannot_be_undone_stays_where_it_is(counter: Counter) -> None:
    def refuse(_: int) -> None:
        raise SettingError("none", "No.")

    history: History[int] = History(refuse, counter)
    history.record(Step("step", 0, 1))
    with pytest.raises(SettingError):
        history.undo()
    assert (history.undo_text, history.redo_text) == ("step", "")


@given(st.lists(st.one_of(st.integers(-2, 2), st.sampled_from(["undo", "redo", "save"]))))
def test_whatever_is_done_the_way_back_and_on_is_exact(moves: list[int | str]) -> None:
    counter = Counter()
    for move in moves:
        if isinstance(move, int):
            counter.add(move, "drag" if move > 0 else None)
        elif move == "save":
            counter.history.mark_clean()
        else:
            getattr(counter.history, move)()
    steps = counter.history.steps
    shown = counter.number
    # Handed on as a value, it leads the same way.
    other = Counter()
    other.number = shown
    other.history.take(steps)
    for owner in (counter, other):
        while owner.history.steps.last is not None:
            owner.history.undo()
        assert owner.number == 0
        for _ in range(steps.index):
            owner.history.redo()
        assert owner.number == shown
        assert owner.history.steps.is_clean == steps.is_clean


def test_actions_say_what_they_would_do(counter: Counter) -> None:
    actions = HistoryActions(counter.history, counter, ("Undo", "Back"), ("Redo", "Again"))
    undo, redo = actions.both
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    assert (undo.text(), undo.toolTip(), redo.statusTip()) == ("Undo", "Back", "Again")
    assert undo.shortcut() == QKeySequence(QKeySequence.StandardKey.Undo)
    assert redo.shortcut() == QKeySequence(QKeySequence.StandardKey.Redo)
    assert QKeySequence("Ctrl+Shift+Z") in redo.shortcuts()
    assert QKeySequence("Ctrl+Y") in redo.shortcuts()
    counter.add(7)
    assert (undo.isEnabled(), undo.text()) == (True, "Undo add 7")
    undo.trigger()
    assert (counter.number, redo.text(), undo.isEnabled()) == (0, "Redo add 7", False)
    actions.set_offered(False)
    assert not redo.isEnabled()
    actions.set_offered(True)
    redo.trigger()
    assert counter.number == 7


def test_a_history_that_is_garbage_together_with_its_owner_goes_quietly(qapp: object) -> None:
    def left_behind() -> weakref.ref[Counter]:
        counter = Counter()
        counter.history.record(Step("keep", 0, 1, counter))
        return weakref.ref(counter)

    left = [left_behind() for _ in range(50)]
    gc.collect()
    assert [found() for found in left] == [None] * 50
