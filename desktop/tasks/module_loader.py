"""Loads large modules before they are wanted, while the interface is at work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from desktop.tasks.generator_task import GeneratorTask


class ModuleLoader(QObject):
    """Imports modules one after the other on a thread of its own, some time after `start`.

    Two threads that import modules which import each other could see them half made. So libraries
    may be named, and modules of the program, none of which, as it is loaded, leads back to itself
    (`tests/architecture/test_imports.py`). Whoever needs a module that is just being
    loaded waits for it, as Python's import does by itself.
    """

    def __init__(self, names: Sequence[str], parent: QObject | None = None) -> None:
        """Prepare to load modules by their full names, in this order."""
        super().__init__(parent)
        # A library that cannot be loaded is reported by the first import that needs it.
        self._task = GeneratorTask(partial(_load, tuple(names)), self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._task.start)

    @property
    def is_running(self) -> bool:
        """Whether something is still to be loaded."""
        return self._timer.isActive() or self._task.is_running

    def start(self, delay_ms: int) -> None:
        """Begin after so many milliseconds, for the first window to be painted before."""
        self._timer.start(delay_ms)

    def close(self) -> None:
        """Load nothing more, waiting for the module that is being loaded."""
        self._timer.stop()
        self._task.cancel()


def _load(names: Sequence[str]) -> Iterator[object]:
    for name in names:
        import_module(name)
        yield name
