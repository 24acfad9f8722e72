"""The sentence beside the pointer: why a wire is refused, what a modifier does."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme

_OFFSET = QPoint(18, 20)
_WIDEST = 320
_GAP = 8


class PointerHint(PlainLabel):
    """A small label over the viewport that takes no mouse events."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setWordWrap(True)
        self.setAccessibleName(self.tr("Hint"))
        self.hide()

    def show_text(self, text: str, at: QPoint, *, is_refusal: bool = False) -> None:
        """Show a sentence near a place of the viewport; an empty one hides the label.

        Args:
            text: The sentence.
            at: The pointer.
            is_refusal: Whether something is refused; it is then framed and marked.
        """
        self._show(text, at + _OFFSET, at.y() - _GAP, is_refusal=is_refusal)

    def show_beside(self, text: str, area: QRect, *, is_refusal: bool = False) -> None:
        """Show a sentence below an area of the viewport, or above it, so that it stays in sight.

        Args:
            text: The sentence; an empty one hides the label.
            area: What the sentence is about.
            is_refusal: Whether something is refused; it is then framed and marked.
        """
        below = QPoint(area.left(), area.bottom() + _GAP)
        self._show(text, below, area.top() - _GAP, is_refusal=is_refusal)

    def _show(self, text: str, place: QPoint, bottom_above: int, *, is_refusal: bool) -> None:
        if not text:
            self.hide()
            return
        shown = f"⚠ {text}" if is_refusal else text
        self.setStyleSheet(_style(is_refusal))
        self.setText(shown)
        width = self.fontMetrics().horizontalAdvance(shown) + 2 * theme().px(14)
        self.setFixedWidth(min(theme().px(_WIDEST), width))
        self.adjustSize()
        room = self._ground.rect()
        place.setX(max(4, min(place.x(), room.right() - self.width() - 4)))
        if place.y() + self.height() > room.bottom() - 4:
            place.setY(bottom_above - self.height())
        self.move(place)
        self.show()
        self.raise_()


def _style(is_refusal: bool) -> str:
    ground, text = ("error_ground", "error") if is_refusal else ("tooltip", "tooltip_text")
    border = theme().color("error" if is_refusal else "tooltip")
    return (
        f"background: {_css(theme().color(ground))}; color: {_css(theme().color(text))};"
        f"border: 1px solid {_css(border)}; border-radius: {theme().px(6)}px;"
        f"padding: {theme().px(5)}px {theme().px(9)}px; font-size: {theme().px(13)}px;"
    )


def _css(color: QColor) -> str:
    return color.name(QColor.NameFormat.HexArgb)
