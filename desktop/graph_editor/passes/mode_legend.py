"""The line above the canvas in forward mode: what the numbers under the wires are."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import RichLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.passes.walk import Walk
from engine.drawing.passes import Seed
from engine.explanation.symbols import subscript


class ModeLegend(RichLabel):
    """Says that tangents stand in the place of the gradients; hidden in reverse mode."""

    def __init__(self, document: Document, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._walk = document, walk
        self.setObjectName("mode_legend")
        self.setProperty("kind", "bar")
        self.setContentsMargins(14, 5, 14, 5)
        # It must not keep the canvas from being narrow.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        walk.changed.connect(self.refresh)
        theme_notifier().follow(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Name what moves, or hide."""
        seed = self._walk.seed
        self.setVisible(seed is not None)
        if seed is None:
            return
        name = seed_name(self._document, seed)
        value, tangent = theme().color("value").name(), theme().color("tangent").name()
        shown = filled(self.tr("Forward mode from {0}"), name)
        above = self.tr("above the wire: value")
        below = filled(self.tr("below: → tangent ∂·/∂{0}"), name)
        self.setText(
            f"<b>{escape(shown)}</b> &nbsp; <span style='color:{value}'>{escape(above)}</span>"
            f" · <span style='color:{tangent}'>{escape(below)}</span>"
        )
        told = f"{shown}: {above}, {below}"
        explain(self, told, told)


def seed_name(document: Document, seed: Seed) -> str:
    """Return what moves as text: x, or an element such as W₁₂."""
    return document.graph.nodes[seed.source].name + subscript(seed.index)
