"""Files are written whole or not at all, and read with suspicion."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.graph_editor.files import drawing_files as files
from engine.drawing.drawing import Drawing
from engine.drawing.serialization import to_json
from engine.errors import FileFormatError
from tests.support.graphs import product_of_sum

DRAWING = Drawing(product_of_sum(), {1: (0.0, 0.0)}, "A1", "two gates")  # type: ignore[dict-item]


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "graph.wiregrad"
    files.write_drawing(path, DRAWING)
    assert files.read_drawing(path) == DRAWING
    assert [entry.name for entry in tmp_path.iterdir()] == ["graph.wiregrad"]


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "graph.wiregrad"
    files.write_drawing(path, DRAWING)
    old = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileFormatError, match="cannot be written: no space left"):
        files.write_drawing(path, Drawing())
    assert path.read_bytes() == old
    assert [entry.name for entry in tmp_path.iterdir()] == ["graph.wiregrad"]


def test_permissions_survive_saving(tmp_path: Path) -> None:
    path = tmp_path / "graph.wiregrad"
    files.write_drawing(path, DRAWING)
    path.chmod(0o600)
    files.write_drawing(path, Drawing())
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileFormatError, match="“g.wiregrad” cannot be written"):
        files.write_drawing(tmp_path / "none" / "g.wiregrad", DRAWING)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b'{"format": "other"}', "format should be"),
        (to_json(DRAWING).encode().replace(b'"version": 1', b'"version": 99'), "newer"),
        (to_json(DRAWING).encode()[:200], "not JSON"),
        (to_json(DRAWING).encode().replace(b'"add"', b'"explode"'), "explode"),
    ],
)
def test_what_is_no_graph_is_refused(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "broken.wiregrad"
    path.write_bytes(content)
    with pytest.raises(FileFormatError, match=sentence):
        files.read_drawing(path)


def test_a_missing_file_and_a_folder_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(FileFormatError, match="“none.wiregrad” cannot be read"):
        files.read_drawing(tmp_path / "none.wiregrad")
    with pytest.raises(FileFormatError, match="cannot be read"):
        files.read_drawing(tmp_path)


def test_the_course_is_among_the_examples() -> None:
    examples = files.examples()
    names = [example.name for example in examples]
    course = ["a1", "a2", "a3", "a4", "a5", "a5b", "a6", "a7", "a8", "a9", "a10", "a10b"]
    assert [name for name in names if name in course] == course
    assert [name for name in names if name.startswith("b")] == ["b1", "b2", "b3", "b5", "b6", "b8"]
    assert all(example.drawing.title and example.drawing.graph.nodes for example in examples)
