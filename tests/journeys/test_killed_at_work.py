"""Whoever works and is killed finds everything again but for the last two seconds.

The suite kills each space's program once; ``make kills`` sixty times, at random moments. When a
copy is written depends on how busy the machine is, so only that counts seconds.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.files.recovery_store import RecoveryStore
from tests.journeys.killed_at_work import works

ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("WIREGRAD_KILLS", "0"))
_MOST_LOST_S = 2.0


@pytest.fixture(scope="module")
def process() -> Iterator[subprocess.Popen[str]]:
    made = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.killed_at_work"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    yield made
    assert made.stdin is not None
    assert made.stdout is not None
    made.stdin.close()
    made.wait(timeout=60)
    made.stdout.close()


def states(told: Path) -> list[tuple[float, str]]:
    """Return what there was, and when; the last line may be half written."""
    if not told.exists():
        return []
    lines = told.read_text().split("\n")[:-1]
    return [(when, text) for when, text in map(json.loads, lines)]


def worked(
    process: subprocess.Popen[str], space: str, folder: Path, stop_after_s: float | None
) -> tuple[list[tuple[float, str]], float]:
    """Let a program work and kill it; return what there was, and when it was killed.

    Args:
        process: What lets programs work.
        space: The space it works in.
        folder: Where its settings are.
        stop_after_s: So long after its first change; None for as soon as there is a copy, and it
            has gone on working.
    """
    assert process.stdin is not None
    assert process.stdout is not None
    told = folder / "told"
    process.stdin.write(json.dumps([space, str(folder), str(told)]) + "\n")
    process.stdin.flush()
    child = int(process.stdout.readline())
    assert process.stdout.readline() == "begun\n"
    if stop_after_s is None:
        assert process.stdout.readline() == "kept\n"
    else:
        time.sleep(stop_after_s)
    os.kill(child, signal.SIGKILL)
    killed = time.monotonic()
    # It may have told more before it was killed.
    assert "ended\n" in iter(process.stdout.readline, "")
    return states(told), killed


def found(space: str, folder: Path) -> list[str]:
    """Return what the next start offers."""
    how = works()[space]
    form = how.form()
    lost = RecoveryStore(folder / how.folder, form).lost_work()
    return [form.write(work.work) for work in lost]


@pytest.mark.skipif(sys.platform == "win32", reason="no process can fork there")
@pytest.mark.parametrize("space", ["graph", "activations", "optimizers"])
def test_what_was_kept_is_found_the_same(
    process: subprocess.Popen[str], space: str, tmp_path: Path
) -> None:
    there, _ = worked(process, space, tmp_path, None)
    (text,) = found(space, tmp_path)
    assert text in [state for _, state in there]


@pytest.mark.long
@pytest.mark.skipif(not KILLS, reason="`make kills` tries it")
@pytest.mark.parametrize("space", ["graph", "activations", "optimizers"])
def test_at_most_two_seconds_are_lost(
    process: subprocess.Popen[str], space: str, tmp_path: Path
) -> None:
    chance, missing = random.Random(space), []
    for number in range(KILLS):
        folder = tmp_path / str(number)
        folder.mkdir()
        there, killed = worked(process, space, folder, chance.uniform(0.0, 6.0))
        offered = found(space, folder)
        kept = [when for when, state in there if offered and state == offered[0]]
        # What was there before anything was kept began with the first change.
        last = kept[-1] if kept else there[0][0] if there else killed
        assert bool(kept) == bool(offered), f"kill {number}: what is offered was never there"
        changed = [when for when, _ in there if when > last]
        missing.append(killed - changed[0] if changed else 0.0)
    print(f"{space}: {KILLS} kills, most missing {max(missing):.2f} s")  # noqa: T201
    assert max(missing) <= _MOST_LOST_S
