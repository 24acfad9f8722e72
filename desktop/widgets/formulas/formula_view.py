"""A widget that shows one formula in LaTeX, sharp at every scale."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.desk.background_task import BackgroundTask
from desktop.foundation.theme import theme, theme_notifier
from desktop.widgets.formulas.formula_picture import (
    FormulaPicture,
    can_be_drawn,
    formula_picture,
    is_kept,
    is_quick,
    keep,
    kept_picture,
    typeset,
)
from desktop.widgets.panels.slow_to_measure import SlowToMeasure

_SMALLEST_SHRINK = 0.55
_NARROWEST_PX = 120
# Where a formula cannot be drawn, its beginning stands for it.
_MOST_SIGNS = 200
_WAITING = "…"


class FormulaView(QWidget, SlowToMeasure):
    """Draws LaTeX in the theme's text colour; too wide a formula shrinks to fit.

    A formula that takes longer than a frame or two is drawn on another thread, and dots stand for
    it meanwhile. LaTeX that cannot be drawn, or not within a second, is shown as its text, at least
    the beginning, so nothing is ever missing.
    """

    def __init__(
        self,
        latex: str = "",
        parent: QWidget | None = None,
        *,
        size_px: float = 17.0,
        colour: str = "text",
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        patient: bool = False,
    ) -> None:
        """Show a formula.

        Args:
            latex: Math-mode LaTeX.
            parent: Its owner.
            size_px: The height of the letters' em square.
            colour: The theme's name of its colour.
            alignment: Where it stands when there is more room.
            patient: Draw even a short formula on another thread, because it is one of many.
        """
        super().__init__(parent)
        self._patient = patient
        self._task: BackgroundTask | None = None
        self._asked: tuple[str, str] | None = None
        self._latex = ""
        self._size_px = size_px
        self._colour = colour
        self._alignment = alignment
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_notifier().follow(self._on_theme_changed)
        self.set_latex(latex)

    @property
    def latex(self) -> str:
        """The formula shown."""
        return self._latex

    @property
    def is_drawn(self) -> bool:
        """Whether the formula is typeset (otherwise its text is shown)."""
        return self._picture() is not None

    def set_patient(self, patient: bool) -> None:
        """Draw even a short formula on another thread, or only a long one."""
        self._patient = patient

    def set_latex(self, latex: str, spoken: str = "") -> None:
        """Show another formula; ``spoken`` is what a screen reader says for it."""
        if latex == self._latex and not spoken:
            return
        self._latex = latex
        self.setAccessibleName(_beginning(spoken or latex))
        if self._patient or not is_quick(latex):
            # What takes its time begins now, and not when its size is first asked for.
            self._picture()
        self.updateGeometry()
        self.update()

    def set_size(self, size_px: float) -> None:
        """Write the formula larger or smaller."""
        if size_px != self._size_px:
            self._size_px = size_px
            self.updateGeometry()
            self.update()

    def measure(self) -> None:
        """Typeset the formula, or begin to."""
        self._picture()

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
            painter.drawText(self.rect(), int(flags), self._text_shown())
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
        return QSizeF(metrics.horizontalAdvance(self._text_shown()), metrics.height())

    def _picture(self) -> FormulaPicture | None:
        if not self._latex:
            return None
        latex, colour = self._latex, theme().color(self._colour).name()
        size_px = self._size_px * theme().scale
        if is_kept(latex, colour):
            return kept_picture(latex, colour, size_px)
        if not can_be_drawn(latex):
            return None
        if is_quick(latex) and not self._patient:
            return formula_picture(latex, colour, size_px)
        self._ask_for(latex, colour)
        return None

    def _ask_for(self, latex: str, colour: str) -> None:
        if self._asked == (latex, colour):
            return
        if self._task is None:
            self._task = BackgroundTask(self)
            self._task.done.connect(self._on_typeset)
        self._asked = (latex, colour)
        self._task.submit(lambda: typeset(latex, colour))

    def _on_typeset(self, svg: object) -> None:
        if self._asked is None:
            return
        keep(*self._asked, svg if isinstance(svg, str) else None)
        self._asked = None
        self.updateGeometry()
        self.update()

    def _text_shown(self) -> str:
        is_awaited = self._asked is not None and self._asked[0] == self._latex
        return _WAITING if is_awaited else _beginning(self._latex)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


def _beginning(text: str) -> str:
    return text if len(text) <= _MOST_SIGNS else f"{text[:_MOST_SIGNS]}…"
