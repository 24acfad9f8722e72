"""How trainings stand in files and in recovery copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.files.document_form import DocumentForm, DocumentWords
from desktop.files.file_kind import FileKind
from desktop.files.recovery_store import RecoveryForm
from desktop.foundation.settings import RECENT_TRAININGS
from engine.training.run.record_reading import read_training
from engine.training.run.record_writing import to_json
from engine.training.run.training_record import (
    FORM,
    LARGEST_TRAINING_BYTES,
    Edits,
    TrainingRecord,
)

SUFFIX = ".wiregrad-training"


def training_form() -> DocumentForm[TrainingRecord]:
    """Return how trainings stand in files, in the language of the interface."""
    translate = QCoreApplication.translate
    words = DocumentWords(
        new=translate("TrainingFiles", "Begin with the first network anew"),
        open=translate("TrainingFiles", "Open a training from a file"),
        save=translate(
            "TrainingFiles", "Save data, choices, weights and the training so far to the file"
        ),
        save_as=translate(
            "TrainingFiles", "Save data, choices, weights and the training so far to another file"
        ),
        ask_open=translate("TrainingFiles", "Open training"),
        ask_save=translate("TrainingFiles", "Save training"),
        unsaved=translate("TrainingFiles", "Save the changes to the training “{0}”?"),
        not_saved=translate("TrainingFiles", "The training was not saved. {0}"),
    )
    kind = FileKind(translate("TrainingFiles", "Wiregrad trainings"), (SUFFIX,))
    return DocumentForm(kind, _read, _read_text, _written, RECENT_TRAININGS, words, is_long=True)


def training_recovery_form() -> RecoveryForm[TrainingRecord]:
    """Return how trainings stand in recovery copies: with what can be undone."""
    return RecoveryForm(
        "training", LARGEST_TRAINING_BYTES, to_json, read_training, _name_of, is_long=True
    )


def _read(path: Path) -> Iterator[TrainingRecord | None]:
    yield None
    yield from _read_text(FORM.text_of(path, LARGEST_TRAINING_BYTES))


def _read_text(text: str) -> Iterator[TrainingRecord | None]:
    for content in read_training(text):
        # None is written, see below, and one that was put in is not tried.
        yield None if content is None else replace(content, edits=Edits())


def _written(content: TrainingRecord) -> bytes:
    # What can be undone is nobody's business who opens the file.
    return to_json(replace(content, edits=Edits())).encode()


def _name_of(content: TrainingRecord, path: Path | None) -> str:
    if path is not None:
        return path.name
    own = content.run.samples
    return (own.title if own is not None else "") or QCoreApplication.translate(
        "TrainingFiles", "Untitled training"
    )
