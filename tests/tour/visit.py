"""The program on its tour: its window, the files lying about, and what chance decides."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication, QWidget

from desktop.app import make_companion, make_spaces
from desktop.foundation.settings import Settings
from desktop.shell.application import Application
from desktop.shell.main_window import MainWindow
from desktop.tasks.garbage import collect_soon
from tests.support.sources import ROOT
from tests.tour.hands import Hands
from tests.tour.journal import Journal

_DAMAGED = {
    "empty.wiregrad": b"",
    "not json.wiregrad": b"[1, 2",
    "bytes.wiregrad": b"\xff\xfe\x00broken",
    "other.wiregrad": b'{"format": "other"}',
    "no race.wiregrad-race": b'{"format": 3}',
    "points.csv": b"x,y,class\n0,0,a\n0,1,b\n1,0,b\n1,1,a\n",
    "numbers.csv": b"1;2;3\n4;5;6\n7;8;9\n",
    "odd.csv": b'a,b\n1\n,,,\n"open',
}


class Visit:
    """What an action may use.

    Attributes:
        random: Decides everything; made anew for every action, so that what chance chooses does
            not depend on how often it was asked before.
        folder: Where files are opened and saved.
        home: The space that is being toured.
    """

    def __init__(self, app: QApplication, journal: Journal, folder: Path) -> None:
        """Lay out the files and start the program, its window unseen."""
        self.random = Random(0)
        self.folder = folder
        self.home = "graph"
        self._app = app
        self._journal = journal
        self._settings = Settings()
        for name, content in _DAMAGED.items():
            (folder / name).write_bytes(content)
        for number, path in enumerate(sorted((ROOT / "resources" / "examples").glob("*.json"))):
            shutil.copy(path, folder / f"example {number}.wiregrad")
        self.application = self._launch()

    @property
    def window(self) -> MainWindow:
        """The main window, another one after the language has changed."""
        return self.application.window

    @property
    def hands(self) -> Hands:
        """Hands on the dialog that is open over the window, or on the window."""
        modal = QApplication.activeModalWidget()
        return Hands(modal if modal is not None else self.window)

    def relaunch(self) -> None:
        """Start the program again after its window was closed, as a user does the next day."""
        self.leave()
        self.application = self._launch()
        self.application.open_window(self.home)

    def leave(self) -> None:
        """Let go of the program, whose window is closed."""
        self.application.window.deleteLater()
        self.application.deleteLater()
        collect_soon()

    def say(self, what: str) -> None:
        """Write down what is done next."""
        self._journal.begin(what)

    def chance(self, share: float) -> bool:
        """Decide by chance."""
        return self.random.random() < share

    def files(self) -> list[Path]:
        """Return the files lying about, in order of name."""
        return sorted(path for path in self.folder.iterdir() if path.is_file())

    def _launch(self) -> Application:
        return Application(self._app, self._settings, make_spaces, make_companion)


def name_of(widget: QWidget) -> str:
    """Describe a widget for the journal."""
    text = widget.property("text") or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__} “{str(text)[:40]}”" if text else type(widget).__name__
