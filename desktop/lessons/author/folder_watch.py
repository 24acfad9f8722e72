"""Notices that a file in a folder was saved, by whatever editor."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from desktop.desk.settling import Delay

# Editors write in several steps: a new file, a rename, the permissions.
_CALM_MS = 150


class FolderWatch(QObject):
    """Watches the files of a folder.

    Signals:
        saved(): Some file has changed, or come, or gone; told once for several at a time.
    """

    saved = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._calm = Delay(_CALM_MS, self._on_calm, self)
        self._watcher.directoryChanged.connect(lambda _: self._calm.start())
        self._watcher.fileChanged.connect(lambda _: self._calm.start())
        self._watch()

    def _on_calm(self) -> None:
        # A file that was replaced is another one, which is not watched yet.
        self._watch()
        self.saved.emit()

    def _watch(self) -> None:
        paths = [str(self._folder)]
        if self._folder.is_dir():
            paths += [str(path) for path in self._folder.iterdir() if path.is_file()]
        known = {*self._watcher.files(), *self._watcher.directories()}
        new = [path for path in paths if path not in known]
        if new:
            self._watcher.addPaths(new)
