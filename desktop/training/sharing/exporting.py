"""The training as files: programs, weights, history and pictures, from the File menu."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QMenu, QWidget

from desktop.files.file_exports import FileExports, Make
from desktop.files.file_kind import FileKind
from desktop.files.pictures import DrawnWidget, encoded, image_of
from desktop.foundation.page_action import explain_action, page_action
from desktop.foundation.settings import Settings
from desktop.foundation.translation import filled
from desktop.training.network.view import NetworkView
from desktop.training.run.session import TrainingSession
from desktop.widgets.plots.plot_view import PlotView
from engine.export.history_table import history_csv
from engine.export.network_numpy import network_numpy_source
from engine.export.network_pytorch import network_pytorch_source
from engine.export.network_tables import weights_csv, weights_npz
from engine.training.network.layers import format_layers

_LONGEST_STEM = 40


class Exporting(QObject):
    """Writes files of what is shown, off the interface's thread, each whole or not at all.

    Signals:
        reported(text: str, severity: str): As `Page.reported`.
    """

    reported = Signal(str, str)

    def __init__(self, session: TrainingSession, settings: Settings, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self.files = FileExports(settings, page, self)
        self.files.written.connect(self._on_written)
        self.files.refused.connect(self._on_refused)
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
            self.tr(
                "The weights and biases as arrays that NumPy loads: W1 has a row for each input "
                "and a column for each unit, as in x·W1 + b1 with samples in rows"
            ),
            self.export_npz,
        )
        self.weights_action = self._action(
            self.tr("Weights as CSV…"),
            self.tr(
                "A table of every weight and bias, with all digits and the units it leads from "
                "and to"
            ),
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

        self._told = {
            action: action.toolTip()
            for action in (
                self.pytorch_action,
                self.numpy_action,
                self.npz_action,
                self.weights_action,
            )
        }
        session.setup_changed.connect(self._tell_scales)
        self._tell_scales()

    @property
    def submenu(self) -> QAction:
        """The entry of the File menu."""
        return self._menu.menuAction()

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
        run, parameters = self._session.run, self._session.record.parameters
        self._export("weights.npz", lambda: weights_npz(run.network, parameters, run.dataset))

    def export_weights(self) -> None:
        """Ask for a file and write the weights as a table."""
        run, parameters = self._session.run, self._session.record.parameters
        self._export(
            "weights.csv", lambda: weights_csv(run.network, parameters, run.dataset).encode()
        )

    def export_history(self) -> None:
        """Ask for a file and write the history as a table."""
        moments = tuple(self._session.history.moments)
        self._export("history.csv", lambda: history_csv(moments).encode())

    def export_pictures(self) -> None:
        """Ask for a folder and write a picture of each plot that is shown."""
        images = {
            f"{self._stem()}-{name}.png": _image_of(view) for name, view in _drawn_views(self._page)
        }
        folder = self.files.ask_folder(self.tr("Folder for the pictures"), list(images))
        if folder is not None:
            self.files.write(
                {folder / name: partial(encoded, image) for name, image in images.items()}
            )

    def _tell_scales(self) -> None:
        """Say of a run that standardizes what its weights are for."""
        programs, files = "", ""
        if self._session.run.dataset.scales:
            programs = self.tr(
                "The weights are for standardized inputs; the program does that and undoes it, so "
                "that it takes and gives numbers in the table’s units."
            )
            files = self.tr(
                "The weights are for standardized inputs: the file has the means and deviations "
                "beside them."
            )
        for action, told in self._told.items():
            is_program = action in (self.pytorch_action, self.numpy_action)
            more = programs if is_program else files
            explain_action(action, f"{told}. {more}" if more else told)

    def _action(self, text: str, tooltip: str, handler: Callable[[], None]) -> QAction:
        action = page_action(self, text, tooltip, handler)
        self._menu.addAction(action)
        return action

    def _export(self, ending: str, make: Make) -> None:
        suffix = Path(ending).suffix
        kind = FileKind(f"*{suffix}", (suffix,))
        path = self.files.ask_file(self.tr("Export"), f"{self._stem()}-{ending}", kind)
        if path is not None:
            self.files.write({path: make})

    def _on_written(self, paths: list[Path]) -> None:
        if len(paths) == 1:
            self.reported.emit(filled(self.tr("Exported as {0}."), paths[0].name), "info")
        else:
            self.reported.emit(self.tr("%n pictures were exported.", "", len(paths)), "info")

    def _on_refused(self, sentence: str) -> None:
        self.reported.emit(filled(self.tr("The export failed. {0}"), sentence), "error")

    def _stem(self) -> str:
        """Return how the files' names begin: with the table's, where the samples are one."""
        run = self._session.run
        title = "" if run.samples is None else Path(run.samples.title).stem
        words = re.findall(r"\w+", title[:_LONGEST_STEM])
        return "-".join([*words, "network", format_layers(run.layers)])


def _drawn_views(page: QWidget) -> Iterator[tuple[str, QWidget]]:
    """Yield every plot and network that is seen in a page, each with a name for its file."""
    taken: set[str] = set()
    for view in [*page.findChildren(NetworkView), *page.findChildren(PlotView)]:
        if not view.isVisibleTo(page) or view.width() < 2 or view.height() < 2:
            continue
        stem = _stem_of(view)
        name, number = stem, 2
        while name in taken:
            name, number = f"{stem}-{number}", number + 1
        taken.add(name)
        yield name, view


def _image_of(view: QWidget) -> QImage:
    """Return what the view's own menu would save."""
    return view.export.image() if isinstance(view, PlotView) else image_of(DrawnWidget(view))


def _stem_of(view: QWidget) -> str:
    words = re.findall(r"\w+", view.accessibleName() or type(view).__name__)
    return "-".join(words).lower() or "plot"
