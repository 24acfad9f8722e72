"""The line above the canvas: where one stands among groups, and what grouping saves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import entry_text
from desktop.foundation.translation import filled, translate_engine
from desktop.graph_editor.document.document import Document
from desktop.graph_editor.groups.group_counter import GroupCounter
from engine.drawing.shown_drawing import Place

_LONGEST_TITLE = 28


class GroupBar(QFrame):
    """A breadcrumb such as “A2 › σ”, each part of which leads out, and the counts of both graphs.

    It is there only while the graph has groups.
    """

    def __init__(
        self, document: Document, counter: GroupCounter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setAccessibleName(self.tr("Groups"))
        self._document, self._counter = document, counter
        self._crumbs: list[QPushButton] = []
        self._marks: list[QLabel] = []
        self._shown: tuple[str, ...] = ()
        self._path = QHBoxLayout()
        self._path.setSpacing(2)
        self._counts = self._label("muted")
        self._costs = self._label("muted")
        self._costs.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._costs.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 14, 3)
        row.setSpacing(14)
        row.addLayout(self._path)
        row.addWidget(self._costs, 1)
        row.addWidget(self._counts)
        document.changed.connect(self._refresh)
        document.path_changed.connect(self._refresh)
        counter.changed.connect(self._show_counts)
        self._refresh()

    @property
    def crumbs(self) -> list[QPushButton]:
        """The buttons from the outside inwards; the last is where one stands."""
        return list(self._crumbs)

    @property
    def path_text(self) -> str:
        """The breadcrumb in one line."""
        return " › ".join(self._shown)

    @property
    def counts_text(self) -> str:
        """How many gates there are as drawn and in full."""
        return self._counts.text()

    @property
    def costs_text(self) -> str:
        """What both passes multiply and add, as drawn and in full."""
        return self._costs.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the costs out where they would be cut; they stand in the inspector too."""
        super().resizeEvent(event)
        self._fit_costs()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the fonts."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_costs()

    def _label(self, kind: str) -> QLabel:
        label = PlainLabel(self)
        label.setProperty("kind", kind)
        tip = self.tr(
            "As drawn each group is one gate; in full it is all the gates inside. Multiplications "
            "(×) and additions (+) are those of one forward and one backward pass."
        )
        explain(label, None, tip)
        return label

    def _refresh(self) -> None:
        groups = self._document.graph.groups
        self.setVisible(bool(groups))
        if not groups:
            return
        place = self._document.place
        texts = (self._root(), *(groups[group].name for group in place))
        if texts != self._shown:
            self._shown = texts
            self._show_path(texts, place)
        self._show_counts()

    def _root(self) -> str:
        title = self._document.drawing.title
        if title:
            # The number of an example says enough.
            text = translate_engine(title).split(" · ")[0]
        elif self._document.path is not None:
            text = self._document.path.stem
        else:
            text = self.tr("Graph")
        return text if len(text) <= _LONGEST_TITLE else f"{text[: _LONGEST_TITLE - 1]}…"

    def _show_path(self, texts: tuple[str, ...], place: Place) -> None:
        for widget in (*self._crumbs, *self._marks):
            self._path.removeWidget(widget)
            widget.hide()
            # One of them may be what was clicked.
            widget.deleteLater()
        self._crumbs, self._marks = [], []
        for index, text in enumerate(texts):
            if index:
                mark = PlainLabel("›", self)
                mark.setProperty("kind", "muted")
                self._marks.append(mark)
                self._path.addWidget(mark)
            self._crumbs.append(self._crumb(text, place[:index], is_last=index == len(place)))
            self._path.addWidget(self._crumbs[-1])

    def _crumb(self, text: str, place: Place, *, is_last: bool) -> QPushButton:
        # An ampersand in a title is no mnemonic.
        button = QPushButton(entry_text(text), self)
        button.setProperty("kind", "flat")
        if is_last:
            font = button.font()
            font.setBold(True)
            button.setFont(font)
        tip = self.tr("You are here") if is_last else filled(self.tr("Go out to {}"), text)
        explain(button, tip, tip)
        button.clicked.connect(lambda _=False: self._document.go_to(place))
        return button

    def _show_counts(self) -> None:
        counts = self._counter.counts
        if counts is None:
            self._counts.setText("")
            self._costs.setText("")
            return
        text = self.tr("{0} gates as drawn, {1} in full")
        if counts.drawn.gates == 1:
            text = self.tr("{0} gate as drawn, {1} in full")
        self._counts.setText(filled(text, counts.drawn.gates, counts.full.gates))
        drawn, full = counts.drawn.operations, counts.full.operations
        costs = ""
        if drawn is not None and full is not None:
            costs = filled(
                self.tr("{0} × and {1} + as drawn, {2} × and {3} + in full"),
                drawn.multiplications,
                drawn.additions,
                full.multiplications,
                full.additions,
            )
        self._costs.setText(costs)
        self._fit_costs()

    def _fit_costs(self) -> None:
        needed = self._costs.fontMetrics().horizontalAdvance(self._costs.text()) + 8
        taken = self._path.sizeHint().width() + self._counts.sizeHint().width() + 56
        self._costs.setVisible(self.width() >= taken + needed)
