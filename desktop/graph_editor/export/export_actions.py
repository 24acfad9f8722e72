"""File ▸ Export and File ▸ Copy as: the graph for other programs, as a file or on the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget

from desktop.files.file_exports import FileExports
from desktop.files.file_kind import FileKind
from desktop.files.pictures import copy_picture, image_of
from desktop.foundation.page_action import page_action
from desktop.foundation.settings import Settings
from desktop.foundation.translation import error_sentence, filled, translate_engine
from desktop.graph_editor.canvas.canvas_view import CanvasView
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.export.canvas_record import CanvasRecord, record_canvas
from desktop.graph_editor.export.forms import FORMS, PICTURES, SOURCES, Form, outlined_svg_of
from desktop.graph_editor.files.file_names import suggested_stem
from engine.errors import EngineError


class ExportActions(QObject):
    """Exports what a canvas shows.

    Signals:
        asked(): The drawing is about to be exported: what is being typed belongs to it.
        reported(text: str, severity: str): What was exported, or why nothing was.
    """

    asked = Signal()
    reported = Signal(str, str)

    def __init__(
        self, document: Document, view: CanvasView, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._document, self._view = document, view
        self.files = FileExports(settings, parent, self)
        self.files.written.connect(self._on_written)
        self.files.refused.connect(self._on_refused)
        self.only_seen = self._switch(
            self.tr("Only the part in view"),
            self.tr("Export the part of the canvas that is in view, not all of it"),
        )
        self.grouped = self._switch(
            self.tr("Keep groups together"),
            self.tr("Write each group as a function of its own, where the form knows functions"),
        )
        self.grouped.setChecked(True)
        self.actions_by_name: dict[str, QAction] = {}
        self.export_menu = self._make_export_menu(parent)
        self.copy_menu = self._make_copy_menu(parent)
        document.changed.connect(self._enable)
        self._enable()

    def among(self, entries: list[QAction]) -> list[QAction]:
        """Return the entries of the File menu with the exports before its last separator."""
        separator = QAction(self)
        separator.setSeparator(True)
        menus = (self.export_menu.menuAction(), self.copy_menu.menuAction())
        return [*entries[:-1], separator, *menus, entries[-1]]

    def export(self, form: Form) -> None:
        """Ask for a file and export there."""
        self.asked.emit()
        title = filled(self.tr("Export as {0}"), form.shown_title)
        kind, name = FileKind(form.shown_title, (form.suffix,)), form.file_name(self._stem())
        own = self._document.path
        path = self.files.ask_file(title, name, kind, beside=own.parent if own else None)
        if path is not None:
            self.export_to(form, path)

    def export_to(self, form: Form, path: Path) -> None:
        """Export to a file."""
        make = self._maker(form)
        if make is not None:
            self.files.write({path: make})

    def copy(self, form: Form) -> None:
        """Put the graph's text in a form on the clipboard."""
        self.asked.emit()
        make = self._maker(form)
        if make is not None:
            self.files.make(make, lambda made: self._on_copied(form, made))

    def copy_picture(self) -> None:
        """Put a picture of the canvas on the clipboard, in pixels and as SVG."""
        self.asked.emit()
        record = self._record()
        if record is not None:
            self.files.make(lambda: (image_of(record), outlined_svg_of(record)), self._on_picture)

    # Menus ----------------------------------------------------------------------------------

    def _make_export_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(self.tr("&Export"), parent)
        menu.setToolTipsVisible(True)
        for form in PICTURES:
            menu.addAction(self._export_action(form))
        menu.addAction(self.only_seen)
        menu.addSeparator()
        for form in SOURCES:
            menu.addAction(self._export_action(form))
        menu.addAction(self.grouped)
        return menu

    def _make_copy_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(self.tr("&Copy as"), parent)
        menu.setToolTipsVisible(True)
        picture = page_action(
            self,
            self.tr("Picture"),
            self.tr("Put a picture of the graph on the clipboard, in pixels and as SVG"),
            self.copy_picture,
            "Ctrl+Shift+C",
        )
        self.actions_by_name["copy_picture"] = picture
        menu.addAction(picture)
        menu.addSeparator()
        for form in SOURCES:
            action = page_action(
                self, form.shown_title, form.shown_summary, self._runner(self.copy, form)
            )
            self.actions_by_name[f"copy_{form.name}"] = action
            menu.addAction(action)
        return menu

    def _export_action(self, form: Form) -> QAction:
        key = "Ctrl+E" if form.name == "png" else ""
        action = page_action(
            self, f"{form.shown_title}…", form.shown_summary, self._runner(self.export, form), key
        )
        self.actions_by_name[f"export_{form.name}"] = action
        return action

    def _runner(self, run: Callable[[Form], None], form: Form) -> Callable[[], None]:
        return lambda: run(form)

    def _switch(self, text: str, tip: str) -> QAction:
        action = page_action(self, text, tip)
        action.setCheckable(True)
        return action

    def _enable(self) -> None:
        graph = self._document.graph
        for action in self.actions_by_name.values():
            action.setEnabled(bool(graph.nodes))
        self.grouped.setEnabled(bool(graph.groups) and any(form.knows_groups for form in FORMS))

    # What is made ---------------------------------------------------------------------------

    def _maker(self, form: Form) -> Callable[[], bytes] | None:
        """Return what makes the export on another thread; None if there is nothing to make."""
        draw = form.draw
        if draw is not None:
            record = self._record()
            return None if record is None else lambda: draw(record)
        graph = self._document.graph
        grouped = self.grouped.isChecked() and bool(graph.groups)
        # What an exercise asks for is not to be read in a file either.
        numbers = not self._document.veil
        return lambda: form.text(graph, grouped=grouped, numbers=numbers).encode()

    def _record(self) -> CanvasRecord | None:
        self._view.graph_scene.finish_glide()
        try:
            return record_canvas(self._view, self._title(), only_seen=self.only_seen.isChecked())
        except EngineError as error:
            self._on_refused(error_sentence(error))
            return None

    def _title(self) -> str:
        title = self._document.drawing.title
        return translate_engine(title) if title else self._stem()

    def _stem(self) -> str:
        return suggested_stem(self._document.drawing, self._document.path)

    # What became of it ----------------------------------------------------------------------

    def _on_written(self, paths: list[Path]) -> None:
        self.reported.emit(filled(self.tr("Exported to {0}."), paths[0].name), "info")

    def _on_copied(self, form: Form, made: object) -> None:
        if isinstance(made, bytes):
            QGuiApplication.clipboard().setText(made.decode())
            text = self.tr("{0}: copied to the clipboard.")
            self.reported.emit(filled(text, form.shown_title), "info")

    def _on_picture(self, made: object) -> None:
        image, svg = cast("tuple[QImage, bytes]", made)
        copy_picture(image, svg)
        self.reported.emit(self.tr("The picture is on the clipboard."), "info")

    def _on_refused(self, sentence: str) -> None:
        self.reported.emit(filled(self.tr("Nothing was exported. {0}"), sentence), "error")
