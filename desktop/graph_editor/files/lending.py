"""One's own drawing while a lesson has borrowed the page: copies are of one's own work alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.graph_editor.document.document import Document
from desktop.graph_editor.files.autosave import Autosave
from desktop.graph_editor.files.own_work import OwnGraph, from_text, to_text


class Lending(QObject):
    """Tells a document whose drawing it shows, and knows when one's own needs no other copy."""

    def __init__(self, document: Document, autosave: Autosave, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._autosave = document, autosave
        self._waiting: list[Callable[[], None]] = []
        autosave.kept.connect(self._on_safe)
        autosave.put_aside.connect(self._on_safe)
        document.clean_changed.connect(self._on_clean_changed)

    def own_work(self, draft: str | None) -> str | None:
        """Return the document with its history and file as text; None where nothing is missed.

        Args:
            draft: A formula that was typed and not built.
        """
        state = self._document.snapshot()
        is_missed = draft is not None or state.path is not None or bool(state.steps.made)
        if self._document.is_clean and not is_missed:
            return None
        return to_text(OwnGraph(state, draft))

    def show_own_work(self, text: str) -> str | None:
        """Show what `own_work` gave; return the draft.

        Raises:
            FileFormatError: It cannot be read.
        """
        own = from_text(text)
        self._document.restore(own.document)
        return own.draft

    def follow(self, is_borrowed: bool) -> None:
        """Keep no copy of what a lesson opens, and one of one's own again."""
        self._document.set_borrowed(is_borrowed)
        if not (is_borrowed or self._document.is_clean):
            self._autosave.keep()

    def when_safe(self, done: Callable[[], None]) -> None:
        """Call a function once the drawing is in its file, or its copy is on the disk."""
        if self._document.is_clean:
            done()
        else:
            self._waiting.append(done)
            self._autosave.keep()

    def _on_clean_changed(self, is_clean: bool) -> None:
        if is_clean:
            self._on_safe()

    def _on_safe(self) -> None:
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done()
