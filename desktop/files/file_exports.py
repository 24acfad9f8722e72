"""Files that a page makes of what it shows: asked for, made and written beside the interface."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.desk.background_task import BackgroundTask, Policy
from desktop.files.file_kind import FileKind
from desktop.files.folders import Place, suggested_folder
from desktop.files.save_dialogs import SaveDialogs
from desktop.files.whole_file import write_whole
from desktop.foundation.settings import EXPORT_FOLDER, Settings

# What makes the bytes of a file; it runs on a thread of its own and touches no widget.
Make = Callable[[], bytes]


class FileExports(QObject):
    """Makes one thing after another, each file whole or not at all.

    The next export is suggested to go where the last one went, whoever made it.

    Signals:
        written(paths: list[Path]): The files of one order are written.
        refused(sentence: str): Why something could not be made or written.
    """

    written = Signal(list)
    refused = Signal(str)

    def __init__(
        self,
        settings: Settings | None,
        over: QWidget,
        owner: QObject,
        place: Place = Place.DocumentsLocation,
    ) -> None:
        """Prepare.

        Args:
            settings: Where the folder of the last export is kept; None to keep it nowhere.
            over: The widget that dialogs stand over.
            owner: What is busy while something is made, and whose end ends it.
            place: Which of the user's folders the first export is suggested to go to.
        """
        super().__init__(owner)
        self._settings, self._place = settings, place
        self.dialogs = SaveDialogs(over)
        self._task = BackgroundTask(self, Policy.EACH)
        self._task.refused.connect(self.refused)

    def ask_file(
        self, title: str, name: str, kind: FileKind, beside: Path | None = None
    ) -> Path | None:
        """Ask where a file is to go.

        Args:
            title: The dialog's title.
            name: What it is suggested to be called.
            kind: What it is.
            beside: The folder that is suggested where nothing was exported before.

        Returns:
            A file that may be written; None for none.
        """
        return self.dialogs.ask_file(title, self._folder(beside) / name, kind)

    def ask_folder(self, title: str, names: Sequence[str]) -> Path | None:
        """Ask in which folder files of these names are to be written; they may be."""
        return self.dialogs.ask_folder(title, self._folder(None), names)

    def write(self, files: Mapping[Path, Make]) -> None:
        """Make and write files; `written` tells of all of them together."""

        def write() -> list[Path]:
            for path, make in files.items():
                write_whole(path, make())
            return list(files)

        self.make(write, self._on_written)

    def make(self, make: Callable[[], object], then: Callable[[object], None]) -> None:
        """Make something else, such as a text for the clipboard, and hand it over."""
        self._task.submit(make, then)

    def remember(self, path: Path) -> None:
        """Suggest a file's folder the next time."""
        if self._settings is not None:
            self._settings.set(EXPORT_FOLDER, str(path.resolve().parent))

    def _folder(self, beside: Path | None) -> Path:
        last = "" if self._settings is None else self._settings.get(EXPORT_FOLDER)
        return suggested_folder(Path(last) if last else None, beside, place=self._place)

    def _on_written(self, paths: object) -> None:
        assert isinstance(paths, list)
        if paths:
            self.remember(paths[0])
        self.written.emit(paths)
