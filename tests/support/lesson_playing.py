"""Playing a lesson through the real window, by its buttons and fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desktop.lessons.author.rehearsal import Rehearsal
from desktop.lessons.keeping.library import Source
from desktop.lessons.keeping.opening import Wish
from desktop.lessons.panel import LessonPanel
from desktop.shell.main_window import MainWindow
from desktop.widgets.panels.page import Page
from engine.lessons.reader import read_lesson
from engine.lessons.staging import spaces_of

PATIENCE_MS = 60_000
LEFT = Qt.MouseButton.LeftButton


def open_panel(window: MainWindow, qtbot: QtBot) -> LessonPanel:
    """Open the lessons by their key, and wait until they are listed."""
    if not window.companion.is_open:
        qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    panel = window.companion.companion
    assert isinstance(panel, LessonPanel)
    qtbot.waitUntil(lambda: panel.shelf is not None, timeout=PATIENCE_MS)
    return panel


def open_lesson(panel: LessonPanel, qtbot: QtBot, source: Source, wish: Wish | None = None) -> None:
    """Open a lesson, and wait until its first step is there."""
    panel.show_lesson(source, wish)
    qtbot.waitUntil(
        lambda: panel.player is not None or panel.fault_view.isVisible(), timeout=PATIENCE_MS
    )
    assert panel.player is not None, panel.fault_view.texts
    wait_for_step(panel, qtbot)


def wait_for_step(panel: LessonPanel, qtbot: QtBot) -> None:
    """Wait until what the step opens is there and has settled."""

    def is_there() -> bool:
        player = panel.player
        is_ready = player is not None and player.is_ready and player.pages.is_settled
        return is_ready and panel.play_view.is_settled

    qtbot.waitUntil(is_there, timeout=PATIENCE_MS)


def press(button: QAbstractButton) -> None:
    """Press a button by the mouse, which must be able to get there."""
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, LEFT)


def play_lesson(
    window: MainWindow, qtbot: QtBot, source: Source, seed: int | None = None
) -> Rehearsal:
    """Play a lesson to its end as its files foresee it, and see that one's own work is back.

    Args:
        window: The program's window.
        qtbot: What waits.
        source: The lesson.
        seed: From which its numbers are drawn; None for the published ones.

    Returns:
        What was said, and what did not go as foreseen.
    """
    panel = open_panel(window, qtbot)
    wish = Wish(is_anew=True, is_first=seed is None, seed=seed or 0)
    own = {}
    lesson = read_lesson(source.files(), source.id).lesson
    assert lesson is not None
    for space in spaces_of(lesson):
        window.show_space(space)
        qtbot.waitUntil(window.stack.page(space).is_settled, timeout=PATIENCE_MS)
        own[space] = own_text(window.stack.page(space))
    open_lesson(panel, qtbot, source, wish)
    rehearsal = Rehearsal(panel, press)
    for condition in rehearsal.conditions():
        qtbot.waitUntil(condition, timeout=PATIENCE_MS)
    for space, text in own.items():
        window.show_space(space)
        page = window.stack.page(space)
        qtbot.waitUntil(page.is_settled, timeout=PATIENCE_MS)
        if own_text(page) != text:
            rehearsal.problems.append(f"one's own work in {space} is another one")
    return rehearsal


def own_text(page: Page) -> str | None:
    """Return everything of one's own on a page."""
    return page.own_work()
