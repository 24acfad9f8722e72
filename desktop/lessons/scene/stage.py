"""What a lesson may use of the window: spaces, their pages, and which one is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import SignalInstance

from desktop.widgets.panels.page import Page


class Stage(Protocol):
    """Shows spaces, whose pages may be made anew at any time, as when the language changes."""

    @property
    def shown(self) -> SignalInstance:
        """Sent with a space's identifier when its page is shown, perhaps one made anew."""

    @property
    def spaces(self) -> Mapping[str, str]:
        """The titles of all spaces by their identifiers."""

    @property
    def space(self) -> str:
        """The identifier of the space that is shown."""

    @property
    def is_busy(self) -> bool:
        """Whether a page is being made, to be shown when it stands."""

    def show_space(self, space_id: str) -> None:
        """Show the page of a space; `shown` tells when it is there."""

    def page(self, space_id: str) -> Page | None:
        """Return the page of a space; None while it was never shown."""

    def open(self) -> None:
        """Show what shows the lesson."""

    def fold(self) -> None:
        """Fold what shows the lesson."""
