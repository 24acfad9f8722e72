"""U6: changes of theme, zoom and language with four spaces open, and what they leave in memory."""

from __future__ import annotations

import itertools
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop.app import make_companion, make_spaces
from desktop.foundation.settings import LANGUAGE, SCALE, THEME, Settings
from desktop.foundation.theme import load_theme
from desktop.shell.application import Application
from desktop.tasks.garbage import GarbageCollector
from tests.benchmarks.measuring import Result
from tests.support.memory_growth import SPACES
from tests.support.sources import ROOT

ROUNDS = 8
BASE_ROUNDS = 3
_QUIET_MS = 120
_COLUMNS = 12


def results() -> Iterator[Result]:
    """Measure each change in each space, and the memory.

    In it: everything from the setting that changes, or the click on the switcher, until the page
    that is seen has been painted in the new look, with the four spaces open, one of them seen, at
    1440×900 on Qt's offscreen platform. The longest gap is the longest time for which the event
    loop answered nothing, until long after the painting: it includes what hidden parts of the page
    get afterwards. Each as the median, the 95th percentile and the longest of the rounds. Not in
    it: a window system that shows the picture.

    The baseline, in turns with it in the same process, while the first space is seen: a window
    with as many stock widgets as the whole program has, which gets the same style sheet in one go;
    for the language, which stock widgets do not have, the making of that window anew. It takes
    seconds, so there are fewer rounds of it.
    """
    app = QApplication.instance() or QApplication(["wiregrad"])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory(prefix="wiregrad-") as folder:
        program = _Program(app, Path(folder))
        for kind in ("theme", "zoom", "language"):
            stock = _StockWindow(app, program.widget_count)
            for space in SPACES:
                program.show(space)
                yield from _changes(program, space, kind, stock if space == SPACES[0] else None)
            stock.close()
        for kind in ("theme", "language"):
            yield from _visits(program, kind)
        program.close()
    for measure, title in (
        ("changes", "24 changes of language, theme and zoom after 8"),
        ("documents", "100 documents opened after 20"),
    ):
        command = [sys.executable, "-m", "tests.support.memory_growth", measure]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
        yield Result(f"U6 memory: {title}", float(done.stdout), "MB", None, None)


def _changes(
    program: _Program, space: str, kind: str, stock: _StockWindow | None
) -> Iterator[Result]:
    ours, theirs = [], []
    for number in range(ROUNDS):
        ours.append(_measure(program.changer(kind, number), program.painted))
        program.settle()
        if stock is not None and number < BASE_ROUNDS:
            stock.show()
            theirs.append(_measure(stock.changer(kind, number), stock.painted))
            stock.hide()
    yield from _rows(f"U6 {kind} changed, {space} seen", ours, theirs)


def _visits(program: _Program, kind: str) -> Iterator[Result]:
    """Measure the first visit of each hidden page after a change; the graph is seen meanwhile."""
    found: dict[str, list[_Change]] = {space: [] for space in SPACES[1:]}
    for number in range(ROUNDS):
        program.show(SPACES[0])
        program.change(kind, number)
        for space, visits in found.items():
            visits.append(_measure(program.visitor(space), program.painted))
            program.settle()
    for space, visits in found.items():
        yield from _rows(f"U6 {space} visited after a change of the {kind}", visits, [])


def _rows(title: str, ours: list[_Change], theirs: list[_Change]) -> Iterator[Result]:
    for name, of in (("seen", _seen), ("longest gap", _gap)):
        mine = [of(one) for one in ours]
        value = statistics.median(mine)
        base = statistics.median([of(one) for one in theirs]) if theirs else None
        ratio = base / value if base is not None else None
        yield Result(f"{title}: {name}", value, "ms", base, ratio)
        tail = statistics.quantiles(mine, n=20)[-1]
        yield Result(f"{title}: {name}, p95", tail, "ms", None, None)
        yield Result(f"{title}: {name}, longest", max(mine), "ms", None, None)


@dataclass(frozen=True)
class _Change:
    seen_ms: float
    gap_ms: float


def _seen(change: _Change) -> float:
    return change.seen_ms


def _gap(change: _Change) -> float:
    return change.gap_ms


