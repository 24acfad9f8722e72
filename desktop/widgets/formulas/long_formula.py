"""A formula of any length: whole where it is short, else in lines, as many as can be taken in."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.foundation.translation import filled
from desktop.widgets.formulas.formula_picture import is_quick
from desktop.widgets.formulas.formula_view import FormulaView
from desktop.widgets.formulas.line_breaking import first_lines
from desktop.widgets.panels.text_label import text_label

MOST_LINES = 8
_SPACING = 2


class LongFormula(QWidget):
    """Lines of a formula, and below them how much of it is left out."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        size_px: float = 17.0,
        most_lines: int = MOST_LINES,
    ) -> None:
        """Show nothing yet.

        Args:
            parent: Its owner.
            size_px: The height of the letters' em square.
            most_lines: How many lines are shown of a long formula.
        """
        super().__init__(parent)
        self._most_lines = most_lines
        self._size_px = size_px
        self._latex = ""
        self._views: list[FormulaView] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(_SPACING)
        self._rest = text_label(self, "muted")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(_SPACING)
        self._layout.addLayout(self._lines)
        self._layout.addWidget(self._rest)
        self._rest.hide()

    @property
    def latex(self) -> str:
        """The whole formula."""
        return self._latex

    @property
    def lines(self) -> list[str]:
        """The LaTeX shown, line by line."""
        return [view.latex for view in self._views if not view.isHidden()]

    @property
    def views(self) -> list[FormulaView]:
        """The views of the lines shown."""
        return [view for view in self._views if not view.isHidden()]

    @property
    def rest(self) -> str:
        """The sentence on what is left out, or ''."""
        return self._rest.text()

    def set_latex(self, latex: str, head: str = "") -> None:
        """Show another formula, or none; ``head`` is a line of its own above it if it is long."""
        if latex == self._latex:
            return
        self._latex = latex
        # Laid out once, when all lines are there, and not anew for each.
        self._layout.setEnabled(False)
        self._show_lines(latex, head)
        self._layout.setEnabled(True)
        self.updateGeometry()

    def _show_lines(self, latex: str, head: str) -> None:
        lines, left_out = first_lines(latex, self._most_lines)
        if head and (len(lines) > 1 or not is_quick(lines[0])):
            lines = [head, *lines]
        elif head:
            lines = [f"{head} {lines[0]}"]
        while len(self._views) < len(lines):
            view = FormulaView("", self, size_px=self._size_px)
            self._views.append(view)
            self._lines.addWidget(view)
        for index, view in enumerate(self._views):
            # Many lines together are more than a frame's work, however short each is.
            view.set_patient(len(lines) > 1)
            view.set_latex(lines[index] if latex and index < len(lines) else "")
            view.setVisible(bool(latex) and index < len(lines))
        self._rest.setText(self._words(left_out))
        self._rest.setVisible(bool(left_out))

    def _words(self, left_out: int) -> str:
        if not left_out:
            return ""
        pattern = (
            self.tr("… and {0} more terms") if left_out > 1 else self.tr("… and one more term")
        )
        return filled(pattern, f"{left_out:,}")
