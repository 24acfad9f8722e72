"""Typing values and names where they stand on the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect

from desktop.foundation.translation import error_sentence
from desktop.graph_editor.document import Document
from desktop.graph_editor.inline_editor import InlineEditor
from engine.errors import EngineError
from engine.formula.values import full_precision, parse_value
from engine.graph.model import NodeId


class InlineEdits:
    """Opens the line edit over a node and makes one undo step of what was typed."""

    def __init__(
        self, document: Document, editor: InlineEditor, on_taken: Callable[[], None]
    ) -> None:
        """Make the edits of a canvas.

        Args:
            document: What they change.
            editor: Where one types.
            on_taken: Called after a value or a name was taken.
        """
        self._document = document
        self._editor = editor
        self._on_taken = on_taken

    def edit_value(self, node_id: NodeId, area: QRect) -> None:
        """Let the value of a source be typed: a number, a vector or a matrix."""
        value = self._document.graph.nodes[node_id].value
        if value is not None:
            text = full_precision(value)
            self._editor.open_at(area, text, lambda typed: self._set_value(node_id, typed))

    def rename(self, node_id: NodeId, area: QRect) -> None:
        """Let the name of a node be typed."""
        name = self._document.shown.name_of(node_id)
        self._editor.open_at(area, name, lambda typed: self._set_name(node_id, typed))

    def _set_value(self, node_id: NodeId, text: str) -> str:
        return self._refusal(lambda: self._document.set_value(node_id, parse_value(text)))

    def _set_name(self, node_id: NodeId, text: str) -> str:
        return self._refusal(lambda: self._document.rename(node_id, text.strip()))

    def _refusal(self, edit: Callable[[], None]) -> str:
        try:
            edit()
        except EngineError as error:
            return error_sentence(error)
        self._on_taken()
        return ""
