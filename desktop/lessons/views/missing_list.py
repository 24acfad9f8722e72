"""What a step still waits for, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme
from desktop.lessons.views.announcing import announce
from desktop.widgets.panels.text_label import text_label


class MissingList(QFrame):
    """Sentences that each name a condition that is not fulfilled, and what would fulfil it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "hint")
        self._heading = PlainLabel(self.tr("What is still missing"), self)
        self._heading.setProperty("kind", "caption")
        self._labels: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(theme().px(px) for px in (10, 6, 10, 6)))
        self._column.setSpacing(theme().px(4))
        self._column.addWidget(self._heading)
        self.setAccessibleName(self._heading.text())
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(label.text() for label in self._labels if not label.isHidden())

    def show_missing(self, sentences: Sequence[str], *, is_said: bool = False) -> None:
        """Show what is missing, or nothing where nothing is.

        Args:
            sentences: One for each condition, translated.
            is_said: Whether who listens is told, because it was asked for.
        """
        while len(self._labels) < len(sentences):
            label = text_label(self, "")
            self._labels.append(label)
            self._column.addWidget(label)
        for place, label in enumerate(self._labels):
            label.setText(sentences[place] if place < len(sentences) else "")
            label.setVisible(place < len(sentences))
        self.setVisible(bool(sentences))
        if is_said:
            announce(self, " ".join((self._heading.text() + ".", *sentences)))
