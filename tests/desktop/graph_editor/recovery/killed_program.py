"""A program that edits a graph and is then killed: run as a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.graph_editor.page import GraphPage
from engine.arrays import as_array
from engine.drawing.serialization import to_json
from tests.support.graphs import node


def main(folder: str) -> None:
    """Change x to 7, show the copy that is then on the disk, and wait for the end."""
    app = QApplication([])
    apply_theme(app, "light", 1.0)
    page = GraphPage(Settings(str(Path(folder) / "settings.ini")))
    page.show()
    page.document.set_value(node(page.document.graph, "x"), as_array(7.0))
    copies = Path(folder) / "recovery"
    while not (page.recovery.autosave.is_settled and list(copies.glob("*.json"))):
        app.processEvents()
    drawing = to_json(page.document.drawing).replace("\n", " ")
    sys.stdout.write(f"{drawing}\n")
    sys.stdout.flush()
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
