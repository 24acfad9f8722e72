"""Keeping a training: what it is as a document, how one is shown, its file and its copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtGui import QAction

from desktop.files.document_files import DocumentFiles
from desktop.files.file_document import FileDocument
from desktop.files.file_stamp import FileStamp
from desktop.foundation.settings import Settings
from desktop.training.files.looks import Looks
from desktop.training.files.training_form import training_form, training_recovery_form
from desktop.training.run.edits import TrainingEdits
from desktop.training.run.session import TrainingSession
from desktop.widgets.bars.recovery import Recovery, RecoveryState
from desktop.widgets.panels.page import Page
from engine.training.run.setup import TrainingSetup
from engine.training.run.training_record import Edits, TrainingRecord


@dataclass(frozen=True, eq=False)
class _Work:
    """What would be lost; two are equal where nothing was done between them."""

    content: TrainingRecord

    def __eq__(self, other: object) -> bool:
        """Tell whether both are the same work."""
        return isinstance(other, _Work) and self.content.is_same_work(other.content)

    __hash__ = None  # type: ignore[assignment]  # runs cannot be hashed


@dataclass(frozen=True, eq=False)
class KeepingState:
    """Where the document stands, for a page made anew."""

    path: Path | None
    saved: TrainingRecord | None
    stamp: FileStamp | None
    recovery: RecoveryState


class TrainingKeeping(FileDocument[TrainingRecord]):
    """Owns what lets nothing be lost; to its File menu it is the document.

    As it is at first there is nothing to lose, however far that network was trained: the same steps
    come of it again.
    """

    def __init__(
        self,
        session: TrainingSession,
        edits: TrainingEdits,
        looks: Looks,
        first: TrainingSetup,
        settings: Settings,
        page: Page,
    ) -> None:
        """Prepare the menu and begin to keep copies.

        Args:
            session: The training.
            edits: What can be undone.
            looks: What of the page is looked at.
            first: What a new training begins with.
            settings: Where the recent files are kept, beside which the copies are.
            page: The page.
        """
        super().__init__(page)
        self._session, self._edits, self._looks, self._page = session, edits, looks, page
        self._first = TrainingRecord.of(first)
        self._title: str | None = None
        self.files = DocumentFiles(self, training_form(), settings, page)
        self.recovery = Recovery(
            self,
            training_recovery_form(),
            self.files,
            settings.folder / "recovery" / page.space_id,
            page,
        )
        self.files.reported.connect(page.reported)
        for signal in (session.progressed, session.restarted, session.setup_changed):
            signal.connect(self.edited)
        experiments = looks.experiments
        for told in (experiments.settings.changed, experiments.shown, experiments.log.changed):
            told.connect(lambda *_: self.edited.emit())
        self.edited.connect(self._show_title)

    def menu_actions(self) -> list[QAction]:
        """Return the entries of the File menu."""
        return self.files.menu_actions(self.recovery.back_action)

    # What the File menu asks -----------------------------------------------------------------

    @property
    def stem(self) -> str:
        """The table's name, or any training."""
        own = self._session.run.samples
        return (Path(own.title).stem if own is not None else "") or "training"

    def content(self) -> TrainingRecord:
        """Return the training with how it is looked at and what can be undone."""
        return replace(
            self._work(),
            views=self._looks.told(),
            edits=self._edits.written,
            found=self._looks.experiments.settings.found,
        )

    def unsaved(self) -> Sequence[_Work]:
        """Return what is in no file; what a lesson has opened is nobody's work."""
        if self._page.is_borrowed:
            return []
        work = self._work()
        is_known = (
            work.is_same_work(self._first, but_steps=True)
            if self.saved is None and self.path is None
            else self.saved is not None and work.is_same_work(self.saved)
        )
        return [] if is_known else [_Work(work)]

    def is_kept(self) -> bool:
        """Tell whether anything was done; a training of the first network is kept, too."""
        if self._page.is_borrowed:
            return False
        is_new = self.path is None and self.saved is None
        return bool(self.unsaved()) or (is_new and not self._work().is_same_work(self._first))

    def remember(
        self, saved: TrainingRecord | None, path: Path | None, stamp: FileStamp | None = None
    ) -> None:
        """Note what a file holds; what came of it, and undo, are not compared."""
        if saved is not None:
            saved = replace(saved, kept=None, edits=Edits())
        super().remember(saved, path, stamp)

    def begin(self) -> None:
        """Begin with the first network."""
        super().begin()
        self.open(self._first)

    def show(
        self, content: TrainingRecord, path: Path, stamp: FileStamp | None, *, is_agreed: bool
    ) -> None:
        """Show the training that a file holds."""
        super().show(content, path, stamp, is_agreed=is_agreed)
        self.open(content)

    def show_unsaved(
        self, content: TrainingRecord, path: Path | None, stamp: FileStamp | None
    ) -> None:
        """Show a training that its file does not hold, with what can be undone of it."""
        self.remember(None, path, stamp)
        self.open(content)

    # What the page asks ----------------------------------------------------------------------

    def open(self, content: TrainingRecord) -> None:
        """Show another training in the place of all there is.

        Raises:
            EngineError: The network cannot even start so; everything stays as it was.
        """
        self._session.open(replace(content, views={}, edits=Edits()))
        self._edits.take_over_written(content.edits)
        self._looks.experiments.begin_with(content)
        self._looks.show(content.views, content.run)
        self.edited.emit()

    def own_work(self) -> TrainingRecord | None:
        """Return everything of one's own; None where nothing would be missed."""
        content = self.content()
        is_first = content.is_same_work(self._first) and not content.edits.made
        return None if is_first and self.path is None else content

    def snapshot(self) -> KeepingState:
        """Return where the document stands."""
        return KeepingState(self.path, self.saved, self.stamp, self.recovery.snapshot())

    def restore(self, state: KeepingState) -> None:
        """Go on where another page's document stood."""
        super().remember(state.saved, state.path, state.stamp)
        self.recovery.take_over(state.recovery)

    def follow_borrowing(self, is_borrowed: bool) -> None:
        """Let what a lesson opens have no file, so that it is never saved over one's own."""
        if is_borrowed:
            self.remember(None, None)
        self.recovery.follow_borrowing(is_borrowed)
        self._show_title()

    def _work(self) -> TrainingRecord:
        experiments = self._looks.experiments
        return replace(
            self._session.content,
            experiments=experiments.settings.present,
            log=experiments.log.list,
        )

    def _show_title(self) -> None:
        if self._page.is_borrowed:
            # Whoever has borrowed the page says what it is called.
            self._title = None
            return
        title = self.title
        if title != self._title:
            self._title = title
            self._page.title_changed.emit(title)
