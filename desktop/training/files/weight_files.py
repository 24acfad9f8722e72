"""Weights from outside: read from a file, pasted, and made what the training begins with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.files.file_chooser import ask_existing
from desktop.files.file_kind import FileKind
from desktop.files.folders import suggested_folder
from desktop.foundation.page_action import page_action
from desktop.foundation.settings import EXPORT_FOLDER, Settings
from desktop.foundation.translation import error_sentence, filled
from desktop.training.run.edits import TrainingEdits
from desktop.training.run.session import TrainingSession
from engine.arrays import Array
from engine.errors import EngineError
from engine.file_kinds import kind_of, kind_of_text
from engine.quoting import quote
from engine.training.network.layers import Layers
from engine.training.network.weight_tables import read_weights, read_weights_file

SUFFIXES = (".npz", ".csv")


class WeightFiles(QObject):
    """Puts weights into the network shown, each time as one step to undo.

    Signals:
        reported(text: str, severity: str): As `Page.reported`.
    """

    reported = Signal(str, str)

    def __init__(
        self, session: TrainingSession, edits: TrainingEdits, settings: Settings, page: QWidget
    ) -> None:
        super().__init__(page)
        self._session, self._edits, self._settings, self._page = session, edits, settings, page
        self._read: tuple[str, Layers] | None = None
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_read)
        self._task.refused.connect(self._on_refused)
        edits.refused.connect(self._on_edit_refused)
        self._is_asking = False
        self.read_action = page_action(
            page,
            self.tr("Read weights…"),
            self.tr("Put weights that were exported, as npz or CSV, into this network"),
            self.ask,
        )
        self.paste_action = page_action(
            page,
            self.tr("Paste weights"),
            self.tr("Put a table of weights that was copied into this network"),
            self.paste,
        )
        self.start_action = page_action(
            page,
            self.tr("Start from these weights"),
            self.tr(
                "Begin this training with the weights that are shown; Reset returns to them, until "
                "another start is drawn"
            ),
            self.start,
        )

    @property
    def actions(self) -> list[QAction]:
        """What can be done with weights, for the Training menu and where weights are shown."""
        return [self.start_action, self.read_action, self.paste_action]

    def offer_on(self, *widgets: QWidget) -> None:
        """Offer it by the right button where weights are shown."""
        for widget in widgets:
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            widget.addActions(self.actions)

    def ask(self) -> None:
        """Let the user choose a file, and read it."""
        kind = FileKind(self.tr("Weights"), SUFFIXES)
        known = self._settings.get(EXPORT_FOLDER)
        folder = suggested_folder(Path(known) if known else None)
        path = ask_existing(self._page, self.tr("Read weights"), folder, kind)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file's weights into the network that is shown."""
        layers = self._session.run.layers
        self._read = path.name, layers
        self._task.submit(lambda: read_weights_file(path, layers))

    def paste(self) -> None:
        """Put the weights on the clipboard into the network that is shown."""
        self.take_text(QGuiApplication.clipboard().text())

    def take_text(self, text: str) -> None:
        """Put a table of weights into the network that is shown."""
        layers = self._session.run.layers
        self._read = self.tr("The copied table"), layers
        self._task.submit(lambda: read_weights(text.encode("utf-8", errors="replace"), layers))

    def take(self, given: str | Path) -> None:
        """Put the weights in a text, or in a file, into the network that is shown."""
        if isinstance(given, Path):
            self.read(given)
        else:
            self.take_text(given)

    def take_known(self, given: str | Path) -> bool:
        """Take a text, or a file, that is known for a table of weights; tell whether it is."""
        kind = kind_of(given) if isinstance(given, Path) else kind_of_text(given)
        if kind is None or kind.name != "weights":
            return False
        self.take(given)
        return True

    def start(self) -> None:
        """Begin with the weights that are shown, and return to them by Reset."""
        if self._put(lambda: self._edits.start_from(self._session.record.parameters)):
            self.reported.emit(
                self.tr("The training begins with these weights now. Reset returns to them."),
                "info",
            )

    def _put(self, act: Callable[[], bool]) -> bool:
        self._is_asking = True
        try:
            return act()
        finally:
            self._is_asking = False

    def _on_read(self, answer: object) -> None:
        read, self._read = self._read, None
        if read is None:
            return
        name, layers = read
        if self._session.run.layers != layers:
            text = self.tr("{} was not read: the network has other layers since.")
            self.reported.emit(filled(text, quote(name)), "warning")
            return
        weights = cast("Array", answer)
        if self._put(lambda: self._edits.edit_weights(weights)):
            self.reported.emit(
                filled(self.tr("{}: the weights are in place."), quote(name)), "info"
            )

    def _on_refused(self, sentence: str) -> None:
        read, self._read = self._read, None
        name = "" if read is None else read[0]
        text = self.tr("{0} was not read. {1}")
        self.reported.emit(filled(text, quote(name), sentence), "error")

    def _on_edit_refused(self, error: EngineError) -> None:
        if self._is_asking:
            self.reported.emit(error_sentence(error), "error")
