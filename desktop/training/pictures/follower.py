"""A picture that follows the training: the newest record is computed off the interface's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.tasks.latest_task import LatestTask


class Follower(QObject):
    """Computes pictures one after another, at most so many in a second, and the last one always.

    Signals:
        made(picture: object): A picture is there.
        failed(error: Exception): It could not be computed.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, interval_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: Callable[[], object] | None = None
        self._task = LatestTask(self)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(interval_ms)
        self._pause.timeout.connect(self._begin)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is asked for that is not there."""
        return self._wanted is None and not self._task.is_running

    def ask(self, make: Callable[[], object]) -> None:
        """Compute a picture as soon as its turn comes, instead of any that waits.

        Args:
            make: Makes it, on a thread of its own; it must not touch any widget. A long computation
                returns an iterator, the last record of which is the picture, so that it can be
                given up in between.
        """
        self._wanted = make
        if not self._pause.isActive():
            self._begin()

    def close(self) -> None:
        """Stop for good."""
        self._wanted = None
        self._pause.stop()
        self._task.close()

    def _begin(self) -> None:
        make = self._wanted
        if make is None or self._task.is_running:
            return
        self._wanted = None

        def records() -> Iterator[object]:
            made = make()
            if isinstance(made, Iterator):
                yield from made
            else:
                yield made

        self._pause.start()
        self._task.submit(records)

    def _on_done(self, picture: object) -> None:
        self.made.emit(picture)
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)
        self._go_on()

    def _go_on(self) -> None:
        if not self._pause.isActive():
            self._begin()
