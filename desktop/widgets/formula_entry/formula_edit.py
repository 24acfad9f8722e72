"""The field in which a formula is typed: it wraps, grows by some lines and marks a fault."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextLine,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.foundation.looks import set_look
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.fields.fault_edit import wave
from desktop.widgets.panels.low_window import is_low

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_LINES, _MOST_LINES_LOW = 4, 2
_LINE_PX = 20
# A text of which nobody reads a word; to lay out a longer one would stop the interface.
_LONGEST = 100_000
_SHRUNK = "⋯"


class FormulaEdit(QPlainTextEdit):
    """A text of one or several statements; whoever had a line edit finds its words here.

    A long formula is wrapped: the field grows to a few lines and scrolls beyond. Enter is the
    owner's, Shift+Enter begins a new line, Tab goes on to the next control. One that folds shows a
    single line while nobody types in it.

    Positions are those of Python's text, of which Qt counts some characters twice.

    Signals:
        edited(text: str): The user has changed the text.
        entered(): Enter was pressed.
        left(): Enter was pressed, or the keys went elsewhere.
        reverted(): Escape was pressed: what was typed shall go.
    """

    edited = Signal(str)
    entered = Signal()
    left = Signal()
    reverted = Signal()

    def __init__(self, parent: QWidget | None = None, *, folds: bool = False) -> None:
        """Make an empty field.

        Args:
            parent: Its owner.
            folds: Whether it shows one line alone while it is left and nothing was changed.
        """
        super().__init__(parent)
        self._folds = folds
        self._fault: tuple[int, int] | None = None
        self._longest = _LONGEST
        self._is_set = False
        self._lines_shown = 1
        self.setProperty("kind", "formula")
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    # What a line edit has, by its names.

    def text(self) -> str:
        """Return the text; lines are separated by line feeds."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show another text, which nobody has edited yet."""
        self._is_set = True
        self.setPlainText(text[: self._longest])
        self._is_set = False
        self.setModified(False)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._fit()

    def clear(self) -> None:
        """Show no text."""
        self.setText("")

    def isModified(self) -> bool:
        """Tell whether the user has changed the text since it was set."""
        return self.document().isModified()

    def setModified(self, is_modified: bool) -> None:
        """Take the text as changed by the user, or as one that was set."""
        self.document().setModified(is_modified)
        self._fit()

    def setMaxLength(self, longest: int) -> None:
        """Take no more characters than so many."""
        self._longest = longest

    def cursorPosition(self) -> int:
        """Return how many characters stand before the caret."""
        return len(_cut(self.text(), self.textCursor().position()))

    def setCursorPosition(self, position: int) -> None:
        """Put the caret behind so many characters."""
        self.setSelection(position, 0)

    def setSelection(self, position: int, length: int) -> None:
        """Select characters; the caret comes behind them."""
        cursor = self.textCursor()
        cursor.setPosition(self._qt(position))
        cursor.setPosition(self._qt(position + length), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def selectedText(self) -> str:
        """Return what is selected."""
        return self.textCursor().selection().toPlainText()

    # What is more than a line edit.

    @property
    def lines_shown(self) -> int:
        """How many lines there is room for."""
        return self._lines_shown

    def rewrite(self, start: int, length: int, text: str) -> None:
        """Replace characters as if the user had typed others: Ctrl+Z undoes it."""
        cursor = self.textCursor()
        cursor.setPosition(self._qt(start))
        cursor.setPosition(self._qt(start + length), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    @property
    def fault(self) -> tuple[int, int] | None:
        """Position and length of the stretch marked as wrong."""
        return self._fault

    def mark_fault(self, position: int, length: int, *, is_sought: bool = False) -> None:
        """Mark a stretch as wrong; one of no length is the place where something is missing.

        Args:
            position: Where it begins.
            length: How many characters it has.
            is_sought: Whether it is brought into sight, with the caret behind it.
        """
        if is_sought:
            self.setCursorPosition(min(position + length, len(self.text())))
        self._fault = (position, length)
        set_look(self, "invalid", value=True)
        self.viewport().update()

    def clear_fault(self) -> None:
        """Take the mark away."""
        if self._fault is not None:
            self._fault = None
            set_look(self, "invalid", value=False)
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Enter and Escape to the owner."""
        is_enter = event.key() in _ENTER
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # Qt's own is a break within a paragraph, which no text outside knows.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        elif is_enter:
            self.entered.emit()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.reverted.emit()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files to the window; Qt would write their addresses into the text."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, as much as there is room for."""
        cursor = self.textCursor()
        room = self._longest - len(self.text()) + len(self.selectedText())
        if source.hasText() and room > 0:
            lines = source.text().replace("\r\n", "\n").replace("\r", "\n").strip("\n")
            cursor.insertText(lines[:room])
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show all lines, and what is selected where Tab has led here, as in a line edit."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Fold, and tell that the typing has ended."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._fit()
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the text has at the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the style sheet is another."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll where there is more to see, and leave the wheel to the page elsewhere."""
        bar = self.verticalScrollBar()
        if self.hasFocus() and bar.maximum() > bar.minimum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, the wave below the fault, and dots where lines are folded away."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._fault is not None:
            painter.setPen(QPen(theme().color("error"), 1.6))
            for left, right, y in self._stretches(*self._fault):
                painter.drawPolyline(wave(left, right, y))
        if self._is_folded() and self._line_count() > 1:
            self._paint_dots(painter)
        painter.end()

    def _paint_dots(self, painter: QPainter) -> None:
        area = self.viewport().rect()
        width = QFontMetricsF(self.font()).horizontalAdvance(_SHRUNK)
        area.setLeft(round(area.right() - 1.6 * width))
        painter.fillRect(area, self.palette().base())
        painter.fillRect(area, theme().color("control"))
        painter.setPen(theme().color("text_muted"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), _SHRUNK)

    def _stretches(self, position: int, length: int) -> Iterator[tuple[float, float, float]]:
        """Yield where the wave runs on each line that is seen: left, right and height."""
        start, end = self._qt(position), self._qt(position + max(length, 1))
        beyond = max(0, position - len(self.text()))
        space = QFontMetricsF(self.font()).horizontalAdvance(" ")
        bottom = self.viewport().height()
        block = self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
            if place.y() > bottom or block.position() > end:
                return
            for line in _lines(block):
                first = block.position() + line.textStart()
                last = first + line.textLength()
                if last < start or first > end or (first == end and start < first):
                    continue
                left = _x_of(line, max(start, first) - block.position()) + beyond * space
                right = _x_of(line, min(end, last) - block.position()) + beyond * space
                if start < last or last - block.position() == block.length() - 1:
                    y = place.y() + line.y() + line.height() - 1.0
                    yield place.x() + left, place.x() + max(right, left + space), y
            block = block.next()

    def _qt(self, position: int) -> int:
        """Return a place in the text as Qt counts it, which is none behind its end."""
        return len(self.text()[:position].encode("utf-16-le")) // 2

    def _on_text_changed(self) -> None:
        if self._is_set:
            self.clear_fault()
            return
        beyond = len(self.text()) - self._longest
        if beyond > 0:
            # What was typed beyond stands before the caret.
            place = self.cursorPosition()
            self.rewrite(place - beyond, beyond, "")
            return
        self.clear_fault()
        self.edited.emit(self.text())

    def _line_count(self) -> int:
        return max(1, round(self.document().size().height()))

    def _line_height(self) -> float:
        """Return how high a line is set, which a font's own spacing is not to the last pixel."""
        line = self.document().firstBlock().layout().lineAt(0)
        return line.height() if line.isValid() else QFontMetricsF(self.font()).lineSpacing()

    def _is_folded(self) -> bool:
        return self._folds and not self.hasFocus() and not self.isModified()

    def _fit(self, *_size: object) -> None:
        """Be as high as the lines that are shown."""
        most = _MOST_LINES_LOW if is_low(self) else _MOST_LINES
        count = self._line_count()
        self._lines_shown = 1 if self._is_folded() else min(count, most)
        is_scrolled = not self._is_folded() and count > most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(
            policy if is_scrolled else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        frame = self.contentsMargins()
        spacing = self._line_height()
        margins = 2 * self.document().documentMargin()
        # Qt scrolls by lines, and takes one that just fits for one that does not.
        spare = 1 if self._lines_shown > 1 else 0
        inside = math.ceil(self._lines_shown * spacing + margins - 0.01) + spare
        height = inside + frame.top() + frame.bottom()
        if height != self.maximumHeight() or height != self.minimumHeight():
            self.setFixedHeight(height)
        if is_scrolled and self.hasFocus():
            self.ensureCursorVisible()
        else:
            self.verticalScrollBar().setValue(0)

    def _on_theme_changed(self) -> None:
        was_modified = self.document().isModified()
        font = theme().font("mono")
        self.setFont(font)
        # One line is as high as a line edit.
        spare = theme().px(_LINE_PX) - QFontMetricsF(font).lineSpacing()
        self.document().setDocumentMargin(max(1.0, spare / 2))
        # Another look is no edit, which Qt takes it for.
        self.document().setModified(was_modified)
        self._fit()


def _lines(block: QTextBlock) -> Iterator[QTextLine]:
    layout = block.layout()
    for number in range(layout.lineCount()):
        yield layout.lineAt(number)


def _x_of(line: QTextLine, position: int) -> float:
    # The place comes back with the character that it belongs to, which the stubs call an object.
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x


def _cut(text: str, count: int) -> str:
    """Return as much of the beginning of a text as Qt takes for so many characters."""
    if text.isascii():
        return text[:count]
    return text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", "ignore")
