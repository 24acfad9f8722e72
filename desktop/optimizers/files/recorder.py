"""Recording: frame after frame is shown, grabbed and written, without stopping anybody's work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import Empty, Full, Queue
from threading import Event

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.desk.settling import Settling
from desktop.optimizers.files.frames import Frame, frame_of

FRAME_MS, LAST_MS = 80, 1600
_MOST_FRAMES = 100
_QUEUED = 3
_POLL_S = 0.05
_RETRY_MS = 4


class _Given(Exception):  # noqa: N818  it is no error, but how a generator is left
    """The recording was given up."""


class Recorder(QObject, Settling):
    """Shows steps, grabs one widget at a time between events, and lets a thread encode.

    Signals:
        progressed(done: int, total: int): Another frame was grabbed.
        finished(path: Path): The file is written.
        refused(sentence: str): It is not, and why.
        busy_changed(is_busy: bool): A recording began, ended or was given up.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    refused = Signal(str)
    busy_changed = Signal(bool)

    def __init__(
        self,
        show: Callable[[int], None],
        parts: Callable[[], Sequence[QWidget]],
        is_drawn: Callable[[], bool],
        compose: Callable[[Sequence[QPixmap], int], QImage],
        parent: QObject | None = None,
    ) -> None:
        """Prepare.

        Args:
            show: Shows a step.
            parts: Returns the widgets of a frame.
            is_drawn: Tells whether they show all of the step, or are still being drawn.
            compose: Makes a frame's image of what was grabbed of them, at a step.
            parent: Whose end ends the recording too.
        """
        super().__init__(parent)
        self._show, self._parts, self._compose = show, parts, compose
        self._is_drawn = is_drawn
        self._steps: list[int] = []
        self._place = 0
        self._grabbed: list[QPixmap] = []
        self._pending: Frame | None = None
        self._size: QSize | None = None
        self._queue: Queue[Frame] = Queue(_QUEUED)
        self._is_given_up = Event()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._task = BackgroundTask(self)
        self._task.busy_changed.connect(self._on_busy_changed)
        self._task.done.connect(self.finished)
        self._task.refused.connect(self.refused)

    @property
    def is_busy(self) -> bool:
        """Whether a recording is under way."""
        return self._task.is_running

    def record(self, path: Path, last_step: int) -> None:
        """Record all steps up to the last one as a GIF; one that is under way is given up."""
        self.cancel()
        self._steps, self._place, self._grabbed = frame_steps(last_step), 0, []
        self._pending = self._size = None
        self._queue, self._is_given_up = Queue(_QUEUED), Event()
        frames = _taken(self._queue, self._is_given_up, len(self._steps))
        count = len(self._steps)

        def run() -> Path:
            # The library that writes it is loaded by those who record, and by nobody else.
            from desktop.optimizers.files.gif import write_gif

            write_gif(path, frames, FRAME_MS, LAST_MS, count)
            return path

        self._task.submit(run)
        self._timer.start(0)

    def cancel(self) -> None:
        """Give the recording up; no file is written."""
        self._is_given_up.set()
        self._task.cancel()

    def shutdown(self) -> None:
        """Record nothing more; the thread that encodes waits for no further frame."""
        self.cancel()

    def _go_on(self) -> None:
        """Do one small piece of work: show and grab one widget, or hand a frame over."""
        if self._pending is not None:
            self._hand_over()
        elif self._place >= len(self._steps):
            return
        elif not self._is_drawn():
            # The row that tells of the recording has just taken a part of the picture's room.
            self._timer.start(_RETRY_MS)
            return
        else:
            self._grab_next()
        self._timer.start(0 if self._pending is None else _RETRY_MS)

    def _grab_next(self) -> None:
        step, parts = self._steps[self._place], list(self._parts())
        if not self._grabbed:
            self._show(step)
        self._grabbed.append(parts[len(self._grabbed)].grab())
        if len(self._grabbed) == len(parts):
            self._pending = self._fitted(self._compose(self._grabbed, step))
            self._grabbed = []
            self._hand_over()

    def _fitted(self, image: QImage) -> Frame:
        """Return the image as a frame of the first one's size, whatever the window does since."""
        if self._size is not None and self._size != image.size():
            image = image.scaled(self._size)
        self._size = image.size()
        return frame_of(image)

    def _hand_over(self) -> None:
        assert self._pending is not None
        try:
            self._queue.put_nowait(self._pending)
        except Full:
            return
        self._pending = None
        self._place += 1
        self.progressed.emit(self._place, len(self._steps))

    def _on_busy_changed(self, is_busy: bool) -> None:
        if not is_busy:
            self._timer.stop()
        self.busy_changed.emit(is_busy)


def frame_steps(last_step: int) -> list[int]:
    """Return the steps to show: all of them, or evenly spaced where they are too many."""
    count = min(last_step + 1, _MOST_FRAMES)
    if count < 2:
        return [0]
    return [round(place * last_step / (count - 1)) for place in range(count)]


def _taken(queue: Queue[Frame], is_given_up: Event, count: int) -> Iterator[Frame]:
    """Yield frames as they come; they are looked for often enough to notice a cancel."""
    for _ in range(count):
        frame = None
        while frame is None:
            if is_given_up.is_set():
                raise _Given
            try:
                frame = queue.get(timeout=_POLL_S)
            except Empty:
                continue
        yield frame
