"""How races stand in files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.files.document_form import DocumentForm, DocumentWords
from desktop.files.file_kind import FileKind
from desktop.files.recovery_store import RecoveryForm
from desktop.foundation.settings import RECENT_RACES
from desktop.optimizers.race.setup_words import words_of
from engine.races.race_file import (
    LARGEST_RACE_BYTES,
    RaceFile,
    read_race,
    read_race_file,
    to_json,
)

SUFFIX = ".wiregrad-race"


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
    return DocumentForm(
        kind, read_race_file, read_race, _written, RECENT_RACES, words, is_long=True
    )


def recovery_form() -> RecoveryForm[RaceFile]:
    """Return how races stand in recovery copies."""
    return RecoveryForm("race", LARGEST_RACE_BYTES, to_json, read_race, _name_of, is_long=True)


def _name_of(content: RaceFile, path: Path | None) -> str:
    """Return what work is called: its file, or the surface that was raced on last."""
    return words_of(content.setups[-1]) if path is None else path.name


def _written(content: RaceFile) -> bytes:
    return to_json(content).encode("utf-8")
