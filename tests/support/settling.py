"""Waiting until nothing computes, moves or has a layout before it, and aiming the mouse then.

What has just been computed changes texts and tables, which ask for another layout; a plot's axes
take the width of their numbers only when they are painted. A place that is worked out before all of
that is done is another place by the time the mouse gets there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF
from PySide6.QtWidgets import QApplication, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled
from tests.support.event_loop import deliver_deletes

PATIENCE_MS = 30_000
# What moves something may be a timer that this very round of the loop has started.
_QUIET_ROUNDS = 3
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class Stillness:
    """Tells whether some parts of the program have settled, and every visible window with them."""

    def __init__(self, *parts: object) -> None:
        """Watch parts: each is in Qt's tree, has `is_settled`, or tells so when it is called."""
        self._parts = parts

    def __call__(self) -> bool:
        """Let events be handled while there are any that change something; tell how it stands."""
        if not all(map(_is_settled, self._parts)):
            return False
        before = _shown()
        moves = _Moves()
        for _ in range(_QUIET_ROUNDS):
            with moves.watched():
                QApplication.processEvents()
                deliver_deletes()
            if moves.seen or not all(map(_is_settled, self._parts)):
                return False
            after = _shown()
            if after != before:
                return False
            before = after
        return True


class _Moves(QObject):
    """Notices each widget that comes, goes, moves or gets another size.

    Looking where all the hundreds of a window are, before and after each round, takes as long as
    all else that a test waits for.

    Attributes:
        seen: Whether there was any.
    """

    def __init__(self) -> None:
        super().__init__()
        self.seen = False

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Notice what happens meanwhile."""
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        try:
            yield
        finally:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in _MOVES and isinstance(watched, QWidget):
            self.seen = True
        return False


def settle(qtbot: QtBot, *parts: object, timeout: int = PATIENCE_MS) -> None:
    """Wait until parts of the program have settled and nothing visible has a layout before it."""
    qtbot.waitUntil(Stillness(*parts), timeout=timeout)


def aim(
    qtbot: QtBot,
    target: QWidget,
    find: Callable[[], QPoint | QPointF | None],
    *parts: object,
) -> QPoint:
    """Return a place of a widget for the mouse, worked out when everything has settled.

    Args:
        qtbot: What waits.
        target: The widget that is to get the mouse.
        find: Works the place out, in the widget's pixels.
        parts: What has to have settled first, see `Stillness`.
    """
    settle(qtbot, *parts)
    return seen_place(target, find())


def seen_place(target: QWidget, found: QPoint | QPointF | None) -> QPoint:
    """Return a place in whole pixels, having made sure that the mouse can get there."""
    assert found is not None, "there is no such place"
    place = found if isinstance(found, QPoint) else found.toPoint()
    assert target.visibleRegion().contains(place), f"{place} cannot be seen in {target}"
    return place


def _is_settled(part: object) -> bool:
    if isinstance(part, QObject):
        return has_settled(part)
    answer = getattr(part, "is_settled", part)
    settled = answer() if callable(answer) else answer
    if not isinstance(settled, bool):
        raise TypeError(f"{part} does not tell whether it has settled")
    return settled


def _shown() -> list[object]:
    """Return what the graphics views that can be seen show."""
    found: list[object] = []
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            for view in window.findChildren(QGraphicsView):
                if view.isVisible():
                    found += (id(view), *_shown_in(view))
    return found


def _shown_in(view: QGraphicsView) -> Iterator[object]:
    yield view.viewportTransform()
    # Whoever shows no plot does not wait for pyqtgraph to be imported.
    plots = sys.modules.get("desktop.widgets.plots.plot_canvas")
    if plots is not None and isinstance(view, plots.PlotCanvas):
        ranges = view.view_range
        yield ranges
        for corner in zip(*ranges, strict=True):
            place = view.to_widget(*corner)
            yield place.x(), place.y()
