"""A lesson in a list: how it stands, its title, how long it takes and what it trains."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled

_PADDING_PX, _ICON_PX, _GAP_PX, _RADIUS_PX, _WIDTH_PX = 8, 18, 8, 6, 280
# More of them would be read by nobody.
_MOST_SKILLS = 3
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)


class LessonState(Enum):
    """How a lesson stands: nothing done, some steps done, or all of them."""

    NEW = "new"
    BEGUN = "begun"
    DONE = "done"


# Its icon and that one's colour; a new lesson has a hollow circle.
_ICONS = {
    LessonState.BEGUN: ("step-forward", "accent"),
    LessonState.DONE: ("circle-check", "success"),
}


@dataclass(frozen=True, slots=True)
class LessonCard:
    """A lesson as it is listed.

    Attributes:
        id: Its name.
        title: Its title, plain text.
        summary: One paragraph, plain text.
        skills: The titles of what it trains, translated.
        minutes: How long it takes.
        state: How it stands.
        here: The number of the step that comes next, from 1; 0 where it was not begun.
        steps: How many steps it has.
    """

    id: str
    title: str
    summary: str = ""
    skills: tuple[str, ...] = ()
    minutes: int = 0
    state: LessonState = LessonState.NEW
    here: int = 0
    steps: int = 0


class LessonButton(QAbstractButton):
    """Opens a lesson; as high as its texts need at its width."""

    def __init__(self, card: LessonCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = card
        self._is_hovered = False
        self._details = self._details_text()
        # Asked for at many widths, again and again, by the boxes round it.
        self._measured: dict[tuple[int, float], tuple[QRect, QRect]] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(card.title)
        name = ", ".join(part for part in (card.title, self._state_text(), self._details) if part)
        explain(self, name, card.summary or card.title)
        theme_notifier().follow(self.updateGeometry)

    @property
    def card(self) -> LessonCard:
        """What it shows."""
        return self._card

    @property
    def details(self) -> str:
        """What stands below the title."""
        return self._details

    def sizeHint(self) -> QSize:
        """Return a size as wide as a column."""
        width = theme().px(_WIDTH_PX)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that is still legible."""
        return QSize(theme().px(120), theme().px(_ICON_PX + 2 * _PADDING_PX))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that both texts need."""
        title, details = self._rooms(width)
        return (details if self._details else title).bottom() + 1 + theme().px(_PADDING_PX)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Notice the mouse coming."""
        self._is_hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Notice the mouse leaving."""
        self._is_hovered = False
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the lesson with Enter as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the state, the title and the details."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, frame = theme().px(_RADIUS_PX), self.rect().adjusted(1, 1, -1, -1)
        border = QPen(theme().color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen
        painter.setPen(border)
        painter.setBrush(theme().color("control_hover" if self._is_hovered else "panel"))
        painter.drawRoundedRect(frame, radius, radius)
        self._paint_state(painter)
        title, details = self._rooms(self.width())
        painter.setFont(theme().font("label"))
        painter.setPen(theme().color("text"))
        painter.drawText(title, _WRAPPED, self._card.title)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().color("text_muted"))
        painter.drawText(details, _WRAPPED, self._drawn_details())
        painter.end()

    def _paint_state(self, painter: QPainter) -> None:
        size, padding = theme().px(_ICON_PX), theme().px(_PADDING_PX)
        square = QRect(padding, padding, size, size)
        icon = _ICONS.get(self._card.state)
        if icon is not None:
            theme().icon(*icon).paint(painter, square)
        else:
            painter.setPen(QPen(theme().color("text_muted"), 1.5 * theme().scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(square.adjusted(2, 2, -2, -2))

    def _rooms(self, width: int) -> tuple[QRect, QRect]:
        """Return where title and details stand at a width."""
        asked = (width, theme().scale)
        if asked not in self._measured:
            self._measured[asked] = self._measure(width)
        return self._measured[asked]

    def _measure(self, width: int) -> tuple[QRect, QRect]:
        padding = theme().px(_PADDING_PX)
        left = padding + theme().px(_ICON_PX + _GAP_PX)
        room = QRect(left, padding, max(1, width - left - padding), 100_000)
        title = QFontMetrics(theme().font("label")).boundingRect(room, _WRAPPED, self._card.title)
        title.setWidth(room.width())
        room.setTop(title.bottom() + 1)
        details = QFontMetrics(theme().font("small")).boundingRect(
            room, _WRAPPED, self._drawn_details()
        )
        details.setWidth(room.width())
        return title, details

    def _drawn_details(self) -> str:
        """Return the details as they are drawn: no line begins with the dot between two of them."""
        return self._details.replace(" · ", "\u00a0· ")

    def _details_text(self) -> str:
        parts = []
        if self._card.minutes:
            parts.append(filled(self.tr("{0} min"), self._card.minutes))
        if self._card.state is LessonState.BEGUN:
            parts.append(filled(self.tr("step {0} of {1}"), self._card.here, self._card.steps))
        parts += self._card.skills[:_MOST_SKILLS]
        if len(self._card.skills) > _MOST_SKILLS:
            parts.append("…")
        return " · ".join(parts)

    def _state_text(self) -> str:
        match self._card.state:
            case LessonState.NEW:
                return self.tr("not begun")
            case LessonState.BEGUN:
                return self.tr("begun")
            case LessonState.DONE:
                return self.tr("done")
