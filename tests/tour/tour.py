"""The tour: one random action after another from within the program's own event loop."""

from __future__ import annotations

import time
from collections.abc import Sequence
from random import Random

from PySide6.QtCore import QObject, QThread, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from shiboken6 import isValid

from tests.tour.actions import ACTIONS, IN_DIALOGS, wait
from tests.tour.answers import (
    answer_file_dialog,
    answer_popup,
    answer_question,
    end_drag,
    leave_dialog,
)
from tests.tour.journal import Journal
from tests.tour.visit import Visit
from tests.tour.watch import settled_mb

_PAUSES_MS = (1, 1, 2, 5, 12)
_WAITS_S = (0.03, 0.08, 0.2)
_PATIENCE = 12
_WARM_SHARE = 0.25


class Tour(QObject):
    """Acts, waits a little, acts again; a dialog with a loop of its own is answered in that loop.

    Signals:
        ended(): All actions are done and the window is closed.
    """

    ended = Signal()

    def __init__(
        self, visit: Visit, journal: Journal, seed: int, actions: int, spaces: Sequence[str]
    ) -> None:
        """Plan a tour.

        Args:
            visit: The program.
            journal: Where to write.
            seed: Decides everything.
            actions: How many actions in each space.
            spaces: The spaces in the order of the tour.
        """
        super().__init__()
        self.visit = visit
        self._journal = journal
        self._seed = seed
        self._plan = [(space, number) for space in spaces for number in range(actions)]
        self._next = 0
        # The levels of the event loops in which actions are under way.
        self._levels: list[int] = []
        self._open: QWidget | None = None
        self._rounds = 0
        self._rests_until = self._closing_since = 0.0
        self._is_over = False

    def start(self) -> None:
        """Begin with the first action."""
        self.visit.home = self._plan[0][0] if self._plan else "graph"
        self.visit.application.open_window(self.visit.home)
        self._journal.memory["start"] = settled_mb()
        self._schedule(_PAUSES_MS[-1])

    def _schedule(self, pause_ms: int) -> None:
        # A timer of its own each time: Qt lets none fire again while its slot has not returned.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.timeout.connect(self._timer.deleteLater)
        self._timer.start(pause_ms)

    def _on_timeout(self) -> None:
        if self._is_over:
            return
        level = QThread.currentThread().loopLevel()
        # Pressing a key or a button lets events pass; only in a loop of a dialog, a menu or a
        # drag is it time for the next action before the last has ended.
        is_inside = bool(self._levels) and level <= self._levels[-1]
        if is_inside or time.perf_counter() < self._rests_until:
            self._schedule(_PAUSES_MS[-1])
            return
        if self._next >= len(self._plan):
            self._finish(level)
            return
        self._prepare()
        # Before the action, which may not return until a later one has answered it.
        self._schedule(self.visit.random.choice(_PAUSES_MS))
        self._levels.append(level)
        try:
            self._act(level)
        finally:
            self._levels.pop()

    def _prepare(self) -> None:
        space, number = self._plan[self._next]
        self.visit.random = Random(f"{self._seed} {space} {number}")
        self._journal.place = f"{space} {number}"
        if self._next == int(len(self._plan) * _WARM_SHARE):
            self._journal.memory["after warming up"] = settled_mb()
        self._next += 1
        if space != self.visit.home:
            self.visit.home = space
            self._journal.memory[f"before {space}"] = settled_mb()

    def _act(self, level: int) -> None:
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            self._journal.count("answer")
            answer_popup(self.visit, popup)
        elif modal is not None:
            self._journal.count("answer")
            self._answer(modal)
        elif level > 1:
            self._rounds += 1
            self._journal.count("answer")
            end_drag(self.visit, self._rounds)
        else:
            self._rounds, self._open = 0, None
            self._act_on_window()

    def _answer(self, modal: QWidget) -> None:
        self._rounds = self._rounds + 1 if modal is self._open else 0
        self._open = modal
        if self._rounds > _PATIENCE:
            leave_dialog(self.visit, modal)
        elif isinstance(modal, QFileDialog):
            answer_file_dialog(self.visit, modal)
        elif isinstance(modal, QMessageBox) or self.visit.chance(0.4):
            answer_question(self.visit, modal)
        else:
            self.visit.random.choice(IN_DIALOGS)(self.visit)

    def _act_on_window(self) -> None:
        visit = self.visit
        if not visit.window.isVisible():
            visit.say("start again")
            visit.relaunch()
        elif visit.window.stack.current_id != visit.home and visit.chance(0.1):
            visit.say(f"back to {visit.home}")
            visit.window.space_actions[visit.home].trigger()
        else:
            act = visit.random.choices(list(ACTIONS), list(ACTIONS.values()))[0]
            self._journal.count(act.__name__)
            act(visit)
            if act is wait:
                self._rests_until = time.perf_counter() + visit.random.choice(_WAITS_S)

    # The end

    def _finish(self, level: int) -> None:
        """Close what is open, the window at last."""
        self._schedule(_PAUSES_MS[-1])
        if not self._closing_since:
            self._journal.memory.setdefault("end", settled_mb())
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        if popup is not None:
            popup.close()
        elif modal is not None:
            self._closing_since = time.perf_counter()
            leave_dialog(self.visit, modal)
        elif level > 1:
            end_drag(self.visit, _PATIENCE * 2)
        elif not self._levels:
            self._close()

    def _close(self) -> None:
        window = self.visit.window
        self._levels.append(QThread.currentThread().loopLevel())
        self._journal.begin("close the window")
        self._closing_since = time.perf_counter()
        window.close()
        self._levels.pop()
        if not isValid(window) or not window.isVisible():
            self._journal.closings.append(time.perf_counter() - self._closing_since)
            self._is_over = True
            self._timer.stop()
            self.ended.emit()
