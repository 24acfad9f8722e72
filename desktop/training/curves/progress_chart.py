"""The loss or the accuracy of the training and the test data over the epochs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication

from desktop.training.curves.chart import Chart, Marker
from engine.training.run.moment import Moment

LOSS, ACCURACY = "loss", "accuracy"


def draw_loss(
    chart: Chart,
    moments: Sequence[Moment],
    markers: Sequence[Marker],
    now: Moment,
    *,
    is_log: bool,
) -> None:
    """Draw what is minimized, and the loss of the test data if there is any."""
    shown, epochs = chart.begin_moments(moments, markers, is_log=is_log)
    losses = np.array([moment.loss for moment in shown])
    tests = np.array([moment.test_loss for moment in shown])
    train, test = _names(tests)
    at = now.epochs, now.loss
    chart.draw("loss", epochs, losses, "series_0", "solid", train, at)
    at = now.epochs, now.test_loss
    chart.draw("test loss", epochs, tests, "series_1", "dash", test, at)
    chart.finish()


def draw_accuracy(
    chart: Chart, moments: Sequence[Moment], markers: Sequence[Marker], now: Moment
) -> None:
    """Draw the share of samples in the right class, in percent."""
    shown, epochs = chart.begin_moments(moments, markers, is_log=False)
    shares = 100 * np.array([moment.accuracy for moment in shown])
    tests = 100 * np.array([moment.test_accuracy for moment in shown])
    train, test = _names(tests)
    at = now.epochs, 100 * now.accuracy
    chart.draw("accuracy", epochs, shares, "series_0", "solid", train, at)
    at = now.epochs, 100 * now.test_accuracy
    chart.draw("test accuracy", epochs, tests, "series_1", "dash", test, at)
    chart.finish((0.0, 104.0))


def _names(tests: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> tuple[str, str]:
    """Return what the legend says: nothing where there is one curve only."""
    translate = QCoreApplication.translate
    if not np.isfinite(tests).any():
        return "", ""
    return translate("ProgressChart", "training"), translate("ProgressChart", "test")
