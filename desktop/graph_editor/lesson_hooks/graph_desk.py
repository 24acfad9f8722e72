"""What of the page hooks see and move; the page fulfils it."""

from __future__ import annotations

from typing import Protocol

from desktop.graph_editor.canvas.view import GraphView
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.finding.minimap import Minimap
from desktop.graph_editor.formula_bar import FormulaBar
from desktop.graph_editor.groups.group_bar import GroupBar
from desktop.graph_editor.inspector.inspector import Inspector
from desktop.graph_editor.palette.palette import Palette
from desktop.graph_editor.passes.step_card import StepCard
from desktop.graph_editor.passes.walk import Walk
from desktop.graph_editor.passes.walk_controls import WalkControls
from desktop.graph_editor.scene.scene import GraphScene
from desktop.graph_editor.tool_dock import ToolDock
from engine.graph.model import NodeId


class GraphDesk(Protocol):
    """The page of the graph space, as far as hooks work with it."""

    document: Document
    walk: Walk
    controls: WalkControls
    scene: GraphScene
    view: GraphView
    palette_panel: Palette
    formula_bar: FormulaBar
    group_bar: GroupBar
    inspector: Inspector
    dock: ToolDock
    step_card: StepCard
    minimap: Minimap

    def add_in_view(self, name: str) -> NodeId:
        """Add an operation where it is seen; return the node."""
        ...

    def show_opened(self) -> None:
        """Show a drawing that was loaded: the end of its walk, all of it in the view."""
        ...
