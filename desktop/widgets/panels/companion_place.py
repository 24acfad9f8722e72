"""Where a companion of the pages stands, which decides how it lays itself out."""

from __future__ import annotations

from enum import Enum


class CompanionPlace(Enum):
    """How a companion is shown.

    Attributes:
        SIDE: A column left of the page.
        STRIP: A strip below the page, where the window is too small for a column.
        CAPTION: A low strip below the page while that is presented to an audience.
        FOLDED: A narrow edge that only says that it is there, and opens it.
    """

    SIDE = "side"
    STRIP = "strip"
    CAPTION = "caption"
    FOLDED = "folded"
