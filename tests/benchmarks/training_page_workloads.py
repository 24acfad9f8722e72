"""U4: the training page at work, everything shown: its frames, its steps, its answers."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.training.page import TrainingPage
from desktop.training.run.session import FASTEST
from engine.training.compiled.fast_steps import FastTrainer
from engine.training.datasets.catalog import DATASETS
from engine.training.datasets.dataset import Dataset
from engine.training.run.run import TrainingRun
from tests.benchmarks.measuring import Result

SIZE = (1440, 850)
SECONDS = 4.0
# Taken in turns with the training that is shown, because a machine is fast in one second and
# slow in the next.
ROUNDS = 3
ANSWERS = 15
# The interface waits for the next event.
_REST_S = 0.001


def two_thousand_points() -> Dataset:
    """Return as large a data set as a table may bring."""
    recipe = DATASETS["circle"]
    halves = [recipe.make(np.random.default_rng(seed), {"samples": 1000.0}) for seed in (0, 1)]
    return Dataset(
        np.concatenate([half.inputs for half in halves]),
        np.concatenate([half.targets for half in halves]),
        halves[0].view,
    )


XOR = "U4 XOR 2-4-1"
RUNS = {
    XOR: TrainingRun(),
    "U4 noisy XOR 2-8-8-1, batches of 32, Adam": TrainingRun(
        data="noisy_xor", layers=(2, 8, 8, 1), batch_size=32, optimizer="adam",
        optimizer_settings={"learning_rate": 0.01},
    ),
    "U4 circle 2-64-64-1, 2 000 points": TrainingRun(
        samples=two_thousand_points(), layers=(2, 64, 64, 1),
        optimizer_settings={"learning_rate": 0.03},
    ),
}  # fmt: skip


def results() -> Iterator[Result]:
    """Measure the page with networks of several sizes."""
    app = QApplication.instance() or QApplication(["wiregrad"])
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 1.0)
    before = sys.getswitchinterval()
    # As the program sets it when it starts.
    sys.setswitchinterval(0.0005)
    try:
        for name, run in RUNS.items():
            yield from _measured(name, run)
    finally:
        sys.setswitchinterval(before)


class Frames(QObject):
    """Runs the event loop, and times each of its rounds in which the window was painted."""

    def __init__(self, page: TrainingPage) -> None:
        super().__init__(page)
        self.times_ms: list[float] = []
        self._is_painted = False
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the window is painted."""
        if event.type() is QEvent.Type.UpdateRequest:
            self._is_painted = True
        return False

    def spin(self, seconds: float) -> None:
        """Handle events as they come; a round is all that is there at once."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._is_painted = False
            took = _timed(QApplication.processEvents)
            if self._is_painted:
                self.times_ms.append(took)
            time.sleep(_REST_S)


def _measured(name: str, run: TrainingRun) -> Iterator[Result]:
    with tempfile.TemporaryDirectory(prefix="wiregrad-") as folder:
        page = TrainingPage(Settings(str(Path(folder) / "settings.ini")))
        page.resize(*SIZE)
        page.show()
        stopping = replace(page.session.setup.stopping, when_solved=False)
        page.session.set_setup(replace(page.session.setup, run=run, stopping=stopping))
        page.session.set_speed(FASTEST)
        _spin(0.5)
        frames = Frames(page)
        rates, alone = [], []
        for _ in range(ROUNDS):
            alone.append(_rate_alone(run))
            rates.append(_rate_shown(page, frames))
        times = sorted(frames.times_ms)
        yield Result(f"{name}: frame, 95th percentile", _percentile(times, 0.95), "ms", None, None)
        yield Result(f"{name}: frame, median", statistics.median(times), "ms", None, None)
        yield Result(
            f"{name}: steps while shown, of those alone",
            statistics.median(rates),
            "steps/s",
            statistics.median(alone),
            statistics.median(a / b for a, b in zip(rates, alone, strict=True)),
        )
        yield from _answers(name, page)


def _answers(name: str, page: TrainingPage) -> Iterator[Result]:
    """Measure how long the interface is held up by pausing, changing and closing in full run."""
    session = page.session
    pauses, changes = [], []
    for number in range(ANSWERS):
        session.play()
        _spin(0.1)
        changes.append(_timed(lambda rate=0.02 + number / 1000: page.edits.edit_run(
            optimizer_settings={**session.run.optimizer_settings, "learning_rate": rate}
        )))  # fmt: skip
        _spin(0.05)
        pauses.append(_timed(session.pause))
        _spin(0.05)
    session.play()
    _spin(0.3)
    closing = _timed(page.shutdown)
    page.close()
    for title, value in (
        ("pausing", max(pauses)), ("changing the rate", max(changes)), ("closing", closing)
    ):  # fmt: skip
        yield Result(f"{name}: {title}, at most", value, "ms", None, None)


def _rate_alone(run: TrainingRun) -> float:
    trainer = FastTrainer(run, accelerated=False)
    start = trainer.advance(trainer.first(), 1)
    done, portion, begun = 0, 1, time.perf_counter()
    while (seconds := time.perf_counter() - begun) < SECONDS / 8:
        trainer.advance(start, portion)
        done += portion
        if time.perf_counter() - begun - seconds < SECONDS / 80:
            portion *= 2
    return done / (time.perf_counter() - begun)


def _rate_shown(page: TrainingPage, frames: Frames) -> float:
    session = page.session
    session.play()
    begun, first = time.perf_counter(), session.record.step
    frames.spin(SECONDS / ROUNDS)
    rate = (session.record.step - first) / (time.perf_counter() - begun)
    session.pause()
    return rate


def _timed(work: object) -> float:
    assert callable(work)
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _spin(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _percentile(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, round(share * len(ordered)))]
