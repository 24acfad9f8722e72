"""Starts the engine's command line: ``python -m engine``."""

from __future__ import annotations

import sys

from engine.command_line.main import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
