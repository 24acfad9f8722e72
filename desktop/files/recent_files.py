"""The files opened or saved last: a list in the settings, and the menu that shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.foundation.plain_text import entry_text, plain
from desktop.foundation.settings import Key, Settings

_MOST = 8


class RecentFiles(QMenu):
    """The menu of the recent files of one kind, the newest first.

    Signals:
        chosen(path: Path): One of them is to be opened.
    """

    chosen = Signal(object)

    def __init__(self, key: Key[list[str]], settings: Settings, parent: QWidget) -> None:
        """Show what a setting holds, and follow it."""
        super().__init__(parent)
        self._key, self._settings = key, settings
        self.setTitle(self.tr("Open recent"))
        self.setToolTipsVisible(True)
        settings.changed.connect(self._on_setting_changed)
        self._fill()

    @property
    def paths(self) -> list[Path]:
        """The files, the newest first."""
        return [Path(text) for text in self._settings.get(self._key)]

    def remember(self, path: Path) -> None:
        """Put a file at the head."""
        text = str(path.resolve())
        others = [other for other in self._settings.get(self._key) if other != text]
        self._settings.set(self._key, [text, *others][:_MOST])

    def forget(self, path: Path) -> None:
        """Take a file out that is gone."""
        gone = {str(path), str(path.resolve())}
        self._settings.set(self._key, [t for t in self._settings.get(self._key) if t not in gone])

    def _fill(self) -> None:
        for old in self.actions():
            # It may be the very one whose click has led here, so it goes later.
            self.removeAction(old)
            old.deleteLater()
        for path in self.paths:
            action = QAction(entry_text(path.name), self)
            action.setToolTip(plain(str(path)))
            action.setStatusTip(plain(str(path)))
            action.triggered.connect(lambda _=False, path=path: self.chosen.emit(path))
            self.addAction(action)
        self.setEnabled(bool(self.actions()))

    def _on_setting_changed(self, key: Key[object]) -> None:
        if key is self._key:
            self._fill()
