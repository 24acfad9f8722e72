"""The boxes of an exercise on the canvas: one for each question, where its number would stand."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF

from desktop.foundation.theme import theme_notifier
from desktop.graph_editor.items.label_item import Meaning
from desktop.graph_editor.scene.number_labels import number_label
from desktop.graph_editor.scene.scene import GraphScene
from desktop.graph_editor.tools.exercise.answer_box import AnswerBox, BoxLook
from desktop.graph_editor.tools.exercise.answer_places import AnswerPlaces
from desktop.graph_editor.tools.exercise.exercise_run import ExerciseRun
from desktop.graph_editor.tools.exercise.question_texts import typed_text
from engine.arrays import Array
from engine.exercises.marking import Verdict
from engine.exercises.question import Quantity, Question

_LOOKS = {
    Verdict.RIGHT: BoxLook.RIGHT,
    Verdict.FOLLOWS: BoxLook.FOLLOWS,
    Verdict.NO_ATTEMPT: BoxLook.ANSWERED,
    Verdict.WRONG: BoxLook.WRONG,
}


class AnswerLayer(QObject):
    """Keeps the boxes of a run where they belong and in the state of their answers."""

    def __init__(self, run: ExerciseRun, scene: GraphScene, parent: QObject) -> None:
        super().__init__(parent)
        self._run, self._scene = run, scene
        self._places = AnswerPlaces(scene)
        self.boxes: dict[Question, AnswerBox] = {}
        self._is_following = False
        run.changed.connect(self.refresh)
        # A group that is entered shows other wires at once.
        scene.document.changed.connect(self.place)
        theme_notifier().follow(self._on_theme_changed)

    def box_at(self, point: QPointF) -> Question | None:
        """Return the question whose box lies at a place in the scene."""
        for question, box in reversed(self.boxes.items()):
            if box.isVisible() and box.rect.contains(point):
                return question
        return None

    def rect(self, question: Question) -> QRectF | None:
        """Return where a question's box is in the scene, or None if it is not on the canvas."""
        box = self.boxes.get(question)
        return box.rect if box is not None and box.isVisible() else None

    def refresh(self) -> None:
        """Show the state of the run."""
        wanted = self._run.exercise.questions if self._run.can_answer else ()
        for question in [key for key in self.boxes if key not in wanted]:
            self._scene.removeItem(self.boxes.pop(question))
        for question in wanted:
            if question not in self.boxes:
                is_value = question.quantity is Quantity.VALUE
                self.boxes[question] = AnswerBox("value" if is_value else "gradient")
                self._scene.addItem(self.boxes[question])
            look, text = self._state(question)
            is_current = question == self._run.current
            under, least = self._places.covered(question)
            text = under if under and look in (BoxLook.RIGHT, BoxLook.REVEALED) else text
            self.boxes[question].show_answer(
                look, text, is_current=is_current, least=least if under else 0.0
            )
        self._follow(is_wanted=bool(wanted))
        self.place()

    def place(self) -> None:
        """Put every box where its number would stand now."""
        for question, box in self.boxes.items():
            centre = self._places.centre(question, box.width)
            box.set_shown(centre is not None)
            if centre is not None and box.pos() != centre:
                box.setPos(centre)

    def close(self) -> None:
        """Take every box away and stop following, because the page closes."""
        self._follow(is_wanted=False)
        for box in self.boxes.values():
            self._scene.removeItem(box)
        self.boxes.clear()
        self._scene.document.changed.disconnect(self.place)
        theme_notifier().unfollow(self._on_theme_changed)

    def _state(self, question: Question) -> tuple[BoxLook, str]:
        progress = self._run.progress
        typed = progress.given(question)
        if question in progress.revealed:
            look, typed = BoxLook.REVEALED, None
        elif question in progress.answers:
            look = BoxLook.ANSWERED
        elif question in progress.marks:
            look = _LOOKS[progress.marks[question].verdict]
        else:
            return BoxLook.OPEN, "?"
        has_sum = look in (BoxLook.RIGHT, BoxLook.REVEALED)
        if question.quantity is Quantity.SUM and has_sum and question.node in self._summed():
            # The sum stands written out beside it.
            return look, ""
        if typed is not None and (text := typed_text(typed)):
            return look, text
        number = self._run.exercise.expected(question) if typed is None else typed.value
        return look, self._text(number, self._places.room(question))

    def _summed(self) -> set[int]:
        shown = self._scene.labels.sums
        return {node for node, item in shown.items() if any("=" in x.text for x in item.labels)}

    def _text(self, number: Array, room: float) -> str:
        digits = self._scene.items_shown.digits
        return number_label(number, Meaning.VALUE, digits, room).text

    def _follow(self, *, is_wanted: bool) -> None:
        # The scene says that something moved, whatever moved it: a hand, a glide, a new label.
        if is_wanted and not self._is_following:
            self._scene.changed.connect(self._on_scene_changed)
        elif not is_wanted and self._is_following:
            self._scene.changed.disconnect(self._on_scene_changed)
        self._is_following = is_wanted

    def _on_scene_changed(self, _regions: object) -> None:
        self.place()

    def _on_theme_changed(self) -> None:
        for box in self.boxes.values():
            box.restyle()
        self.place()
