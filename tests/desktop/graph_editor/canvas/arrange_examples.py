"""Lays the shipped examples out with the canvas's own sizes.

``python -m tests.desktop.graph_editor.canvas.arrange_examples``, after fonts or faces changed.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.graph_editor.scene.arranged_drawing import arranged_drawing
from engine.drawing.serialization import from_json, to_json

FOLDER = Path(__file__).parents[4] / "resources" / "examples"


def main(folder: Path = FOLDER) -> None:
    """Rewrite the places in every example's file, and nothing else."""
    app = QApplication([])
    for path in sorted(folder.glob("*.json")):
        shown = from_json(path.read_text(encoding="utf-8"))
        placed = arranged_drawing(shown.graph, shown.title, shown.description)
        positions = {key: (round(x, 1), round(y, 1)) for key, (x, y) in placed.positions.items()}
        drawing = replace(shown, positions=positions)
        path.write_text(to_json(drawing) + "\n", encoding="utf-8")
    app.processEvents()


if __name__ == "__main__":
    main()
