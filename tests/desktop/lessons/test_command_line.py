"""Lessons by the command line: shown at the start, and checked by being played."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TOML = """\
format = 1
[[step]]
id = "raise"
[step.open]
space = "graph"
formula = "f = x + 1"
values = { x = "3" }
[step.wait]
all = [{ fact = "value_x", is = "4" }]
[step.solution]
do = [["set", "x", "4"]]
"""
WORDS = "# Raise\nA sum.\n\n## raise: Raise\nLet x be 4.\n"


def run(tmp_path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *words],
        cwd=ROOT,
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    folder = tmp_path / "raise"
    folder.mkdir()
    (folder / "lesson.toml").write_text(TOML)
    (folder / "en.md").write_text(WORDS)
    (folder / "ko.md").write_text(WORDS)
    return folder


@pytest.mark.long
def test_a_sound_lesson_is_played_and_passes(tmp_path: Path, lesson: Path) -> None:
    done = run(tmp_path, "--check-lesson", str(lesson))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.long
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('is = "4" }', 'is = "5" }', "raise"),
        ('["set", "x", "4"]', '["set", "nobody", "4"]', "nobody"),
        ('id = "raise"', 'id = "raise"\nshows = 1', "lesson.toml:4"),
    ],
)
def test_what_goes_wrong_is_printed(
    tmp_path: Path, lesson: Path, old: str, new: str, said: str
) -> None:
    (lesson / "lesson.toml").write_text(TOML.replace(old, new))
    done = run(tmp_path, "--check-lesson", str(lesson))
    assert done.returncode == 1, done.stdout + done.stderr
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.long
def test_a_lesson_is_shown_by_its_name(tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    done = run(tmp_path, "--lesson", "chain-rule", "--screenshot", str(picture))
    assert done.returncode == 0, done.stdout + done.stderr
    assert picture.stat().st_size > 10_000


def test_a_lesson_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    done = run(tmp_path, "--lesson", "no-such-lesson", "--screenshot", str(tmp_path / "a.png"))
    assert done.returncode == 2
    assert "no-such-lesson" in done.stderr
    assert "Traceback" not in done.stderr
    done = run(tmp_path, "--check-lesson", str(tmp_path / "nowhere"))
    assert done.returncode in (1, 2)
    assert "nowhere" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
