"""How the Activations space stands in files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.activations.files.change_words import name_of
from desktop.files.document_form import DocumentForm, DocumentWords
from desktop.files.file_kind import FileKind
from desktop.files.recovery_store import RecoveryForm
from desktop.foundation.settings import RECENT_ACTIVATIONS
from engine.activations.activation_file import (
    LARGEST_ACTIVATION_BYTES,
    read_activation_file,
    read_activations,
    to_json,
)
from engine.activations.activation_setup import ActivationSetup

SUFFIX = ".wiregrad-activations"


def activation_form() -> DocumentForm[ActivationSetup]:
    """Return how activations stand in files, in the language of the interface."""
    translate = QCoreApplication.translate
    words = DocumentWords(
        new=translate("ActivationFiles", "Begin with the first functions anew"),
        open=translate("ActivationFiles", "Open activations from a file"),
        save=translate("ActivationFiles", "Save all that is set in this space to its file"),
        save_as=translate("ActivationFiles", "Save all that is set in this space to another file"),
        ask_open=translate("ActivationFiles", "Open activations"),
        ask_save=translate("ActivationFiles", "Save activations"),
        unsaved=translate("ActivationFiles", "Save the changes to the activations “{0}”?"),
        not_saved=translate("ActivationFiles", "The activations were not saved. {0}"),
    )
    kind = FileKind(translate("ActivationFiles", "Wiregrad activations"), (SUFFIX,))
    # Formulas are read anew, which takes a moment where they are long.
    return DocumentForm(
        kind,
        read_activation_file,
        read_activations,
        _written,
        RECENT_ACTIVATIONS,
        words,
        is_long=True,
    )


def recovery_form() -> RecoveryForm[ActivationSetup]:
    """Return how the space stands in recovery copies."""
    return RecoveryForm(
        "activations", LARGEST_ACTIVATION_BYTES, to_json, read_activations, _name_of, is_long=True
    )


def _name_of(content: ActivationSetup, path: Path | None) -> str:
    """Return what work is called: its file, or the first function that was typed."""
    if path is not None:
        return path.name
    first = next(iter(content.curves.own), None)
    if first is not None:
        return name_of(first, content)
    return QCoreApplication.translate("ActivationFiles", "Activations")


def _written(content: ActivationSetup) -> bytes:
    return to_json(content).encode("utf-8")
