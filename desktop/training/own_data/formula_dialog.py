"""The dialog that draws points and gives them classes by the sides of a formula."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.background_task import BackgroundTask
from desktop.desk.explaining import explain
from desktop.foundation.looks import set_look
from desktop.foundation.plain_label import PlainLabel
from desktop.foundation.theme import theme
from desktop.foundation.translation import filled
from desktop.training.pictures.class_legend import ClassLegend, LegendEntry
from desktop.training.pictures.class_marks import class_colour, class_mark
from desktop.training.pictures.picture_parts import plane_plot
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.fields.problem_label import ProblemLabel
from desktop.widgets.formula_entry.formula_asking import FormulaAsking
from desktop.widgets.formula_entry.formula_edit import FormulaEdit
from desktop.widgets.formula_entry.typing_help import TypingContext, TypingHelp
from engine.errors import EngineError, FormulaError
from engine.formula.completion import takes_numbers
from engine.quoting import quote
from engine.training.datasets.dataset import Dataset, FormulaSource, View
from engine.training.datasets.formula_points import (
    LONGEST_FORMULA,
    MOST_FORMULA_POINTS,
    MOST_NOISE,
    border_latex,
    formula_points,
)

FIRST = FormulaSource("y = sin(x)", View(-5.0, 5.0, -5.0, 5.0))
_LARGEST_SEED = 999_999
_WIDTH_PX, _PLOT_PX, _FIELD_PX, _POINT_PX = 460, 250, 84, 8.0


class FormulaDialog(QDialog):
    """Asks for the formula, the range, how many points, the noise and the seed; shows the points.

    Args:
        source: What to begin with.
        parent: The page.
    """

    def __init__(self, source: FormulaSource = FIRST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._task = BackgroundTask(self)
        self._task.done.connect(self._on_made)
        self.setWindowTitle(self.tr("Classes by a formula"))
        self.formula_edit = FormulaEdit(self)
        self.formula_edit.setText(source.text)
        self.formula_edit.setMaxLength(LONGEST_FORMULA)
        self.help = TypingHelp(self.formula_edit, _context)
        explain(
            self.formula_edit,
            self.tr("Formula of the border"),
            self.tr(
                "The border between the two classes, such as y = sin(x) or x1^2 + x2^2 - 1: class "
                "1 lies where the left side is more than the right one, or than 0"
            ),
        )
        left, right, bottom, top = source.view
        self.left_field = self._field(left, self.tr("Least x"))
        self.right_field = self._field(right, self.tr("Largest x"))
        self.bottom_field = self._field(bottom, self.tr("Least y"))
        self.top_field = self._field(top, self.tr("Largest y"))
        self.count_field = self._field(
            source.count, self.tr("How many points"), 2, MOST_FORMULA_POINTS, integer=True
        )
        self.noise_field = self._field(
            source.noise,
            self.tr("How far points stray before they get their class, as a share of the range"),
            0.0,
            MOST_NOISE,
        )
        self.seed_field = self._field(
            source.seed, self.tr("The same seed draws the same points"), 0, _LARGEST_SEED,
            integer=True,
        )  # fmt: skip
        self.plot = plane_plot(self)
        explain(self.plot, self.tr("The points"), self.tr("The points with their classes"))
        self.legend = ClassLegend(self)
        self.verdict = ProblemLabel(self)
        self.asking = FormulaAsking(self.formula_edit, self.verdict)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.ok_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok_button.setText(self.tr("Train on them"))
        self.ok_button.setProperty("kind", "primary")
        self.ok_button.setToolTip(self.tr("Take these points as the data"))
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        cancel.setToolTip(self.tr("Keep the data as they are"))
        self._lay_out()
        self.formula_edit.textChanged.connect(self._make)
        self.formula_edit.entered.connect(self.ok_button.click)
        self.formula_edit.reverted.connect(self.reject)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _: self._task.cancel())
        self._make()

    def _field(
        self,
        value: float,
        explanation: str,
        minimum: float = -np.inf,
        maximum: float = np.inf,
        *,
        integer: bool = False,
    ) -> NumberField:
        field = NumberField(value, minimum=minimum, maximum=maximum, integer=integer, parent=self)
        field.set_explanation(explanation)
        field.setAccessibleName(explanation)
        field.setFixedWidth(theme().px(_FIELD_PX))
        field.value_changed.connect(lambda _: self._make())
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.addWidget(PlainLabel(self.tr("Border"), self), 0, 0)
        grid.addWidget(self.formula_edit, 0, 1)
        for row, (text, fields) in enumerate(
            (
                (self.tr("x from, to"), (self.left_field, self.right_field)),
                (self.tr("y from, to"), (self.bottom_field, self.top_field)),
                (self.tr("Points, noise"), (self.count_field, self.noise_field)),
                (self.tr("Seed"), (self.seed_field,)),
            ),
            start=1,
        ):
            grid.addWidget(PlainLabel(text, self), row, 0)
            line = QHBoxLayout()
            for field in fields:
                line.addWidget(field)
            line.addStretch(1)
            grid.addLayout(line, row, 1)
        self.plot.setMinimumHeight(theme().px(_PLOT_PX))
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.legend)
        layout.addWidget(self.verdict)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(theme().px(_WIDTH_PX))

    @property
    def dataset(self) -> Dataset | None:
        """The points as they stand; None while something is against them."""
        return self._dataset

    @property
    def source(self) -> FormulaSource:
        """What is asked for."""
        view = View(
            self.left_field.value, self.right_field.value,
            self.bottom_field.value, self.top_field.value,
        )  # fmt: skip
        count, seed = int(self.count_field.value), int(self.seed_field.value)
        return FormulaSource(self.formula_edit.text(), view, count, self.noise_field.value, seed)

    def _make(self) -> None:
        self._dataset = None
        self.ok_button.setEnabled(False)
        source = self.source

        def make() -> Dataset | EngineError:
            try:
                return formula_points(source)
            except EngineError as error:
                return error

        self._task.submit(make)

    def _on_made(self, made: object) -> None:
        self.formula_edit.clear_fault()
        if isinstance(made, EngineError):
            if isinstance(made, FormulaError):
                self.formula_edit.mark_fault(made.position, made.length)
            set_look(self.verdict, "kind", "error")
            self.asking.say(made)
            self.plot.clear()
            self.legend.set_entries(())
        elif isinstance(made, Dataset):
            self._dataset = made
            self.ok_button.setEnabled(True)
            self._draw(made)

    def _draw(self, data: Dataset) -> None:
        left, right, bottom, top = data.view
        self.plot.set_view((left, right), (bottom, top))
        self.plot.set_labels(*data.input_names)
        entries = []
        for label, name in enumerate(data.class_names):
            rows = data.inputs[data.labels == label]
            self.plot.set_points(
                f"class {label}", rows[:, 0], rows[:, 1], class_colour(label), class_mark(label),
                _POINT_PX,
            )  # fmt: skip
            entries.append(LegendEntry(quote(name), label))
        self.legend.set_entries(entries)
        counts = np.bincount(data.labels, minlength=2).tolist()
        pattern = self.tr("{0} points of class 0, {1} of class 1.")
        set_look(self.verdict, "kind", "muted")
        self.verdict.say(filled(pattern, *counts))


def _context() -> TypingContext:
    return TypingContext(("x", "y", "x1", "x2"), border_latex, takes_numbers)
