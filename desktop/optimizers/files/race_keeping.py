"""Keeping a race: undo and redo, its file, still and moving pictures, as menus and by dropping."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QAction

from desktop.desk.history import Steps
from desktop.desk.settling import has_settled
from desktop.files.document_files import DocumentFiles
from desktop.files.file_document import FileDocument
from desktop.files.file_stamp import FileStamp
from desktop.foundation.settings import Settings
from desktop.optimizers.centre_pane import RaceStage
from desktop.optimizers.files.race_form import race_form, recovery_form
from desktop.optimizers.files.record_actions import RecordActions
from desktop.optimizers.race.race_model import RaceModel
from desktop.optimizers.race.setup_history import SetupHistory
from desktop.optimizers.race.setup_words import words_of
from desktop.widgets.bars.recovery import Recovery
from desktop.widgets.panels.page import Page
from engine.races.race_file import RaceFile, unsaved_setups
from engine.races.race_setup import RaceSetup, default_setup
from engine.surfaces.catalog import SURFACES


class RaceKeeping(FileDocument[RaceFile]):
    """Owns what lets nothing be lost; to its File menu it is the document."""

    def __init__(
        self,
        model: RaceModel,
        stage: RaceStage,
        take: Callable[[], RaceFile],
        show_rest: Callable[[RaceFile], None],
        settings: Settings,
        page: Page,
    ) -> None:
        """Prepare the menus.

        Args:
            model: The race.
            stage: What is pictured.
            take: Returns what there is to save.
            show_rest: Shows what of a file is not the model's.
            settings: Where the recent files are kept.
            page: The page.
        """
        super().__init__(page)
        self._model, self._page = model, page
        self._take, self._show_rest = take, show_rest
        self.history = SetupHistory(model, self)
        self.files = DocumentFiles(self, race_form(), settings, page)
        self.recording = RecordActions(
            stage.step_bar.go_to,
            lambda: stage.pictures,
            lambda: has_settled(stage.surface_stage),
            lambda: model.result,
            lambda: stage.step_bar.position,
            settings,
            page,
        )
        self.recording.begun.connect(stage.step_bar.pause)
        self.recording.reported.connect(page.reported)
        self.files.reported.connect(page.reported)
        self.file_changed.connect(self._show_title)
        self.recovery = Recovery(
            self, recovery_form(), self.files, settings.folder / "recovery" / "races", page
        )
        model.setup_changed.connect(self._on_changed)

    def menu_actions(self) -> list[tuple[str, list[QAction]]]:
        """Return the entries of the File and Edit menus."""
        file = [*self.files.menu_actions(self.recovery.back_action), *self.recording.menu_actions()]
        return [("File", file), ("Edit", self.history.actions.both)]

    # What the File menu asks -----------------------------------------------------------------

    @property
    def stem(self) -> str:
        """Any race."""
        return "race"

    def content(self) -> RaceFile:
        """Return the whole setting."""
        return self._take()

    def unsaved(self) -> Sequence[RaceSetup]:
        """Return the setups that would be lost; what a lesson has opened is nobody's work."""
        if self._page.is_borrowed:
            return []
        present = self._take()
        if self.saved is None and self.path is not None:
            # Work that was recovered is in no file, whatever its file is.
            return list(present.setups)
        return unsaved_setups(present, self.saved)

    def is_kept(self) -> bool:
        """Tell whether anything is set that a crash would take, be it only by playing."""
        if self._page.is_borrowed:
            return False
        if self.saved is None and self.path is None:
            return self._take().setups != (_first(),)
        return bool(self.unsaved())

    def names_of(self, unsaved: Sequence[object]) -> Sequence[str]:
        """Return what their surfaces are called."""
        return [words_of(setup) for setup in unsaved if isinstance(setup, RaceSetup)]

    def begin(self) -> None:
        """Begin with the first surface."""
        first = _first()
        super().begin()
        self._begin({first.surface: first})

    def show(
        self, content: RaceFile, path: Path, stamp: FileStamp | None, *, is_agreed: bool
    ) -> None:
        """Race what a file holds."""
        super().show(content, path, stamp, is_agreed=is_agreed)
        self._begin({setup.surface: setup for setup in content.setups})
        self._show_rest(content)
        self._show_title()

    def show_unsaved(self, content: RaceFile, path: Path | None, stamp: FileStamp | None) -> None:
        """Race what no file holds as it is."""
        self.show_other(content)
        self.remember(None, path, stamp)

    def follow_borrowing(self, is_borrowed: bool) -> None:
        """Let what a lesson opens have no file, so that it is never saved over one's own."""
        if is_borrowed:
            self.remember(None, None)
        self._show_title()
        self.recovery.follow_borrowing(is_borrowed)

    def show_other(self, content: RaceFile, steps: Steps[RaceSetup] | None = None) -> None:
        """Race something else in the place of all there is, with what can be undone of it."""
        self._model.begin_anew({setup.surface: setup for setup in content.setups})
        self.history.begin_anew(steps)
        self._show_rest(content)
        self._show_title()

    def _begin(self, setups: dict[str, RaceSetup]) -> None:
        self._model.begin_anew(setups)
        self.history.begin_anew()

    def _on_changed(self) -> None:
        self.edited.emit()
        self._show_title()

    def _show_title(self) -> None:
        if self._page.is_borrowed:
            self._page.title_changed.emit(self._page.borrowed_title)
            return
        self._page.title_changed.emit(self.title)


def _first() -> RaceSetup:
    return default_setup(next(iter(SURFACES)))
