"""One's own work that was written down and is read again beside the interface, to be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from desktop.desk.background_task import BackgroundTask

W = TypeVar("W")


class WorkReader(QObject, Generic[W]):
    """Reads a text and has it shown; until then the text is what there is.

    Signals:
        refused(sentence: str): It cannot be read; what there was stays.
    """

    refused = Signal(str)

    def __init__(
        self,
        check: Callable[[str], object],
        read: Callable[[str], Iterator[W | None]],
        show: Callable[[W], None],
        parent: QObject,
    ) -> None:
        """Prepare for one kind of text.

        Args:
            check: Raises an `EngineError` for what is no such text at all, at once.
            read: Reads it; its last record is the work. It is called on a thread.
            show: Shows what was read.
            parent: What it belongs to.
        """
        super().__init__(parent)
        self._check, self._read, self._show = check, read, show
        self._pending: str | None = None
        self._waiting: list[Callable[[], None]] = []
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_read)
        self._task.refused.connect(self._on_refused)

    @property
    def pending(self) -> str | None:
        """What is being read, and is not shown yet."""
        return self._pending

    def show_text(self, text: str) -> None:
        """Show what a text holds, once it is read.

        Raises:
            EngineError: It is no such text.
        """
        self._check(text)
        self._pending = text
        self._task.submit(lambda: self._read(text))

    def give_up(self) -> None:
        """Show no more what is being read: something else is shown."""
        self._pending = None
        self._task.cancel()

    def when_shown(self, done: Callable[[], None]) -> None:
        """Call a function as soon as nothing is being read; never where it cannot be read."""
        if self._pending is None:
            done()
        else:
            self._waiting.append(done)

    def _on_read(self, answer: Any) -> None:
        self._pending = None
        self._show(cast(W, answer))
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done()

    def _on_refused(self, sentence: str) -> None:
        self._pending = None
        self._waiting = []
        self.refused.emit(sentence)
