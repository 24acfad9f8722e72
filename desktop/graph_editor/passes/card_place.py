"""Where the step card stands: over the canvas where it hides nothing, or below the tools."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QObject, QRect, QRectF
from PySide6.QtWidgets import QWidget

from desktop.desk.settling import Delay
from desktop.foundation.theme import theme
from desktop.graph_editor.canvas.view import GraphView
from desktop.graph_editor.passes.step_card import StepCard
from desktop.graph_editor.passes.walk import Walk
from desktop.graph_editor.scene.scene import GraphScene
from desktop.widgets.panels.main_column import MAIN_SHARE
from engine.graph.model import NodeId

# About the height of a card with two lines of formulas.
_CARD_PX = 130
# A node's caption and its ports belong to it.
_AROUND_CARD = QMarginsF(10, 6, 10, 22)


class CardPlace(QObject):
    """Moves a step card between the canvas and the column of the tools beside it.

    The canvas keeps its size, so that what is on it stays where it is under the hand.
    """

    def __init__(
        self, card: StepCard, walk: Walk, scene: GraphScene, view: GraphView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._card, self._walk, self._scene, self._view = card, walk, scene, view
        self._take_in: Callable[[StepCard], bool] = lambda _: False
        self._obstacles: list[QWidget] = []
        self._may_dock = False
        self._tells_beside: Callable[[], bool] = lambda: False
        self._timer = Delay(0, self._place, self)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self.place_soon(may_dock=False))

    def set_column(self, take_in: Callable[[StepCard], bool]) -> None:
        """Say who takes a card beside the canvas; it answers whether there is room for it."""
        self._take_in = take_in

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
            self._show_surroundings(stop.node, is_by_hand_too=may_dock)
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
        """Tell whether the canvas keeps its share of the window beside a card of usual height."""
        left = self._view.height() - theme().px(_CARD_PX)
        return left >= MAIN_SHARE * self._view.window().height()

    def _dock(self, *, is_docked: bool) -> None:
        """Put the card below the tools, or over the canvas again."""
        if is_docked:
            if not self._take_in(self._card):
                return
            self._card.set_docked(is_docked=True)
            self._card.refresh()
            self.place_soon(may_dock=False)
        else:
            self._card.set_docked(is_docked=False)
            self._card.setParent(self._view)
            if self._view.camera.is_leading:
                self._view.zoom_to_fit()

    def _show_surroundings(self, node: NodeId, *, is_by_hand_too: bool) -> None:
        """Bring a gate with its neighbours into view where the graph as a whole is too small.

        What the hand has zoomed stays so, and is moved only where that is asked for.
        """
        camera = self._view.camera
        if camera.is_fitting or camera.is_leading:
            camera.lead_to(self._surroundings(node))
        elif is_by_hand_too:
            camera.reveal(self._surroundings(node))

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
