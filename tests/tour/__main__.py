"""Takes the real window on a wild tour and reports what went wrong."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from desktop.shell.command_line import SPACE_IDS


def main() -> int:
    """Tour, report, and return 1 if there was any fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.tour", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the same one does the same again")
    parser.add_argument("--actions", type=int, default=3000, help="in each space")
    parser.add_argument("--spaces", nargs="+", choices=SPACE_IDS, default=list(SPACE_IDS))
    parser.add_argument("--log", type=Path, help="a file for every action, before it is done")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="wiregrad-tour-") as folder:
        # Qt and the program read these; nothing of the user's is seen or touched.
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = folder
        os.environ.setdefault("QT_QPA_PLATFORM", _offscreen(Path(folder)))
        from tests.tour.journey import travel

        journal = travel(Path(folder), options.seed, options.actions, options.spaces, options.log)
    print(f"seed {options.seed}, {options.actions} actions in {', '.join(options.spaces)}")
    print(journal.report())
    return 1 if journal.faults else 0


def _offscreen(folder: Path) -> str:
    """Return a platform without a screen that takes itself for a laptop's."""
    screen = {"name": "laptop", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [screen]}), encoding="ascii")
    return f"offscreen:configfile={path}"


if __name__ == "__main__":
    sys.exit(main())
