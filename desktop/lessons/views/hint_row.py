"""Hints, the gentlest first: those that are open, and a button that opens the next one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.looks import set_look
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme
from desktop.foundation.translation import filled
from desktop.lessons.views.announcing import announce
from desktop.lessons.views.button_row import EnterButton
from desktop.widgets.rich_text.rich_text_view import PictureSource, RichTextView


class _Hint(QFrame):
    """One hint with its number."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "hint")
        heading = PlainLabel(title, self)
        heading.setProperty("kind", "caption")
        self.text = RichTextView(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme().px(px) for px in (10, 6, 10, 6)))
        layout.setSpacing(theme().px(2))
        layout.addWidget(heading)
        layout.addWidget(self.text)
        self.setAccessibleName(title)


class HintRow(QWidget):
    """Shows the hints that are open; the button is always there while one is closed.

    Signals:
        hint_wanted(): The next hint is to be opened.
        link_activated(target: str): A link in a hint was chosen.
    """

    hint_wanted = Signal()
    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: tuple[str, ...] = ()
        self._pictures: PictureSource | None = None
        self._open: list[_Hint] = []
        self._button = EnterButton("", self)
        self._button.clicked.connect(self.hint_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(6))
        # The button itself stands where the other buttons are.
        self._button.hide()

    @property
    def button(self) -> QPushButton:
        """The button that opens the next hint, to be laid out beside others."""
        return self._button

    @property
    def shown(self) -> tuple[str, ...]:
        """The hints that are open, in Markdown."""
        return tuple(hint.text.markdown for hint in self._open)

    def set_hints(self, hints: Sequence[str], pictures: PictureSource | None = None) -> None:
        """Have other hints, all of them closed."""
        for hint in self._open:
            self._column.removeWidget(hint)
            hint.hide()
            hint.deleteLater()
        self._open = []
        self._hints, self._pictures = tuple(hints), pictures
        self.open_hints(0)

    def open_hints(self, count: int, *, is_urged: bool = False) -> None:
        """Show the first hints; what is open stays open.

        Args:
            count: How many of them.
            is_urged: Whether the button stands out, after several wrong answers.
        """
        while len(self._open) < min(count, len(self._hints)):
            self._open_next()
        total = len(self._hints)
        following = min(len(self._open) + 1, total)
        words = filled(self.tr("Hint {0} of {1}"), following, total)
        self._button.setText(words)
        explain(self._button, words, self.tr("Show the next hint; the gentlest comes first"))
        set_look(self._button, "urged", is_urged)
        self._button.setVisible(len(self._open) < total)
        self.setVisible(bool(self._open))

    def _open_next(self) -> None:
        number = len(self._open) + 1
        title = filled(self.tr("Hint {0} of {1}"), number, len(self._hints))
        hint = _Hint(title, self)
        hint.text.link_activated.connect(self.link_activated)
        self._open.append(hint)
        self._column.addWidget(hint)
        hint.text.show_markdown(self._hints[number - 1], self._pictures)
        announce(self, f"{title}: {hint.text.spoken}")
