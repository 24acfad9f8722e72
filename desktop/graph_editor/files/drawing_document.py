"""The graph space's document as the File menu knows it: a drawing in a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.files.document_form import DocumentForm, DocumentWords
from desktop.files.file_document import FileDocument
from desktop.files.file_kind import FileKind
from desktop.files.file_stamp import FileStamp
from desktop.files.recovery_store import RecoveryForm
from desktop.foundation.settings import RECENT_FILES
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.files.drawing_files import SUFFIX, file_text, read_drawing
from desktop.graph_editor.files.file_names import shown_name, suggested_stem
from engine.drawing.drawing import Drawing
from engine.drawing.drawing_file import LARGEST_GRAPH_BYTES
from engine.drawing.drawing_size import check_drawable
from engine.drawing.serialization import from_json, to_json


class DrawingDocument(FileDocument[Drawing]):
    """The document under edit, which knows its file itself and is lost as a whole."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        # With no argument of the document's.
        for signal in (document.changed, document.clean_changed):
            signal.connect(lambda *_: self.edited.emit())
        document.displaced.connect(self.displaced)

    @property
    def path(self) -> Path | None:
        """The document's own file."""
        return self._document.path

    @property
    def stamp(self) -> FileStamp | None:
        """How that file was last seen."""
        return self._document.stamp

    @property
    def name(self) -> str:
        """What it is called: its file, its title, or untitled."""
        return shown_name(self._document.drawing, self._document.path)

    @property
    def stem(self) -> str:
        """The first words of its title."""
        return suggested_stem(self._document.drawing, None)

    def content(self) -> Drawing:
        """Return the drawing as it stands."""
        return self._document.drawing

    def unsaved(self) -> Sequence[Drawing]:
        """Return the drawing, unless it is in its file."""
        return [] if self._document.is_clean else [self._document.drawing]

    def begin(self) -> None:
        """Begin an empty drawing."""
        self._document.new(is_agreed=True)

    def show(
        self, content: Drawing, path: Path, stamp: FileStamp | None, *, is_agreed: bool
    ) -> None:
        """Show a file's drawing; its history begins here."""
        self._document.load(content, path, stamp, is_agreed=is_agreed)

    def show_unsaved(self, content: Drawing, path: Path | None, stamp: FileStamp | None) -> None:
        """Show a drawing that its file does not hold."""
        self._document.load_unsaved(content, path, stamp, is_agreed=True)

    def remember(
        self, saved: Drawing | None, path: Path | None, stamp: FileStamp | None = None
    ) -> None:
        """Note that the drawing as it stands is in this file."""
        assert path is not None, "a drawing that is in no file is begun or loaded"
        self._document.mark_saved(path, stamp)


def drawing_form() -> DocumentForm[Drawing]:
    """Return how drawings stand in files, in the language of the interface."""
    translate = QCoreApplication.translate
    words = DocumentWords(
        new=translate("DrawingFiles", "Begin an empty graph"),
        open=translate("DrawingFiles", "Open a graph from a file"),
        save=translate("DrawingFiles", "Save the graph to its file"),
        save_as=translate("DrawingFiles", "Save the graph to another file"),
        ask_open=translate("DrawingFiles", "Open graph"),
        ask_save=translate("DrawingFiles", "Save graph"),
        unsaved=translate("DrawingFiles", "Save the changes to the graph “{0}”?"),
        not_saved=translate("DrawingFiles", "The graph was not saved. {0}"),
    )
    kind = FileKind(translate("DrawingFiles", "Wiregrad graphs"), (SUFFIX, ".json"))
    return DocumentForm(kind, _read, _read_text, file_text, RECENT_FILES, words)


def recovery_form() -> RecoveryForm[Drawing]:
    """Return how drawings stand in recovery copies."""
    return RecoveryForm(
        "drawing", LARGEST_GRAPH_BYTES, to_json, lambda text: iter([from_json(text)]), shown_name
    )


def _read(path: Path) -> Iterator[Drawing]:
    yield check_drawable(read_drawing(path))


def _read_text(text: str) -> Iterator[Drawing]:
    yield check_drawable(from_json(text))
