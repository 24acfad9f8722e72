"""How races stand in files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.files.document_form import DocumentForm, DocumentWords
from desktop.files.file_kind import FileKind
from desktop.foundation.settings import RECENT_RACES
from engine.errors import FileFormatError
from engine.races.race_file import RaceFile, read_race, to_json
from engine.regular_file import read_text

SUFFIX = ".wiregrad-race"
LARGEST_RACE_BYTES = 20_000_000


def race_form() -> DocumentForm[RaceFile]:
    """Return how races stand in files, in the language of the interface."""
    translate = QCoreApplication.translate
    words = DocumentWords(
        new=translate("RaceFiles", "Begin with the first surface anew"),
        open=translate("RaceFiles", "Open a race from a file"),
        save=translate("RaceFiles", "Save the whole setting to its file"),
        save_as=translate("RaceFiles", "Save the whole setting to another file"),
        ask_open=translate("RaceFiles", "Open race"),
        ask_save=translate("RaceFiles", "Save race"),
        unsaved=translate("RaceFiles", "Save the changes to the race “{0}”?"),
        not_saved=translate("RaceFiles", "The race was not saved. {0}"),
    )
    kind = FileKind(translate("RaceFiles", "Wiregrad races"), (SUFFIX,))
    # Surfaces of one's own are prepared anew, which takes a moment.
    return DocumentForm(kind, _read, _written, RECENT_RACES, words, is_long=True)


def _read(path: Path) -> Iterator[RaceFile | None]:
    try:
        text = read_text(path, LARGEST_RACE_BYTES)
    except FileFormatError as error:
        if error.code != "file_not_text":
            raise
        raise FileFormatError(
            "race_not_json", "This is no race of Wiregrad: the file is not JSON text."
        ) from error
    yield from read_race(text)


def _written(content: RaceFile) -> bytes:
    return to_json(content).encode("utf-8")
