"""The legend over the canvas in forward mode: what the numbers under the wires are."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.graph_editor.document import Document
from desktop.graph_editor.walk import Seed, Walk

_MARGIN = 14
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class ModeLegend(QLabel):
    """Says that tangents stand in the place of the gradients; hidden in reverse mode.

    It lies in the lower left corner of its parent and lets the mouse through.
    """

    def __init__(self, document: Document, walk: Walk, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._walk = document, walk
        self.setObjectName("mode_legend")
        self.setProperty("kind", "card")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMargin(8)
        parent.installEventFilter(self)
        walk.changed.connect(self.refresh)
        theme_notifier().changed.connect(self.refresh)
        self.refresh()

    @property
    def shown_rect(self) -> QRect:
        """Where it lies in its parent; an empty rectangle while it is hidden."""
        return QRect() if self.isHidden() else self.geometry()

    def refresh(self) -> None:
        """Name what moves, or hide."""
        seed = self._walk.seed
        self.setVisible(seed is not None)
        if seed is None:
            return
        name = seed_name(self._document, seed)
        value, tangent = theme().color("value").name(), theme().color("tangent").name()
        shown = self.tr("Forward mode from {0}").format(name)
        above = self.tr("above: value")
        below = self.tr("below: → tangent ∂·/∂{0}").format(name)
        self.setText(
            f"<b>{escape(shown)}</b><br><span style='color:{value}'>{escape(above)}</span>"
            f" · <span style='color:{tangent}'>{escape(below)}</span>"
        )
        self.setAccessibleName(f"{shown}: {above}, {below}")
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the canvas takes another size."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            margin = theme().px(_MARGIN)
            self.adjustSize()
            self.move(margin, parent.height() - self.height() - margin)
            self.raise_()


def seed_name(document: Document, seed: Seed) -> str:
    """Return what moves as text: x, or an element such as W₁₂."""
    return document.graph.nodes[seed.source].name + subscript(seed.index)


def subscript(index: tuple[int, ...]) -> str:
    """Return an element's place as formulas write it: ₁₂, and with a comma where it is needed."""
    places = [str(number + 1).translate(_SUBSCRIPTS) for number in index]
    return ("," if any(len(place) > 1 for place in places) else "").join(places)
