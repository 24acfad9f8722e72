"""The bar that tells the user one thing, without stopping the work."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.looks import set_look
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier

Severity = Literal["info", "warning", "error"]

# Each severity's icon and the colour it is drawn in.
_ICONS: dict[str, tuple[str, str]] = {
    "info": ("info", "accent"),
    "warning": ("triangle-alert", "warning"),
    "error": ("circle-alert", "error"),
}
_ICON_SIZE = 18
# For the border, and because a line measures a little more laid out than its letters do.
_SPARE_PX = 4


class MessageBar(QFrame):
    """One message with a severity, shown by an icon and a colour; hidden when empty.

    Signals:
        changed(): it says something else, or nothing.
        closed(): the user closed the bar.
    """

    changed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_lasting: bool = False) -> None:
        """Make an empty bar.

        Args:
            parent: Where it is.
            is_lasting: Whether its messages stay until they are taken away: nobody closes it.
        """
        super().__init__(parent)
        self._severity: Severity = "info"
        self.setProperty("kind", "message")
        self.setProperty("severity", self._severity)
        self._icon = PlainLabel(self)
        self._text = PlainLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self.follow_language()
        self._close.clicked.connect(self._on_close_clicked)
        self._close.setVisible(not is_lasting)
        self._is_lasting = is_lasting
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._close)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    @property
    def text(self) -> str:
        """The message shown now, or ''."""
        return self._text.text()

    @property
    def severity(self) -> Severity:
        """How serious the message is."""
        return self._severity

    @property
    def can_be_closed(self) -> bool:
        """Whether the user can take the message away."""
        return not self._is_lasting

    @property
    def natural_width(self) -> int:
        """How wide it is with the message on one line, in pixels."""
        self.ensurePolished()
        line = self._text.fontMetrics().horizontalAdvance(self._text.text())
        return line + self._width_beside() + _SPARE_PX

    def height_at(self, width: int) -> int:
        """Return the height that the message takes at a width, both in pixels."""
        margins, beside = self._row.contentsMargins(), self._width_beside()
        text = self._text.heightForWidth(max(1, width - beside - _SPARE_PX))
        tallest = max(text, self._icon.sizeHint().height(), self._close_size().height())
        return tallest + margins.top() + margins.bottom() + _SPARE_PX

    def _width_beside(self) -> int:
        layout = self._row
        margins = layout.contentsMargins()
        gaps = layout.spacing() * (1 if self._is_lasting else 2)
        inside = self._icon.sizeHint().width() + self._close_size().width() + gaps
        return inside + margins.left() + margins.right()

    def _close_size(self) -> QSize:
        return QSize(0, 0) if self._is_lasting else self._close.sizeHint()

    def show_message(self, text: str, severity: Severity = "info") -> None:
        """Show one sentence; it replaces the one before."""
        self._severity = severity
        self._text.setText(text)
        set_look(self, "severity", severity)
        self.setAccessibleName(text)
        self._on_theme_changed()
        self.setVisible(bool(text))
        self.changed.emit()

    def follow_language(self) -> None:
        """Say in the language in force what the button does; the message is whoever's it is."""
        explain(self._close, self.tr("Close this message"), self.tr("Close this message"))

    def clear(self) -> None:
        """Hide the bar."""
        self._text.clear()
        self.setAccessibleName("")
        self.hide()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys described above and pass on all others."""
        if event.key() == Qt.Key.Key_Escape and not self._is_lasting:
            self._on_close_clicked()
        else:
            super().keyPressEvent(event)

    def _on_close_clicked(self) -> None:
        self.clear()
        self.closed.emit()

    def _on_theme_changed(self) -> None:
        size = round(_ICON_SIZE * theme().scale)
        icon = theme().icon(*_ICONS[self._severity])
        self._icon.setPixmap(icon.pixmap(size, size))
        self._close.setIcon(theme().icon("x"))
