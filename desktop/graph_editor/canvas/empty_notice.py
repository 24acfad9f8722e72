"""What an empty canvas says: how a graph is begun."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme

_WIDTH_PX = 460


class EmptyNotice(PlainLabel):
    """A few lines in the middle of the canvas while nothing stands there; clicks go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(
            self.tr(
                "Nothing is here yet.\n\n"
                "Drag an operation from the palette onto the canvas,\n"
                "double-click or press Tab to search for one,\n"
                "or type a formula above, such as (x + y)*z, and press Enter."
            )
        )
        self.setProperty("kind", "muted")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def stand_in(self, area: QRect) -> None:
        """Stand in the middle of an area of the parent."""
        width = min(theme().px(_WIDTH_PX), area.width())
        room = QRect(0, 0, width, min(area.height(), self.heightForWidth(width)))
        room.moveCenter(area.center())
        self.setGeometry(room)
