"""Which changes are one drag: those of one control that follow each other quickly."""

from __future__ import annotations

from collections.abc import Callable

_ONE_DRAG_S = 1.0


class Drags:
    """Gives changes the key by which a history merges them into one step."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Begin without a drag.

        Args:
            clock: Returns the time in seconds.
        """
        self._clock = clock
        self._drag, self._changed_at = object(), clock()

    def key(self, touched: frozenset[str]) -> object | None:
        """Return the key of a change that comes now; None for one that stands alone.

        Args:
            touched: The names of what it changes. What changes several things is no drag.
        """
        now = self._clock()
        if now - self._changed_at > _ONE_DRAG_S:
            self._drag = object()
        self._changed_at = now
        return (self._drag, touched) if len(touched) == 1 else None

    def end(self) -> None:
        """Let the next change begin a drag of its own."""
        self._drag = object()
