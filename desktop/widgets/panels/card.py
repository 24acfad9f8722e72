"""A framed card with an optional heading, as used in the side panels."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from desktop.foundation.plain_label import PlainLabel


class Card(QFrame):
    """A rounded frame that holds a heading and whatever is added below it."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._heading = PlainLabel(self)
        self._heading.setProperty("kind", "muted")
        self._heading.setWordWrap(True)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(12, 10, 12, 10)
        self._body.setSpacing(6)
        self._body.addWidget(self._heading)
        self.set_title(title)

    @property
    def body(self) -> QVBoxLayout:
        """The layout inside the frame."""
        return self._body

    @property
    def title(self) -> str:
        """The heading, or ''."""
        return self._heading.text()

    def set_title(self, title: str) -> None:
        """Change the heading; an empty one takes no room."""
        self._heading.setText(title)
        self._heading.setVisible(bool(title))
        self.setAccessibleName(title)

    def add(self, child: QWidget | QLayout) -> None:
        """Append a widget or a layout below the heading."""
        if isinstance(child, QWidget):
            self._body.addWidget(child)
        else:
            self._body.addLayout(child)
