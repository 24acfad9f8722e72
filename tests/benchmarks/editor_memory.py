"""How much memory a graph takes in the editor: a process of its own that prints megabytes."""

from __future__ import annotations

import os
import resource
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.graph_editor.page import GraphPage
from tests.benchmarks.desktop_workloads import FRAME, large_drawing


def main(node_count: int) -> float:
    """Return by how many megabytes the process grows when a graph is shown."""
    app = QApplication([])
    apply_theme(app, "light", 1.0)
    with tempfile.TemporaryDirectory(prefix="wiregrad-") as folder:
        page = GraphPage(Settings(str(Path(folder) / "settings.ini")))
        page.resize(*FRAME)
        page.show()
        app.processEvents()
        page.grab()
        drawing = large_drawing(node_count)
        before = _resident()
        page.document.load(drawing, None)
        page.view.zoom_to_fit()
        app.processEvents()
        page.grab()
        grown = _resident() - before
        page.shutdown()
    return grown


def _resident() -> float:
    # What is resident now, where the system tells it; elsewhere the peak, which start-up may hide.
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    print(f"{main(int(sys.argv[1])):.1f}")
