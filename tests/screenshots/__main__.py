"""Drives the application through its situations and writes build/screenshots: make screenshots."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from fnmatch import fnmatch
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop.app import make_companion, make_spaces
from desktop.foundation.error_reporting import ErrorReporter
from desktop.foundation.settings import LANGUAGE, THEME, Settings
from desktop.shell.application import Application
from tests.screenshots.situations import README_PICTURES, take_all
from tests.screenshots.stage import Stage
from tests.support.event_loop import run_as_a_loop
from tests.support.sources import ROOT

README_FOLDER = ROOT / "resources" / "screenshots"


def main() -> int:
    """Take the pictures; any unexpected error ends it with a traceback."""
    parser = argparse.ArgumentParser(prog="make screenshots", description=__doc__)
    parser.add_argument("pattern", nargs="*", default=["*"], help="names, such as 'graph*'")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "screenshots")
    parser.add_argument("--readme", action="store_true", help="renew the README's pictures only")
    options = parser.parse_args()
    if options.readme:
        options.pattern = list(README_PICTURES.values())
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(["wiregrad"])
    app.setApplicationName("Wiregrad")
    app.setStyle("Fusion")
    run_as_a_loop()
    failures: list[str] = []
    reporter = ErrorReporter()
    reporter.occurred.connect(lambda summary, _: failures.append(summary))
    reporter.install()
    with tempfile.TemporaryDirectory(prefix="wiregrad-") as folder:
        settings = Settings(str(Path(folder) / "settings.ini"))
        settings.set(LANGUAGE, "en")
        settings.set(THEME, "light")
        application = Application(app, settings, make_spaces, make_companion)
        stage = Stage(application, settings, options.folder)
        take_all(stage, lambda name: any(fnmatch(name, pattern) for pattern in options.pattern))
        stage.close()
    reporter.uninstall()
    if options.readme:
        for name, picture in README_PICTURES.items():
            shutil.copy(options.folder / f"{picture}.png", README_FOLDER / f"{name}.png")
    print(f"{len(stage.taken)} pictures in {options.folder}")
    return 1 if failures or not stage.taken else 0


if __name__ == "__main__":
    sys.exit(main())
