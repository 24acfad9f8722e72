"""One's own drawing while a lesson has borrowed the page: copies are of one's own work alone."""

from __future__ import annotations

from desktop.graph_editor.document.document import Document
from desktop.graph_editor.files.own_work import OwnGraph, from_text, to_text


class Lending:
    """Writes a document down for as long as a lesson has its page, and shows it again."""

    def __init__(self, document: Document) -> None:
        self._document = document

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
        # Whoever shows it has kept what there was.
        self._document.restore(own.document, is_agreed=True)
        return own.draft
