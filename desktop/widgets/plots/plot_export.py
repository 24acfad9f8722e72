"""A plot for other programs: its picture as PNG or SVG, its numbers as CSV, on disk or copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMimeData,
    QObject,
    QPoint,
    QRect,
    QSize,
    QStandardPaths,
)
from PySide6.QtGui import QAction, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QMenu, QWidget

from desktop.files.file_kind import FileKind
from desktop.files.save_dialogs import SaveDialogs
from desktop.foundation.page_action import page_action
from desktop.foundation.theme import theme
from desktop.foundation.translation import error_sentence
from desktop.foundation.whole_file import write_whole
from desktop.tasks.latest_task import LatestTask
from desktop.widgets.panels.page import tell
from engine.errors import EngineError

_MARGIN = 8
_SCALE = 2.0
# Pixels per inch that Qt reckons letters in while painting widgets.
_RESOLUTION = 96
_LONGEST_NAME = 40
FORMS: dict[str, str] = {"png": "PNG", "svg": "SVG", "csv": "CSV"}
Entry = QAction | None


class ExportFolder:
    """Where the next export is suggested to go: where the last one went."""

    path: Path | None = None


def image_of(widget: QWidget, scale: float) -> QImage:
    """Return a picture of a widget on the theme's ground, with more pixels each way."""
    size = widget.size() + QSize(2 * _MARGIN, 2 * _MARGIN)
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(theme().color("canvas"))
    painter = QPainter(image)
    _render(widget, painter)
    painter.end()
    return image


def svg_of(widget: QWidget, title: str) -> bytes:
    """Return a drawing of a widget whose lines and letters stay lines and letters."""
    size = widget.size() + QSize(2 * _MARGIN, 2 * _MARGIN)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(0, 0), size))
    generator.setTitle(title)
    generator.setResolution(_RESOLUTION)
    painter = QPainter(generator)
    painter.fillRect(QRect(QPoint(0, 0), size), theme().color("canvas"))
    _render(widget, painter)
    painter.end()
    return bytes(buffer.data().data())


def _render(widget: QWidget, painter: QPainter) -> None:
    flags = QWidget.RenderFlag.DrawChildren
    widget.render(painter, QPoint(_MARGIN, _MARGIN), renderFlags=flags)


def _encoded(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The binding takes a text here, whatever its signature says.
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


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
        self.dialogs = SaveDialogs(widget)
        self._table = table
        self._drawn_plainly = drawn_plainly or (lambda _: nullcontext())
        self._task = LatestTask(self)
        self._task.done.connect(self._on_written)
        self._task.failed.connect(self._on_failed)

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that this widget can be saved in."""
        return tuple(form for form in FORMS if form != "csv" or self._table is not None)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self._task.is_running

    @property
    def title(self) -> str:
        """What the picture is called."""
        return self._widget.accessibleName() or self.tr("Plot")

    def save(self, form: str) -> None:
        """Ask for a file and write there."""
        path = self._ask(form)
        if path is not None:
            self.save_to(form, path)

    def save_to(self, form: str, path: Path) -> None:
        """Write to a file as ``"png"``, ``"svg"`` or ``"csv"``."""
        make = self._maker(form)

        def run() -> Iterator[Path]:
            write_whole(path, make())
            yield path

        self._task.submit(run)

    def copy_picture(self) -> None:
        """Put the picture on the clipboard, in pixels and as SVG."""
        content = QMimeData()
        content.setImageData(self.image())
        content.setData("image/svg+xml", QByteArray(self._drawing()))
        QGuiApplication.clipboard().setMimeData(content)
        tell(self._widget, self.tr("The picture is on the clipboard."))

    def _maker(self, form: str) -> Callable[[], bytes]:
        """Take what is shown now, and return what puts it into a form on another thread."""
        if form == "png":
            image = self.image()
            return lambda: _encoded(image)
        if form == "svg":
            drawing = self._drawing()
            return lambda: drawing
        assert self._table is not None, "a menu offers no table of what has no numbers"
        text = self._table()
        return lambda: text().encode()

    def image(self) -> QImage:
        """Return the picture in pixels."""
        with self._drawn_plainly(_SCALE):
            return image_of(self._widget, _SCALE)

    def _drawing(self) -> bytes:
        with self._drawn_plainly(1.0):
            return svg_of(self._widget, self.title)

    def _ask(self, form: str) -> Path | None:
        folder = ExportFolder.path
        if folder is None or not folder.is_dir():
            place = QStandardPaths.StandardLocation.DocumentsLocation
            folder = Path(QStandardPaths.writableLocation(place))
        title = self.tr("Save the plot as {0}").format(FORMS[form])
        suggestion = folder / f"{_file_stem(self.title)}.{form}"
        return self.dialogs.ask_file(title, suggestion, FileKind(FORMS[form], (f".{form}",)))

    def _on_written(self, path: object) -> None:
        if isinstance(path, Path):
            ExportFolder.path = path.resolve().parent
            tell(self._widget, self.tr("The plot was saved to {0}.").format(path.name))

    def _on_failed(self, error: object) -> None:
        if not isinstance(error, EngineError):
            raise error if isinstance(error, Exception) else TypeError(error)
        tell(
            self._widget,
            self.tr("The plot was not saved. {0}").format(error_sentence(error)),
            "error",
        )


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
        page_action(menu, save.format(FORMS[form]), tips[form], _saver(export, form))
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
