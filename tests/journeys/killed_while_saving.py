"""The program, started as users do; it saves a graph and, if told so, is killed while it writes."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import app as program
from desktop.files.document_dialogs import DocumentDialogs
from desktop.graph_editor.page import GraphPage
from desktop.shell.main_window import MainWindow


class To(DocumentDialogs):
    """Saves to one file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def ask_save(self, suggestion: Path) -> Path | None:
        return self.path


def act(path: Path, is_killed: bool) -> None:
    """Save, or wait until the folder is as clean as it should be, and close."""
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    if is_killed:
        page = window.stack.page("graph")
        assert isinstance(page, GraphPage)
        page.files.dialogs = To(path)
        os.fsync = lambda fd: os.kill(os.getpid(), signal.SIGKILL)
        page.files.save_as()
    elif list(path.parent.glob(".wiregrad-*.part")):
        QTimer.singleShot(50, lambda: act(path, is_killed))
    else:
        window.close()


if __name__ == "__main__":
    # The window is there when the loop of events begins, and not before.
    original = program._run_events

    def run_events(app: QApplication) -> int:
        QTimer.singleShot(0, lambda: act(Path(sys.argv[1]), sys.argv[2] == "killed"))
        return original(app)

    program._run_events = run_events
    sys.exit(program.main([]))
