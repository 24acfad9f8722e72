"""Watches a running program: exceptions, messages, warnings, stderr, the event loop's pulse."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import tempfile
import threading
import time
import traceback
import warnings
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)

from desktop.tasks.garbage import collect_all
from tests.tour.journal import BLOCKED_S, Journal

_PULSE_MS = 5
_REARM_S = 1.0
# After this the program is given up: the system ends it, whatever it is doing.
_HOPELESS_S = 300
# The offscreen platform says so for each window; nothing is wrong.
_NOISE = "This plugin does not support"
_WARNINGS = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)


class Watch:
    """Hears everything that goes wrong in the process, and writes it into a journal.

    What the program would print to stderr goes to a file, so that what Qt's libraries write there
    past every hook is found too. The stacks of a loop that stands still go to the true stderr.
    """

    def __init__(self, journal: Journal) -> None:
        """Listen to nothing yet."""
        self._journal = journal
        self._pulse = _Pulse(journal)
        self._true_stderr = os.dup(2)
        self._caught = tempfile.TemporaryFile()  # noqa: SIM115  closed in `stop`

    def start(self) -> None:
        """Listen; called after the program has installed its own hooks."""
        os.dup2(self._caught.fileno(), 2)
        faulthandler.enable(self._true_stderr)
        self._pulse.start(self._true_stderr)
        warnings.simplefilter("always")
        warnings.showwarning = self._on_warning
        self._previous_hook = sys.excepthook
        sys.excepthook = self._on_exception
        sys.unraisablehook = self._on_unraisable
        threading.excepthook = self._on_thread_exception
        qInstallMessageHandler(self._on_message)

    def stop(self) -> None:
        """Give everything back, and note what was written to stderr."""
        self._pulse.stop()
        qInstallMessageHandler(None)
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        sys.excepthook = self._previous_hook
        sys.stderr.flush()
        os.dup2(self._true_stderr, 2)
        self._caught.seek(0)
        text = self._caught.read().decode(errors="replace")
        self._caught.close()
        if text.strip():
            self._journal.note_fault("stderr", text)

    def on_override(self, name: str, error: BaseException) -> None:
        """Note an exception that leaves a method which Qt calls; the program may never hear it."""
        self._journal.note_fault("override", f"{name}: {_text_of(error)}")

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._journal.note_fault("exception", _text_of(error))
        # The program shows its report of it, as it does for a user; only its printing is not kept.
        sys.stderr.flush()
        end = self._caught.seek(0, os.SEEK_END)
        self._previous_hook(kind, error, trace)
        sys.stderr.flush()
        self._caught.truncate(end)
        self._caught.seek(end)

    def _on_unraisable(self, found: Any) -> None:
        self._journal.note_fault("exception", f"{found.err_msg}: {_text_of(found.exc_value)}")

    def _on_thread_exception(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None:
            self._journal.note_fault("exception", f"in a thread: {_text_of(found.exc_value)}")

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind in _WARNINGS and _NOISE not in message:
            self._journal.note_fault("Qt", f"{context.category or 'default'}: {message}")

    def _on_warning(
        self,
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: object = None,
        line: str | None = None,
    ) -> None:
        self._journal.note_fault("warning", f"{category.__name__}: {message} ({filename}:{lineno})")


class _Pulse(QObject):
    """Beats while the event loop runs, measures where it did not, and calls for help in time."""

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._stderr = 2
        self._armed = self._beat = self._worked = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_PULSE_MS)
        self._timer.timeout.connect(self._on_beat)

    def start(self, stderr: int) -> None:
        """Begin; the stacks of all threads go to this file if the loop stands still."""
        self._stderr = stderr
        self._beat, self._worked = time.perf_counter(), time.thread_time()
        self._arm()
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        faulthandler.cancel_dump_traceback_later()
        if hasattr(signal, "alarm"):
            signal.alarm(0)

    def _on_beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self._journal.note_gap(now - self._beat, worked - self._worked)
        self._beat, self._worked = now, worked
        if now - self._armed > _REARM_S:
            self._arm()

    def _arm(self) -> None:
        self._armed = time.perf_counter()
        faulthandler.dump_traceback_later(BLOCKED_S, file=self._stderr)
        if hasattr(signal, "alarm"):
            signal.alarm(_HOPELESS_S)


def settled_mb() -> float:
    """Collect what was thrown away, and return the resident memory in megabytes.

    It is 0 where it cannot be known.
    """
    collect_all()
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGESIZE") / 1e6


def _text_of(error: BaseException | None) -> str:
    if error is None:
        return "an error that is gone"
    return "".join(traceback.format_exception(error))
