"""The legend of the arrows: each is switched on and off by a click on it, or by a key."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QWidget

from desktop.foundation.page_action import page_action
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.optimizers.update.update_sketch import (
    AHEAD,
    GRADIENT,
    LOOKS,
    SECOND,
    STEP,
    VELOCITY,
    UpdateSketch,
)
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.plots.plot_legend import LegendEntry

_KEYS = {GRADIENT: "Shift+G", VELOCITY: "Shift+V", STEP: "Shift+S", SECOND: "Shift+M",
         AHEAD: "Shift+L"}  # fmt: skip
_WIDEST = " ×0.0005"
_SYMBOLS = {SECOND: "square", AHEAD: "diamond"}


class ArrowEntry(LegendEntry):
    """A legend's entry with room for any factor, so that nothing moves while playing."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        theme_notifier().follow(self._fit)
        self._fit()

    def _fit(self) -> None:
        # Of one size, so that another factor does not lay out the page again.
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the size for the name and the longest factor."""
        metrics = QFontMetrics(theme().font("small"))
        size = super().sizeHint()
        spare = metrics.horizontalAdvance(f"{self._name}{_WIDEST}")
        return QSize(size.width() - metrics.horizontalAdvance(self.text()) + spare, size.height())


class ArrowsBar(QWidget):
    """An entry for each kind of arrow, with its line.

    Signals:
        changed(): Another choice of arrows is to be drawn.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, LegendEntry] = {}
        self._actions: dict[str, QAction] = {}
        self._names: dict[str, str] = {}
        layout = FlowLayout(self, spacing=10)
        for kind, (name, explanation) in self._words().items():
            action = page_action(self, name, explanation, key=_KEYS[kind])
            action.setCheckable(True)
            action.setChecked(True)
            entry = ArrowEntry(name, self)
            self._entries[kind], self._actions[kind], self._names[kind] = entry, action, name
            self._describe(kind, name)
            entry.setWhatsThis(plain(explanation))
            entry.toggled.connect(action.setChecked)
            action.toggled.connect(entry.setChecked)
            action.toggled.connect(self.changed)
            layout.addWidget(entry)

    @property
    def actions_of_kinds(self) -> list[QAction]:
        """The switches, for a menu."""
        return list(self._actions.values())

    @property
    def shown(self) -> frozenset[str]:
        """The kinds that are switched on."""
        return frozenset(kind for kind, action in self._actions.items() if action.isChecked())

    def entry(self, kind: str) -> LegendEntry:
        """Return the legend's entry of a kind."""
        return self._entries[kind]

    def set_shown(self, kinds: frozenset[str]) -> None:
        """Switch exactly these on."""
        for kind, action in self._actions.items():
            action.setChecked(kind in kinds)

    def show_kinds(self, kinds: frozenset[str]) -> None:
        """Let only these be seen, of which none is drawn yet."""
        for kind, entry in self._entries.items():
            entry.setVisible(kind in kinds)
            self._describe(kind, self._names[kind])

    def show_sketch(self, sketch: UpdateSketch) -> None:
        """Let only what the method has be seen, with how large it is drawn."""
        for kind, entry in self._entries.items():
            entry.setVisible(kind in sketch.kinds)
            symbol, times = sketch.labels.get(kind, ("", ""))
            self._describe(kind, f"{self._names[kind]} {times}".rstrip(), symbol)

    def _describe(self, kind: str, name: str, drawn: str = "") -> None:
        look, action = LOOKS[kind], self._actions[kind]
        symbol = _SYMBOLS.get(kind, "")
        self._entries[kind].describe(name, look.colour, look.style, symbol, look.width)
        tooltip = f"{action.toolTip()} ({action.shortcut().toString()})"
        self._entries[kind].setToolTip(plain(f"{drawn}: {tooltip}" if drawn else tooltip))

    def _words(self) -> Mapping[str, tuple[str, str]]:
        return {
            GRADIENT: (
                self.tr("downhill"),
                self.tr("An arrow against the gradient, the steepest way down"),
            ),
            VELOCITY: (
                self.tr("velocity"),
                self.tr("An arrow for the velocity, or for the mean of the gradients, turned down"),
            ),
            STEP: (self.tr("step taken"), self.tr("An arrow for the step that is taken")),
            SECOND: (
                self.tr("second moment"),
                self.tr(
                    "Two squares for the second moment: below at the right the first "
                    "coordinate's, above at the left the second's. The larger one, the shorter "
                    "the step that way"
                ),
            ),
            AHEAD: (
                self.tr("look-ahead point"),
                self.tr("The point at which Nesterov's momentum takes its gradient"),
            ),
        }
