"""New, open, recent, save: the File menu of the race."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.foundation.file_stamp import FileStamp, obstacle_to, stamp_of
from desktop.foundation.plain_text import entry_text, plain
from desktop.foundation.settings import RECENT_RACES, Key, Settings
from desktop.foundation.translation import error_sentence
from desktop.foundation.whole_file import write_whole
from desktop.optimizers.files.race_dialogs import SUFFIX, Answer, Overwrite, RaceDialogs
from desktop.optimizers.race.setup_words import words_of
from desktop.tasks.latest_task import LatestTask
from desktop.widgets.panels.page_action import page_action
from engine.errors import EngineError, FileFormatError
from engine.quoting import quote
from engine.races.race_file import RaceFile, read_race, to_json, unsaved_setups
from engine.races.race_setup import RaceSetup
from engine.regular_file import read_text

LARGEST_RACE_BYTES = 20_000_000
_MOST_RECENT = 8


class RaceFiles(QObject):
    """Moves settings between the page and the disk, and never loses one without asking.

    Signals:
        opened(content: RaceFile): A file was read, off this thread; the page is to show it.
        begun(): The page is to begin anew.
        reported(text: str, severity: str): Something to tell.
        title_changed(): The file or whether it is saved changed.
    """

    opened = Signal(object)
    begun = Signal()
    reported = Signal(str, str)
    title_changed = Signal()

    def __init__(self, take: Callable[[], RaceFile], settings: Settings, parent: QWidget) -> None:
        """Prepare the actions.

        Args:
            take: Returns what there is to save.
            settings: Where the recent files are kept.
            parent: The page.
        """
        super().__init__(parent)
        self._take, self._settings = take, settings
        self._saved: RaceFile | None = None
        self._stamp: FileStamp | None = None
        self._opening: Path | None = None
        self._opening_stamp: FileStamp | None = None
        # What the user has agreed to lose while a file is still being read.
        self._given_up: list[RaceSetup] = []
        self._task = LatestTask(self)
        self._task.done.connect(self._on_read)
        self._task.failed.connect(self._on_unreadable)
        self.path: Path | None = None
        self.dialogs = RaceDialogs(parent)
        self._recent_menu = QMenu(self.tr("Open recent"), parent)
        self._recent_menu.setToolTipsVisible(True)
        self._actions = self._make_actions()
        self._fill_recent()
        settings.changed.connect(self._on_setting_changed)

    def _make_actions(self) -> list[QAction]:
        return [
            page_action(self, self.tr("&New"), self.tr("Begin with the first surface anew"),
                        self.new, "Ctrl+N"),
            page_action(self, self.tr("&Open…"), self.tr("Open a race from a file"),
                        self.open, "Ctrl+O"),
            self._recent_menu.menuAction(),
            _separator(self),
            page_action(self, self.tr("&Save"), self.tr("Save the whole setting to its file"),
                        self.save, "Ctrl+S"),
            page_action(self, self.tr("Save &as…"),
                        self.tr("Save the whole setting to another file"),
                        self.save_as, "Ctrl+Shift+S"),
            _separator(self),
        ]  # fmt: skip

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being read."""
        return not self._task.is_running

    @property
    def is_clean(self) -> bool:
        """Whether nothing would be lost: all is saved, or nothing was made that is no preset."""
        return not self._unsaved()

    @property
    def name(self) -> str:
        """What the setting is called: its file, or untitled."""
        return self.tr("Untitled") if self.path is None else self.path.name

    @property
    def recent_actions(self) -> list[QAction]:
        """The entries of the menu of recent files."""
        return self._recent_menu.actions()

    def menu_actions(self) -> list[QAction]:
        """Return the entries of the File menu."""
        return self._actions

    def close_task(self) -> None:
        """Read nothing more."""
        self._task.close()

    def remember(
        self, path: Path | None, saved: RaceFile | None, stamp: FileStamp | None = None
    ) -> None:
        """Take over the file of a page that this one replaces, and how it was last seen."""
        self.path, self._saved, self._stamp = path, saved, stamp
        self.title_changed.emit()

    @property
    def stamp(self) -> FileStamp | None:
        """How the file was when it was read or saved."""
        return self._stamp

    @property
    def saved(self) -> RaceFile | None:
        """What the file holds."""
        return self._saved

    def new(self) -> None:
        """Begin anew."""
        if self.may_leave():
            self.remember(None, None)
            self.begun.emit()

    def open(self) -> None:
        """Ask for a file and open it."""
        if self.may_leave():
            path = self.dialogs.ask_open(self._folder())
            if path is not None:
                self.load(path)

    def open_path(self, path: Path) -> None:
        """Open a file, as from the menu of recent files or by dropping it on the page."""
        if self.may_leave():
            self.load(path)

    def load(self, path: Path) -> None:
        """Read a file without asking; `opened` or `reported` tells how it went."""
        self._opening = path
        # Before it is read: what is changed in the meantime is noticed.
        self._opening_stamp = stamp_of(path)
        self._given_up = self._unsaved()

        def run() -> Iterator[RaceFile | None]:
            yield from read_race(_read(path))

        self._task.submit(run)

    def save(self) -> bool:
        """Save to the file, asking for one if there is none; tell whether it is saved."""
        if self.path is None:
            return self.save_as()
        obstacle = obstacle_to(self.path, self._stamp)
        if obstacle is not None:
            answer = self.dialogs.ask_overwrite(self.path, obstacle)
            if answer is not Overwrite.REPLACE:
                return answer is Overwrite.ANOTHER and self.save_as()
        return self._write(self.path)

    def save_as(self) -> bool:
        """Ask for a file and save there; tell whether it is saved."""
        path = self.dialogs.ask_save(self.path or self._folder() / f"race{SUFFIX}")
        return path is not None and self._write(path)

    def may_leave(self) -> bool:
        """Tell whether the present setting may go, asking where something would be lost."""
        unsaved = self._unsaved()
        if not unsaved:
            return True
        answer = self.dialogs.ask_unsaved(self.name, [words_of(setup) for setup in unsaved])
        if answer is Answer.SAVE:
            return self.save()
        return answer is Answer.DISCARD

    def _unsaved(self) -> list[RaceSetup]:
        return unsaved_setups(self._take(), self._saved)

    def _write(self, path: Path) -> bool:
        content = self._take()
        try:
            stamp = write_whole(path, to_json(content).encode("utf-8"))
        except EngineError as error:
            text = self.tr("The race was not saved. {0}")
            self.reported.emit(text.format(error_sentence(error)), "error")
            return False
        self._put_first(path)
        self.remember(path, content, stamp)
        self.reported.emit(self.tr("Saved as {0}.").format(quote(path.name)), "info")
        return True

    def _on_read(self, content: object) -> None:
        path, self._opening = self._opening, None
        if path is None or not isinstance(content, RaceFile):
            return
        # Reading may take seconds, in which more may have been set and typed.
        if self._unsaved() != self._given_up and not self.may_leave():
            return
        self._put_first(path)
        self.remember(path, content, self._opening_stamp)
        self.opened.emit(content)

    def _on_unreadable(self, error: Exception) -> None:
        path, self._opening = self._opening, None
        if not isinstance(error, EngineError) or path is None:
            raise error
        if not path.exists():
            self._set_recent([other for other in self._recent() if other != str(path.resolve())])
        text = self.tr("{0} was not opened. {1}")
        self.reported.emit(text.format(quote(path.name), error_sentence(error)), "error")

    def _folder(self) -> Path:
        recent = [Path(text) for text in self._recent()]
        for path in (self.path, *recent[:1]):
            if path is not None and path.parent.is_dir():
                return path.parent
        location = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(location))

    def _recent(self) -> list[str]:
        return self._settings.get(RECENT_RACES)

    def _set_recent(self, paths: list[str]) -> None:
        self._settings.set(RECENT_RACES, paths)

    def _put_first(self, path: Path) -> None:
        text = str(path.resolve())
        others = [other for other in self._recent() if other != text]
        self._set_recent([text, *others][:_MOST_RECENT])

    def _fill_recent(self) -> None:
        for old in self._recent_menu.actions():
            # It may be the very one whose click has led here, so it goes later.
            self._recent_menu.removeAction(old)
            old.deleteLater()
        for text in self._recent():
            path = Path(text)
            action = QAction(entry_text(path.name), self._recent_menu)
            action.setToolTip(plain(text))
            action.setStatusTip(plain(text))
            action.triggered.connect(lambda _=False, path=path: self.open_path(path))
            self._recent_menu.addAction(action)
        self._recent_menu.setEnabled(bool(self._recent_menu.actions()))

    def _on_setting_changed(self, key: Key[object]) -> None:
        if key is RECENT_RACES:
            self._fill_recent()


def _read(path: Path) -> str:
    try:
        return read_text(path, LARGEST_RACE_BYTES)
    except FileFormatError as error:
        if error.code != "file_not_text":
            raise
        raise FileFormatError(
            "race_not_json", "This is no race of Wiregrad: the file is not JSON text."
        ) from error


def _separator(owner: QObject) -> QAction:
    action = QAction(owner)
    action.setSeparator(True)
    return action
