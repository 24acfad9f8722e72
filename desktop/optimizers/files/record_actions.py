"""Recording the race as a GIF, and a still of it as a PNG: the actions and their progress."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from desktop.desk.explaining import explain
from desktop.files.file_exports import FileExports
from desktop.files.file_kind import FileKind
from desktop.files.folders import Place
from desktop.files.pictures import encoded
from desktop.foundation.page_action import page_action
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.settings import Settings
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled, translate_engine
from desktop.optimizers.files.frames import Entry, compose
from desktop.optimizers.files.recorder import Recorder
from engine.races.race_setup import RaceResult

_GIF, _PNG = FileKind("GIF", (".gif",)), FileKind("PNG", (".png",))
_BAR_PX = 8


class RecordRow(QWidget):
    """What stands over the race while it is recorded: how far, and a button to cancel.

    Signals:
        cancel_wanted(): The recording is to be given up.
    """

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = PlainLabel(self.tr("Recording"), self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        tip = self.tr("How many frames are recorded")
        explain(self.bar, self.tr("Progress of the recording"), tip)
        self.button = QPushButton(self.tr("Cancel"), self)
        tip = self.tr("Give the recording up; no file is written")
        explain(self.button, self.tr("Cancel the recording"), tip)
        self.button.clicked.connect(self.cancel_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.label)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.button)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)

    def _on_theme_changed(self) -> None:
        self.bar.setFixedHeight(theme().px(_BAR_PX))
        self.button.setIcon(theme().icon("x"))


class RecordActions(QObject):
    """Two entries of the File menu.

    Signals:
        reported(text: str, severity: str): How it went.
        begun(): A recording begins: nothing is to play meanwhile.
    """

    reported = Signal(str, str)
    begun = Signal()

    def __init__(
        self,
        show: Callable[[int], None],
        parts: Callable[[], Sequence[QWidget]],
        is_drawn: Callable[[], bool],
        result: Callable[[], RaceResult | None],
        step: Callable[[], int],
        settings: Settings,
        parent: QWidget,
    ) -> None:
        """Prepare.

        Args:
            show: Shows a step.
            parts: Returns the widgets of a frame.
            is_drawn: Tells whether they show all of the step, or are still being drawn.
            result: Returns the race that is shown.
            step: Returns the step that is shown.
            settings: Where the folder of the last export is kept.
            parent: The page.
        """
        super().__init__(parent)
        self._show, self._parts, self._result, self._step = show, parts, result, step
        self._before = 0
        self.files = FileExports(settings, parent, self, Place.PicturesLocation)
        self.row = RecordRow(parent)
        self.recorder = Recorder(show, parts, is_drawn, self._compose, self)
        self.record_action = page_action(
            self, self.tr("&Record as GIF…"),
            self.tr("Save the race from its start to its end as a moving picture"),
            self.record, "Ctrl+Shift+G",
        )  # fmt: skip
        self.picture_action = page_action(
            self, self.tr("Save &picture…"),
            self.tr("Save what is shown of the race at this step as a PNG picture"),
            self.save_picture, "Ctrl+Shift+P",
        )  # fmt: skip
        self._line = QAction(self)
        self._line.setSeparator(True)
        self.row.cancel_wanted.connect(self.cancel)
        self.recorder.progressed.connect(self.row.show_progress)
        self.recorder.busy_changed.connect(self._on_busy_changed)
        self.recorder.finished.connect(self._on_written)
        self.recorder.refused.connect(self._on_refused)
        self.files.written.connect(lambda paths: self._on_written(paths[0]))
        self.files.refused.connect(self._on_refused)

    def menu_actions(self) -> list[QAction]:
        """Return the entries of the File menu."""
        return [self.picture_action, self.record_action, self._line]

    def record(self) -> None:
        """Ask for a file and record."""
        path = self._ask(_GIF)
        if path is not None:
            self.record_to(path)

    def record_to(self, path: Path) -> None:
        """Record into a file."""
        result = self._result()
        if result is None or not result.race.trajectories:
            text = self.tr("There is nothing to record: no method takes part in the race.")
            self.reported.emit(text, "error")
            return
        self.begun.emit()
        self._before = self._step()
        self.recorder.record(path, result.setup.steps)

    def save_picture(self) -> None:
        """Ask for a file and save the present step as a picture."""
        path = self._ask(_PNG)
        if path is not None:
            self.save_picture_to(path)

    def save_picture_to(self, path: Path) -> None:
        """Save the present step as a picture."""
        image = self._compose([part.grab() for part in self._parts()], self._step())
        self.files.write({path: lambda: encoded(image)})

    def cancel(self) -> None:
        """Give a recording up."""
        was_busy = self.recorder.is_busy
        self.recorder.cancel()
        if was_busy:
            self._show(self._before)
            self.reported.emit(self.tr("The recording was given up; no file was written."), "info")

    def _ask(self, kind: FileKind) -> Path | None:
        name = f"race{kind.suffixes[0]}"
        return self.files.ask_file(self.tr("Save picture"), name, kind)

    def _compose(self, pictures: Sequence[QPixmap], step: int) -> QImage:
        result = self._result()
        entries: list[Entry] = []
        surface = ""
        if result is not None:
            surface = translate_engine(result.setup.record.title)
            entries = [
                Entry(t.run.optimizer.name, translate_engine(t.run.optimizer.title))
                for t in result.race.trajectories
            ]
        caption = filled(self.tr("{0} · step {1}"), surface, step)
        return compose(pictures, entries, caption)

    def _on_busy_changed(self, is_busy: bool) -> None:
        self.row.show_progress(0, 1)
        self.row.setVisible(is_busy)
        self.record_action.setEnabled(not is_busy)

    def _on_written(self, path: object) -> None:
        if isinstance(path, Path):
            if path.suffix == ".gif":
                self._show(self._before)
                self.files.remember(path)
            self.reported.emit(filled(self.tr("Saved as {0}."), path.name), "info")

    def _on_refused(self, sentence: str) -> None:
        self.reported.emit(filled(self.tr("The picture was not saved. {0}"), sentence), "error")
