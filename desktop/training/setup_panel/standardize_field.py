"""The switch that standardizes inputs and targets, and the numbers that it does so with."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.desk.explaining import explain
from desktop.foundation.plain_text import plain
from desktop.foundation.translation import filled
from desktop.widgets.fields.number_text import format_whole
from desktop.widgets.panels.text_label import text_label
from engine.training.datasets.dataset import Dataset, Scale
from engine.training.datasets.titles import input_titles, target_titles
from engine.training.run.run import TrainingRun

# More columns than these are told in the tip alone.
_MOST_LINES = 8


class StandardizeField(QWidget):
    """A box to tick, with the mean and the deviation of each input below it.

    Signals:
        toggled(is_on: bool): The user wants the data standardized, or as they came.
    """

    toggled = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self.tr("Standardize"), self)
        explanation = self.tr(
            "z = (x − μ)/σ: from each input its mean μ is subtracted, and it is divided by its "
            "standard deviation σ, both of the training samples alone. So columns in unlike units "
            "weigh alike, and one learning rate suits them all. Numbers to be predicted are "
            "standardized too. Pictures, predictions and exports keep the units of the data."
        )
        explain(self.box, self.box.text(), explanation, by_tab=True)
        self.reason = text_label(self, "muted")
        self.numbers = text_label(self, "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.box, self.reason, self.numbers):
            layout.addWidget(part)
        self.box.toggled.connect(self.toggled)

    def show_run(self, run: TrainingRun) -> None:
        """Show whether a run standardizes, and by what."""
        with QSignalBlocker(self.box):
            self.box.setChecked(run.standardize)
        data = run.dataset
        self.reason.setText(_reason(run))
        lines = list(scale_lines(data))
        shown, rest = lines[:_MOST_LINES], lines[_MOST_LINES:]
        if rest:
            shown.append(filled(self.tr("… and {0} more"), len(rest)))
        self.numbers.setText("\n".join(shown))
        self.numbers.setToolTip(plain("\n".join(lines if rest else ())))
        for label in (self.reason, self.numbers):
            label.setVisible(bool(label.text()))


def scale_lines(data: Dataset) -> Iterator[str]:
    """Yield a line for each input and target that is standardized: its name, its μ and its σ."""
    for titles, scales in (
        (input_titles(data), data.scales),
        (target_titles(data), data.target_scales),
    ):
        yield from (_line(name, scale) for name, scale in zip(titles, scales, strict=False))


def _line(name: str, scale: Scale) -> str:
    mean, deviation = map(format_whole, scale)
    return f"{name}: μ = {mean}, σ = {deviation}"


def _reason(run: TrainingRun) -> str:
    """Say why it is on, and what the loss is of then."""
    if not run.standardize:
        return ""
    translate = QCoreApplication.translate
    sentences = [
        filled(
            translate(
                "StandardizeField",
                "Each input is taken as (x − μ)/σ of the {0} training samples: columns in unlike "
                "units, such as hours and percents, learn badly at any one rate.",
            ),
            len(run.dataset),
        )
    ]
    if run.dataset.target_scales:
        sentences.append(
            translate(
                "StandardizeField",
                "The targets are standardized too, and the loss is measured on that scale.",
            )
        )
    return " ".join(sentences)
