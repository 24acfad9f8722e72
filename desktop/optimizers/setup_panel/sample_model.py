"""The samples of a table as they were typed: texts, each read as a number or explained."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme
from desktop.foundation.translation import error_sentence, filled
from desktop.widgets.fields.number_text import format_number, parse_number, question_about
from engine.errors import ValueQuestion
from engine.quoting import brief
from engine.surfaces.fit import MOST_SAMPLES

Index = QModelIndex | QPersistentModelIndex
COLUMNS = ("x", "y")
_DIGITS = 15


class SampleModel(QAbstractTableModel):
    """Rows of two texts with an empty row at the end to type into."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[list[str]] = [["", ""]]

    @property
    def rows(self) -> list[list[str]]:
        """The texts, without the empty row at the end."""
        return [list(row) for row in self._rows[:-1]]

    @property
    def problem(self) -> str:
        """The sentence that names the first cell that holds no number, or ''."""
        for number, row in enumerate(self._rows, start=1):
            for column, text in zip(COLUMNS, row, strict=True):
                if self._is_bad(row, text):
                    return self._complaint(number, column, text)
        return ""

    @property
    def question(self) -> tuple[QModelIndex, ValueQuestion] | None:
        """The first cell with a number that can be read in two ways, if the problem is that."""
        for number, row in enumerate(self._rows):
            for column, text in enumerate(row):
                if self._is_bad(row, text):
                    question = question_about(text)
                    return None if question is None else (self.index(number, column), question)
        return None

    @property
    def samples(self) -> tuple[tuple[float, float], ...]:
        """The numbers of all filled rows; only where there is no problem."""
        found = []
        for row in self._rows:
            x, y = (parse_number(text) for text in row)
            if x is not None and y is not None:
                found.append((x, y))
        return tuple(found)

    def set_samples(self, samples: Sequence[tuple[float, float]]) -> None:
        """Show other numbers."""
        self.beginResetModel()
        self._rows = [[_text(x), _text(y)] for x, y in samples] + [["", ""]]
        self.endResetModel()

    def put(self, row: int, column: int, cells: Sequence[Sequence[str]]) -> int:
        """Write a block of texts from a cell on, as a spreadsheet pastes it; return its rows."""
        room = MOST_SAMPLES + 1 - row
        self.beginResetModel()
        for place, line in enumerate(cells[:room], start=row):
            while len(self._rows) <= place:
                self._rows.append(["", ""])
            for offset, text in enumerate(line[: len(COLUMNS) - column]):
                self._rows[place][column + offset] = text.strip()
        self._tidy()
        self.endResetModel()
        return min(len(cells), room)

    def remove(self, rows: Sequence[int]) -> None:
        """Take rows away."""
        self.beginResetModel()
        gone = set(rows)
        self._rows = [row for place, row in enumerate(self._rows) if place not in gone]
        self._tidy()
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows, the empty one included."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Count the columns."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        row = self._rows[index.row()]
        text = row[index.column()]
        bad = self._is_bad(row, text)
        if role == Qt.ItemDataRole.DisplayRole:
            return "⚠ " + text if bad else text
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.ForegroundRole and bad:
            return theme().color("error")
        if role == Qt.ItemDataRole.ToolTipRole and bad:
            return plain(self._complaint(index.row() + 1, COLUMNS[index.column()], text))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take over what was typed."""
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or text == self._rows[index.row()][index.column()]:
            return False
        self._rows[index.row()][index.column()] = text
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), 1))
        if index.row() == len(self._rows) - 1 and len(self._rows) <= MOST_SAMPLES:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
            self._rows.append(["", ""])
            self.endInsertRows()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a header shows."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return COLUMNS[section] if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def _tidy(self) -> None:
        kept = [row for row in self._rows if any(row)]
        self._rows = [*kept, ["", ""]]

    @staticmethod
    def _is_bad(row: list[str], text: str) -> bool:
        return any(row) and parse_number(text) is None

    def _complaint(self, number: int, column: str, text: str) -> str:
        if not text:
            return filled(
                self.tr("Row {0}: {1} is missing; type a number such as 0.5."), number, column
            )
        question = question_about(text)
        if question is not None:
            return filled(self.tr("Row {0}: {1}"), number, error_sentence(question))
        return filled(
            self.tr("Row {0}: {1} is “{2}”, and that is no number such as 0.5."),
            number,
            column,
            brief(text),
        )


def _text(number: float) -> str:
    return format_number(number, _DIGITS).replace("\N{MINUS SIGN}", "-")
