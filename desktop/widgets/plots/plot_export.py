"""A plot for other programs: its picture as PNG or SVG, its numbers as CSV, on disk or copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QMenu, QWidget

from desktop.files.file_exports import FileExports, Make
from desktop.files.file_kind import FileKind
from desktop.files.pictures import SHARPNESS, DrawnWidget, copy_picture, encoded, image_of, svg_of
from desktop.foundation.page_action import page_action
from desktop.foundation.translation import filled
from desktop.widgets.panels.page import settings_of, tell

_LONGEST_NAME = 40
FORMS: dict[str, str] = {"png": "PNG", "svg": "SVG", "csv": "CSV"}
Entry = QAction | None


class PlotExport(QObject):
    """Saves and copies what one widget shows; writing runs beside the interface.

    The page under the widget tells where it went, or why it did not.
    """

    def __init__(
        self,
        widget: QWidget,
        table: Callable[[], Callable[[], str]] | None = None,
        drawn_plainly: Callable[[float], AbstractContextManager[None]] | None = None,
    ) -> None:
        """Prepare the exports of a widget.

        Args:
            widget: What is pictured.
            table: Takes the numbers as they stand and returns what makes their text, on whatever
                thread; None if there are none.
            drawn_plainly: What has to hold while it is pictured with pens so much wider.
        """
        super().__init__(widget)
        self._widget = widget
        self._table = table
        self._drawn_plainly = drawn_plainly or (lambda _: nullcontext())
        self._files: FileExports | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that this widget can be saved in."""
        return tuple(form for form in FORMS if form != "csv" or self._table is not None)

    @property
    def title(self) -> str:
        """What the picture is called."""
        return self._widget.accessibleName() or self.tr("Plot")

    def save(self, form: str) -> None:
        """Ask for a file and write there."""
        files = self._files or self._make_files()
        kind = FileKind(FORMS[form], (f".{form}",))
        title = filled(self.tr("Save the plot as {0}"), FORMS[form])
        path = files.ask_file(title, f"{_file_stem(self.title)}.{form}", kind)
        if path is not None:
            files.write({path: self._maker(form)})

    def copy_picture(self) -> None:
        """Put the picture on the clipboard, in pixels and as SVG."""
        copy_picture(self.image(), self._drawing())
        tell(self._widget, self.tr("The picture is on the clipboard."))

    def _make_files(self) -> FileExports:
        # Which page a plot stands on is known when it is used, and few are.
        self._files = files = FileExports(settings_of(self._widget), self._widget, self)
        files.written.connect(self._on_written)
        files.refused.connect(self._on_refused)
        return files

    def _maker(self, form: str) -> Make:
        """Take what is shown now, and return what puts it into a form on another thread."""
        if form == "png":
            image = self.image()
            return lambda: encoded(image)
        if form == "svg":
            drawing = self._drawing()
            return lambda: drawing
        assert self._table is not None, "a menu offers no table of what has no numbers"
        text = self._table()
        return lambda: text().encode()

    def image(self) -> QImage:
        """Return the picture in pixels."""
        with self._drawn_plainly(SHARPNESS):
            return image_of(DrawnWidget(self._widget))

    def _drawing(self) -> bytes:
        with self._drawn_plainly(1.0):
            return svg_of(DrawnWidget(self._widget, self.title))

    def _on_written(self, paths: list[Path]) -> None:
        tell(self._widget, filled(self.tr("The plot was saved to {0}."), paths[0].name))

    def _on_refused(self, sentence: str) -> None:
        tell(self._widget, filled(self.tr("The plot was not saved. {0}"), sentence), "error")


def _file_stem(title: str) -> str:
    """A title as a file's name: words joined by hyphens."""
    letters = "".join(letter if letter.isalnum() else " " for letter in title)
    return "-".join(letters.casefold().split())[:_LONGEST_NAME] or "plot"


def export_entries(menu: QMenu, export: PlotExport) -> list[QAction]:
    """Return the entries that save and copy what a widget shows; they belong to the menu."""
    save = QCoreApplication.translate("PlotMenu", "Save as {0}…")
    tips = {
        "png": QCoreApplication.translate("PlotMenu", "Save the picture in pixels"),
        "svg": QCoreApplication.translate("PlotMenu", "Save the picture in lines and letters"),
        "csv": QCoreApplication.translate("PlotMenu", "Save the numbers that are shown, in full"),
    }
    entries = [
        page_action(menu, filled(save, FORMS[form]), tips[form], _saver(export, form))
        for form in export.forms
    ]
    copy = page_action(
        menu,
        QCoreApplication.translate("PlotMenu", "Copy picture"),
        QCoreApplication.translate("PlotMenu", "Put the picture on the clipboard"),
        export.copy_picture,
    )
    return [*entries, copy]


def _saver(export: PlotExport, form: str) -> Callable[[], None]:
    return lambda: export.save(form)


def make_menu(
    parent: QWidget, export: PlotExport, first: Callable[[QMenu], Sequence[Entry]] | None = None
) -> QMenu:
    """Return a menu for one use: a widget's own entries, then those that export it.

    Args:
        parent: The widget that the menu is about.
        export: Its exports.
        first: Makes the widget's own entries, which belong to the menu; None is a separator.
    """
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    entries: list[Entry] = [] if first is None else [*first(menu), None]
    for entry in [*entries, *export_entries(menu, export)]:
        if entry is None:
            menu.addSeparator()
        else:
            menu.addAction(entry)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
