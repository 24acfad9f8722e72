"""U5: how long it takes from starting the process until its window is painted."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from tests.benchmarks.measuring import Result
from tests.support.sources import ROOT

STARTS = 7
# Prints when the window has been painted and the loop answers, then ends the process at once.
START_AND_PAINT = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop import app

def painted():
    window = next(w for w in QApplication.topLevelWidgets() if w.isVisible())
    window.grab()
    sys.stdout.write("painted")
    sys.stdout.flush()
    os._exit(0)

shown = QApplication.exec
def run():
    QTimer.singleShot(0, painted)
    return shown()
QApplication.exec = run
app.main([])
"""


def results() -> Iterator[Result]:
    """Measure every workload of the desktop in turn."""
    yield _start()


def _start() -> Result:
    times = []
    for _ in range(STARTS):
        start = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", START_AND_PAINT], cwd=ROOT, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stdout.read(7) == b"painted", "the window did not open"
            times.append((time.perf_counter() - start) * 1000)
    return Result("U5 process start to painted window", statistics.median(times), "ms", None, None)
