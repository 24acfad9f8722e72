"""A captioned group of controls that folds when its caption is clicked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled

_CHEVRON_PX = 14
_PADDING_PX = 3


class _Caption(QAbstractButton):
    """The caption: small and muted, with a chevron when folded, hovered or focused."""

    def __init__(self, parent: QWidget, *, collapsible: bool) -> None:
        super().__init__(parent)
        self._collapsible = collapsible
        self._hovered = False
        self.is_expanded = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if collapsible else Qt.FocusPolicy.NoFocus)
        if collapsible:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        metrics = QFontMetrics(theme().font("caption"))
        width = metrics.horizontalAdvance(self.text()) + theme().px(_CHEVRON_PX + 4)
        return QSize(width, metrics.height() + 2 * theme().px(_PADDING_PX))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that is still legible."""
        return QSize(theme().px(40), self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Notice the mouse coming."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Notice the mouse leaving."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the present state."""
        painter = QPainter(self)
        font = theme().font("caption")
        painter.setFont(font)
        painter.setPen(theme().color("text" if self.hasFocus() else "text_muted"))
        chevron = theme().px(_CHEVRON_PX)
        room = self.rect().adjusted(0, 0, -chevron - 4 if self._collapsible else 0, 0)
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if self._collapsible and (self._hovered or self.hasFocus() or not self.is_expanded):
            name = "chevron-down" if self.is_expanded else "chevron-right"
            square = QRect(self.width() - chevron, (self.height() - chevron) // 2, chevron, chevron)
            theme().icon(name, "text_muted").paint(painter, square)
        painter.end()


class Section(QWidget):
    """A caption over a body; add controls with ``add`` or ``body``.

    Signals:
        expanded_changed(expanded): the body was shown or folded away.
    """

    expanded_changed = Signal(bool)

    def __init__(
        self, title: str, parent: QWidget | None = None, *, collapsible: bool = True
    ) -> None:
        super().__init__(parent)
        self._collapsible = collapsible
        self._caption = _Caption(self, collapsible=collapsible)
        self._caption.clicked.connect(self._on_caption_clicked)
        self._body_widget = QWidget(self)
        self._body = QVBoxLayout(self._body_widget)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self._caption)
        layout.addWidget(self._body_widget)
        theme_notifier().follow(self._caption.updateGeometry)
        self.set_title(title)

    @property
    def body(self) -> QVBoxLayout:
        """The layout under the caption."""
        return self._body

    @property
    def title(self) -> str:
        """The caption as it was given."""
        return self.accessibleName()

    @property
    def caption(self) -> QAbstractButton:
        """The button that folds the section."""
        return self._caption

    @property
    def is_expanded(self) -> bool:
        """Whether the body is shown."""
        return self._caption.is_expanded

    def set_title(self, title: str) -> None:
        """Change the caption, which is drawn as it is written: capitals would change a symbol."""
        if title == self.title:
            return
        self._caption.setText(title)
        self._caption.setAccessibleName(title)
        self.setAccessibleName(title)
        if self._collapsible:
            explain(self._caption, None, filled(self.tr("Show or hide “{0}”"), title))
        self._caption.updateGeometry()

    def add(self, child: QWidget | QLayout) -> None:
        """Append a widget or a layout to the body."""
        if isinstance(child, QWidget):
            self._body.addWidget(child)
        else:
            self._body.addLayout(child)

    def set_expanded(self, expanded: bool) -> None:
        """Show the body or fold it away."""
        if expanded == self.is_expanded:
            return
        self._caption.is_expanded = expanded
        self._caption.update()
        self._body_widget.setVisible(expanded)
        self.expanded_changed.emit(expanded)

    def _on_caption_clicked(self) -> None:
        if self._collapsible:
            self.set_expanded(not self.is_expanded)
