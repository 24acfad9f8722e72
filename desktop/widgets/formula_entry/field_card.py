"""The card below a field in which a formula is typed: how it reads, and how one may go on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import RichLabel
from desktop.foundation.plain_text import escaped
from desktop.foundation.theme import dress, theme, theme_notifier
from desktop.widgets.formula_entry.proposal_list import ProposalList
from desktop.widgets.formula_entry.typed_picture import MOST_LINES, TypedPicture
from desktop.widgets.formulas.long_formula import LongFormula
from desktop.widgets.panels.low_window import is_low
from engine.formula.completion import OpenCall, Proposal
from engine.formula.signature import call_form

_NARROWEST_PX, _WIDEST_PX, _GAP_PX, _EDGE_PX = 360, 620, 3, 6
_FORMULA_PX = 19.0
_ROWS, _ROWS_LOW = 5, 3


class FieldCard(QFrame):
    """Lies over what stands below the field, so that nothing moves; it never takes the keys."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("kind", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.call = RichLabel(self)
        self.call.setProperty("kind", "muted")
        self.call.setWordWrap(True)
        self.call.hide()
        self.formula = LongFormula(self, size_px=_FORMULA_PX, most_lines=MOST_LINES)
        tip = self.tr("The formula as it is understood; □ stands where something is missing")
        explain(self.formula, self.tr("The formula as it is understood"), tip)
        self.formula.hide()
        self.list = ProposalList(self)
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setOffset(0, 2)
        self.setGraphicsEffect(self._shadow)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        for part in (self.formula, self.call, self.list):
            self._column.addWidget(part)
        self.hide()
        dress(self)
        theme_notifier().follow(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def latex(self) -> str:
        """The formula that is shown, or an empty text."""
        return "" if self.formula.isHidden() else self.formula.latex

    def show_picture(self, picture: TypedPicture) -> None:
        """Show how a text was understood; where windows are low there is no room for it."""
        picture.hand_over()
        has_room = not self._is_low()
        if picture.latex and has_room:
            self.formula.set_latex(picture.latex)
        self.formula.setVisible(bool(picture.latex) and has_room)

    def show_call(self, call: OpenCall | None) -> None:
        """Show how the function is called whose brackets are open, the input in question bold."""
        parts = () if call is None else (*call.operation.inputs, *_settings(call))
        self.call.setVisible(call is not None and len(parts) > 1)
        if call is not None:
            self.call.setText(_bold(call_form(call.operation, call.name), call.index))

    def offer(self, proposals: Sequence[Proposal]) -> None:
        """Show proposals."""
        self.list.offer(proposals, _ROWS_LOW if self._is_low() else _ROWS)

    def lay_below(self, anchor: QWidget, field: QWidget) -> None:
        """Lie below a widget, or above it where there is no room; go where there is nothing to say.

        Args:
            anchor: What is not to be hidden.
            field: Where the card begins from the left, and how wide it would be.
        """
        shown = (self.call, self.formula, self.list)
        if all(part.isHidden() for part in shown):
            self.hide()
            return
        window = field.window()
        room = window.rect().adjusted(*(theme().px(_EDGE_PX) * way for way in (1, 1, -1, -1)))
        wanted = max(field.width(), theme().px(_NARROWEST_PX), self._wanted_width())
        width = min(wanted, theme().px(_WIDEST_PX), room.width())
        height = self._height_at(width)
        at = field.mapTo(window, QPoint(0, 0))
        top = anchor.mapTo(window, QPoint(0, anchor.height())).y() + theme().px(_GAP_PX)
        above = anchor.mapTo(window, QPoint(0, 0)).y() - theme().px(_GAP_PX)
        if top + height > room.bottom() and above - height >= room.top():
            top = above - height
        left = max(room.left(), min(at.x(), room.right() + 1 - width))
        self.setGeometry(QRect(left, top, width, min(height, room.bottom() + 1 - top)))
        self.show()
        self.raise_()

    def _is_low(self) -> bool:
        """Tell whether there is little room; a dialog is as low as the window that it is over."""
        above = self.window().parentWidget()
        return is_low(self if above is None else above)

    def _wanted_width(self) -> int:
        margins = self._column.contentsMargins()
        around = margins.left() + margins.right() + 2
        return self.list.natural_width + around if self.list.proposals else 0

    def _height_at(self, width: int) -> int:
        self._column.activate()
        height = self._column.totalHeightForWidth(width)
        return max(height, self._column.totalMinimumSize().height())

    def _on_theme_changed(self) -> None:
        edge = theme().px(_EDGE_PX)
        self._column.setContentsMargins(edge, edge, edge, edge)
        # In line with the text of the list.
        self.call.setContentsMargins(theme().px(_EDGE_PX) + 2, 0, 0, 0)
        self.formula.setContentsMargins(theme().px(_EDGE_PX) + 2, 0, 0, 0)
        self.call.setFont(theme().font("mono"))
        self._shadow.setBlurRadius(theme().px(16))
        self._shadow.setColor(theme().color("shadow"))


def _settings(call: OpenCall) -> Sequence[str]:
    return [setting.name for setting in call.operation.settings]


def _bold(form: str, index: int) -> str:
    """Return a call as rich text, one of its inputs bold."""
    name, _, rest = form.partition("(")
    parts = [escaped(part) for part in rest.removesuffix(")").split(", ")]
    if index < len(parts):
        parts[index] = f"<b>{parts[index]}</b>"
    return f"{escaped(name)}({', '.join(parts)})"
