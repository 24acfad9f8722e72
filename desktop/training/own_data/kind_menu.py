"""The menu of what a column can be taken for: names for numbers, a word of their own for gaps."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.foundation.plain_text import plain
from desktop.training.own_data.table_roles import with_gap_words, with_words
from desktop.training.own_data.table_words import kind_text
from engine.tables.column import Column, ColumnKind
from engine.tables.table import Table
from engine.training.datasets.table_plan import TablePlan, has_word_gaps

_Change = Callable[[TablePlan], TablePlan]


class KindMenu(QMenu):
    """Two readings of a column, of which one is ticked.

    Signals:
        wanted(change: Callable[[Table, TablePlan], TablePlan]): The plan is to be another one.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)

    def offer(self, text: str, tip: str, change: _Change, *, is_so: bool) -> None:
        """Add a reading, ticked where it is the one in force."""
        action = QAction(text, self)
        action.setToolTip(plain(tip))
        action.setCheckable(True)
        action.setChecked(is_so)
        action.triggered.connect(lambda _=False: self._want(change))
        self.addAction(action)

    def open_at(self, place: QPoint) -> None:
        """Open at a place of the screen; the keys begin at the reading in force."""
        self.popup(place)
        self.setActiveAction(next(action for action in self.actions() if action.isChecked()))

    def _want(self, change: _Change) -> None:
        def changed(_: Table, plan: TablePlan) -> TablePlan:
            return change(plan)

        self.wanted.emit(changed)


def kind_menu(column: Column, plan: TablePlan, parent: QWidget) -> KindMenu:
    """Return the menu of a column.

    Args:
        column: The column.
        plan: What is learnt from its table so far.
        parent: What it opens over.
    """
    menu = KindMenu(parent)
    translate, name = QCoreApplication.translate, column.name
    if has_word_gaps(column):
        are_words = name in plan.gap_words
        menu.offer(
            translate("KindMenu", "words; rows with gaps are left out"),
            translate("KindMenu", "Where nothing is known, nothing is learnt"),
            partial(with_gap_words, name=name, are_words=False),
            is_so=not are_words,
        )
        menu.offer(
            translate("KindMenu", "words; gaps are a word of their own"),
            translate("KindMenu", "That somebody does not say it may tell something as well"),
            partial(with_gap_words, name=name, are_words=True),
            is_so=are_words,
        )
        return menu
    as_words = name in plan.as_words
    menu.offer(
        kind_text(column.kind),
        translate("KindMenu", "The larger, the more there is of it"),
        partial(with_words, name=name, as_words=False),
        is_so=not as_words,
    )
    menu.offer(
        kind_text(ColumnKind.WORD),
        translate(
            "KindMenu", "Names of something, such as districts: each gets an input of its own"
        ),
        partial(with_words, name=name, as_words=True),
        is_so=as_words,
    )
    return menu
