"""The legend of the arrows: each is switched on and off by a click on it, or by a key."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop.optimizers.update_sketch import AHEAD, GRADIENT, LOOKS, SECOND, STEP, VELOCITY
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.page_action import page_action
from desktop.widgets.plot_legend import LegendEntry

_KEYS = {GRADIENT: "Shift+G", VELOCITY: "Shift+V", STEP: "Shift+S", SECOND: "Shift+M",
         AHEAD: "Shift+L"}  # fmt: skip
_SYMBOLS = {SECOND: "square", AHEAD: "diamond"}


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
        layout = FlowLayout(self, spacing=10)
        for kind, (name, explanation) in self._words().items():
            action = page_action(self, name, explanation, key=_KEYS[kind])
            action.setCheckable(True)
            action.setChecked(True)
            look = LOOKS[kind]
            entry = LegendEntry(self)
            entry.describe(name, look.colour, look.style, _SYMBOLS.get(kind, ""), look.width)
            entry.setToolTip(f"{explanation} ({action.shortcut().toString()})")
            entry.setWhatsThis(explanation)
            entry.toggled.connect(action.setChecked)
            action.toggled.connect(entry.setChecked)
            action.toggled.connect(self.changed)
            layout.addWidget(entry)
            self._entries[kind], self._actions[kind] = entry, action

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

    def set_available(self, kinds: frozenset[str]) -> None:
        """Let only these be seen in the legend: not every method has all."""
        for kind, entry in self._entries.items():
            entry.setVisible(kind in kinds)

    def _words(self) -> Mapping[str, tuple[str, str]]:
        return {
            GRADIENT: (
                self.tr("−gradient"),
                self.tr("An arrow against the gradient, the steepest way down"),
            ),
            VELOCITY: (
                self.tr("velocity"),
                self.tr("An arrow for the velocity, or for the mean of the gradients, turned down"),
            ),
            STEP: (self.tr("step"), self.tr("An arrow for the step that is taken")),
            SECOND: (
                self.tr("second moment"),
                self.tr(
                    "Squares for the second moment: the larger one, the shorter the step there"
                ),
            ),
            AHEAD: (
                self.tr("look-ahead point"),
                self.tr("The point at which Nesterov's momentum takes its gradient"),
            ),
        }
