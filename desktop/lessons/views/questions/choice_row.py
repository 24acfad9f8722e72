"""One thing to choose: a button that is pressed or not, and beside it what it stands for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.foundation.theme import theme
from desktop.widgets.rich_text.rich_text_view import PictureSource, RichTextView

_GAP_PX = 4


class ChoiceRow(QWidget):
    """A radio button or a check box whose words may hold formulas, which Qt's own cannot."""

    def __init__(
        self,
        button: QAbstractButton,
        words: str,
        parent: QWidget,
        *,
        pictures: PictureSource | None = None,
    ) -> None:
        """Take a button.

        Args:
            button: What is pressed.
            words: What it stands for, in Markdown.
            parent: Its owner.
            pictures: Where the pictures of the words come from.
        """
        super().__init__(parent)
        self.button = button
        self.words = RichTextView(self)
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # It is clicked as a whole, and so nothing in it is selected.
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.words.viewport().installEventFilter(self)
        self.words.written.connect(self._on_written)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(_GAP_PX))
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.words.show_markdown(words, pictures)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a click on the words press the button."""
        is_click = event.type() == QEvent.Type.MouseButtonRelease
        if is_click and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.LeftButton:
                self.button.setFocus(Qt.FocusReason.MouseFocusReason)
                self.button.click()
            return True
        return False

    def _on_written(self) -> None:
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.button.setAccessibleName(self.words.spoken)
