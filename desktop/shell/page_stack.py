"""The pages made so far, one of which is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.foundation.settings import Settings
from desktop.shell.space import Space
from desktop.widgets.page import Page


class PageStack(QStackedWidget):
    """Makes a space's page when it is first needed, and speaks to all pages at once.

    Signals:
        reported(text: str, severity: str): The page that is shown wants to tell something.
        sent(space_id: str, value: object): A page wants another space to show a value.
        warned(): What is wrong, and stays so, is something else; see `warning`.
        titled(): A page's title has changed.
    """

    reported = Signal(str, str)
    sent = Signal(str, object)
    warned = Signal()
    titled = Signal()

    def __init__(
        self, settings: Settings, spaces: Sequence[Space], parent: QWidget | None = None
    ) -> None:
        """Prepare for these spaces; no page is made yet."""
        super().__init__(parent)
        self._settings = settings
        self._spaces = {space.id: space for space in spaces}
        self._pages: dict[str, Page] = {}
        self._titles: dict[str, str] = {}
        self._warnings: dict[str, str] = {}

    @property
    def current(self) -> Page | None:
        """The page that is shown, None before the first."""
        page = self.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def pages(self) -> Mapping[str, Page]:
        """The pages made so far, by the identifier of their space."""
        return self._pages

    @property
    def current_id(self) -> str:
        """The identifier of the space that is shown, or an empty text."""
        return next((id_ for id_, page in self._pages.items() if page is self.current), "")

    @property
    def current_title(self) -> str:
        """What the page that is shown wants the window to be called."""
        return self._titles.get(self.current_id, "")

    @property
    def warning(self) -> str:
        """What the pages say is wrong as long as it is, whichever is shown; '' for nothing."""
        return " ".join(text for text in self._warnings.values() if text)

    def page(self, space_id: str) -> Page:
        """Return the page of a space, made now if it was not yet."""
        if space_id not in self._pages:
            page = self._spaces[space_id].make(self._settings)
            page.reported.connect(partial(self._on_reported, page))
            page.sent.connect(self.sent)
            page.warned.connect(partial(self._on_warned, space_id))
            page.title_changed.connect(partial(self._on_title_changed, space_id))
            self._pages[space_id] = page
            self.addWidget(page)
        return self._pages[space_id]

    def snapshots(self) -> dict[str, object]:
        """Return what every page wants to keep."""
        return {space_id: page.snapshot() for space_id, page in self._pages.items()}

    def restore(self, snapshots: Mapping[str, object]) -> None:
        """Make the pages that another window had, as they were there.

        All of them, and not only the one to be shown: a page may hold work that closing the window
        has to ask about.
        """
        for space_id, snapshot in snapshots.items():
            self.page(space_id).restore(snapshot)

    def can_close(self) -> bool:
        """Ask the pages, one after the other until one refuses, whether they may go."""
        return all(page.can_close() for page in self._pages.values())

    def shut_down(self) -> None:
        """Stop what the pages have running; they may not be used afterwards."""
        for page in self._pages.values():
            page.shutdown()
        self._pages.clear()

    def _on_reported(self, page: Page, text: str, severity: str) -> None:
        if page is self.current:
            self.reported.emit(text, severity)

    def _on_warned(self, space_id: str, text: str) -> None:
        self._warnings[space_id] = text
        self.warned.emit()

    def _on_title_changed(self, space_id: str, title: str) -> None:
        self._titles[space_id] = title
        self.titled.emit()
