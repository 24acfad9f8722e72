"""The table of one function's facts: a name, what it means on hovering, and the words."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from desktop.activations import fact_words
from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel, RichLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.translation import filled
from desktop.widgets.fields.number_text import format_number
from desktop.widgets.panels.text_label import text_label
from desktop.widgets.plots.plot_style import resolve
from engine.operations.activation_analysis import ActivationFacts

HIDDEN = "?"
"""What stands in the place of a number that is hidden."""
_DIGITS, _ALL_DIGITS = 4, 17


class FactGrid(QWidget):
    """Rows of a fact and its value: point, range, slope, saturated, centred and so on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, QLabel] = {}
        self._values: dict[str, QLabel] = {}
        self._rows: dict[str, tuple[QWidget, ...]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        self._meanings = {key: meaning for key, (_, meaning) in self._fact_titles().items()}
        for key, (title, meaning) in self._fact_titles().items():
            self._add_row(key, title, meaning)
        self._waiting = text_label(self, "muted")
        self._waiting.hide()
        self._grid.addWidget(self._waiting, self._grid.rowCount(), 0, 1, 2)

    @property
    def waiting(self) -> str:
        """The sentence that says how far the facts are computed, or ''."""
        return self._waiting.text() if self._waiting.isVisibleTo(self) else ""

    def is_old(self, key: str) -> bool:
        """Whether a fact is marked as one that is computed anew."""
        return not self._values[key].isEnabled()

    def text(self, key: str) -> str:
        """The words of a fact."""
        return self._values[key].text()

    def tip(self, key: str) -> str:
        """What a fact means, and its numbers with every digit."""
        return self._values[key].toolTip()

    def show_point(self, x: float, value: float | None, slope: float | None) -> None:
        """Show f and f′ at x, told apart by place and by colour; None for what is hidden."""
        self._names["point"].setText(filled(self.tr("at x = {0}"), format_number(x, _DIGITS)))
        self._values["point"].setText(
            f'<b style="color:{resolve("value").name()}">{_shown(value)}</b>'
            f'&nbsp;&nbsp;&nbsp;<b style="color:{resolve("gradient").name()}">'
            f"{_shown(slope)}</b>"
        )
        told = (
            f"{name} = {format_number(number, _ALL_DIGITS)}"
            for name, number in (("f", value), ("f′", slope))
            if number is not None
        )
        self._tell("point", ", ".join(told))

    def show_facts(self, facts: ActivationFacts | None, awaited: float | None = None) -> None:
        """Show what was computed.

        Args:
            facts: The facts, or None where there are none yet.
            awaited: How much of newer ones is computed; the facts shown are marked as old.
        """
        self._waiting.setVisible(awaited is not None)
        if awaited is not None:
            self._waiting.setText(
                filled(self.tr("Computing the facts … {0} %"), int(100 * awaited))
            )
        for key, value in self._values.items():
            value.setEnabled(awaited is None or key == "point")
        if facts is None:
            for key in ("range", "slope", "saturated", "centred", "derivative", "direction"):
                self._values[key].setText("…")
            for key in ("undefined", "beyond"):
                self._show_row(key, "")
            return
        self._values["range"].setText(fact_words.range_words(facts))
        self._values["slope"].setText(fact_words.slope_words(facts))
        self._values["saturated"].setText(fact_words.saturation_words(facts))
        self._values["centred"].setText(fact_words.centre_words(facts))
        self._values["derivative"].setText(fact_words.breaks_words(facts))
        self._values["direction"].setText(fact_words.direction_words(facts))
        for key in ("range", "slope", "centred"):
            self._tell(key, fact_words.all_digits(key, facts))
        self._show_row("undefined", fact_words.undefined_words(facts))
        self._show_row("beyond", fact_words.beyond_words(facts))

    def hide_facts(self, keys: Collection[str]) -> None:
        """Say of these facts that they are hidden, and nothing else."""
        for key in keys:
            self._values[key].setText(self.tr("hidden"))
            self._tell(key, "")

    def _tell(self, key: str, numbers: str) -> None:
        """Give a fact's numbers with every digit to whoever points at it."""
        told = filter(None, (self._meanings[key], numbers))
        self._values[key].setToolTip(plain("\n".join(told)))

    def _show_row(self, key: str, text: str) -> None:
        """Show a fact that there is of few functions, or hide its row."""
        self._values[key].setText(text)
        for widget in self._rows[key]:
            widget.setVisible(bool(text))

    def _fact_titles(self) -> dict[str, tuple[str, str]]:
        return {
            "point": ("", self.tr("The value (green) and the slope (red) at the point")),
            "range": (
                self.tr("range"),
                self.tr("All values it takes; a round bracket is a limit it never reaches"),
            ),
            "slope": (
                self.tr("largest slope"),
                self.tr("The most by which one layer can scale a gradient"),
            ),
            "saturated": (
                self.tr("saturated"),
                self.tr("Where it is so flat that hardly any gradient passes"),
            ),
            "centred": (
                self.tr("zero-centred"),
                self.tr("Whether its mean output is 0 when x is standard normal"),
            ),
            "derivative": (
                self.tr("differentiable"),
                self.tr("Where it has a derivative; at a kink or a jump one is agreed upon"),
            ),
            "direction": (
                self.tr("monotonic"),
                self.tr("Whether it only rises or only falls"),
            ),
            "undefined": (
                self.tr("not defined"),
                self.tr("Where the formula is no number"),
            ),
            "beyond": (
                self.tr("not computed"),
                self.tr("Where its value is not known, and no other fact tells of it"),
            ),
        }

    def _add_row(self, key: str, title: str, meaning: str) -> None:
        name = PlainLabel(title, self)
        # Value and slope are told apart by colour; the other facts are words.
        value = RichLabel(self) if key == "point" else PlainLabel(self)
        name.setProperty("kind", "muted")
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (name, value):
            explain(label, None, meaning)
        line = QFrame(self)
        line.setProperty("kind", "separator")
        line.setFixedHeight(1)
        row = 2 * len(self._names)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        self._grid.addWidget(line, row + 1, 0, 1, 2)
        self._names[key], self._values[key] = name, value
        self._rows[key] = (name, value, line)


def _shown(number: float | None) -> str:
    return HIDDEN if number is None else format_number(number, _DIGITS)
