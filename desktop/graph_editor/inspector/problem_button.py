"""A button that tells a problem in a sentence of several lines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.foundation.theme import theme
from desktop.widgets.plain_label import PlainLabel

_ICON_SIZE = 18


class ProblemButton(QPushButton):
    """A flat button whose text wraps, which Qt's own never does."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "flat")
        self.setAccessibleName(sentence)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        icon = PlainLabel(self)
        size = theme().px(_ICON_SIZE)
        icon.setPixmap(theme().icon("triangle-alert", "warning").pixmap(size, size))
        self._text = PlainLabel(sentence, self)
        self._text.setProperty("kind", "warning")
        self._text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 5, 6, 5)
        row.setSpacing(8)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        for label in (icon, self._text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def sentence(self) -> str:
        """The problem."""
        return self._text.text()

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrower button is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped text."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else super().heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return the size of the content, which Qt would not ask."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the content."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()
