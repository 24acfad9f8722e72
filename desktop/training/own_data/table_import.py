"""The ways in for a table: a file that is chosen or handed over, what is pasted, one used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop.files.file_chooser import ask_existing
from desktop.files.file_kind import FileKind
from desktop.foundation.page_action import page_action
from desktop.foundation.translation import filled
from desktop.training.own_data.table_dialog import TableDialog
from engine.regular_file import read_bytes
from engine.tables.limits import MOST_BYTES
from engine.training.datasets.dataset import Dataset, Source
from engine.training.run.run import TrainingRun
from engine.training.run.source_record import MOST_PACKED_BYTES

# Old and other workbooks are refused with what to do instead, which whoever opens one is told.
TABLE_SUFFIXES = (".csv", ".tsv", ".tab", ".txt", ".data", ".dat", ".xlsx", ".xls", ".ods")

_FEWEST_ROWS_PASTED = 2


class TableImport(QObject):
    """Shows a table in the dialog, which stays open over the page until it is used or not.

    Signals:
        chosen(data: Dataset): The user wants to train on this data, which knows its source.
        reported(text: str, severity: str): As `Page.reported`.
    """

    chosen = Signal(object)
    reported = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.dialog: TableDialog | None = None
        self._takes_first: Callable[[str | Path], bool] = lambda _pasted: False
        self.paste_action = page_action(
            parent,
            self.tr("Paste table"),
            self.tr("Learn from a range that was copied from a spreadsheet, or from CSV text"),
            self.paste,
            key="Ctrl+V",
        )

    def offer_first(self, take: Callable[[str | Path], bool]) -> None:
        """Let somebody else take a text or a file that is something else than a table.

        Args:
            take: Takes it, if it is that; tells whether it is.
        """
        self._takes_first = take

    def ask(self) -> None:
        """Let the user choose a file, and go on with `open`."""
        path = self._ask_path()
        if path is not None:
            self.open(path)

    def take(self, given: str | Path) -> None:
        """Take a file that was dropped, pasted or named, or a text that was copied.

        It is taken as a table, where nobody knows better.
        """
        if self._takes_first(given):
            return
        if isinstance(given, Path):
            self.open(given)
        else:
            content = given.encode("utf-8", errors="replace")
            self._show(Source(self.tr("Pasted table"), content), is_pasted=True)

    def open(self, path: Path) -> None:
        """Show a file in the dialog; what is against it is said there."""
        self._show(Source(path.name), lambda: read_bytes(path, MOST_BYTES))

    def change(self, run: TrainingRun) -> None:
        """Show a run's table again as it was used; one too long to be kept is asked for."""
        source = None if run.samples is None else run.samples.source
        if source is None:
            return
        if source.content:
            self._show(source)
            return
        told = self.tr(
            "The file of this table is too long to be kept with the training: packed it takes "
            "more than {0} MB. Choose it once more."
        )
        self.reported.emit(filled(told, MOST_PACKED_BYTES // 1_000_000), "info")
        path = self._ask_path()
        if path is not None:
            again = Source(source.title, b"", source.choices)
            self._show(again, lambda: read_bytes(path, MOST_BYTES))

    def paste(self) -> None:
        """Show the table that is on the clipboard, as text or as a file that was copied."""
        clipboard = QGuiApplication.clipboard()
        file = _copied_file(clipboard.mimeData())
        if file is not None and reads(file):
            self.take(file)
            return
        text = clipboard.text()
        if sum(1 for line in text.splitlines() if line.strip()) < _FEWEST_ROWS_PASTED:
            told = self.tr("There is no table to paste: copy two rows or more of a spreadsheet.")
            self.reported.emit(told, "warning")
            return
        self.take(text)

    def close(self) -> None:
        """Close the dialog, if it is open, and take nothing."""
        if self.dialog is not None:
            self.dialog.reject()

    def _ask_path(self) -> Path | None:
        kind = FileKind(self.tr("Tables"), TABLE_SUFFIXES)
        return ask_existing(self._parent, self.tr("Open a table"), Path(), kind)

    def _show(
        self,
        source: Source,
        load: Callable[[], bytes] | None = None,
        *,
        is_pasted: bool = False,
    ) -> None:
        self.close()
        dialog = TableDialog(source, self._parent, load=load, is_pasted=is_pasted)
        dialog.finished.connect(self._on_finished)
        dialog.other_wanted.connect(self.ask)
        self.dialog = dialog
        dialog.open()

    def _on_finished(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        data: Dataset | None = dialog.dataset
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted and data is not None:
            self.chosen.emit(data)


def reads(path: Path) -> bool:
    """Return whether a file is a table by its name."""
    return path.suffix.casefold() in TABLE_SUFFIXES


def _copied_file(copied: QMimeData | None) -> Path | None:
    """Return the one file of this computer that was copied; an empty clipboard has no data."""
    urls = [] if copied is None else copied.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
