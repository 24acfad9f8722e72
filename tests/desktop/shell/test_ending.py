"""However the program was used, it ends as it should: no crash after its window is closed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.sources import ROOT

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import desktop.app
from desktop.shell.main_window import MainWindow

def copy_and_close():
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    window.show_space(sys.argv[1])
    actions = [action for _, entries in window.menus.entries() for action in entries]
    next(action for action in actions if action.text() == sys.argv[2]).trigger()
    sys.stdout.write(" ".join(QApplication.clipboard().mimeData().formats()))
    window.close()

run_events = desktop.app._run_events

def run(*given):
    QTimer.singleShot(300, copy_and_close)
    return run_events(*given)

desktop.app._run_events = run
sys.exit(desktop.app.main(["--language", "en"]))
"""


@pytest.mark.parametrize(
    ("space", "action"),
    [("activations", "Copy as a gate"), ("optimizers", "&Copy the table")],
)
def test_what_was_copied_does_not_outlive_python(space: str, action: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, space, action],
        cwd=ROOT, env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip
    assert "text/plain" in done.stdout
    assert (done.returncode, done.stderr) == (0, "")
