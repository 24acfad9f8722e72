"""The command line does what it says, or says in one sentence why it cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop.app import main
from desktop.foundation.version import version
from desktop.shell.command_line import CommandLineError, check_options, parse_options
from tests.support.sources import ROOT


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the program as a user does; an empty value takes a variable away."""
    variables = {key: value for key, value in {**os.environ, **environment}.items() if value}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=ROOT, env=variables, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def assert_refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 2
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("wiregrad: ")
    assert lines[0].endswith(".")
    assert [word for word in words if word not in lines[0]] == []


def test_the_version_and_the_help() -> None:
    assert run("--version").stdout == f"Wiregrad {version()}\n"
    done = run("--help")
    assert done.returncode == 0
    for option in (
        "FILE", "--space", "--language", "--theme", "--screenshot", "--size", "--zoom", "--version",
    ):  # fmt: skip
        assert option in done.stdout


def test_help_needs_no_qt() -> None:
    code = (
        "import sys, desktop.app\n"
        "try: desktop.app.main(['--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit(any(name.startswith(('PySide6', 'numpy')) for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--colour"], ["--colour", "--help"]),
        (["--space", "kitchen"], ["kitchen", "graph", "training"]),
        (["--theme", "purple"], ["purple", "light", "dark"]),
        (["--language"], ["--language"]),
        (["a.json", "b.pdf"], ["a.json", "no such file"]),
        (["letter.pdf"], ["letter.pdf", "does not read", ".wiregrad-race", ".csv"]),
        (["no such file.json"], ["no such file.json", "no such file or directory"]),
        (["--space", "training", "a.json"], ["--space training"]),
        (["--screenshot", "/no/such/folder/a.png"], ["/no/such/folder"]),
        (["--screenshot", "/tmp"], ["/tmp", "folder"]),
        (["--size", "large"], ["--size", "large", "1280x720"]),
        (["--size", "1280x0"], ["1280x0", "100"]),
        (["--size", "1280x99999"], ["1280x99999", "10000"]),
        (["--zoom", "1.5"], ["--zoom", "1.5", "150"]),
        (["--zoom", "0"], ["0", "70", "300"]),
    ],
)
def test_what_cannot_be_done_is_refused(
    arguments: list[str], words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(arguments)
    captured = capsys.readouterr()
    assert_refused(subprocess.CompletedProcess([], status, captured.out, captured.err), *words)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1, 2", b"\xff\xfe\x00broken", b'{"format": "other"}', b"null"]
)
def test_a_broken_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    with pytest.raises(CommandLineError, match=r"broken\.json .*\.$"):
        check_options(parse_options([str(path)]))


def test_a_broken_file_is_refused_without_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text('{"nodes": 3}')
    assert_refused(run(str(path)), "broken.json")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a screen")
def test_a_missing_screen_is_said() -> None:
    missing = run(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert_refused(missing, "screen", "QT_QPA_PLATFORM=offscreen")
    assert_refused(run(DISPLAY=":987", QT_QPA_PLATFORM="xcb"), ":987")


def test_a_picture_that_cannot_be_written_in_the_end_is_said() -> None:
    done = run("--space", "activations", "--screenshot", "/dev/full")
    assert_refused(done, "/dev/full", "no space left")


def test_a_picture_is_taken_in_the_theme_and_language_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    home = tmp_path / "home"
    home.mkdir()
    done = run(
        "--space", "activations", "--theme", "dark", "--language", "ko",
        "--screenshot", str(path), XDG_CONFIG_HOME=str(home),
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == (1440, 900)
    assert picture.pixelColor(700, 40).lightness() < 80
    assert list(home.iterdir()) == []


def test_a_picture_is_taken_at_the_size_and_zoom_asked_for(tmp_path: Path) -> None:
    paths = [tmp_path / f"{zoom}.png" for zoom in (100, 150)]
    for path in paths:
        done = run(
            "--space", "activations", "--size", "1280×720", "--zoom", path.stem,
            "--screenshot", str(path), XDG_CONFIG_HOME=str(tmp_path),
        )  # fmt: skip
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    pictures = [QImage(str(path)) for path in paths]
    assert [(picture.width(), picture.height()) for picture in pictures] == [(1280, 720)] * 2
    assert pictures[0] != pictures[1]
