"""How much memory the program takes on: a process of its own that prints megabytes.

`python -m tests.support.memory_growth changes` changes language, theme and zoom, and visits every
space after each fourth change; `documents` opens one file in the place of another. Both warm up
first: libraries load, caches fill, and the C library finds out how much it needs.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import make_companion, make_spaces
from desktop.foundation.settings import LANGUAGE, SCALE, THEME, Settings
from desktop.shell.application import Application
from desktop.tasks import garbage
from tests.support.sources import ROOT

SPACES = ("graph", "activations", "optimizers", "training")
WARM_UP, ROUNDS = 8, 24
DOCUMENTS_WARM_UP, DOCUMENTS = 20, 100
_POLL_MS = 5


class Program:
    """The program with its four spaces open, driven through a real loop of events."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication(["wiregrad"])
        self.app.setStyle("Fusion")
        self.settings = Settings(str(folder / "settings.ini"))
        self.settings.set(LANGUAGE, "en")
        self.settings.set(THEME, "light")
        self.application = Application(self.app, self.settings, make_spaces, make_companion)
        self.application.open_window("graph").resize(1440, 900)
        self.collector = garbage.GarbageCollector()
        self.collector.start()
        self.visit_all()

    def visit_all(self) -> None:
        """Show every space until nothing is computed there; the graph comes last."""
        for space in (*SPACES[1:], SPACES[0]):
            self.application.window.show_space(space)
            self.settle()

    def settle(self) -> None:
        """Let events happen until the page that is seen computes no more."""
        self.run_until(self._is_settled)

    def run_until(self, condition: Callable[[], bool]) -> None:
        """Let events happen until something is true."""
        loop = QEventLoop()
        timer = QTimer()
        timer.setInterval(_POLL_MS)
        timer.timeout.connect(lambda: loop.quit() if condition() else None)
        timer.start()
        loop.exec()
        timer.stop()

    def resident(self) -> float:
        """Return the megabytes in use once what was thrown away is collected."""
        garbage.collect_soon()
        self.run_until(lambda: not garbage.is_collection_wanted())
        return _resident()

    def close(self) -> None:
        """End the pages and the window."""
        self.application.window.stack.shut_down()
        self.application.window.close()
        self.collector.stop()

    def _is_settled(self) -> bool:
        window = self.application.window
        page = window.stack.current
        is_whole = not self.application.is_busy and window.updatesEnabled()
        return page is not None and page.is_settled() and is_whole


def changes(program: Program) -> float:
    """Return by how much 24 rounds of changes grow the program after eight."""
    for number in range(WARM_UP):
        _change(program, number)
    before = program.resident()
    for number in range(ROUNDS):
        _change(program, number)
    return program.resident() - before


def documents(program: Program) -> float:
    """Return by how much opening a hundred documents grows the program after twenty."""
    files = sorted((ROOT / "resources" / "examples").glob("*.json"))
    page = program.application.window.stack.page("graph")

    def open_many(count: int) -> None:
        for number in range(count):
            page.open_file(files[number % len(files)])
            program.settle()

    open_many(DOCUMENTS_WARM_UP)
    before = program.resident()
    open_many(DOCUMENTS)
    return program.resident() - before


def _change(program: Program, number: int) -> None:
    is_odd = bool(number % 2)
    program.settings.set(LANGUAGE, "en" if is_odd else "ko")
    program.run_until(lambda: not program.application.is_busy)
    program.settings.set(THEME, "light" if is_odd else "dark")
    program.settings.set(SCALE, 1.0 if is_odd else 1.25)
    program.settle()
    if number % 4 == 0:
        program.visit_all()


def _resident() -> float:
    # What is resident now, where the system tells it; elsewhere the peak.
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


MEASURES = {"changes": changes, "documents": documents}


def main(name: str) -> None:
    """Print the growth."""
    with tempfile.TemporaryDirectory(prefix="wiregrad-") as folder:
        program = Program(Path(folder))
        print(f"{MEASURES[name](program):.1f}", flush=True)
        program.close()


if __name__ == "__main__":
    main(sys.argv[1])
