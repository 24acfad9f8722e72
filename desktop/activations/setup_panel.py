"""A panel of choices beside a view: it shows a setup, an immutable value, and changes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.activations.seed_row import SeedRow
from desktop.foundation.plain_label import PlainLabel

_MARGIN = 14
# A frozen dataclass; `replace` makes the next one of it.
Setup = TypeVar("Setup")


class SetupPanel(QWidget, Generic[Setup]):
    """Holds what is chosen, and tells when something else is.

    Signals:
        changed(setup: Setup): Something else was chosen.
    """

    changed = Signal(object)

    def __init__(self, setup: Setup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setup = setup

    @property
    def setup(self) -> Setup:
        """What is chosen."""
        return self._setup

    def _lay_out(self, sections: Sequence[QWidget], seed: SeedRow, note: str) -> None:
        """Put sections, seed and a note under one another."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.setSpacing(14)
        for section in (*sections, seed):
            layout.addWidget(section)
        label = PlainLabel(note, self)
        label.setProperty("kind", "muted")
        label.setWordWrap(True)
        layout.addWidget(label)
        layout.addStretch(1)

    def _change(self, **changes: object) -> None:
        setup = replace(self._setup, **changes)  # type: ignore[type-var]
        if setup != self._setup:
            self._setup = setup
            self.changed.emit(setup)
