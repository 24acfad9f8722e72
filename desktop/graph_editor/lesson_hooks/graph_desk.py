"""The parts of the page that hooks see and move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desktop.graph_editor.canvas.view import GraphView
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.formula_bar import FormulaBar
from desktop.graph_editor.passes.walk import Walk
from desktop.graph_editor.passes.walk_controls import WalkControls
from desktop.graph_editor.scene.scene import GraphScene
from desktop.graph_editor.tool_dock import ToolDock
from engine.graph.model import NodeId


class Adding(Protocol):
    """Adds an operation by its name where it is seen; returns the node."""

    def __call__(self, name: str) -> NodeId:
        """Add it as one undo step."""
        ...


class Opened(Protocol):
    """Shows a drawing that was loaded: its end of the walk, all of it in the view."""

    def __call__(self) -> None:
        """Show it."""
        ...


@dataclass(frozen=True, eq=False)
class GraphDesk:
    """What of the page hooks work with.

    Attributes:
        document: The drawing and its numbers.
        walk: Where the passes stand.
        controls: What moves them.
        scene: What is selected.
        view: The canvas.
        formula_bar: The formula.
        dock: The inspector and the tools.
        parts: What can be hidden or pointed at, by name.
        add: Adds an operation.
        show_opened: Shows what was loaded.
    """

    document: Document
    walk: Walk
    controls: WalkControls
    scene: GraphScene
    view: GraphView
    formula_bar: FormulaBar
    dock: ToolDock
    parts: Mapping[str, QWidget]
    add: Adding
    show_opened: Opened
