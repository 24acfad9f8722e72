"""A question: what is asked, the view in which it is answered, and the button that answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.looks import set_look
from desktop.foundation.theme import theme, theme_notifier
from desktop.lessons.views.questions.catalog import begun_question_view
from desktop.lessons.views.questions.question_view import Question, QuestionView
from desktop.widgets.rich_text.rich_text_view import RichTextView

_GAP_PX = 8
# A question beside its line takes no more of the width than this.
_BESIDE_SHARE = 0.4


class QuestionPane(QWidget):
    """Shows one question at a time, or none.

    A short question, such as "f =", stands beside the line in which it is answered.

    Signals:
        answered(answer: Answer): An answer was given.
        edited(): The answer is another one.
        link_activated(target: str): A link in what is asked was chosen.
    """

    answered = Signal(object)
    edited = Signal()
    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: QuestionView | None = None
        self._asked = RichTextView(self)
        self._asked.link_activated.connect(self.link_activated)
        self._asked.written.connect(self._on_written)
        self._check = QPushButton(self.tr("Check"), self)
        self._check.setAutoDefault(True)
        explain(self._check, None, self.tr("Check the answer (Enter)"))
        self._check.clicked.connect(self._on_check)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row.addWidget(self._asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self._check, 0, Qt.AlignmentFlag.AlignLeft)
        theme_notifier().follow(self._arrange)
        self.hide()

    @property
    def view(self) -> QuestionView | None:
        """The view of the question, or None."""
        return self._view

    @property
    def asked(self) -> RichTextView:
        """What is asked."""
        return self._asked

    @property
    def check_button(self) -> QPushButton:
        """The button that answers."""
        return self._check

    def show_question(self, question: Question | None) -> None:
        """Show a question that is not answered yet, or none, at once."""
        for _ in self.showing(question):
            pass

    def showing(self, question: Question | None) -> Iterator[None]:
        """Show a question so piece by piece; what is there before is gone with the first."""
        if self._view is not None:
            self._row.removeWidget(self._view)
            self._view.hide()
            self._view.deleteLater()
            self._view = None
        self.hide()
        if question is None:
            return
        view = begun_question_view(question, self)
        view.answered.connect(self.answered)
        view.edited.connect(self.edited)
        self._view = view
        yield
        yield from view.making()
        self._row.addWidget(view, 1)
        view.fields_changed.connect(self._order_stops)
        view.show()
        self._order_stops()
        self._asked.setVisible(bool(question.words.ask))
        self._asked.show_markdown(question.words.ask, question.pictures)
        self._arrange()
        yield
        self.show()

    def set_primary(self, *, is_primary: bool) -> None:
        """Let the button stand out, or no longer, since something else does."""
        set_look(self._check, "kind", "primary" if is_primary else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the question beside its line, or above it."""
        super().resizeEvent(event)
        self._arrange()

    def _on_written(self) -> None:
        if self._view is not None:
            self._view.set_spoken(self._asked.spoken)
        self._arrange()

    def _order_stops(self) -> None:
        """Let Tab lead from what is asked through the fields to the button that answers."""
        fields = self._view.fields() if self._view is not None else []
        for one, other in pairwise((self._asked, *fields, self._check)):
            QWidget.setTabOrder(one, other)

    def _on_check(self) -> None:
        if self._view is not None:
            self._view.submit()

    def _arrange(self) -> None:
        gap = theme().px(_GAP_PX)
        self._row.setSpacing(gap)
        self._column.setSpacing(gap)
        width = self._asked.natural_width
        is_line = self._view is not None and self._view.is_line
        if is_line and 0 < width <= self.width() * _BESIDE_SHARE:
            self._row.setDirection(QBoxLayout.Direction.LeftToRight)
            self._asked.setFixedWidth(width + 2)
            self._row.setAlignment(self._asked, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
            self._asked.setMinimumWidth(0)
            self._asked.setMaximumWidth(16_777_215)
            self._row.setAlignment(self._asked, Qt.AlignmentFlag(0))
