"""Starts the program as `desktop.app` does, under watch, and ends it after its tour."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop.foundation.clipboard import release_clipboard
from desktop.foundation.error_reporting import ErrorReporter
from desktop.tasks.garbage import GarbageCollector
from tests.support.overrides import watched_overrides
from tests.tour.journal import Journal
from tests.tour.tour import Tour
from tests.tour.visit import Visit
from tests.tour.watch import Watch, settled_mb


def travel(
    folder: Path, seed: int, actions: int, spaces: Sequence[str], log: Path | None
) -> Journal:
    """Make one tour.

    Args:
        folder: An empty folder, where everything is kept that the program writes.
        seed: Decides everything.
        actions: How many actions in each space.
        spaces: The spaces to tour, in this order.
        log: A file that gets a line before each action, if any.

    Returns:
        What was noticed.
    """
    files = folder / "files"
    files.mkdir()
    os.chdir(files)
    app = QApplication(["wiregrad"])
    app.setApplicationName("Wiregrad")
    app.setStyle("Fusion")
    app.setQuitOnLastWindowClosed(False)
    with log.open("w", encoding="utf-8") if log is not None else nullcontext() as lines:
        journal = Journal(log=lines)
        reporter = ErrorReporter()
        reporter.install()
        watch = Watch(journal)
        watch.start()
        try:
            tour = Tour(Visit(app, journal, files), journal, seed, actions, spaces)
            with watched_overrides(watch.on_override):
                _run(app, reporter, journal, tour)
        finally:
            watch.stop()
            reporter.uninstall()
        for leak in _left_running():
            journal.note_fault("left", f"{leak} still runs after the window was closed.")
    return journal


def _run(app: QApplication, reporter: ErrorReporter, journal: Journal, tour: Tour) -> None:
    def show_error(summary: str, details: str) -> None:
        """Show it in the program as it is now, which was perhaps started again meanwhile."""
        tour.visit.application.show_error(summary, details)

    reporter.occurred.connect(show_error)
    collector = GarbageCollector()
    collector.start()
    tour.ended.connect(app.quit)
    tour.start()
    app.exec()
    collector.stop()
    # The program is gone before Qt's application is, as when `desktop.app` returns.
    reporter.occurred.disconnect(show_error)
    tour.visit.leave()
    release_clipboard()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    journal.begin("the end")
    journal.memory["closed"] = settled_mb()


def _left_running() -> list[str]:
    """Describe the threads and timers that were not stopped."""
    found = [
        f"thread {thread.name}"
        for thread in threading.enumerate()
        if thread is not threading.main_thread() and not thread.daemon
    ]
    for each in gc.get_objects():
        if isinstance(each, QThread | QTimer) and isValid(each):
            is_running = each.isRunning() if isinstance(each, QThread) else each.isActive()
            if is_running and each is not QThread.currentThread():
                found.append(f"{type(each).__name__} {each.objectName()} of {each.parent()}")
    return found
