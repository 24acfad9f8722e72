"""Where and when Python may look for garbage that reference counts alone do not free.

Left to itself, Python does so in whichever thread happens to ask for memory: a computation's
thread would destroy widgets and timers that belong to the interface, and the interface would
stop in the midst of painting.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 250


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
    """Collects on the interface's thread, between two events, and nowhere else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(collect_due)

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
