"""The situations of lessons: where they begin, and a question of every kind, answered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop.lessons.panel import LessonPanel
from engine.lessons.answer import Answer
from tests.screenshots.stage import Stage

FOLDER = Path(__file__).parent / "every-question"
# What is answered in each step, mostly wrongly, so that the verdict is seen; None only looks.
ANSWERS: dict[str, Answer | None] = {
    "read": None,
    "number": "-1",
    "sign": "−",
    "choice": "four",
    "choices": ("bends", "more"),
    "order": ("gz", "gx", "gq"),
    "matrix": "[0.44, 0.5]",
    "shape": "[[1, 2], [3, 4]]",
    "point": ("0.5, 0", "0, 0.5"),
    "curve": ("0, 3", "1, 2", "2, 1"),
    "formula": "2*x + y/(1 + x^2)",
    "table": ("27", "41"),
    "gradient": "3",
    "value": "1..2",
    "canvas": None,
    "estimate": "150",
    "spot": "squares",
    "text": "It cannot bend.",
}


def show_start(stage: Stage) -> None:
    """Look at the list of lessons."""
    panel = _panel(stage)
    panel.leave()
    stage.settle()


def show_step(stage: Stage, name: str) -> None:
    """Answer a question of one kind, and open a hint where there is one."""
    panel = _panel(stage)
    if panel.player is None or panel.player.lesson.id != FOLDER.name:
        panel.show_file(FOLDER)
        stage.wait_until(lambda: panel.player is not None and panel.player.is_ready)
    player = panel.player
    assert player is not None
    player.go_to(name)
    stage.settle()
    answer = ANSWERS[name]
    if answer is not None:
        panel.play_view.step.show_answer(answer)
        player.answer(answer)
    if name == "number":
        player.hint()


def _panel(stage: Stage) -> LessonPanel:
    """Return the panel of lessons, opened beside the graph."""
    size = stage.window.size()
    if stage.window.stack.current_id != "graph":
        stage.go_to("graph", size.width(), size.height())
    panel = stage.window.companion.open()
    assert isinstance(panel, LessonPanel)
    stage.settle()
    return panel


SITUATIONS: dict[str, Callable[[Stage], None]] = {
    "lessons-start": show_start,
    **{f"lessons-{name}": partial(show_step, name=name) for name in ANSWERS},
}
