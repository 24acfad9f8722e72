"""The network handed to other spaces: as a graph, or two of its weights as a surface."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.foundation.page_action import page_action
from desktop.training.network.layout import Bias, Connection, Part
from desktop.training.network.network_numbers import numbers_of
from desktop.training.network.selection import Selection
from desktop.training.run.session import TrainingSession
from desktop.training.sharing.graph_drawing import GraphChoice, graph_drawing, pair_drawing
from desktop.training.sharing.graph_menu import GraphMenu
from desktop.training.sharing.pair_dialog import PairQuestion, numbered
from engine.training.network.neuron_graph import parameter_names


class HandingOver(QObject):
    """Makes values for the graph space and for the optimizers from what is shown.

    The two weights chosen last in the network are those that are proposed to be sent.

    Signals:
        sent(space_id: str, value: object): As `Page.sent`.
    """

    sent = Signal(str, object)

    def __init__(self, session: TrainingSession, selection: Selection, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._selection = session, selection
        self._places: list[int] = []
        self.question: PairQuestion = PairQuestion(parent)
        self.graph_menu = GraphMenu(parent)
        self.pair_action = page_action(
            self,
            self.tr("Send two weights to Optimizers…"),
            self.tr(
                "Show the loss as a surface over two weights, those chosen last in the network, "
                "with all others held fixed"
            ),
            self.send_pair,
            "Ctrl+Alt+O",
        )
        self.graph_menu.chosen.connect(lambda _: self.open_graph())
        selection.part_changed.connect(self._on_part_changed)
        session.restarted.connect(self._on_restarted)
        self._on_restarted()

    @property
    def choice(self) -> GraphChoice:
        """How the network is opened as a graph."""
        return self.graph_menu.choice

    def menu_actions(self) -> list[QAction]:
        """Return what stands behind *Open as graph* in the menu of the training."""
        return [self.graph_menu.submenu, self.pair_action]

    def open_graph(self) -> None:
        """Send the network to the graph space, the way that was chosen."""
        session = self._session
        # What is looked at must not have moved on when one comes back.
        session.pause()
        chosen = self._selection.sample
        sample = None if chosen is None else chosen.original_of(session.run)
        self.sent.emit("graph", graph_drawing(session.run, session.record, self.choice, sample))

    def send_pair(self) -> None:
        """Ask for two weights and send the loss over them to the optimizers."""
        session = self._session
        session.pause()
        names = numbered(parameter_names(session.run.layers), session.record.parameters.tolist())
        pair = self.question.ask(names, self._proposed())
        if pair is not None:
            self.sent.emit("optimizers", pair_drawing(session.run, session.record, pair))

    def _proposed(self) -> tuple[int, int]:
        """Return the two chosen last; where there are fewer, the first of the network."""
        found = [*self._places, *(place for place in (0, 1) if place not in self._places)]
        first, second = found[0], found[1]
        return (first, second) if len(self._places) > 1 else (min(found[:2]), max(found[:2]))

    def _on_part_changed(self, part: Part | None) -> None:
        if not isinstance(part, Connection | Bias):
            return
        numbers = numbers_of(self._session.run, self._session.record.parameters)
        place = numbers.place(part)
        self._places = [*(other for other in self._places if other != place), place][-2:]

    def _on_restarted(self) -> None:
        run = self._session.run
        self.graph_menu.show_layers(run.layers)
        size = len(self._session.record.parameters)
        self._places = [place for place in self._places if place < size]
