"""A file is the old one or the new one, whatever its name and wherever writing it stops."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files import part_files, whole_file
from desktop.files.file_stamp import Obstacle, is_read_only, obstacle_to, stamp_of
from desktop.files.part_files import FolderNotes, note_folders, part_file, sweep
from desktop.files.whole_file import write_whole
from engine.errors import FileFormatError

OLD, NEW = b"old" * 1000, b"new" * 2000
KILLED = 9

LETTERS = st.sampled_from("aZ0._- ~#'\"가역전파θ∂²é😀\n")
ENDINGS = st.sampled_from(["", ".", " ", ".wiregrad", ".part", ".tar.gz", "1.2", "..", ".json"])


@st.composite
def names(draw: st.DrawFn) -> str:
    """Names that a file can have, up to the 255 bytes that it may."""
    most = draw(st.integers(1, 255))
    text, ending = draw(st.text(LETTERS, min_size=1)), draw(ENDINGS)
    text = text * draw(st.sampled_from([1, 1, 40]))
    while len((text + ending).encode()) > most and text:
        text = text[:-1]
    name = text + ending
    return name if name not in ("", ".", "..") else "x"


@pytest.fixture(autouse=True)
def no_notes() -> Iterator[None]:
    yield
    note_folders(None)


@given(names())
def test_any_name_that_a_file_can_have_is_written(name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        assert write_whole(path, OLD) == stamp_of(path)
        assert write_whole(path, NEW) == stamp_of(path)
        assert path.read_bytes() == NEW
        assert inside(Path(folder)) == [name]


@pytest.mark.parametrize("name", ["가" * 82 + ".wiregrad", "a" * 255, "😀" * 63 + "가"])
def test_the_longest_names_are_written(tmp_path: Path, name: str) -> None:
    assert len(name.encode()) == 255
    write_whole(tmp_path / name, NEW)
    assert inside(tmp_path) == [name]


def test_a_longer_name_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileFormatError, match="cannot be written: the name is too long"):
        write_whole(tmp_path / ("가" * 86), NEW)
    assert inside(tmp_path) == []


def inside(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do something in a process that is killed before its n-th line; tell whether it came so far.

    Every line of the writer is a step.
    """
    child = os.fork()
    if child == 0:
        left = step
        homes = (whole_file.__file__, part_files.__file__)

        def trace(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal left
            if frame.f_code.co_filename not in homes:
                return None
            if event == "line":
                left -= 1
                if left < 0:
                    os._exit(KILLED)
            return trace

        sys.settrace(trace)
        try:
            work()
        finally:
            sys.settrace(None)
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == KILLED


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child process")
def test_killed_at_any_step_the_file_is_the_old_or_the_new_one_and_the_next_start_clears_up(
    tmp_path: Path,
) -> None:
    folder, ours = tmp_path / "documents", tmp_path / "writing"
    folder.mkdir()
    path = folder / "lecture.wiregrad"
    path.write_bytes(OLD)
    path.chmod(0o640)
    step, found, left_behind = 0, set(), 0

    def work() -> None:
        note_folders(FolderNotes(ours))
        write_whole(path, NEW)

    while killed_at(step, work):
        found.add(path.read_bytes())
        left_behind += len(inside(folder)) - 1
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        list(FolderNotes(ours).sweep())
        assert inside(folder) == [path.name]
        assert not ours.exists() or inside(ours) == []
        path.write_bytes(OLD)
        path.chmod(0o640)
        step += 1
    assert step > 40
    assert found == {OLD, NEW}
    assert left_behind > 0
    assert path.read_bytes() == NEW


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child process")
def test_a_file_that_was_not_there_is_whole_or_not_there(tmp_path: Path) -> None:
    path, step = tmp_path / "new.csv", 0
    while killed_at(step, lambda: write_whole(path, NEW)):
        assert not path.exists() or path.read_bytes() == NEW
        sweep(tmp_path)
        path.unlink(missing_ok=True)
        assert inside(tmp_path) == []
        step += 1
    assert path.read_bytes() == NEW


@pytest.mark.parametrize("call", ["os.open", "os.write", "os.fsync", "os.fstat"])
@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "no space left on device"),
        (errno.EDQUOT, "no space left on device"),
        (errno.EACCES, "permission denied"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EIO, "input/output error"),
    ],
)
def test_a_step_that_fails_is_a_sentence_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, words: str
) -> None:
    path = tmp_path / "lecture.wiregrad"
    path.write_bytes(OLD)

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(call, fail)
        with pytest.raises(FileFormatError) as caught:
            write_whole(path, NEW)
    assert str(caught.value) == f"“lecture.wiregrad” cannot be written: {words}."
    assert path.read_bytes() == OLD
    assert inside(tmp_path) == [path.name]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("gone/x.wiregrad", "its folder is not there"),
        ("file/x.wiregrad", "its folder is not there"),
        ("folder", "it is a folder"),
        ("pipe", "it is no ordinary file but a pipe or a device"),
        ("round", "its link leads round in a circle"),
        ("dangling", "its folder is not there"),
    ],
)
def test_what_cannot_be_replaced_is_a_sentence(tmp_path: Path, place: str, words: str) -> None:
    (tmp_path / "file").write_bytes(OLD)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere" / "x")
    before = inside(tmp_path)
    with pytest.raises(FileFormatError) as caught:
        write_whole(tmp_path / place, NEW)
    assert str(caught.value).endswith(f"cannot be written: {words}.")
    assert inside(tmp_path) == before


