"""How the documents of a kind stand in files: what a page says to have New, Open and Save."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from desktop.files.file_kind import FileKind
from desktop.foundation.settings import Key

T = TypeVar("T")


@dataclass(frozen=True)
class DocumentWords:
    """What is said about documents of a kind, translated.

    Attributes:
        new: What New does.
        open: What Open does.
        save: What Save does.
        save_as: What Save as does.
        ask_open: The title of the dialog that asks which file to open.
        ask_save: The title of the dialog that asks where to save.
        unsaved: The question whether to save, with a blank for the document's name.
        not_saved: That nothing was saved, with a blank for the reason.
    """

    new: str
    open: str
    save: str
    save_as: str
    ask_open: str
    ask_save: str
    unsaved: str
    not_saved: str


@dataclass(frozen=True)
class DocumentForm(Generic[T]):
    """How documents of a kind are kept.

    Attributes:
        kind: What the files are called, and how their names end.
        read: Reads a file; its last record is the content, the others let it be given up. It
            raises an `EngineError` for what cannot be read.
        take_text: Reads a file's text, likewise.
        write: Returns what the file of a content holds.
        recent: The setting with the files opened or saved last.
        words: What is said about them.
        is_long: Whether reading may take longer than a frame; it is done beside the interface.
    """

    kind: FileKind
    read: Callable[[Path], Iterator[T | None]]
    take_text: Callable[[str], Iterator[T | None]]
    write: Callable[[T], bytes]
    recent: Key[list[str]]
    words: DocumentWords
    is_long: bool = False
