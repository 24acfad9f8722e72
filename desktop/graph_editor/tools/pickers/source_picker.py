"""Which input, and which element of it: two lists, the second for vectors and matrices only."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListView, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.graph_editor.tools.pickers.element_list import ElementList
from engine.autodiff.passes.evaluation import Evaluation
from engine.explanation.symbols import subscript
from engine.graph.model import NodeId

_FEWEST_LETTERS = 3


class SourcePicker(QWidget):
    """Chooses one element among the inputs and parameters of a graph.

    Signals:
        picked(): The user chose another input or element.
    """

    picked = Signal()

    def __init__(self, title: str, tooltip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evaluation: Evaluation | None = None
        self._nodes: list[NodeId] = []
        label = PlainLabel(title, self)
        label.setProperty("kind", "muted")
        self._sources = self._box(title, tooltip)
        self._elements = self._box(
            self.tr("Element"), self.tr("Which element of the vector or matrix")
        )
        self._element_list = ElementList(self)
        self._elements.setModel(self._element_list)
        view = QListView(self._elements)
        # All are of one height, so that none but those in sight need be asked.
        view.setUniformItemSizes(True)
        self._elements.setView(view)
        label.setBuddy(self._sources)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self._sources, 1)
        row.addWidget(self._elements, 1)
        self._sources.currentIndexChanged.connect(self._on_source_chosen)
        self._elements.currentIndexChanged.connect(lambda _: self.picked.emit())

    @property
    def sources(self) -> QComboBox:
        """The list of inputs and parameters."""
        return self._sources

    @property
    def elements(self) -> QComboBox:
        """The list of the chosen one's elements; hidden for a scalar."""
        return self._elements

    @property
    def source(self) -> NodeId | None:
        """The chosen input; None where there is none to choose."""
        place = self._sources.currentIndex()
        return self._nodes[place] if 0 <= place < len(self._nodes) else None

    @property
    def index(self) -> tuple[int, ...]:
        """The chosen element; () of a scalar."""
        shape = self._shape()
        if not shape or self._elements.currentIndex() < 0:
            return ()
        place = np.unravel_index(self._elements.currentIndex(), shape)
        return tuple(int(number) for number in place)

    @property
    def name(self) -> str:
        """What is chosen, such as x or W₁₂."""
        return self._sources.currentText() + subscript(self.index)

    def show_sources(self, evaluation: Evaluation) -> None:
        """Offer a graph's inputs and parameters; the choice stays where it can."""
        chosen, index = self.source, self.index
        self._evaluation = evaluation
        plan = evaluation.plan
        nodes = [node for node in plan.sources if node in plan.differentiable]
        names = [plan.graph.nodes[node].name for node in nodes]
        shown = [self._sources.itemText(place) for place in range(self._sources.count())]
        if (nodes, names) != (self._nodes, shown):
            self._nodes = nodes
            with QSignalBlocker(self._sources):
                self._sources.clear()
                self._sources.addItems(names)
                self._sources.setCurrentIndex(nodes.index(chosen) if chosen in nodes else 0)
        self.setEnabled(bool(nodes))
        self._show_elements(index if self.source == chosen else ())

    def choose(self, node: NodeId, index: tuple[int, ...] = ()) -> bool:
        """Choose an input, if it is one, without emitting `picked`; tell whether it was."""
        if node not in self._nodes:
            return False
        with QSignalBlocker(self._sources):
            self._sources.setCurrentIndex(self._nodes.index(node))
        self._show_elements(index)
        return True

    def follow(self, selected: Iterable[NodeId]) -> None:
        """Choose the one input that is selected on the canvas."""
        nodes = [node for node in selected if node in self._nodes]
        if len(nodes) == 1 and nodes[0] != self.source:
            self.choose(nodes[0])
            self.picked.emit()

    def _box(self, title: str, tooltip: str) -> QComboBox:
        box = QComboBox(self)
        explain(box, title, tooltip)
        box.setMinimumContentsLength(_FEWEST_LETTERS)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box

    def _shape(self) -> tuple[int, ...]:
        source = self.source
        if source is None or self._evaluation is None:
            return ()
        return self._evaluation.plan.sources[source].shape

    def _show_elements(self, index: tuple[int, ...]) -> None:
        shape = self._shape()
        with QSignalBlocker(self._elements):
            self._element_list.show_elements(self._sources.currentText(), shape)
            fits = len(index) == len(shape) and all(
                place < size for place, size in zip(index, shape, strict=True)
            )
            if self._elements.count():
                place = int(np.ravel_multi_index(index, shape)) if fits else 0
                self._elements.setCurrentIndex(place)
        self._elements.setVisible(self._elements.count() > 0)

    def _on_source_chosen(self) -> None:
        self._show_elements(())
        self.picked.emit()
