"""What is said of an answer: what it is, what was understood, and why."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.foundation.looks import set_look
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.lessons.views.announcing import announce
from desktop.widgets.panels.text_label import text_label
from desktop.widgets.rich_text.rich_text_view import PictureSource, RichTextView
from engine.lessons.answer import Outcome

_ICON_PX = 18
# The icon, its colour, and the ground of each outcome; words say the same.
_LOOKS = {
    Outcome.RIGHT: ("circle-check", "success", "right"),
    Outcome.WRONG: ("circle-alert", "error", "wrong"),
    Outcome.NO_ATTEMPT: ("info", "text_muted", "unread"),
    Outcome.NOTED: ("check", "accent", "noted"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of an answer.

    Attributes:
        outcome: What it is.
        repeated: The answer as it was understood, in Markdown; empty where nothing was given.
        why: Why it is so, in Markdown, blanks filled.
    """

    outcome: Outcome
    repeated: str
    why: str = ""


class VerdictView(QFrame):
    """A card with a sign, the answer, and why it is right or not.

    Signals:
        link_activated(target: str): A link in the text was chosen.
    """

    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self.setProperty("kind", "verdict")
        self._icon = PlainLabel(self)
        self._icon.setFixedSize(theme().px(_ICON_PX), theme().px(_ICON_PX))
        self._heading = text_label(self, "outcome")
        self._answer = RichTextView(self)
        self._why = RichTextView(self)
        for view in (self._answer, self._why):
            view.link_activated.connect(self.link_activated)
        head = QHBoxLayout()
        head.setSpacing(theme().px(6))
        head.addWidget(self._icon)
        head.addWidget(self._heading, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme().px(px) for px in (10, 8, 10, 8)))
        layout.setSpacing(theme().px(4))
        layout.addLayout(head)
        layout.addWidget(self._answer)
        layout.addWidget(self._why)
        self.hide()
        theme_notifier().follow(self._draw_icon)

    @property
    def verdict(self) -> Verdict | None:
        """What is shown."""
        return self._verdict

    @property
    def heading(self) -> QLabel:
        """The line that says what the answer is."""
        return self._heading

    @property
    def why(self) -> RichTextView:
        """The text that says why."""
        return self._why

    @property
    def answer(self) -> RichTextView:
        """The text that repeats the answer."""
        return self._answer

    def show_verdict(self, verdict: Verdict, pictures: PictureSource | None = None) -> None:
        """Show what is said of an answer, and say it to who listens."""
        self._verdict = verdict
        heading = self._heading_of(verdict.outcome)
        self._heading.setText(heading)
        self._draw_icon()
        pattern = self.tr("You answered: {0}")
        self._answer.show_markdown(
            filled(pattern, verdict.repeated) if verdict.repeated else "", pictures
        )
        self._answer.setVisible(bool(verdict.repeated))
        self._why.show_markdown(verdict.why, pictures)
        self._why.setVisible(bool(verdict.why))
        set_look(self, "outcome", _LOOKS[verdict.outcome][2])
        self.setAccessibleName(heading)
        self.show()
        said = (heading, self._answer.spoken, self._why.spoken)
        announce(self, " ".join(part for part in said if part))

    def clear(self) -> None:
        """Say nothing."""
        self._verdict = None
        self.hide()

    def _heading_of(self, outcome: Outcome) -> str:
        match outcome:
            case Outcome.RIGHT:
                return self.tr("Right")
            case Outcome.WRONG:
                return self.tr("Not yet")
            case Outcome.NO_ATTEMPT:
                return self.tr("This cannot be marked yet; it does not count as a try")
            case Outcome.NOTED:
                return self.tr("Noted")

    def _draw_icon(self) -> None:
        if self._verdict is not None:
            name, colour, _ = _LOOKS[self._verdict.outcome]
            size = theme().px(_ICON_PX)
            self._icon.setFixedSize(size, size)
            self._icon.setPixmap(theme().icon(name, colour).pixmap(size, size))
