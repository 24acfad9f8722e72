"""Typing answers on the canvas: by mouse and by keys, with a balloon where one was wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme
from desktop.foundation.translation import error_sentence
from desktop.graph_editor.canvas.view import GraphView
from desktop.graph_editor.editing.pointer_hint import PointerHint
from desktop.graph_editor.tools.exercise.answer_editor import AnswerEditor
from desktop.graph_editor.tools.exercise.answer_layer import AnswerLayer
from desktop.graph_editor.tools.exercise.answer_table import AnswerTable, has_table
from desktop.graph_editor.tools.exercise.exercise_run import ExerciseRun
from desktop.graph_editor.tools.exercise.question_texts import mark_text, question_title
from engine.arrays import Shape
from engine.errors import EngineError, ValueQuestion
from engine.exercises.marking import Verdict
from engine.exercises.question import Quantity, Question
from engine.formula.typed_value import TypedValue, read_typed

_LETTERS = "abcdefghijkl"
_BEGINNINGS = "0123456789-−.["
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MARGIN = 30.0
_HEIGHT = 28


class AnswerTyping(QObject):
    """Opens the editor over a box when it is clicked, or by Tab and Enter on the canvas."""

    def __init__(self, run: ExerciseRun, layer: AnswerLayer, view: GraphView) -> None:
        super().__init__(view)
        self._run, self._layer, self._view = run, layer, view
        self._just_answered: Question | None = None
        self.balloon = PointerHint(view.viewport())
        self.editor = AnswerEditor(view, self.balloon)
        self.editor.taken.connect(self._on_taken)
        self.editor.table_asked.connect(self._on_table_asked)
        self.table = AnswerTable(view)
        self.table.taken.connect(lambda: self._on_taken(1))
        run.changed.connect(self._on_run_changed)
        view.document.changed.connect(self._on_document_changed)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)

    def open(self, question: Question) -> None:
        """Let a question be answered, if its box is on the canvas."""
        self.editor.leave()
        self._just_answered = None
        if not self._run.can_answer:
            return
        if question != self._run.current:
            # The balloon speaks of the question that was left.
            self.balloon.hide()
        self._run.choose(question)
        rect = self._layer.rect(question)
        if rect is None or self._run.progress.is_done(question):
            return
        self._view.camera.reveal(rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        exercise = self._run.exercise
        title = question_title(exercise, self._view.document.graph, question)
        self.editor.ask(
            self._room(question, self._view.mapFromScene(rect).boundingRect()),
            title,
            example(exercise.expected(question).shape),
            self._given(question),
            lambda text: self._take(question, text),
            has_table=has_table(exercise.expected(question).shape),
        )

    def open_next(self, direction: int = 1) -> None:
        """Go on to the next box without an answer."""
        question = self._run.next_open(direction) if self._run.can_answer else None
        if question is not None:
            self.open(question)

    def leave(self) -> None:
        """Take what is being typed if it can be taken, and take the balloon away."""
        self.editor.leave()
        self.balloon.hide()

    def drop(self) -> None:
        """Give up what is being typed, and take the balloon away."""
        self.editor.close_now()
        self.table.close_now()
        self.balloon.hide()

    def close(self) -> None:
        """Listen no longer, because the page closes."""
        self.editor.close_now()
        self.table.close_now()
        self._view.removeEventFilter(self)
        self._view.viewport().removeEventFilter(self)
        self._view.document.changed.disconnect(self._on_document_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take presses on boxes, and on the canvas Tab, Enter and numbers while one is asked."""
        if not self._run.can_answer:
            return False
        if watched is self._view.viewport():
            return self._takes_mouse(event)
        if isinstance(event, QKeyEvent) and self._begins_number(event):
            return self._takes_number(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._takes_key(event)
        return False

    def _takes_mouse(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            question = self._layer.box_at(self._view.mapToScene(event.pos()))
            if question is not None:
                QToolTip.showText(event.globalPos(), plain(self._tooltip(question)), self._view)
            return question is not None
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
        if event.type() not in kinds or not isinstance(event, QMouseEvent):
            return False
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        question = self._layer.box_at(self._view.mapToScene(event.position().toPoint()))
        if question is None:
            self.balloon.hide()
            return False
        self._view.cancel_gesture()
        self.open(question)
        self._say_mark(question)
        return True

    def _takes_key(self, event: QKeyEvent) -> bool:
        is_back = event.key() == Qt.Key.Key_Backtab
        if is_back or (event.key() == Qt.Key.Key_Tab and not event.modifiers()):
            # The current box first, if it waits for an answer: Escape may have left it.
            current = self._run.current
            open_first = not is_back and current is not None and self._is_empty(current)
            if open_first and current is not None:
                self.open(current)
            else:
                self.open_next(-1 if is_back else 1)
            return True
        if event.key() in _ENTER and not event.modifiers() and not self._view.selected_nodes():
            if self._run.current is not None:
                self.open(self._run.current)
            return True
        return False

    def _begins_number(self, event: QKeyEvent) -> bool:
        """Tell whether a number is begun for the box that is marked as the current one."""
        current = self._run.current
        if current is None or self._run.progress.is_done(current) or self._view.selected_nodes():
            return False
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return is_plain and len(event.text()) == 1 and event.text() in _BEGINNINGS

    def _takes_number(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            # Minus, zero and point zoom and round the numbers otherwise.
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress or self._run.current is None:
            return False
        self.open(self._run.current)
        if not self.editor.is_open:
            return False
        self.editor.selectAll()
        self.editor.insert(event.text())
        return True

    def _is_empty(self, question: Question) -> bool:
        progress = self._run.progress
        is_answered = question in progress.answers or question in progress.marks
        return not is_answered and question not in progress.revealed

    def _take(self, question: Question, text: str) -> str:
        if not text.strip():
            return ""
        try:
            self._run.answer(question, read_typed(text))
        except ValueQuestion:
            # It is asked in place.
            raise
        except EngineError as error:
            return error_sentence(error)
        self._just_answered = question
        return ""

    def _on_taken(self, direction: int) -> None:
        answered, self._just_answered = self._just_answered, None
        progress = self._run.progress
        is_marked = answered is not None and answered in progress.marks
        if answered is not None and is_marked and not progress.is_right(answered):
            # One reads what went wrong before one goes on.
            self._say_mark(answered)
            return
        self.open_next(direction)
        if not self.editor.is_open:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _room(self, question: Question, box: QRect) -> QRect:
        """Return a box high enough to type in, grown away from the number across the wire."""
        height = max(box.height(), theme().px(_HEIGHT))
        is_value = question.quantity is Quantity.VALUE
        top = box.bottom() + 1 - height if is_value else box.top()
        return QRect(box.left(), top, box.width(), height)

    def _given(self, question: Question) -> str:
        given = self._run.progress.given(question)
        return "" if given is None else given.text

    def _say_mark(self, question: Question) -> None:
        mark = self._run.progress.marks.get(question)
        rect = self._layer.rect(question)
        if mark is None or rect is None or mark.verdict is Verdict.RIGHT:
            self.balloon.hide()
            return
        area = self._view.mapFromScene(rect).boundingRect()
        if self.editor.is_open:
            area = area.united(self.editor.geometry())
        self.balloon.show_beside(mark_text(mark), area, is_refusal=not mark.verdict.is_right)

    def _tooltip(self, question: Question) -> str:
        title = question_title(self._run.exercise, self._view.document.graph, question)
        mark = self._run.progress.marks.get(question)
        given = self._given(question)
        if mark is not None:
            return f"{title}\n{given}\n{mark_text(mark)}"
        return f"{title}\n" + self.tr("Click and type the number; Enter takes it.")

    def _on_table_asked(self) -> None:
        question = self._run.current
        if question is None:
            return
        self.editor.close_now()
        exercise = self._run.exercise

        def take(answer: TypedValue) -> None:
            self._run.answer(question, answer)
            self._just_answered = question

        given = self._run.progress.given(question)
        title = question_title(exercise, self._view.document.graph, question)
        self.table.open(title, exercise.expected(question).shape, given, take)

    def _on_run_changed(self) -> None:
        if not self._run.can_answer:
            self.editor.close_now()
            self.balloon.hide()

    def _on_document_changed(self) -> None:
        self.editor.close_now()
        self.balloon.hide()

    def _on_scrolled(self) -> None:
        self.leave()


def example(shape: Shape) -> str:
    """Return how an answer of a shape is written, such as ``[[a, b], [c, d]]``."""
    letters = iter(_LETTERS)

    def part(sizes: Shape) -> str:
        if not sizes:
            return next(letters)
        return "[" + ", ".join(part(sizes[1:]) for _ in range(sizes[0])) + "]"

    return part(shape) if shape else ""
