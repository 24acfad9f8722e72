"""Blocks written into Qt's document, in the look of the theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableCellFormat,
    QTextTableFormat,
)
from PySide6.QtSvg import QSvgRenderer

from desktop.foundation.theme import theme
from desktop.widgets.rich_text.blocks import (
    Block,
    Code,
    DisplayFormula,
    Formula,
    LineBreak,
    Listing,
    Note,
    Paragraph,
    Picture,
    Piece,
    Side,
    Table,
    Words,
)
from desktop.widgets.rich_text.inline_objects import (
    OBJECT_SIGN,
    formula_format,
    natural_width,
    picture_format,
)

# At a zoom of one. Letters of formulas look as large as those of the text when they are a little
# larger.
_GAP_PX, _LINE_GAP_PX, _INDENT_PX, _CELL_PX, _PADDING_PX = 9, 3, 20, 5, 8
_FORMULA_SHARE, _DISPLAY_SHARE = 1.18, 1.3
_SIDES = {
    Side.LEFT: Qt.AlignmentFlag.AlignLeft,
    Side.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Side.RIGHT: Qt.AlignmentFlag.AlignRight,
}


@dataclass(frozen=True)
class Look:
    """How a text looks.

    Attributes:
        role: The theme's font.
        colour: The theme's name of its colour.
    """

    role: str = "body"
    colour: str = "text"


class DocumentWriter:
    """Fills a document once.

    Attributes:
        widest: The natural width of its widest formula or picture, in pixels.
    """

    def __init__(
        self, document: QTextDocument, look: Look, pictures: Mapping[str, QSvgRenderer]
    ) -> None:
        """Empty the document.

        Args:
            document: What is written.
            look: The look of its words.
            pictures: The pictures that there are; any other is told in words.
        """
        document.clear()
        document.setDocumentMargin(0)
        self._font = theme().font(look.role)
        document.setDefaultFont(self._font)
        document.setIndentWidth(theme().px(_INDENT_PX))
        self.widest = 0.0
        self._pictures = pictures
        self._cursor = QTextCursor(document)
        self._plain = QTextCharFormat()
        self._plain.setFont(self._font)
        self._plain.setForeground(theme().color(look.colour))
        # Whether the cursor stands in a block that nothing was written into yet.
        self._is_fresh = True
        # Whether it is the first of what is round it.
        self._is_top = True

    def write(self, blocks: Sequence[Block]) -> None:
        """Write blocks below each other."""
        # Laid out once, and not after every piece.
        whole = QTextCursor(self._cursor)
        whole.beginEditBlock()
        self._write(blocks, 0)
        if self._is_fresh and len(blocks) > 0:
            # Below a table Qt keeps an empty line.
            self._cursor.setBlockFormat(_flat())
        whole.endEditBlock()

    def _write(self, blocks: Sequence[Block], indent_px: float) -> None:
        for block in blocks:
            match block:
                case Paragraph():
                    self._begin(self._block_format(indent_px))
                    self._insert(block.pieces, self._plain)
                case DisplayFormula():
                    look = self._block_format(indent_px)
                    look.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                    self._begin(look)
                    self._insert_formula(Formula(block.latex), self._plain, _DISPLAY_SHARE)
                case Code():
                    self._write_code(block.text, indent_px)
                case Listing():
                    self._write_list(block, indent_px)
                case Note():
                    self._write_framed(block.blocks, "info_ground", indent_px)
                case Table():
                    self._write_table(block)

    def _begin(self, look: QTextBlockFormat) -> None:
        """Begin a block; the first one takes no room above it."""
        if self._is_top:
            look.setTopMargin(0)
        self._is_top = False
        if self._is_fresh:
            self._cursor.setBlockFormat(look)
            self._cursor.setBlockCharFormat(self._plain)
        else:
            self._cursor.insertBlock(look, self._plain)
        self._is_fresh = False

    def _block_format(self, indent_px: float) -> QTextBlockFormat:
        look = QTextBlockFormat()
        look.setTopMargin(theme().px(_GAP_PX))
        look.setLeftMargin(indent_px)
        look.setLineHeight(
            theme().px(_LINE_GAP_PX), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value
        )
        return look

    def _write_code(self, text: str, indent_px: float) -> None:
        made = QTextCharFormat(self._plain)
        made.setFont(self._code_font())
        with self._frame("card", indent_px):
            self._begin(self._block_format(0))
            self._cursor.insertText(text.replace("\n", "\N{LINE SEPARATOR}"), made)

    def _write_framed(self, blocks: Sequence[Block], ground: str, indent_px: float) -> None:
        with self._frame(ground, indent_px):
            self._write(blocks, 0)

    @contextmanager
    def _frame(self, ground: str, indent_px: float) -> Iterator[None]:
        """Write what follows on a ground of its own."""
        self._begin_framed()
        look = QTextFrameFormat()
        look.setBackground(theme().color(ground))
        look.setPadding(theme().px(_PADDING_PX))
        look.setLeftMargin(indent_px)
        look.setTopMargin(theme().px(_GAP_PX))
        look.setBottomMargin(theme().px(_GAP_PX))
        frame = self._cursor.insertFrame(look)
        outside, self._cursor = self._cursor, frame.firstCursorPosition()
        self._is_fresh = self._is_top = True
        yield
        self._cursor = outside
        self._end_framed()

    def _begin_framed(self) -> None:
        """Give up the room of the line that Qt keeps above a frame or a table."""
        if not self._is_fresh:
            self._begin(_flat())
        self._cursor.setBlockFormat(_flat())

    def _end_framed(self) -> None:
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_fresh, self._is_top = True, True

    def _write_list(self, listing: Listing, indent_px: float) -> None:
        look = QTextListFormat()
        look.setIndent(1)
        numbered = listing.first is not None
        look.setStyle(
            QTextListFormat.Style.ListDecimal if numbered else QTextListFormat.Style.ListDisc
        )
        if listing.first is not None:
            look.setStart(listing.first)
        made = None
        for item in listing.items:
            for place, block in enumerate(item):
                self._write([block], indent_px + (0 if place == 0 else theme().px(_INDENT_PX)))
                if place or not isinstance(block, Paragraph):
                    continue
                row = self._cursor.blockFormat()
                if made is None:
                    made = self._cursor.createList(look)
                else:
                    made.add(self._cursor.block())
                    row.setTopMargin(theme().px(_LINE_GAP_PX))
                self._cursor.mergeBlockFormat(row)

    def _write_table(self, table: Table) -> None:
        self._begin_framed()
        look = QTextTableFormat()
        look.setBorder(1)
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderCollapse(True)
        look.setBorderBrush(theme().color("border_strong"))
        look.setCellPadding(theme().px(_CELL_PX))
        look.setTopMargin(theme().px(_GAP_PX))
        look.setBottomMargin(theme().px(_GAP_PX))
        look.setHeaderRowCount(1)
        look.setWidth(QTextLength())
        made = self._cursor.insertTable(len(table.rows), len(table.sides), look)
        for row, cells in enumerate(table.rows):
            for column, pieces in enumerate(cells):
                cell = made.cellAt(row, column)
                middle = QTextTableCellFormat()
                middle.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
                cell.setFormat(middle)
                side = table.sides[column]
                self._write_cell(cell.firstCursorPosition(), pieces, side, is_head=row == 0)
        self._end_framed()

    def _write_cell(
        self, cursor: QTextCursor, pieces: Sequence[Piece], side: Side, *, is_head: bool
    ) -> None:
        look = QTextBlockFormat()
        look.setAlignment(_SIDES[side])
        cursor.setBlockFormat(look)
        made = QTextCharFormat(self._plain)
        if is_head:
            made.setFontWeight(QFont.Weight.DemiBold)
        outside, self._cursor = self._cursor, cursor
        self._insert(pieces, made)
        self._cursor = outside

    def _insert(self, pieces: Sequence[Piece], look: QTextCharFormat) -> None:
        for piece in pieces:
            match piece:
                case Words():
                    self._cursor.insertText(piece.text, self._styled(piece, look))
                case Formula():
                    self._insert_formula(piece, look, _FORMULA_SHARE)
                case LineBreak():
                    self._cursor.insertText("\N{LINE SEPARATOR}", look)
                case Picture():
                    self._insert_picture(piece, look)

    def _styled(self, words: Words, look: QTextCharFormat) -> QTextCharFormat:
        made = QTextCharFormat(look)
        if words.is_code:
            made.setFont(self._code_font())
        if words.is_bold:
            made.setFontWeight(QFont.Weight.Bold)
        if words.is_italic:
            made.setFontItalic(True)
        if words.target:
            made.setAnchor(True)
            made.setAnchorHref(words.target)
            made.setForeground(theme().color("accent"))
            made.setFontUnderline(True)
        return made

    def _insert_formula(self, formula: Formula, look: QTextCharFormat, share: float) -> None:
        self._insert_object(formula_format(formula, look, self._font.pixelSize() * share))

    def _insert_picture(self, piece: Picture, look: QTextCharFormat) -> None:
        renderer = self._pictures.get(piece.name)
        if renderer is None:
            self._cursor.insertText(piece.words, look)
            return
        size = renderer.viewBoxF().size() * theme().scale
        self._insert_object(picture_format(piece.name, piece.words, size, self._plain))

    def _insert_object(self, made: QTextCharFormat) -> None:
        self.widest = max(self.widest, natural_width(made))
        self._cursor.insertText(OBJECT_SIGN, made)

    def _code_font(self) -> QFont:
        font = theme().font("mono")
        font.setPixelSize(self._font.pixelSize())
        return font


def _flat() -> QTextBlockFormat:
    """Return the format of a line that takes no room."""
    look = QTextBlockFormat()
    look.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return look
