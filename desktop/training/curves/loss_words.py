"""What a loss of standardized targets means, in the units that the table's targets have."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.foundation.translation import filled
from desktop.widgets.fields.number_text import format_number, format_whole
from engine.quoting import quote
from engine.training.analysis.fit import typical_miss_of
from engine.training.datasets.titles import target_titles
from engine.training.run.run import TrainingRun


def loss_value_text(run: TrainingRun, loss: float) -> str:
    """Return a loss, and of one standardized target also how far it misses in its units."""
    text = format_number(loss, 4)
    miss = typical_miss_of(run, loss) if run.dataset.target_scales else None
    if miss is None:
        return text
    pattern = QCoreApplication.translate("LossWords", "{0} (root mean square error {1})")
    return filled(pattern, text, format_whole(miss))


def loss_summary(run: TrainingRun) -> str:
    """Say what the curve of a loss of standardized targets shows."""
    translate = QCoreApplication.translate
    first = translate(
        "LossWords",
        "What is minimized: the loss of standardized targets, (t − μ)/σ. It has no unit.",
    )
    if typical_miss_of(run, 1.0) is None:
        return first
    pattern = translate(
        "LossWords",
        "{0} Times σ² it is the mean square error of “{1}”, whose σ is {2}: its root, times σ, is "
        "told where the mouse is.",
    )
    scale = run.dataset.target_scales[0]
    name = quote(target_titles(run.dataset)[0])
    return filled(pattern, first, name, format_whole(scale.deviation))
