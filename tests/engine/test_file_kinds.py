"""What a file is: by what it holds, else by its name; no pipe is waited for."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import numpy as np
import pytest

from engine.activations.activation_file import to_json
from engine.activations.activation_setup import first_setup
from engine.drawing.drawing import Drawing
from engine.drawing.serialization import to_json as drawing_to_json
from engine.errors import FileFormatError
from engine.file_kinds import KNOWN_FILES, kind_of, kind_of_text, require_kind
from engine.races import race_file
from engine.races.race_setup import default_setup
from engine.training.run import training_record


def zipped(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    return content.getvalue()


def test_every_kind_is_known_by_what_it_holds_whatever_it_is_called(tmp_path: Path) -> None:
    weights = io.BytesIO()
    np.savez(weights, w=np.zeros(2))
    race = race_file.RaceFile((default_setup("beale"),), "adam", 0)
    cases = {
        "graph": drawing_to_json(Drawing()).encode(),
        "activations": to_json(first_setup()).encode(),
        "race": race_file.to_json(race).encode(),
        "training": f'{{\n "format": "{training_record.FORM.format}"}}'.encode(),
        "weights": weights.getvalue(),
        "lesson": zipped("mine/lesson.toml", "mine/text.en.md"),
        "table": zipped("[Content_Types].xml", "xl/workbook.xml"),
    }
    assert cases.keys() == set(KNOWN_FILES)
    for name, content in cases.items():
        for file in ("a", "a.json", "a.csv", "a.wiregrad"):
            path = tmp_path / file
            path.write_bytes(content)
            kind = kind_of(path)
            assert kind is not None and kind.name == name, (name, file)  # noqa: PT018
    for kind in KNOWN_FILES.values():
        if kind.format:
            assert kind.format.encode() in cases[kind.name]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.CSV", "table"), ("a.txt", "table"), ("b.wiregrad-race", "race"), (".csv", None),
        ("a.wiregrad", "graph"), ("a.wiregrad-activations", "activations"), ("a.pdf", None),
        ("a.npz", "weights"), ("a.wiregrad-lesson", "lesson"), ("a", None),
    ],
)  # fmt: skip
def test_the_name_says_it_where_the_content_does_not(
    tmp_path: Path, name: str, kind: str | None
) -> None:
    path = tmp_path / name
    for content in (b"", b"1;2\n3;4\n", b"\x00\xff", b"PK\x03\x04 broken"):
        path.write_bytes(content)
        found = kind_of(path)
        assert (None if found is None else found.name) == kind
    path.unlink()
    # What is not there is told by whoever opens it.
    found = kind_of(path)
    assert (None if found is None else found.name) == kind


def test_folders_pipes_and_what_is_not_read(tmp_path: Path) -> None:
    assert kind_of(tmp_path) is None
    (tmp_path / "lesson.toml").write_text("")
    kind = kind_of(tmp_path)
    assert kind is not None
    assert kind.name == "lesson"
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert kind_of(pipe) is None
    with pytest.raises(FileFormatError) as caught:
        require_kind(tmp_path / "a.pdf")
    assert all(kind.suffixes[0] in caught.value.sentence for kind in KNOWN_FILES.values())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (drawing_to_json(Drawing()), "graph"),
        ("\ufeff  " + to_json(first_setup()), "activations"),
        ("name, layer, from, to, value\n", "weights"),
        ("name\tlayer\tfrom\tto\tvalue\r\nw1\t1\t1\t1\t0.5", "weights"),
        ("x,y,class\n1,2,a\n", "table"),
        ("시간\t출석\t합격\n1\t2\t아니요", "table"),
        ("a\tb\nc\td", "table"),
        ("x;y\n" + "1,5;2\n" * 5_000, "table"),
        ("1 2\n3 4", "table"),
        ("sep=;\nx;y\n1;2\n3;4", "table"),
        # What is a formula, a sentence, a number or a list of them is no table of samples.
        ("", None),
        ("sigmoid(w*x + b)", None),
        ("f = max(a, b)\ng = min(a, b)", None),
        ("h = 2*x + 1\ny = h^2", None),
        ("a = 2\nb = 3", None),
        ("One line, and another.\nA second, with a comma.", None),
        ("1, 2, 3", None),
        ("1\n2\n3", None),
        ('{"format": "other-thing"}', None),
        ("[[1, 2], [3, 4]]", None),
    ],
)
def test_a_copied_text_is_known_by_what_it_holds(text: str, kind: str | None) -> None:
    found = kind_of_text(text)
    assert (None if found is None else found.name) == kind