def _measure(change: Callable[[], object], painted: Callable[[], QWidget | None]) -> _Change:
    """Change something and probe the event loop until it has been quiet for a while."""
    ticks: list[float] = []
    loop, probe = QEventLoop(), QTimer()
    seen = 0.0

    def begin() -> None:
        ticks.append(time.perf_counter())
        change()

    def tick() -> None:
        nonlocal seen
        if not ticks:
            return
        ticks.append(time.perf_counter())
        window = painted()
        if window is not None and not seen:
            # Now, and all of it: what a window that is never idle asks for may wait for long.
            window.repaint()
            seen = time.perf_counter()
        if seen and ticks[-1] - seen > _QUIET_MS / 1000:
            loop.quit()

    probe.timeout.connect(tick)
    # Not 0, which would keep requests to paint from ever being handled.
    probe.setTimerType(Qt.TimerType.PreciseTimer)
    probe.start(1)
    QTimer.singleShot(0, begin)
    loop.exec()
    probe.stop()
    gaps = [after - before for before, after in itertools.pairwise(ticks)]
    return _Change((seen - ticks[0]) * 1000, max(gaps) * 1000)


class _Program:
    """The program with its four spaces open."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        app.setStyle("Fusion")
        self._settings = Settings(str(folder / "settings.ini"))
        self._settings.set(LANGUAGE, "en")
        self._settings.set(THEME, "light")
        self._application = Application(app, self._settings, make_spaces, make_companion)
        self._application.open_window("graph").resize(1440, 900)
        self._collector = GarbageCollector()
        self._collector.start()
        for space in SPACES:
            self.show(space)
        self.widget_count = len(app.allWidgets())

    def show(self, space: str) -> None:
        self._application.window.show_space(space)
        self.settle()

    def settle(self) -> None:
        """Let events happen until nothing is made or computed."""
        while not self._is_settled():
            self.app.processEvents()

    def _is_settled(self) -> bool:
        window = self._application.window
        page = window.stack.current
        is_still = window.updatesEnabled() and not self._application.is_busy
        return is_still and page is not None and page.is_settled()

    def change(self, kind: str, number: int) -> None:
        """Change the theme or the language, and wait until that is seen."""
        change = self.changer(kind, number)
        change()
        while self.painted() is None:
            self.app.processEvents()
        self.settle()

    def visitor(self, space: str) -> Callable[[], object]:
        """Return what clicks on a space in the switcher."""
        self._space = space
        return self._application.window.space_actions[space].trigger

    def changer(self, kind: str, number: int) -> Callable[[], object]:
        """Return what changes the theme, the zoom or the language, there and back."""
        back = bool(number % 2)
        self._space = ""
        if kind == "theme":
            return lambda: self._settings.set(THEME, "light" if back else "dark")
        if kind == "zoom":
            return lambda: self._settings.set(SCALE, 1.0 if back else 1.25)
        return lambda: self._settings.set(LANGUAGE, "en" if back else "ko")

    def painted(self) -> QWidget | None:
        """Return the window once everything that is seen in it has changed."""
        window = self._application.window
        is_done = window.updatesEnabled() and not self._application.is_busy
        is_there = self._space in ("", window.stack.current_id)
        return window if is_done and is_there else None

    def close(self) -> None:
        self._application.window.stack.shut_down()
        self._application.window.close()
        self._collector.stop()


class _StockWindow:
    """A window with as many stock widgets as the program, which wears one style sheet."""

    def __init__(self, app: QApplication, count: int) -> None:
        self._app, self._count = app, count
        self._window = self._make()
        self._window.setStyleSheet(load_theme("light").style_sheet())

    def changer(self, kind: str, number: int) -> Callable[[], object]:
        """Return what changes the style sheet, or makes the window anew."""
        if kind == "language":
            return self._make_anew
        back = bool(number % 2)
        name = "dark" if kind == "theme" and not back else "light"
        sheet = load_theme(name, 1.25 if kind == "zoom" and not back else 1.0).style_sheet()
        return lambda: self._window.setStyleSheet(sheet)

    def painted(self) -> QWidget:
        """Return the window, which changes in one go."""
        return self._window

    def show(self) -> None:
        """Show it, so that it changes as what is seen does."""
        self._window.show()
        self._app.processEvents()

    def hide(self) -> None:
        """Keep it out of what the program changes."""
        self._window.hide()
        self._app.processEvents()

    def close(self) -> None:
        """End it."""
        self._window.close()
        self._window.deleteLater()

    def _make_anew(self) -> None:
        old, self._window = self._window, self._make()
        self._window.setStyleSheet(old.styleSheet())
        self._window.show()
        old.hide()
        old.deleteLater()

    def _make(self) -> QWidget:
        window = QWidget()
        grid = QGridLayout(window)
        kinds = (QLabel, QPushButton, QCheckBox, QLineEdit, QComboBox)
        for number, kind in zip(range(self._count), itertools.cycle(kinds), strict=False):
            grid.addWidget(kind(window), number // _COLUMNS, number % _COLUMNS)
        window.resize(1440, 900)
        return window
