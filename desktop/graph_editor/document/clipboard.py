"""Copy and paste: some nodes as text on the system clipboard, so that it crosses windows."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QGuiApplication

from engine.drawing import edits
from engine.drawing.drawing import Drawing
from engine.drawing.serialization import from_json, to_json
from engine.graph.model import NodeId


def copied_text(drawing: Drawing, ids: Iterable[NodeId]) -> str:
    """Return some nodes and the wires among them as JSON text, in the format of files."""
    return to_json(edits.excerpt(drawing, ids))


def pasted_drawing(text: str) -> Drawing:
    """Read copied text.

    Raises:
        FileFormatError: The text is not a drawing of this program.
    """
    return from_json(text)


def write_clipboard(text: str) -> None:
    """Put text on the system clipboard."""
    QGuiApplication.clipboard().setText(text)


def read_clipboard() -> str:
    """Return the text on the system clipboard, empty when there is none."""
    return QGuiApplication.clipboard().text()


def may_hold_drawing(text: str) -> bool:
    """Tell whether a text looks like copied nodes; whether they can be read shows in reading."""
    return text.lstrip().startswith("{")
