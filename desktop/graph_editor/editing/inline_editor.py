"""Typing on the canvas: one real line edit laid over the number or name that is edited."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit

from desktop.desk.explaining import explain
from desktop.foundation.looks import set_look
from desktop.foundation.theme import theme
from desktop.foundation.translation import error_sentence
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.editing.pointer_hint import PointerHint
from desktop.widgets.fields.question_bubble import QuestionBubble
from engine.errors import EngineError, ValueQuestion
from engine.formula.values import full_precision, parse_value
from engine.graph.model import NodeId

# Takes the typed text; returns why it is refused, or an empty text when it was taken. It raises a
# `ValueQuestion` where it is to be asked which number is meant.
Commit = Callable[[str], str]
_NARROWEST = 84
_SHORTEST = 28


class InlineEditor(QLineEdit):
    """Edits a text over the viewport: Enter takes it, Escape leaves it, so does a click elsewhere.

    A wrong text stays open with the reason below it, so that it can be put right.
    """

    def __init__(self, view: QAbstractScrollArea, hint: PointerHint) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._hint = hint
        self._commit: Commit | None = None
        self._opened_with = ""
        self._question: QuestionBubble | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tip = self.tr("Enter takes the text, Escape leaves everything as it was.")
        explain(self, self.tr("Value or name on the canvas"), tip)
        self.textEdited.connect(self._on_text_edited)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether something is being edited."""
        return self._commit is not None

    def open_at(self, area: QRect, text: str, commit: Commit) -> None:
        """Edit a text over an area of the viewport.

        Args:
            area: Where the text is drawn; the editor is centred there, wide enough to type in.
            text: What it begins with, all selected.
            commit: Takes the text or says why not.
        """
        self.close_now()
        width = max(area.width(), theme().px(_NARROWEST))
        width = max(width, self.fontMetrics().horizontalAdvance(text) + theme().px(30))
        width = min(width, self._view.viewport().width())
        height = max(area.height(), theme().px(_SHORTEST))
        self.setGeometry(
            area.center().x() - width // 2, area.center().y() - height // 2, width, height
        )
        self._set_invalid(False)
        self._opened_with = text
        self.setText(text)
        self._commit = commit
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def close_now(self) -> None:
        """Stop editing without taking the text."""
        if self._commit is None:
            return
        self._commit = None
        self._hint.hide()
        self._hide_question()
        had_focus = self.hasFocus()
        self.hide()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self) -> bool:
        """Take the text if it is right; say below it what is wrong otherwise."""
        if self._commit is None:
            return True
        if self.text() != self._opened_with:
            try:
                refusal = self._commit(self.text())
            except ValueQuestion as question:
                self._ask(question)
                return False
            if refusal:
                self._set_invalid(True)
                self._hint.show_beside(refusal, self.geometry(), is_refusal=True)
                return False
        self.close_now()
        return True

    @property
    def question(self) -> QuestionBubble | None:
        """What asks which number is meant, once something was asked."""
        return self._question

    def _ask(self, question: ValueQuestion) -> None:
        if self._question is None:
            self._question = QuestionBubble(self, self._view.viewport())
            self._question.answered.connect(self._on_answered)
        self._set_invalid(True)
        self._hint.hide()
        self._question.ask(question)

    def _on_answered(self, text: str) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setText(text)
        self.take()

    def leave(self) -> None:
        """Take a right text and close; a wrong one is left as it was."""
        if not self.take():
            self.close_now()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select everything: the first click of a double-click has only just opened the editor."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.selectAll()
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take by Enter, leave by Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
            event.accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_now()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take a right text when the focus goes elsewhere, leave a wrong one."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason or self._commit is None:
            return
        if self._question is not None and self._question.has_keys:
            return
        self.leave()

    def _on_text_edited(self, _text: str) -> None:
        self._set_invalid(False)
        self._hint.hide()
        self._hide_question()

    def _hide_question(self) -> None:
        if self._question is not None:
            self._question.hide()

    def _set_invalid(self, is_invalid: bool) -> None:
        set_look(self, "invalid", is_invalid)


class InlineEdits:
    """Opens the line edit over a node and makes one undo step of what was typed."""

    def __init__(
        self, document: Document, editor: InlineEditor, on_taken: Callable[[], None]
    ) -> None:
        """Make the edits of a canvas.

        Args:
            document: What they change.
            editor: Where one types.
            on_taken: Called after a value or a name was taken.
        """
        self._document = document
        self._editor = editor
        self._on_taken = on_taken

    def edit_value(self, node_id: NodeId, area: QRect) -> None:
        """Let the value of a source be typed: a number, a vector or a matrix."""
        value = self._document.graph.nodes[node_id].value
        if value is not None:
            text = full_precision(value)
            self._editor.open_at(area, text, lambda typed: self._set_value(node_id, typed))

    def rename(self, node_id: NodeId, area: QRect) -> None:
        """Let the name of a node be typed."""
        name = self._document.shown.name_of(node_id)
        self._editor.open_at(area, name, lambda typed: self._set_name(node_id, typed))

    def _set_value(self, node_id: NodeId, text: str) -> str:
        return self._refusal(lambda: self._document.set_value(node_id, parse_value(text)))

    def _set_name(self, node_id: NodeId, text: str) -> str:
        return self._refusal(lambda: self._document.rename(node_id, text.strip()))

    def _refusal(self, edit: Callable[[], None]) -> str:
        try:
            edit()
        except ValueQuestion:
            # It is asked in place.
            raise
        except EngineError as error:
            return error_sentence(error)
        self._on_taken()
        return ""
