"""A program that works on a training and is killed while it does: run as a process of its own."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.files.file_stamp import FileStamp
from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.training.page import TrainingPage
from desktop.training.run.session import FASTEST
from engine.errors import EngineError
from engine.training.datasets.own import drawn_points
from engine.training.run.training_record import TrainingRecord

_PAUSE_MS = 40


def say(*words: object) -> None:
    """Tell whoever kills this process."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def act(page: TrainingPage, luck: random.Random, number: int) -> None:
    """Do something of a learner's, and number it: the number stands in what is saved."""
    session, edits = page.session, page.edits
    choice = luck.randrange(8)
    if choice == 0:
        points = [[luck.random(), luck.random()] for _ in range(luck.randint(2, 30))]
        labels = [index % 2 for index in range(len(points))]
        edits.edit_setup(session.setup.with_samples(drawn_points(points, labels)))
    elif choice == 1:
        edits.edit_run(layers=(2, luck.randint(1, 8), 1))
    elif choice == 2:
        parameters = np.array(session.record.parameters)
        parameters[0] = luck.uniform(-2, 2)
        edits.edit_weights(parameters)
    elif choice == 3:
        session.reset()
    elif choice == 4:
        edits.history.undo()
    elif choice == 5:
        session.go_to(luck.randint(0, session.history.last.step))
    else:
        session.set_speed(luck.choice([FASTEST, 30.0]))
        session.play()
    edits.edit_setup(session.setup.with_stopping(epochs=1_000_000 + number))
    say("did", number, time.monotonic())


def main(folder: str, seed: str) -> None:
    """Work until somebody kills this process; tell what is done, and what is on the disk."""
    app = QApplication([])
    apply_theme(app, "light", 1.0)
    page = TrainingPage(Settings(str(Path(folder) / "settings.ini")))
    page.show()
    store, luck, count = page.recovery.autosave.store, random.Random(int(seed)), 0
    keep = store.keep

    def kept(
        work: TrainingRecord,
        path: Path | None,
        stamp: FileStamp | None = None,
        copy: Path | None = None,
        history: str | None = None,
        typed: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        keep(work, path, stamp, copy, history, typed)
        say("kept", (work.stopping.epochs or 1_000_000) - 1_000_000)

    store.keep = kept  # type: ignore[method-assign]

    def go_on() -> None:
        nonlocal count
        count += 1
        try:
            act(page, luck, count)
        except EngineError:
            say("refused", count)

    clock = QTimer(page)
    clock.timeout.connect(go_on)
    clock.start(_PAUSE_MS)
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
