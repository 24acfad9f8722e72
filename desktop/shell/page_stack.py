"""The pages made so far, one of which is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QMetaObject, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.desk.settling import Delay
from desktop.foundation.overrides import keep_overrides
from desktop.foundation.settings import Settings
from desktop.shell.space import Space
from desktop.tasks.garbage import collect_soon
from desktop.widgets.panels.loose_stack import LooseStack
from desktop.widgets.panels.page import Page

# How often it is asked whether a page that has gone has closed its dialogs.
_PATIENCE_MS = 100


class PageStack(LooseStack):
    """Makes a space's page when it is first needed, and speaks to all pages at once.

    A page made in another language than the one in force goes on as it is, with its work, its tasks
    and its recovery copy, until its space is shown: then it is made anew (`make_anew`).

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
        self._connections: dict[str, list[QMetaObject.Connection]] = {}
        self._stale: set[str] = set()
        # Pages that are being made, or are made and not shown yet.
        self._unseen: dict[str, Page] = {}
        # Pages that are shut down and hidden.
        self._gone: list[Page] = []
        self._later = Delay(_PATIENCE_MS, self.let_go, self)

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
        # What several pages say in the same words is said once.
        return " ".join(dict.fromkeys(text for text in self._warnings.values() if text))

    def page(self, space_id: str) -> Page:
        """Return the page of a space, made now if it was not yet, or not in this language."""
        for _ in self.pieces(space_id):
            pass
        if space_id in self._stale:
            self._renew(space_id)
        elif space_id not in self._pages:
            self._add(space_id, self._unseen.pop(space_id))
        return self._pages[space_id]

    def is_ready(self, space_id: str) -> bool:
        """Tell whether a space's page stands in this language, though perhaps not in this look."""
        return space_id in self._pages and space_id not in self._stale

    def pieces(self, space_id: str) -> Iterator[None]:
        """Do in pieces what `page` and the showing of that page would do at once.

        The page that is shown stays usable between them, and is not touched. Whoever stops may go
        on later.
        """
        if self.is_ready(space_id):
            yield from self._pages[space_id].pieces()
            return
        if space_id not in self._unseen:
            made = self._spaces[space_id].make(self._settings)
            made.setParent(self)
            made.resize(self.size())
            self._unseen[space_id] = made
            yield
            # Its modules may have been loaded just now.
            keep_overrides()
            yield
        page = self._unseen[space_id]
        yield from page.pieces()
        if (layout := page.layout()) is not None:
            # What its texts and tables measure is remembered.
            layout.activate()
            yield

    def finish_making(self) -> None:
        """Make whole at once what is half made, because what it is made of is about to change."""
        for space_id in list(self._unseen):
            for _ in self.pieces(space_id):
                pass

    def make_anew(self) -> None:
        """Let every page be made anew before it is shown: another language is in force.

        Until then each goes on as it is: a page may hold work that closing the window has to ask
        about. To make anew at once what nobody looks at would only keep the window from answering.
        """
        self._stale.update(self._pages)
        # What was half made in the language before is nobody's.
        self._gone += self._stop_unseen()
        self.let_go()

    def _renew(self, space_id: str) -> None:
        page = self._unseen.pop(space_id)
        self._warnings.pop(space_id, None)
        # What the new one says while it takes over is heard.
        connections = self._connect(space_id, page)
        page.take_over(self._pages[space_id])
        # Not before the new one stands: what cannot be made anew is not lost.
        old = self._give_up(space_id)
        self._insert(space_id, page, connections)
        if self.currentWidget() is old:
            # Before the old one is taken out, in whose place another would be shown.
            self.setCurrentWidget(page)
        self.removeWidget(old)
        old.shutdown()
        self._gone.append(old)

    def let_go(self) -> None:
        """Delete the pages in whose place others are; it takes as long as a painting.

        One over which a dialog or a menu is open waits until it is answered: whoever asks goes on
        with what the page has.
        """
        asking = {ancestor for window in _open_windows() for ancestor in _ancestors(window)}
        gone, self._gone = self._gone, [page for page in self._gone if page in asking]
        for page in gone:
            if page not in asking:
                page.deleteLater()
                collect_soon()
        if self._gone:
            self._later.start()

    def _add(self, space_id: str, page: Page) -> None:
        self._insert(space_id, page, self._connect(space_id, page))

    def _insert(self, space_id: str, page: Page, connections: list[QMetaObject.Connection]) -> None:
        self._pages[space_id] = page
        self._connections[space_id] = connections
        self.addWidget(page)

    def _connect(self, space_id: str, page: Page) -> list[QMetaObject.Connection]:
        return [
            page.reported.connect(partial(self._on_reported, page)),
            page.sent.connect(self.sent),
            page.warned.connect(partial(self._on_warned, space_id)),
            page.title_changed.connect(partial(self._on_title_changed, space_id)),
        ]

    def _give_up(self, space_id: str) -> Page:
        for connection in self._connections.pop(space_id):
            QObject.disconnect(connection)
        self._stale.discard(space_id)
        return self._pages.pop(space_id)

    def shut_down(self) -> None:
        """Stop what the pages have running; they may not be used afterwards."""
        self._gone += self._stop_unseen()
        self.let_go()
        for page in self._pages.values():
            page.shutdown()
        self._pages.clear()

    def _stop_unseen(self) -> list[Page]:
        pages = list(self._unseen.values())
        # One half made cannot be asked to stop.
        self.finish_making()
        self._unseen.clear()
        for page in pages:
            page.shutdown()
        return pages

    def _on_reported(self, page: Page, text: str, severity: str) -> None:
        if page is self.current:
            self.reported.emit(text, severity)

    def _on_warned(self, space_id: str, text: str) -> None:
        self._warnings[space_id] = text
        self.warned.emit()

    def _on_title_changed(self, space_id: str, title: str) -> None:
        self._titles[space_id] = title
        self.titled.emit()


def _open_windows() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def _ancestors(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()
