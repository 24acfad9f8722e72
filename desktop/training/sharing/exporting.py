"""The training as files: programs, weights, history and pictures, from the File menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.foundation.page_action import page_action
from desktop.foundation.settings import EXPORT_FOLDER, Settings
from desktop.foundation.translation import error_sentence
from desktop.foundation.whole_file import write_whole
from desktop.tasks.latest_task import LatestTask
from desktop.training.run.session import TrainingSession
from desktop.training.sharing.export_dialogs import ExportDialogs
from desktop.training.sharing.history_table import history_csv
from desktop.training.sharing.plot_images import drawn_views, image_of, png_of
from engine.errors import EngineError
from engine.export.network_numpy import network_numpy_source
from engine.export.network_pytorch import network_pytorch_source
from engine.export.network_tables import weights_csv, weights_npz
from engine.training.network.layers import format_layers

# What makes the bytes of a file; it runs off the interface's thread.
Make = Callable[[], bytes]


class Exporting(QObject):
    """Writes files of what is shown, off the interface's thread, each whole or not at all.

    Signals:
        reported(text: str, severity: str): As `Page.reported`.
    """

    reported = Signal(str, str)

    def __init__(self, session: TrainingSession, settings: Settings, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._settings, self._page = session, settings, page
        self.dialogs: ExportDialogs = ExportDialogs(page)
        self._task = LatestTask(self)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._menu = QMenu(self.tr("Export"), page)
        self._menu.setToolTipsVisible(True)
        self.pytorch_action = self._action(
            self.tr("PyTorch program…"),
            self.tr("A program that predicts and takes the next step of training with PyTorch"),
            self.export_pytorch,
        )
        self.numpy_action = self._action(
            self.tr("NumPy program…"),
            self.tr("A program that predicts and takes the next step of training with NumPy"),
            self.export_numpy,
        )
        self.npz_action = self._action(
            self.tr("Weights as npz…"),
            self.tr("The weights and biases as arrays that NumPy loads"),
            self.export_npz,
        )
        self.weights_action = self._action(
            self.tr("Weights as CSV…"),
            self.tr("A table of every weight and bias, with all digits"),
            self.export_weights,
        )
        self.history_action = self._action(
            self.tr("History as CSV…"),
            self.tr("A table of loss, accuracy and gradients over the steps"),
            self.export_history,
        )
        self.pictures_action = self._action(
            self.tr("Pictures of the plots…"),
            self.tr("A picture of the network and of every plot that is shown, into a folder"),
            self.export_pictures,
        )

    @property
    def submenu(self) -> QAction:
        """The entry of the File menu."""
        return self._menu.menuAction()

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being written."""
        return not self._task.is_running

    def close(self) -> None:
        """Wait for what is being written."""
        self._task.close()

    def export_pytorch(self) -> None:
        """Ask for a file and write the PyTorch program."""
        run, record = self._session.run, self._session.record
        self._export("pytorch.py", lambda: network_pytorch_source(run, record).encode())

    def export_numpy(self) -> None:
        """Ask for a file and write the NumPy program."""
        run, record = self._session.run, self._session.record
        self._export("numpy.py", lambda: network_numpy_source(run, record).encode())

    def export_npz(self) -> None:
        """Ask for a file and write the weights as arrays."""
        network, parameters = self._session.run.network, self._session.record.parameters
        self._export("weights.npz", lambda: weights_npz(network, parameters))

    def export_weights(self) -> None:
        """Ask for a file and write the weights as a table."""
        network, parameters = self._session.run.network, self._session.record.parameters
        self._export("weights.csv", lambda: weights_csv(network, parameters).encode())

    def export_history(self) -> None:
        """Ask for a file and write the history as a table."""
        moments = tuple(self._session.history.moments)
        self._export("history.csv", lambda: history_csv(moments).encode())

    def export_pictures(self) -> None:
        """Ask for a folder and write a picture of each plot that is shown."""
        images = {
            f"{self._stem()}-{name}.png": image_of(view) for name, view in drawn_views(self._page)
        }
        folder = self.dialogs.ask_folder(self._folder(), list(images))
        if folder is not None:
            self._remember(folder)
            self._write([(folder / name, partial(png_of, image)) for name, image in images.items()])

    def _action(self, text: str, tooltip: str, handler: Callable[[], None]) -> QAction:
        action = page_action(self, text, tooltip, handler)
        self._menu.addAction(action)
        return action

    def _export(self, ending: str, make: Make) -> None:
        path = self.dialogs.ask_export(self._folder() / f"{self._stem()}-{ending}")
        if path is not None:
            self._remember(path.parent)
            self._write([(path, make)])

    def _write(self, files: list[tuple[Path, Make]]) -> None:
        def work() -> Iterator[list[Path]]:
            written = []
            for path, make in files:
                write_whole(path, make())
                written.append(path)
            yield written

        # One at a time: a second command must not put an end to the first.
        self._menu.setEnabled(False)
        self._task.submit(work)

    def _on_done(self, written: object) -> None:
        self._menu.setEnabled(True)
        paths = written if isinstance(written, list) else []
        if len(paths) == 1:
            self.reported.emit(self.tr("Exported as {0}.").format(paths[0].name), "info")
        else:
            self.reported.emit(self.tr("%n pictures were exported.", "", len(paths)), "info")

    def _on_failed(self, error: Exception) -> None:
        self._menu.setEnabled(True)
        if not isinstance(error, EngineError):
            raise error
        text = self.tr("The export failed. {0}").format(error_sentence(error))
        self.reported.emit(text, "error")

    def _stem(self) -> str:
        return f"network-{format_layers(self._session.run.layers)}"

    def _folder(self) -> Path:
        last = self._settings.get(EXPORT_FOLDER)
        if last and Path(last).is_dir():
            return Path(last)
        location = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(location))

    def _remember(self, folder: Path) -> None:
        self._settings.set(EXPORT_FOLDER, str(folder))
