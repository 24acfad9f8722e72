"""How the network is opened as a graph: by layer or neuron, with the batch or one sample."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.training.sharing.graph_drawing import GraphChoice
from engine.training.network.layers import Layers
from engine.training.network.neuron_graph import can_write_neurons


class GraphMenu(QToolButton):
    """A small button with the menu of choices, beside the one that opens the graph.

    Signals:
        chosen(choice: GraphChoice): The user chose another way, which also opens it so.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        tip = self.tr("How to open the graph: by layer or neuron, batch or one sample")
        explain(self, self.tr("Ways to open as graph"), tip, by_tab=True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("kind", "menu")
        self._menu = QMenu(self.tr("Graph opened"), self)
        self._menu.setToolTipsVisible(True)
        self.setMenu(self._menu)
        self._choices: dict[GraphChoice, QAction] = {}
        group = QActionGroup(self)
        for choice, text, why in self._entries():
            action = QAction(text, group)
            action.setCheckable(True)
            action.setToolTip(plain(why))
            action.setStatusTip(plain(why))
            action.setWhatsThis(plain(why))
            action.triggered.connect(lambda _=False, choice=choice: self.chosen.emit(choice))
            self._choices[choice] = action
            self._menu.addAction(action)
        self.show_choice(GraphChoice())
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def submenu(self) -> QAction:
        """The entry that carries these choices into a menu of the window."""
        return self._menu.menuAction()

    @property
    def choice(self) -> GraphChoice:
        """The choice that is ticked."""
        return next(choice for choice, action in self._choices.items() if action.isChecked())

    def action(self, choice: GraphChoice) -> QAction:
        """Return the entry of a choice."""
        return self._choices[choice]

    def show_choice(self, choice: GraphChoice) -> None:
        """Tick a choice without emitting anything."""
        self._choices[choice].setChecked(True)

    def show_layers(self, layers: Layers) -> None:
        """Offer what a network of these layers can be opened as."""
        is_small = can_write_neurons(layers)
        for choice, action in self._choices.items():
            action.setEnabled(is_small or not choice.by_neuron)
        if not is_small and self.choice.by_neuron:
            self.show_choice(GraphChoice(of_sample=self.choice.of_sample))

    def _entries(self) -> tuple[tuple[GraphChoice, str, str], ...]:
        return (
            (
                GraphChoice(),
                self.tr("By layer, the batch"),
                self.tr("Matrices, each layer one gate; the samples that the next step takes"),
            ),
            (
                GraphChoice(of_sample=True),
                self.tr("By layer, the chosen sample"),
                self.tr("Matrices, each layer one gate; the chosen sample, or the first one"),
            ),
            (
                GraphChoice(by_neuron=True),
                self.tr("By neuron, the batch"),
                self.tr("Every weight a node, each neuron one gate; for small networks"),
            ),
            (
                GraphChoice(by_neuron=True, of_sample=True),
                self.tr("By neuron, the chosen sample"),
                self.tr("Every weight a number to follow, each neuron one gate; small networks"),
            ),
        )  # fmt: skip

    def _on_theme_changed(self) -> None:
        self.setIcon(theme().icon("chevron-down"))
