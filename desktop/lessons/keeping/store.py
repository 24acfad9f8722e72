"""Progress in lessons on the disk, beside the settings: a file for each lesson."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

from desktop.desk.background_task import BackgroundTask, Policy
from desktop.files.file_causes import writing
from desktop.files.process_lock import one_at_a_time, unheld_lock
from desktop.files.whole_file import write_whole
from desktop.lessons.keeping.kept_file import LARGEST_BYTES, kept_text, read_kept
from desktop.lessons.scene.step_scene import Kept
from engine.errors import EngineError, FileFormatError
from engine.lessons.joining import joined
from engine.lessons.progress import (
    LARGEST_PROGRESS_BYTES,
    LessonProgress,
    read_progress,
    to_json,
)
from engine.regular_file import read_text

# Two endings, so that its lock is not that of the progress: who plays a lesson for an hour would
# keep every writing of it waiting.
_PLACE, _PLAYED = ".place.json", ".played.lock"
_PROGRESS = ".json"
_DAMAGED = ".damaged"
_PATIENCE_MS = 5_000


class ProgressStore(QObject):
    """Keeps how far somebody is in each lesson, and the very place in it.

    Files are written whole, on a thread, and always as they are last. What another window has
    kept of the same lesson meanwhile stays in them.

    Signals:
        refused(sentence: str): Something could not be written; the sentence says why.
    """

    refused = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Keep files in a folder, which is made when it is needed."""
        super().__init__(parent)
        self._folder = folder
        self._waiting: dict[Path, str] = {}
        self._task = BackgroundTask(self, Policy.FINISH)
        self._task.done.connect(self._on_done)
        self._task.refused.connect(self._on_refused)
        self._written: dict[Path, str] = {}
        self._claims: dict[str, QLockFile] = {}

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return self._folder

    def claim(self, key: str) -> bool:
        """Be the one who keeps the place in a lesson; False while another window is that.

        A window that is killed is it no longer.
        """
        if key not in self._claims:
            with suppress(OSError):
                # Why nothing can be kept there is told when it is tried.
                self._folder.mkdir(parents=True, exist_ok=True)
            lock = unheld_lock(self._folder / f"{key}{_PLAYED}")
            if lock is None:
                return False
            self._claims[key] = lock
        return True

    def release(self, key: str) -> None:
        """Let another window keep the place in a lesson."""
        lock = self._claims.pop(key, None)
        if lock is not None:
            lock.unlock()

    def load(self, key: str) -> LessonProgress:
        """Return how far somebody is in a lesson; nothing done where nothing is kept.

        Raises:
            FileFormatError: The file cannot be read. It is left there under another name, so that
                nothing is written over it.
        """
        path = self._progress_path(key)
        if not path.exists():
            return LessonProgress(key)
        try:
            return read_progress(read_text(path, LARGEST_PROGRESS_BYTES))
        except EngineError:
            _put_by(path)
            raise

    def load_all(self) -> Iterator[tuple[str, LessonProgress]]:
        """Go through all that is kept and can be read, by the lesson's key."""
        for path in sorted(self._folder.glob(f"*{_PROGRESS}")):
            if not _is_place(path):
                with suppress(EngineError):
                    text = read_text(path, LARGEST_PROGRESS_BYTES)
                    yield path.name.removesuffix(_PROGRESS), read_progress(text)

    def load_kept(self, key: str) -> Kept | None:
        """Return what is remembered of the very place in a lesson, if anything."""
        try:
            return read_kept(read_text(self._place_path(key), LARGEST_BYTES))
        except FileFormatError:
            return None

    def save(self, key: str, progress: LessonProgress, kept: Kept | None = None) -> None:
        """Keep how far somebody is, and the very place."""
        self._write(self._progress_path(key), to_json(progress))
        if kept is not None:
            self._write(self._place_path(key), kept_text(kept))

    def replace(self, progresses: Mapping[str, LessonProgress]) -> None:
        """Keep other progress of some lessons, whose places hold no longer."""
        for key, progress in progresses.items():
            self.forget_place(key)
            path = self._progress_path(key)
            # What is there now is what somebody wants to be replaced, and is joined to nothing.
            self._written.pop(path, None)
            with suppress(EngineError):
                self._written[path] = read_text(path, LARGEST_PROGRESS_BYTES)
            self._write(path, to_json(progress))

    def forget_place(self, key: str) -> None:
        """Remember no place in a lesson, because it was left or has ended."""
        path = self._place_path(key)
        self._waiting.pop(path, None)
        self._written.pop(path, None)
        with suppress(OSError):
            path.unlink(missing_ok=True)

    def flush(self) -> None:
        """Write now what waits, because the program is about to end."""
        self._task.cancel()
        with suppress(EngineError):
            _write_all(self._folder, dict(self._waiting), dict(self._written))
        self._waiting.clear()

    def close(self) -> None:
        """Write now what waits, and let other windows keep the places."""
        self.flush()
        for key in list(self._claims):
            self.release(key)

    def _write(self, path: Path, text: str) -> None:
        if self._written.get(path) == text:
            self._waiting.pop(path, None)
            return
        self._waiting[path] = text
        self._submit()

    def _submit(self) -> None:
        waiting, written, folder = dict(self._waiting), dict(self._written), self._folder
        self._task.submit(lambda: _write_all(folder, waiting, written))

    def _on_done(self, written: Mapping[Path, str]) -> None:
        for path, text in written.items():
            self._written[path] = text
            if self._waiting.get(path) == text:
                del self._waiting[path]

    def _on_refused(self, sentence: str) -> None:
        self.refused.emit(sentence)

    def _progress_path(self, key: str) -> Path:
        return self._folder / f"{key}{_PROGRESS}"

    def _place_path(self, key: str) -> Path:
        return self._folder / f"{key}{_PLACE}"


def _write_all(
    folder: Path, texts: Mapping[Path, str], written: Mapping[Path, str]
) -> Mapping[Path, str]:
    """Write files; return what was to be written.

    Args:
        folder: Where they lie.
        texts: What this window wants to be kept.
        written: What it last wanted of each file.

    Raises:
        FileFormatError: One cannot be written.
    """
    with writing(folder.name):
        folder.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        if _is_place(path):
            write_whole(path, text.encode())
            continue
        # Between reading and writing nobody else writes: it would be lost.
        with one_at_a_time(path, _PATIENCE_MS):
            write_whole(path, _with_kept(path, text, written.get(path)).encode())
    return texts


def _with_kept(path: Path, text: str, last: str | None) -> str:
    """Return progress with what the file holds of another window's."""
    if not path.exists():
        return text
    try:
        kept = read_text(path, LARGEST_PROGRESS_BYTES)
        # What this window has written itself adds nothing to what it knows.
        return text if kept == last else to_json(joined(read_progress(text), read_progress(kept)))
    except EngineError:
        _put_by(path)
        return text


def _put_by(path: Path) -> None:
    """Leave a file that cannot be read under another name, so that nothing is written over it."""
    with suppress(OSError):
        path.replace(path.with_name(path.name + _DAMAGED))


def _is_place(path: Path) -> bool:
    return path.name.endswith(_PLACE)
