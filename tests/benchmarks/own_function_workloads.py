"""U9: a function of one's own in Activations: typed until its facts stand there, and dragged.

The seconds are those from Enter until every fact of a sum of 40 sines is shown, its curves and
formulas too. The longest gap is the longest round of the event loop meanwhile. A step of the drag
sets another threshold of saturation and paints. The facts of 12 terms alone are compared with
finding each end of a range by itself, one number after the other, as was done before.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.activations.page import ActivationsPage
from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.tasks.garbage import GarbageCollector
from engine.formula.typed_function import typed_function
from engine.operations.activation_analysis import facts_below, last_of, study
from engine.operations.operation import Operation
from engine.operations.sampled_activation import slope_of
from engine.operations.sampled_function import POINTS
from tests.benchmarks.measuring import Result, compare_times

SIZE = (1440, 850)
TERMS, FEW_TERMS = 40, 12
THRESHOLD = 0.05
DRAG_STEPS = 60
ROUNDS = 3
HALVINGS = 60
# The interface waits for the next event.
_REST_S = 0.0005


def results() -> Iterator[Result]:
    """Measure the page, then the facts alone."""
    app = QApplication.instance() or QApplication(["wiregrad"])
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 1.0)
    before = sys.getswitchinterval()
    collector = GarbageCollector()
    collector.start()
    # As the program sets it when it starts.
    sys.setswitchinterval(0.0005)
    try:
        yield from _page()
    finally:
        sys.setswitchinterval(before)
        collector.stop()
    yield _facts()


def terms(count: int) -> str:
    """Return a sum of sines, each with a factor and a frequency of its own."""
    return " + ".join(f"{(n % 7) / 10 + 0.1:.1f}*sin({n + 1}*x)" for n in range(count))


def _page() -> Iterator[Result]:
    name = f"U9 own function of {TERMS} terms"
    with tempfile.TemporaryDirectory(prefix="wiregrad-") as folder:
        page = ActivationsPage(Settings(str(Path(folder) / "settings.ini")))
        page.resize(*SIZE)
        page.show()
        _spin(page.is_settled)
        edit = page.functions.own.edit
        edit.setText(terms(TERMS))
        begun = time.perf_counter()
        QTest.keyClick(edit, Qt.Key.Key_Return)
        gap = _spin(lambda: page.is_settled() and page.facts.waiting == "")
        taken = (time.perf_counter() - begun) * 1000
        yield Result(f"{name}: Enter to all facts shown", taken, "ms", None, None)
        yield Result(f"{name}: longest gap of the event loop", gap, "ms", None, None)
        steps = []
        for number in range(DRAG_STEPS):
            begun = time.perf_counter()
            page.functions.threshold_field.value_changed.emit(THRESHOLD * 1.05**number)
            QApplication.processEvents()
            steps.append((time.perf_counter() - begun) * 1000)
        steps.sort()
        slowest = steps[round(0.95 * (len(steps) - 1))]
        yield Result(f"{name}: threshold dragged, 95th percentile", slowest, "ms", None, None)
        page.shutdown()
        page.close()


def _facts() -> Result:
    operation = typed_function(terms(FEW_TERMS), "mine").operation
    return compare_times(
        f"U9 facts of {FEW_TERMS} terms, against each end found by itself",
        lambda: _timed(lambda: last_of(facts_below(last_of(study(operation, {})), THRESHOLD))),
        lambda: _timed(lambda: _one_by_one(operation)),
        ROUNDS,
    )


def _one_by_one(operation: Operation) -> list[float]:
    """Study the function, then halve each interval in which a range ends by itself."""
    known = last_of(study(operation, {}))
    flat = known.slopes < THRESHOLD
    ends = []
    for place in np.flatnonzero(flat[:-1] != flat[1:]):
        first, second = (place, place + 1) if flat[place] else (place + 1, place)
        good, bad = float(POINTS[first]), float(POINTS[second])
        for _ in range(HALVINGS):
            middle = 0.5 * (good + bad)
            if abs(float(slope_of(operation, np.array([middle]), {})[0])) < THRESHOLD:
                good = middle
            else:
                bad = middle
        ends.append(good)
    return ends


def _spin(is_done: Callable[[], bool]) -> float:
    """Run the event loop until something is so; return its longest round in milliseconds."""
    longest = 0.0
    while True:
        longest = max(longest, _timed(QApplication.processEvents))
        if is_done():
            return longest
        time.sleep(_REST_S)


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
