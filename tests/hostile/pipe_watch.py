"""Tells whether a named file is opened by anybody in this process, Qt included."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

# Each who opens the pipe reads how many did so before; one who leaves without reading is no end.
_COUNTING = """trap '' PIPE; n=0; while :; do echo $n > "$0"; n=$((n+1)); done 2>/dev/null"""


class PipeWatch:
    """A pipe with somebody at its other end, so that who opens it is counted, and not held up.

    Qt's own file access passes by Python's audit hooks, and cannot pass by this. The other end is
    a process of its own: a thread would wait for Python while Qt waits for the pipe.
    """

    def __init__(self, path: Path) -> None:
        """Make the pipe.

        Args:
            path: Its name; nothing may be there yet.
        """
        self._path = path
        os.mkfifo(path)
        self._writer = subprocess.Popen(["sh", "-c", _COUNTING, str(path)])

    def was_opened(self) -> bool:
        """Tell whether anybody has opened it; to be asked once, since asking opens it too."""
        reader = os.open(self._path, os.O_RDONLY)
        try:
            found = b""
            while not found:
                found = os.read(reader, 20)
            return not found.startswith(b"0\n")
        finally:
            os.close(reader)

    def stop(self) -> None:
        """End the watch; the name is taken away, so that nobody waits at it any more."""
        self._path.unlink()
        self._writer.kill()
        self._writer.wait()
