"""A text with formulas to be read, as high as it is at its width."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextTable, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.formulas.formula_picture import can_be_drawn, is_kept, keep, typeset
from desktop.widgets.formulas.formula_text import formula_text
from desktop.widgets.rich_text.blocks import Block, Formula, Picture, Words, pieces_of
from desktop.widgets.rich_text.document_writer import DocumentWriter, Look
from desktop.widgets.rich_text.inline_objects import (
    FORMULA,
    OBJECT_SIGN,
    PICTURE,
    FormulaObject,
    PictureObject,
    spoken_object,
)
from desktop.widgets.rich_text.lesson_pictures import picture_renderer
from desktop.widgets.rich_text.markdown_reader import prepare, read_markdown

PictureSource = Callable[[str], str | None]

# Whether the libraries have been imported, by whichever view.
_prepared: list[bool] = []


class RichTextView(QTextBrowser):
    """Shows Markdown with formulas; can be selected and copied, formulas as plain text.

    What takes its time is done on another thread: the import of the libraries before the first
    text, and the drawing of formulas that are new, whose plain text stands in for them meanwhile.

    Signals:
        link_activated(target: str): A link was clicked or chosen by the keys: a lesson's id, or
            ``gate:`` and the name of an operation.
        written(): The text was laid out anew: its size may be another.
    """

    link_activated = Signal(str)
    written = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, role: str = "body", colour: str = "text"
    ) -> None:
        """Show nothing.

        Args:
            parent: Its owner.
            role: The theme's font.
            colour: The theme's name of its colour.
        """
        super().__init__(parent)
        # Messages keep clear of what is read (`widgets.bars.message_area`).
        self.setProperty("isReading", True)
        self._look = Look(role, colour)
        self._text = self._spoken = ""
        self._source: PictureSource | None = None
        self._blocks: tuple[Block, ...] = ()
        self._renderers: dict[str, QSvgRenderer] = {}
        self._heights: dict[int, int] = {}
        # The natural width of the widest formula, and the room for which all were measured.
        self._widest, self._laid_out_for = 0.0, math.inf
        self._task = BackgroundTask(self)
        self._awaited: tuple[str, list[str]] | None = None
        self.setProperty("kind", "reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        painters = self.document().documentLayout()
        painters.registerHandler(FORMULA, FormulaObject(self))
        painters.registerHandler(PICTURE, PictureObject(self._renderers, self))
        self.anchorClicked.connect(self._on_link)
        self._set_focus_policy()
        theme_notifier().follow(self._on_theme_changed)

    @property
    def markdown(self) -> str:
        """The text as it was given."""
        return self._text

    @property
    def spoken(self) -> str:
        """The text as it is read aloud and copied, formulas and pictures in words."""
        return self._spoken

    @property
    def is_drawn(self) -> bool:
        """Whether every formula stands there as it will."""
        return self._awaited is None and not self._task.is_running

    def show_markdown(self, text: str, pictures: PictureSource | None = None) -> None:
        """Show a text; what is no mark of the few that there are is shown as it stands.

        Args:
            text: Markdown; see `markdown_reader`.
            pictures: Returns a picture's SVG by its name, or None.
        """
        self._text, self._source = text, pictures
        if _prepared or not text:
            self._show()
        else:
            self._task.submit(_prepare, lambda _: self._show())

    @property
    def natural_width(self) -> int:
        """The width of the text on one line, in pixels."""
        before = self.document().textWidth()
        self._set_text_width(-1)
        width = math.ceil(self.document().idealWidth()) if self._blocks else 0
        self._set_text_width(before)
        return width

    def sizeHint(self) -> QSize:
        """Return a size as wide as a column of text."""
        width = theme().px(280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest size in which a word has room."""
        return QSize(theme().px(90), min(self.heightForWidth(max(self.width(), 1)), theme().px(24)))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the whole text at a width."""
        if not self._blocks:
            return 0
        if width not in self._heights:
            before = self.document().textWidth()
            self._set_text_width(width)
            # A pixel for what stands below the last line, such as the line under a link.
            self._heights[width] = int(self.document().size().height()) + 1
            self._set_text_width(before)
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        # A height was asked for at other widths meanwhile.
        self._set_text_width(self.viewport().width())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what it stands in: it never scrolls, nor does it zoom."""
        event.ignore()

    def loadResource(self, kind: int, name: QUrl | str, /) -> Any:
        """Open nothing, whatever a text names."""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is selected as plain text."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self._said(cursor.selectionStart(), cursor.selectionEnd()))
        return data

    def _show(self) -> None:
        self._blocks = read_markdown(self._text) if self._text else ()
        self._renderers.clear()
        colour = theme().color(self._look.colour).name()
        for name in sorted(
            {piece.name for piece in pieces_of(self._blocks) if isinstance(piece, Picture)}
        ):
            svg = self._source(name) if self._source is not None else None
            renderer = picture_renderer(svg, colour) if svg is not None else None
            if renderer is not None:
                self._renderers[name] = renderer
        self._write()

    def _write(self) -> None:
        self._heights.clear()
        writer = DocumentWriter(self.document(), self._look, self._renderers)
        writer.write(self._blocks)
        self._widest, self._laid_out_for = writer.widest, 0.0
        self._set_text_width(self.viewport().width())
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._spoken = self._said(0, self.document().characterCount() - 1)
        self.setAccessibleName(self._spoken)
        self._set_focus_policy()
        self.updateGeometry()
        self.written.emit()
        self._draw_what_is_new()

    def _set_text_width(self, width: float) -> None:
        """Break the lines at a width, or not at all where it is negative."""
        document, known = self.document(), self._laid_out_for
        if width != document.textWidth():
            document.setTextWidth(width)
        room = width if width >= 0 else math.inf
        # Qt asks objects for their size once; those that are too wide shrink with the width.
        if min(room, known) < self._widest and room != known:
            document.markContentsDirty(0, document.characterCount())
        self._laid_out_for = room

    def _draw_what_is_new(self) -> None:
        colour = theme().color(self._look.colour).name()
        pieces = pieces_of(self._blocks)
        found = (piece.latex for piece in pieces if isinstance(piece, Formula))
        new = [
            latex
            for latex in dict.fromkeys(found)
            if not is_kept(latex, colour) and can_be_drawn(latex)
        ]
        if new and self._awaited != (colour, new):
            self._awaited = (colour, new)
            self._task.submit(
                lambda: _typeset_all(new, colour), lambda drawn: self._keep(drawn, colour)
            )

    def _keep(self, drawn: object, colour: str) -> None:
        self._awaited = None
        for latex, svg in drawn.items() if isinstance(drawn, dict) else ():
            keep(latex, colour, svg)
        self._write()

    def _on_link(self, url: QUrl) -> None:
        self.link_activated.emit(url.toString())

    def _on_theme_changed(self) -> None:
        if self._blocks:
            self._show()

    def _set_focus_policy(self) -> None:
        """Be a stop of Tab only where there is something to choose by the keys."""
        has_links = any(
            isinstance(piece, Words) and piece.target for piece in pieces_of(self._blocks)
        )
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse
        if has_links:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_links else Qt.FocusPolicy.ClickFocus)

    def _said(self, start: int, end: int) -> str:
        """Return a stretch of the document in words."""
        document = self.document()
        cursor = QTextCursor(document)
        said: list[str] = []
        for place in range(start, end):
            sign = document.characterAt(place)
            if sign in (OBJECT_SIGN, _BEGINNING):
                cursor.setPosition(place + 1)
            if sign == OBJECT_SIGN:
                said.append(spoken_object(cursor.charFormat()))
            elif sign == _BEGINNING:
                said.append("\t" if _is_beside(cursor) else "\n")
            else:
                said.append(_SIGNS.get(sign, sign))
        return re.sub(r"\n{2,}", "\n", "".join(said)).strip("\n")


# What divides blocks, lines, cells and frames in a document.
_BEGINNING = "\ufdd0"
_SIGNS = {"\u2029": "\n", "\u2028": "\n", "\ufdd1": "\n", "\xa0": " "}


def _is_beside(cursor: QTextCursor) -> bool:
    """Tell whether a cursor stands in a cell that has another one before it."""
    # Its stubs promise a table where there may be none.
    table: QTextTable | None = cursor.currentTable()
    return table is not None and table.cellAt(cursor).column() > 0


def _prepare() -> None:
    prepare()
    # It reads formulas, whose library is imported with the first.
    formula_text("x")
    _prepared[:] = [True]


def _typeset_all(formulas: Sequence[str], colour: str) -> Iterator[dict[str, str | None] | None]:
    """Draw formulas on a task's thread; the last record tells the SVG of each."""
    drawn: dict[str, str | None] = {}
    for latex in formulas:
        svg = None
        for record in typeset(latex, colour):
            svg = record
            yield None
        drawn[latex] = svg
    yield drawn
