"""Checking a lesson on the command line: its files, and then a rehearsal in the program."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.lessons.author.rehearsal import Condition, Rehearsal
from desktop.lessons.keeping.library import Source, lesson_id
from desktop.lessons.keeping.opening import Wish
from desktop.lessons.panel import LessonPanel
from engine.lessons.archive import ArchiveFiles
from engine.lessons.check import check_lesson
from engine.lessons.files import FolderFiles

_LOOK_MS = 20
# What has not come about after so many looks does not.
_MOST_LOOKS = 6_000


def source_of(path: Path) -> Source:
    """Return where a lesson is that is to be checked."""
    name = lesson_id(path.resolve().name if path.is_dir() else path.stem)
    return Source(name, f"check-{name}", path=path)


def check_files(path: Path) -> int:
    """Print everything that is wrong with a lesson's files; return how many faults are no warnings.

    Raises:
        FileFormatError: It is no lesson at all.
    """
    files = FolderFiles(path) if path.is_dir() else ArchiveFiles(path)
    faults = check_lesson(files, source_of(path).id)
    for fault in faults:
        kind = "warning: " if fault.is_warning else ""
        sys.stdout.write(f"{path.name}/{fault.place}: {kind}{fault.sentence}\n")
    return sum(not fault.is_warning for fault in faults)


class CheckRun(QObject):
    """Plays a lesson from beginning to end and prints what does not go as its files foresee it.

    Signals:
        ended(problems: int): So many things went otherwise.
    """

    ended = Signal(int)

    def __init__(self, panel: LessonPanel, path: Path) -> None:
        super().__init__(panel)
        self._panel, self._source = panel, source_of(path)
        self._rehearsal = Rehearsal(panel)
        self._conditions: Iterator[Condition] = self._rehearsal.conditions()
        self._awaited: Condition = self._is_opened
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin with the numbers that are published."""
        self._panel.show_lesson(self._source, Wish(is_anew=True, is_first=True, seed=0))
        self._timer.start()

    def _is_opened(self) -> bool:
        panel = self._panel
        return panel.player is not None or panel.views.currentWidget() is panel.fault_view

    def _look(self) -> None:
        self._looks += 1
        if not self._awaited():
            if self._looks > _MOST_LOOKS:
                self._rehearsal.problems.append(f"{self._where()}: it does not come to rest")
                self._end()
            return
        self._looks = 0
        if (
            self._panel.player is None
            and self._panel.views.currentWidget() is self._panel.fault_view
        ):
            self._rehearsal.problems += self._panel.fault_view.texts
            self._end()
            return
        try:
            self._awaited = next(self._conditions)
        except StopIteration:
            self._end()

    def _where(self) -> str:
        return "" if self._panel.player is None else self._panel.player.step.id

    def _end(self) -> None:
        self._timer.stop()
        for problem in self._rehearsal.problems:
            sys.stdout.write(f"{self._source.id}: {problem}\n")
        if not self._rehearsal.problems:
            sys.stdout.write(f"{self._source.id}: played to its end\n")
        self.ended.emit(len(self._rehearsal.problems))
