"""Pipes, devices, folders, sockets and endless files are refused at once, wherever one is named."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.files.recovery_store import RecoveryStore
from desktop.foundation.settings import LANGUAGE, RECENT_FILES, Settings
from desktop.graph_editor.files.drawing_document import recovery_form
from desktop.graph_editor.groups.gate_shelf import GateShelf
from engine.errors import EngineError
from engine.regular_file import read_bytes, read_text
from tests.hostile.readers import Reader, check_refusal, readers
from tests.support.sources import ROOT

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
# The others read whatever lies in their folder: below.
READERS = [each for each in readers() if each.name not in ("kept gate", "recovery copy")]


@pytest.fixture
def oddities(tmp_path: Path) -> Iterator[dict[str, Path]]:
    """What a name may lead to that is no file, or one without end."""
    pipe, endless, link = (tmp_path / name for name in ("pipe", "endless", "link"))
    os.mkfifo(pipe)
    with endless.open("wb") as file:
        file.truncate(10**12)
    link.symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as answering:
        # The name of a socket has room for 100 bytes only.
        place = Path(os.path.relpath(tmp_path / "socket"))
        answering.bind(str(place))
        yield {
            "pipe": pipe,
            "endless file": endless,
            "link to a device": link,
            "device": Path("/dev/zero"),
            "terminal": Path("/dev/tty"),
            "socket": place,
            "folder": tmp_path,
            "no file": tmp_path / "none",
            "name with a NUL": tmp_path / "a\0b",
            "too long a name": tmp_path / ("x" * 300),
            "half a character": tmp_path / "\udcff",
        }


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_what_is_no_file_is_refused_by_every_reader(
    reader: Reader, oddities: dict[str, Path]
) -> None:
    for name, path in oddities.items():
        with pytest.raises(EngineError) as caught:
            reader.read(path)
        assert caught.value.sentence, name
        check_refusal(caught.value)


def test_the_start_passes_over_what_lies_in_its_folders(tmp_path: Path) -> None:
    for name in ("a.wiregrad", "a.recovery.json", "b.recovery.lock"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "c.wiregrad").mkdir()
    (tmp_path / "d.wiregrad").symlink_to("/dev/zero")
    (tmp_path / "d.recovery.json").symlink_to("/dev/zero")
    (tmp_path / "b.recovery.json").write_text("{}", encoding="utf-8")
    with (tmp_path / "e.wiregrad").open("wb") as file:
        file.truncate(10**12)
    shelf = GateShelf(tmp_path)
    assert shelf.gates == []
    assert len(shelf.problems) == 4
    for problem in shelf.problems:
        check_refusal(problem)
    assert RecoveryStore(tmp_path, recovery_form()).lost_work() == []


def test_settings_that_are_no_file_leave_the_defaults(tmp_path: Path) -> None:
    for name in ("pipe.ini", "locked.ini.lock"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "huge.ini").write_bytes(b"[a]\n" + b"b=1\n" * 1_000_000)
    for name in ("pipe.ini", "locked.ini", "huge.ini"):
        settings = Settings(str(tmp_path / name))
        assert settings.get(LANGUAGE) == LANGUAGE.default
        settings.set(LANGUAGE, "ko")
        settings.flush()
        assert settings.get(LANGUAGE) == "ko"


@pytest.mark.parametrize(
    "stored", ["[" * 50_000, '["a\\u0000b"]', f'["{"x" * 20_000}"]', "[1e999]"]
)
def test_a_hostile_setting_is_as_none(stored: str, tmp_path: Path) -> None:
    settings = Settings(str(tmp_path / "settings.ini"))
    settings._store.setValue(RECENT_FILES.name, stored)
    assert settings.get(RECENT_FILES) == []


@pytest.mark.parametrize("program", [["engine", "export", "--to", "dot", "--file"], ["desktop"]])
def test_the_command_line_answers_at_once(program: list[str], oddities: dict[str, Path]) -> None:
    for name in ("pipe", "endless file", "link to a device", "folder"):
        answer = subprocess.run(
            [sys.executable, "-m", *program, str(oddities[name])],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert answer.returncode == 2, name
        assert len(answer.stderr.splitlines()) == 1
        assert "Traceback" not in answer.stderr


def test_no_more_is_read_than_the_limit_even_where_the_size_is_a_lie(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"12345")
    assert read_bytes(path, 5) == b"12345"
    with pytest.raises(EngineError, match="is too large: it is 5 bytes, and at most 4 bytes"):
        read_bytes(path, 4)
    made_up = Path("/proc/self/environ")
    if made_up.exists():
        # The system makes it up and says that it is empty.
        assert made_up.stat().st_size == 0
        with pytest.raises(EngineError, match="it is more than 3 bytes"):
            read_bytes(made_up, 3)


def test_a_byte_order_mark_is_no_part_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"\xef\xbb\xbfx")
    assert read_text(path, 10) == "x"
