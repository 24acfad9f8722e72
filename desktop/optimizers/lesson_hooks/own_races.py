"""One's own races as text: with their file, and what can be undone and made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject

from desktop.desk.background_task import BackgroundTask
from desktop.desk.history import Step, Steps
from desktop.files.file_stamp import FileStamp
from desktop.optimizers.files.race_keeping import RaceKeeping
from desktop.widgets.panels.page import Page
from engine.races.race_setup import RaceSetup
from engine.races.race_work import RaceWork, check_work, read_work, to_json


class OwnRaces(QObject):
    """Writes what there is, and shows what was written: surfaces of one's own take a moment."""

    def __init__(
        self,
        keeping: RaceKeeping,
        is_first: Callable[[], bool],
        show: Callable[[RaceWork], None],
        page: Page,
    ) -> None:
        """Prepare for a page.

        Args:
            keeping: The document with its file and history.
            is_first: Tells whether the races are those there are at first.
            show: Shows what was read.
            page: The page.
        """
        super().__init__(page)
        self._keeping, self._is_first, self._show = keeping, is_first, show
        # What is being read is what there is.
        self._pending: str | None = None
        self._waiting: list[Callable[[], None]] = []
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_read)
        self._task.refused.connect(self._on_refused)

    @property
    def pending(self) -> str | None:
        """What is being read, and is not shown yet."""
        return self._pending

    def text(self) -> str | None:
        """Return everything of one's own as JSON text; None where nothing would be missed."""
        if self._pending is not None:
            return self._pending
        keeping = self._keeping
        steps = keeping.history.steps
        if keeping.path is None and not steps.made and self._is_first():
            return None
        stamp = keeping.stamp
        return to_json(
            RaceWork(
                content=keeping.content(),
                saved=keeping.saved,
                path=None if keeping.path is None else str(keeping.path),
                stamp=None if stamp is None else astuple(stamp),
                edits=tuple((step.before, step.after) for step in steps.made),
                index=steps.index,
                clean_index=steps.clean_index,
            )
        )

    def show_text(self, text: str) -> None:
        """Show what `text` gave, once its surfaces are prepared.

        Raises:
            FileFormatError: It is no such text.
        """
        check_work(text)
        self._pending = text
        self._task.submit(lambda: read_work(text))

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

    def _on_read(self, answer: object) -> None:
        self._pending = None
        self._show(cast("RaceWork", answer))
        waiting, self._waiting = self._waiting, []
        for done in waiting:
            done()

    def _on_refused(self, sentence: str) -> None:
        self._pending = None
        self._waiting = []
        page = self.parent()
        assert isinstance(page, Page)
        page.reported.emit(sentence, "error")


def steps_of(work: RaceWork) -> Steps[RaceSetup]:
    """Return a history that was written down."""
    made = tuple(Step("", before, after) for before, after in work.edits)
    return Steps(made, work.index, work.clean_index)


def file_of(work: RaceWork) -> tuple[Path | None, FileStamp | None]:
    """Return the file, and how it was last seen."""
    path = None if work.path is None else Path(work.path)
    return path, None if work.stamp is None else FileStamp(*work.stamp)
