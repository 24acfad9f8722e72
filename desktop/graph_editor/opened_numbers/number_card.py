"""A small card beside a number that writes out how it comes about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QGraphicsView,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
)

from desktop.desk.explaining import explain
from desktop.desk.settling import Settling
from desktop.foundation.settings import PRECISION, Key, Settings
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.graph_editor.opened_numbers.formula_lines import FormulaLines, current_ink
from desktop.graph_editor.scene.scene import GraphScene
from desktop.widgets.panels.text_label import text_label
from engine.arrays import Array
from engine.drawing.passes import Tangents
from engine.explanation.number_arithmetic import (
    NumberArithmetic,
    NumberPlace,
    number_arithmetic,
)
from engine.explanation.symbols import spoken_name, subscript
from engine.explanation.tangent_arithmetic import moving_symbol, tangent_number
from engine.formula.values import full_precision
from engine.graph.model import Graph, InputPort, NodeId

_WIDEST, _NARROWEST, _MARGIN = 460, 240, 10
# As often as a formula is drawn while a value is dragged.
_REFRESH_MS = 60
_LONGEST_EXACT = 120
_GAP = 10


class NumberCard(QFrame, Settling):
    """Opens one number at a time; it closes by Escape, by its button, or by a click elsewhere."""

    def __init__(self, view: QGraphicsView, scene: GraphScene, settings: Settings) -> None:
        super().__init__(view)
        self.setProperty("kind", "card")
        self.setObjectName("number_card")
        self._view, self._scene, self._settings = view, scene, settings
        self._series: tuple[NumberPlace, ...] = ()
        self._index = 0
        self._heading = text_label(self, "heading")
        self._lines = FormulaLines(self, size_px=17.0)
        self._branch_title = text_label(self, "muted")
        self._branch_title.setText(self.tr("Summed over all branches that it feeds:"))
        self._branches = FormulaLines(self, size_px=17.0)
        self._exact = text_label(self, "muted")
        self._footer = text_label(self, "muted")
        self._close = self._make_close_button()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setBlurRadius(18)
        self._shadow.setOffset(0, 2)
        self.setGraphicsEffect(self._shadow)
        self._lay_out()
        scene.numbers_written.connect(self._on_numbers_written)
        settings.changed.connect(self._on_setting_changed)
        theme_notifier().follow(self._on_theme_changed)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._on_scrolled)
        self._on_theme_changed()
        self.hide()

    @property
    def number(self) -> NumberPlace | None:
        """The number that is open."""
        return self._series[self._index] if self._series else None

    @property
    def is_open(self) -> bool:
        """Whether a number is open."""
        return bool(self._series)

    @property
    def title(self) -> str:
        """What the number is called."""
        return self._heading.text()

    @property
    def lines(self) -> list[str]:
        """Its arithmetic in LaTeX, with the sum over branches."""
        return [*self._lines.lines, *self._branches.lines]

    @property
    def exact(self) -> str:
        """The number in full, or why there is none."""
        return self._exact.text()

    def open(self, series: Sequence[NumberPlace]) -> None:
        """Open the first of some numbers, or the one after the one of them that is open now."""
        series = tuple(series)
        is_same = bool(series) and series == self._series
        self._index = (self._index + 1) % len(series) if is_same else 0
        self._series = series
        self._refresh()

    def close_now(self) -> bool:
        """Close; tell whether anything was open."""
        self._timer.stop()
        was_open, had_focus = self.is_open, self._close.hasFocus()
        self._series, self._index = (), 0
        self.hide()
        if had_focus:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        return was_open

    def shutdown(self) -> None:
        """Close and hear nothing any more, because the page is closing."""
        self.close_now()
        self._scene.numbers_written.disconnect(self._on_numbers_written)
        self._settings.changed.disconnect(self._on_setting_changed)
        theme_notifier().unfollow(self._on_theme_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Escape while the button has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
        else:
            super().keyPressEvent(event)

    # Inside ---------------------------------------------------------------------------------

    def _refresh(self) -> None:
        self._timer.stop()
        which, shown = self.number, self._scene.labels.numbers
        if which is None:
            return
        if which.node_in(shown.graph) is None:
            self.close_now()
            return
        ink = current_ink(self._settings)
        tangents = shown.shown.tangents if which.is_gradient else None
        if tangents is None:
            found = number_arithmetic(
                shown.graph, which, shown.shown.values, shown.shown.gradients, ink
            )
            self._heading.setText(number_title(shown.graph, which))
        else:
            found = tangent_number(
                shown.graph, which, shown.shown.values, tangents.nodes, self._moving(tangents), ink
            )
            self._heading.setText(tangent_title(shown.graph, which, self._name(tangents)))
        self.setAccessibleName(self._heading.text())
        self._show(found, which)
        self._show_footer()
        self._place()
        self.show()
        self.raise_()

    def _show(self, found: NumberArithmetic | None, which: NumberPlace) -> None:
        graph = self._scene.labels.numbers.graph
        self._lines.set_lines(() if found is None else found.lines)
        self._branches.set_lines(() if found is None else found.branches)
        self._branch_title.setVisible(found is not None and bool(found.branches))
        if found is None:
            tangents = self._scene.labels.numbers.shown.tangents
            is_tangent = tangents is not None and which.is_gradient
            self._exact.setText(
                unreached_reason(self._name(tangents))
                if tangents is not None and is_tangent
                else missing_reason(graph, which)
            )
        else:
            self._exact.setText(self._exact_text(found.number))
        self._exact.setVisible(bool(self._exact.text()))
        self.setAccessibleDescription(self._exact.text())

    def _moving(self, tangents: Tangents) -> str:
        graph = self._scene.document.graph
        return moving_symbol(graph, tangents.source, tangents.index)

    def _name(self, tangents: Tangents) -> str:
        name = self._scene.document.graph.nodes[tangents.source].name
        return name + subscript(tangents.index)

    def _exact_text(self, number: Array) -> str:
        text = full_precision(number).replace("-", "\N{MINUS SIGN}")
        if len(text) > _LONGEST_EXACT:
            return ""
        return filled(self.tr("In full: {0}"), text)

    def _show_footer(self) -> None:
        count = len(self._series)
        self._footer.setVisible(count > 1)
        text = self.tr("{0} of {1} · A opens the next number of the node")
        self._footer.setText(filled(text, self._index + 1, count))

    def _place(self) -> None:
        which = self.number
        if which is None:
            return
        if which.node_in(self._scene.document.shown.graph) is None:
            # Another drawing was opened, and shown before its numbers were written.
            self.close_now()
            return
        area, kin = self._scene.number_rect(which), []
        if not isinstance(which.place, InputPort):
            # The node that is spoken of stays in sight, and its number on the wires that leave it.
            area = area.united(self._scene.items_shown.card(which.place))
            kin = self._on_wires(which.place, is_gradient=which.is_gradient)
        target = self._view.mapFromScene(area).boundingRect()
        viewport = self._view.viewport()
        margin = theme().px(_MARGIN)
        room = viewport.rect().adjusted(margin, margin, -margin, -margin)
        placed = place_beside(target, self._wanted_size(room), room, kin)
        self.setGeometry(QRect(viewport.mapToParent(placed.topLeft()), placed.size()))

    def _on_wires(self, node: NodeId, *, is_gradient: bool) -> list[QRect]:
        ports = self._scene.document.shown.graph.consumers(node)
        numbers = (NumberPlace(port, is_gradient=is_gradient) for port in ports)
        rects = [self._scene.number_rect(number) for number in numbers]
        return [self._view.mapFromScene(rect).boundingRect() for rect in rects]

    def _wanted_size(self, room: QRect) -> QSize:
        natural, layout = self.sizeHint(), self.layout()
        # The shadow and the frame are inside the hint; lines shrink where they would be wider.
        width = max(theme().px(_NARROWEST), min(natural.width(), theme().px(_WIDEST), room.width()))
        height = natural.height()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.heightForWidth(width)
        return QSize(width, min(height, room.height()))

    def _make_close_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        explain(button, self.tr("Close"), self.tr("Close (Esc)"))
        button.clicked.connect(self.close_now)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._heading, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 12)
        column.setSpacing(8)
        column.addLayout(top)
        for widget in (
            self._lines, self._branch_title, self._branches, self._exact, self._footer,
        ):  # fmt: skip
            column.addWidget(widget)

    def _on_numbers_written(self) -> None:
        if self.is_open and not self._timer.isActive():
            self._timer.start()

    def _on_setting_changed(self, key: Key[object]) -> None:
        if key == PRECISION:
            self._on_numbers_written()

    def _on_scrolled(self, _value: int) -> None:
        if self.is_open:
            self._place()

    def _on_theme_changed(self) -> None:
        self._shadow.setColor(theme().color("shadow"))
        self._close.setIcon(theme().icon("x"))
        self._refresh()


def number_title(graph: Graph, which: NumberPlace) -> str:
    """Return “Value of q” or “Gradient of x, along its wire to ×”."""
    node = which.node_in(graph)
    if node is None:
        return ""
    name = node_name(graph, node)
    if not which.is_gradient:
        return filled(QCoreApplication.translate("NumberCard", "Value of {0}"), name)
    if not isinstance(which.place, InputPort):
        return filled(QCoreApplication.translate("NumberCard", "Gradient of {0}"), name)
    end = node_name(graph, which.place.node)
    text = QCoreApplication.translate("NumberCard", "Gradient of {0}, along its wire to {1}")
    return filled(text, name, end)


def tangent_title(graph: Graph, which: NumberPlace, moving: str) -> str:
    """Return “Tangent ∂q/∂x”."""
    node = which.node_in(graph)
    name = "" if node is None else spoken_name(graph, node)
    return filled(QCoreApplication.translate("NumberCard", "Tangent ∂{0}/∂{1}"), name, moving)


def unreached_reason(moving: str) -> str:
    """Return why a tangent is not there, in a sentence."""
    text = QCoreApplication.translate(
        "NumberCard", "Not computed: {0} does not reach this number, or the pass has not yet."
    )
    return filled(text, moving)


def missing_reason(graph: Graph, which: NumberPlace) -> str:
    """Return why a number is not there, in a sentence."""
    node = which.node_in(graph)
    if which.is_gradient and node is not None and graph.nodes[node].operation == "constant":
        return QCoreApplication.translate(
            "NumberCard", "A constant gets no gradient: nobody asks how the result changes with it."
        )
    return QCoreApplication.translate(
        "NumberCard", "Not computed, which is not the same as 0: no pass has reached it yet."
    )


def node_name(graph: Graph, node: NodeId) -> str:
    """Return what a node is called, as its card on the canvas says."""
    return spoken_name(graph, node)


def place_beside(target: QRect, size: QSize, room: QRect, kin: Sequence[QRect] = ()) -> QRect:
    """Return a card's rectangle in a room: below, above, right or left of a target.

    Where none of the four has room enough, it is the corner of the room farthest from the target.

    Args:
        target: What the card never covers where there is any room beside it.
        size: How large the card is.
        room: Where it has to be.
        kin: What it covers only where it has to: the other places where its number is written.
    """
    whole = target
    for other in kin:
        whole = whole.united(other)
    corners = [*_corners(target, size), *_corners(whole, size)]
    rects = [_moved_inside(QRect(corner, size), room) for corner in corners]
    free = [rect for rect in rects if not rect.intersects(target)]
    for rect in free:
        if not any(rect.intersects(other) for other in kin):
            return rect
    if free:
        return free[0]
    centre = target.center()
    is_left = centre.x() > room.center().x()
    is_top = centre.y() > room.center().y()
    x = room.left() if is_left else room.right() + 1 - size.width()
    y = room.top() if is_top else room.bottom() + 1 - size.height()
    return QRect(QPoint(x, y), size)


def _corners(target: QRect, size: QSize) -> tuple[QPoint, ...]:
    """Return where a card begins that stands below, above, right or left of a target."""
    centre = target.center()
    left = centre.x() - size.width() // 2
    top = centre.y() - size.height() // 2
    return (
        QPoint(left, target.bottom() + _GAP),
        QPoint(left, target.top() - _GAP - size.height()),
        QPoint(target.right() + _GAP, top),
        QPoint(target.left() - _GAP - size.width(), top),
    )


def _moved_inside(rect: QRect, room: QRect) -> QRect:
    x = max(room.left(), min(rect.left(), room.right() + 1 - rect.width()))
    y = max(room.top(), min(rect.top(), room.bottom() + 1 - rect.height()))
    return QRect(QPoint(x, y), rect.size())
