"""Which samples: a data set or one's own, its noise, what is kept for the test, and batches."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.page_action import page_action
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.plain_text import plain
from desktop.foundation.theme import theme, theme_notifier
from desktop.foundation.translation import filled
from desktop.training.setup_panel.setup_section import SetupSection
from desktop.training.setup_panel.standardize_field import StandardizeField
from desktop.widgets.fields.choice_box import ChoiceBox
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.settings_form import SettingsForm
from desktop.widgets.panels.flow_layout import FlowLayout
from desktop.widgets.panels.text_label import text_label
from engine.quoting import quote
from engine.settings import Setting
from engine.training.datasets.catalog import ALL_DATA
from engine.training.datasets.titles import data_title
from engine.training.run.batches import suited_batch
from engine.training.run.run import TrainingRun
from engine.training.run.setup import TrainingSetup

LARGEST_SEED = 999_999
OWN = "own"
# More samples than these are no truth table, and worth a split.
_FEW = 8
_FULL, _MINI, _SINGLE = "full", "mini", "single"
_FIELD_PX = 84
_USUAL_SIZE = 10


class DataSection(SetupSection):
    """The list of data sets, and what can be said about the one chosen.

    Signals:
        drawing_wanted(is_on: bool): Points are to be drawn by clicking in the plane, or no more.
        file_wanted(): A table is to be read from a file.
        formula_wanted(): Points are to get their classes by the sides of a formula.
        change_wanted(): The table that the samples come from is to be read in another way.
    """

    drawing_wanted = Signal(bool)
    file_wanted = Signal()
    formula_wanted = Signal()
    change_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Data"), parent)
        self.data_box = self.box(self.tr("Data set"), ALL_DATA.values())
        self.data_box.addItem(self.tr("Own points"), OWN)
        own_tip = plain(self.tr("Points that were drawn, or read from a file."))
        self.data_box.setItemData(self.data_box.count() - 1, own_tip, Qt.ItemDataRole.ToolTipRole)
        self.draw_button = self._button(
            self.tr("Draw points"),
            self.tr(
                "Draw points of your own by clicking in the decision boundary: 0 to 9 choose the "
                "class, Delete or a right click removes a point, dragging moves it"
            ),
        )
        self.draw_button.setCheckable(True)
        self.file_button = self._button(
            self.tr("Table…"),
            self.tr(
                "Read a table from a file, such as CSV; a range copied from a spreadsheet is "
                "read with Ctrl+V (Ctrl+I)"
            ),
        )
        self.change_button = self._button(
            self.tr("Change table…"),
            self.tr("Choose anew what of this table is learnt from, and how it is read"),
        )
        self.formula_button = self._button(
            self.tr("Formula…"),
            self.tr("Draw points on both sides of a formula such as y = sin(x), a class each"),
        )
        self.table_action = page_action(
            self, self.tr("Open a table…"), self.file_button.toolTip(), key="Ctrl+I"
        )
        buttons = QWidget(self)
        line = FlowLayout(buttons)
        for button in (
            self.draw_button, self.file_button, self.formula_button, self.change_button,
        ):  # fmt: skip
            line.addWidget(button)
        self.form = SettingsForm((), self)
        self.share_form = SettingsForm((self._share_setting(),), self)
        self.seed_field = self.number(
            self.tr("Seed of the points"),
            self.tr("Seed of the points and of the split: the same seed draws the same points"),
            maximum=LARGEST_SEED,
            integer=True,
        )
        self._seed_row = self.row(self.tr("seed"), self.seed_field)
        self.batch_field = BatchField(self)
        self.standardize = StandardizeField(self)
        for part in (
            self.data_box, buttons, self.standardize, self.form, self._seed_row, self.share_form,
            self.batch_field,
        ):  # fmt: skip
            self.add(part)
        self._connect()
        self._on_theme_changed()

    def _share_setting(self) -> Setting:
        return Setting(
            name="test_share",
            title=self.tr("test share"),
            symbol="",
            default=0.0,
            minimum=0.0,
            maximum=0.9,
            summary=self.tr(
                "The share of the points kept out of training, to judge by; 0 for none."
            ),
        )

    def _button(self, text: str, explanation: str) -> QPushButton:
        button = QPushButton(text, self)
        explain(button, text, explanation, by_tab=True)
        return button

    def _connect(self) -> None:
        self.data_box.chosen.connect(self._on_data_chosen)
        self.draw_button.toggled.connect(self.drawing_wanted)
        self.file_button.clicked.connect(self.file_wanted)
        self.formula_button.clicked.connect(self.formula_wanted)
        self.change_button.clicked.connect(self.change_wanted)
        self.seed_field.value_changed.connect(lambda value: self.want_run(data_seed=int(value)))
        self.share_form.changed.connect(self._on_share_changed)
        self.standardize.toggled.connect(
            lambda is_on: self.want(lambda setup: setup.with_standardize(is_on))
        )
        self.batch_field.size_changed.connect(lambda size: self.want_run(batch_size=size))
        theme_notifier().follow(self._on_theme_changed)

    def show_setup(self, setup: TrainingSetup) -> None:
        """Show the data of a setup."""
        run, recipe = setup.run, setup.run.recipe
        is_own = run.samples is not None
        self._show_title("" if run.samples is None else data_title(run.samples))
        is_table = run.samples is not None and run.samples.source is not None
        self.change_button.setVisible(is_table)
        self.data_box.set_name(OWN if is_own else run.data)
        settings = () if is_own else recipe.settings
        self.form = self.exchange(self.form, settings, self._on_settings_changed)
        self.form.set_values(
            {item.name: run.data_settings.get(item.name, item.default) for item in settings}
        )
        count = len(run.dataset) + len(run.test_dataset or ())
        self.seed_field.set_value(run.data_seed)
        self.share_form.set_values({"test_share": run.test_share})
        self.batch_field.show_size(run.batch_size, len(run.dataset))
        self.batch_field.show_reason(_batch_reason(run))
        self.standardize.show_run(run)
        self._seed_row.setVisible(bool(settings))
        self.form.setVisible(bool(settings))
        self.share_form.setVisible(count > _FEW or run.test_share > 0)
        self.batch_field.setVisible(count > 1)

    def _show_title(self, title: str) -> None:
        """Call data by their file or their formula, wherever this section names them."""
        own = self.data_box.findData(OWN)
        self.data_box.setItemText(own, quote(title) if title else self.tr("Own points"))
        named = filled(self.tr("Data: {0}"), quote(title)) if title else self.tr("Data")
        self.set_title(named)

    def show_drawing(self, is_on: bool) -> None:
        """Show whether points are being drawn."""
        self.draw_button.setChecked(is_on)

    def _on_data_chosen(self, name: str) -> None:
        if name == OWN:
            self.drawing_wanted.emit(True)
        else:
            self.want(lambda setup: setup.with_data(name))

    def _on_settings_changed(self, values: object) -> None:
        settings = cast("dict[str, float]", values)
        self.want_run(data_settings=settings)

    def _on_share_changed(self, values: object) -> None:
        share = cast("dict[str, float]", values)["test_share"]

        def make(setup: TrainingSetup) -> TrainingSetup:
            count = len(setup.run.dataset) + len(setup.run.test_dataset or ())
            # The slider's lowest places would keep no whole sample.
            kept = share if round(share * count) else 0.0
            return setup.changed(test_share=kept)

        self.want(make, "test_share")

    def _on_theme_changed(self) -> None:
        self.draw_button.setIcon(theme().icon("mouse-pointer-click"))
        self.file_button.setIcon(theme().icon("folder-open"))


class BatchField(QWidget):
    """A list of the three kinds of batch, and the size of the middle one.

    Signals:
        size_changed(size: int | None): The user wants batches of this size; None for all samples.
    """

    size_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind_box = ChoiceBox(
            self.tr("Batch"),
            (
                (_FULL, self.tr("all samples"), self.tr("Each step sees all samples.")),
                (_MINI, self.tr("mini-batch"), self.tr("Each step sees some of the samples.")),
                (_SINGLE, self.tr("one by one"), self.tr("Each step sees a single sample.")),
            ),
            self,
        )
        # Both stand beside the label in a narrow panel.
        self.kind_box.setMinimumContentsLength(4)
        self.size_field = NumberField(
            _USUAL_SIZE, minimum=1, maximum=100_000, integer=True, parent=self
        )
        explanation = self.tr("Samples in one step")
        self.size_field.set_explanation(explanation)
        self.size_field.setWhatsThis(explanation)
        self.size_field.setAccessibleName(self.tr("Batch size"))
        label = PlainLabel(self.tr("batch"), self)
        label.setBuddy(self.kind_box)
        label.setToolTip(self.kind_box.toolTip())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.kind_box, 0, 1)
        grid.addWidget(self.size_field, 0, 2)
        grid.addWidget(self.size_field.problem_label, 1, 0, 1, 3)
        self.reason = text_label(self, "muted")
        self.reason.hide()
        grid.addWidget(self.reason, 2, 0, 1, 3)
        self.kind_box.chosen.connect(self._on_kind_chosen)
        self.size_field.value_changed.connect(lambda value: self.size_changed.emit(int(value)))
        theme_notifier().follow(self._on_scale_changed)
        self._on_scale_changed()

    def show_size(self, size: int | None, count: int) -> None:
        """Show the size of a batch out of so many samples."""
        kind = _FULL if size is None else _SINGLE if size == 1 else _MINI
        self.kind_box.set_name(kind)
        self.size_field.setVisible(kind == _MINI)
        if kind == _MINI and size is not None:
            self.size_field.set_value(size)
        self._count = count

    def show_reason(self, text: str) -> None:
        """Say why this batch was proposed; nothing says no more."""
        self.reason.setText(text)
        self.reason.setVisible(bool(text))

    def _on_kind_chosen(self, kind: str) -> None:
        sizes = {_FULL: None, _SINGLE: 1, _MINI: max(2, min(_USUAL_SIZE, self._count // 2))}
        self.size_changed.emit(sizes[kind])

    def _on_scale_changed(self) -> None:
        self.size_field.setFixedWidth(theme().px(_FIELD_PX) // 2 + theme().px(14))


def _batch_reason(run: TrainingRun) -> str:
    """Say why a step sees a part of a large table, where that is what is proposed for it."""
    count, suited = len(run.dataset), suited_batch(len(run.dataset))
    if run.samples is None or suited is None or run.batch_size != suited:
        return ""
    text = QCoreApplication.translate(
        "BatchField",
        "Of {0} rows a step sees {1}, others each time, at a lower rate: it takes a small part of "
        "the time, and {2} steps see every row once.",
    )
    return filled(text, f"{count:,}", suited, f"{run.steps_per_epoch:,}")
