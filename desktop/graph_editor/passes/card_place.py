"""Where the step card stands: over the canvas where it hides nothing, or below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QObject, QRect, QRectF, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.settling import Delay
from desktop.foundation.theme import theme
from desktop.graph_editor.canvas.view import GraphView
from desktop.graph_editor.passes.step_card import StepCard
from desktop.graph_editor.passes.walk import Walk
from desktop.graph_editor.scene.scene import GraphScene
from desktop.widgets.panels.main_column import MAIN_SHARE
from engine.graph.model import NodeId

# About the height of a strip with two lines of formulas.
_STRIP_PX = 130
# A node's caption and its ports belong to it.
_AROUND_CARD = QMarginsF(10, 6, 10, 22)


class CardPlace(QObject):
    """Moves a step card between the canvas and the column that the canvas stands in."""

    def __init__(
        self, card: StepCard, walk: Walk, scene: GraphScene, view: GraphView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._card, self._walk, self._scene, self._view = card, walk, scene, view
        self._column: QVBoxLayout | None = None
        self._below: QWidget | None = None
        self._obstacles: list[QWidget] = []
        self._may_dock = False
        self._tells_beside: Callable[[], bool] = lambda: False
        self._timer = Delay(0, self._place, self)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self.place_soon(may_dock=False))

    def set_column(self, column: QVBoxLayout, below: QWidget) -> None:
        """Say where a docked card goes: into this column, before that widget."""
        self._column, self._below = column, below

    def keep_clear_of(self, widget: QWidget) -> None:
        """Cover nothing of another widget that lies over the canvas."""
        self._obstacles.append(widget)

    def set_teller(self, tells_beside: Callable[[], bool]) -> None:
        """Say who knows whether what the card says can be read beside the canvas."""
        self._tells_beside = tells_beside

    def follow_resize(self) -> None:
        """Find a place anew, because the canvas has another size."""
        self._keep_silent()
        self.place_soon(may_dock=True)
        if self._card.is_docked:
            QTimer.singleShot(0, self._view, self._show_graph)

    def follow_walk(self) -> None:
        """Show the card for where the walk stands now."""
        if self._walk.is_live and self._card.is_docked:
            self._dock(is_docked=False)
        self._keep_silent()
        self._card.refresh()

    def place_soon(self, *, may_dock: bool) -> None:
        """Find a place when everything else has found its own."""
        self._may_dock = self._may_dock or may_dock
        self._timer.start()

    def _place(self) -> None:
        may_dock, self._may_dock = self._may_dock, False
        stop = self._walk.stop
        if stop is None or self._card.isHidden():
            return
        if self._card.is_docked:
            self._view.camera.lead_to(self._surroundings(stop.node))
            return
        scene = self._scene
        cards = [
            self._on_view(scene.node_rect(node).marginsAdded(_AROUND_CARD))
            for node in scene.document.shown.graph.nodes
        ]
        labels = [self._on_view(rect) for rect in scene.label_rects()]
        cards += [each.geometry() for each in self._obstacles if each.isVisible()]
        current = self._on_view(scene.node_rect(stop.node))
        room = self._view.viewport().geometry()
        is_free = self._card.place(room, [*cards, *labels], current)
        if may_dock and not is_free:
            self._dock(is_docked=True)

    def _keep_silent(self) -> None:
        """Leave the canvas its room in a low window, where the same is told beside it."""
        is_silent = self._tells_beside() and not self._leaves_room()
        if is_silent and self._card.is_docked:
            self._dock(is_docked=False)
        if is_silent != self._card.is_silent:
            self._card.set_silent(is_silent)
            self._card.refresh()

    def _leaves_room(self) -> bool:
        """Tell whether the canvas keeps its share of the window above a strip of usual height."""
        strip = theme().px(_STRIP_PX)
        taken = self._card.height() if self._card.is_docked else 0
        left = self._view.height() + taken - strip
        return left >= MAIN_SHARE * self._view.window().height()

    def _dock(self, *, is_docked: bool) -> None:
        """Make the card a strip below the canvas, or a card over it again; fit the graph anew."""
        if self._column is None or self._below is None:
            return
        self._card.set_docked(is_docked)
        if is_docked:
            self._column.insertWidget(self._column.indexOf(self._below), self._card)
            self._card.refresh()
        else:
            self._column.removeWidget(self._card)
            self._card.setParent(self._view)
        QTimer.singleShot(0, self._view, self._show_graph)

    def _show_graph(self) -> None:
        """Fit the graph, or where a strip leaves too little room for it, the gate spoken of.

        What the hand has zoomed or moved stays so, but for what brings the gate into view.
        """
        camera, stop = self._view.camera, self._walk.stop
        is_by_hand = not (camera.is_fitting or camera.is_leading)
        if not is_by_hand:
            self._view.zoom_to_fit()
        if stop is not None and self._card.is_docked:
            show = camera.reveal if is_by_hand else camera.lead_to
            show(self._surroundings(stop.node))

    def _surroundings(self, node: NodeId) -> QRectF:
        """Return the area of a gate with what feeds it and what it feeds."""
        graph = self._scene.document.shown.graph
        sources = {source for source in graph.inputs_of(node) if source is not None}
        area = self._scene.node_rect(node)
        for each in sources | {port.node for port in graph.consumers(node)}:
            area = area.united(self._scene.node_rect(each))
        return area.marginsAdded(_AROUND_CARD)

    def _on_view(self, rect: QRectF) -> QRect:
        offset = self._view.viewport().geometry().topLeft()
        return self._view.mapFromScene(rect).boundingRect().translated(offset)
