"""The steps of a lesson as dots that tell by their shape and number how each one stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import current_language, filled
from desktop.lessons.views.roving_focus import RovingFocus
from desktop.widgets.panels.flow_layout import FlowLayout

_SIZE_PX, _GAP_PX, _EDGE_PX = 22, 3, 2.5


class DotState(Enum):
    """How a step stands.

    Attributes:
        AHEAD: Nothing has happened in it: a hollow circle.
        BEGUN: It was entered and is not done: a circle half filled.
        DONE: It is done by the learner: a full circle.
        SHOWN: It was shown: a diamond.
        SKIPPED: It was passed over: a hollow square.
    """

    AHEAD = "ahead"
    BEGUN = "begun"
    DONE = "done"
    SHOWN = "shown"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Dot:
    """A step as it is shown in the row.

    Attributes:
        title: The step's title, plain text.
        state: How it stands.
    """

    title: str
    state: DotState = DotState.AHEAD


class StepDot(QAbstractButton):
    """One step: its number in a shape."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._state = DotState.AHEAD
        self._is_here = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def state(self) -> DotState:
        """How the step stands."""
        return self._state

    @property
    def is_here(self) -> bool:
        """Whether it is the step that is shown."""
        return self._is_here

    def show_state(self, state: DotState, *, is_here: bool) -> None:
        """Show how the step stands, and whether it is the one that is shown."""
        if (state, is_here) != (self._state, self._is_here):
            self._state, self._is_here = state, is_here
            self.update()

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(theme().px(_SIZE_PX), theme().px(_SIZE_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape, a line below the step that is shown, and a frame for the keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = _EDGE_PX * theme().scale
        room = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        is_full = self._state in (DotState.DONE, DotState.SHOWN)
        ink = theme().color("accent" if self._is_here or is_full else "text_muted")
        painter.setPen(QPen(ink, (2.5 if self._is_here else 1.2) * theme().scale))
        painter.setBrush(ink if is_full else Qt.BrushStyle.NoBrush)
        self._paint_shape(painter, room)
        painter.setPen(theme().color("accent_text" if is_full else "text"))
        font = theme().font("caption")
        font.setPixelSize(theme().px(11))
        font.setBold(self._is_here)
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, f"{self._number}")
        if self.hasFocus():
            painter.setPen(QPen(theme().color("text"), 1.0, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_shape(self, painter: QPainter, room: QRectF) -> None:
        match self._state:
            case DotState.SKIPPED:
                painter.drawRect(room)
            case DotState.SHOWN:
                middle = room.center()
                corners = (
                    QPointF(middle.x(), room.top()),
                    QPointF(room.right(), middle.y()),
                    QPointF(middle.x(), room.bottom()),
                    QPointF(room.left(), middle.y()),
                )
                painter.drawPolygon(QPolygonF(corners))
            case DotState.BEGUN:
                painter.save()
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme().color("accent_soft"))
                painter.drawChord(room, 180 * 16, 180 * 16)
                painter.restore()
                painter.drawEllipse(room)
            case _:
                painter.drawEllipse(room)


class ProgressRow(QWidget):
    """The dots, one stop of Tab; the arrows lead among them, Space or a click goes to a step.

    Signals:
        step_wanted(place: int): A step is to be shown, counted from 0.
    """

    step_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: list[StepDot] = []
        # What is shown, and in which language.
        self._shown: tuple[tuple[Dot, ...], int, str] | None = None
        self._flow = FlowLayout(self, spacing=theme().px(_GAP_PX))
        self._walk = RovingFocus(self)
        self.setAccessibleName(self.tr("Steps"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_notifier().follow(self._on_theme_changed)

    @property
    def dots(self) -> Sequence[StepDot]:
        """The dots in order."""
        return tuple(self._dots)

    def show_steps(self, steps: Sequence[Dot], here: int) -> None:
        """Show how the steps stand.

        Args:
            steps: The steps in order.
            here: The place of the one that is shown, from 0.
        """
        # A lesson tells it in every frame in which something moves.
        shown = (tuple(steps), here, current_language())
        if shown == self._shown:
            return
        self._shown = shown
        while len(self._dots) > len(steps):
            gone = self._dots.pop()
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._dots) < len(steps):
            place = len(self._dots)
            dot = StepDot(place + 1, self)
            dot.clicked.connect(lambda _=False, place=place: self.step_wanted.emit(place))
            self._dots.append(dot)
            self._flow.addWidget(dot)
            dot.show()
        for place, (dot, step) in enumerate(zip(self._dots, steps, strict=True)):
            dot.show_state(step.state, is_here=place == here)
            self._explain(dot, step, place, len(steps), is_here=place == here)
        self._walk.set_members(self._dots, max(0, min(here, len(self._dots) - 1)))
        self.updateGeometry()

    def _explain(self, dot: StepDot, step: Dot, place: int, total: int, *, is_here: bool) -> None:
        state = self.tr("you are here") if is_here else self._words_of(step.state)
        name = filled(self.tr("Step {0} of {1}: {2} ({3})"), place + 1, total, step.title, state)
        explain(dot, name, name)

    def _words_of(self, state: DotState) -> str:
        match state:
            case DotState.AHEAD:
                return self.tr("not begun")
            case DotState.BEGUN:
                return self.tr("begun")
            case DotState.DONE:
                return self.tr("done")
            case DotState.SHOWN:
                return self.tr("shown to you")
            case DotState.SKIPPED:
                return self.tr("skipped")

    def _on_theme_changed(self) -> None:
        self._flow.setSpacing(theme().px(_GAP_PX))
        for dot in self._dots:
            dot.updateGeometry()
