"""The program does not grow: measured in a process of its own, through a real loop of events."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.support.memory_growth import MEASURES
from tests.support.sources import ROOT

MOST_MB = 10.0


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere a process knows its peak alone"
)
@pytest.mark.long
@pytest.mark.parametrize("measure", MEASURES)
def test_the_program_does_not_grow(measure: str) -> None:
    command = [sys.executable, "-m", "tests.support.memory_growth", measure]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) <= MOST_MB
