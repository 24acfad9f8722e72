"""What was edited, as immutable values, to be undone and redone: one history for every page.

Values share all that did not change, so a step keeps the ones before and after it. Undo is then
exact by construction, and no step needs an inverse of its own that could be wrong.

It lives in Python alone. Qt's ``QUndoStack`` owns its commands in C++: where a document and its
commands are garbage together, Python may collect the commands first, and the stack's destructor
then clears commands that are gone, which ends the process.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

V = TypeVar("V")


@dataclass(frozen=True, eq=False)
class Step(Generic[V]):
    """One edit.

    Attributes:
        text: What it did, for the menu.
        before: What to go back to.
        after: What to go on to.
        merge_key: The gesture it belongs to; None for none, and once it was undone.
    """

    text: str
    before: V
    after: V
    merge_key: object | None = None


@dataclass(frozen=True, eq=False)
class Steps(Generic[V]):
    """A whole history as a value, which a page hands to the one made in its place.

    Attributes:
        made: The steps, undone ones too.
        index: How many of them are done.
        clean_index: At which index nothing is unsaved; None where there is none.
    """

    made: tuple[Step[V], ...] = ()
    index: int = 0
    clean_index: int | None = 0

    @property
    def is_clean(self) -> bool:
        """Whether nothing is unsaved."""
        return self.index == self.clean_index

    @property
    def last(self) -> Step[V] | None:
        """What undo would take back."""
        return self.made[self.index - 1] if self.index else None

    @property
    def next(self) -> Step[V] | None:
        """What redo would do."""
        return self.made[self.index] if self.index < len(self.made) else None

    def undone(self) -> Steps[V]:
        """Return the history after its last step was undone, which takes in no more of its kind."""
        place = self.index - 1
        closed = replace(self.made[place], merge_key=None)
        made = (*self.made[:place], closed, *self.made[self.index :])
        return replace(self, made=made, index=place)

    def with_step(
        self, step: Step[V], retell: Callable[[V, V], str] | None = None, most: int = 0
    ) -> Steps[V]:
        """Return the history with one more step done; undone ones are forgotten.

        Args:
            step: What was done.
            retell: What a step does that takes this one in, by its ends; None keeps its text.
            most: How many steps are kept; 0 for all.
        """
        made, clean = self.made[: self.index], self.clean_index
        if clean is not None and clean > self.index:
            clean = None
        # What is saved stays a place to go back to.
        is_open = step.merge_key is not None and self.index != clean
        if is_open and made and made[-1].merge_key == step.merge_key:
            begun = made[-1]
            made = made[:-1]
            # A gesture that ends where it began leaves no step behind.
            if begun.before != step.after:
                text = begun.text if retell is None else retell(begun.before, step.after)
                made = (*made, replace(begun, text=text, after=step.after))
            return Steps(made, len(made), clean)
        made = (*made, step)
        surplus = max(0, len(made) - most) if most else 0
        if surplus and clean is not None:
            clean = clean - surplus if clean >= surplus else None
        return Steps(made[surplus:], len(made) - surplus, clean)


class History(QObject, Generic[V]):
    """The steps of one owner, and the way back and on through them.

    Signals:
        changed(): Other steps can be undone or redone.
        clean_changed(is_clean: bool): The state is, or is no longer, the one that was saved.
    """

    changed = Signal()
    clean_changed = Signal(bool)

    def __init__(self, show: Callable[[V], None], parent: QObject, most: int = 0) -> None:
        """Begin without steps.

        Args:
            show: Makes a value the present one; what it raises leaves the history as it is.
            parent: What it belongs to.
            most: How many steps are kept; 0 for all.
        """
        super().__init__(parent)
        self._show, self._most = show, most
        self._steps: Steps[V] = Steps()

    @property
    def steps(self) -> Steps[V]:
        """All of it, as a value."""
        return self._steps

    @property
    def undo_text(self) -> str:
        """What the step does that undo would take back."""
        return self._steps.last.text if self._steps.last is not None else ""

    @property
    def redo_text(self) -> str:
        """What the step does that redo would make again."""
        return self._steps.next.text if self._steps.next is not None else ""

    def record(self, step: Step[V], retell: Callable[[V, V], str] | None = None) -> None:
        """Remember a step that was made (`Steps.with_step`)."""
        self.take(self._steps.with_step(step, retell, self._most))

    def undo(self) -> None:
        """Take the last step back."""
        if self._steps.last is not None:
            self._show(self._steps.last.before)
            self.take(self._steps.undone())

    def redo(self) -> None:
        """Make the step again that was undone last."""
        if self._steps.next is not None:
            self._show(self._steps.next.after)
            self.take(replace(self._steps, index=self._steps.index + 1))

    def mark_clean(self, is_clean: bool = True) -> None:
        """Note that the present state is saved, or that no state is."""
        self.take(replace(self._steps, clean_index=self._steps.index if is_clean else None))

    def take(self, steps: Steps[V]) -> None:
        """Go on with another history, whose present value is shown already."""
        was_clean, self._steps = self._steps.is_clean, steps
        self.changed.emit()
        if steps.is_clean != was_clean:
            self.clean_changed.emit(steps.is_clean)
