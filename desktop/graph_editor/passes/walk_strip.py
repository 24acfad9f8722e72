"""Two rows of dots in one line: the gates of the forward pass and those of the backward pass."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.graph_editor.passes.walk import Walk
from engine.drawing.passes import Stop

_HEIGHT = 26.0
_DOT = 5.0
_CURRENT_DOT = 7.0
_WIDEST_PITCH = 18.0
# Closer than this, dots are no longer told apart and become one bar.
_NARROWEST_PITCH = 9.0
_GAP = 10.0


class WalkStrip(QWidget):
    """Shows how far a walk has come; a click goes to a gate.

    A gate passed is a filled dot and one to come a ring, green on the way forward and red on the
    way back; the one at which the walk stands is larger. In forward mode there is one row only.

    Signals:
        position_chosen(position: int): A dot was clicked.
    """

    position_chosen = Signal(int)

    def __init__(self, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Gates of the forward and the backward pass"))
        self.setWhatsThis(
            self.tr("Each dot is a gate: filled when it has been computed. Click to go there.")
        )
        walk.changed.connect(self.update)
        theme_notifier().follow(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return a size in which most graphs have their dots."""
        return QSize(theme().px(420), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the size in which the bars are still readable."""
        return QSize(theme().px(240), theme().px(_HEIGHT))

    def centre_of(self, position: int) -> QPointF:
        """Return where the dot of a position stands, counted from 1."""
        forward = self._walk.forward_count
        if position <= forward:
            return QPointF(self._starts()[0] + self._pitch() * (position - 0.5), self.height() / 2)
        index = position - forward
        return QPointF(self._starts()[1] + self._pitch() * (index - 0.5), self.height() / 2)

    def position_at(self, x: float) -> int | None:
        """Return the position whose dot is nearest, or None beside the dots."""
        positions = range(1, len(self._walk.stops) + 1)
        nearest = min(positions, key=lambda item: abs(self.centre_of(item).x() - x), default=None)
        if nearest is None or abs(self.centre_of(nearest).x() - x) > max(self._pitch(), 8.0):
            return None
        return nearest

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the titles and the dots, or bars where dots have no room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_titles(painter)
        if self._pitch() >= _NARROWEST_PITCH * theme().scale:
            for position, stop in enumerate(self._walk.stops, start=1):
                self._paint_dot(painter, position, stop)
        else:
            self._paint_bars(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the dot that was clicked."""
        position = self.position_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and position is not None:
            self.position_chosen.emit(position)

    def event(self, event: QEvent) -> bool:
        """Tell by tooltip which gate a dot is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            position = self.position_at(event.pos().x())
            text = "" if position is None else self._describe(position)
            QToolTip.showText(event.globalPos(), plain(text), self)
            return True
        return super().event(event)

    def _describe(self, position: int) -> str:
        stop = self._walk.stops[position - 1]
        title = self._walk.title(stop)
        if stop.direction == "tangent":
            return filled(self.tr("Step {0}: value and tangent of {1}"), position, title)
        if stop.direction == "forward":
            return filled(self.tr("Step {0}: forward through {1}"), position, title)
        return filled(self.tr("Step {0}: backward through {1}"), position, title)

    def _titles(self) -> tuple[str, str]:
        if self._walk.seed is not None:
            return self.tr("forward with tangents"), ""
        return self.tr("forward"), self.tr("backward")

    def _starts(self) -> tuple[float, float]:
        """Return where the two rows begin: each after its title."""
        metrics = self.fontMetrics()
        first, second = (metrics.horizontalAdvance(title) for title in self._titles())
        gap = _GAP * theme().scale
        forward = first + gap
        backward = forward + self._walk.forward_count * self._pitch() + 2 * gap + second + gap
        return forward, backward

    def _pitch(self) -> float:
        count = max(1, len(self._walk.stops))
        metrics = self.fontMetrics()
        titles = sum(metrics.horizontalAdvance(title) for title in self._titles())
        room = self.width() - titles - 4 * _GAP * theme().scale
        return min(_WIDEST_PITCH * theme().scale, max(1.0, room / count))

    def _paint_titles(self, painter: QPainter) -> None:
        painter.setPen(theme().color("text_muted"))
        painter.setFont(self.font())
        forward, backward = self._starts()
        gap = _GAP * theme().scale
        for title, start in zip(self._titles(), (forward, backward), strict=True):
            width = self.fontMetrics().horizontalAdvance(title)
            box = QRectF(start - gap - width, 0, width + 1, self.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), title)

    def _paint_dot(self, painter: QPainter, position: int, stop: Stop) -> None:
        is_current = position == self._walk.position
        color = self._color(is_forward=stop.direction != "backward")
        radius = (_CURRENT_DOT if is_current else _DOT) * theme().scale
        is_done = position <= self._walk.position
        painter.setBrush(color if is_done else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color if is_done else theme().color("border_strong"), 1.5))
        painter.drawEllipse(self.centre_of(position), radius, radius)
        if is_current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color, 1.5))
            painter.drawEllipse(self.centre_of(position), radius + 3, radius + 3)

    def _paint_bars(self, painter: QPainter) -> None:
        height = 6 * theme().scale
        top = (self.height() - height) / 2
        done_forward = min(self._walk.position, self._walk.forward_count)
        done_backward = max(0, min(self._walk.position, len(self._walk.stops)) - done_forward)
        rows = (
            (self._starts()[0], self._walk.forward_count, done_forward, True),
            (self._starts()[1], self._walk.backward_count, done_backward, False),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        for start, count, done, is_forward in rows:
            for length, color in (
                (count, theme().color("track")),
                (done, self._color(is_forward=is_forward)),
            ):
                painter.setBrush(color)
                bar = QRectF(start, top, length * self._pitch(), height)
                painter.drawRoundedRect(bar, height / 2, height / 2)

    def _color(self, *, is_forward: bool) -> QColor:
        if self._walk.seed is not None:
            return theme().color("tangent")
        return theme().color("value" if is_forward else "gradient")

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
