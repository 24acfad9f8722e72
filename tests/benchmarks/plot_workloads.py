"""U3: the optimizer page, from a moved slider to seven new paths painted."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.optimizers.page import OptimizersPage
from tests.benchmarks.measuring import Result

FRAME = (1440, 900)
STEPS = 500
METHODS = 7
MOVES = 40
PATIENCE_S = 5.0


def results() -> Iterator[Result]:
    """Measure a slider's way to the screen, as a whole and in its parts."""
    app = QApplication.instance() or QApplication(["wiregrad"])
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 1.0)
    with tempfile.TemporaryDirectory(prefix="wiregrad-") as folder:
        page = OptimizersPage(Settings(str(Path(folder) / "settings.ini")))
        page.resize(*FRAME)
        page.show()
        page.edits.set_steps(STEPS)
        _settle(page)
        _keep_methods(page)
        _settle(page)
        title = f"U3 optimizer page, slider moved to {METHODS} paths × {STEPS} steps"
        yield _median(f"{title} painted", [_moved(page, move) for move in range(MOVES)])
        yield _median(f"{title}: drawing alone", [_drawn(page) for _ in range(MOVES)])
        page.shutdown()
        page.close()


def _keep_methods(page: OptimizersPage) -> None:
    setup = page.model.setup
    for method in sorted(setup.racing)[METHODS:]:
        setup = setup.with_racing(method, False)
    page.model.set_setup(setup)
    assert len(setup.racing) == METHODS, "the page opens with seven methods or more"


def _moved(page: OptimizersPage, move: int) -> float:
    """Move the slider of the rate by one position and wait until its paths are painted."""
    slider = page.method_panel.form.slider("learning_rate")
    # The loop sleeps until something comes, as the program's does: one that asks again and again
    # would keep Python from the race's own thread.
    loop = QEventLoop()
    page.model.raced.connect(loop.quit)
    start = time.perf_counter()
    slider.setValue(slider.value() + (1 if move % 2 else -1))
    while not page.model.is_settled:
        loop.exec()
        assert time.perf_counter() - start < PATIENCE_S, "the race does not end"
    _paint()
    taken = (time.perf_counter() - start) * 1000
    page.model.raced.disconnect(loop.quit)
    return taken


def _drawn(page: OptimizersPage) -> float:
    result = page.model.result
    assert result is not None
    start = time.perf_counter()
    page.model.raced.emit(result)
    _paint()
    return (time.perf_counter() - start) * 1000


def _paint() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.UpdateRequest.value)
    QApplication.processEvents()


def _settle(page: OptimizersPage) -> None:
    _until(page.is_settled)
    _paint()


def _until(condition: Callable[[], bool]) -> None:
    start = time.perf_counter()
    while not condition():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
        assert time.perf_counter() - start < PATIENCE_S, "the page does not settle"


def _median(name: str, times: list[float]) -> Result:
    return Result(name, statistics.median(times), "ms", None, None)
