"""What may keep company with the pages, and what of the window it acts on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop.foundation.settings import Settings
from desktop.widgets.panels.companion_place import CompanionPlace
from desktop.widgets.panels.page import Page

if TYPE_CHECKING:
    from desktop.shell.main_window import MainWindow


class Companion(Protocol):
    """Something that stands beside the pages and leads through them.

    Like a page it is made anew when the language changes, by `snapshot` and `restore`.
    """

    @property
    def widget(self) -> QWidget:
        """What is seen of it."""

    @property
    def changed(self) -> SignalInstance:
        """It has begun or ended something (see `is_running`)."""

    @property
    def is_running(self) -> bool:
        """Whether it is in the middle of something, so that folding leaves an edge of it."""

    def stand(self, place: CompanionPlace) -> None:
        """Lay itself out for a place."""

    def show_file(self, path: Path) -> None:
        """Show what is in a file of its own kind; it says itself what is wrong with one."""

    def show_named(self, name: str) -> bool:
        """Show what the command line names; tell whether there is such a thing."""

    def snapshot(self) -> object:
        """Return what `restore` needs to go on in one made anew."""

    def restore(self, snapshot: object) -> None:
        """Take over what another one has given by `snapshot`."""

    def retire(self) -> None:
        """Give up what the one made in its place has taken over."""

    def step_back(self) -> None:
        """Give the pages back what is theirs, because the window is about to close."""

    def shutdown(self) -> None:
        """Stop for good whatever it has running."""


class WindowStage(QObject):
    """The part of a window that a companion may use.

    Signals:
        shown(space_id: str): The page of a space is shown, perhaps one made anew.
    """

    shown = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.shown.connect(self.shown)

    @property
    def spaces(self) -> Mapping[str, str]:
        """The titles of all spaces by their identifiers, in the order of the switcher."""
        return {id_: space.title for id_, space in self._window.spaces.items()}

    @property
    def space(self) -> str:
        """The identifier of the space that is shown."""
        return self._window.stack.current_id

    @property
    def is_busy(self) -> bool:
        """Whether a page is being made, to be shown when it stands."""
        return self._window.is_busy

    def show_space(self, space_id: str) -> None:
        """Show the page of a space; `shown` tells when it is there."""
        self._window.visit(space_id)

    def page(self, space_id: str) -> Page | None:
        """Return the page of a space; None while it was never shown."""
        return self._window.stack.pages.get(space_id)

    def open(self) -> None:
        """Show the companion whole."""
        self._window.companion.open()

    def fold(self) -> None:
        """Fold the companion."""
        self._window.companion.fold()


MakeCompanion = Callable[[WindowStage, Settings], Companion]
