"""Formulas and pictures in a line of a document: their measures, and how they are painted.

Qt puts an object in a line by the alignment of its format: with its lower edge on the line that
letters stand on, or with its middle half an x above that. Only the second leaves room below, and
how high the x is follows from the font of the format, which paints nothing: it is chosen so that as
much of the object is above and below the line as has to be.

Behind an object Qt may break the line, even before a comma. So what is written close to a formula,
such as a comma or a particle, is painted with it.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer

from desktop.widgets.formulas.formula_picture import FormulaPicture, kept_picture
from desktop.widgets.formulas.formula_text import formula_text
from desktop.widgets.rich_text.blocks import Formula

FORMULA = QTextFormat.ObjectTypes.UserObject + 1
PICTURE = QTextFormat.ObjectTypes.UserObject + 2
# What an object is, in its format: the LaTeX, or the name of a picture; what it says in words; and
# the size of its letters.
SOURCE = QTextFormat.Property.UserProperty + 1
SPOKEN = QTextFormat.Property.UserProperty + 2
SIZE_PX = QTextFormat.Property.UserProperty + 3
COLOUR = QTextFormat.Property.UserProperty + 4
_HEIGHT = QTextFormat.Property.UserProperty + 5
_WIDTH = QTextFormat.Property.UserProperty + 7
_BEFORE = QTextFormat.Property.UserProperty + 8
_AFTER = QTextFormat.Property.UserProperty + 9
_FONT = QTextFormat.Property.UserProperty + 10

OBJECT_SIGN = "\N{OBJECT REPLACEMENT CHARACTER}"
_X_PER_EM = 0.53


def formula_format(formula: Formula, look: QTextCharFormat, size_px: float) -> QTextCharFormat:
    """Return the format of a formula in a line of text.

    Args:
        formula: The formula.
        look: The format of the words beside it.
        size_px: The height of its letters' em square, in pixels.
    """
    made = QTextCharFormat(look)
    made.setObjectType(FORMULA)
    made.setProperty(SOURCE, formula.latex)
    made.setProperty(SPOKEN, f"{formula.before}{formula_text(formula.latex)}{formula.after}")
    made.setProperty(_BEFORE, formula.before)
    made.setProperty(_AFTER, formula.after)
    made.setProperty(_FONT, look.font())
    made.setProperty(SIZE_PX, size_px)
    made.setProperty(COLOUR, look.foreground().color().name())
    picture = _picture(made)
    metrics = QFontMetricsF(look.font())
    above = below = 0.0
    if picture is not None:
        above, below = picture.size.height() - picture.depth, picture.depth
        beside = metrics.horizontalAdvance(formula.before + formula.after)
        made.setProperty(_WIDTH, picture.size.width() + beside)
    else:
        made.setProperty(_WIDTH, metrics.horizontalAdvance(spoken_object(made)))
    if picture is None or formula.before or formula.after:
        above, below = max(above, metrics.ascent()), max(below, metrics.descent())
    _stand(made, above, below)
    return made


def _stand(made: QTextCharFormat, above: float, below: float) -> None:
    """Let an object reach so far above and below the line that letters stand on."""
    font = QFont(made.font())
    font.setPixelSize(max(1, round(2 * (above - below) / _X_PER_EM)))
    made.setFont(font)
    half_x = QFontMetrics(font).xHeight() / 2
    made.setProperty(_HEIGHT, max(2 * above - half_x, 2 * below + half_x))
    made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)


def picture_format(name: str, words: str, size: QSizeF, look: QTextCharFormat) -> QTextCharFormat:
    """Return the format of a picture, which stands on the line as letters do."""
    made = QTextCharFormat(look)
    made.setObjectType(PICTURE)
    made.setProperty(SOURCE, name)
    made.setProperty(SPOKEN, words)
    made.setProperty(_WIDTH, size.width())
    made.setProperty(_HEIGHT, size.height())
    return made


def spoken_object(made: QTextFormat) -> str:
    """Return what an object says in words."""
    return str(made.property(SPOKEN) or "")


class FormulaObject(QPyTextObject):
    """Measures and paints the formulas of a document."""

    def intrinsicSize(self, doc: QTextDocument, place: int, made: QTextFormat, /) -> QSizeF:
        """Return the room of a formula, which Qt divides above and below the line."""
        return _room(doc, made)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF,  # type: ignore[override]  # Qt hands over no other
        doc: QTextDocument,
        place: int,
        made: QTextFormat,
        /,
    ) -> None:
        """Paint a formula with its letters on the line."""
        picture = _picture(made)
        before, after = _words(made, _BEFORE), _words(made, _AFTER)
        font = QFont(made.property(_FONT))
        advance = QFontMetricsF(font).horizontalAdvance
        left, base = rect.left(), _base_line(rect, doc, place)
        painter.save()
        painter.setFont(font)
        painter.setPen(made.foreground().color())
        if picture is None:
            painter.drawText(QPointF(left, base), spoken_object(made))
        else:
            painter.drawText(QPointF(left, base), before)
            left += advance(before)
            shrink = _shrink(doc, natural_width(made))
            size = picture.size * shrink
            top = base - size.height() + picture.depth * shrink
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            picture.renderer.render(painter, QRectF(QPointF(left, top), size))
            painter.drawText(QPointF(left + size.width(), base), after)
        painter.restore()


class PictureObject(QPyTextObject):
    """Measures and paints the pictures of a document."""

    def __init__(self, renderers: Mapping[str, QSvgRenderer], parent: QObject) -> None:
        """Paint these, by their names; more may be added."""
        super().__init__(parent)
        self._renderers = renderers

    def intrinsicSize(self, doc: QTextDocument, place: int, made: QTextFormat, /) -> QSizeF:
        """Return the size of a picture, which is never wider than the text."""
        return _room(doc, made)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF,  # type: ignore[override]  # Qt hands over no other
        doc: QTextDocument,
        place: int,
        made: QTextFormat,
        /,
    ) -> None:
        """Paint a picture."""
        renderer = self._renderers.get(str(made.property(SOURCE)))
        if renderer is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            renderer.render(painter, rect)
            painter.restore()


def _base_line(rect: QRectF, doc: QTextDocument, place: int) -> float:
    """Return the line on which the letters beside an object stand; Qt centres it in its line."""
    block = doc.findBlock(place)
    line = block.layout().lineForTextPosition(place - block.position())
    if not line.isValid():
        return rect.bottom()
    return rect.center().y() - line.height() / 2 + line.ascent()


def natural_width(made: QTextFormat) -> float:
    """Return the width of an object where there is room for it, in pixels."""
    return float(made.property(_WIDTH))


def _room(doc: QTextDocument, made: QTextFormat) -> QSizeF:
    # Asked for at every layout, and so worked out before.
    width = float(made.property(_WIDTH))
    return QSizeF(width, float(made.property(_HEIGHT))) * _shrink(doc, width)


def _words(made: QTextFormat, which: int) -> str:
    return str(made.property(which) or "")


def _shrink(doc: QTextDocument, width: float) -> float:
    room = doc.textWidth()
    return min(1.0, room / width) if room > 0 and width > 0 else 1.0


def _picture(made: QTextFormat) -> FormulaPicture | None:
    """Return a formula's picture if it has been drawn."""
    size_px = float(made.property(SIZE_PX))
    return kept_picture(str(made.property(SOURCE)), str(made.property(COLOUR)), size_px)
