"""Answers that are given on a page: boxes on the canvas, and places that are clicked in a plot."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from desktop.foundation.translation import error_sentence
from desktop.lessons.scene.borrowed_pages import BorrowedPages
from engine.errors import EngineError
from engine.lessons.answer import Answer
from engine.lessons.facts import Facts
from engine.lessons.lesson import Ask
from engine.lessons.questions.point_questions import read_point

_CANVAS = "canvas"
_POINTS = ("point", "curve")
_GRADIENTS = "gradients"


class PageAnswers(QObject):
    """Asks on the page what is answered there, and brings the answers.

    Signals:
        pointed(x: float, y: float): A place was clicked where points are asked for.
        counted(done: int, total: int): So many of the boxes on the canvas are filled.
    """

    pointed = Signal(float, float)
    counted = Signal(int, int)

    def __init__(self, pages: BorrowedPages, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._ask: Ask | None = None
        pages.pointed.connect(self._on_pointed)

    def begin(self, ask: Ask | None) -> str:
        """Ask a question on the page, if it is one that is answered there.

        Returns:
            Why that cannot be, in a sentence; empty where it can.
        """
        if ask is self._ask:
            return ""
        self.end()
        self._ask = ask
        if ask is None or ask.kind != _CANVAS:
            return ""
        try:
            self._pages.command("exercise", str(ask.arguments.get("hides", _GRADIENTS)))
        except EngineError as error:
            return error_sentence(error)
        return ""

    @staticmethod
    def is_outdated(ask: Ask | None, answer: Answer, facts: Facts) -> bool:
        """Tell whether the boxes on the page are filled in other than when they were checked."""
        boxes = facts.get("exercise_boxes")
        is_on_page = ask is not None and ask.kind == "canvas"
        return is_on_page and isinstance(boxes, tuple) and boxes != answer

    def end(self) -> None:
        """Ask nothing on the page any more."""
        ask, self._ask = self._ask, None
        if ask is None:
            return
        with suppress(EngineError):
            if ask.kind == _CANVAS:
                self._pages.command("finish")
        if ask.kind in _POINTS:
            self._pages.show_points(str(ask.arguments.get("on", "")), ())

    def taken(self, ask: Ask, answer: Answer, facts: Facts) -> Answer:
        """Return the answer to a question: what stands on the page, where it is answered there.

        Args:
            ask: The question.
            answer: What was answered beside the page.
            facts: The facts of the page.
        """
        if ask.kind != _CANVAS:
            return answer
        with suppress(EngineError):
            self._pages.command("check")
        boxes = facts.get("exercise_boxes")
        return boxes if isinstance(boxes, tuple) else ()

    def count(self, facts: Facts) -> None:
        """Tell how many boxes on the canvas are filled."""
        if self._ask is None or self._ask.kind != _CANVAS:
            return
        boxes, total = facts.get("exercise_boxes"), facts.get("exercise_total")
        if isinstance(boxes, tuple) and isinstance(total, float):
            self.counted.emit(len(boxes), int(total))

    def show(self, ask: Ask, answer: Answer) -> None:
        """Show on the page the points that are answered so far; unreadable ones are left out."""
        if ask.kind not in _POINTS:
            return
        points = []
        for text in (answer,) if isinstance(answer, str) else answer:
            with suppress(EngineError):
                points.append(read_point(text))
        self._pages.show_points(str(ask.arguments.get("on", "")), points)

    def _on_pointed(self, on: str, place: tuple[float, float]) -> None:
        ask = self._ask
        if ask is not None and ask.kind in _POINTS and ask.arguments.get("on") == on:
            self.pointed.emit(*place)
