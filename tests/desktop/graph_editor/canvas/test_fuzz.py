"""A long random use of the canvas, in its own process: a crash is a failure, not the end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]
STEPS = 1500


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2])
def test_random_use_never_crashes_and_is_undone_and_redone_exactly(seed: int) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "tests.desktop.graph_editor.canvas.fuzz", str(seed), str(STEPS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-4000:]
    assert "steps of history" in result.stdout
