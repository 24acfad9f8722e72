"""Progress on the disk: a damaged file costs itself alone, and nothing is written over it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.desk.settling import has_settled, shut_down
from desktop.files.process_lock import lock_beside
from desktop.lessons.keeping import store as store_module
from desktop.lessons.keeping.store import ProgressStore
from engine.errors import FileFormatError
from engine.lessons.progress import LessonProgress, to_json
from engine.lessons.sitting import begin, paused
from engine.regular_file import read_text
from tests.engine.lessons.lessons import LESSON

DONE = LessonProgress("sums", (paused(begin(LESSON, 7, is_first=False, now=5.0), 9.0),))
DAMAGES = {
    "cut": to_json(DONE)[:80].encode(),
    "empty": b"",
    "newer": to_json(DONE).replace('"version": 1', '"version": 99').encode(),
    "foreign": b'{"format": "wiregrad-graph", "version": 1}',
    "bytes": b"\xff\xfe\x00\x01",
    "deep": b"[" * 100_000,
    "other": to_json(DONE).replace('"seed": 7', '"seed": "seven"').encode(),
}


@pytest.fixture
def store(tmp_path: Path, qtbot: QtBot) -> Iterator[ProgressStore]:
    made = ProgressStore(tmp_path / "lessons")
    yield made
    shut_down(made)


def put(store: ProgressStore, name: str, content: bytes) -> Path:
    store.folder.mkdir(exist_ok=True)
    path = store.folder / name
    path.write_bytes(content)
    return path


def test_what_is_saved_is_loaded(store: ProgressStore, qtbot: QtBot) -> None:
    assert store.load("sums") == LessonProgress("sums")
    store.save("sums", DONE)
    qtbot.waitUntil(lambda: has_settled(store))
    assert store.load("sums") == DONE
    assert dict(store.load_all()) == {"sums": DONE}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_told_of_and_kept_under_another_name(
    store: ProgressStore, qtbot: QtBot, damage: str
) -> None:
    path = put(store, "sums.json", DAMAGES[damage])
    put(store, "others.json", to_json(DONE).encode())
    # What can be read is there all the same.
    assert dict(store.load_all()) == {"others": DONE}
    with pytest.raises(FileFormatError):
        store.load("sums")
    assert not path.exists()
    assert store.load("sums") == LessonProgress("sums")
    store.save("sums", DONE)
    qtbot.waitUntil(lambda: has_settled(store))
    assert path.with_name("sums.json.damaged").read_bytes() == DAMAGES[damage]
    assert store.load("sums") == DONE


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_place_costs_the_place_alone(store: ProgressStore, damage: str) -> None:
    put(store, "sums.json", to_json(DONE).encode())
    put(store, "sums.place.json", DAMAGES[damage])
    assert store.load("sums") == DONE
    assert store.load_kept("sums") is None
    assert dict(store.load_all()) == {"sums": DONE}


def test_what_is_no_file_is_not_waited_for(store: ProgressStore) -> None:
    store.folder.mkdir()
    os.mkfifo(store.folder / "fifo.json")
    (store.folder / "folder.json").mkdir()
    assert dict(store.load_all()) == {}
    for name in ("fifo", "folder"):
        with pytest.raises(FileFormatError):
            store.load(name)


def test_what_cannot_be_written_is_said(store: ProgressStore, qtbot: QtBot) -> None:
    store.folder.write_text("a file where the folder would be")
    with qtbot.waitSignal(store.refused) as told:
        store.save("sums", DONE)
    assert told.args is not None
    assert told.args[0].strip()


def test_nobody_else_writes_between_reading_and_writing(
    store: ProgressStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the answers that another window has kept in that moment would be lost."""
    path = put(store, "sums.json", to_json(DONE).encode())
    taken = []

    def read(where: Path, most: int) -> str:
        taken.append(lock_beside(where).tryLock(0))
        return read_text(where, most)

    monkeypatch.setattr(store_module, "read_text", read)
    store.save("sums", LessonProgress("sums", (begin(LESSON, 8, is_first=False, now=6.0),)))
    store.flush()
    assert set(taken) == {False}
    monkeypatch.undo()
    assert [each.seed for each in store.load("sums").sittings] == [7, 8]
    assert lock_beside(path).tryLock(0)


def test_who_plays_a_lesson_and_who_writes_its_progress_do_not_wait_for_each_other(
    store: ProgressStore,
) -> None:
    store.folder.mkdir(exist_ok=True)
    held = lock_beside(store.folder / "sums.json")
    assert held.tryLock(0)
    assert store.claim("sums"), "another writes: nobody else plays"
    held.unlock()
    assert held.tryLock(0), "while it is played, its progress is written at once"
    held.unlock()
