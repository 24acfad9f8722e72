"""A space of the application: its name, its icon, and how its page is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.foundation.settings import Settings
from desktop.widgets.panels.page import Page


@dataclass(frozen=True)
class Space:
    """One of the rooms that the switcher at the top leads to.

    Attributes:
        id: What settings and the command line call it, such as ``"graph"``.
        title: What the switcher calls it, in the user's language.
        summary: What can be done there, in one sentence, for the tooltip.
        icon: The name of its icon.
        make: Makes its page, which may leave most of that to its `pieces`. It is called when the
            space is first shown, and imports what the page needs only then.
    """

    id: str
    title: str
    summary: str
    icon: str
    make: Callable[[Settings], Page]
