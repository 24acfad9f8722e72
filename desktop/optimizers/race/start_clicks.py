"""A start that is set by a click, and not by the first half of a double click."""

from __future__ import annotations

from collections.abc import Callable

Place = tuple[float, float]


class StartClicks:
    """Remembers where the start was before the last click, to put it back there."""

    def __init__(self, set_start: Callable[[float, float], object]) -> None:
        """Take what sets a start, by its two coordinates."""
        self._set_start = set_start
        self._here: Place | None = None
        self._before: Place | None = None

    def show(self, place: Place) -> None:
        """Take note of where the start is."""
        self._here = place

    def click(self, x: float, y: float) -> None:
        """Set the start by a click."""
        self._before = self._here
        self._set_start(x, y)

    def take_back(self) -> None:
        """Put the start back where the last click found it."""
        before, self._before = self._before, None
        if before is not None:
            self._set_start(*before)
