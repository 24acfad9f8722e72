"""What was understood of a table's text, each part of which can be chosen otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.translation import filled, translate_engine
from desktop.training.own_data.table_words import remark_sentence
from desktop.widgets.fields.choice_box import Choice, ChoiceBox
from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch
from desktop.widgets.panels.flow_layout import FlowLayout
from engine.quoting import quote
from engine.tables.choices import COMMA, PIPE, POINT, SEMICOLON, SPACES, TAB, TableChoices, answered
from engine.tables.decoding import Decoded
from engine.tables.encoding_table import ENCODINGS
from engine.tables.remarks import Question
from engine.tables.table import Table

Change = Callable[[TableChoices], TableChoices]


class UnderstoodBar(QWidget):
    """Encoding, separator, decimal mark, header and comments, as they were taken.

    Signals:
        encoding_chosen(name: str): The bytes are to be read in another encoding.
        choices_wanted(change: Change): The text is to be read in another way.
    """

    encoding_chosen = Signal(str)
    choices_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.encoding_box = self._box(self.tr("Encoding"), ())
        self.delimiter_box = self._box(self.tr("Separator"), self._delimiters())
        self.decimal_box = self._box(self.tr("Decimal mark"), self._marks())
        self.header_box = self._check(
            self.tr("The first row names the columns"),
            self.tr("Whether the first row is a header or a sample"),
        )
        self.comment_box = self._check("", self.tr("Whether these lines are remarks and no rows"))
        row = FlowLayout(self, spacing=14)
        self._encoding = self._pair(self.tr("Encoding"), self.encoding_box)
        row.addWidget(self._encoding)
        row.addWidget(self._pair(self.tr("Separator"), self.delimiter_box))
        row.addWidget(self._pair(self.tr("Decimal mark"), self.decimal_box))
        row.addWidget(self.header_box)
        row.addWidget(self.comment_box)
        self.encoding_box.chosen.connect(self.encoding_chosen)
        self.delimiter_box.chosen.connect(self._on_delimiter_chosen)
        self.decimal_box.chosen.connect(self._on_decimal_chosen)
        self.header_box.toggled.connect(self._on_header_toggled)
        self.comment_box.toggled.connect(self._on_comment_toggled)
        self.comment_box.hide()

    def show_encoding(self, decoded: Decoded) -> None:
        """Show how a file's text is written, and how else it may be."""
        names = [decoded.encoding, *decoded.alternatives]
        self.encoding_box.set_choices(
            (name, translate_engine(ENCODINGS[name].title), "") for name in sorted(names)
        )
        self.encoding_box.set_name(decoded.encoding)

    def hide_encoding(self) -> None:
        """Leave the encoding out: what is pasted is text already."""
        self._encoding.hide()

    def show_taken(self, table: Table) -> None:
        """Show how a text was read."""
        taken = table.taken
        self.delimiter_box.set_name(taken.delimiter or COMMA)
        self.decimal_box.set_name(taken.decimal or POINT)
        with QSignalBlocker(self.header_box):
            self.header_box.setChecked(bool(taken.has_header))
        if taken.comment:
            text = self.tr("Lines that begin with {0} are remarks")
            self.comment_box.setText(filled(text, taken.comment))
            self.comment_box.setAccessibleName(self.comment_box.text())
            self.comment_box.show()
        with QSignalBlocker(self.comment_box):
            self.comment_box.setChecked(bool(taken.comment))

    def summary(self) -> str:
        """Return in a line how the table was read, for where there is no room for the choices."""
        boxes = {
            self.tr("Separator"): self.delimiter_box,
            self.tr("Decimal mark"): self.decimal_box,
        }
        taken = [f"{name}: {' '.join(box.currentText().split())}" for name, box in boxes.items()]
        if not self._encoding.isHidden():
            taken.insert(0, self.encoding_box.currentText())
        checks = [box.text() for box in (self.header_box, self.comment_box) if box.isChecked()]
        return filled(self.tr("Read as: {0}"), " · ".join([*taken, *checks]))

    def _on_delimiter_chosen(self, mark: str) -> None:
        self.choices_wanted.emit(lambda chosen: replace(chosen, delimiter=mark))

    def _on_decimal_chosen(self, mark: str) -> None:
        self.choices_wanted.emit(lambda chosen: replace(chosen, decimal=mark))

    def _on_header_toggled(self, is_on: bool) -> None:
        self.choices_wanted.emit(lambda chosen: replace(chosen, has_header=is_on))

    def _on_comment_toggled(self, is_on: bool) -> None:
        # None decides by the text again, which took them for remarks before.
        comment = None if is_on else ""
        self.choices_wanted.emit(lambda chosen: replace(chosen, comment=comment))

    def _delimiters(self) -> Sequence[Choice]:
        tip = self.tr("What stands between the cells of a row")
        return (
            (COMMA, self.tr("comma  ,"), tip),
            (SEMICOLON, self.tr("semicolon  ;"), tip),
            (TAB, self.tr("tab"), tip),
            (PIPE, self.tr("bar  |"), tip),
            (SPACES, self.tr("spaces"), tip),
        )

    def _marks(self) -> Sequence[Choice]:
        tip = self.tr("What stands before the decimals; the other mark then groups thousands")
        return (
            (POINT, self.tr("point  1,200.5"), tip),
            (COMMA, self.tr("comma  1.200,5"), tip),
        )

    def _box(self, title: str, choices: Sequence[Choice]) -> ChoiceBox:
        box = ChoiceBox(title, choices, self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _check(self, text: str, tip: str) -> QCheckBox:
        box = QCheckBox(text, self)
        explain(box, text or None, tip)
        return box

    def _pair(self, title: str, box: QWidget) -> QWidget:
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        label = PlainLabel(title, pair)
        label.setBuddy(box)
        row.addWidget(label)
        row.addWidget(box)
        return pair


class QuestionList(QWidget):
    """What a table leaves open, each question with both readings to choose from.

    Signals:
        choices_wanted(change: Change): A question was answered.
    """

    choices_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.switches: list[SegmentedSwitch] = []
        self._shown: tuple[str, ...] = ()
        self._rows: list[QWidget] = []
        self._labels: list[QLabel] = []
        self._questions: tuple[Question, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.hide()

    def show_questions(self, table: Table) -> None:
        """Ask what a table leaves open; a question that stands there already stays."""
        self._questions = table.questions
        shown = tuple(remark_sentence(asked) for asked in table.questions)
        if shown != self._shown:
            self._shown = shown
            self._ask_anew()
        for asked, switch, label in zip(table.questions, self.switches, self._labels, strict=True):
            values = [reading.value for reading in asked.readings]
            switch.set_name(str(values.index(asked.taken)))
            _set_kind(label, "muted" if asked.is_answered else "warning")
        self.setVisible(bool(shown))

    def _ask_anew(self) -> None:
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.switches, self._rows, self._labels = [], [], []
        for place, asked in enumerate(self._questions):
            self._rows.append(self._row(place, asked))
            self._layout.addWidget(self._rows[-1])

    def _row(self, place: int, asked: Question) -> QWidget:
        row = QWidget(self)
        label = PlainLabel(self._shown[place], row)
        label.setWordWrap(True)
        tip = self.tr("The table can be read in both ways; choose the one that is meant")
        segments = [
            Segment(str(number), quote(reading.example), tip)
            for number, reading in enumerate(asked.readings)
        ]
        switch = SegmentedSwitch(self._shown[place], segments, row)
        switch.chosen.connect(lambda name: self._on_answered(place, int(name)))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(switch)
        line.addWidget(label, 1)
        self.switches.append(switch)
        self._labels.append(label)
        return row

    def _on_answered(self, place: int, number: int) -> None:
        asked = self._questions[place]
        value = asked.readings[number].value
        self.choices_wanted.emit(lambda chosen: answered(chosen, asked, value))


def _set_kind(label: QLabel, kind: str) -> None:
    if label.property("kind") != kind:
        label.setProperty("kind", kind)
        label.style().unpolish(label)
        label.style().polish(label)
