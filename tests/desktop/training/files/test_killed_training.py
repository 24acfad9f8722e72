"""Work on a training survives a kill at any moment but for what was done last.

The suite tries a few moments and holds what is found against what was on the disk by then. With
``WIREGRAD_KILLS=60`` sixty are tried, and all that was done two seconds before must be there: how
soon a copy is on the disk depends on how busy the machine is.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.files.autosave import DELAY_MS
from desktop.files.recovery_store import RecoveryStore
from desktop.training.files.training_form import training_recovery_form
from desktop.training.run.session import TrainingSession
from engine.training.run.training_record import TrainingRecord
from tests.support.settling import settle
from tests.support.sources import ROOT

KILLS = int(os.environ.get("WIREGRAD_KILLS", "2"))
IS_THOROUGH = "WIREGRAD_KILLS" in os.environ
_PROMISED_S = 2.0


@dataclass(frozen=True)
class Killed:
    """What a program had told when it was killed.

    Attributes:
        kept: The newest change that was on the disk by its word.
        done: When each change was done, by their numbers.
        at_s: When it was killed, by the same clock.
    """

    kept: int
    done: Mapping[int, float]
    at_s: float

    def missing_s(self, found: int) -> float:
        """Return how much is missing where a change is the newest that was found."""
        later = [when for number, when in self.done.items() if number > found]
        return self.at_s - min(later) if later else 0.0


def work_and_kill(folder: Path, seed: int) -> Killed:
    """Let a program work and kill it."""
    command = [sys.executable, "-m", "tests.desktop.training.files.killed_training"]
    luck = random.Random(seed)
    lines: list[str] = []
    # At least one copy is there, and then some lines more: anywhere between two copies.
    least, more = luck.randint(1, 3), luck.randint(0, 40)
    with subprocess.Popen(
        [*command, str(folder), str(seed)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line)
            if sum(each.startswith("kept") for each in lines) >= least:
                more -= 1
                if more < 0:
                    break
        process.kill()
        killed = time.monotonic()
        lines += process.stdout.readlines()
    kept = [int(line.split()[1]) for line in lines if line.startswith("kept")]
    done = [line.split() for line in lines if line.startswith("did") and len(line.split()) == 3]
    return Killed(kept[-1], {int(words[1]): float(words[2]) for words in done}, killed)


def found_in(folder: Path) -> TrainingRecord:
    store = RecoveryStore(folder / "recovery" / "training", training_recovery_form())
    (lost,) = store.lost_work()
    return lost.work


@pytest.fixture(scope="module")
def missing() -> Iterator[list[float]]:
    """How many seconds of work each kill has cost; the most is told at the end."""
    found: list[float] = []
    yield found
    if IS_THOROUGH and found:
        print(f"\ntraining: {len(found)} kills, most missing {max(found):.2f} s")  # noqa: T201


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed otherwise there")
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_program_loses_two_seconds_at_most(
    qtbot: QtBot, tmp_path: Path, missing: list[float], seed: int
) -> None:
    assert DELAY_MS <= 1000
    killed = work_and_kill(tmp_path, seed)
    content = found_in(tmp_path)
    number = (content.stopping.epochs or 1_000_000) - 1_000_000
    assert number >= killed.kept
    missing.append(killed.missing_s(number))
    if IS_THOROUGH:
        assert missing[-1] <= _PROMISED_S
    session = TrainingSession(content.setup)
    session.open(content)
    settle(qtbot, session)
    assert session.history.last.step == content.steps
    assert session.content.is_same_work(content)
    session.shutdown()
