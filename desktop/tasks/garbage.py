"""Where and when Python may look for garbage that reference counts alone do not free.

Left to itself, Python does so in whichever thread happens to ask for memory: a computation's
thread would destroy widgets and timers that belong to the interface, and the interface would
stop in the midst of painting.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import time
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 250
# How long a page that was thrown away may wait for its collection, which may take two frames: the
# change that threw it away has been painted by then, and several changes share one collection.
_PATIENCE_S = 1.0


def collect_due() -> None:
    """Collect the oldest generation that is due by Python's own thresholds, if any."""
    due = [
        generation
        for generation, (count, limit) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > limit
    ]
    if due:
        gc.collect(due[-1])


class GarbageCollector(QObject):
    """Collects on the interface's thread, between two events, and nowhere else.

    By Python's own thresholds the oldest objects are looked at about twice a minute. A page of
    some hundred widgets is old when it goes, so the pages of a minute would wait in memory, and
    what is made meanwhile would take fresh memory in place of theirs. `collect_soon` says when a
    page has gone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)

    def start(self) -> None:
        """Take over from Python, which collects no more of its own accord."""
        # Modules, classes and the first window stay for good: nobody need look at them again.
        gc.collect()
        gc.freeze()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
        gc.unfreeze()

    def _on_timeout(self) -> None:
        if _wanted and time.monotonic() - _wanted[0] >= _PATIENCE_S:
            collect_all()
        else:
            collect_due()


def collect_all() -> None:
    """Collect everything now, and give the system what is free."""
    _wanted.clear()
    gc.collect()
    _hand_back()


def collect_soon() -> None:
    """Ask for a collection of everything within the next seconds: something large has gone."""
    if not _wanted:
        _wanted.append(time.monotonic())


def is_collection_wanted() -> bool:
    """Tell whether something that `collect_soon` has announced still waits."""
    return bool(_wanted)


def _hand_back() -> None:
    """Give the system what is free: the C library keeps it in pieces between what is in use."""
    if _trim is not None:
        _trim(0)


def _find_trim() -> Callable[[int], int] | None:
    if not sys.platform.startswith("linux"):
        return None
    # Only the GNU C library has it.
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim.argtypes, trim.restype = [ctypes.c_size_t], ctypes.c_int
    return cast("Callable[[int], int] | None", trim)


_wanted: list[float] = []
_trim = _find_trim()
