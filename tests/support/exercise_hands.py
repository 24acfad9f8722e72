"""Hands for exercises: they start them, press their buttons and type into their boxes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.graph_editor.page import GraphPage
from desktop.graph_editor.tools.exercise.answer_box import BoxLook
from desktop.graph_editor.tools.exercise.exercise_panel import ExercisePanel
from engine.exercises.question import Question

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


class Learner:
    """Hands for an exercise: presses its buttons and types into its boxes."""

    def __init__(self, page: GraphPage, qtbot: QtBot, example: str = "a1") -> None:
        self.page, self.qtbot = page, qtbot
        page.examples.show_example(example)
        page.dock.actions_by_name["exercise"].trigger()
        panel = page.dock.panel("exercise")
        assert isinstance(panel, ExercisePanel)
        self.panel = panel

    def start(self, kind: str = "gradients", mark: str = "once") -> None:
        QTest.mouseClick(self.panel.kind.button(kind), LEFT)
        QTest.mouseClick(self.panel.marking.button(mark), LEFT)
        QTest.mouseClick(self.panel.start_button, LEFT)

    def type(self, text: str, key: Qt.Key = KEY.Key_Return) -> None:
        """Type an answer into the box that is open, or into the one that Tab opens."""
        editor = self.panel.typing.editor
        if not editor.isVisible():
            QTest.keyClick(self.page.view, KEY.Key_Tab)
        assert editor.isVisible()
        editor.selectAll()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, key)

    def click(self, question: Question) -> None:
        """Click the box of a question."""
        rect = self.panel.layer.rect(question)
        assert rect is not None
        place = self.page.view.mapFromScene(rect.center())
        QTest.mouseClick(self.page.view.viewport(), LEFT, pos=place)

    def looks(self) -> list[BoxLook]:
        return [box.look for box in self.panel.layer.boxes.values()]

    def questions(self) -> tuple[Question, ...]:
        return self.panel.run.exercise.questions
