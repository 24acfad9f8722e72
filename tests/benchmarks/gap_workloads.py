"""U10: the gaps of the event loop in ordinary use, where no more than two frames are allowed.

A timer asks for the event loop every millisecond; a gap is the longest time between two answers
after an action, until all is at rest. It is counted in the time for which the interface's thread
was computing, which other programs do not lengthen. Ordinary use is a hand at work in each space;
first visits and typed functions are counted by themselves.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider

from desktop.activations.page import ActivationsPage
from desktop.app import LOADED_EARLY, make_spaces
from desktop.foundation.settings import Settings
from desktop.graph_editor.page import GraphPage
from desktop.optimizers.page import OptimizersPage
from desktop.shell.application import Application
from desktop.tasks.garbage import GarbageCollector
from desktop.training.page import TrainingPage
from tests.benchmarks.measuring import Result
from tests.support.memory_growth import SPACES

SIZE = (1440, 900)
DRAG_STEPS = 40
TYPED = ("x*sigmoid(2*x)", "sin(3*x) + ln(x)", "tanh(x)^3")
_QUIET_TICKS = 5
_PATIENCE_S = 30.0
Action = Callable[[], object]


def results() -> Iterator[Result]:
    """Measure first visits, then a hand at work in each space, then typed functions."""
    app = QApplication.instance() or QApplication(["wiregrad"])
    assert isinstance(app, QApplication)
    before = sys.getswitchinterval()
    collector = GarbageCollector()
    collector.start()
    # As the program does and sets it when it starts.
    for name in LOADED_EARLY:
        import_module(name)
    sys.setswitchinterval(0.0005)
    with tempfile.TemporaryDirectory(prefix="wiregrad-") as folder:
        settings = Settings(str(Path(folder) / "settings.ini"))
        application = Application(app, settings, make_spaces)
        try:
            yield from _measured(application)
        finally:
            # Without the question whether what was done here may be lost.
            application.window.stack.shut_down()
            application.window.close()
            sys.setswitchinterval(before)
            collector.stop()


def _measured(application: Application) -> Iterator[Result]:
    window = application.window
    window.resize(*SIZE)
    window.show_space(SPACES[0])
    window.show()
    hands = _Hands(lambda: not window.is_busy and all(_settled(p) for p in pages().values()))

    def pages() -> dict[str, object]:
        return dict(window.stack.pages)

    hands.rest()
    visits = [hands.gap(partial(window.visit, space)) for space in SPACES[1:]]
    yield from _rows("first visit of a space", visits)
    for space, work in _WORK.items():
        window.visit(space)
        hands.rest()
        page = window.stack.page(space)
        yield from _rows(space, [hands.gap(action) for action in work(page)])
    window.visit("activations")
    hands.rest()
    functions = cast(ActivationsPage, window.stack.page("activations")).functions
    typed = []
    for text in TYPED:
        functions.own.edit.setText(text)
        typed.append(hands.gap(partial(QTest.keyClick, functions.own.edit, Qt.Key.Key_Return)))
    yield from _rows("typed functions", typed)


def _rows(name: str, gaps: list[float]) -> Iterator[Result]:
    title = f"U10 {name}: gap of the event loop"
    ordered = sorted(gaps)
    p95 = ordered[round(0.95 * (len(ordered) - 1))]
    yield Result(f"{title}, p95", p95, "ms", None, None)
    yield Result(f"{title}, longest", max(gaps), "ms", None, None)


def _settled(page: object) -> bool:
    return cast(GraphPage, page).is_settled()


class _Hands:
    """Does something and lets the event loop go on until all is at rest."""

    def __init__(self, is_at_rest: Callable[[], bool]) -> None:
        self._is_at_rest = is_at_rest

    def rest(self) -> None:
        """Wait until nothing computes or moves."""
        self.gap(lambda: None)

    def gap(self, action: Action) -> float:
        """Return the longest gap that an action and what follows it make, in ms."""
        loop, probe = QEventLoop(), QTimer()
        ends, ticks, quiet = time.perf_counter() + _PATIENCE_S, [time.thread_time()], 0

        def tick() -> None:
            nonlocal quiet
            ticks.append(time.thread_time())
            quiet = quiet + 1 if self._is_at_rest() else 0
            if quiet > _QUIET_TICKS or time.perf_counter() > ends:
                loop.quit()
            # What asking took is none of the program's.
            ticks.append(time.thread_time())

        probe.timeout.connect(tick)
        # Not 0, which would keep requests to paint from ever being handled.
        probe.setTimerType(Qt.TimerType.PreciseTimer)
        probe.start(1)
        QTimer.singleShot(0, action)
        loop.exec()
        probe.stop()
        return (
            max(after - before for before, after in zip(ticks[::2], ticks[1::2], strict=False))
            * 1000
        )


def _dragged(slider: QSlider) -> Iterator[Action]:
    """Drag a slider from one third of its way to two thirds."""
    low, high = slider.minimum(), slider.maximum()
    for step in range(DRAG_STEPS):
        place = low + round((high - low) * (1 + step / DRAG_STEPS) / 3)
        yield partial(slider.setValue, place)


def _graph(page: object) -> Iterator[Action]:
    graph = cast(GraphPage, page)
    for key in [Qt.Key.Key_Home] + [Qt.Key.Key_Right] * graph.walk.last:
        yield partial(QTest.keyClick, graph.view, key)
    for node in graph.document.shown.graph.nodes:
        yield partial(graph.scene.select, [node])
    for name in ("zoom_in", "zoom_out", "zoom_fit", "arrange"):
        yield graph.canvas_actions[name].trigger


def _activations(page: object) -> Iterator[Action]:
    activations = cast(ActivationsPage, page)
    for step in range(DRAG_STEPS):
        yield partial(activations.desk.set_x, step / 10 - 2)
    for step in range(DRAG_STEPS):
        moved = activations.functions.threshold_field.value_changed
        yield partial(moved.emit, 0.05 * 1.03**step)


def _optimizers(page: object) -> Iterator[Action]:
    optimizers = cast(OptimizersPage, page)
    yield from _dragged(optimizers.stage.rate_row.slider)
    for key in [Qt.Key.Key_Home] + [Qt.Key.Key_Right] * 20:
        yield partial(QTest.keyClick, optimizers, key)
    for surface in ("beale", "himmelblau", "rosenbrock"):
        yield optimizers.surface_panel.chip(surface).click


def _training(page: object) -> Iterator[Action]:
    training = cast(TrainingPage, page)
    for _ in range(20):
        yield training.session.step
    slider = training.setup_panel.training.form.slider("learning_rate")
    yield from _dragged(slider)
    for name in ("circle", "spiral", "xor"):
        yield partial(training.edits.edit_run, data=name)


_WORK: dict[str, Callable[[object], Iterator[Action]]] = {
    "graph": _graph,
    "activations": _activations,
    "optimizers": _optimizers,
    "training": _training,
}
