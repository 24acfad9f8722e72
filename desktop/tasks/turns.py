"""Work that only the interface's thread can do, such as making widgets, in turns of its loop."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer

# How long one turn of the event loop is worked before events are handled again. A piece that takes
# long, as a style sheet does, comes on top of it: together they are to stay within three frames.
SLICE_S = 0.006

# What a piece yields after which events are to be handled, however little time it took: what it
# asked for, such as a painting, is then done before the next piece.
PAUSE: Final = object()


class Turns(QObject):
    """Takes the pieces of one piece of work after the other, and lets events happen between.

    A piece may ask a question, whose dialog handles events: whatever then comes, the piece goes on
    when the question is answered, and what began meanwhile comes after it.

    What the work is to end with is its own last piece, and what it is to leave behind when it is
    given up stands in its `finally`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Do nothing yet."""
        super().__init__(parent)
        self._pieces: Iterator[object] | None = None
        self._is_at_work = False
        self._timer = QTimer(self)
        # Not 0, which would keep requests to paint from being handled.
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_busy(self) -> bool:
        """Whether there is work that has not come to its end."""
        return self._pieces is not None

    @property
    def is_at_work(self) -> bool:
        """Whether a piece is being done right now, and asks for this."""
        return self._is_at_work

    def begin(self, pieces: Iterator[object]) -> None:
        """Give up what is under way and begin with something else, as far as one turn takes it."""
        self.give_up()
        self._pieces = pieces
        self._timer.start()
        self._on_timeout()

    def finish(self) -> None:
        """Do the rest at once; asked within a piece, which cannot be, it goes on in turns."""
        while self._pieces is not None and not self._is_at_work:
            self._turn(math.inf)

    def give_up(self) -> None:
        """Leave what is under way unfinished."""
        pieces, self._pieces = self._pieces, None
        self._timer.stop()
        if not self._is_at_work:
            _close(pieces)

    def _on_timeout(self) -> None:
        if not self._is_at_work:
            self._turn(time.perf_counter() + SLICE_S)

    def _turn(self, end: float) -> None:
        pieces = self._pieces
        is_over = True
        self._is_at_work = True
        try:
            while pieces is not None and pieces is self._pieces:
                if next(pieces) is PAUSE or time.perf_counter() >= end:
                    is_over = False
                    return
        except StopIteration:
            pass
        finally:
            self._is_at_work = False
            if pieces is not self._pieces:
                # Given up by its own piece, while it could not be closed.
                _close(pieces)
            elif is_over:
                self._pieces = None
                self._timer.stop()


def _close(pieces: Iterator[object] | None) -> None:
    close = getattr(pieces, "close", None)
    if close is not None:
        close()
