"""The card over the canvas: what the gate at which the walk stands does, with its numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QVBoxLayout,
    QWidget,
)

from desktop.foundation.settings import Settings
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled, translate_engine
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.opened_numbers.formula_lines import FormulaLines, current_ink
from desktop.graph_editor.passes.walk import Walk
from desktop.widgets.panels.text_label import text_label
from engine.drawing.passes import PassView, Stop
from engine.explanation.chain import led
from engine.explanation.gate_arithmetic import GateArithmetic
from engine.explanation.number_latex import Ink
from engine.explanation.tangent_arithmetic import TangentArithmetic, moving_symbol
from engine.graph.model import Graph
from engine.quoting import sentence_case

_MARGIN = 14
_WIDTH = 400
_NARROWEST = 360
_FORMULA_PX, _DOCKED_MATRIX_PX = 17.0, 13.0
# Hiding the gate spoken of is worse than hiding anything else.
_CURRENT_WEIGHT = 50


class StepCard(QFrame):
    """Explains one gate of the walk; hidden while the walk stands at none.

    It lies over the canvas in the corner that hides least (`place`), or where none is free, it is
    docked in a column beside the canvas.
    """

    def __init__(self, document: Document, walk: Walk, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setObjectName("step_card")
        self._document, self._walk, self._settings = document, walk, settings
        self._corner = 0
        self._is_docked = False
        self.is_silent = False
        self._heading = text_label(self, "muted")
        self._rule = text_label(self, "heading")
        self._columns: list[FormulaLines] = []
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        self._role = text_label(self, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for label in (self._heading, self._rule):
            column.addWidget(label)
        column.addLayout(self._body)
        column.addWidget(self._role)
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setBlurRadius(18)
        self._shadow.setOffset(0, 2)
        self.setGraphicsEffect(self._shadow)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    @property
    def heading(self) -> str:
        """“Step 3 of 9 · backward through exp”."""
        return self._heading.text()

    @property
    def formulas(self) -> list[str]:
        """The formulas shown, in LaTeX."""
        return [line for column in self._columns for line in column.lines]

    @property
    def role(self) -> str:
        """What the gate does, in a sentence."""
        return self._role.text()

    @property
    def is_docked(self) -> bool:
        """Whether it is a part of a column beside the canvas and not a card over it."""
        return self._is_docked

    def set_silent(self, is_silent: bool) -> None:
        """Be hidden, because what it says is told elsewhere; or not. It follows with `refresh`."""
        self.is_silent = is_silent

    def set_docked(self, is_docked: bool) -> None:
        """Become a part of a column, or a card again."""
        self._is_docked = is_docked
        self.setProperty("kind", "footer" if is_docked else "card")
        self._shadow.setEnabled(not is_docked)
        self.style().unpolish(self)
        self.style().polish(self)

    def refresh(self) -> None:
        """Show the gate at which the walk stands."""
        stop, view = self._walk.stop, self._walk.view()
        if stop is None or view is None or self.is_silent:
            self.hide()
            return
        graph = self._document.shown.context
        ink = current_ink(self._settings)
        self._show_columns(step_formulas(graph, stop, view, ink))
        title = self._walk.title(stop)
        count = len(self._walk.stops)
        if stop.direction == "tangent":
            heading = self.tr("Step {0} of {1} · value and tangent of {2}")
            self._describe_tangent(graph, stop, view)
        elif stop.direction == "forward":
            heading = self.tr("Step {0} of {1} · forward through {2}")
            self._rule.setText(self.tr("value = the gate's formula of its inputs"))
            self._role.setText(translate_engine(graph.nodes[stop.node].record.summary))
        else:
            heading = self.tr("Step {0} of {1} · backward through {2}")
            self._rule.setText(self.tr("downstream = local × upstream"))
            role = graph.nodes[stop.node].record.role
            self._role.setText(
                f"{sentence_case(translate_engine(role.title))}: {translate_engine(role.sentence)}"
            )
        self._heading.setText(filled(heading, self._walk.position, count, title))
        self.setAccessibleName(self._heading.text())
        self._keep_height()
        self.show()

    def _describe_tangent(self, graph: Graph, stop: Stop, view: PassView) -> None:
        self._rule.setText(self.tr("tangent = local × tangent of the input, summed over inputs"))
        if view.tangents is not None and stop.node not in view.tangents.nodes:
            name = graph.nodes[view.tangents.source].name
            text = self.tr("{0} does not reach this gate, so no tangent is computed here.")
            self._role.setText(filled(text, name))
            return
        self._role.setText(
            self.tr("Forward mode: each input's tangent goes on through the local gradient.")
        )

    def formulas_at(self, position: int) -> list[str]:
        """Return the formulas in LaTeX that the card will show at a position of the walk."""
        stop, view = self._walk.stop_at(position), self._walk.view_at(position)
        if stop is None or view is None:
            return []
        ink = current_ink(self._settings)
        columns = step_formulas(self._document.shown.context, stop, view, ink)
        return [line for column in columns for line in column]

    def place(self, area: QRect, busy: Sequence[QRect], current: QRect) -> bool:
        """Move to the corner of an area that hides least.

        Args:
            area: Where the card may lie, in the parent's coordinates.
            busy: Rectangles that are better not hidden: nodes and numbers.
            current: The node spoken of, which must not be hidden.

        Returns:
            Whether it hides nothing there.
        """
        margin = theme().px(_MARGIN)
        inside = area.marginsRemoved(QMargins(margin, margin, margin, margin))
        size = self._wanted_size(inside)
        corners = _corners(inside, size)

        def hidden(index: int) -> int:
            box = QRect(corners[index], size)
            weighted = _CURRENT_WEIGHT * _area(box.intersected(current))
            return weighted + sum(_area(box.intersected(other)) for other in busy)

        # It stays where it is as long as nothing is better, so that it does not hop about.
        self._corner = min(range(len(corners)), key=lambda i: (hidden(i), i != self._corner))
        self.setGeometry(QRect(corners[self._corner], size))
        self.raise_()
        return hidden(self._corner) == 0

    def _wanted_size(self, inside: QRect) -> QSize:
        layout = self.layout()
        natural = self.sizeHint()
        width = max(natural.width(), theme().px(_NARROWEST))
        width = min(width, theme().px(_WIDTH), inside.width())
        height = layout.heightForWidth(width) if layout is not None else natural.height()
        return QSize(width, max(height, self.minimumSizeHint().height()))

    def _keep_height(self) -> None:
        """Let it only grow in a column, so that what is above does not jump with every step."""
        layout, column = self.layout(), self.parentWidget()
        if not self._is_docked:
            self.setMinimumHeight(0)
        elif layout is not None and column is not None and column.width() > 0:
            # Just docked, it still has the width of a card.
            needed = layout.heightForWidth(column.width())
            self.setMinimumHeight(max(self.minimumHeight(), needed))

    def _show_columns(self, columns: Sequence[Sequence[str]]) -> None:
        while len(self._columns) < len(columns):
            column = FormulaLines(self)
            self._columns.append(column)
            self._body.addWidget(column, 0, Qt.AlignmentFlag.AlignTop)
        is_tall = any("matrix" in line for lines in columns for line in lines)
        size_px = _DOCKED_MATRIX_PX if self._is_docked and is_tall else _FORMULA_PX
        for index, column in enumerate(self._columns):
            column.set_size(size_px)
            column.set_lines(columns[index] if index < len(columns) else ())

    def _on_theme_changed(self) -> None:
        self._shadow.setColor(theme().color("shadow"))
        if not self.isHidden():
            self.refresh()


def step_formulas(graph: Graph, stop: Stop, view: PassView, ink: Ink) -> list[list[str]]:
    """Return a stop's formulas in LaTeX: a column for the gate, or for each of its inputs."""
    arithmetic = GateArithmetic(graph, stop.node, view.values, view.gradients, ink)
    if view.tangents is not None:
        forward = arithmetic.forward()
        moving = moving_symbol(graph, view.tangents.source, view.tangents.index)
        known = view.tangents.nodes
        pushed = TangentArithmetic(graph, stop.node, view.values, known, moving, ink)
        return [[forward.symbols, led(forward.numbers)], pushed.lines()]
    if stop.direction == "forward":
        forward = arithmetic.forward()
        return [[forward.symbols, led(forward.numbers)]]
    return [
        [item.symbols, led(item.numbers), *item.definitions, item.branches]
        for item in arithmetic.backward()
    ]


def _corners(inside: QRect, size: QSize) -> list[QPoint]:
    """Return where the card's top left goes in each corner, the first liked best."""
    left, top = inside.left(), inside.top()
    right = max(left, inside.right() + 1 - size.width())
    bottom = max(top, inside.bottom() + 1 - size.height())
    return [QPoint(right, bottom), QPoint(right, top), QPoint(left, bottom), QPoint(left, top)]


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0
