"""The table of forms that a graph can be exported in."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.files.pictures import pdf_of, png_of, svg_of
from desktop.graph_editor.export.canvas_record import CanvasRecord
from desktop.graph_editor.export.outlined_svg import with_outlines
from engine.export.dot import dot_source
from engine.export.latex_source import latex_source
from engine.export.numpy_source import numpy_source
from engine.export.pytorch_source import pytorch_source
from engine.graph.model import Graph


@dataclass(frozen=True)
class Form:
    """One form of export.

    Attributes:
        name: The unique name.
        title: What it is called, marked for translation in the context ``Exports``.
        summary: What comes out, marked likewise.
        suffix: How its files end.
        draw: Draws a recorded canvas; None for a text.
        write: Writes a graph; None for a picture.
    """

    name: str
    title: str
    summary: str
    suffix: str
    draw: Callable[[CanvasRecord], bytes] | None = None
    write: Callable[..., str] | None = None

    @property
    def shown_title(self) -> str:
        """The title in the language of the interface."""
        return QCoreApplication.translate("Exports", self.title)

    @property
    def shown_summary(self) -> str:
        """The summary in the language of the interface."""
        return QCoreApplication.translate("Exports", self.summary)

    def file_name(self, stem: str) -> str:
        """Return a file's name; it tells the form where two forms have the same ending."""
        is_only = sum(form.suffix == self.suffix for form in FORMS) == 1
        return f"{stem}{self.suffix}" if is_only else f"{stem}-{self.name}{self.suffix}"

    @property
    def knows_groups(self) -> bool:
        """Whether the text can keep the graph's groups together."""
        return self._knows("grouped")

    def text(self, graph: Graph, *, grouped: bool = False, numbers: bool = True) -> str:
        """Return a graph in this form.

        Args:
            graph: The graph.
            grouped: Whether its groups are kept together, where the form knows how.
            numbers: Whether values and gradients may be told, where the form tells them.

        Raises:
            EngineError: It cannot be written.
        """
        assert self.write is not None
        options: dict[str, Any] = {"grouped": True} if grouped and self.knows_groups else {}
        if not numbers and self._knows("numbers"):
            options["numbers"] = False
        return self.write(graph, **options)

    def _knows(self, option: str) -> bool:
        return self.write is not None and option in inspect.signature(self.write).parameters


def outlined_svg_of(record: CanvasRecord) -> bytes:
    """Return the canvas as an SVG file; its letters are outlines, as seen wherever it is shown."""
    return with_outlines(svg_of(record))


PICTURES = (
    Form(
        "png",
        str(QT_TRANSLATE_NOOP("Exports", "PNG picture")),
        str(QT_TRANSLATE_NOOP("Exports", "A picture in pixels, for slides and messages")),
        ".png",
        draw=png_of,
    ),
    Form(
        "svg",
        str(QT_TRANSLATE_NOOP("Exports", "SVG picture")),
        str(
            QT_TRANSLATE_NOOP(
                "Exports", "A picture in lines, sharp at any size, for the web and editors"
            )
        ),
        ".svg",
        draw=outlined_svg_of,
    ),
    Form(
        "pdf",
        str(QT_TRANSLATE_NOOP("Exports", "PDF page")),
        str(QT_TRANSLATE_NOOP("Exports", "A page in lines and letters, for print and LaTeX")),
        ".pdf",
        draw=pdf_of,
    ),
)

SOURCES = (
    Form(
        "numpy",
        str(QT_TRANSLATE_NOOP("Exports", "NumPy program")),
        str(QT_TRANSLATE_NOOP("Exports", "Both passes as a Python program that needs only NumPy")),
        ".py",
        write=numpy_source,
    ),
    Form(
        "pytorch",
        str(QT_TRANSLATE_NOOP("Exports", "PyTorch program")),
        str(
            QT_TRANSLATE_NOOP("Exports", "A Python program whose autograd finds the same gradients")
        ),
        ".py",
        write=pytorch_source,
    ),
    Form(
        "dot",
        str(QT_TRANSLATE_NOOP("Exports", "Graphviz DOT")),
        str(QT_TRANSLATE_NOOP("Exports", "Nodes and wires with their numbers, for Graphviz")),
        ".dot",
        write=dot_source,
    ),
    Form(
        "latex",
        str(QT_TRANSLATE_NOOP("Exports", "LaTeX formulas")),
        str(
            QT_TRANSLATE_NOOP("Exports", "The formula and its gradients gate by gate, for amsmath")
        ),
        ".tex",
        write=latex_source,
    ),
)

FORMS = (*PICTURES, *SOURCES)
