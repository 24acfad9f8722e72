"""Pages in one place, of which only the one that is seen asks for room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class LooseStack(QStackedWidget):
    """Is as small as its present page may be.

    What Qt knows of the size of a hidden page is old: its layouts are not told that a text in it is
    another, or that the zoom is. A page behind another would keep the window wide for it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self._on_current_changed)

    def sizeHint(self) -> QSize:
        """Return the size that suits the page that is seen."""
        page = self.currentWidget()
        return super().sizeHint() if page is None else page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the page that is seen would be cut."""
        page = self.currentWidget()
        if page is None:
            return super().minimumSizeHint()
        return page.minimumSizeHint().expandedTo(page.minimumSize())

    def _on_current_changed(self, _index: int) -> None:
        self.updateGeometry()
