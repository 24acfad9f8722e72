"""New, open, recent, examples, save: the File menu of the graph space."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.foundation.file_stamp import obstacle_to, stamp_of
from desktop.foundation.plain_text import entry_text, plain
from desktop.foundation.settings import RECENT_FILES, Key, Settings
from desktop.foundation.translation import error_sentence, translate_engine
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.files.drawing_files import (
    SUFFIX,
    Example,
    examples,
    forget_file,
    read_drawing,
    recent_files,
    remember_file,
    write_drawing,
)
from desktop.graph_editor.files.file_dialogs import Answer, FileDialogs, Overwrite
from desktop.graph_editor.files.file_names import shown_name, suggested_folder, suggested_stem
from desktop.widgets.panels.page_action import page_action
from engine.drawing.drawing_size import check_drawable
from engine.errors import EngineError
from engine.quoting import quote


class FileActions(QObject):
    """Moves drawings between a document and the disk, and never loses one without asking.

    Signals:
        asked(): The drawing is about to be saved or left: what is being typed belongs to it.
        opened(): Another drawing was opened, from a file or an example, or a new one begun.
        reported(text: str, severity: str): Something to tell, such as why a file cannot be read.
    """

    asked = Signal()
    opened = Signal()
    reported = Signal(str, str)

    def __init__(self, document: Document, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self.dialogs: FileDialogs = FileDialogs(parent)
        self._recent_menu = QMenu(self.tr("Open recent"), parent)
        self._examples_menu = QMenu(self.tr("Examples"), parent)
        self._examples_menu.setToolTipsVisible(True)
        self._new = page_action(
            self, self.tr("&New"), self.tr("Begin an empty graph"), self.new, "Ctrl+N"
        )
        self._open = page_action(
            self, self.tr("&Open…"), self.tr("Open a graph from a file"), self.open, "Ctrl+O"
        )
        self._save = page_action(
            self, self.tr("&Save"), self.tr("Save the graph to its file"), self.save, "Ctrl+S"
        )
        self._save_as = page_action(
            self,
            self.tr("Save &as…"),
            self.tr("Save the graph to another file"),
            self.save_as,
            "Ctrl+Shift+S",
        )
        self._fill_examples()
        self._fill_recent()
        settings.changed.connect(self._on_setting_changed)

    def menu_actions(self) -> list[QAction]:
        """Return the entries of the File menu."""
        first, second = QAction(self), QAction(self)
        for separator in (first, second):
            separator.setSeparator(True)
        return [
            self._new, self._open, self._recent_menu.menuAction(),
            self._examples_menu.menuAction(), first, self._save, self._save_as, second,
        ]  # fmt: skip

    @property
    def example_actions(self) -> list[QAction]:
        """The entries of the Examples menu."""
        return self._examples_menu.actions()

    @property
    def recent_actions(self) -> list[QAction]:
        """The entries of the menu of recent files."""
        return self._recent_menu.actions()

    def new(self) -> None:
        """Begin an empty graph."""
        if self.may_leave():
            self._document.new(is_agreed=True)
            self.reported.emit("", "info")
            self.opened.emit()

    def open(self) -> None:
        """Ask for a file and open it."""
        if not self.may_leave():
            return
        path = self.dialogs.ask_open(self._folder())
        if path is not None:
            self._open_or_report(path)

    def open_path(self, path: Path) -> None:
        """Open a file, as from the menu of recent files or by dropping it on the window."""
        if self.may_leave():
            self._open_or_report(path)

    def load(self, path: Path, *, is_agreed: bool = False) -> None:
        """Show a file's drawing without asking anything.

        Args:
            path: The file.
            is_agreed: Whether the user was asked what becomes of the present drawing.

        Raises:
            FileFormatError: It cannot be read, or is no drawing; the present one stays.
        """
        # Before it is read: what is changed in the meantime is noticed.
        stamp = stamp_of(path)
        drawing = check_drawable(read_drawing(path))
        self._document.load(drawing, path, stamp, is_agreed=is_agreed)
        remember_file(self._settings, path)
        self.opened.emit()

    def save(self) -> bool:
        """Save to the document's file, asking for one if it has none; tell whether it is saved."""
        self.asked.emit()
        path = self._document.path
        if path is None:
            return self.save_as()
        obstacle = obstacle_to(path, self._document.stamp)
        if obstacle is not None:
            answer = self.dialogs.ask_overwrite(path, obstacle)
            if answer is not Overwrite.REPLACE:
                return answer is Overwrite.ANOTHER and self.save_as()
        return self._write(path)

    def save_as(self) -> bool:
        """Ask for a file and save there; tell whether it is saved."""
        self.asked.emit()
        path = self.dialogs.ask_save(self._document.path or self._folder() / self._file_name())
        return path is not None and self._write(path)

    def may_leave(self) -> bool:
        """Tell whether the present drawing may go, asking where something would be lost."""
        self.asked.emit()
        if self._document.is_clean:
            return True
        answer = self.dialogs.ask_unsaved(self.name)
        if answer is Answer.SAVE:
            return self.save()
        return answer is Answer.DISCARD

    @property
    def name(self) -> str:
        """What the document is called: its file, its title, or untitled."""
        return shown_name(self._document.drawing, self._document.path)

    def show_example(self, name: str, *, is_agreed: bool = False) -> None:
        """Show a shipped drawing, without asking anything; `is_agreed` as in `load`."""
        found = next((example for example in examples() if example.name == name), None)
        if found is not None:
            self._document.load(found.drawing, None, is_agreed=is_agreed)
            self.opened.emit()

    def _open_or_report(self, path: Path) -> None:
        try:
            self.load(path, is_agreed=True)
        except EngineError as error:
            if not path.exists():
                forget_file(self._settings, path)
            text = self.tr("{0} was not opened. {1}")
            self.reported.emit(text.format(quote(path.name), error_sentence(error)), "error")
        else:
            self.reported.emit("", "info")

    def _write(self, path: Path) -> bool:
        try:
            stamp = write_drawing(path, self._document.drawing)
        except EngineError as error:
            text = self.tr("The graph was not saved. {0}")
            self.reported.emit(text.format(error_sentence(error)), "error")
            return False
        self._document.mark_saved(path, stamp)
        remember_file(self._settings, path)
        self.reported.emit(self.tr("Saved as {0}.").format(quote(path.name)), "info")
        return True

    def _folder(self) -> Path:
        paths = (self._document.path, *recent_files(self._settings)[:1])
        return suggested_folder(*(path.parent for path in paths if path is not None))

    def _file_name(self) -> str:
        return suggested_stem(self._document.drawing, None) + SUFFIX

    def _fill_examples(self) -> None:
        for example in examples():
            action = QAction(translate_engine(example.drawing.title), self)
            action.setToolTip(plain(translate_engine(example.drawing.description)))
            action.setStatusTip(action.toolTip())
            action.triggered.connect(self._opener(example))
            self._examples_menu.addAction(action)

    def _opener(self, example: Example) -> Callable[[], None]:
        def show() -> None:
            if self.may_leave():
                self.show_example(example.name, is_agreed=True)
                self.reported.emit("", "info")

        return show

    def _fill_recent(self) -> None:
        for old in self._recent_menu.actions():
            # It may be the very one whose click has led here, so it goes later.
            self._recent_menu.removeAction(old)
            old.deleteLater()
        for path in recent_files(self._settings):
            action = QAction(entry_text(path.name), self._recent_menu)
            action.setToolTip(plain(str(path)))
            action.setStatusTip(plain(str(path)))
            action.triggered.connect(lambda _=False, path=path: self.open_path(path))
            self._recent_menu.addAction(action)
        self._recent_menu.setEnabled(bool(self._recent_menu.actions()))

    def _on_setting_changed(self, key: Key[object]) -> None:
        if key is RECENT_FILES:
            self._fill_recent()
