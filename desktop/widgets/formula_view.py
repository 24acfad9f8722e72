"""A widget that shows one formula in LaTeX, sharp at every scale."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.formula_picture import FormulaPicture, formula_picture

_SMALLEST_SHRINK = 0.55
_NARROWEST_PX = 120
_LONGEST_TEXT = 400


class FormulaView(QWidget):
    """Draws LaTeX in the theme's text colour; too wide a formula shrinks to fit.

    LaTeX that cannot be drawn is shown as its text, so nothing is ever missing.
    """

    def __init__(
        self,
        latex: str = "",
        parent: QWidget | None = None,
        *,
        size_px: float = 17.0,
        colour: str = "text",
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self._latex = ""
        self._size_px = size_px
        self._colour = colour
        self._alignment = alignment
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_notifier().changed.connect(self._on_theme_changed)
        self.set_latex(latex)

    @property
    def latex(self) -> str:
        """The formula shown."""
        return self._latex

    @property
    def is_drawn(self) -> bool:
        """Whether the formula could be typeset (otherwise its text is shown)."""
        return self._picture() is not None

    def set_latex(self, latex: str, spoken: str = "") -> None:
        """Show another formula; ``spoken`` is what a screen reader says for it."""
        if latex == self._latex and not spoken:
            return
        self._latex = latex
        self.setAccessibleName(spoken or self._plain_text)
        self.updateGeometry()
        self.update()

    def set_size(self, size_px: float) -> None:
        """Write the formula larger or smaller."""
        if size_px != self._size_px:
            self._size_px = size_px
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size that shows everything."""
        size = self._natural_size()
        return QSize(round(size.width()) + 2, round(size.height()) + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size that is still legible."""
        # A narrow panel is never pushed wider: the formula shrinks instead.
        size = self._natural_size()
        narrow = min(size.width(), _NARROWEST_PX * theme().scale)
        return QSize(round(narrow), round(size.height() * _SMALLEST_SHRINK))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height needed at a width."""
        size = self._natural_size()
        shrink = min(1.0, width / size.width()) if size.width() else 1.0
        return round(size.height() * shrink) + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the present state."""
        painter = QPainter(self)
        picture = self._picture()
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            picture.renderer.render(painter, self._target(picture.size))
        elif self._latex:
            painter.setPen(theme().color(self._colour))
            painter.setFont(theme().font("mono"))
            flags = self._alignment | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), int(flags), self._plain_text)
        painter.end()

    def _target(self, size: QSizeF) -> QRectF:
        shrink = min(1.0, self.width() / size.width(), self.height() / size.height())
        width, height = size.width() * shrink, size.height() * shrink
        left = 0.0
        if self._alignment & Qt.AlignmentFlag.AlignHCenter:
            left = (self.width() - width) / 2
        elif self._alignment & Qt.AlignmentFlag.AlignRight:
            left = self.width() - width
        return QRectF(left, (self.height() - height) / 2, width, height)

    def _natural_size(self) -> QSizeF:
        if not self._latex:
            return QSizeF(0.0, 0.0)
        picture = self._picture()
        if picture is not None:
            return picture.size
        metrics = self.fontMetrics()
        return QSizeF(metrics.horizontalAdvance(self._plain_text), metrics.height())

    @property
    def _plain_text(self) -> str:
        """What is shown where nothing can be drawn: the LaTeX, as far as one reads it."""
        is_long = len(self._latex) > _LONGEST_TEXT
        return self._latex[:_LONGEST_TEXT] + "…" if is_long else self._latex

    def _picture(self) -> FormulaPicture | None:
        if not self._latex:
            return None
        colour = theme().color(self._colour).name()
        return formula_picture(self._latex, colour, self._size_px * theme().scale)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
