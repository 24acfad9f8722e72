"""An undo stack whose commands live in Python alone.

It keeps the names and the rules of Qt's ``QUndoStack``. Qt's own owns its commands in C++: where a
document and its commands are garbage together, Python may collect the commands first, and the
stack's destructor then clears commands that are gone, which ends the process.
"""

# Names as Qt has them.
# ruff: noqa: N815

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction


class UndoCommand:
    """One step: subclasses do it in `redo` and take it back in `undo`."""

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._is_obsolete = False

    def text(self) -> str:
        """Return what the step does, for the menu."""
        return self._text

    def setText(self, text: str) -> None:
        """Call the step something else."""
        self._text = text

    def isObsolete(self) -> bool:
        """Tell whether the step does nothing any more and may go."""
        return self._is_obsolete

    def setObsolete(self, obsolete: bool) -> None:
        """Say that the step does nothing any more, or that it does."""
        self._is_obsolete = obsolete

    def id(self) -> int:
        """Return an id that steps to be merged share; -1 for one that takes no other."""
        return -1

    def mergeWith(self, other: UndoCommand) -> bool:
        """Take a later step, which is done already, into this one; tell whether that was done."""
        return False

    def redo(self) -> None:
        """Do the step."""

    def undo(self) -> None:
        """Take the step back."""


class UndoStack(QObject):
    """The steps that were made, those done before the index and those undone after it.

    Signals:
        indexChanged(index: int): Steps were made, undone, redone or merged.
        cleanChanged(clean: bool): The state is, or is no longer, the one that was saved.
        canUndoChanged(can: bool), canRedoChanged(can: bool): Told with each change of the index.
        undoTextChanged(text: str), redoTextChanged(text: str): What the next undo or redo does.
    """

    indexChanged = Signal(int)
    cleanChanged = Signal(bool)
    canUndoChanged = Signal(bool)
    canRedoChanged = Signal(bool)
    undoTextChanged = Signal(str)
    redoTextChanged = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: list[UndoCommand] = []
        self._index = self._clean_index = self._limit = 0

    def count(self) -> int:
        """Count the steps, undone ones too."""
        return len(self._commands)

    def index(self) -> int:
        """Return how many steps are done."""
        return self._index

    def text(self, index: int) -> str:
        """Return what a step does."""
        return self._commands[index].text()

    def cleanIndex(self) -> int:
        """Return at which index nothing is unsaved; -1 where there is none."""
        return self._clean_index

    def isClean(self) -> bool:
        """Tell whether nothing is unsaved."""
        return self._index == self._clean_index

    def canUndo(self) -> bool:
        """Tell whether a step can be taken back."""
        return self._index > 0

    def canRedo(self) -> bool:
        """Tell whether an undone step can be made again."""
        return self._index < len(self._commands)

    def undoText(self) -> str:
        """Return what undo would take back."""
        return self.text(self._index - 1) if self.canUndo() else ""

    def redoText(self) -> str:
        """Return what redo would do."""
        return self.text(self._index) if self.canRedo() else ""

    def setUndoLimit(self, limit: int) -> None:
        """Keep so many steps at the most; 0 for all."""
        self._limit = limit

    def push(self, command: UndoCommand) -> None:
        """Do a step and remember it; undone steps are forgotten."""
        command.redo()
        del self._commands[self._index :]
        if self._clean_index > self._index:
            self._clean_index = -1
        last = self._commands[-1] if self._commands else None
        can_merge = last is not None and last.id() != -1 and last.id() == command.id()
        if last is not None and can_merge and not self.isClean() and last.mergeWith(command):
            if last.isObsolete():
                self._commands.pop()
                self._move_to(self._index - 1)
            else:
                self._tell_index()
        elif not command.isObsolete():
            self._commands.append(command)
            self._forget_oldest()
            self._move_to(self._index + 1)

    def undo(self) -> None:
        """Take the last step back."""
        if self.canUndo():
            self._commands[self._index - 1].undo()
            self._move_to(self._index - 1)

    def redo(self) -> None:
        """Make the step again that was undone last."""
        if self.canRedo():
            self._commands[self._index].redo()
            self._move_to(self._index + 1)

    def setIndex(self, index: int) -> None:
        """Undo or redo until so many steps are done."""
        index = min(max(index, 0), len(self._commands))
        place = self._index
        while place < index:
            self._commands[place].redo()
            place += 1
        while place > index:
            place -= 1
            self._commands[place].undo()
        self._move_to(index)

    def setClean(self) -> None:
        """Note that the state is saved."""
        was_clean = self.isClean()
        self._clean_index = self._index
        if not was_clean:
            self.cleanChanged.emit(True)

    def resetClean(self) -> None:
        """Note that no state of the history is saved."""
        was_clean = self.isClean()
        self._clean_index = -1
        if was_clean:
            self.cleanChanged.emit(False)

    def clear(self) -> None:
        """Forget all steps; the state as it is counts as saved."""
        was_clean = self.isClean()
        self._commands.clear()
        self._index = self._clean_index = 0
        self._tell_index()
        if not was_clean:
            self.cleanChanged.emit(True)

    def createUndoAction(self, parent: QObject, prefix: str) -> QAction:
        """Return an action that undoes, is enabled while it can, and names the step."""
        action = QAction(f"{prefix} {self.undoText()}".strip(), parent)
        action.setEnabled(self.canUndo())
        action.triggered.connect(self.undo)
        self.canUndoChanged.connect(action.setEnabled)
        self.undoTextChanged.connect(lambda text: action.setText(f"{prefix} {text}".strip()))
        return action

    def createRedoAction(self, parent: QObject, prefix: str) -> QAction:
        """Return an action that redoes, is enabled while it can, and names the step."""
        action = QAction(f"{prefix} {self.redoText()}".strip(), parent)
        action.setEnabled(self.canRedo())
        action.triggered.connect(self.redo)
        self.canRedoChanged.connect(action.setEnabled)
        self.redoTextChanged.connect(lambda text: action.setText(f"{prefix} {text}".strip()))
        return action

    def _forget_oldest(self) -> None:
        surplus = len(self._commands) - self._limit
        if self._limit <= 0 or surplus <= 0:
            return
        del self._commands[:surplus]
        self._index -= surplus
        if self._clean_index != -1:
            self._clean_index = max(-1, self._clean_index - surplus)

    def _move_to(self, index: int) -> None:
        was_clean = self.isClean()
        self._index = index
        self._tell_index()
        if self.isClean() != was_clean:
            self.cleanChanged.emit(self.isClean())

    def _tell_index(self) -> None:
        self.indexChanged.emit(self._index)
        self.canUndoChanged.emit(self.canUndo())
        self.undoTextChanged.emit(self.undoText())
        self.canRedoChanged.emit(self.canRedo())
        self.redoTextChanged.emit(self.redoText())
