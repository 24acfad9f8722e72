"""The columns and the rows of a table: one above the other, or in turns where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.training.own_data.table_columns import ColumnsView
from desktop.training.own_data.table_sheet import SheetView
from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch

_COLUMNS, _ROWS = "columns", "rows"
# What is chosen leaves so much of the height to what is shown.
_MOST_SHARE = 0.4


class TableViews(QWidget):
    """Shows the list of columns above the sheet, or the one or the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = ColumnsView(self)
        self.sheet = SheetView(self)
        self.switch = SegmentedSwitch(
            self.tr("What is shown of the table"),
            (
                Segment(
                    _COLUMNS,
                    self.tr("columns"),
                    self.tr("What each column is, and whether it is learnt from"),
                ),
                Segment(_ROWS, self.tr("rows"), self.tr("The rows as they stand in the file")),
            ),
            self,
        )
        self.switch.chosen.connect(lambda _: self._show())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.columns)
        column.addWidget(self.sheet, 1)
        self._takes_turns = False
        self.switch.hide()

    def set_turns(self, takes_turns: bool) -> None:
        """Show one of the two at a time, chosen by the switch, or both."""
        if takes_turns != self._takes_turns:
            self._takes_turns = takes_turns
            self.columns.set_filling(takes_turns)
            self._show()

    def show_place(self, line: int | None, column: str) -> None:
        """Show a place of the rows, and bring them to the front."""
        self.sheet.go_to(line, column)
        if self._takes_turns:
            self.switch.set_name(_ROWS)
            self._show()

    def _show(self) -> None:
        turns, shows_rows = self._takes_turns, self.switch.name == _ROWS
        self.switch.setVisible(turns)
        self.columns.setVisible(not turns or not shows_rows)
        self.sheet.setVisible(not turns or shows_rows)


class TopArea(QScrollArea):
    """As high as what is in it, and scrolled where something below it needs the room."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.installEventFilter(self)

    def sizeHint(self) -> QSize:
        """Ask for the height of all that is in it."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Ask for all of it, but for no more than a share of the window."""
        least = min(self._height(), round(_MOST_SHARE * self.window().height()))
        return QSize(super().minimumSizeHint().width(), least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Need another height at another width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is in it when that asks for another size."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if self.maximumHeight() != self._height():
            self.setMaximumHeight(self._height())
            self.updateGeometry()

    def _height(self) -> int:
        layout = self._content.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(self.viewport().width())
        return self._content.sizeHint().height()
