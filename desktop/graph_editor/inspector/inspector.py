"""The panel on the right: the selected node, or the whole graph while none is selected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.explaining import explain
from desktop.desk.settling import Delay
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.settings import Settings
from desktop.foundation.theme import theme_notifier
from desktop.foundation.translation import translate_engine
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.inspector.node_panel import NodePanel
from desktop.graph_editor.inspector.overview import Overview
from desktop.graph_editor.opened_numbers.formula_lines import current_ink
from desktop.graph_editor.passes.walk import Walk
from desktop.widgets.panels.side_panel import ColumnArea
from engine.explanation.node_lines import node_lines
from engine.explanation.number_latex import Ink
from engine.graph.model import NodeId

# A formula takes milliseconds to draw; while a value is dragged, ten pictures a second are read
# as live and leave the drag its frames.
_REFRESH_MS = 90
# The gradient check and its four columns.


class Inspector(QFrame):
    """Follows a document and what is selected in it.

    Signals:
        node_chosen(node: NodeId): A row or problem was clicked: that node shall be selected.
    """

    node_chosen = Signal(object)

    def __init__(
        self,
        document: Document,
        walk: Walk,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "right")
        self._document, self._walk, self._settings = document, walk, settings
        self._chosen: NodeId | None = None
        self._node: NodeId | None = None
        self._caption = PlainLabel(self)
        self._caption.setProperty("kind", "caption")
        self._digits = self._make_digits_button()
        self._panel = NodePanel(document, walk, self)
        self._overview = Overview(document, walk, self)
        self._timer = Delay(_REFRESH_MS, self.refresh, self)
        self._lay_out()
        self._overview.node_chosen.connect(self.node_chosen)
        document.changed.connect(self._on_changed)
        walk.changed.connect(self._on_changed)
        settings.changed.connect(self._on_changed)
        theme_notifier().follow(self.refresh)
        self.refresh()

    @property
    def node(self) -> NodeId | None:
        """The node that is shown, or None for the whole graph."""
        return self._node

    def tells(self, node: NodeId) -> bool:
        """Tell whether a gate is shown that the walk stands at, or will be before the next frame.

        Another one that is selected comes first.
        """
        return self.isVisible() and self._chosen in (None, node)

    @property
    def node_panel(self) -> NodePanel:
        """The view of one node."""
        return self._panel

    @property
    def overview(self) -> Overview:
        """The view of the whole graph."""
        return self._overview

    @property
    def caption(self) -> str:
        """The heading of the panel."""
        return self._caption.text()

    @property
    def digits_button(self) -> QToolButton:
        """The switch between rounded numbers and all their digits."""
        return self._digits

    def show_node(self, node: NodeId | None) -> None:
        """Show a node; for None the gate at which the walk stands, or else the whole graph."""
        if node != self._chosen:
            self._chosen = node
            self.refresh()

    def take_typed(self) -> None:
        """Hand over what has been typed into a field and not been left yet."""
        self._panel.name_field.take()
        self._panel.value_field.take()

    def refresh(self) -> None:
        """Show the numbers as they stand, at once."""
        self._timer.stop()
        if self._chosen is not None and self._chosen not in self._document.shown.context.nodes:
            self._chosen = None
        stop = self._walk.stop
        self._node = stop.node if self._chosen is None and stop is not None else self._chosen
        ink = self._ink()
        is_node = self._node is not None
        self._panel.setVisible(is_node)
        self._overview.setVisible(not is_node)
        if self._node is None:
            self._panel.forget()
            self._caption.setText(self.tr("Inspector"))
            self._overview.show_graph(ink)
            return
        node = self._document.shown.context.nodes[self._node]
        name = self._document.shown.context.names.get(self._node, "")
        kind = "" if node.name else translate_engine(node.record.title)
        title = " · ".join(filter(None, (name, kind)))
        if self._document.shown.group_of(self._node) is not None:
            title = node.operation
        self._caption.setText(f"{self.tr('Inspector')} — {title}")
        self._panel.show_node(self._node, ink)

    def formulas_at(self, position: int) -> list[str]:
        """Return the formulas in LaTeX that the panel will show at a position of the walk."""
        stop, view = self._walk.stop_at(position), self._walk.view_at(position)
        if stop is None or view is None or self._chosen is not None:
            return []
        context = self._document.shown.context
        return node_lines(context, stop.node, view.values, view.gradients, self._ink()).lines

    def _ink(self) -> Ink:
        return current_ink(self._settings, all_digits=self._digits.isChecked())

    def _make_digits_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(self.tr("All digits"))
        button.setCheckable(True)
        button.setAutoRaise(True)
        tooltip = self.tr("Show every digit of the numbers")
        explain(button, tooltip, tooltip)
        button.toggled.connect(self.refresh)
        return button

    def _lay_out(self) -> None:
        content = QWidget(self)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(16, 4, 16, 16)
        inside.addWidget(self._panel)
        inside.addWidget(self._overview)
        area = ColumnArea(content, self)
        heading = QHBoxLayout()
        heading.setContentsMargins(16, 10, 12, 2)
        heading.addWidget(self._caption, 1)
        heading.addWidget(self._digits)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(heading)
        column.addWidget(area, 1)

    def _on_changed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()
