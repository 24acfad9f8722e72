"""A short wild tour of every space, each in its own process: a crash is a failure, not the end."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.shell.command_line import SPACE_IDS
from tests.support.sources import ROOT
from tests.tour.journal import BLOCKED_S, Journal

ACTIONS = 80


@pytest.mark.long
@pytest.mark.timeout(240)
@pytest.mark.parametrize(("seed", "space"), list(enumerate(SPACE_IDS, 21)))
def test_random_use_of_a_space_breaks_nothing(seed: int, space: str, tmp_path: Path) -> None:
    log = tmp_path / "actions.txt"
    done = subprocess.run(
        [
            sys.executable, "-m", "tests.tour", "--seed", str(seed), "--actions", str(ACTIONS),
            "--spaces", space, "--log", str(log),
        ],
        cwd=ROOT, capture_output=True, text=True, timeout=230, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    assert len(log.read_text(encoding="utf-8").splitlines()) >= ACTIONS / 2


def test_a_fault_is_put_down_to_its_action_once_and_counted() -> None:
    journal = Journal(place="graph 7")
    journal.begin("click")
    journal.note_fault("Qt", "something\n")
    journal.begin("drag")
    journal.note_fault("Qt", "something")
    fault = journal.faults[0]
    assert (len(journal.faults), fault.count, fault.action) == (1, 2, "graph 7: click")
    assert "Qt, 2×, first after graph 7: click" in journal.report()


def test_the_ten_longest_gaps_are_kept_and_a_blocked_loop_is_a_fault() -> None:
    journal = Journal()
    for number in range(30):
        journal.note_gap(number / 10, 0.0)
    assert [round(10 * gap.seconds) for gap in journal.gaps] == list(range(29, 19, -1))
    assert not journal.faults
    journal.note_gap(BLOCKED_S + 1, 0.5)
    assert [fault.kind for fault in journal.faults] == ["blocked"]


@pytest.mark.parametrize(
    ("damage", "kind", "words"),
    [
        ("QTimer.singleShot(0, lambda: 1 / 0)", "exception", "ZeroDivisionError"),
        ("warnings.warn('odd', RuntimeWarning)", "warning", "odd"),
        ("qWarning('odd')", "Qt", "odd"),
        ("os.write(2, b'odd')", "stderr", "odd"),
        ("threading.Thread(target=lambda: 1 / 0).start()", "exception", "in a thread"),
        ("running.append(QTimer()); running[0].start(50)", "left", "QTimer"),
    ],
)
def test_whatever_goes_wrong_is_found(damage: str, kind: str, words: str, tmp_path: Path) -> None:
    program = tmp_path / "damaged.py"
    program.write_text(
        "import os, sys, threading, warnings\n"
        "from PySide6.QtCore import QTimer, qWarning\n"
        "from tests.tour import actions\n"
        "running = []\n"
        "def damage(visit):\n"
        f"    {damage}\n"
        "actions.ACTIONS.clear()\n"
        "actions.ACTIONS[damage] = 1\n"
        "from tests.tour.__main__ import main\n"
        "sys.exit(main())\n"
    )
    done = subprocess.run(
        [sys.executable, str(program), "--actions", "3", "--spaces", "graph"],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, timeout=110, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert f"— {kind}," in done.stdout
    assert words in done.stdout
