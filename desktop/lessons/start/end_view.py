"""The end of a lesson: what was reached, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.widgets.panels.text_label import text_label
from engine.lessons.mastery import RIGHT_NEEDED


@dataclass(frozen=True, slots=True)
class Ending:
    """What is said at the end.

    Attributes:
        title: The lesson's title.
        done: How many steps were done by oneself.
        shown: How many were shown.
        skipped: How many were passed over.
        reached: The titles of the skills that are reached.
        training: The titles of those that the lesson trains and that are not reached yet, each with
            how many of its last draws were right.
        following: The key and the title of the lesson that comes next; None for none.
        has_draw: Whether the lesson has other numbers when it is done once more.
    """

    title: str
    done: int
    shown: int
    skipped: int
    reached: tuple[str, ...] = ()
    training: tuple[tuple[str, int], ...] = ()
    following: tuple[str, str] | None = None
    has_draw: bool = True


class EndView(QScrollArea):
    """Says what was reached.

    Signals:
        lesson_wanted(key: str): The lesson that follows is to be opened.
        start_wanted(): The list of lessons is to be shown.
        again_wanted(): The lesson is to be done once more, with other numbers if it has any.
        handed_in(): What was done is to be written into a file for the lecturer.
    """

    lesson_wanted = Signal(str)
    start_wanted = Signal()
    again_wanted = Signal()
    handed_in = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # In a low window, or shown large, it is higher than there is room.
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(self)
        self._following = ""
        self._heading = text_label(page, "heading")
        self._counts = text_label(page, "")
        self._reached = text_label(page, "")
        self._training = text_label(page, "muted")
        self._back = text_label(page, "muted")
        self._back.setText(self.tr("Your own work is back as it was."))
        self._next_title = text_label(page, "")
        self.next_button = QPushButton(self.tr("Next lesson"), page)
        self.next_button.setProperty("kind", "primary")
        self.next_button.clicked.connect(lambda _=False: self.lesson_wanted.emit(self._following))
        self.again_button = QPushButton(page)
        explain(self.again_button, None, self.tr("Do this lesson again, to reach its skills"))
        self.again_button.clicked.connect(lambda _=False: self.again_wanted.emit())
        self.list_button = QPushButton(self.tr("All lessons"), page)
        explain(self.list_button, None, self.tr("Show the list of lessons"))
        self.list_button.clicked.connect(lambda _=False: self.start_wanted.emit())
        self.hand_in_button = QPushButton(self.tr("Hand in…"), page)
        explain(
            self.hand_in_button,
            None,
            self.tr("Write what was answered into a file for the lecturer"),
        )
        self.hand_in_button.clicked.connect(lambda _=False: self.handed_in.emit())
        buttons = (self.next_button, self.again_button, self.list_button, self.hand_in_button)
        for button in buttons:
            button.setAutoDefault(True)
        self._column = QVBoxLayout(page)
        said = (self._heading, self._counts, self._reached, self._training)
        parts = (*said, self._back, self._next_title)
        for part in parts:
            self._column.addWidget(part)
        for button in buttons:
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.setWidget(page)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def show_ending(self, ending: Ending) -> None:
        """Show what was reached."""
        self._heading.setText(filled(self.tr("“{0}” is done"), ending.title))
        parts = [filled(self.tr("Steps done: {0}"), ending.done)]
        if ending.shown:
            parts.append(filled(self.tr("shown to you: {0}"), ending.shown))
        if ending.skipped:
            parts.append(filled(self.tr("skipped: {0}"), ending.skipped))
        self._counts.setText(" · ".join(parts))
        self._reached.setText("\n".join(f"✓ {title}" for title in ending.reached))
        self._reached.setVisible(bool(ending.reached))
        more = self.tr(
            "Not reached yet: {0}. A skill is reached when three of its last four questions were "
            "right at the first try and without a hint. Each time through the lesson counts anew."
        )
        counted = self.tr("{0} ({1} of {2})")
        missing = [filled(counted, title, right, RIGHT_NEEDED) for title, right in ending.training]
        self._training.setText(filled(more, ", ".join(missing)))
        with_others, alone = self.tr("Once more, with other numbers"), self.tr("Once more")
        self.again_button.setText(with_others if ending.has_draw else alone)
        self._training.setVisible(bool(ending.training))
        self._following = "" if ending.following is None else ending.following[0]
        self.next_button.setVisible(ending.following is not None)
        self._next_title.setVisible(ending.following is not None)
        self.again_button.setVisible(bool(ending.training))
        if ending.following is not None:
            self._next_title.setText(filled(self.tr("Next lesson: {0}"), ending.following[1]))
            explain(self.next_button, None, self.tr("Go on with the lesson that follows"))

    def take_focus(self) -> None:
        """Give the keys to what comes next."""
        chosen = self.list_button if self.next_button.isHidden() else self.next_button
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_theme_changed(self) -> None:
        edge = theme().px(14)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(theme().px(10))
