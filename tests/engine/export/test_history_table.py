"""The history of a training as a table: a line a moment, with all digits."""

from __future__ import annotations

from itertools import islice

from engine.export.history_table import history_csv
from engine.training.run.loop import train
from engine.training.run.moment import moment_of
from engine.training.run.run import TrainingRun


def test_a_table_has_a_line_for_each_moment_and_every_digit() -> None:
    run = TrainingRun()
    moments = [moment_of(run, record) for record in islice(train(run), 3)]
    head, *lines, end = history_csv(moments).split("\n")
    names = head.split(",")
    assert end == ""
    assert names[:3] == ["step", "epochs", "loss"]
    assert names[-1] == "gradient_norm_2"
    for line, moment in zip(lines, moments, strict=True):
        cells = dict(zip(names, line.split(","), strict=True))
        assert float(cells["loss"]) == moment.loss
        assert float(cells["gradient_norm_1"]) == moment.gradient_norms[0]
        # There are no test data here.
        assert cells["test_loss"] == ""
