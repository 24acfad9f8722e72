"""Finds the threads and timers of Qt that somebody started and nobody stopped."""

from __future__ import annotations

import functools
import weakref
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer


class LeakWatch:
    """Remembers every `QThread` and `QTimer` started from Python, weakly."""

    def __init__(self) -> None:
        """Begin to watch; once in a process is enough."""
        self._started: list[weakref.ref[QObject]] = []
        self._record(QThread)
        self._record(QTimer)

    def collect(self) -> list[str]:
        """Describe what still runs, stop it, and forget everything.

        Stopping keeps one careless test from failing all that follow it.
        """
        application = QCoreApplication.instance()
        if application is None:
            return []
        # What was handed to deleteLater is as good as gone.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        leaks = []
        for reference in self._started:
            started = reference()
            if started is None or not shiboken6.isValid(started):
                continue
            if _is_running(started) and started.parent() is not application:
                leaks.append(_describe(started))
                _stop(started)
        self._started.clear()
        return leaks

    def _record(self, kind: Any) -> None:
        start = kind.start

        @functools.wraps(start)
        def recorded(started: QObject, *arguments: Any) -> Any:
            self._started.append(weakref.ref(started))
            return start(started, *arguments)

        kind.start = recorded


def _is_running(started: QObject) -> bool:
    if isinstance(started, QThread):
        return started.isRunning()
    return isinstance(started, QTimer) and started.isActive()


def _stop(started: QObject) -> None:
    if isinstance(started, QThread):
        started.requestInterruption()
        started.quit()
        started.wait(2000)
    elif isinstance(started, QTimer):
        started.stop()


def _describe(started: QObject) -> str:
    parent = started.parent()
    owner = f" of {type(parent).__name__}" if parent is not None else ""
    name = f" “{started.objectName()}”" if started.objectName() else ""
    return f"{type(started).__name__}{name}{owner}"
