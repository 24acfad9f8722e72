"""What is to be learnt from a table: the target, classes or numbers, and which rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_label import PlainLabel
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.segmented_switch import Segment, SegmentedSwitch
from desktop.widgets.panels.flow_layout import FlowLayout
from engine.quoting import listed, quote
from engine.tables.table import Table
from engine.training.datasets.own import MOST_CLASSES
from engine.training.datasets.table_opening import OpenedTable
from engine.training.datasets.table_plan import TablePlan, with_targets

_CLASSES, _NUMBERS = "classes", "numbers"
_RANDOM, _FIRST = "random", "first"
_USUAL_KEPT = 9
_LARGEST_SEED = 999_999
_LONGEST_SHOWN = 40

Change = Callable[[Table, TablePlan], TablePlan]


class TargetBar(QWidget):
    """The column to be predicted, as what, and which rows are taken where there are too many.

    Signals:
        plan_wanted(change: Change): Something else is to be learnt.
    """

    plan_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.target_box = QComboBox(self)
        self.target_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.target_box.setMinimumContentsLength(14)
        tip = self.tr("The column that is to be predicted; several are ticked in the list below")
        explain(self.target_box, self.tr("Predict"), tip)
        self.kind_switch = SegmentedSwitch(
            self.tr("What the targets are"),
            (
                Segment(_CLASSES, self.tr("as classes"), self.tr("Each different one is a class")),
                Segment(_NUMBERS, self.tr("as numbers"), self.tr("Numbers that are to be met")),
            ),
            self,
        )
        self.kept_box = QCheckBox(self.tr("only the most frequent classes:"), self)
        explain(
            self.kept_box,
            self.kept_box.text(),
            self.tr("Keep so many classes, and take all rarer ones together as one more"),
        )
        self.kept_field = NumberField(
            _USUAL_KEPT, minimum=1, maximum=MOST_CLASSES - 1, integer=True, parent=self
        )
        self.kept_field.setAccessibleName(self.tr("Classes kept"))
        self.kept_field.set_explanation(self.tr("How many classes stay by themselves"))
        self.rows_switch = SegmentedSwitch(
            self.tr("Which rows are taken"),
            (
                Segment(
                    _RANDOM,
                    self.tr("random rows"),
                    self.tr("Rows from the whole table, drawn by the seed"),
                ),
                Segment(_FIRST, self.tr("first rows"), self.tr("The rows from the first on")),
            ),
            self,
        )
        self.seed_field = NumberField(
            0, minimum=0, maximum=_LARGEST_SEED, integer=True, parent=self
        )
        self.seed_field.setAccessibleName(self.tr("Seed of the rows"))
        self.seed_field.set_explanation(self.tr("The same seed draws the same rows"))
        row = FlowLayout(self, spacing=12)
        row.addWidget(self._together(PlainLabel(self.tr("Predict"), self), self.target_box))
        row.addWidget(self.kind_switch)
        self._kept = self._together(self.kept_box, self.kept_field)
        self._seed = self._together(PlainLabel(self.tr("seed"), self), self.seed_field)
        for part in (self._kept, self.rows_switch, self._seed):
            row.addWidget(part)
            part.hide()
        self._connect()

    def _connect(self) -> None:
        self.target_box.activated.connect(self._on_target_chosen)
        self.kind_switch.chosen.connect(self._on_kind_chosen)
        self.kept_box.toggled.connect(lambda _: self._on_kept_changed())
        self.kept_field.value_changed.connect(lambda _: self._on_kept_changed())
        self.rows_switch.chosen.connect(self._on_rows_chosen)
        self.seed_field.value_changed.connect(self._on_seed_changed)

    def show_opened(self, opened: OpenedTable) -> None:
        """Show what is learnt from a table."""
        table, plan = opened.table, opened.plan
        self._show_targets(table.names, plan.targets)
        self.kind_switch.set_name(_NUMBERS if plan.is_regression else _CLASSES)
        count = table.column(plan.targets[0]).distinct if len(plan.targets) == 1 else 0
        is_many = not plan.is_regression and count > MOST_CLASSES
        self._kept.setVisible(is_many or plan.kept_classes > 0)
        with QSignalBlocker(self.kept_box):
            self.kept_box.setChecked(plan.kept_classes > 0)
        self.kept_field.setEnabled(plan.kept_classes > 0)
        if plan.kept_classes:
            self.kept_field.set_value(plan.kept_classes)
        is_long = len(table) > plan.most_rows
        self.rows_switch.setVisible(is_long)
        self.rows_switch.set_name(_FIRST if plan.takes_first else _RANDOM)
        self._seed.setVisible(is_long and not plan.takes_first)
        self.seed_field.set_value(plan.seed)

    def _show_targets(self, names: tuple[str, ...], targets: tuple[str, ...]) -> None:
        wanted = [quote(name) for name in names]
        place = names.index(targets[0]) if len(targets) == 1 else -1
        if len(targets) > 1:
            # Several are shown by an entry of their own, which choosing another one takes away.
            wanted.append(listed(targets, _LONGEST_SHOWN))
            place = len(names)
        shown = [self.target_box.itemText(index) for index in range(self.target_box.count())]
        with QSignalBlocker(self.target_box):
            if shown != wanted:
                self.target_box.clear()
                self.target_box.addItems(wanted)
            self.target_box.setCurrentIndex(place)

    def _on_target_chosen(self, place: int) -> None:
        def change(table: Table, plan: TablePlan) -> TablePlan:
            if place >= len(table.names) or plan.targets == (table.names[place],):
                return plan
            return with_targets(table, plan, (table.names[place],))

        self.plan_wanted.emit(change)

    def _on_kind_chosen(self, name: str) -> None:
        is_regression = name == _NUMBERS
        self.plan_wanted.emit(lambda _, plan: replace(plan, is_regression=is_regression))

    def _on_kept_changed(self) -> None:
        count = int(self.kept_field.value) if self.kept_box.isChecked() else 0
        self.plan_wanted.emit(lambda _, plan: replace(plan, kept_classes=count))

    def _on_rows_chosen(self, name: str) -> None:
        takes_first = name == _FIRST
        self.plan_wanted.emit(lambda _, plan: replace(plan, takes_first=takes_first))

    def _on_seed_changed(self, value: float) -> None:
        self.plan_wanted.emit(lambda _, plan: replace(plan, seed=int(value)))

    def _together(self, first: QWidget, second: QWidget) -> QWidget:
        pair = QWidget(self)
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(first)
        row.addWidget(second)
        return pair
