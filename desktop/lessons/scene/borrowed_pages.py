"""The pages that a lesson has borrowed: own work put aside, parts hidden, facts listened to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, SignalInstance
from shiboken6 import isValid

from desktop.lessons.scene.spotlight import Spotlight
from desktop.lessons.scene.stage import Stage
from desktop.widgets.panels.page import Page
from engine.lessons.facts import Facts
from engine.lessons.files import LessonFiles
from engine.lessons.vocabulary.facts import veils_of


class BorrowedPages(QObject):
    """Borrows the pages of some spaces as they are shown, and gives them back.

    A page may be made anew any time; what is hidden on the old one is hidden on the new one before
    anybody has seen it.

    Signals:
        facts_changed(): Some fact of the page that is shown may be another one.
        shown(space_id: str): A page is there, and borrowed if its space is one of the lesson's.
        own_wanted(): Something of one's own is about to be shown on a borrowed page.
        pointed(on: str, place: tuple[float, float]): A place of a plot was clicked.
    """

    facts_changed = Signal()
    shown = Signal(str)
    own_wanted = Signal()
    pointed = Signal(str, object)

    def __init__(
        self, stage: Stage, spaces: tuple[str, ...], title: str, parent: QObject | None = None
    ) -> None:
        """Borrow nothing yet.

        Args:
            stage: Shows the pages.
            spaces: Those in which a lesson does something.
            title: What the window's title says of what it shows.
            parent: Its owner.
        """
        super().__init__(parent)
        self._stage, self._spaces, self._title = stage, spaces, title
        self._hidden: frozenset[str] = frozenset()
        self._pages: dict[str, Page] = {}
        self._light: Spotlight | None = None
        self._is_over = False
        stage.shown.connect(self._on_shown)

    @property
    def stage(self) -> Stage:
        """What shows the pages."""
        return self._stage

    @property
    def page(self) -> Page | None:
        """The page that is shown, where the lesson has borrowed it."""
        return self._pages.get(self._stage.space)

    @property
    def facts(self) -> Facts:
        """The facts of the page that is shown; none of one that is not borrowed."""
        page = self.page
        return {} if page is None else page.hooks().facts()

    @property
    def is_settled(self) -> bool:
        """Whether a borrowed page is shown, and nothing on it computes or moves."""
        page = self.page
        return page is not None and not self._stage.is_busy and page.is_settled()

    def states(self) -> dict[str, dict[str, Any]]:
        """Return what would show on each borrowed page what is there, by the space."""
        return {space: page.hooks().state() for space, page in self._living()}

    def take_in(self, space: str) -> Page | None:
        """Borrow the page of a space if it stands.

        Raises:
            EngineError: One's own work could not be put aside; nothing has changed.
        """
        page = self._stage.page(space)
        if page is None or space not in self._spaces:
            return page
        page.put_aside()
        page.set_borrowed_title(self._title)
        if self._pages.get(space) is not page:
            self._pages[space] = page
            page.hooks().facts_changed.connect(self._on_facts_changed)
            page.hooks().pointed.connect(self._on_pointed)
            for signal in _own_wanted_of(page):
                signal.connect(self._on_own_wanted)
            page.hooks().set_hidden(self._hidden)
        return page

    def opening(
        self,
        space: str,
        state: Mapping[str, Any],
        files: LessonFiles,
        hidden: Callable[[], frozenset[str]],
    ) -> Iterator[None]:
        """Show a state on the page of a space, which stands, piece by piece.

        Nobody sees what is half shown: the page is painted again when all is there.

        Args:
            space: The space.
            state: What its page is to show.
            files: The files that the state names.
            hidden: Tells which parts and kinds of numbers are to be hidden once that is there.

        Raises:
            EngineError: One's own work cannot be put aside, or the state cannot be shown.
        """
        page = self.take_in(space)
        if page is None:
            return
        yield
        pieces = page.hooks().opening(state, files)
        page.setUpdatesEnabled(False)
        try:
            for _ in pieces:
                yield
                if not isValid(page):
                    return
            self._hidden = hidden()
            for _ in page.hooks().hiding(self._hidden):
                yield
                if not isValid(page):
                    return
            for other, beside in self._living():
                if other != space:
                    beside.hooks().set_hidden(self._hidden)
        finally:
            if isValid(page):
                page.setUpdatesEnabled(True)

    def has_command(self, name: str) -> bool:
        """Tell whether the page that is shown knows a command."""
        return self.page is not None and name in self.page.hooks().commands()

    def command(self, name: str, *arguments: object) -> None:
        """Do something on the page that is shown, by name; nothing where it does not know that.

        Raises:
            EngineError: It cannot be done.
        """
        if self.page is not None and self.has_command(name):
            self.page.hooks().commands()[name].run(*arguments)

    def show_points(self, on: str, points: Sequence[tuple[float, float]]) -> None:
        """Show on a plot of the page what was answered by pointing."""
        if self.page is not None:
            self.page.hooks().show_points(on, points)

    def hide(self, names: frozenset[str]) -> None:
        """Hide these parts and kinds of numbers on all borrowed pages, and show all others."""
        self._hidden = names
        for _, page in self._living():
            page.hooks().set_hidden(names)

    @property
    def hidden(self) -> frozenset[str]:
        """What is hidden."""
        return self._hidden

    def tells(self, name: str) -> bool:
        """Tell whether a fact's number is not hidden on the page that is shown."""
        if self._hidden.isdisjoint(veils_of(name)):
            return True
        return self.page is not None and self.page.hooks().tells(name)

    def point_at(self, name: str, *, or_page: bool = False) -> None:
        """Ring a part of the page that is shown; nothing if it has no such part.

        Args:
            name: The part's name; empty for none.
            or_page: Whether the whole page is ringed where there is no such part.
        """
        if self._light is not None and isValid(self._light):
            self._light.hide()
            self._light.deleteLater()
        self._light = None
        page = self.page
        if page is None:
            return
        part = page.hooks().parts().get(name) if name else None
        if part is None and or_page:
            part = page
        if part is not None:
            self._light = Spotlight(page, part)
            self._light.show()

    def give_back(self) -> None:
        """Bring one's own work back on all pages, with nothing hidden; borrow none any more."""
        if self._is_over:
            return
        self._is_over = True
        self._stage.shown.disconnect(self._on_shown)
        self.point_at("")
        for _, page in self._living():
            self._disconnect(page)
            page.hooks().set_hidden(frozenset())
            page.bring_back()
        self._pages.clear()

    def let_go(self) -> None:
        """Listen to no page any more; the pages themselves are about to end."""
        if self._is_over:
            return
        self._is_over = True
        self._stage.shown.disconnect(self._on_shown)
        for _, page in self._living():
            self._disconnect(page)
        self._pages.clear()

    def _living(self) -> list[tuple[str, Page]]:
        return [(space, page) for space, page in self._pages.items() if isValid(page)]

    def _on_shown(self, space: str) -> None:
        self.shown.emit(space)

    def _disconnect(self, page: Page) -> None:
        page.hooks().facts_changed.disconnect(self._on_facts_changed)
        page.hooks().pointed.disconnect(self._on_pointed)
        for signal in _own_wanted_of(page):
            signal.disconnect(self._on_own_wanted)

    def _on_facts_changed(self) -> None:
        self.facts_changed.emit()

    def _on_pointed(self, on: str, place: tuple[float, float]) -> None:
        self.pointed.emit(on, place)

    def _on_own_wanted(self) -> None:
        self.own_wanted.emit()


def _own_wanted_of(page: Page) -> list[SignalInstance]:
    """Return what says that one's own is about to be shown: no space that keeps files forgets."""
    files = page.document_files
    return [page.own_wanted] if files is None else [page.own_wanted, files.own_wanted]
