"""A lesson in one file is read within limits, and never beyond its folder."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.errors import FileFormatError
from engine.lessons.archive import MOST_FILES, ArchiveFiles
from engine.lessons.files import LARGEST_TEXT_BYTES


def packed(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(FileFormatError) as refused:
        ArchiveFiles(path)
    return refused.value.code


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "chain-rule.wiregrad-lesson"


@pytest.mark.parametrize("folder", ["", "02-chain-rule/"])
def test_files_lie_at_the_top_or_in_one_folder(path: Path, folder: str) -> None:
    files = ArchiveFiles(
        packed(path, {f"{folder}lesson.toml": "format = 1", f"{folder}en.md": "# Ä"})
    )
    assert files.names() == ["en.md", "lesson.toml"]
    assert files.text("en.md") == "# Ä"
    assert files.lesson_id == "chain-rule"
    with pytest.raises(FileFormatError) as refused:
        files.text("ko.md")
    assert refused.value.code == "lesson_file_missing"


@pytest.mark.parametrize("name", ["../evil.md", "a/b.md", "/etc/passwd", "a\\b.md", "c:d.md"])
def test_nothing_lies_outside_the_folder(path: Path, name: str) -> None:
    assert refusal(packed(path, {"lesson.toml": "format = 1", name: "x"})) == "lesson_path"


def test_a_bomb_is_not_unpacked(path: Path) -> None:
    large = "x" * (LARGEST_TEXT_BYTES + 1)
    assert refusal(packed(path, {"lesson.toml": large})) == "lesson_archive_large"
    # Many states that are each just small enough.
    states = {f"{number}.json": " " * 16_000_000 for number in range(4)}
    assert refusal(packed(path, {"lesson.toml": "", **states})) == "lesson_archive_whole"


def test_what_is_no_lesson_is_refused(path: Path) -> None:
    assert refusal(packed(path, {"en.md": "# A"})) == "lesson_archive_empty"
    many = {f"{number}.md": "" for number in range(MOST_FILES)}
    assert refusal(packed(path, {"lesson.toml": "", **many})) == "lesson_archive_files"
    path.write_bytes(b"no archive")
    assert refusal(path) == "lesson_no_archive"
    packed(path, {"lesson.toml": "format = 1" * 40})
    whole = bytearray(path.read_bytes())
    whole[60:70] = bytes(10)
    path.write_bytes(bytes(whole))
    assert refusal(path) == "lesson_no_archive"


@pytest.mark.parametrize("compression", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_only_the_usual_compressions_are_unpacked(path: Path, compression: int) -> None:
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr("lesson.toml", "format = 1")
    assert refusal(path) == "lesson_no_archive"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=400)
@given(
    changes=st.lists(st.tuples(st.integers(0, 399), st.integers(0, 255)), min_size=1, max_size=5),
    compression=st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA]),
)
def test_no_damage_raises_anything_else(
    path: Path, changes: list[tuple[int, int]], compression: int
) -> None:
    with zipfile.ZipFile(path, "w", compression) as archive:
        archive.writestr("sums/lesson.toml", "format = 1\n" * 5)
        archive.writestr("sums/en.md", "# Sums\n" * 5)
    whole = bytearray(path.read_bytes())
    for place, value in changes:
        whole[place % len(whole)] = value
    path.write_bytes(bytes(whole))
    with suppress(FileFormatError):
        ArchiveFiles(path)


def test_text_that_is_none_is_refused_when_it_is_asked_for(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("lesson.toml", b"\xff\xfe")
    with pytest.raises(FileFormatError) as refused:
        ArchiveFiles(path).text("lesson.toml")
    assert refused.value.code == "file_not_text"
