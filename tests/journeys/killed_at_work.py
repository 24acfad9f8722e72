"""Programs at work that are killed: each changes one thing after another and tells what there is.

Run as a process of its own, which loads the program once; a copy of itself works, and is killed.
A line comes in for each, with the space and the folder of its settings. Its number goes out, then
``begun`` when it has changed something, ``kept`` when it works on after a copy was kept, and
``ended``. What there was, and when, it adds to a file.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.activations.page import ActivationsPage
from desktop.files.file_document import FileDocument
from desktop.files.recovery_store import RecoveryForm
from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.graph_editor.files import drawing_document
from desktop.graph_editor.page import GraphPage
from desktop.optimizers.files import race_form
from desktop.optimizers.page import OptimizersPage
from desktop.widgets.panels.page import Page
from engine.arrays import as_array, computing
from tests.support.graphs import node

EVERY_MS = 30


@dataclass(frozen=True)
class Work:
    """How somebody works in a space.

    Attributes:
        make: Makes the page.
        change: Changes one thing, for the nth time.
        document: Returns what is kept of a page.
        form: Returns how it stands in recovery copies.
        folder: The folder of the copies, below that of the settings.
    """

    make: Callable[[Settings], Page]
    change: Callable[[Any, int], None]
    document: Callable[[Any], FileDocument[Any]]
    form: Callable[[], RecoveryForm[Any]]
    folder: str


def draw(page: GraphPage, turn: int) -> None:
    """Give an input another value, or take a step back."""
    graph = page.document.graph
    if turn % 7 == 6:
        page.document.history.undo()
        return
    page.document.set_value(node(graph, "xy"[turn % 2]), as_array(0.1 * turn))


def compare(page: ActivationsPage, turn: int) -> None:
    """Type another function, move the point, choose another threshold."""
    desk = page.desk
    if turn % 10 == 0:
        desk.add_own(f"x*x + {turn}")
    elif turn % 3 == 0:
        desk.set_threshold(0.01 + 0.001 * turn)
    else:
        desk.set_x(0.1 * (turn % 40))
    page.keeping.history.look()


def race(page: OptimizersPage, turn: int) -> None:
    """Start elsewhere, or take other steps."""
    if turn % 2:
        page.edits.set_steps(50 + turn)
    else:
        page.edits.set_start(-1.0 + 0.01 * turn, 0.5)


def works() -> dict[str, Work]:
    """Return how each space is worked in."""
    from desktop.activations.files import activation_form

    return {
        "graph": Work(
            GraphPage, draw, lambda page: page.recovery.autosave._document,
            drawing_document.recovery_form, "recovery",
        ),
        "activations": Work(
            ActivationsPage, compare, lambda page: page.keeping,
            activation_form.recovery_form, "recovery/activations",
        ),
        "optimizers": Work(
            OptimizersPage, race, lambda page: page.keeping,
            race_form.recovery_form, "recovery/races",
        ),
    }  # fmt: skip


def work(space: str, folder: Path, told: int) -> None:
    """Work until somebody kills this process."""
    app = QApplication([])
    apply_theme(app, "light", 1.0)
    how = works()[space]
    page = how.make(Settings(str(folder / "settings.ini")))
    document, write = how.document(page), how.form().write
    turn, copies = 0, folder / how.folder
    waiting = ["kept", "begun"]

    def on_timeout() -> None:
        nonlocal turn
        how.change(page, turn)
        turn += 1
        line = json.dumps([time.monotonic(), write(document.content())])
        os.write(told, f"{line}\n".encode())
        if waiting and (waiting[-1] == "begun" or any(copies.glob("*.recovery.json"))):
            os.write(sys.stdout.fileno(), f"{waiting.pop()}\n".encode())

    timer = QTimer()
    timer.timeout.connect(on_timeout)
    timer.start(EVERY_MS)
    app.exec()


def main() -> None:
    """Let one copy after another work."""
    with computing():
        for line in sys.stdin:
            space, folder, told = json.loads(line)
            child = os.fork()
            if child == 0:
                work(space, Path(folder), os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND))
                os._exit(0)
            sys.stdout.write(f"{child}\n")
            sys.stdout.flush()
            os.waitpid(child, 0)
            sys.stdout.write("ended\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
