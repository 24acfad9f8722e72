"""A titled drop-down list of records, such as those of one of the engine's tables."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_text import plain

Choice = tuple[str, str, str]


class ChoiceBox(QComboBox):
    """Chooses one record by its title; each entry explains itself in a tooltip.

    Signals:
        chosen(name: str): The user chose the record of that name.
    """

    chosen = Signal(str)

    def __init__(
        self, title: str, choices: Iterable[Choice] = (), parent: QWidget | None = None
    ) -> None:
        """Offer choices, each a name, a title and a summary, both translated."""
        super().__init__(parent)
        self._title = title
        self.setAccessibleName(title)
        # A choice made by mouse leaves the keys to the page, where Space plays or trains.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Long titles must not make the side panel wider than it is.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.set_choices(choices)
        self.activated.connect(lambda _: self.chosen.emit(self.name))
        self.currentIndexChanged.connect(self._explain)

    @property
    def name(self) -> str:
        """The name of the record chosen; empty when there is nothing to choose."""
        return str(self.currentData() or "")

    @property
    def names(self) -> list[str]:
        """The names of all choices."""
        return [str(self.itemData(index) or "") for index in range(self.count())]

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer other choices without emitting ``chosen``; the same one stays if it is there."""
        before = self.name
        with QSignalBlocker(self):
            self.clear()
            for name, text, summary in choices:
                self.addItem(text, name)
                self.setItemData(self.count() - 1, plain(summary), Qt.ItemDataRole.ToolTipRole)
            self.setCurrentIndex(max(0, self.findData(before)))
        self._explain()

    def set_name(self, name: str) -> None:
        """Show another choice without emitting ``chosen``."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(name))
        self._explain()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel that scrolls, unless the box has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _explain(self) -> None:
        summary = self.currentData(Qt.ItemDataRole.ToolTipRole)
        text = f"{self._title}: {summary}" if summary else self._title
        explain(self, None, text)
