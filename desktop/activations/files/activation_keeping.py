"""Keeping what is set in the space: undo and redo, its file, and one's own work for lessons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple
from pathlib import Path

from PySide6.QtGui import QAction

from desktop.activations.files.activation_form import activation_form, recovery_form
from desktop.activations.files.activation_history import ActivationHistory
from desktop.activations.files.change_words import name_of, touched_names
from desktop.desk.history import Step, Steps
from desktop.files.document_files import DocumentFiles
from desktop.files.file_document import FileDocument
from desktop.files.file_stamp import FileStamp
from desktop.files.work_reader import WorkReader
from desktop.foundation.settings import Settings
from desktop.widgets.bars.recovery import Recovery
from desktop.widgets.panels.page import Page
from engine.activations.activation_setup import (
    ActivationSetup,
    first_setup,
    is_unsaved,
    unsaved_functions,
)
from engine.activations.activation_work import ActivationWork, check_work, read_work, to_json


class ActivationKeeping(FileDocument[ActivationSetup]):
    """Owns what lets nothing be lost; to its File menu it is the document."""

    def __init__(
        self,
        take: Callable[[], ActivationSetup],
        show: Callable[[ActivationSetup], None],
        settings: Settings,
        page: Page,
    ) -> None:
        """Prepare the menus.

        Args:
            take: Returns what is set.
            show: Sets something else.
            settings: Where the recent files are kept.
            page: The page.
        """
        super().__init__(page)
        self._take, self._show_setup, self._page = take, show, page
        self.history = ActivationHistory(take, show, self)
        self.files = DocumentFiles(self, activation_form(), settings, page)
        self.files.asked.connect(self.history.look)
        self.files.reported.connect(page.reported)
        self.reader: WorkReader[ActivationWork] = WorkReader(
            check_work, read_work, self._show_work, self
        )
        self.reader.refused.connect(lambda sentence: page.reported.emit(sentence, "error"))
        self.recovery = Recovery(
            self, recovery_form(), self.files, settings.folder / "recovery" / "activations", page
        )
        self.history.changed.connect(self._on_changed)
        self.file_changed.connect(self._show_title)

    def menu_actions(self) -> list[tuple[str, list[QAction]]]:
        """Return the entries of the File and Edit menus."""
        return [
            ("File", self.files.menu_actions(self.recovery.back_action)),
            ("Edit", self.history.actions.both),
        ]

    # What the File menu asks -----------------------------------------------------------------

    @property
    def stem(self) -> str:
        """Any setting of the space."""
        return "activations"

    def content(self) -> ActivationSetup:
        """Return all that is set."""
        return self._take()

    def unsaved(self) -> Sequence[ActivationSetup]:
        """Return what would be lost; what a lesson has opened is nobody's work."""
        if self._page.is_borrowed:
            return []
        # Work that was recovered is in no file, whatever its file is.
        is_recovered = self.saved is None and self.path is not None
        present = self._take()
        return [present] if is_recovered or is_unsaved(present, self.saved) else []

    def names_of(self, unsaved: Sequence[object]) -> Sequence[str]:
        """Return the typed functions among it; where there are none, it is all that is set."""
        found = []
        for setup in unsaved:
            if isinstance(setup, ActivationSetup):
                for name in unsaved_functions(setup, self.saved):
                    is_there = name in setup.curves.own
                    holder = setup if is_there or self.saved is None else self.saved
                    found.append(name_of(name, holder))
        return found

    def begin(self) -> None:
        """Begin with what is set at first."""
        super().begin()
        self.show_other(first_setup())

    def show(
        self, content: ActivationSetup, path: Path, stamp: FileStamp | None, *, is_agreed: bool
    ) -> None:
        """Show what a file holds; the history begins here."""
        super().show(content, path, stamp, is_agreed=is_agreed)
        self.show_other(content)

    def show_unsaved(
        self, content: ActivationSetup, path: Path | None, stamp: FileStamp | None
    ) -> None:
        """Show what no file holds as it is."""
        self.show_other(content)
        self.remember(None, path, stamp)

    def is_kept(self) -> bool:
        """Tell whether anything is set that a crash would take, be it only by trying things."""
        if self._page.is_borrowed:
            return False
        if self.saved is None and self.path is None:
            return bool(touched_names(first_setup(), self._take()))
        return bool(self.unsaved())

    def show_other(
        self, content: ActivationSetup, steps: Steps[ActivationSetup] | None = None
    ) -> None:
        """Show something else in the place of all there is, with what can be undone of it."""
        self.reader.give_up()
        self._show_setup(content)
        self.history.begin_anew(steps)

    def follow_borrowing(self, is_borrowed: bool) -> None:
        """Let what a lesson opens have no file, so that it is never saved over one's own."""
        if is_borrowed:
            self.remember(None, None)
        self._show_title()
        self.recovery.follow_borrowing(is_borrowed)

    # One's own work while a lesson has the page -----------------------------------------------

    def work_text(self) -> str | None:
        """Return everything of one's own as JSON text; None where nothing would be missed."""
        # What is being read is what there is.
        if self.reader.pending is not None:
            return self.reader.pending
        self.history.look()
        steps, setup = self.history.steps, self._take()
        if self.path is None and not steps.made and setup == first_setup():
            return None
        return to_json(
            ActivationWork(
                content=setup,
                saved=self.saved,
                path=None if self.path is None else str(self.path),
                stamp=None if self.stamp is None else astuple(self.stamp),
                edits=tuple((step.before, step.after) for step in steps.made),
                index=steps.index,
                clean_index=steps.clean_index,
            )
        )

    def _show_work(self, work: ActivationWork) -> None:
        told = self._page.told
        made = tuple(Step("", before, after) for before, after in work.edits)
        self.show_other(work.content, Steps(made, work.index, work.clean_index))
        stamp = None if work.stamp is None else FileStamp(*work.stamp)
        self.remember(work.saved, None if work.path is None else Path(work.path), stamp)
        # That one's own work is back was said while it was still being read.
        self._page.reported.emit(told, "info")

    def _on_changed(self) -> None:
        self.edited.emit()
        self._show_title()

    def _show_title(self) -> None:
        if self._page.is_borrowed:
            self._page.title_changed.emit(self._page.borrowed_title)
            return
        self._page.title_changed.emit(self.title)
