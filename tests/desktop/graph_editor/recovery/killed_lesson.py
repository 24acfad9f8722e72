"""Programs that are killed while a lesson has the page: each file they touch is a moment to die at.

Run as a process of its own, which loads the program once and lets a copy of itself die each time.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.foundation.settings import Settings
from desktop.foundation.theme import apply_theme
from desktop.graph_editor.page import GraphPage
from engine.arrays import as_array
from engine.drawing.drawing import Drawing
from tests.support.graphs import node, product_of_sum

LESSON = "a lesson's"
DRAFT = "L = (a + b"
_TOUCHES = ("open", "os.rename", "os.remove", "os.mkdir", "os.listdir", "os.scandir")


def die_at(moment: int, folder: Path) -> None:
    """Kill this process when it is about to touch a folder's files for the nth time, from 0."""
    left = moment

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in _TOUCHES and str(folder) in str(arguments[0]):
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1

    sys.addaudithook(watch)


def begin(folder: Path) -> tuple[QApplication, GraphPage]:
    """Start a program."""
    app = QApplication([])
    apply_theme(app, "light", 1.0)
    page = GraphPage(Settings(str(folder / "settings.ini")))
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.show()
    return app, page


def rest(app: QApplication, page: GraphPage) -> None:
    """Handle events until nothing is to be written any more."""
    app.processEvents()
    while not page.recovery.autosave.is_settled:
        app.processEvents()


def work(page: GraphPage, folder: Path) -> None:
    """Have work of one's own: a file, steps, an undone one, a draft."""
    document = page.document
    document.load(Drawing(product_of_sum(), {}, "mine"), folder / "mine.wiregrad")
    for value in (3.0, 0.1, 7.3159):
        document.set_value(node(document.graph, "x"), as_array(value))
    document.rename(node(document.graph, "x"), "α")
    document.history.undo()
    page.formula_bar.restore_draft(DRAFT)


def learn(folder: Path, moment: int) -> None:
    """Work, lend the page to a lesson, take it back and go on working; die on the way."""
    app, page = begin(folder)
    rest(app, page)
    work(page, folder)
    page.recovery.autosave.keep()
    rest(app, page)
    die_at(moment, folder)
    page.put_aside()
    page.document.load(Drawing(product_of_sum(), {}, LESSON), None, is_agreed=True)
    page.document.set_value(node(page.document.graph, "x"), as_array(99.0))
    page.recovery.autosave.keep()
    rest(app, page)
    page.bring_back()
    rest(app, page)
    page.document.history.redo()
    page.recovery.autosave.keep()
    rest(app, page)


def start_again(folder: Path, moment: int) -> None:
    """Start after a kill, and die while one's own work comes back."""
    app, page = begin(folder)
    die_at(moment, folder)
    page.look_for_own_work()
    rest(app, page)


def main() -> None:
    """Take jobs, ``what folder moment`` a line, and tell of each whether the process was killed."""
    jobs = {"learn": learn, "start_again": start_again}
    for line in sys.stdin:
        what, folder, moment = line.split("\t")
        child = os.fork()
        if child == 0:
            jobs[what](Path(folder), int(moment))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write("killed\n" if os.WIFSIGNALED(status) else "ended\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
