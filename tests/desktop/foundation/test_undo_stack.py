"""The undo stack keeps Qt's rules, and dies with its commands in any order."""

from __future__ import annotations

import gc

from desktop.foundation.undo_stack import UndoCommand, UndoStack


class Add(UndoCommand):
    """Adds to a list of one number."""

    def __init__(self, numbers: list[int], amount: int, *, merges: bool = False) -> None:
        super().__init__(f"add {amount}")
        self._numbers, self._amount, self._merges = numbers, amount, merges

    def id(self) -> int:
        return 1 if self._merges else -1

    def mergeWith(self, other: UndoCommand) -> bool:
        assert isinstance(other, Add)
        self._amount += other._amount
        self.setObsolete(self._amount == 0)
        return True

    def redo(self) -> None:
        self._numbers[0] += self._amount

    def undo(self) -> None:
        self._numbers[0] -= self._amount


def test_steps_are_undone_redone_and_forgotten_by_a_new_one() -> None:
    numbers, stack = [0], UndoStack()
    for amount in (1, 2, 3):
        stack.push(Add(numbers, amount))
    assert (numbers, stack.count(), stack.undoText()) == ([6], 3, "add 3")
    stack.undo()
    stack.undo()
    assert (numbers, stack.index(), stack.redoText()) == ([1], 1, "add 2")
    stack.redo()
    stack.push(Add(numbers, 10))
    assert (numbers, stack.count(), stack.canRedo()) == ([13], 3, False)
    stack.setIndex(0)
    assert numbers == [0]
    stack.setIndex(9)
    assert numbers == [13]


def test_what_is_saved_is_clean_until_it_is_out_of_reach() -> None:
    numbers, stack = [0], UndoStack()
    told: list[bool] = []
    stack.cleanChanged.connect(told.append)
    stack.push(Add(numbers, 1))
    stack.setClean()
    stack.undo()
    stack.redo()
    assert told == [False, True, False, True]
    stack.undo()
    stack.push(Add(numbers, 5))
    stack.undo()
    assert (stack.isClean(), stack.cleanIndex()) == (False, -1)
    stack.clear()
    assert stack.isClean()
    stack.resetClean()
    assert not stack.isClean()


def test_steps_of_one_gesture_merge_but_not_into_what_is_saved() -> None:
    numbers, stack = [0], UndoStack()
    stack.push(Add(numbers, 1, merges=True))
    stack.push(Add(numbers, 2, merges=True))
    assert stack.count() == 1
    stack.setClean()
    stack.push(Add(numbers, 4, merges=True))
    assert stack.count() == 2
    stack.push(Add(numbers, -4, merges=True))
    assert (numbers, stack.count(), stack.isClean()) == ([3], 1, True)


def test_only_the_newest_steps_are_kept() -> None:
    numbers, stack = [0], UndoStack()
    stack.setUndoLimit(2)
    for amount in (1, 2, 3):
        stack.push(Add(numbers, amount))
    assert (stack.count(), stack.index(), stack.cleanIndex()) == (2, 2, -1)
    stack.setIndex(0)
    assert numbers == [1]


def test_actions_say_what_they_would_do() -> None:
    numbers, stack = [0], UndoStack()
    undo = stack.createUndoAction(stack, "Undo")
    redo = stack.createRedoAction(stack, "Redo")
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    stack.push(Add(numbers, 7))
    assert (undo.isEnabled(), undo.text()) == (True, "Undo add 7")
    undo.trigger()
    assert (numbers, redo.text()) == ([0], "Redo add 7")
    redo.trigger()
    assert numbers == [7]


def test_a_stack_that_is_garbage_together_with_its_commands_goes_quietly() -> None:
    class Owner:
        def __init__(self) -> None:
            self.stack = UndoStack()
            self.stack.push(Keeper(self))

    class Keeper(UndoCommand):
        def __init__(self, owner: Owner) -> None:
            super().__init__("keep")
            self.owner = owner

    for _ in range(50):
        Owner()
    gc.collect()
