"""Keeping a race: undo and redo, files, still and moving pictures, as menus and by dropping."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QAction

from desktop.foundation.settings import Settings
from desktop.optimizers.centre_pane import RaceStage
from desktop.optimizers.files.race_dialogs import SUFFIX
from desktop.optimizers.files.race_files import RaceFiles
from desktop.optimizers.files.record_actions import RecordActions
from desktop.optimizers.race.race_model import RaceModel
from desktop.optimizers.race.setup_history import SetupHistory
from desktop.widgets.panels.page import Page
from engine.races.race_file import RaceFile
from engine.races.race_setup import RaceSetup, default_setup
from engine.surfaces.catalog import SURFACES


class RaceKeeping(QObject):
    """Owns what lets nothing be lost.

    Signals:
        opened(content: RaceFile): The model has a file's setups; the page is to show the rest.
    """

    opened = Signal(object)

    def __init__(
        self,
        model: RaceModel,
        stage: RaceStage,
        take: Callable[[], RaceFile],
        settings: Settings,
        page: Page,
    ) -> None:
        super().__init__(page)
        self._model, self._page = model, page
        self.history = SetupHistory(model, self)
        self.files = RaceFiles(take, settings, page)
        self.recording = RecordActions(
            stage.step_bar.go_to,
            lambda: stage.pictures,
            lambda: stage.surface_stage.is_settled,
            lambda: model.result,
            lambda: stage.step_bar.position,
            page,
        )
        self.recording.begun.connect(stage.step_bar.pause)
        self.recording.reported.connect(page.reported)
        self.files.reported.connect(page.reported)
        self.files.opened.connect(self._on_opened)
        self.files.begun.connect(self._on_begun)
        self.files.title_changed.connect(self._show_title)
        model.setup_changed.connect(self._show_title)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is read, recorded or written."""
        return self.files.is_settled and self.recording.is_settled

    def menu_actions(self) -> list[tuple[str, list[QAction]]]:
        """Return the entries of the File and Edit menus."""
        file = [*self.files.menu_actions(), *self.recording.menu_actions()]
        return [("File", file), ("Edit", [self.history.undo_action, self.history.redo_action])]

    def close_tasks(self) -> None:
        """Read, record and write nothing more."""
        self.files.close_task()
        self.recording.close_tasks()

    def _on_opened(self, content: RaceFile) -> None:
        self._begin({setup.surface: setup for setup in content.setups})
        self._page.reported.emit("", "info")
        self.opened.emit(content)
        self._show_title()

    def _on_begun(self) -> None:
        first = default_setup(next(iter(SURFACES)))
        self._begin({first.surface: first})
        self._page.reported.emit("", "info")

    def _begin(self, setups: dict[str, RaceSetup]) -> None:
        self._model.begin_anew(setups)
        self.history.begin_anew()

    def _show_title(self) -> None:
        has_name = self.files.path is not None
        mark = "" if self.files.is_clean else " *"
        self._page.title_changed.emit(f"{self.files.name}{mark}" if has_name else "")


def dropped_race(data: QMimeData) -> Path | None:
    """Return the race file that is being dropped, if it is one."""
    for url in data.urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and path.suffix == SUFFIX:
            return path
    return None
