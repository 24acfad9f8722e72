"""What the first start of all says: be led, or look around."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier


class WelcomeCard(QFrame):
    """Stands beside the laboratory until somebody has chosen.

    Signals:
        accepted(): Lessons are wanted.
        declined(): They are not, for now.
    """

    accepted = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "left")
        title = PlainLabel(self.tr("Welcome to Wiregrad"), self)
        title.setProperty("kind", "heading")
        words = PlainLabel(
            self.tr(
                "Lessons lead you in small steps from a first graph to a network that learns: you "
                "predict, try, and see. School mathematics is enough. Or look around by "
                "yourself: everything beside this is a laboratory that you can use at once."
            ),
            self,
        )
        later = PlainLabel(self.tr("Learn, in the bar above, brings the lessons any time."), self)
        later.setProperty("kind", "muted")
        for label in (title, words, later):
            label.setWordWrap(True)
        self.learn = QPushButton(self.tr("Begin to learn"), self)
        self.learn.setProperty("kind", "primary")
        explain(self.learn, None, self.tr("Open the lessons beside the laboratory"))
        self.look_around = QPushButton(self.tr("Look around"), self)
        explain(self.look_around, None, self.tr("Close this; Learn brings the lessons any time"))
        for button in (self.learn, self.look_around):
            # Outside of dialogs Enter presses a button only then.
            button.setAutoDefault(True)
        self.learn.clicked.connect(lambda _=False: self.accepted.emit())
        self.look_around.clicked.connect(lambda _=False: self.declined.emit())
        layout = QVBoxLayout(self)
        for part in (title, words, self.learn, self.look_around, later):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        layout = self.layout()
        if layout is not None:
            edge = theme().px(16)
            layout.setContentsMargins(edge, edge, edge, edge)
            layout.setSpacing(theme().px(10))
