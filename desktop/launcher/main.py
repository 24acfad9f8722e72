"""The entry point behind the ``wiregrad`` command."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """Start the desktop from the private folder ``wiregrad/_app``.

    The folder goes first on ``sys.path``: `engine`, `desktop` and `resources` are plain words,
    and whatever else is installed under one of them must not be what we import.

    Returns:
        The exit status of the application.
    """
    sys.path.insert(0, str(Path(__file__).parent / "_app"))
    from desktop.app import main as start

    return start(sys.argv[1:])
