"""One's own races as text: with their file, and what can be undone and made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path

from desktop.desk.history import Step, Steps
from desktop.files.file_stamp import FileStamp
from desktop.files.work_reader import WorkReader
from desktop.optimizers.files.race_keeping import RaceKeeping
from desktop.widgets.panels.page import Page
from engine.races.race_setup import RaceSetup
from engine.races.race_work import RaceWork, check_work, read_work, to_json


class OwnRaces(WorkReader[RaceWork]):
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
        super().__init__(check_work, read_work, show, page)
        self._keeping, self._is_first = keeping, is_first
        self.refused.connect(lambda sentence: page.reported.emit(sentence, "error"))

    def text(self) -> str | None:
        """Return everything of one's own as JSON text; None where nothing would be missed."""
        # What is being read is what there is.
        if self.pending is not None:
            return self.pending
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


def steps_of(work: RaceWork) -> Steps[RaceSetup]:
    """Return a history that was written down."""
    made = tuple(Step("", before, after) for before, after in work.edits)
    return Steps(made, work.index, work.clean_index)


def file_of(work: RaceWork) -> tuple[Path | None, FileStamp | None]:
    """Return the file, and how it was last seen."""
    path = None if work.path is None else Path(work.path)
    return path, None if work.stamp is None else FileStamp(*work.stamp)
