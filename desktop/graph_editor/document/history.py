"""A document's whole state as a value: its drawings, step by step, its file, what is saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker

from desktop.foundation.file_stamp import FileStamp
from desktop.graph_editor.document.document import Document, DocumentChange
from desktop.graph_editor.document.drawing_command import ChangeKind
from engine.graph.drawing import Drawing


@dataclass(frozen=True)
class History:
    """What a document went through.

    Attributes:
        drawings: The drawing at the beginning and after each step.
        texts: What each step did.
        index: How many steps are done, the later ones being undone.
        clean_index: At which index nothing would be lost by closing; -1 for none.
        path: The document's file.
        stamp: How the file was when it was read or saved.
    """

    drawings: tuple[Drawing, ...]
    texts: tuple[str, ...]
    index: int
    clean_index: int
    path: Path | None
    stamp: FileStamp | None = None


def take_history(document: Document) -> History:
    """Read a document's history by walking through its undo stack and back, unseen."""
    stack = document.undo_stack
    index = stack.index()
    place = document.place
    drawings = []
    with document.passing_unseen(), QSignalBlocker(stack):
        for step in range(stack.count() + 1):
            stack.setIndex(step)
            drawings.append(document.drawing)
        stack.setIndex(index)
        # A group that is entered was gone in the steps before it was made.
        document.go_to(place)
    texts = tuple(stack.text(step) for step in range(stack.count()))
    path, stamp = document.path, document.stamp
    return History(tuple(drawings), texts, index, stack.cleanIndex(), path, stamp)


def replay_history(document: Document, history: History) -> None:
    """Give a document another one's history; it is shown once, at the end."""
    document.load(history.drawings[0], history.path, history.stamp)
    before = document.drawing
    stack = document.undo_stack
    with document.passing_unseen():
        for text, drawing in zip(history.texts, history.drawings[1:], strict=True):
            document.push(text, drawing)
        if history.clean_index < 0:
            stack.resetClean()
        else:
            stack.setIndex(history.clean_index)
            stack.setClean()
        stack.setIndex(history.index)
    document.changed.emit(DocumentChange(before, document.drawing, ChangeKind.LOAD))
    document.evaluated.emit()
    document.clean_changed.emit(document.is_clean)