def test_a_link_stays_and_leads_to_the_new_file(tmp_path: Path) -> None:
    link, second = tmp_path / "link", tmp_path / "second"
    (tmp_path / "folder").mkdir()
    real = tmp_path / "folder" / "real.wiregrad"
    real.write_bytes(OLD)
    link.symlink_to(real)
    second.symlink_to("link")
    write_whole(second, NEW)
    assert second.is_symlink()
    assert link.is_symlink()
    assert not real.is_symlink()
    assert real.read_bytes() == NEW
    assert inside(tmp_path / "folder") == ["real.wiregrad"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444, 0o755])
def test_permissions_stay(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "x"
    path.write_bytes(OLD)
    path.chmod(mode)
    write_whole(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)
def test_the_owner_stays(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(OLD)
    os.chown(path, 12345, 54321)
    write_whole(path, NEW)
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 54321)


def test_a_new_file_has_the_permissions_that_the_mask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "x", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


def test_what_is_being_written_is_not_swept_away(tmp_path: Path) -> None:
    with part_file(tmp_path, 0o666) as part:
        sweep(tmp_path, is_ours=True)
        assert part.path.exists()
    assert inside(tmp_path) == []


def test_only_what_is_ours_is_swept_away(tmp_path: Path) -> None:
    others = [".lecture.part", "download.part", ".wiregrad-0123.part", "x.wiregrad"]
    for name in others:
        (tmp_path / name).write_bytes(OLD)
    (tmp_path / ".wiregrad-0123456789abcdef.part").mkdir()
    (tmp_path / ".wiregrad-0123456789abcdea.part").write_bytes(OLD)
    sweep(tmp_path)
    assert inside(tmp_path) == sorted([*others, ".wiregrad-0123456789abcdef.part"])
    # In a folder of our own, what an earlier version has left goes too.
    sweep(tmp_path, is_ours=True)
    assert ".lecture.part" not in inside(tmp_path)
    sweep(tmp_path / "gone")


@pytest.mark.parametrize("content", [b"", b"{", b'["x"]\n3\nnull\n', b"\xff" * 50, b'"/nowhere"\n'])
def test_a_damaged_note_hinders_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "0123456789abcdef.folders").write_bytes(content)
    list(FolderNotes(tmp_path).sweep())
    assert inside(tmp_path) == []


def test_the_notes_of_a_running_program_stay(tmp_path: Path) -> None:
    running = FolderNotes(tmp_path / "writing")
    running.add(tmp_path)
    list(FolderNotes(tmp_path / "writing").sweep())
    assert len(inside(tmp_path / "writing")) == 1
    running.close()
    assert inside(tmp_path / "writing") == []


def test_notes_that_cannot_be_written_do_not_stop_a_save(tmp_path: Path) -> None:
    (tmp_path / "writing").write_bytes(OLD)
    note_folders(FolderNotes(tmp_path / "writing"))
    write_whole(tmp_path / "x", NEW)
    assert (tmp_path / "x").read_bytes() == NEW


def test_what_speaks_against_writing_is_found(tmp_path: Path) -> None:
    path = tmp_path / "x"
    known = write_whole(path, OLD)
    assert obstacle_to(path, known) is None
    assert obstacle_to(path, None) is None
    os.utime(path, ns=(0, known.changed_ns + 1))
    assert obstacle_to(path, known) is Obstacle.CHANGED
    known = write_whole(path, OLD)
    other = tmp_path / "other"
    other.write_bytes(OLD)
    os.utime(other, ns=(known.changed_ns, known.changed_ns))
    other.replace(path)
    assert obstacle_to(path, known) is Obstacle.CHANGED
    known = write_whole(path, OLD)
    path.chmod(0o444)
    assert is_read_only(path)
    assert obstacle_to(path, known) is Obstacle.READ_ONLY
    path.unlink()
    assert obstacle_to(path, known) is Obstacle.GONE
    assert obstacle_to(tmp_path / "gone" / "x", known) is None
