"""A lesson that asks every kind of question is done in the real window, by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.lessons.panel import LessonPanel
from desktop.lessons.playing.player import Player
from desktop.shell.application import Application
from engine.lessons.answer import Outcome
from tests.support.cases import case
from tests.support.lesson_playing import open_panel, wait_for_step
from tests.support.program import running_program
from tests.support.settling import settle

FOLDER = Path(__file__).parent.parent / "screenshots" / "every-question"
Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    with running_program(qapp, tmp_path) as program:
        program.window.resize(1440, 900)
        qtbot.waitExposed(program.window)
        yield program


def focused() -> QWidget:
    widget: QWidget | None = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(focused(), key, held)


def typed(*texts: str) -> Callable[[], None]:
    """Return what types texts into fields that follow each other, and enters the last."""

    def type_them() -> None:
        for place, text in enumerate(texts):
            if place:
                press(Key.Key_Tab)
            QTest.keyClicks(focused(), text)
        press(Key.Key_Return)

    return type_them


def order() -> None:
    # gx, gz, gq: the largest is gz.
    press(Key.Key_Down)
    press(Key.Key_Up, held=ALT)
    press(Key.Key_Return)


def tab_to(words: str) -> None:
    for _ in range(60):
        if focused().property("text") == words:
            return
        press(Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {words}")


def chosen(*keys: Qt.Key) -> Callable[[], None]:
    return lambda: press(*keys, Key.Key_Return)


# What is pressed in each step, beginning where the keys are when it is shown.
ANSWERS: dict[str, Callable[[], None]] = {
    "number": typed("-12"),
    "sign": typed("-"),
    "choice": chosen(Key.Key_Down),
    "choices": chosen(Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Space),
    "order": order,
    "matrix": typed("0.44", "0.52"),
    "point": typed("0.5", "0", "0", "0.5"),
    "curve": typed("0", "3", "1", "2", "2", "1"),
    "formula": typed("2*x + y"),
    "table": typed("27", "40"),
    "gradient": typed("3"),
    "value": typed("3"),
    "estimate": typed("150"),
    "spot": chosen(Key.Key_Down),
    "text": typed("It cannot bend."),
}


@pytest.mark.long
def test_every_kind_of_question_is_answered_by_keys_alone(
    program: Application, qtbot: QtBot
) -> None:
    panel = open_panel(program.window, qtbot)
    panel.show_file(FOLDER)
    qtbot.waitUntil(lambda: panel.player is not None)
    player = panel.player
    assert player is not None
    while panel.player is player:
        wait_for_step(panel, qtbot)
        settle(qtbot, panel)
        name = player.step.id
        with case(name):
            if name in ANSWERS:
                answer_it(panel, qtbot, ANSWERS[name])
            else:
                # What is done on the page is passed over here.
                panel.take_focus()
                tab_to("Skip")
                press(Key.Key_Return)
            qtbot.waitUntil(partial(has_left, panel, player, name))
    assert panel.end_view.isVisible()


def has_left(panel: LessonPanel, player: Player, step: str) -> bool:
    return panel.player is not player or player.step.id != step


def answer_it(panel: LessonPanel, qtbot: QtBot, answer: Callable[[], None]) -> None:
    step = panel.play_view.step
    assert step.question_view is not None
    assert step.question_view.isAncestorOf(focused()), focused()
    answer()
    settle(qtbot, panel)
    verdict = step.verdict.verdict
    assert verdict is not None
    assert verdict.outcome in (Outcome.RIGHT, Outcome.NOTED), verdict
    press(Key.Key_Return, held=CTRL)
