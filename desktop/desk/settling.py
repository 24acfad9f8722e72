"""Coming to rest: what computes, moves or waits is found by Qt's tree of objects."""

from __future__ import annotations

from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid


class Settling:
    """Takes part in the rest of what stands above it: a second base beside a class of Qt.

    Whoever is one and has a parent is asked and ended with it; nobody passes that on by hand.
    """

    @property
    def is_settled(self) -> bool:
        """Whether nothing of its own computes, moves or waits; what stands below answers itself."""
        return True

    def shutdown(self) -> None:
        """Stop for good what is its own; it does not begin again afterwards."""


class Delay(QTimer, Settling):
    """Waits before something is done, such as until nobody types any more.

    Started again, it waits anew.
    """

    def __init__(self, wait_ms: int, act: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._is_over = False
        self.setSingleShot(True)
        self.setInterval(wait_ms)
        self.timeout.connect(act)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is about to be done."""
        return not self.isActive()

    def start(self, wait_ms: int | None = None, /) -> None:
        """Wait, for as long as always or as long as said; after `shutdown` nothing happens."""
        if self._is_over:
            return
        if wait_ms is not None:
            self.setInterval(wait_ms)
        super().start()

    def shutdown(self) -> None:
        """Do nothing any more."""
        self._is_over = True
        self.stop()


def _nothing() -> Settling | None:
    return None


# What was last found not to be at rest.
_moving: Callable[[], Settling | None] = _nothing


def has_settled(root: QObject) -> bool:
    """Tell whether nothing computes, moves or waits in a part of the program.

    Whoever waits for that asks again and again, and what moved the last time mostly moves still: it
    is asked before the whole tree is searched.
    """
    global _moving  # noqa: PLW0603
    moving = _moving()
    if moving is not None and _stands_in(root, moving) and not moving.is_settled:
        return False
    for part in _parts(root):
        if not part.is_settled:
            _moving = ref(part)
            return False
    return True


def shut_down(root: QObject) -> None:
    """Stop for good whatever computes, moves or waits in a part of the program."""
    for part in _parts(root):
        part.shutdown()


def _stands_in(root: QObject, part: Settling) -> bool:
    """Tell whether a part that may be deleted is the root or stands below it."""
    if not isinstance(part, QObject) or not isValid(part):
        return False
    above: QObject | None = part
    while above is not None and above is not root:
        above = above.parent()
    return above is root


def _parts(root: QObject) -> list[Settling]:
    # Qt's tree is searched for a type of Python's, which the stubs do not know to be possible.
    below: list[Settling] = root.findChildren(Settling)  # type: ignore[type-var]
    return [root, *below] if isinstance(root, Settling) else below
