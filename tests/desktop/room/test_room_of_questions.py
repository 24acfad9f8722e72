"""Every kind of question has its room in the smallest window, answered and marked, at any zoom."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.foundation.settings import SCALE
from desktop.lessons.panel import LessonPanel
from engine.lessons.questions.catalog import QUESTIONS
from tests.desktop.room.conftest import SIZES, Start, come_to_rest
from tests.screenshots.lesson_situations import ANSWERS, FOLDER
from tests.support.lesson_playing import open_panel, wait_for_step
from tests.support.room import faults

# What fits at both ends fits between them; `test_room_beside_lessons` tries every zoom.
ZOOMS = (1.0, 2.0)


def narrow_labels(root: QWidget) -> list[str]:
    """Return the labels in which words do not fit: broken words are read in no language."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        least = label.minimumSizeHint()
        if label.wordWrap():
            least.setHeight(label.heightForWidth(label.width()))
        if label.width() + 1 < least.width() or label.height() + 1 < least.height():
            has, needs = label.size(), least
            found.append(
                f"“{label.text()}” has {has.width()}×{has.height()} "
                f"and needs {needs.width()}×{needs.height()}"
            )
    return found


def wide_parts(root: QWidget) -> list[str]:
    """Return what is wider than what scrolls it: it would have to be scrolled sideways."""
    return [
        f"{type(area).__name__} “{area.accessibleName()}” scrolls sideways"
        for area in root.findChildren(QAbstractScrollArea)
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0
    ]


def looked_at(panel: LessonPanel) -> list[str]:
    """Return what is wrong with the room of the step that is shown."""
    step = panel.play_view.step
    area = step.findChild(QScrollArea)
    assert area is not None
    found = [*faults(panel.window(), []), *narrow_labels(step), *wide_parts(step)]
    # What is read and answered is scrolled, and as much of it is seen that one can read on.
    if area.viewport().height() < 3 * step.fontMetrics().lineSpacing():
        found.append(f"only {area.viewport().height()} px of the words are seen")
    return found


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_kind_of_question_has_its_room(qtbot: QtBot, start: Start, language: str) -> None:
    application = start("graph", language)
    window = application.window
    window.resize(*SIZES[0])
    panel = open_panel(window, qtbot)
    panel.show_file(FOLDER)
    qtbot.waitUntil(lambda: panel.player is not None)
    wait_for_step(panel, qtbot)
    player = panel.player
    assert player is not None
    assert {step.ask.kind for step in player.lesson.steps if step.ask} == set(QUESTIONS)
    wrong = []
    for zoom in ZOOMS:
        application.settings.set(SCALE, zoom)
        come_to_rest(qtbot, application)
        for name, answer in ANSWERS.items():
            player.go_to(name)
            wait_for_step(panel, qtbot)
            if answer is not None:
                panel.play_view.step.show_answer(answer)
                player.answer(answer)
            come_to_rest(qtbot, application)
            wrong += [f"{name} at {zoom:.0%}: {fault}" for fault in looked_at(panel)]
    assert not wrong, "\n".join(wrong)
