"""Whenever a lesson's program is killed, it is gone on with at the very step, and nothing is lost.

``make lessons`` tries it, at sixty moments; when a process is killed depends on how busy the
machine is, and so does how far it has come.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.lessons.sitting import Phase
from tests.desktop.lessons.conftest import STRUCTURE, WORDS

MOMENTS = 60
# In another space a kill is one like any other for the drawing.
LAST = '[[step]]\nid = "train"'
ROOT = Path(__file__).parents[2]


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    folder = tmp_path / "small-lesson"
    folder.mkdir()
    (folder / "lesson.toml").write_text(STRUCTURE[: STRUCTURE.index(LAST)], encoding="utf-8")
    (folder / "en.md").write_text(WORDS[: WORDS.index("## train")], encoding="utf-8")
    return folder


class Player:
    """Plays in processes of their own, one after the other."""

    def __init__(self, folder: Path, lesson: Path) -> None:
        self._folder, self._lesson = folder, lesson
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.killed_in_lesson"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    def play(self, turn: int, touch: int) -> Iterator[dict[str, Any]]:
        """Play until a touch of the disk; yield what the process told."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        wanted = {"folder": str(self._folder), "lesson": str(self._lesson)}
        self._process.stdin.write(json.dumps({**wanted, "turn": turn, "touch": touch}) + "\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            told = json.loads(line)
            yield told
            if told["what"] == "ended":
                return

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=60)
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.fixture
def player(tmp_path: Path, lesson: Path) -> Iterator[Player]:
    folder = tmp_path / "settings"
    folder.mkdir()
    made = Player(folder, lesson)
    yield made
    made.end()


@pytest.mark.long
@pytest.mark.skipif(os.environ.get("WIREGRAD_LESSONS") != "all", reason="`make lessons` tries it")
def test_killed_at_any_moment_it_is_resumed_at_the_very_step(player: Player) -> None:
    own, resumed, steps = None, 0, set()
    possible: list[dict[str, Any]] = []
    for turn in range(MOMENTS + 1):
        # The last time nothing kills it. Early touches are of the start, late ones of the deeds.
        touch = 0 if turn == MOMENTS else 1 + (turn * 11) % 37
        signal_ = None
        for told in player.play(turn, touch):
            if told["what"] == "own" and turn == 0:
                own = told["text"]
            elif told["what"] == "own":
                assert told["text"] == own
                own = None
            elif told["what"] == "there":
                # What the learner had made so is seen to be so when it is gone on with.
                fulfilled = [{**each, "phase": "done"} for each in possible if _awaits(each)]
                assert not possible or told["place"] in [*possible, *fulfilled], (turn, touch)
                resumed += bool(possible)
                # It may not have been written yet that something was seen to be so.
                possible.append(told["place"])
            elif told["what"] == "is":
                possible = [told["place"]]
            elif told["what"] == "may be":
                possible.append(told["place"])
            else:
                signal_ = told["signal"]
            if possible:
                steps.add(possible[-1]["step"])
        assert signal_ == (signal.SIGKILL if touch else 0), (turn, touch)
    assert own is None, "one's own work is not back"
    assert resumed > MOMENTS // 2
    assert len(steps) > 2
    assert possible[-1]["phase"] in [phase.value for phase in Phase]


def _awaits(place: dict[str, Any]) -> bool:
    return bool(place["phase"] == Phase.DOING.value)
