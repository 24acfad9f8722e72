"""Lessons that somebody has opened: found again, and nothing else gets in with them."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.foundation.settings import OWN_LESSONS, Settings
from desktop.lessons.keeping.library import Library
from engine.errors import FileFormatError
from engine.lessons.reader import read_lesson

TOML = 'format = 1\n[[step]]\nid = "read"\n'
WORDS = "# Lesson\nWords.\n\n## read: Read\nRead this.\n"
Fill = Callable[[zipfile.ZipFile], object]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(Settings(str(tmp_path / "settings.ini")))


def packed(path: Path, *fills: Fill) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("lesson.toml", TOML)
        archive.writestr("en.md", WORDS)
        for fill in fills:
            fill(archive)
    return path


def link(archive: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("link.md")
    entry.external_attr = 0o120777 << 16
    archive.writestr(entry, "/etc/passwd")


def many(archive: zipfile.ZipFile) -> None:
    for number in range(3000):
        archive.writestr(f"{number}.md", "x")


HOSTILE: dict[str, Fill] = {
    "up": lambda archive: archive.writestr("../outside.txt", "x"),
    "absolute": lambda archive: archive.writestr("/tmp/outside.txt", "x"),
    "backslash": lambda archive: archive.writestr("..\\outside.txt", "x"),
    "deep": lambda archive: archive.writestr("a/b/lesson.toml", TOML),
    "link": link,
    "bomb": lambda archive: archive.writestr("big.json", b"0" * 60_000_000),
    "many": many,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_leads_out_of_an_archive_and_none_of_it_is_written(
    library: Library, tmp_path: Path, name: str
) -> None:
    path = packed(tmp_path / "hostile.wiregrad-lesson", HOSTILE[name])
    before = sorted(tmp_path.rglob("*"))
    with suppress(FileFormatError):
        files = library.open(path).files()
        for each in files.names():
            assert "/" not in each
            assert "\\" not in each
            with suppress(FileFormatError):
                assert len(files.text(each)) < 30_000_000
        assert all("root:" not in files.text(each) for each in ("lesson.toml", "en.md"))
    assert [each for each in tmp_path.rglob("*") if "settings" not in each.name] == [
        each for each in before if "settings" not in each.name
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no archive at all", b"\0" * 5000])
def test_what_is_no_archive_is_refused(library: Library, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.wiregrad-lesson"
    path.write_bytes(content)
    with pytest.raises(FileFormatError):
        library.open(path)
    assert library.own() == []


def test_a_pipe_is_not_waited_for(library: Library, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wiregrad-lesson")
    with pytest.raises(FileFormatError):
        library.open(tmp_path / "pipe.wiregrad-lesson")


def test_an_archive_without_a_lesson_is_refused(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "empty.wiregrad-lesson"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("en.md", WORDS)
    with pytest.raises(FileFormatError) as caught:
        library.open(path)
    assert "lesson.toml" in caught.value.sentence


def test_what_was_opened_is_listed_until_it_is_gone(library: Library, tmp_path: Path) -> None:
    path = packed(tmp_path / "03-mine.wiregrad-lesson")
    source = library.open(path)
    assert (source.id, source.key) == ("mine", "own-mine")
    assert read_lesson(source.files(), source.id).lesson is not None
    library.open(path)
    assert library.own() == [source]
    assert library.find("own-mine") == library.find("mine") == source
    path.unlink()
    assert library.own() == []
    assert library.find("mine") is None


def test_what_comes_with_the_program_is_found_by_name(library: Library) -> None:
    found = library.find("chain-rule")
    assert found is not None
    assert found.course == "1-graphs"
    assert library.find("../chain-rule") is None
    assert len({source.key for source in library.all()}) == len(list(library.all()))


def test_only_so_many_are_remembered(library: Library, tmp_path: Path) -> None:
    for number in range(40):
        library.open(packed(tmp_path / f"lesson-{number}.wiregrad-lesson"))
    assert len(library.own()) == 30
    assert library.own()[0].id == "lesson-39"
    settings = Settings(str(tmp_path / "settings.ini"))
    assert len(settings.get(OWN_LESSONS)) == 30
