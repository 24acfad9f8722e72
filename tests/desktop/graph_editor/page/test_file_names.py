"""What a drawing is called, and what its files are suggested to be called."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.files.folders import suggested_folder
from desktop.graph_editor.export.forms import FORMS
from desktop.graph_editor.files.file_names import shown_name, suggested_stem
from engine.drawing.drawing import Drawing
from engine.graph.model import Graph


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("A2 · 1/(1 + exp(−(w0·x0 + w1·x1 + w2)))", "A2"),
        ("B1 · A perceptron computes OR", "B1-A-perceptron-computes-OR"),
        ("A9 · 2·w, backward again and again", "A9"),
        ("내 그래프", "내-그래프"),
        ("", "Untitled"),
        ("(x + y)", "Untitled"),
        ("../../etc", "Untitled"),
    ],
)
def test_a_file_is_called_by_the_words_of_the_title(title: str, stem: str) -> None:
    assert suggested_stem(Drawing(Graph(), {}, title), None) == stem


def test_a_drawing_from_a_file_keeps_its_name(tmp_path: Path) -> None:
    drawing = Drawing(Graph(), {}, "A1")
    assert suggested_stem(drawing, tmp_path / "mine.wiregrad") == "mine"
    assert shown_name(drawing, tmp_path / "mine.wiregrad") == "mine.wiregrad"
    assert shown_name(drawing, None) == "A1"


def test_a_long_title_is_cut_between_words() -> None:
    stem = suggested_stem(Drawing(Graph(), {}, "word " * 30), None)
    assert len(stem) <= 40
    assert stem.endswith("word")


def test_no_two_forms_suggest_the_same_file() -> None:
    names = [form.file_name("A1") for form in FORMS]
    assert len(set(names)) == len(names)
    assert "A1.png" in names


def test_the_folder_is_one_that_exists(tmp_path: Path) -> None:
    assert suggested_folder(None, tmp_path / "gone", tmp_path) == tmp_path
    assert suggested_folder(tmp_path / "gone").is_dir()
