"""One term of an update worked out: its formula, and the same with each coordinate's numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled, translate_engine
from desktop.optimizers.update.update_sketch import LOOKS, kind_of
from desktop.widgets.formulas.formula_view import FormulaView
from desktop.widgets.panels.card import Card
from engine.optimizers.worked import WorkedTerm

_FORMULA_PX, _NUMBERS_PX = 17.0, 15.0
_ICONS = ("chevron-left", "chevron-right")


class WorkedCard(Card):
    """The term looked at, between the buttons to the one before and the one after."""

    def __init__(self, back: QAction, forward: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._actions = (back, forward)
        self._title = PlainLabel(self)
        self._title.setWordWrap(True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button(back))
        row.addWidget(self._title, 1)
        row.addWidget(self._button(forward))
        self.add(head)
        self._lines = QWidget(self)
        self._rows = QVBoxLayout(self._lines)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self.add(self._lines)
        self._shown: WorkedTerm | None = None
        self._widgets: list[QWidget] = []
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def title(self) -> str:
        """Which term is shown, in words."""
        return self._title.text()

    @property
    def shown(self) -> WorkedTerm | None:
        """The term that is shown, or None."""
        return self._shown

    def show_term(
        self, worked: WorkedTerm | None, place: int, count: int, variables: tuple[str, str]
    ) -> None:
        """Show a term; without one, what the card is for."""
        if worked is None:
            self._title.setText(self.tr("Take the update apart, term by term"))
        else:
            words = translate_engine(worked.term.title)
            self._title.setText(filled(self.tr("{0} of {1}: {2}"), place + 1, count, words))
        if worked == self._shown:
            return
        self._shown = worked
        self._clear()
        if worked is not None:
            self._widgets = [self._formula(worked.formula, _FORMULA_PX)]
            for name, line in zip(variables, worked.numbers, strict=True):
                self._widgets.append(self._row(name, line))
            for widget in self._widgets:
                self._rows.addWidget(widget)
        self._lines.setVisible(worked is not None)
        self._mark(worked)

    def _mark(self, worked: WorkedTerm | None) -> None:
        """Write the title in the colour of the arrow that shows the term."""
        kind = "" if worked is None else kind_of(worked.term.name)
        colour = theme().color(LOOKS[kind].colour if kind else "text").name()
        self._title.setStyleSheet(f"color: {colour};")

    def _clear(self) -> None:
        for widget in self._widgets:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []

    def _formula(self, latex: str, size: float) -> FormulaView:
        return FormulaView(latex, self._lines, size_px=size)

    def _row(self, name: str, latex: str) -> QWidget:
        holder = QWidget(self._lines)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        label = PlainLabel(name, holder)
        label.setProperty("kind", "muted")
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._formula(latex, _NUMBERS_PX), 1)
        return holder

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        tip = f"{action.toolTip()} ({action.shortcut().toString()})"
        explain(button, action.text(), tip, more=action.whatsThis(), by_tab=True)
        return button

    def _on_theme_changed(self) -> None:
        for action, icon in zip(self._actions, _ICONS, strict=True):
            action.setIcon(theme().icon(icon))
        self._mark(self._shown)
