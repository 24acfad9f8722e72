"""The program, playing a lesson, again and again, each time until it is killed.

Whoever starts this writes a line of JSON for each time: the folder of the settings, the lesson, and
which touch of the disk is the last. A process of its own plays then; all that is imported is there
already. It tells line by line how far it is, and is killed by the system, as a power cut would end
it. No touch (0) means that it is to leave the lesson and end by itself.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.app import LOADED_EARLY
from desktop.desk.settling import has_settled
from desktop.graph_editor.page import GraphPage
from desktop.lessons.panel import LessonPanel
from desktop.lessons.playing.player import Player
from engine.arrays import as_array, computing
from tests.support.program import running_program

PATIENCE = 12_000
# What a learner does one after the other, and then from the beginning again.
DEEDS = (
    "next", "answer 7", "hint", "answer 15", "next", "answer 5", "set 4", "back", "next", "next",
    "anew", "back", "back", "answer 8", "skip",
)  # fmt: skip


def tell(what: str, **details: object) -> None:
    """Write a line at once, which a kill cannot take back."""
    os.write(1, (json.dumps({"what": what, **details}) + "\n").encode())


class LastTouch:
    """Kills the process at a touch of the disk below a folder.

    No other thread touches it while `telling` is held: what is written then has been told before.
    """

    def __init__(self, folder: Path, number: int) -> None:
        self._folder, self._left = str(folder), number
        self._fsync = os.fsync
        self.telling = RLock()
        os.fsync = self._on_fsync
        sys.addaudithook(self._on_event)

    def _on_event(self, event: str, arguments: tuple[object, ...]) -> None:
        if event in ("open", "os.rename", "os.remove") and str(arguments[0]).startswith(
            self._folder
        ):
            self._count()

    def _on_fsync(self, fd: Any) -> None:
        self._count()
        self._fsync(fd)
        self._count()

    def _count(self) -> None:
        with self.telling:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(PATIENCE):
        if condition():
            return
        QTest.qWait(5)
    raise TimeoutError


def place(player: Player) -> dict[str, object]:
    """Return how far somebody is: the step, every answer, and the numbers."""
    sitting = player.sitting
    given = {
        name: [[each.answer, each.outcome.value] for each in (*record.past, *record.given)]
        for name, record in sorted(sitting.records.items())
    }
    facts = player.facts
    return {
        "step": player.step.id,
        "phase": player.phase.value,
        "seed": sitting.seed,
        "hints": sitting.record.hints,
        "given": {name: answers for name, answers in given.items() if answers},
        "numbers": [facts["x"], facts["y"]],
    }


def is_ready(panel: LessonPanel) -> bool:
    player = panel.player
    return (
        player is not None and player.is_ready and player.pages.is_settled and has_settled(player)
    )


def do(panel: LessonPanel, page: GraphPage, deed: str) -> None:
    """Do something as a learner does, if it can be done now."""
    name, _, number = deed.partition(" ")
    step, player = panel.play_view.step, panel.player
    assert player is not None
    view = step.question_view
    if name == "answer" and view is not None:
        line = view.findChild(QLineEdit)
        assert line is not None
        line.selectAll()
        QTest.keyClicks(line, number)
        QTest.keyClick(line, Qt.Key.Key_Return)
    elif name == "set":
        node = page.document.graph.named("x")
        if node is not None:
            page.document.set_value(node, as_array(float(number)))
    elif name == "anew":
        panel.play_view.menu_actions[0].trigger()
    elif name in step.buttons and step.buttons[name].isVisible() and not _ends(player, name):
        QTest.mouseClick(step.buttons[name], Qt.MouseButton.LeftButton)


def _ends(player: Player, name: str) -> bool:
    return player.is_last and name in ("next", "skip")


def play(folder: Path, lesson: Path, touch: int, turn: int) -> None:
    """Play on where it was left."""
    app = QApplication(["wiregrad"])
    app.setStyle("Fusion")
    with computing(), running_program(app, folder) as program:
        window = program.window
        wait_until(lambda: window.stack.pages.get("graph") is not None and not window.is_busy)
        page = window.stack.page("graph")
        assert isinstance(page, GraphPage)
        wait_until(page.is_settled)
        if turn == 0:
            node = page.document.graph.named("x") or next(iter(page.document.graph.sources()))
            page.document.set_value(node, as_array(42.0))
            page.document.set_value(node, as_array(43.0))
            wait_until(page.is_settled)
            tell("own", text=page.own_work())
        panel = window.companion.open()
        assert isinstance(panel, LessonPanel)
        panel.show_file(lesson)
        # Before the lesson has the page, a kill is one like any other: `recovery` is about that.
        wait_until(lambda: page.is_borrowed)
        last = LastTouch(folder, touch)
        wait_until(lambda: is_ready(panel))
        assert panel.player is not None
        tell("there", place=place(panel.player))
        if not touch:
            panel.leave()
            wait_until(lambda: page.is_settled() and not page.is_borrowed)
            tell("own", text=page.own_work())
            return
        for number in range(len(DEEDS)):
            player = panel.player
            with last.telling:
                do(panel, page, DEEDS[(turn + number) % len(DEEDS)])
                tell("may be", place=place(player))
            wait_until(lambda: is_ready(panel) and page.is_settled() and has_settled(panel.store))
            tell("is", place=place(player))
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    for early in LOADED_EARLY:
        __import__(early)
    for request in sys.stdin:
        wanted = json.loads(request)
        child = os.fork()
        if child == 0:
            folder, lesson = Path(wanted["folder"]), Path(wanted["lesson"])
            play(folder, lesson, wanted["touch"], wanted["turn"])
            os._exit(0)
        _, ended = os.waitpid(child, 0)
        tell("ended", signal=os.WTERMSIG(ended) if os.WIFSIGNALED(ended) else 0, status=ended)
