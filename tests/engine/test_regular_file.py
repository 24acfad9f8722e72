"""Only regular files are read, and no more of them than a limit; else the sentence says why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.errors import FileFormatError
from engine.regular_file import read_bytes, read_text, size_text, unreadable_cause


def refused(path: Path, most: int = 100) -> FileFormatError:
    with pytest.raises(FileFormatError) as caught:
        read_bytes(path, most)
    return caught.value


def test_a_file_is_read_up_to_the_limit_and_refused_beyond_it(tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_bytes(b"x" * 100)
    assert read_bytes(path, 100) == b"x" * 100
    error = refused(path, 99)
    assert error.code == "file_too_large"
    assert error.sentence == (
        "“data.csv” is too large: it is 100 bytes, and at most 99 bytes are read here."
    )


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="a file of no size is Linux's")
def test_a_file_that_is_longer_than_it_says_is_refused_too() -> None:
    error = refused(Path("/proc/self/status"), 10)
    assert error.details["found"] == "more than 10 bytes"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "file_is_folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    error = refused(path)
    assert error.code == "file_not_regular"
    assert error.sentence == "“pipe” cannot be read: it is a device or a pipe, and no file."


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert str(refused(tmp_path / "a\0b").details["cause"]) == "no file can have this name"


def test_a_file_that_is_not_there_is_refused_in_the_systems_words(tmp_path: Path) -> None:
    assert str(refused(tmp_path / "gone").details["cause"]) == "no such file or directory"
    assert str(unreadable_cause(OSError())) == "the system refuses"


def test_what_is_no_text_in_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes(b"\xef\xbb\xbfa")
    assert read_text(path, 100) == "a"
    path.write_bytes(b"\xe9")
    with pytest.raises(FileFormatError) as caught:
        read_text(path, 100)
    assert caught.value.code == "file_not_text"


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (12_000_000, "12 MB"),
        (2_500_000_000, "2.5 GB"),
    ],
)
def test_sizes_are_said_as_people_say_them(size: int, text: str) -> None:
    assert size_text(size) == text
