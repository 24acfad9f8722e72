"""A page with so much in it that events are handled while it is made."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.foundation.settings import Settings
from desktop.foundation.theme import dress
from desktop.widgets.panels.page import Page
from desktop.widgets.panels.slow_to_measure import SlowToMeasure


class PageInPieces(Page):
    """Makes its panels one after the other in `making`, in as many turns as whoever waits wants."""

    def __init__(
        self, settings: Settings, parent: QWidget | None = None, *, in_pieces: bool = False
    ) -> None:
        """Make the page.

        Args:
            settings: What it follows.
            parent: Its owner.
            in_pieces: Make nothing yet: whoever wants the page takes its `pieces` first.
        """
        super().__init__(parent, settings)
        self._settings = settings
        self._is_made = False
        self._making = self._make()
        if not in_pieces:
            for _ in self._making:
                pass

    def _make(self) -> Iterator[None]:
        yield from self.making()
        self._is_made = True
        self.fit()

    def making(self) -> Iterator[None]:
        """Make what is in the page; where it yields, events may be handled.

        Nothing may count on coming straight after what stands before a yield, and a piece is to
        take no longer than a frame or two.
        """
        raise NotImplementedError(f"{type(self).__name__} does not say how it is made")

    def fit(self) -> None:
        """Share out the size that the page has; called when all of it is made, and when it changes.

        A page that is half made has a size too, and Qt may tell it any time: when something else in
        the window is painted into a picture, for one.
        """

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new size, once there is something to share it."""
        super().resizeEvent(event)
        if self._is_made:
            self.fit()

    def _measured(self) -> Iterator[None]:
        for widget in self.findChildren(QWidget):
            if not isinstance(widget, SlowToMeasure):
                continue
            # Events between two of them may have taken one away.
            if isValid(widget) and widget.isVisibleTo(self):
                widget.measure()
                yield

    def be_dressed(self) -> None:
        """Put the style sheet on; what is half made is dressed when it stands."""
        if self._is_made:
            super().be_dressed()

    def pieces(self) -> Iterator[None]:
        """Make and dress the page, panel by panel."""
        for _ in self._making:
            yield
        yield
        yield from self._measured()
        if not self.is_dressed:
            for part in self.parts():
                dress(part)
                yield
                part.ensurePolished()
                yield
            self.be_dressed()
            yield
        yield from super().pieces()
